"""Owns what preflight can find on a badge: the kinds, from the gravest, and a finding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checkin_app.badges.layout.fields import FIELDS
from checkin_app.badges.subject import bars

Kind = Literal[
    "name_empty",
    "missing_glyph",
    "overflow",
    "clipped_marks",
    "qr_too_fine",
    "no_code",
    "no_layout",
    "duplicate",
    "below_minimum_size",
    "covered",
    "photo_missing",
    "photo_too_small",
    "character_removed",
]
#: In the order people should look at them; those before `below_minimum_size` make a badge wrong.
KINDS: tuple[Kind, ...] = (
    "name_empty",
    "no_code",
    "no_layout",
    "missing_glyph",
    "overflow",
    "clipped_marks",
    "qr_too_fine",
    "duplicate",
    "below_minimum_size",
    "covered",
    "photo_missing",
    "photo_too_small",
    "character_removed",
)
ERRORS = frozenset(KINDS[: KINDS.index("below_minimum_size")])


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with one badge. `field` names the text, `detail` says what about it; `other`
    is the id of the delegate whose badge is the same, `other_name` their name, `missing` are all
    characters of the text that no font has."""

    delegate_id: str
    name: str
    problem: Kind
    field: str
    detail: str
    other: str = ""
    other_name: str = ""
    missing: str = ""

    @property
    def wrong(self) -> bool:
        """Whether the badge would be wrong, rather than less good than it could be."""
        return self.problem in ERRORS

    @property
    def shared(self) -> bool:
        """Whether it is about a text that all badges of the category have."""
        known = FIELDS.get(self.field)
        return not self.field or (known is not None and known.shared)

    @property
    def barred(self) -> bool:
        """Whether there would be no badge at all."""
        return self.problem == "no_layout" or bars(self.problem, self.field, self.missing)
