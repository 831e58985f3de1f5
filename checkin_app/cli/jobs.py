"""Owns the command about the print queue: jobs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from checkin_app.cli import answers, output
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.language import say
from checkin_app.cli.parts import command, option
from checkin_app.cli.printing import at_press, note, spoken_station
from checkin_app.domain.badges import SEEN, Job, JobState
from checkin_app.domain.errors import StoreLocked

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.press import Press

STATE_WORDS = {
    JobState.QUEUED: "queued",
    JobState.SENDING: "being sent",
    JobState.SENT: "sent",
    JobState.CONFIRMED: "printed",
    JobState.WRITTEN: "written",
    JobState.FAILED: "failed",
    JobState.UNKNOWN: "not known",
    JobState.CANCELLED: "cancelled",
}
_HEADERS = ("Job", "State", "Printer", "Badges", "Note")


@command("jobs", help="List the print queue, or do something about a job in it.")
@option("--all", "every", is_flag=True, help="Also those that are done.")
@option("--retry", metavar="JOB", help="Print this one again; the PDF that was kept is sent.")
@option("--cancel", metavar="JOB", help="Cancel this one, at the printer too.")
@option("--move", metavar="JOB PRINTER", nargs=2, help="Give this one to another printer.")
@option("--printed", metavar="JOB", help="It came out: seen at the printer.")
@option("--not-printed", metavar="JOB", help="It did not come out: seen at the printer.")
@option("--operator", default="", metavar="NAME", help="Who works at the desk.")
@pass_invocation
def jobs_command(
    asked: Invocation,
    every: bool,
    retry: str | None,
    cancel: str | None,
    move: tuple[str, str] | None,
    printed: str | None,
    not_printed: str | None,
    operator: str,
) -> None:
    deeds = [deed for deed in (retry, cancel, move, printed, not_printed) if deed]
    if len(deeds) > 1:
        raise click.UsageError(say("One thing at a time: give one of these options."))
    if not deeds:
        _list(asked, every=every)
        return
    with asked.desk(write=True) as desk:
        press = at_press(desk, spoken_station())
        if retry:
            job = _again(desk, press, retry)
        elif cancel:
            job = press.cancel(_whole_id(desk, cancel), operator=operator)
        elif move:
            job = _worked(desk, press, press.move(_whole_id(desk, move[0]), move[1]))
        else:
            key = _whole_id(desk, printed or not_printed or "")
            state = JobState.CONFIRMED if printed else JobState.FAILED
            job = desk.job_told(key, state, words=SEEN, operator=operator)
        _show(asked, desk, [job])


def _again(desk: Desk, press: Press, job_id: str) -> Job:
    """Sends a job once more; one that a former run left queued is sent for the first time."""
    job = desk.job(_whole_id(desk, job_id))
    return _worked(desk, press, job if job.state is JobState.QUEUED else desk.retry_job(job.id))


def _worked(desk: Desk, press: Press, job: Job) -> Job:
    if job.state is JobState.QUEUED:
        press.work(only=job.id)
        press.follow()
    return desk.job(job.id)


def _whole_id(desk: Desk, given: str) -> str:
    """A job's id from the end of it, which is what people see."""
    ids = [job.id for job in desk.jobs(limit=5000) if job.id.endswith(given)]
    return ids[0] if len(ids) == 1 else given


def _list(asked: Invocation, *, every: bool) -> None:
    try:
        with asked.desk(write=True) as desk:
            at_press(desk, spoken_station())
            _show(asked, desk, desk.jobs(unfinished=not every))
    except StoreLocked:  # A window has it open, and follows the jobs itself.
        with asked.desk() as desk:
            _show(asked, desk, desk.jobs(unfinished=not every))


def _show(asked: Invocation, desk: Desk, jobs: list[Job]) -> None:
    if asked.json:
        output.emit_list(_record(desk, job) for job in jobs)
    elif jobs:
        output.table(
            [say(header) for header in _HEADERS],
            [
                (
                    job.id[-12:],
                    say(STATE_WORDS[job.state]),
                    job.printer,
                    ", ".join(badge.name for badge in job.badges),
                    note(job),
                )
                for job in jobs
            ],
        )
    else:
        output.notice(say("Nothing waits to be printed."))


def _record(desk: Desk, job: Job) -> dict[str, Any]:
    return {
        "id": job.id,
        "state": job.state.value,
        "printer": job.printer,
        "title": job.title,
        "layout": job.layout,
        "badges": [{"delegate_id": badge.delegate, "name": badge.name} for badge in job.badges],
        "words": job.words,
        "attention": job.attention,
        "reason": job.reason,
        "operator": job.operator,
        "ordered_at": answers.moment(job.ordered_at, desk.event),
        "changed_at": answers.moment(job.changed_at, desk.event),
        "job": job.system_job,
        "tries": job.tries,
        "pdf_sha256": job.pdf_sha256,
    }
