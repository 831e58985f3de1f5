"""A text with something over its place is found: in a layout, and on the badges it is so on."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from checkin_app.badges.layout import LAYOUTS, Area, Box, Condition, Photo, Rule, Stack
from checkin_app.badges.layout.overlaps import overlaps
from checkin_app.badges.preflight.proof import Proof

A6 = LAYOUTS["a6"]
NAME = next(
    n
    for n, element in enumerate(A6.front)
    if isinstance(element, Stack) and any(line.field == "name" for line in element.lines)
)
OVER = A6.front[NAME].box


@pytest.mark.parametrize("name", LAYOUTS)
def test_built_in_layouts_have_none(name: str) -> None:
    layout = LAYOUTS[name]
    assert not [*overlaps(layout.front), *overlaps(layout.back)]


def test_what_is_drawn_later_covers() -> None:
    photo, area = Photo(OVER), Area(OVER, "white")
    assert [o.number for o in overlaps((*A6.front, photo))] == [NAME]
    assert [o.over for o in overlaps((*A6.front, area))] == [area]
    assert not [*overlaps((area, *A6.front))]
    assert not [*overlaps((*A6.front, Rule(OVER, "text")))]
    touching = Box(OVER.x, OVER.y + OVER.height - 0.9, OVER.width, 5)
    assert NAME not in [o.number for o in overlaps((*A6.front, Photo(touching)))]


def test_of_two_only_one_is_drawn() -> None:
    with_photo = replace(A6.front[NAME], when=Condition("photo", absent=True))
    face = (*A6.front[:NAME], with_photo, *A6.front[NAME + 1 :])
    assert not [*overlaps((*face, Photo(OVER, when=Condition("photo"))))]
    assert [*overlaps((*face, Photo(OVER)))]


def test_only_badges_on_which_both_are_drawn_are_told_of(person) -> None:
    face = io.BytesIO()
    Image.new("RGB", (300, 400)).save(face, "JPEG")
    covered = replace(A6, front=(*A6.front, Photo(OVER)))
    stored: dict[str, bytes] = {}

    def fields(who) -> list[str]:
        found = Proof(covered, photos=stored.get).findings(who)
        return [finding.field for finding in found if finding.problem == "covered"]

    assert fields(person("Lê An")) == []
    stored["photo-1"] = face.getvalue()
    assert fields(person("Lê An", photo="photo-1")) == ["honorific"]
    assert fields(person("Lê An", photo="photo-1", honorific="")) == ["name"]
