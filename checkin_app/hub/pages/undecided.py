"""Owns how the page tells what a person must decide: read only, and at which desk it is decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from checkin_app.domain.conflicts import Conflict, ConflictKind, Side
from checkin_app.hub.pages.context import EnrolledDesk
from checkin_app.hub.pages.words import Words
from checkin_app.ledger.clock import to_ms

KIND_WORDS = {
    ConflictKind.ADMITTED_TWICE: "Admitted twice",
    ConflictKind.TWO_DOORS: "At two doors at once",
    ConflictKind.REPLACED_CODE_USED: "Let in with a code that was replaced",
    ConflictKind.WALK_IN_TWINS: "Registered at two desks?",
    ConflictKind.CROSSED_EDITS: "Changed at two desks",
    ConflictKind.TEMPORARY_TWICE: "One temporary badge, two people",
    ConflictKind.CROSSED_DECISIONS: "Decided differently at two desks",
}


@dataclass(frozen=True, slots=True)
class Said:
    """What one desk says in a conflict; `at` in milliseconds since 1970 UTC, by the hub's clock."""

    desk: str
    at: int
    checkpoint: str


@dataclass(frozen=True, slots=True)
class Undecided:
    """One conflict as a row."""

    id: str
    kind: str
    people: tuple[str, ...]
    sides: tuple[Said, ...]
    order_uncertain: bool


def rows(conflicts: Iterable[Conflict], words: Words) -> list[Undecided]:
    return [
        Undecided(
            id=conflict.id,
            kind=words.t(KIND_WORDS[conflict.kind]),
            people=tuple(person.name for person in conflict.people),
            sides=tuple(_said(side) for side in conflict.sides),
            order_uncertain=conflict.order_uncertain,
        )
        for conflict in conflicts
    ]


def counts(conflicts: Iterable[Conflict], words: Words) -> list[tuple[str, int]]:
    """How many of each kind, the most frequent first."""
    found = Counter(conflict.kind for conflict in conflicts)
    return [(words.t(KIND_WORDS[kind]), count) for kind, count in found.most_common()]


def decided_at(desks: Iterable[EnrolledDesk], words: Words) -> str:
    """At which desks it can be decided: the profile of registration may, and no other."""
    names = [
        desk.name or desk.id
        for desk in desks
        if desk.profile == "registration" and desk.revoked_at is None and desk.met_at is not None
    ]
    if not names:
        return words.t("A person decides at a desk of registration; none has joined yet.")
    return words.t(
        "A person decides at a desk of registration: {desks}.", desks=", ".join(sorted(names))
    )


def _said(side: Side) -> Said:
    return Said(side.desk, to_ms(side.corrected_at), side.checkpoint)
