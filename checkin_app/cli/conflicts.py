"""Owns the commands about what does not fit together: conflicts, resolve, merge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from checkin_app.cli import answers, output
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.language import say
from checkin_app.cli.parts import command, option
from checkin_app.domain.conflicts import BOTH, CODES, MERGE, ConflictKind

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.domain.conflicts import Conflict, Side
    from checkin_app.domain.delegates import Delegate
    from checkin_app.domain.programme import Event

#: In place of a decision: takes back the one that was made.
UNDO = "undo"
#: What each kind is called; English and the key of its translation.
KIND_WORDS = {
    ConflictKind.ADMITTED_TWICE: "Admitted at two desks",
    ConflictKind.TWO_DOORS: "One badge at two doors at once",
    ConflictKind.REPLACED_CODE_USED: "A replaced badge was used",
    ConflictKind.WALK_IN_TWINS: "Registered at two desks",
    ConflictKind.CROSSED_EDITS: "Corrected at two desks",
    ConflictKind.TEMPORARY_TWICE: "One temporary badge for two people",
    ConflictKind.CROSSED_DECISIONS: "Decided differently at two desks",
}


@command("conflicts", help="List what does not fit together and waits for a person.")
@option("--all", "everything", is_flag=True, help="Also what was decided.")
@pass_invocation
def conflicts_command(asked: Invocation, everything: bool) -> None:
    with asked.desk() as desk:
        found = desk.conflicts(open_only=not everything)
        if asked.json:
            output.emit_list(_record(desk, conflict) for conflict in found)
            return
        for conflict in found:
            _show(desk, conflict)
    if not found:
        output.notice(say("There are no conflicts."))


@command("resolve", help="Decide a conflict as its list says, or undo a decision.")
@click.argument("conflict")
@click.argument("decision")
@option("--reason", default="", metavar="TEXT", help="Why; it is kept.")
@option("--operator", default="", metavar="NAME", help="Who works at the desk.")
@pass_invocation
def resolve_command(
    asked: Invocation, conflict: str, decision: str, reason: str, operator: str
) -> None:
    with asked.desk(write=True) as desk:
        if decision == UNDO:
            found = desk.undo_decision(conflict, reason=reason, operator=operator)
        else:
            found = desk.resolve(conflict, decision, reason=reason, operator=operator)
        if asked.json:
            output.emit(_record(desk, found) if found else None)
        elif found:
            _show(desk, found)


@command("merge", help="Make two records one person: DROP counts as KEEP from now on.")
@click.argument("keep")
@click.argument("drop")
@option(
    "--codes",
    type=click.Choice(CODES),
    default=BOTH,
    help="Whether the codes of both go on, or those of KEEP replace the others.",
)
@option("--operator", default="", metavar="NAME", help="Who works at the desk.")
@pass_invocation
def merge_command(asked: Invocation, keep: str, drop: str, codes: str, operator: str) -> None:
    with asked.desk(write=True) as desk:
        desk.merge(keep, drop, codes=codes, operator=operator)
        record = answers.full(desk.delegate(keep))
    if asked.json:
        output.emit(record)
    else:
        output.facts((name, value) for name, value in record.items() if value not in ("", None))


def _record(desk: Desk, conflict: Conflict) -> dict[str, Any]:
    """A conflict with its sides; times are the desk's own and corrected."""
    people = [_person(desk, delegate) for delegate in conflict.people]
    sides = [_side(side, desk.event) for side in conflict.sides]
    decided = conflict.decided
    return {
        "conflict_id": conflict.id,
        "kind": conflict.kind.value,
        "open": conflict.is_open,
        "order_uncertain": conflict.order_uncertain,
        "delegate": people[0] if people else None,
        "delegates": people,
        "field": conflict.field,
        "about": conflict.about or conflict.record,
        "shown": conflict.shown,
        "scans": [side for side in sides if side["role"] == "scan"],
        "sides": sides,
        "proposals": list(conflict.proposals),
        "decision": decided
        and {
            "decision": decided.decision,
            "reason": decided.reason,
            "operator": decided.operator,
            "desk": decided.desk,
            "at": answers.moment(decided.at, desk.event),
        },
    }


def _person(desk: Desk, delegate: Delegate) -> dict[str, Any]:
    card = desk.delegate(delegate.id)
    named = answers.person(delegate, card.delegation.name if card.delegation else "", card.category)
    return named | {"photo": delegate.photo}


def _side(side: Side, event: Event) -> dict[str, Any]:
    return {
        "entry": side.entry,
        "role": side.role.value,
        "desk": side.desk,
        "operator": side.operator,
        "at": answers.moment(side.at, event),
        "corrected_at": answers.moment(side.corrected_at, event),
        "bound_ms": side.bound_ms,
        "checkpoint": side.checkpoint,
        "code": side.code,
        "delegate": side.delegate,
        "value": side.value,
    }


def _show(desk: Desk, conflict: Conflict) -> None:
    names = ", ".join(f"{p.honorific} {p.name}".strip() for p in conflict.people)
    parts = [say(KIND_WORDS[conflict.kind]), names, conflict.field, conflict.about, conflict.id]
    output.line(" · ".join(part for part in parts if part))
    for side in conflict.sides:
        told = [
            answers.moment(side.corrected_at, desk.event),
            side.desk,
            side.operator,
            side.checkpoint,
            side.value,
            side.entry,
        ]
        output.line("    " + " · ".join(text for text in told if text))
    if conflict.order_uncertain:
        output.line("    " + say("Which came first is not certain."))
    if conflict.decided is not None:
        output.line("    " + say("Decided: {decision}", decision=conflict.decided.decision))
    elif not conflict.is_open:  # Walk-ins that somebody made one without looking here.
        output.line("    " + say("Decided: {decision}", decision=MERGE))
    elif conflict.proposals:
        output.line("    " + say("Decide: {known}", known=", ".join(conflict.proposals)))
