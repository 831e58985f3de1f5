"""Owns the commands about whole event files: init, sample, check, backup, restore."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checkin_app import i18n
from checkin_app.cli import output
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.language import say, spoken
from checkin_app.cli.parts import DAY, command, option
from checkin_app.domain.errors import StoreDamaged

if TYPE_CHECKING:
    from checkin_app.desk import Desk


@command("init", help="Make an empty event with one checkpoint, registration.")
@click.argument("file")
@option("--name", required=True, metavar="TEXT", help="The name of the event.")
@option("--name-vi", default="", metavar="TEXT", help="Its name in Vietnamese.")
@option("--from", "first", required=True, type=DAY, metavar="DATE", help="The first day.")
@option("--to", "last", required=True, type=DAY, metavar="DATE", help="The last day.")
@option(
    "--timezone",
    default="Asia/Ho_Chi_Minh",
    show_default=True,
    metavar="NAME",
    help="The time zone of the place.",
)
@pass_invocation
def init_command(
    asked: Invocation,
    file: str,
    name: str,
    name_vi: str,
    first: date,
    last: date,
    timezone: str,
) -> None:
    from checkin_app.desk import Desk

    _check_zone(timezone)
    if last < first:
        raise click.UsageError(say("The last day is before the first day."))
    if not name.strip():
        raise click.UsageError(say("The event needs a name."))
    desk = Desk.create(
        Path(file),
        name=name,
        name_vi=name_vi,
        first_day=first,
        last_day=last,
        timezone=timezone,
    )
    desk.close()
    _print_event(asked, desk, {})


@command("sample", help="Make the sample event: a synthetic forum.")
@click.argument("file")
@option("--delegates", type=click.IntRange(1, 2_000_000), default=1800, help="How many delegates.")
@option("--seed", type=int, default=1, help="The same seed gives the same event.")
@pass_invocation
def sample_command(asked: Invocation, file: str, delegates: int, seed: int) -> None:
    from checkin_app.desk import Desk
    from checkin_app.sample import sample_event

    desk = Desk.create_sample(Path(file), sample_event(delegates, seed, irregular=False))
    try:
        counts = {
            "delegates": desk.figures().expected,
            "delegations": len(desk.delegations()),
            "sessions": len(desk.sessions()),
            "checkpoints": len(desk.checkpoints()),
        }
    finally:
        desk.close()
    _print_event(asked, desk, counts)


@command("check", help="Look whether the event file is whole: pages, chain, seals, tables.")
@option("--rebuild", is_flag=True, help="First make the tables anew from the ledger.")
@pass_invocation
def check_command(asked: Invocation, rebuild: bool) -> None:
    with asked.desk(write=rebuild) as desk:
        if rebuild:
            desk.rebuild()
        report = desk.check()
    if asked.json:
        output.emit(
            {
                "whole": report.whole,
                "entries": report.entries,
                "sealed": report.sealed,
                "digest": report.digest,
                "problems": [str(problem) for problem in report.problems],
            }
        )
    elif report.whole:
        output.line(
            say(
                "{file} is whole; entries: {entries}; {digest}.",
                file=asked.file,
                entries=report.entries,
                digest=report.digest,
            )
        )
    else:
        for problem in report.problems:
            output.line(i18n.say(spoken(), "check", problem.sentence, **problem.details))
    if not report.whole:
        raise StoreDamaged(file=asked.file)


@command("backup", help="Copy the event file while it is in use; the copy is checked.")
@click.argument("file")
@pass_invocation
def backup_command(asked: Invocation, file: str) -> None:
    with asked.desk() as desk:
        desk.backup(Path(file))
    if asked.json:
        output.emit({"file": file})
    else:
        output.notice(say("A whole copy is in {file}.", file=file))


@command("restore", help="Put a copy back in the place of the event file.")
@click.argument("file")
@pass_invocation
def restore_command(asked: Invocation, file: str) -> None:
    from checkin_app.store.restoring import restore

    kept = restore(Path(file), asked.file)
    if asked.json:
        output.emit({"file": str(asked.file), "kept": str(kept) if kept else None})
        return
    output.notice(say("{file} is back from {copy}.", file=asked.file, copy=file))
    if kept:
        output.notice(say("What was there before is kept in {file}.", file=kept))


def _check_zone(name: str) -> None:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise click.UsageError(
            say("There is no time zone “{name}”; one is Asia/Ho_Chi_Minh.", name=name)
        ) from error


def _print_event(asked: Invocation, desk: Desk, counts: dict[str, Any]) -> None:
    event = desk.event
    if asked.json:
        record = {
            "file": str(desk.path),
            "event": event.name,
            "name_vi": event.name_vi,
            "from": event.first_day.isoformat(),
            "to": event.last_day.isoformat(),
            "timezone": event.timezone,
        }
        output.emit(record | counts)
        return
    name = event.name_vi if spoken() == "vi" else event.name
    output.notice(say("{file} holds “{name}”.", file=desk.path, name=name))
