"""Owns the commands that put badges on paper: print, printers."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from checkin_app.cli import output
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.language import say
from checkin_app.cli.parts import command, option
from checkin_app.domain.errors import NotPossible, PrinterFailed

if TYPE_CHECKING:
    from checkin_app.badges.layout import Layout
    from checkin_app.desk import Desk
    from checkin_app.printing import Printer, PrintOutcome

_STATE_WORDS = {
    "ready": "ready",
    "printing": "printing",
    "stopped": "stopped",
    "refusing": "takes no jobs",
    "unknown": "unknown",
}
_HEADERS = ("Printer", "State", "Note")


@command("printers", help="List the printers of this machine.")
@pass_invocation
def printers_command(asked: Invocation) -> None:
    from checkin_app.printing import printers

    found = printers()
    if asked.json:
        output.emit_list(map(asdict, found))
    elif found:
        output.table(
            [say(header) for header in _HEADERS],
            [(printer.name, say(_STATE_WORDS[printer.state]), printer.note) for printer in found],
        )
    else:
        output.notice(say("No printer is set up on this machine."))


@command(
    "print",
    help="Print badges. A second print needs --reason; the code stays the same.",
)
@click.argument("delegates", nargs=-1, required=True, metavar="DELEGATE…")
@option("--printer", "name", required=True, metavar="NAME", help="The printer, or folder:PATH.")
@option("--layout", type=click.Choice(["a6", "card"]), default="a6", help="The layout.")
@option("--reason", default="", metavar="TEXT", help="Why; it is kept.")
@option("--operator", default="", metavar="NAME", help="Who works at the desk.")
@pass_invocation
def print_command(
    asked: Invocation,
    delegates: tuple[str, ...],
    name: str,
    layout: str,
    reason: str,
    operator: str,
) -> None:
    from checkin_app.badges.layout import LAYOUTS
    from checkin_app.printing import find

    with asked.desk(write=True) as desk:
        printed = {key: desk.delegate(key).printed for key in delegates}
        again = [key for key, times in printed.items() if times]
        if again and not reason.strip():
            raise NotPossible(
                "The badge of {id} was printed before. Say why it is printed again: --reason TEXT.",
                id=again[0],
            )
        printer = find(name)
        done: list[dict[str, str]] = []
        try:
            for key in printed:
                outcome = _print(desk, key, printer, LAYOUTS[layout], reason, operator)
                done.append({"delegate_id": key, "printer": printer.name, **asdict(outcome)})
        finally:
            _tell(asked, done)


def _print(
    desk: Desk, delegate: str, printer: Printer, layout: Layout, reason: str, operator: str
) -> PrintOutcome:
    """Hands one badge to the printer and records what became of it. Raises PrinterFailed."""
    from checkin_app.badges.render import render
    from checkin_app.badges.selection import Selection
    from checkin_app.printing import print_pdf, spooled

    [subject] = desk.badge_subjects(Selection((delegate,)))
    with spooled(printer) as pdf:
        render([subject], pdf, layout=layout)
        outcome = print_pdf(printer, pdf, title=delegate, media=layout.media)
    desk.record_print(
        delegate,
        layout=layout.name,
        printer=printer.name,
        outcome=outcome.state,
        code=subject.code,
        reason=reason,
        operator=operator,
    )
    if outcome.state == "failed":
        raise PrinterFailed(printer=printer.name, why=outcome.detail)
    return outcome


def _tell(asked: Invocation, done: list[dict[str, str]]) -> None:
    """Says which badges are on their way, also where a later one failed."""
    if asked.json:
        output.emit_list(done)
        return
    for job in done:
        said = {
            "sent": say(
                "{id}: handed to {printer}.", id=job["delegate_id"], printer=job["printer"]
            ),
            "written": say("{id}: written to {file}.", id=job["delegate_id"], file=job["detail"]),
        }
        unknown = say(
            "{id}: handed to {printer}; what became of it is not known.",
            id=job["delegate_id"],
            printer=job["printer"],
        )
        output.line(said.get(job["state"], unknown))
        if job["state"] != "written" and job["detail"]:
            output.notice(job["detail"])
