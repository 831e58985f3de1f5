"""Owns the scan and what may follow it: admit by name, override, undo, look back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import Any

import msgspec

from checkin_app.desk.station import Station, verb
from checkin_app.domain.admission import Context, decide
from checkin_app.domain.credentials import (
    CODE_LENGTH,
    Credential,
    CredentialStatus,
    Reading,
    clean,
    read,
)
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.errors import NoSuchScan, NotPossible
from checkin_app.domain.programme import REGISTRATION, Checkpoint, CheckpointKind, Direction
from checkin_app.domain.scans import Decision, Reason, ScanOutcome, Verdict, known_reason
from checkin_app.ledger import kinds
from checkin_app.ledger.clock import from_ms, now_ms, to_ms
from checkin_app.store import records, temporaries
from checkin_app.store.attendance import scan_status
from checkin_app.store.event_file import EventFile

#: The same code at the same checkpoint within this time is the same scan.
DEBOUNCE_MS = 3000
_REMEMBERED = 64
SELECT_BY_CODE = f"""
    SELECT c.status, c.issued_at, c.day, d.doc, {records.SELECT_COLUMNS}
    FROM credentials c JOIN delegates d ON d.id = c.delegate WHERE c.code = ?
"""
SELECT_SCAN = """
    SELECT id, delegate, checkpoint, direction, door, decision, reason, code, operator
    FROM scans WHERE id = ?
