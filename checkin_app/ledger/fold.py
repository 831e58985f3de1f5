"""Owns the fold rules: state as a pure function of the set of entries, whatever their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Edit:
    """One entry's values for fields of a record, and which entries' values it replaces.

    `replaces` maps a field to the ids of the entries whose values the editor saw there.
    """

    id: str
    at: int
    fields: Mapping[str, Any]
    replaces: Mapping[str, list[str]]
    imported: bool = False


def live_edits(edits: Iterable[Edit], field: str) -> list[Edit]:
    """The edits of a field that nobody replaced, latest last; more than one is a conflict."""
    setting = [edit for edit in edits if field in edit.fields]
    replaced = {old for edit in setting for old in edit.replaces.get(field, ())}
    return sorted((edit for edit in setting if edit.id not in replaced), key=lambda e: (e.at, e.id))


def record_fields(edits: Iterable[Edit]) -> dict[str, Any]:
    """The shown value of every field: the latest of those nobody replaced."""
    edits = list(edits)
    names = {name for edit in edits for name in edit.fields}
    return {name: live[-1].fields[name] for name in names if (live := live_edits(edits, name))}


def last_imported(edits: Iterable[Edit]) -> dict[str, Any]:
    """What the imports alone say of a record: the latest imported value of every field."""
    fields: dict[str, Any] = {}
    for edit in sorted((e for e in edits if e.imported), key=lambda e: (e.at, e.id)):
        fields.update(edit.fields)
    return fields


@dataclass(frozen=True, slots=True)
class Ruling:
    """An override or an undo; `target` is the id of what it overrules."""

    id: str
    target: str
    kind: str


def stands(fact: str, rulings: Mapping[str, Iterable[Ruling]]) -> bool:
    """Whether no standing undo names this fact; an undo can itself be undone.

    `rulings` are grouped by target. A ring of undos (only made by hand) counts as not standing.
    """

    def undone(target: str, path: frozenset[str]) -> bool:
        return any(
            ruling.id not in path and not undone(ruling.id, path | {ruling.id})
            for ruling in rulings.get(target, ())
            if ruling.kind == "undo"
        )

    return not undone(fact, frozenset({fact}))


def overriding(scan: str, rulings: Mapping[str, Iterable[Ruling]]) -> bool:
    """Whether a standing override admits this scan."""
    return any(
        ruling.kind == "override" and stands(ruling.id, rulings) for ruling in rulings.get(scan, ())
    )


@dataclass(frozen=True, slots=True)
class Pass:
    """One scan as attendance sees it; `door` is milliseconds since 1970 UTC on its desk's clock.

    `offset` is what was measured of that clock; it decides the order.
    """

    id: str
    door: int
    direction: str
    admitted: bool
    standing: bool
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Presence:
    """What attendance says of one delegate at one checkpoint."""

    first_scan: str
    first_at: int
    last_at: int
    inside: bool
    passages: int


def presence(passes: Iterable[Pass]) -> Presence | None:
    """The attendance of one delegate at one checkpoint, or None when nothing let them in."""
    counted = sorted(
        (p for p in passes if p.admitted and p.standing), key=lambda p: (p.door + p.offset, p.id)
    )
    entered = [p for p in counted if p.direction == "in"]
    if not entered:
        return None
    return Presence(
        first_scan=entered[0].id,
        first_at=entered[0].door,
        last_at=counted[-1].door,
        inside=counted[-1].direction == "in",
        passages=len(entered),
    )
