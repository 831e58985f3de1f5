"""Owns the commands that hand out what the desk knows: export, stats."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from checkin_app.cli import output
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.language import say, spoken
from checkin_app.cli.parts import MOMENT, command, option

_KINDS = ("attendance", "scans", "roster", "delegations", "prints", "audit", "conflicts")


@command(
    "export",
    help="Write attendance, scans, roster, delegations, prints, audit or conflicts to a file.",
)
@click.argument("kind", type=click.Choice(_KINDS))
@option("--out", required=True, metavar="FILE", help="The file: .csv, .xlsx or .json.")
@option("--checkpoint", default="", metavar="ID", help="Of this checkpoint only.")
@option("--from", "since", type=MOMENT, metavar="TIME", help="From this time on.")
@option("--to", "until", type=MOMENT, metavar="TIME", help="Before this time.")
@pass_invocation
def export_command(
    asked: Invocation,
    kind: str,
    out: str,
    checkpoint: str,
    since: datetime | None,
    until: datetime | None,
) -> None:
    with asked.desk() as desk:
        count = desk.export(
            kind,
            Path(out),
            lang=spoken(),
            checkpoint=checkpoint,
            since=since,
            until=until,
        )
    if asked.json:
        output.emit({"rows": count, "file": out})
    else:
        output.notice(say("Rows written to {file}: {count}.", count=count, file=out))


@command("stats", help="Show the live numbers.")
@pass_invocation
def stats_command(asked: Invocation) -> None:
    with asked.desk() as desk:
        event = desk.event
        figures = asdict(desk.figures())
        digest = desk.digest()
    if asked.json:
        output.emit({"event": event.name, **figures, "digest": digest})
        return
    by_checkpoint = figures.pop("per_checkpoint")
    output.line(event.name_vi if spoken() == "vi" else event.name)
    output.line("")
    output.facts(
        [
            (say("Expected"), figures["expected"]),
            (say("Arrived"), figures["arrived"]),
            (say("Inside"), figures["inside"]),
            (
                say("Delegations here"),
                f"{figures['delegations_present']} / {figures['delegations_expected']}",
            ),
            (say("Arrivals a minute"), f"{figures['per_minute']:.1f}"),
            (
                say("Waiting to be synchronised"),
                say("not known yet") if figures["outbox"] is None else figures["outbox"],
            ),
            (say("Conflicts"), figures["conflicts"]),
            (say("Digest"), digest),
        ]
    )
    output.line("")
    output.table(
        [say("Checkpoint"), say("Admitted"), say("Inside")],
        [(name, numbers["admitted"], numbers["inside"]) for name, numbers in by_checkpoint.items()],
    )
