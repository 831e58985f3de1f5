"""Owns what is known of a desk's print jobs, and the facts that follow from each state."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

from checkin_app.desk.orders import SELECT_STATUS, Orders
from checkin_app.desk.station import verb
from checkin_app.domain.badges import ON_PAPER, Job, JobState, may_become
from checkin_app.domain.credentials import CODE_LENGTH
from checkin_app.domain.errors import NotPossible
from checkin_app.ledger import kinds
from checkin_app.store import jobs
from checkin_app.store.jobs import Line

if TYPE_CHECKING:
    from checkin_app.badges.subject import BadgeSubject

#: Also those that another print replaced: that one may turn out to have failed.
SELECT_FORMER = """
    SELECT code FROM credentials WHERE delegate = ? AND status <> 'revoked' AND day = ''
    ORDER BY issued_at, code
"""


class Jobs(Orders):
    """Badges on their way to printers. What a job says is what is known of it, never more."""

    @verb
    def jobs(self, *, unfinished: bool = False, limit: int = 200) -> list[Job]:
        """Jobs of this desk, newest first; those that wait for something are always all there."""
        return jobs.listed(
            self._file.connection, self.event.zone, unfinished=unfinished, limit=limit
        )

    @verb
    def next_job(self, but: Collection[str] = ()) -> Job | None:
        """The queued job that is sent next: single badges before runs of many.

        Those of the printers `but` wait.
        """
        key = jobs.next_queued(self._file.connection, but)
        return self.job(key) if key else None

    @verb
    def jobs_in(self, state: JobState) -> list[Job]:
        """The jobs in one state, oldest first."""
        return jobs.in_state(self._file.connection, state, self.event.zone)

    def job_subjects(self, job_id: str) -> Iterator[BadgeSubject]:
        """What the badges of a job say now, with the codes they were ordered with."""
        from checkin_app.badges.saying import subject_of

        for line in jobs.lines_of(self._file.connection, job_id):
            yield subject_of(self._file, self._find(line.delegate)[1], line.code)

    @verb
    def job_as_kept(self, job_id: str) -> bool:
        """Whether the PDF that is kept says what the badges are to say now."""
        return self.job(job_id).pdf_sha256 != "" and all(
            line.said == self._said(self._find(line.delegate)[1])
            for line in jobs.lines_of(self._file.connection, job_id)
        )

    @verb
    def job_told(
        self,
        job_id: str,
        state: JobState | str,
        *,
        words: str = "",
        attention: str = "",
        system_job: str = "",
        pdf_sha256: str = "",
        operator: str = "",
    ) -> Job:
        """Keeps what is known of a job now, and the facts that follow for its badges.

        The same state again only renews what is said of it. Raises NoSuchJob; NotPossible where a
        job cannot get from its state to that one, as when it was cancelled meanwhile.
        """
        new = JobState(state)
        with self._file.transaction():
            before = self.job(job_id)
            if new is not before.state and not may_become(before.state, new):
                raise NotPossible("The job has gone on meanwhile. Look at the queue again.")
            changed: dict[str, object] = {"attention": attention}
            if new is not before.state:
                changed |= {"state": new.value, "words": words}
                if new is JobState.SENDING:
                    changed |= {"tries": before.tries + 1, "system_job": ""}
            elif words:
                changed["words"] = words
            if system_job:
                changed["system_job"] = system_job
            if pdf_sha256:
                changed["pdf_sha256"] = pdf_sha256
            jobs.change(self._file.connection, job_id, **changed)
            if new is not before.state:
                self._record(before, new, words, operator)
        self._corrected()
        return self.job(job_id)

    def _record(self, job: Job, new: JobState, words: str, operator: str) -> None:
        """The facts about badges that a change of their job's state makes."""
        lines = jobs.lines_of(self._file.connection, job.id)
        if job.state in (JobState.QUEUED, JobState.SENDING):
            if new in ON_PAPER or new is JobState.FAILED:
                for line in lines:
                    self._printed(job, line, new, words)
        elif job.state in (JobState.SENT, JobState.UNKNOWN) and new is not JobState.QUEUED:
            for line in lines:
                if self._recorded(line):
                    self._reported(line.print, line.delegate, new.value, words, operator)
                else:
                    self._printed(job, line, new, words)
            if new is JobState.CANCELLED:
                self._revoke_unprinted(lines, operator)

    def _recorded(self, line: Line) -> bool:
        """Whether this try is a print in the ledger; in a copy it may be that it never became one.

        A print that is more than an attempt has issued the code that was made for it.
        """
        row = self._file.connection.execute(SELECT_STATUS, (line.code,)).fetchone()
        return line.print != "" and not (line.minted and row is None)

    def _printed(self, job: Job, line: Line, outcome: JobState, words: str) -> None:
        file = self._file
        data: dict[str, Any] = {
            "layout": job.layout,
            "printer": job.printer,
            "outcome": outcome.value,
            "code": line.code,
            "reason": job.reason,
            "operator": job.operator,
        }
        if words and outcome in (JobState.FAILED, JobState.UNKNOWN):
            data["words"] = words
        if line.minted and outcome in ON_PAPER:
            self._issue(line.delegate, line.code, job.operator)
            data["former"] = [
                code
                for (code,) in file.connection.execute(SELECT_FORMER, (line.delegate,)).fetchall()
                if code != line.code and len(code) == CODE_LENGTH
            ]
        stored = file.record(kinds.PRINTED, line.delegate, data)
        jobs.printed(file.connection, job.id, line.delegate, stored.entry.id)

    def _issue(self, delegate: str, code: str, operator: str) -> None:
        if self._file.connection.execute(SELECT_STATUS, (code,)).fetchone() is None:
            self._file.record(
                kinds.CREDENTIAL_ISSUED,
                delegate,
                {"code": code, "operator": operator, "by": "print"},
            )

    def _reported(
        self, print_id: str, delegate: str, outcome: str, words: str, operator: str
    ) -> None:
        data = {"print": print_id, "outcome": outcome, "words": words}
        if operator:
            data["operator"] = operator
        self._file.record(kinds.FOLLOWED, delegate, data)
