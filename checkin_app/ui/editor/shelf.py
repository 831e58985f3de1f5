"""Owns the way of layouts between the editor, the event and files; runs where the desk is."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from checkin_app.badges.layout.elements import MARK, Layout
from checkin_app.domain import names
from checkin_app.domain.delegates import Category
from checkin_app.domain.errors import NotPossible

if TYPE_CHECKING:
    from checkin_app.desk import Desk

_LONGEST_NAME = 40
#: Larger files are no layouts.
LARGEST_FILE = 4_000_000


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every layout by name, those that come with the program, and the event's categories."""

    layouts: Mapping[str, Layout]
    built_in: frozenset[str]
    categories: tuple[Category, ...]


def shelf(desk: Desk) -> Shelf:
    """What there is to choose from."""
    from checkin_app.badges.layout import LAYOUTS

    return Shelf(dict(desk.layouts()), frozenset(LAYOUTS), tuple(desk.categories()))


def save(desk: Desk, layout: Layout, operator: str) -> Layout:
    """Keeps a layout in the event, as it was read back. Raises LayoutError, NotPossible."""
    from checkin_app.badges.layout import dump

    return desk.save_layout(dump(layout), operator=operator)


def own_copy(layout: Layout, taken: Collection[str], suffix: tuple[str, str]) -> Layout:
    """The layout under a name nobody has; `suffix` goes behind its English, Vietnamese title."""
    english = _titled(layout.title_en or layout.name, suffix[0])
    vietnamese = _titled(layout.title_vi or layout.name, suffix[1])
    name = free_name(english, taken)
    number = re.search(r"-(\d+)$", name)
    if number and not english.endswith(number[1]):
        english, vietnamese = f"{english} {number[1]}", f"{vietnamese} {number[1]}"
    return replace(layout, name=name, title_en=english, title_vi=vietnamese)


def free_name(title: str, taken: Collection[str]) -> str:
    """A name for a title: small letters, digits and hyphens, and nobody's yet."""
    plain = re.sub(r"[^a-z0-9]+", "-", names.fold(title)).strip("-")[: _LONGEST_NAME - 4]
    plain = plain.strip("-") or "layout"
    name, number = plain, 1
    while name in taken or name == "none":
        number += 1
        name = f"{plain}-{number}"
    return name


def read(file: Path) -> Layout:
    """The layout in a file. Raises LayoutError with every fault and its line, NotPossible."""
    from checkin_app.badges.layout import parse

    try:
        if file.stat().st_size > LARGEST_FILE:
            raise NotPossible("{file} is too large to be a layout.", file=file.name)
        text = file.read_text("utf-8")
    except UnicodeDecodeError:
        raise NotPossible("{file} is no text in UTF-8.", file=file.name) from None
    except OSError as why:
        raise NotPossible(
            "{file} cannot be read: {reason}", file=file.name, reason=why.strerror or ""
        ) from None
    return parse(text)


def write(layout: Layout, file: Path) -> None:
    """Writes a layout to a file. Raises NotPossible."""
    from checkin_app.badges.layout import dump

    try:
        file.write_text(dump(layout), "utf-8")
    except OSError as why:
        raise NotPossible(
            "{file} cannot be written: {reason}", file=file.name, reason=why.strerror or ""
        ) from None


def image_name(file: Path, taken: Collection[str]) -> str:
    """A name for a picture from a file."""
    return free_name(file.stem, {*taken, MARK})


def _titled(title: str, suffix: str) -> str:
    return title if title.endswith(suffix) else f"{title}{suffix}"
