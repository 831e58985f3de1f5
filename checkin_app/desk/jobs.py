"""Owns the print queue of a desk: what is ordered, and the facts that follow from each state."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from checkin_app import config
from checkin_app.desk.station import Station, verb
from checkin_app.domain.badges import (
    JOB_BADGES,
    NO_BADGE,
    ON_PAPER,
    Job,
    JobState,
    may_become,
)
from checkin_app.domain.credentials import CODE_LENGTH, SERIAL_LENGTH
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.errors import NoSuchJob, NotPossible
from checkin_app.ledger import kinds
from checkin_app.ledger.clock import now_ms
from checkin_app.ledger.entry import new_id
from checkin_app.store import badges, jobs
from checkin_app.store.jobs import Line

if TYPE_CHECKING:
    from checkin_app.badges.subject import BadgeSubject

#: Where badges go as PDF files while no printer is chosen, in the station's folder.
BADGES_FOLDER = "badges"
SELECT_ACTIVE = """
    SELECT code FROM credentials WHERE delegate = ? AND status = 'active' AND day = ''
    ORDER BY length(code) <> 27, issued_at DESC, code
"""
SELECT_STATUS = "SELECT status FROM credentials WHERE code = ?"


class Jobs(Station):
    """Badges on their way to printers. What a job says is what is known of it, never more."""

    @verb
    def order_badges(
        self,
        delegates: Sequence[str],
        *,
        printer: str = "",
        layout: str = "",
        reason: str = "",
        operator: str = "",
        station: config.Station | None = None,
        each: bool = False,
    ) -> list[Job]:
        """Queues a badge for each delegate, in jobs of at most 20, or `each` in one of its own.

        `printer` is the station's for the category where none is named, `layout` the category's or
        the station's; `station` are settings that are not on disk. The first print carries the
        code the person has; each further one a fresh code, unless the station keeps it. Raises
        NoSuchDelegate; NotPossible where a badge was printed before and no `reason` is given, is
        on its way already, or is not to be.
        """
        settings = station or config.load()[0]
        with self._file.transaction():
            most = 1 if each else JOB_BADGES
            made = self._queue(delegates, settings, printer, layout, reason, operator, most)
        return [self.job(key) for key in made]

    def _queue(
        self,
        delegates: Sequence[str],
        settings: config.Station,
        printer: str,
        layout: str,
        reason: str,
        operator: str,
        most: int = JOB_BADGES,
    ) -> list[str]:
        """The ids of new jobs, `most` badges in each; inside a transaction."""
        grouped: dict[tuple[str, str], list[Line]] = {}
        for key in dict.fromkeys(delegates):
            _, delegate = self._find(key)
            chosen = layout or self._layout_name(delegate.category, settings.badge_layout)
            if chosen == NO_BADGE:
                raise NotPossible(
                    "{name} gets no badge: the category has none.", name=delegate.name
                )
            to = printer or _route(settings, delegate.category)
            line = self._order(delegate, reason, keep=settings.keep_code_on_reprint)
            grouped.setdefault((to, chosen), []).append(line)
        return [
            self._add_job(to, chosen, lines[start : start + most], reason, operator)
            for (to, chosen), lines in grouped.items()
            for start in range(0, len(lines), most)
        ]

    def _order(self, delegate: Delegate, reason: str, *, keep: bool) -> Line:
        """What one badge will say. Raises NotPossible."""
        connection = self._file.connection
        if jobs.live_job(connection, delegate.id):
            raise NotPossible(
                "The badge of {name} is on its way to a printer already. Look at the queue, or"
                " cancel it there.",
                name=delegate.name,
            )
        if badges.printed(connection, delegate.id) and not reason.strip():
            raise NotPossible(
                "The badge of {name} was printed before. Say why it is printed again.",
                name=delegate.name,
            )
        found = connection.execute(SELECT_ACTIVE, (delegate.id,)).fetchone()
        if found is None:
            raise NotPossible(
                "{name} has no active code. Issue a new one before printing.", name=delegate.name
            )
        code, minted = found[0], False
        if not keep and badges.on_paper(connection, delegate.id, code):
            code, minted = self._mint(), True
        for job in jobs.failed_jobs(connection, delegate.id):
            lines = jobs.lines_of(connection, job)
            if len(lines) == 1:
                self._give_up(job, lines)
        return Line(delegate.id, code, delegate.name, self._said(delegate), minted)

    def _mint(self) -> str:
        import secrets

        return self._file.mint.code(secrets.randbelow(10**SERIAL_LENGTH))

    def _said(self, delegate: Delegate) -> str:
        """Stands for all that a badge says of a person: a correction gives another one."""
        told = (
            delegate.name,
            delegate.own_name,
            delegate.honorific,
            delegate.position,
            delegate.organization,
            delegate.delegation,
            delegate.country,
            delegate.category,
            delegate.photo,
        )
        return hashlib.sha256(repr(told).encode()).hexdigest()[:16]

    def _layout_name(self, category: str, usual: str) -> str:
        known = self._file.programme.categories.get(category)
        return (known.layout if known else "") or usual or config.DEFAULT_LAYOUT

    def _add_job(
        self, printer: str, layout: str, lines: Sequence[Line], reason: str, operator: str
    ) -> str:
        key = new_id(now_ms())
        what = f"Badge {lines[0].delegate}" if len(lines) == 1 else f"{len(lines)} badges"
        jobs.add(
            self._file.connection,
            key,
            lines,
            printer=printer,
            layout=layout,
            reason=reason.strip(),
            operator=operator,
            title=f"{what} {key[-6:]}",
        )
        return key

    @verb
    def jobs(self, *, unfinished: bool = False, limit: int = 200) -> list[Job]:
        """Jobs of this desk, newest first; those that wait for something are always all there."""
        return jobs.listed(
            self._file.connection, self.event.zone, unfinished=unfinished, limit=limit
        )

    @verb
    def job(self, job_id: str) -> Job:
        """Raises NoSuchJob."""
        found = jobs.read(self._file.connection, job_id, self.event.zone)
        if found is None:
            raise NoSuchJob(id=job_id)
        return found

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
                self._reported(line.print, line.delegate, new.value, words, operator)

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
                for (code,) in file.connection.execute(SELECT_ACTIVE, (line.delegate,)).fetchall()
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
    def retry_job(self, job_id: str) -> Job:
        """Queues a job again that failed, or of which nothing is known.

        The kept PDF is sent once more. Where a badge would say something else by now, or its code
        no longer counts, those that are still wanted are ordered anew: the first new job is
        returned, or the old one, cancelled, when none is wanted. Raises NoSuchJob, NotPossible.
        """
        with self._file.transaction():
            key = self._again(self.job(job_id))
        self._corrected()
        return self.job(key)

    def _again(self, job: Job, printer: str = "") -> str:
        """The id of the job that is queued again, at `printer` if that is given.

        Inside a transaction.
        """
        if job.state not in (JobState.FAILED, JobState.UNKNOWN):
            raise NotPossible(
                "Only a job that failed, or of which nothing is known, can be tried again."
            )
        connection, to = self._file.connection, printer or job.printer
        lines = jobs.lines_of(connection, job.id)
        if all(self._still_so(line) for line in lines):
            jobs.change(
                connection,
                job.id,
                state=JobState.QUEUED.value,
                printer=to,
                words="",
                attention="",
            )
            return job.id
        if job.state is JobState.UNKNOWN:
            raise NotPossible(
                "The badge was corrected or replaced since. Say whether the old one came out, then"
                " order a new one."
            )
        wanted = [line.delegate for line in lines if self._wanted(line)]
        self._give_up(job.id, lines)
        if not wanted:
            return job.id
        settings = config.load()[0]
        [key] = self._queue(wanted, settings, to, job.layout, job.reason, job.operator)
        return key

    def _still_so(self, line: Line) -> bool:
        """Whether a badge is to be printed just as it was ordered."""
        connection = self._file.connection
        status = connection.execute(SELECT_STATUS, (line.code,)).fetchone()
        return (
            (status[0] == "active" if status else line.minted)
            and line.said == self._said(self._find(line.delegate)[1])
            and not jobs.live_job(connection, line.delegate)
            and not self._printed_since(line)
        )

    def _wanted(self, line: Line) -> bool:
        live = jobs.live_job(self._file.connection, line.delegate)
        return not live and not self._printed_since(line)

    def _printed_since(self, line: Line) -> bool:
        """Whether a usable badge of the same delegate was printed after this try."""
        row = self._file.connection.execute(
            f"SELECT 1 FROM prints WHERE delegate = ? AND id > ? AND {badges.COUNTS}",
            (line.delegate, line.print),
        ).fetchone()
        return row is not None and line.print != ""

    @verb
    def move_job(self, job_id: str, printer: str) -> Job:
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
                job_id = self._again(job, printer)
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

    def _give_up(self, job_id: str, lines: Sequence[Line], operator: str = "") -> None:
        """No paper will come of a job: codes made for it that got out are worthless."""
        connection = self._file.connection
        jobs.change(connection, job_id, state=JobState.CANCELLED.value, attention="")
        for line in lines:
            status = connection.execute(SELECT_STATUS, (line.code,)).fetchone()
            if line.minted and status is not None and status[0] == "active":
                self._file.record(
                    kinds.CREDENTIAL_CHANGED,
                    line.delegate,
                    {
                        "code": line.code,
                        "status": "revoked",
                        "operator": operator,
                        "reason": "not printed",
                    },
                )


def _route(settings: config.Station, category: str) -> str:
    """Where a category's badges go at this station."""
    return (
        settings.routes.get(category)
        or settings.printer
        or f"folder:{config.station_dir() / BADGES_FOLDER}"
    )
