"""Owns the command about blank badges: stock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from checkin_app import config
from checkin_app.cli import answers, output
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.language import say
from checkin_app.cli.parts import command, option

if TYPE_CHECKING:
    from checkin_app.domain.badges import Stock
    from checkin_app.domain.programme import Event

_HEADERS = ("Printer", "Left", "Printed", "Spoilt", "Counted at")


@command("stock", help="How many blank badges are left at each printer.")
@option("--printer", metavar="NAME", help="Of this printer only.")
@option("--left", type=click.IntRange(0, 1_000_000), help="Keep that so many were counted there.")
@option("--operator", default="", metavar="NAME", help="Who works at the desk.")
@pass_invocation
def stock_command(asked: Invocation, printer: str | None, left: int | None, operator: str) -> None:
    if left is not None and not printer:
        raise click.UsageError(say("Say which printer is meant: --printer NAME."))
    with asked.desk(write=left is not None) as desk:
        if left is not None and printer:
            desk.count_stock(printer, left, operator=operator)
        found = [line for line in desk.stock() if printer in (None, line.printer)]
        event = desk.event
    if asked.json:
        output.emit_list(_record(line, event) for line in found)
    elif found:
        output.table(
            [say(header) for header in _HEADERS],
            [
                (
                    line.printer,
                    "—" if line.left is None else str(line.left),
                    line.printed,
                    line.spoilt,
                    answers.moment(line.counted_at, event) if line.counted_at else "",
                )
                for line in found
            ],
        )
    else:
        output.notice(say("Nothing was printed or counted yet."))
    few = config.load()[0].stock_warning
    for line in found:
        if line.left is not None and line.left <= few:
            output.notice(
                say(
                    "{printer}: only {count} blank badges are left.",
                    printer=line.printer,
                    count=line.left,
                )
            )


def _record(line: Stock, event: Event) -> dict[str, Any]:
    return {
        "printer": line.printer,
        "left": line.left,
        "printed": line.printed,
        "spoilt": line.spoilt,
        "counted_at": answers.moment(line.counted_at, event) if line.counted_at else None,
    }
