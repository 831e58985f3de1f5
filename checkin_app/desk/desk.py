"""Owns the desk: the one object through which a station acts; it loads, asks, records."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checkin_app.desk.badges import Badges
from checkin_app.desk.bundles import Bundles
from checkin_app.desk.categories import Categories
from checkin_app.desk.conflicts import Conflicts
from checkin_app.desk.erasures import Erasures
from checkin_app.desk.hubs import Hubs
from checkin_app.desk.numbers import Numbers
from checkin_app.desk.scans import Scans
from checkin_app.desk.station import verb
from checkin_app.desk.temporaries import Temporaries
from checkin_app.desk.waiting_jobs import WaitingJobs
from checkin_app.domain.delegates import EDITABLE_FIELDS
from checkin_app.domain.programme import REGISTRATION, Checkpoint, CheckpointKind
from checkin_app.domain.scans import Reason
from checkin_app.ledger import kinds
from checkin_app.store import checking
from checkin_app.store.bulk import add_newcomers
from checkin_app.store.database import copy_whole, discard, translated
from checkin_app.store.event_file import EventFile

if TYPE_CHECKING:
    from checkin_app.badges.selection import Chosen, Count, Selection, Unbadged
    from checkin_app.exporting.columns import Column
    from checkin_app.exporting.people import Row
    from checkin_app.importing.recording import ImportResult
    from checkin_app.sample import SampleEvent


class Desk(
    Scans,
    Categories,
    WaitingJobs,
    Badges,
    Temporaries,
    Conflicts,
    Erasures,
    Numbers,
    Bundles,
    Hubs,
):
    """One event file and all that can be done with it, one thing after another, in one thread.

    What a method returns has been recorded durably. Every method may raise StoreError.
    """

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        name: str,
        first_day: date,
        last_day: date,
        name_vi: str = "",
        timezone: str = "Asia/Ho_Chi_Minh",
        tag: str | None = None,
        secret: bytes | None = None,
    ) -> Desk:
        """A new event with one checkpoint, registration. Refuses to overwrite."""
        founding = {
            "name": name,
            "name_vi": name_vi or name,
            "first_day": first_day.isoformat(),
            "last_day": last_day.isoformat(),
            "timezone": timezone,
            "tag": tag or f"{secrets.randbelow(1000):03d}",
        }
        registration = Checkpoint(
            REGISTRATION, CheckpointKind.REGISTRATION, "Registration desk", "Quầy đăng ký"
        )
        secret = secret or secrets.token_bytes(32)
        return cls(EventFile.found(path, founding, secrets.token_hex(8), secret, registration))

    @classmethod
    def open(cls, path: Path, *, write: bool = True) -> Desk:
        """Raises StoreMissing, StoreDamaged, StoreTooNew, StoreLocked, StoreReadOnly."""
        file = EventFile.open(path, write=write)
        desk = cls(file)
        try:
            for outcome in reversed(desk.recent(8)) if write else ():
                if not outcome.undone and outcome.verdict.reason is not Reason.OVERRIDDEN:
                    desk._remember(outcome)
        except BaseException:
            file.database.close()
            raise
        return desk

    @verb
    def warm_up(self) -> None:
        """Reads what the first scan would otherwise wait for."""
        self._file.programme  # noqa: B018
        self._file.tally  # noqa: B018
        self._file.search.search("a", 1, self._file.tally.arrived)

    @verb
    def close(self) -> None:
        self._file.close()

    @verb
    def seal(self) -> None:
        """Signs what was recorded and tidies the file; for pauses."""
        self._file.seal()
        self._file.tidy()

    @classmethod
    def create_sample(cls, path: Path, sample: SampleEvent) -> Desk:
        """A new event file that holds a synthetic event. Refuses to overwrite."""
        event = sample.event
        desk = cls.create(
            path,
            name=event.name,
            name_vi=event.name_vi,
            first_day=event.first_day,
            last_day=event.last_day,
            timezone=event.timezone,
            tag=event.tag,
            secret=sample.secret,
        )
        try:
            desk.add_records(
                [
                    *sample.categories,
                    *sample.delegations,
                    *sample.sessions,
                    *sample.checkpoints,
                    *sample.rules,
                ]
            )
            desk.add_people(
                {
                    "id": person.id,
                    "serial": sample.codes[person.id],
                    **{name: getattr(person, name) for name in EDITABLE_FIELDS},
                    "external_id": person.external_id,
                }
                for person in sample.delegates
            )
        except BaseException:
            desk.close()
            discard(path)
            raise
        return desk

    @verb
    def add_people(self, people: Iterable[dict[str, Any]]) -> None:
        """Records many new delegates at once; see store.bulk for what a dict of each holds."""
        with self._file.transaction():
            add_newcomers(self._file, list(people), by="list")

    @verb
    def import_roster(
        self,
        path: Path,
        *,
        sheet: str | None = None,
        columns: dict[str, str] | None = None,
        dry_run: bool = False,
        rejects: Path | None = None,
        say: Callable[[str], str] = str,
        progress: Callable[[int, int | None], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> ImportResult:
        """Imports a roster file, all or nothing; see importing.recording."""
        from checkin_app.importing.recording import import_roster

        return import_roster(
            self._file,
            path,
            sheet=sheet,
            columns=columns,
            dry_run=dry_run,
            rejects=rejects,
            say=say,
            progress=progress,
            cancelled=cancelled,
        )

    def badge_subjects(self, selection: Selection) -> Chosen:
        """What the chosen badges say. Raises NoSuchDelegate, NotPossible."""
        from checkin_app.badges.selection import subjects

        return subjects(self._file, selection)

    def badge_count(self, selection: Selection) -> Count:
        """How many badges a selection makes. Raises NoSuchDelegate, NotPossible."""
        from checkin_app.badges.selection import count

        return count(self._file, selection)

    @verb
    def codeless(self, selection: Selection) -> list[tuple[str, str]]:
        """Ids and names of those chosen who have no active code, so no badge."""
        from checkin_app.badges.selection import codeless

        return codeless(self._file, selection)

    @verb
    def unbadged(self, selection: Selection) -> list[Unbadged]:
        """Who is chosen and gets no badge: no active code, or a category that has none."""
        from checkin_app.badges.selection import unbadged

        return unbadged(self._file, selection)

    @verb
    def record_print(
        self,
        delegate_id: str,
        *,
        layout: str,
        printer: str,
        outcome: str,
        code: str = "",
        reason: str = "",
        operator: str = "",
    ) -> None:
        """Keeps what happened to a badge: `written`, `sent`, `failed`, … as printing says."""
        self._find(delegate_id)
        with self._file.transaction():
            self._file.record(
                kinds.PRINTED,
                delegate_id,
                {
                    "layout": layout,
                    "printer": printer,
                    "outcome": outcome,
                    "code": code,
                    "reason": reason,
                    "operator": operator,
                },
            )

    def export_rows(
        self,
        kind: str,
        *,
        lang: str = "en",
        checkpoint: str = "",
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> tuple[tuple[Column, ...], Iterator[Row]]:
        """The columns and rows of an export; `kind` is one of exporting.rows.KINDS.

        Facts are those from `since` on and before `until`. Raises NoSuchCheckpoint.
        """
        from checkin_app.exporting.period import Limits
        from checkin_app.exporting.rows import export_rows

        if checkpoint:
            self._file.programme.checkpoint(checkpoint)
        limits = Limits(self.event.zone, lang, checkpoint, since, until)
        return export_rows(self._file.connection, kind, limits)

    @verb
    def export(
        self,
        kind: str,
        target: Path,
        *,
        lang: str = "en",
        checkpoint: str = "",
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> int:
        """Writes an export as CSV, XLSX or JSON, by the ending of `target`; how many rows.

        The file appears whole or not at all. Raises NoSuchFormat, NotWritable, OutputDiskFull.
        """
        from checkin_app.exporting.formats import write

        with self._file.snapshot():
            columns, rows = self.export_rows(
                kind, lang=lang, checkpoint=checkpoint, since=since, until=until
            )
            return write(target, columns, rows, lang=lang, title=kind.capitalize())

    @verb
    def check(self) -> checking.CheckReport:
        """Whether the event file is whole: every page, hash and seal, and the tables."""
        return checking.check(self._file.connection)

    @verb
    def rebuild(self) -> None:
        """Folds the derived tables anew from the ledger."""
        self._file.rebuild()

    def backup(self, target: Path) -> None:
        """A checked copy while in use. Raises StoreError if the target exists."""
        with translated(target):
            if self._file.database.writable:
                self._file.seal()  # So that whoever opens the copy can hand on all of it.
            copy_whole(self._file.connection, target)
