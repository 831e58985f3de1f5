"""Owns the command that looks at badges without printing them: preflight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from checkin_app.cli import output
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.language import say, spoken
from checkin_app.cli.parts import command, option

if TYPE_CHECKING:
    from checkin_app.badges.preflight.findings import Finding

_HEADERS = ("Name", "ID", "What is wrong")


@command("preflight", help="Look at every badge without printing it, and say what is wrong.")
@option("--layout", default="", metavar="NAME", help="The layout; without it each category's own.")
@option(
    "--dpi",
    type=click.IntRange(72, 2400),
    default=203,
    metavar="N",
    help="The printer's resolution in dots an inch.",
)
@option("--delegation", default="", metavar="D", help="Of this delegation only: its name or id.")
@option("--category", default="", metavar="C", help="Of this category only: its name or id.")
@option("--delegate", "delegates", multiple=True, metavar="ID", help="Of this delegate; repeat.")
@pass_invocation
def preflight_command(
    asked: Invocation,
    layout: str,
    dpi: int,
    delegation: str,
    category: str,
    delegates: tuple[str, ...],
) -> None:
    from checkin_app import config
    from checkin_app.badges.preflight.findings import KINDS
    from checkin_app.badges.preflight.words import title
    from checkin_app.badges.selection import Selection
    from checkin_app.press.preflights import Inquiry, look

    usual = config.load()[0].usual_layout
    inquiry = Inquiry(Selection(delegates, delegation, category), layout, dpi, usual)
    with asked.desk() as desk, output.progress("Looking at badges") as bar:
        checked = look(desk, inquiry, progress=bar)
    if asked.json:
        output.emit_list(map(_record, checked.findings))
        return
    for kind in KINDS:
        found = [finding for finding in checked.findings if finding.problem == kind]
        if found:
            output.line(f"{title(kind, spoken())}: {len(found)}")
            output.table([say(header) for header in _HEADERS], map(_row, found))
            output.line("")
    if checked.findings:
        people = len({finding.delegate_id for finding in checked.findings})
        output.notice(
            say(
                "Badges looked at: {count}; something is to be seen to on: {people}.",
                count=checked.badges,
                people=people,
            )
        )
    else:
        output.notice(say("All {count} badges are fine.", count=checked.badges))


def _record(finding: Finding) -> dict[str, Any]:
    return {
        "delegate_id": finding.delegate_id,
        "name": finding.name,
        "problem": finding.problem,
        "field": finding.field,
        "detail": finding.detail,
    }


def _row(finding: Finding) -> tuple[str, str, str]:
    from checkin_app.badges.preflight.words import sentence

    return finding.name, finding.delegate_id, sentence(finding, spoken())
