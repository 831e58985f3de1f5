"""A photo that was taken in is on the badge: in its place, as large as the layout says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from checkin_app.badges.layout import LAYOUTS, Box, Photo
from checkin_app.badges.render import render
from checkin_app.badges.selection import Selection
from checkin_app.photos.matching import Person
from checkin_app.photos.taking import take_in
from tests.desk_support import new_desk, walk_in
from tests.photos.files import quarters, saved, turned

PLACE = Box(60, 30, 30, 40)
LAYOUT = replace(
    LAYOUTS["a6"], name="with-photo", front=(*LAYOUTS["a6"].front, Photo(PLACE, radius=0))
)


@pytest.mark.parametrize("orientation", [1, 6])
def test_the_picture_is_where_it_should_be(tmp_path: Path, orientation: int) -> None:
    desk = new_desk(tmp_path)
    lan = walk_in(desk, "Nguyễn Thị Lan")
    file = tmp_path / f"{lan.id}.jpg"
    file.write_bytes(turned(quarters(600, 800), orientation))
    taken = take_in(file, [Person(lan.id, lan.name)], desk)
    assert taken.counts["added"] == 1
    out = tmp_path / "badge.pdf"
    made = render(desk.badge_subjects(Selection()), out, layout=LAYOUT, photos=desk.photo)
    desk.close()
    assert (made.badges, made.warnings) == (1, ())
    document = pypdfium2.PdfDocument(out)
    scale = 8.0
    image = document[0].render(scale=scale * 25.4 / 72).to_pil().convert("RGB")
    document.close()

    def at(across: float, down: float) -> tuple[int, int, int]:
        x, y = PLACE.x + across * PLACE.width, PLACE.y + down * PLACE.height
        found = image.getpixel((round(x * scale), round(y * scale)))
        assert isinstance(found, tuple)
        return found[0], found[1], found[2]

    expected = {
        (0.25, 0.25): (255, 0, 0),
        (0.75, 0.25): (0, 255, 0),
        (0.25, 0.75): (0, 0, 255),
        (0.03, 0.03): (255, 0, 0),
        (0.97, 0.03): (0, 255, 0),
        (0.03, 0.97): (0, 0, 255),
    }
    for place, colour in expected.items():
        assert max(abs(a - b) for a, b in zip(at(*place), colour, strict=True)) < 40, place
    for beyond, colour in {(-0.04, 0.25): (255, 0, 0), (1.04, 0.25): (0, 255, 0)}.items():
        assert max(abs(a - b) for a, b in zip(at(*beyond), colour, strict=True)) > 100


def test_a_stored_photo_is_passed_on_as_it_is(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    lan = walk_in(desk, "Nguyễn Thị Lan")
    (tmp_path / "x.png").write_bytes(saved(quarters(600, 800), "PNG"))
    person = Person(lan.id, lan.name, external_id="x")
    take_in(tmp_path / "x.png", [person], desk)
    jpeg = desk.photo(desk.delegate(lan.id).delegate.photo)
    out = tmp_path / "badge.pdf"
    render(desk.badge_subjects(Selection()), out, layout=LAYOUT, photos=desk.photo)
    desk.close()
    assert jpeg is not None and jpeg in out.read_bytes()
