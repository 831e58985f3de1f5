"""Owns what is ordered at a desk: which badges go into the queue, with which codes, where to."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence

from checkin_app import config
from checkin_app.desk.layouts import Layouts
from checkin_app.desk.station import verb
from checkin_app.domain.badges import ERASED, JOB_BADGES, NO_BADGE, Job, JobState, layout_name
from checkin_app.domain.credentials import SERIAL_LENGTH
from checkin_app.domain.delegates import Delegate, Standing
from checkin_app.domain.errors import NoSuchJob, NotPossible
from checkin_app.ledger import kinds
from checkin_app.ledger.clock import now_ms
from checkin_app.ledger.entry import new_id
from checkin_app.store import badge_life, badges, jobs
from checkin_app.store.jobs import Line

#: Where badges go as PDF files while no printer is chosen, in the station's folder.
BADGES_FOLDER = "badges"
_TITLE_BYTES = 60
SELECT_STATUS = "SELECT status FROM credentials WHERE code = ?"


class Orders(Layouts):
    """Badges are ordered here; Jobs says what becomes of them."""

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
        usual = self.usual_layout(settings.usual_layout)
        for key in dict.fromkeys(delegates):
            _, delegate = self._find(key)
            if delegate.erased:
                raise NotPossible(ERASED)
            if delegate.standing is Standing.WITHDRAWN:
                raise NotPossible(
                    "{name} has withdrawn and gets no badge. Take the withdrawal back first.",
                    name=delegate.name,
                )
            category = self._file.programme.categories.get(delegate.category)
            chosen = layout_name(category, layout, usual)
            if chosen == NO_BADGE:
                raise NotPossible(
                    "{name} gets no badge: the category has none.", name=delegate.name
                )
            to = printer or _route(settings, delegate.category)
            line = self._order(delegate, reason, operator, keep=settings.keep_code_on_reprint)
            grouped.setdefault((to, chosen), []).append(line)
        return [
            self._add_job(to, chosen, lines[start : start + most], reason, operator)
            for (to, chosen), lines in grouped.items()
            for start in range(0, len(lines), most)
        ]

    def _order(self, delegate: Delegate, reason: str, operator: str, *, keep: bool) -> Line:
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
        for job in jobs.failed_jobs(connection, delegate.id):
            lines = jobs.lines_of(connection, job)
            if len(lines) == 1:
                self._give_up(job, lines, operator)
        active = badge_life.active_codes(connection, delegate.id)
        if not active:
            raise NotPossible(
                "{name} has no active code. Issue a new one before printing.", name=delegate.name
            )
        minted = not keep and any(badges.on_paper(connection, delegate.id, code) for code in active)
        code = self._mint() if minted else active[0]
        return Line(delegate.id, code, delegate.name, self._said(delegate), minted)

    def _mint(self) -> str:
        return self._file.mint.code(secrets.randbelow(10**SERIAL_LENGTH))

    def _issue(self, delegate: str, code: str, operator: str) -> None:
        if self._file.connection.execute(SELECT_STATUS, (code,)).fetchone() is None:
            self._file.record(
                kinds.CREDENTIAL_ISSUED,
                delegate,
                {"code": code, "operator": operator, "by": "print"},
            )

    def _said(self, delegate: Delegate) -> str:
        """Stands for all that a badge says of a person: a correction gives another one."""
        programme = self._file.programme
        told = (
            delegate.name,
            delegate.own_name,
            delegate.honorific,
            delegate.position,
            delegate.organization,
            programme.delegations.get(delegate.delegation),
            delegate.country,
            programme.categories.get(delegate.category),
            delegate.photo,
        )
        return hashlib.sha256(repr(told).encode()).hexdigest()[:16]

    def _add_job(
        self, printer: str, layout: str, lines: Sequence[Line], reason: str, operator: str
    ) -> str:
        key = new_id(now_ms())
        what = f"Badge {_short(lines[0].delegate)}" if len(lines) == 1 else f"{len(lines)} badges"
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
    def job(self, job_id: str) -> Job:
        """Raises NoSuchJob."""
        found = jobs.read(self._file.connection, job_id, self.event.zone)
        if found is None:
            raise NoSuchJob(id=job_id)
        return found

    def _give_up(self, job_id: str, lines: Sequence[Line], operator: str = "") -> None:
        """No paper will come of a job."""
        jobs.change(self._file.connection, job_id, state=JobState.CANCELLED.value, attention="")
        self._revoke_unprinted(lines, operator)

    def _revoke_unprinted(self, lines: Sequence[Line], operator: str) -> None:
        """Codes that were made for a job, got out and are on no paper are worthless."""
        connection = self._file.connection
        for line in lines:
            status = connection.execute(SELECT_STATUS, (line.code,)).fetchone()
            if (
                line.minted
                and status is not None
                and status[0] == "active"
                and not badges.on_paper(connection, line.delegate, line.code)
                and not jobs.is_live(connection, line.code)
            ):
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


def _short(delegate: str) -> str:
    """An id as printers' queues show it; what tells jobs apart comes behind it."""
    return delegate.encode()[:_TITLE_BYTES].decode("utf-8", "ignore")


def _route(settings: config.Station, category: str) -> str:
    """Where a category's badges go at this station."""
    return (
        settings.routes.get(category)
        or settings.printer
        or f"folder:{config.station_dir() / BADGES_FOLDER}"
    )
