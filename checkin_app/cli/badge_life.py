"""Owns the commands about badges that are printed: lost, handover, spoil, verify."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from checkin_app.cli import answers, output
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.language import say
from checkin_app.cli.parts import command, option
from checkin_app.domain.badges import RECEIVERS
from checkin_app.domain.errors import NotPossible

if TYPE_CHECKING:
    from checkin_app.desk import Desk

_CHECK_WORDS = {
    "right": "This is {name}’s badge.",
    "other_person": "WRONG BADGE: this one is {name}’s.",
    "former": "WRONG BADGE: it is {name}’s, but no longer counts.",
    "unreadable": "The code was not read whole. Scan it again.",
    "unknown": "WRONG BADGE: nobody has this code.",
}


@command("lost", help="A badge is lost: its codes count no longer, a fresh one is issued.")
@click.argument("delegate")
@option("--operator", default="", metavar="NAME", help="Who works at the desk.")
@pass_invocation
def lost_command(asked: Invocation, delegate: str, operator: str) -> None:
    with asked.desk(write=True) as desk:
        desk.lost_badge(delegate, operator=operator)
        person, event = desk.delegate(delegate).delegate, desk.event
        records = [answers.code(person, code, event) for code in desk.credentials(delegate)]
    if asked.json:
        output.emit_list(records)
    else:
        output.line(
            say("{name}: every former code is revoked. Print the new badge.", name=person.name)
        )


@command("handover", help="Keep who took badges: the delegate, a liaison officer or an aide.")
@click.argument("delegates", nargs=-1, required=True, metavar="DELEGATE…")
@option("--to", type=click.Choice(RECEIVERS), default="delegate", help="Who takes them.")
@option("--name", default="", metavar="TEXT", help="The name of who takes them.")
@option("--verified", is_flag=True, help="Each badge was scanned before.")
@option("--operator", default="", metavar="NAME", help="Who works at the desk.")
@pass_invocation
def handover_command(
    asked: Invocation,
    delegates: tuple[str, ...],
    to: str,
    name: str,
    verified: bool,
    operator: str,
) -> None:
    with asked.desk(write=True) as desk:
        desk.hand_over(delegates, to=to, name=name, verified=verified, operator=operator)
        done = [_handed(desk, key) for key in dict.fromkeys(delegates)]
    if asked.json:
        output.emit_list(done)
    else:
        output.notice(say("{count} hand-overs are kept.", count=len(done)))


def _handed(desk: Desk, delegate: str) -> dict[str, Any]:
    latest = desk.badge_of(delegate).handed[0]
    return {
        "delegate_id": delegate,
        "to": latest.to,
        "name": latest.name,
        "verified": latest.verified,
        "at": answers.moment(latest.at, desk.event),
    }


@command("spoil", help="The latest badge of a delegate cannot be used: torn, smeared, misprinted.")
@click.argument("delegate")
@option("--reason", required=True, metavar="TEXT", help="Why; it is kept.")
@option("--operator", default="", metavar="NAME", help="Who works at the desk.")
@pass_invocation
def spoil_command(asked: Invocation, delegate: str, reason: str, operator: str) -> None:
    with asked.desk(write=True) as desk:
        latest = next((p for p in desk.badge_of(delegate).prints if p.counts), None)
        if latest is None:
            raise NotPossible("No badge of {id} was printed that could be spoilt.", id=delegate)
        desk.spoil(latest.id, reason=reason, operator=operator)
    if asked.json:
        output.emit({"delegate_id": delegate, "print": latest.id, "printer": latest.printer})
    else:
        output.notice(say("Kept as spoilt. Print it again."))


@command("verify", help="Whether a badge that was just printed is the right one.")
@click.argument("delegate")
@click.argument("code")
@pass_invocation
def verify_command(asked: Invocation, delegate: str, code: str) -> None:
    with asked.desk() as desk:
        found = desk.verify_badge(delegate, code)
    whose = found.delegate
    if asked.json:
        output.emit({"kind": found.kind, "delegate_id": whose.id if whose else None})
    else:
        output.line(say(_CHECK_WORDS[found.kind], name=whose.name if whose else ""))
