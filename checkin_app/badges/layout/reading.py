"""Owns reading a layout from its JSON: every fault found, each with the line it is on."""

from __future__ import annotations

import re
from typing import cast

from checkin_app.badges.layout.elements import Box, Element, Fold, Image, Layout
from checkin_app.badges.layout.images import images
from checkin_app.badges.layout.json_lines import Node, NotJson, read
from checkin_app.badges.layout.problems import LayoutError, LayoutProblem
from checkin_app.badges.layout.reading_elements import element
from checkin_app.badges.layout.values import Entry, Notes

#: Characters of a document, elements of a layout, millimetres of a face.
LONGEST = 2_000_000
MOST_ELEMENTS = 500
SMALLEST, LARGEST = 10.0, 1200.0
FOLDS = ("none", "top", "left")
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_MEDIA = re.compile(r"[A-Za-z0-9._-]{0,60}")


def parse(text: str) -> Layout:
    """The layout that a document describes, see resources/badges/README.md. Raises LayoutError."""
    if len(text) > LONGEST:
        raise LayoutError(
            [
                LayoutProblem(
                    1,
                    "",
                    "The layout is larger than {most} characters. Make its images smaller.",
                    {"most": f"{LONGEST:,}"},
                )
            ]
        )
    try:
        node = read(text.removeprefix("\ufeff"))
    except NotJson as why:
        raise LayoutError([LayoutProblem(why.line, "", why.sentence, why.details)]) from None
    notes = Notes()
    layout = _layout(Entry(node, "", notes))
    if notes.problems:
        raise LayoutError(sorted(notes.problems, key=lambda problem: problem.line))
    return layout


def _layout(entry: Entry) -> Layout:
    name = _patterned(
        entry,
        "name",
        _NAME,
        "Line {line}: “{key}” is “{value}”; use small letters, digits and hyphens, 40 at most.",
        needed=True,
    )
    title_en, title_vi = entry.text("title_en", 120), entry.text("title_vi", 120)
    width = entry.number("width", None, SMALLEST, LARGEST)
    height = entry.number("height", None, SMALLEST, LARGEST)
    fold = cast(Fold, entry.choice("fold", FOLDS))
    media = _patterned(
        entry, "media", _MEDIA, "Line {line}: “{key}” is no name of a paper size: “{value}”."
    )
    pictures = images(entry)
    face = Box(0, 0, width, height)
    sides = {side: _side(entry, side, face) for side in ("front", "back")}
    for drawn in sides.values():
        for node, path, made in drawn:
            if isinstance(made, Image) and made.source not in ("mark", *pictures):
                entry.notes.unknown(
                    node,
                    f"{path}.source",
                    made.source,
                    ("mark", *pictures),
                    "Line {line}: there is no image “{wanted}” in this layout.",
                )
    if fold != "none" and not sides["back"]:
        entry.notes.add(
            entry.given("fold"), "fold", "Line {line}: a folded layout needs elements in “back”."
        )
    entry.close()
    front, back = (tuple(made for _, _, made in drawn) for drawn in sides.values())
    paper = Layout(name, width, height, (), fold=fold).paper
    return Layout(
        name,
        width,
        height,
        front,
        back,
        fold,
        title_en or title_vi or name,
        title_vi or title_en or name,
        media or f"Custom.{paper[0]:g}x{paper[1]:g}mm",
        pictures,
    )


def _patterned(
    entry: Entry, key: str, pattern: re.Pattern[str], sentence: str, *, needed: bool = False
) -> str:
    node = entry.take(key, needed=needed)
    if node is None:
        return ""
    value = entry.worded(key, node, 1000)
    if isinstance(node.value, str) and not pattern.fullmatch(value):
        entry.wrong(key, node, sentence, value=value)
    return value


def _side(entry: Entry, side: str, face: Box) -> list[tuple[Node, str, Element]]:
    """The elements of one side that could be read, each with where it stands."""
    nodes = entry.items(side, needed=side == "front")
    if side == "front" and entry.given(side).value == []:
        entry.notes.add(entry.given(side), side, "Line {line}: “front” has nothing on it.")
    if len(nodes) > MOST_ELEMENTS:
        entry.notes.add(
            nodes[MOST_ELEMENTS],
            side,
            "Line {line}: {count} elements are too many; a side has {most} at most.",
            count=len(nodes),
            most=MOST_ELEMENTS,
        )
        return []
    read_so_far = []
    for number, node in enumerate(nodes):
        path = f"{side}[{number}]"
        made = element(Entry(node, path, entry.notes), face)
        if made is not None:
            read_so_far.append((node, path, made))
    return read_so_far
