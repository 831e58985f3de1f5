"""Owns what is known of a desk's print jobs, and the facts that follow from each state."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

from checkin_app.desk.orders import SELECT_STATUS, Orders
from checkin_app.desk.station import verb
from checkin_app.domain.badges import ON_PAPER, Job, JobState, may_become
from checkin_app.domain.credentials import CODE_LENGTH, Credential
from checkin_app.domain.errors import NotPossible
from checkin_app.ledger import kinds
from checkin_app.store import badges, jobs, roster
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
            codes = self._codes(before)
            if new is not before.state and not may_become(before.state, new):
                raise NotPossible("The job has gone on meanwhile. Look at the queue again.")
            if new is JobState.QUEUED and new is not before.state:
                self._none_beside(before)
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
        if self._codes(before) != codes:
            self._corrected()
        return self.job(job_id)

    def _none_beside(self, job: Job) -> None:
        """Raises NotPossible where a badge of the job is on its way with another."""
        for badge in job.badges:
            if jobs.live_job(self._file.connection, badge.delegate) not in ("", job.id):
                raise NotPossible(
                    "The badge of {name} is on its way to a printer already. Look at the queue, or"
                    " cancel it there.",
                    name=badge.name,
                )

    def _codes(self, job: Job) -> list[Credential]:
        """The codes of everybody who has a badge in it, as they stand now."""
        connection = self._file.connection
        return [
            credential
            for badge in job.badges
            for credential in roster.credentials_of(connection, badge.delegate)
        ]

    def _record(self, job: Job, new: JobState, words: str, operator: str) -> None:
        """The facts about badges that a change of their job's state makes."""
        lines = jobs.lines_of(self._file.connection, job.id)
        if job.state in (JobState.QUEUED, JobState.SENDING):
            if new in ON_PAPER or new is JobState.FAILED:
                for line in lines:
                    self._printed(job, line, new, words)
        elif new is JobState.QUEUED:  # Whoever tries again says that nothing usable came out.
            for line in lines:
                if job.state is JobState.UNKNOWN and line.print:
                    self._reported(line.print, line.delegate, JobState.FAILED, words, operator)
            jobs.begin_anew(self._file.connection, job.id)
        elif job.state in (JobState.SENT, JobState.UNKNOWN):
            for line in lines:
                if line.print:
                    self._reported(line.print, line.delegate, new, words, operator)
                else:  # A copy of the file was made before anything was known of this try.
                    self._printed(job, line, new, words)
            if new is JobState.CANCELLED:
                self._revoke_unprinted(lines, operator)

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
        if outcome in ON_PAPER:
            if line.minted:
                self._issue(line.delegate, line.code, job.operator)
            if former := self._replaced(job, line):
                data["former"] = former
        stored = file.record(kinds.PRINTED, line.delegate, data)
        jobs.printed(file.connection, job.id, line.delegate, stored.entry.id)

    def _replaced(self, job: Job, line: Line) -> list[str]:
        """The codes that a badge which came out now replaces.

        None where its own no longer counts, or newer paper was made since it was ordered.
        """
        connection = self._file.connection
        if connection.execute(SELECT_STATUS, (line.code,)).fetchone() != ("active",):
            return []
        if job.state is JobState.UNKNOWN and self._printed_since(job.id, line):
            if line.minted:
                data = {"code": line.code, "status": "replaced", "operator": job.operator}
                self._file.record(kinds.CREDENTIAL_CHANGED, line.delegate, data)
            return []
        return [
            code
            for (code,) in connection.execute(SELECT_FORMER, (line.delegate,)).fetchall()
            if code != line.code
            and len(code) == CODE_LENGTH
            and (line.minted or badges.on_paper(connection, line.delegate, code))
        ]

    def _printed_since(self, job_id: str, line: Line) -> bool:
        """Whether a usable badge of the same delegate was printed after this try."""
        row = self._file.connection.execute(
            f"SELECT 1 FROM prints WHERE delegate = ? AND id > ? AND {badges.COUNTS}",
            (line.delegate, line.print or job_id),
        ).fetchone()
        return row is not None

    def _reported(
        self, print_id: str, delegate: str, outcome: JobState, words: str, operator: str
    ) -> None:
        data = {"print": print_id, "outcome": outcome.value, "words": words}
        if operator:
            data["operator"] = operator
        self._file.record(kinds.FOLLOWED, delegate, data)
