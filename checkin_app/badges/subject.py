"""Owns what one badge says, and what can be wrong with it."""

from __future__ import annotations

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


Problem = Literal[
    "missing_glyph",
    "overflow",
    "below_minimum_size",
    "clipped_marks",
    "qr_too_fine",
    "photo_missing",
]


@dataclass(frozen=True, slots=True)
class BadgeProblem:
    """Why a badge is not as it should be; `field` names the text, `detail` says what about it."""

    delegate_id: str
    name: str
    problem: Problem
    field: str
    detail: str