"""
SELECT_OWN_STREAMS = "SELECT no FROM streams WHERE desk = ?"
SELECT_BACKWARDS = "SELECT body FROM entries WHERE stream = ? ORDER BY n DESC"


class _Head(msgspec.Struct):
    id: str
    kind: str


_decode_head = msgspec.json.Decoder(_Head).decode


class Scans(Station):
    """Load the context, decide, record: one transaction a scan."""

    def __init__(self, file: EventFile) -> None:
        super().__init__(file)
        self._remembered: dict[tuple[str, str, Direction], tuple[int, ScanOutcome]] = {}

    def scan(
        self,
        code: str,
        *,
        checkpoint: str = REGISTRATION,
        direction: Direction = Direction.IN,
        at: datetime | None = None,
        operator: str = "",
    ) -> ScanOutcome:
        """What a read code means here and now; recorded, whatever the verdict is.

        The same code here within three seconds gives the same outcome and no second fact.
        Any text at all is an answer; NoSuchCheckpoint is the only thing wrong in asking.
        """
        text = clean(code)
        door = now_ms() if at is None else to_ms(at)
        place = self._file.programme.checkpoint(checkpoint)
        before = self._remembered.get((text, checkpoint, direction))
        if before is not None and abs(door - before[0]) < DEBOUNCE_MS:
            return replace(before[1], repeated=True)
        with self._file.transaction():
            row = self._file.connection.execute(SELECT_BY_CODE, (text,)).fetchone()
            if row is None:
                reading = read(text, self.event.tag, self._file.secret)
                if reading is Reading.GENUINE:
                    reading = self._temporary(text, door)
                return_ = self._judge(place, direction, door, operator, text, reading, None, None)
            else:
                status, issued_at, day, doc = row[:4]
                delegate = records.delegate_from(row[4:])
                credential = Credential(
                    text, delegate.id, CredentialStatus(status), str(issued_at), day
                )
                return_ = self._judge(
                    place,
                    direction,
                    door,
                    operator,
                    text,
                    Reading.GENUINE,
                    credential,
                    (doc, delegate),
                )
        self._settle(return_, row[3] if row else None)
        return return_

    @verb
    def admit(
        self,
        delegate_id: str,
        *,
        checkpoint: str = REGISTRATION,
        direction: Direction = Direction.IN,
        at: datetime | None = None,
        operator: str = "",
    ) -> ScanOutcome:
        """The same answer for somebody found by name. Raises NoSuchDelegate."""
        door = now_ms() if at is None else to_ms(at)
        place = self._file.programme.checkpoint(checkpoint)
        found = self._find(delegate_id)
        key = f"={delegate_id}"
        before = self._remembered.get((key, checkpoint, direction))
        if before is not None and abs(door - before[0]) < DEBOUNCE_MS:
            return replace(before[1], repeated=True)
        with self._file.transaction():
            outcome = self._judge(
                place, direction, door, operator, "", Reading.GENUINE, None, found
            )
        self._settle(outcome, found[0])
        return outcome

    def _temporary(self, code: str, door: int) -> Reading:
        """What a genuine code that nobody has is: perhaps that of a temporary badge."""
        badge = temporaries.find(self._file.connection, code)
        if badge is None:
            return Reading.GENUINE
        if badge.revoked:
            return Reading.UNBOUND_REVOKED
        today = from_ms(door, self.event.zone).date()
        return Reading.UNBOUND if badge.day == today else Reading.UNBOUND_EXPIRED

    def _judge(
        self,
        place: Checkpoint,
        direction: Direction,
        door: int,
        operator: str,
        code: str,
        reading: Reading,
        credential: Credential | None,
        found: tuple[int, Delegate] | None,
    ) -> ScanOutcome:
        """Loads the context, decides, records; inside a transaction."""
        file, programme = self._file, self._file.programme
        at = from_ms(door, self.event.zone)
        delegate = found[1] if found else None
        admitted, inside = self._admitted(delegate, place)
        verdict = decide(
            Context(
                reading=reading,
                credential=credential,
                delegate=delegate,
                checkpoint=place,
                direction=direction,
                at=at,
                rules=programme.rules(place.id),
                admitted=admitted,
                inside=inside,
                occupancy=0 if place.capacity is None else len(file.tally.inside[place.id]),
                elsewhere=programme.ruled_sessions,
            )
        )
        data: dict[str, Any] = {
            "checkpoint": place.id,
            "direction": direction.value,
            "decision": verdict.decision.value,
            "reason": verdict.reason.value,
        }
        if operator:
            data["operator"] = operator
        private = None
        if len(code) == CODE_LENGTH and code.isdigit():
            data["code"] = code
        elif code:
            private = {"code": code[:64]}
        stored = file.record(
            kinds.SCANNED, delegate.id if delegate else "", data, private, door=door
        )
        return self._outcome(
            stored.entry.id, code, place, direction, at, verdict, delegate, operator
        )

    def _outcome(
        self,
        scan_id: str,
        code: str,
        place: Checkpoint,
        direction: Direction,
        at: datetime,
        verdict: Verdict,
        delegate: Delegate | None,
        operator: str,
    ) -> ScanOutcome:
        programme = self._file.programme
        return ScanOutcome(
            scan_id=scan_id,
            code=code,
            checkpoint=place,
            direction=direction,
            at=at,
            verdict=verdict,
            delegate=delegate,
            delegation=programme.delegations.get(delegate.delegation) if delegate else None,
            category=programme.categories.get(delegate.category) if delegate else None,
            operator=operator,
        )

    def _settle(self, outcome: ScanOutcome, doc: int | None) -> None:
        """Brings memory up to a durable outcome."""
        delegate = outcome.delegate
        if delegate is not None and doc is not None and "tally" in self._file.__dict__:
            self._file.tally.refresh(doc, delegate.id, delegate.delegation, outcome.checkpoint.id)
        self._remember(outcome)

    def _remember(self, outcome: ScanOutcome) -> None:
        key = outcome.code or (f"={outcome.delegate.id}" if outcome.delegate else "")
        if len(self._remembered) >= _REMEMBERED:
            del self._remembered[next(iter(self._remembered))]
        place = (key, outcome.checkpoint.id, outcome.direction)
        self._remembered.pop(place, None)
        self._remembered[place] = (to_ms(outcome.at), outcome)

    def _corrected(self) -> None:
        self._remembered.clear()

    def _forget_scan(self, scan_id: str) -> None:
        for key, (_, outcome) in list(self._remembered.items()):
            if outcome.scan_id == scan_id:
                del self._remembered[key]

    @verb
    def override(self, scan_id: str, *, reason: str, operator: str = "") -> ScanOutcome:
        """Admits against the verdict of a scan, and keeps why.

        Raises NoSuchScan, or NotPossible when nobody was recognised or no reason is given.
        """
        outcome = self.scan_outcome(scan_id)
        if not reason.strip():
            raise NotPossible(why="Say why this person is admitted; the reason is kept.")
        if outcome.delegate is None:
            raise NotPossible(
                why="This scan names nobody on the roster. Find the person by name, or register"
                " them."
            )
        if outcome.verdict.decision is Decision.ADMIT:
            raise NotPossible(why="This person was admitted already; there is nothing to override.")
        with self._file.transaction():
            self._file.record(
                kinds.OVERRIDDEN, scan_id, {"reason": reason.strip(), "operator": operator}
            )
        self._forget_scan(scan_id)
        outcome = self.scan_outcome(scan_id)
        self._refresh(outcome)
        return outcome

    @verb
    def undo(self, scan_id: str, *, reason: str = "", operator: str = "") -> ScanOutcome:
        """Takes a scan back; it stays in the log. Raises NoSuchScan, NotPossible."""
        outcome = self.scan_outcome(scan_id)
        if outcome.undone:
            raise NotPossible(why="This scan was taken back already.")
        with self._file.transaction():
            self._file.record(
                kinds.UNDONE, scan_id, {"reason": reason.strip(), "operator": operator}
            )
        self._forget_scan(scan_id)
        self._refresh(outcome)
        return self.scan_outcome(scan_id)

    def _refresh(self, outcome: ScanOutcome) -> None:
        if outcome.delegate is not None:
            doc, delegate = self._find(outcome.delegate.id)
            self._file.tally.refresh(doc, delegate.id, delegate.delegation, outcome.checkpoint.id)

    @verb
    def scan_outcome(self, scan_id: str) -> ScanOutcome:
        """A recorded scan as it counts now. Raises NoSuchScan."""
        row = self._file.connection.execute(SELECT_SCAN, (scan_id,)).fetchone()
        if row is None:
            raise NoSuchScan(id=scan_id)
        return self._from_row(row)

    @verb
    def recent(self, limit: int = 20, checkpoint: str | None = None) -> list[ScanOutcome]:
        """The latest scans of this desk, newest first; how many others made costs nothing."""
        found = [
            row
            for (stream,) in self._file.connection.execute(
                SELECT_OWN_STREAMS, (self.desk_id,)
            ).fetchall()
            for row in islice(self._backwards(stream, checkpoint), limit)
        ]
        found.sort(key=lambda row: str(row[0]), reverse=True)
        return [self._from_row(row) for row in found[:limit]]

    def _backwards(self, stream: int, checkpoint: str | None) -> Iterator[Sequence[Any]]:
        """The scans of one stream as rows, the latest first."""
        execute = self._file.connection.execute
        for (body,) in execute(SELECT_BACKWARDS, (stream,)):
            entry = _decode_head(body)
            if entry.kind == kinds.SCANNED:
                row = execute(SELECT_SCAN, (entry.id,)).fetchone()
                if row is not None and checkpoint in (None, row[2]):
                    yield row

    def _from_row(self, row: Sequence[Any]) -> ScanOutcome:
        scan_id, delegate_id, checkpoint, direction, door, decision, reason, code, operator = row
        found = records.find_delegate(self._file.connection, delegate_id) if delegate_id else None
        delegate = found[1] if found else None
        place = self._file.programme.checkpoints.get(checkpoint) or Checkpoint(
            checkpoint, CheckpointKind.DOOR, checkpoint, checkpoint
        )  # Another desk made it, and it has not come here yet.
        standing, overridden = scan_status(self._file.connection, scan_id)
        verdict = Verdict(
            Decision(decision),
            known_reason(reason),
            notes=(delegate.attention,) if delegate and delegate.attention else (),
        )
        if overridden:
            verdict = replace(verdict, decision=Decision.ADMIT, reason=Reason.OVERRIDDEN)
        elif verdict.reason is Reason.ALREADY_IN:
            verdict = replace(verdict, first_scan=self._admitted(delegate, place)[0])
        outcome = self._outcome(
            scan_id,
            code,
            place,
            Direction(direction),
            from_ms(door, self.event.zone),
            verdict,
            delegate,
            operator,
        )
        return outcome if standing else replace(outcome, undone=True)
