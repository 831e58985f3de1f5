"""Owns the commands about bundles: write one for a stick, show what one holds, read one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checkin_app.cli import output
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.language import say
from checkin_app.cli.parts import Group

if TYPE_CHECKING:
    from checkin_app.sync.bundle import Summary


@click.group("bundle", cls=Group, help="Carry what is known from desk to desk on a stick.")
def bundle_command() -> None:
    """The group of the three."""


@bundle_command.command("write", help="Write all that this desk knows into one encrypted file.")
@click.argument("file")
@pass_invocation
def write(asked: Invocation, file: str) -> None:
    with asked.desk() as desk, output.progress("Writing"):
        summary = desk.write_bundle(Path(file))
        zone = desk.event.zone
    if asked.json:
        output.emit(_record(file, summary, zone))
        return
    output.notice(
        say(
            "{file} is written; entries: {entries}, scans among them: {scans}. It may leave the"
            " computer now.",
            file=file,
            entries=summary.counts.entries,
            scans=summary.counts.scans,
        )
    )


@bundle_command.command("show", help="Say what a bundle holds, without reading it in.")
@click.argument("file")
@pass_invocation
def show(asked: Invocation, file: str) -> None:
    with asked.desk() as desk:
        bundle = desk.bundle(Path(file))
        zone = desk.event.zone
    record = _record(file, bundle.summary, zone) | {"new": bundle.fresh, "ahead": bundle.ahead}
    if asked.json:
        output.emit(record)
        return
    output.facts(
        [
            (say("Desk"), record["desk"]),
            (say("Written"), record["written_at"]),
            (say("Size"), f"{record['bytes']:,}"),
            (say("People"), record["people"]),
            (say("Scans"), record["scans"]),
            (say("Entries"), record["entries"]),
            (say("New here"), record["new"]),
        ]
    )
    if bundle.ahead:
        output.notice(_ahead_of_time())


@bundle_command.command("read", help="Take in what a bundle knows and this desk does not.")
@click.argument("file")
@pass_invocation
def read(asked: Invocation, file: str) -> None:
    with asked.desk(write=True) as desk, output.progress("Reading") as bar:
        ahead = desk.bundle(Path(file)).ahead
        came = desk.read_bundle(Path(file), progress=bar)
        zone = desk.event.zone
    if asked.json:
        counts = {"taken": came.taken, "known": came.known, "refused": came.refused}
        output.emit(_record(file, came.summary, zone) | counts)
        return
    if ahead:
        output.notice(_ahead_of_time())
    output.notice(
        say(
            "Entries that are new: {taken}; known before: {known}.",
            taken=came.taken,
            known=came.known,
        )
    )
    if came.refused:
        output.notice(
            say(
                "Pieces that were refused and are kept aside: {refused}. The Sync screen shows"
                " them.",
                refused=came.refused,
            )
        )


def _ahead_of_time() -> str:
    return say(
        "It was written later than this computer’s clock shows: one of the two clocks is wrong."
    )


def _record(file: str, summary: Summary, zone: Any) -> dict[str, Any]:
    at = datetime.fromtimestamp(summary.written_at / 1000, UTC).astimezone(zone)
    return {
        "file": file,
        "desk": summary.desk,
        "written_at": at.isoformat(timespec="seconds"),
        "bytes": summary.bytes,
        "people": summary.counts.people,
        "scans": summary.counts.scans,
        "desks": summary.counts.desks,
        "entries": summary.counts.entries,
    }
