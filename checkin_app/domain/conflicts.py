"""Owns what a conflict is: facts of several desks that do not fit together, for a person to decide.

A conflict is derived, never recorded; its id stands for the entries that make it. What a person
decides is a fact.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from checkin_app.domain.delegates import Delegate


class ConflictKind(StrEnum):
    """What does not fit together.

    ADMITTED_TWICE: two desks let the same delegate in at one checkpoint. TWO_DOORS: one code was
    let in at two checkpoints nearer in time than anybody walks. REPLACED_CODE_USED: a code was let
    in after another desk had replaced or revoked it. WALK_IN_TWINS: two desks registered what
    seems to be one person. CROSSED_EDITS: two desks corrected one field apart. TEMPORARY_TWICE: two
    desks gave one temporary badge to two people. CROSSED_DECISIONS: two desks decided one conflict
    differently.
    """

    ADMITTED_TWICE = "admitted_twice"
    TWO_DOORS = "two_doors"
    REPLACED_CODE_USED = "replaced_code_used"
    WALK_IN_TWINS = "walk_in_twins"
    CROSSED_EDITS = "crossed_edits"
    TEMPORARY_TWICE = "temporary_twice"
    CROSSED_DECISIONS = "crossed_decisions"


#: Decisions. Those that end in a colon are followed by an id.
SAME_PERSON = "same_person"
COPIED_BADGE = "copied_badge"
MISTAKE = "mistake"
MERGE = "merge"
DIFFERENT_PEOPLE = "different_people"
KEEP = "keep:"

#: Nearer than this, the same badge at two doors is no walk, in milliseconds.
WALK_MS = 60_000

#: How the codes of two records that are one person go on: all count, or the kept one's alone.
BOTH, REPLACE = "both", "replace"
CODES = (BOTH, REPLACE)


class Role(StrEnum):
    """What a side of a conflict is."""

    SCAN = "scan"
    CODE_CHANGE = "code_change"
    WALK_IN = "walk_in"
    EDIT = "edit"
    BINDING = "binding"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Side:
    """What one desk said: one of the entries that make a conflict.

    `at` is the desk's own clock, `corrected_at` that of the hub as far as it was measured, give or
    take `bound_ms` (None: never measured). `delegate` is whom the entry names. `value` is what it
    says: the edited value, the code's new status, the name of a walk-in or of the badge's bearer,
    the decision.
    """

    entry: str
    role: Role
    desk: str
    operator: str
    at: datetime
    corrected_at: datetime
    bound_ms: int | None = None
    delegate: str = ""
    checkpoint: str = ""
    code: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person decided of a conflict; `entry` is the fact that says so."""

    entry: str
    decision: str
    reason: str
    operator: str
    desk: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that does not fit together, with both sides, and what can be decided.

    `sides` are in the order of their corrected times; with `order_uncertain` some are nearer than
    their error bounds. `people` are those concerned, none for a record that is no person's.
    `record_type`, `record` and `field` name what was edited; `about` is a checkpoint's id, a code,
    or the number of a temporary badge. `shown` is the entry that holds meanwhile. `decided` is the
    latest decision that stands; `is_open` asks for one.
    """

    id: str
    kind: ConflictKind
    people: tuple[Delegate, ...]
    sides: tuple[Side, ...]
    proposals: tuple[str, ...]
    order_uncertain: bool = False
    record_type: str = ""
    record: str = ""
    field: str = ""
    shown: str = ""
    about: str = ""
    decided: Decided | None = None
    is_open: bool = True

    @property
    def delegate(self) -> Delegate | None:
        """Whom it is about first of all."""
        return self.people[0] if self.people else None

    @property
    def scans(self) -> tuple[Side, ...]:
        return tuple(side for side in self.sides if side.role is Role.SCAN)
