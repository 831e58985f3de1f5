"""Owns what a person does about jobs: try again, give to another printer, give up, part."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from checkin_app import config
from checkin_app.desk.jobs import Jobs
from checkin_app.desk.orders import SELECT_STATUS
from checkin_app.desk.station import verb
from checkin_app.domain.badges import Job, JobState
from checkin_app.domain.delegates import Standing
from checkin_app.domain.errors import NotPossible
from checkin_app.store import jobs
from checkin_app.store.jobs import Line
from checkin_app.store.merged import is_gone


class WaitingJobs(Jobs):
    """Jobs that wait for somebody."""

    @verb
    def part_job(self, job_id: str, delegates: Collection[str], *, words: str) -> Job | None:
        """Those badges of a queued job that cannot be made become a failed job of their own.

        Returns it; None where the job has none of them. Raises NoSuchJob.
        """
        job = self.job(job_id)
        lines = [
            line
            for line in jobs.lines_of(self._file.connection, job_id)
            if line.delegate in delegates
        ]
        if not lines:
            return None
        with self._file.transaction():
            for line in lines:
                jobs.drop_badge(self._file.connection, job_id, line.delegate)
            key = self._add_job(job.printer, job.layout, lines, job.reason, job.operator)
            jobs.change(self._file.connection, key, state=JobState.FAILED.value, words=words)
            self._record(replace(job, id=key), JobState.FAILED, words, job.operator)
        return self.job(key)

    @verb
    def worthless_badges(self, job_id: str) -> frozenset[str]:
        """Whose badges of a queued job must not be printed any more, by delegate id.

        Their code was revoked or replaced, they have withdrawn, or their record was merged into
        another, since they were ordered.
        """
        return frozenset(
            line.delegate
            for line in jobs.lines_of(self._file.connection, job_id)
            if not self._code_counts(line)
            or is_gone(self._file.connection, line.delegate)
            or self._find(line.delegate)[1].standing is Standing.WITHDRAWN
        )

    def _code_counts(self, line: Line) -> bool:
        status = self._file.connection.execute(SELECT_STATUS, (line.code,)).fetchone()
        return status[0] == "active" if status else line.minted

    @verb
    def retry_job(self, job_id: str, *, operator: str = "") -> Job:
        """Queues a job again that failed, or of which nothing is known: that says it came to
        nothing.

        The kept PDF is sent once more. Where a badge would say something else by now, or its code
        no longer counts, those that are still wanted are ordered anew: the first new job is
        returned, or the old one, cancelled, when none is wanted. Raises NoSuchJob, NotPossible.
        """
        with self._file.transaction():
            key = self._again(self.job(job_id), operator=operator)
        self._corrected()
        return self.job(key)

    def _again(self, job: Job, printer: str = "", *, operator: str = "") -> str:
        """The id of the job that is queued again, at `printer` if that is given.

        Inside a transaction.
        """
        if job.state not in (JobState.FAILED, JobState.UNKNOWN):
            raise NotPossible(
                "Only a job that failed, or of which nothing is known, can be tried again."
            )
        connection, to = self._file.connection, printer or job.printer
        lines = jobs.lines_of(connection, job.id)
        if all(self._still_so(job.id, line) for line in lines):
            jobs.change(
                connection,
                job.id,
                state=JobState.QUEUED.value,
                printer=to,
                words="",
                attention="",
            )
            self._record(job, JobState.QUEUED, "", operator)
            return job.id
        if job.state is JobState.UNKNOWN:
            raise NotPossible(
                "The badge was corrected or replaced since. Say whether the old one came out, then"
                " order a new one."
            )
        wanted = [line.delegate for line in lines if self._wanted(job.id, line)]
        self._give_up(job.id, lines, operator)
        if not wanted:
            return job.id
        settings = config.load()[0]
        who = operator or job.operator
        [key] = self._queue(wanted, settings, to, job.layout, job.reason, who)
        return key

    def _still_so(self, job_id: str, line: Line) -> bool:
        """Whether a badge is to be printed just as it was ordered."""
        connection = self._file.connection
        return (
            self._code_counts(line)
            and not is_gone(connection, line.delegate)
            and line.said == self._said(self._find(line.delegate)[1])
            and not jobs.live_job(connection, line.delegate)
            and not self._printed_since(job_id, line)
        )

    def _wanted(self, job_id: str, line: Line) -> bool:
        if is_gone(self._file.connection, line.delegate):
            return False
        live = jobs.live_job(self._file.connection, line.delegate)
        return not live and not self._printed_since(job_id, line)

    @verb
    def move_job(self, job_id: str, printer: str, *, operator: str = "") -> Job:
        """Gives a job to another printer, and queues it if it waited for a person.

        One that a printer has must be cancelled there first (see press). Raises NoSuchJob,
        NotPossible.
        """
        job = self.job(job_id)
        if job.state in (JobState.SENDING, JobState.SENT):
            raise NotPossible(
                "The printer {printer} has this job. Cancel it there first, or both would print.",
                printer=job.printer,
            )
        if job.state not in (JobState.QUEUED, JobState.FAILED, JobState.UNKNOWN):
            raise NotPossible("Only a job that waits can go to another printer.")
        with self._file.transaction():
            if job.state is JobState.QUEUED:
                jobs.change(self._file.connection, job.id, printer=printer)
            else:
                job_id = self._again(job, printer, operator=operator)
        self._corrected()
        return self.job(job_id)

    @verb
    def cancel_job(self, job_id: str, *, operator: str = "") -> Job:
        """Takes a queued job away, or gives a failed one up; a fresh code of it is revoked.

        Raises NoSuchJob; NotPossible where a printer has it, or nobody knows what became of it.
        """
        job = self.job(job_id)
        match job.state:
            case JobState.QUEUED | JobState.FAILED:
                with self._file.transaction():
                    lines = jobs.lines_of(self._file.connection, job_id)
                    self._give_up(job_id, lines, operator)
            case JobState.SENDING | JobState.SENT:
                raise NotPossible(
                    "The printer {printer} has this job. Cancel it there first, or both would"
                    " print.",
                    printer=job.printer,
                )
            case JobState.UNKNOWN:
                raise NotPossible(
                    "Nobody knows whether this badge came out. Look at the printer, then say"
                    " whether it is there."
                )
            case _:
                raise NotPossible("This job is over; there is nothing to cancel.")
        self._corrected()
        return self.job(job_id)
