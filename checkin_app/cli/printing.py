"""Owns the commands that put badges on paper: print, printers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import click

from checkin_app import config
from checkin_app.cli import output
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.language import say, sentence, spoken
from checkin_app.cli.parts import command, option
from checkin_app.domain.badges import Job, JobState
from checkin_app.domain.errors import NotPossible, PrinterFailed, RequestError

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.press import Press

STATE_WORDS = {
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
            [(printer.name, say(STATE_WORDS[printer.state]), printer.note) for printer in found],
        )
    else:
        output.notice(say("No printer is set up on this machine."))


@command(
    "print",
    help="Print badges. A second print needs --reason; it carries a new code.",
)
@click.argument("delegates", nargs=-1, required=True, metavar="DELEGATE…")
@option(
    "--printer",
    "name",
    default="",
    metavar="NAME",
    help="The printer, or folder:PATH; else the station's for the category.",
)
@option("--layout", default="", metavar="NAME", help="The layout, else the category's.")
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
    from checkin_app.printing import find

    station = spoken_station()
    if not (name or station.printer or station.routes):
        raise click.UsageError(say("Say which printer is meant: --printer NAME."))
    with asked.desk(write=True) as desk:
        press = at_press(desk, station)
        if layout:
            desk.layout(layout)
        again = [key for key in delegates if desk.badge_of(key).printed]
        if again and not reason.strip():
            raise NotPossible(
                "The badge of {id} was printed before. Say why it is printed again: --reason TEXT.",
                id=again[0],
            )
        if name:
            find(name)
        ordered: list[Job] = []
        refused: dict[str, RequestError] = {}
        for key in dict.fromkeys(delegates):
            try:
                ordered += desk.order_badges(
                    [key],
                    printer=name,
                    layout=layout,
                    reason=reason,
                    operator=operator,
                    station=station,
                )
            except RequestError as problem:
                refused[key] = problem
        try:
            for job in ordered:
                press.work(only=job.id)
            press.follow()
        finally:
            done = [desk.job(job.id) for job in ordered]
            _tell(asked, done, refused)
    _end(done, refused)


def _end(done: list[Job], refused: Mapping[str, RequestError]) -> None:
    """Fails where a badge was not printed: as the printer's failure if one of them is that."""
    failed = [job for job in done if job.state is JobState.FAILED]
    several = len(done) + len(refused) > 1
    if failed and several:
        raise PrinterFailed(
            "{count} of {all} badges were not printed: {why} See “jobs” to try again.",
            count=len(failed) + len(refused),
            all=len(done) + len(refused),
            why=note(failed[0]),
        )
    if failed:
        raise PrinterFailed(printer=failed[0].printer, why=note(failed[0]))
    if refused and several:
        raise NotPossible(
            "{count} of {all} badges were not printed.",
            count=len(refused),
            all=len(done) + len(refused),
        )
    for problem in refused.values():
        raise problem


def spoken_station() -> config.Station:
    """The station's settings, its language the one that is spoken."""
    return replace(config.load()[0], language=spoken())


def at_press(desk: Desk, station: config.Station) -> Press:
    """The press of this desk, which knows again what became of jobs since it last ran."""
    from checkin_app.press import Press

    press = Press(lambda verb: verb(desk), station)
    press.recover()
    press.follow()
    return press


def _tell(asked: Invocation, done: list[Job], refused: Mapping[str, RequestError]) -> None:
    """Says which badges are on their way, and which of several are not, and why."""
    several = len(done) + len(refused) > 1
    if asked.json:
        told = [
            {
                "delegate_id": badge.delegate,
                "printer": job.printer,
                "state": job.state.value,
                "job": job.system_job,
                "detail": job.attention or job.words,
                "job_id": job.id,
            }
            for job in done
            for badge in job.badges
        ]
        nowhere = {"printer": "", "state": "refused", "job": "", "job_id": ""}
        told += [
            {"delegate_id": key, **nowhere, "detail": sentence(problem)}
            for key, problem in refused.items()
        ]
        output.emit_list(told)
        return
    for key, problem in refused.items() if several else ():
        output.notice(say("{id}: not printed. {why}", id=key, why=sentence(problem)))
    for job in done:
        [key] = [badge.delegate for badge in job.badges]
        if job.state is JobState.FAILED:
            if several:
                output.notice(say("{id}: not printed. {why}", id=key, why=note(job)))
            continue
        match job.state:
            case JobState.QUEUED | JobState.SENDING:
                output.line(say("{id}: queued for {printer}.", id=key, printer=job.printer))
            case JobState.SENT:
                output.line(say("{id}: handed to {printer}.", id=key, printer=job.printer))
            case JobState.CONFIRMED:
                output.line(say("{id}: printed by {printer}.", id=key, printer=job.printer))
            case JobState.WRITTEN:
                output.line(say("{id}: written to {file}.", id=key, file=job.words))
            case JobState.CANCELLED:
                output.line(say("{id}: cancelled.", id=key))
            case _:
                output.line(
                    say(
                        "{id}: handed to {printer}; what became of it is not known.",
                        id=key,
                        printer=job.printer,
                    )
                )
        if job.state is not JobState.WRITTEN and (words := note(job)):
            output.notice(words)


def note(job: Job) -> str:
    """What the printer asks for, or says about the state, for people."""
    from checkin_app.printing.words import said

    return said(job.attention or job.words, spoken())
