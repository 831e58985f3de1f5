"""Owns what one badge says, and what can be wrong with it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class BadgeSubject:
    """One delegate's texts as they are printed; unknown is the empty text.

    `country` is an ISO 3166-1 alpha-2 code, `category` the category's id, `colour` its `#RRGGBB`,
    `code` the text of the QR, `dates` the days of the event as people write them, `photo` the name
    of a stored picture, `number` what is printed small to tell one badge from another (see saying),
    `delegation_id` which delegation it is where two have one name.
    """

    delegate_id: str
    name: str
    code: str
    honorific: str = ""
    own_name: str = ""
    position: str = ""
    organization: str = ""
    delegation: str = ""
    country: str = ""
    country_en: str = ""
    country_vi: str = ""
    category_en: str = ""
    category_vi: str = ""
    colour: str = "#0B5CAD"
    event_en: str = ""
    event_vi: str = ""
    dates: str = ""
    photo: str = ""
    number: str = ""
    category: str = ""
    delegation_id: str = ""


#: The field without which a badge is nobody’s.
NAME = "name"

Problem = Literal[
    "name_empty",
    "no_code",
    "missing_glyph",
    "overflow",
    "below_minimum_size",
    "clipped_marks",
    "qr_too_fine",
    "photo_missing",
]


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a badge is not as it should be; `field` names the text, `detail` says what about it.

    `missing` are all characters of the text that no font has, of which `detail` tells five.
    """

    problem: Problem
    field: str
    detail: str = ""
    missing: str = ""

    @property
    def bars(self) -> bool:
        """Whether there is no badge for it."""
        return bars(self.problem, self.field, self.missing)


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeProblem(Fault):
    """A fault of one delegate's badge."""

    delegate_id: str
    name: str


def bars(problem: str, field: str, missing: str) -> bool:
    """Whether a fault leaves no badge: one without its name, or without its code, is worse."""
    match problem, field:
        case ("name_empty" | "no_code", _) | ("overflow", "code"):
            return True
        case ("missing_glyph", "name"):
            return unwritten(missing)
    return False


def unwritten(missing: str) -> bool:
    """Whether letters, marks or figures are among characters that no font has.

    Signs can be left out. Private characters, and those younger than Python's tables, count as
    letters unless they are where Unicode puts its pictures.
    """
    return any(map(_writes, missing))


def _writes(c: str) -> bool:
    kind = unicodedata.category(c)
    if kind == "Cn":
        return not "\U0001f000" <= c <= "\U0001fbff"
    return kind == "Co" or (kind[0] in "LMN" and kind != "Me")
