"""Owns the desk: the one object through which a station acts; it loads, asks, records."""

from __future__ import annotations

import secrets
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checkin_app.domain import names
from checkin_app.domain.admission import Context, decide
from checkin_app.domain.credentials import (
    CODE_LENGTH,
    Credential,
    CredentialStatus,
    Reading,
    clean,
    mint,
    read,
)
from checkin_app.domain.delegates import (
    EDITABLE_FIELDS,
    OPEN_FIELDS,
    PERSONAL_FIELDS,
    Category,
    Completeness,
    Delegate,
    Delegation,
    FoundDelegate,
    Standing,
)
from checkin_app.domain.errors import NoSuchDelegate, NoSuchScan, NotPossible
from checkin_app.domain.programme import (
    REGISTRATION,
    AccessRule,
    Checkpoint,
    CheckpointKind,
    Direction,
    Event,
    Session,
)
from checkin_app.domain.scans import Decision, FirstScan, Reason, ScanOutcome, Verdict
from checkin_app.ledger import kinds
from checkin_app.ledger.clock import from_ms, now_ms, to_ms
from checkin_app.ledger.fold import live_edits
from checkin_app.store import checking, derive, history, records, roster
from checkin_app.store.attendance import scan_status
from checkin_app.store.bulk import add_newcomers, new_delegate_id
from checkin_app.store.database import copy_whole, discard, translated
from checkin_app.store.event_file import EventFile
from checkin_app.store.programme import TYPES, Record, fields_of
from checkin_app.store.roster import DelegateCard, RosterRow

if TYPE_CHECKING:
    from checkin_app.badges.selection import Selection
    from checkin_app.badges.subject import BadgeSubject
    from checkin_app.exporting.columns import Column
    from checkin_app.exporting.people import Row
    from checkin_app.importing.recording import ImportResult
    from checkin_app.sample import SampleEvent

#: The same code at the same checkpoint within this time is the same scan.
DEBOUNCE_MS = 3000
_REMEMBERED = 64

SELECT_BY_CODE = f"""
    SELECT c.status, c.issued_at, d.doc, {records.SELECT_COLUMNS}
    FROM credentials c JOIN delegates d ON d.id = c.delegate WHERE c.code = ?
"""
SELECT_ADMITTED = """
    SELECT first_scan, first_at, inside FROM attendance WHERE delegate = ? AND checkpoint = ?
"""
SELECT_SCAN_DESK = """
    SELECT t.desk_name FROM scans s JOIN streams t ON t.no = s.stream WHERE s.id = ?
"""
SELECT_SCAN = """
    SELECT id, delegate, checkpoint, direction, door, decision, reason, code, operator
    FROM scans WHERE id = ?
"""
SELECT_RECENT = """
    SELECT id, delegate, checkpoint, direction, door, decision, reason, code, operator
    FROM scans WHERE ?1 = '' OR checkpoint = ?1 ORDER BY id DESC LIMIT ?2
"""
COUNT_RECENT = """
    SELECT count(*) FROM scans
    WHERE id > ? AND door > ? AND decision = 'admit' AND direction = 'in' AND checkpoint = ?
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """The live numbers. `per_minute` is the mean of the last five minutes at registration."""

    expected: int
    arrived: int
    inside: int
    delegations_expected: int
    delegations_present: int
    per_minute: float
    per_checkpoint: dict[str, dict[str, int]]
    outbox: int = 0
    conflicts: int = 0


class Desk:
    """One event file and all that can be done with it, one thing after another, in one thread.

    What a method returns has been recorded durably. Every method may raise StoreError.
    """

    def __init__(self, file: EventFile) -> None:
        self._file = file
        self._remembered: dict[tuple[str, str, Direction], tuple[int, ScanOutcome]] = {}

    # -- opening and closing ---------------------------------------------

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
        file = EventFile.found(
            path, founding, secrets.token_hex(8), secret or secrets.token_bytes(32)
        )
        desk = cls(file)
        desk.add_records(
            [
                Checkpoint(
                    REGISTRATION,
                    CheckpointKind.REGISTRATION,
                    "Registration desk",
                    "Quầy đăng ký",
                )
            ]
        )
        return desk

    @classmethod
    def open(cls, path: Path, *, write: bool = True) -> Desk:
        """Raises StoreMissing, StoreDamaged, StoreTooNew, StoreLocked, StoreReadOnly."""
        desk = cls(EventFile.open(path, write=write))
        if write:
            for outcome in reversed(desk.recent(8)):
                if not outcome.undone and outcome.verdict.reason is not Reason.OVERRIDDEN:
                    desk._remember(outcome)
        return desk

    def warm_up(self) -> None:
        """Reads what the first scan would otherwise wait for."""
        with translated(self.path):
            self._file.programme  # noqa: B018
            self._file.tally  # noqa: B018
            self._file.search.search("a", 1, self._file.tally.arrived)

    def close(self) -> None:
        with translated(self.path):
            self._file.close()

    def seal(self) -> None:
        """Signs what was recorded and tidies the file; for pauses."""
        with translated(self.path):
            self._file.seal()
            self._file.tidy()

    @property
    def path(self) -> Path:
        return self._file.path

    @property
    def event(self) -> Event:
        return self._file.event

    @property
    def desk_name(self) -> str:
        desk = self._file.desk
        return desk.name if desk else ""

    @property
    def desk_id(self) -> str:
        desk = self._file.desk
        return desk.desk if desk else ""

    # -- programme ---------------------------------------------------------

    def checkpoints(self) -> list[Checkpoint]:
        """Registration first, then by id."""
        return sorted(
            self._file.programme.checkpoints.values(), key=lambda c: (c.id != REGISTRATION, c.id)
        )

    def sessions(self) -> list[Session]:
        return sorted(self._file.programme.sessions.values(), key=lambda s: (s.starts_at, s.id))

    def categories(self) -> list[Category]:
        return sorted(self._file.programme.categories.values(), key=lambda c: (c.rank, c.id))

    def delegations(self) -> list[Delegation]:
        return sorted(self._file.programme.delegations.values(), key=lambda d: names.fold(d.name))

    def rules(self, checkpoint: str) -> Sequence[AccessRule]:
        return self._file.programme.rules(checkpoint)

    def add_records(self, added: Sequence[Record]) -> None:
        """Adds or corrects categories, delegations, sessions, checkpoints and rules."""
        programme = self._file.programme
        known: dict[tuple[str, str], Record] = {
            (TYPES[type(record)], record.id): record
            for group in (
                programme.categories,
                programme.delegations,
                programme.sessions,
                programme.checkpoints,
            )
            for record in group.values()
        }
        with self._file.transaction():
            for record in added:
                record_type = TYPES[type(record)]
                fields = fields_of(record)
                before = known.get((record_type, record.id))
                data: dict[str, Any] = {"type": record_type, "fields": fields}
                if before is None:
                    self._file.record(kinds.CREATED, record.id, data)
                    continue
                old = fields_of(before)
                data["fields"] = {k: v for k, v in fields.items() if old.get(k) != v}
                if data["fields"]:
                    data["replaces"] = self._live(record.id, data["fields"])
                    self._file.record(kinds.AMENDED, record.id, data)

    # -- scanning ------------------------------------------------------------

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
                return_ = self._judge(place, direction, door, operator, text, reading, None, None)
            else:
                status, issued_at, doc = row[:3]
                delegate = records.delegate_from(row[3:])
                credential = Credential(text, delegate.id, CredentialStatus(status), str(issued_at))
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
        self._settle(return_, row[2] if row else None)
        return return_

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

    def _admitted(
        self, delegate: Delegate | None, place: Checkpoint
    ) -> tuple[FirstScan | None, bool]:
        if delegate is None:
            return None, False
        row = self._file.connection.execute(SELECT_ADMITTED, (delegate.id, place.id)).fetchone()
        if row is None:
            return None, False
        scan, first_at, inside = row
        desk = self._file.connection.execute(SELECT_SCAN_DESK, (scan,)).fetchone()
        first = FirstScan(
            scan, from_ms(first_at, self.event.zone), desk[0] if desk else "", place.id
        )
        return first, bool(inside)

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

    def _forget_scan(self, scan_id: str) -> None:
        for key, (_, outcome) in list(self._remembered.items()):
            if outcome.scan_id == scan_id:
                del self._remembered[key]

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

    def scan_outcome(self, scan_id: str) -> ScanOutcome:
        """A recorded scan as it counts now. Raises NoSuchScan."""
        row = self._file.connection.execute(SELECT_SCAN, (scan_id,)).fetchone()
        if row is None:
            raise NoSuchScan(id=scan_id)
        return self._from_row(row)

    def recent(self, limit: int = 20, checkpoint: str | None = None) -> list[ScanOutcome]:
        """The latest scans recorded, newest first."""
        with translated(self.path):
            rows = self._file.connection.execute(SELECT_RECENT, (checkpoint or "", limit))
            return [self._from_row(row) for row in rows.fetchall()]

    def _from_row(self, row: Sequence[Any]) -> ScanOutcome:
        scan_id, delegate_id, checkpoint, direction, door, decision, reason, code, operator = row
        found = records.find_delegate(self._file.connection, delegate_id) if delegate_id else None
        delegate = found[1] if found else None
        place = self._file.programme.checkpoint(checkpoint)
        standing, overridden = scan_status(self._file.connection, scan_id)
        verdict = Verdict(
            Decision(decision),
            Reason(reason),
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

    # -- people ----------------------------------------------------------------

    def find(self, text: str, limit: int = 20) -> list[FoundDelegate]:
        """Who a typed text may mean, best first."""
        with translated(self.path):
            hits = self._file.search.search(text, limit, self._file.tally.arrived)
            rows = {row.key: row for row in roster.rows(self._file, [hit.doc for hit in hits])}
        return [
            FoundDelegate(
                row.delegate,
                row.delegation_name,
                row.category,
                row.checked_in,
                100 - hit.tier,
                names.highlights(row.delegate.name, text),
            )
            for hit in hits
            if (row := rows.get(hit.doc)) is not None
        ]

    def _find(self, delegate_id: str) -> tuple[int, Delegate]:
        found = records.find_delegate(self._file.connection, delegate_id)
        if found is None:
            raise NoSuchDelegate(id=delegate_id)
        return found

    def delegate(self, delegate_id: str) -> DelegateCard:
        """Everything known of one person. Raises NoSuchDelegate."""
        with translated(self.path):
            doc, delegate = self._find(delegate_id)
            programme, connection = self._file.programme, self._file.connection
            first, _ = self._admitted(delegate, programme.checkpoint(REGISTRATION))
            return DelegateCard(
                delegate=delegate,
                delegation=programme.delegations.get(delegate.delegation),
                category=programme.categories.get(delegate.category),
                completeness=(
                    self.completeness(delegate.delegation) if delegate.delegation else None
                ),
                credentials=roster.credentials_of(connection, delegate_id),
                checked_in=doc in self._file.tally.arrived,
                arrived_at=first.at if first else None,
                printed=connection.execute(
                    "SELECT count(*) FROM prints WHERE delegate = ? AND outcome <> 'failed'",
                    (delegate_id,),
                ).fetchone()[0],
                history=history.history(self._file, delegate_id),
            )

    def completeness(self, delegation_id: str) -> Completeness:
        """How many of a delegation have arrived, of how many who still take part."""
        return self._file.tally.completeness(delegation_id)

    def members(self, delegation_id: str) -> list[RosterRow]:
        """Everybody of a delegation, in roster order."""
        return self.roster_rows(self.roster_ids(delegation=delegation_id))

    def credentials(self, delegate_id: str) -> list[Credential]:
        """Raises NoSuchDelegate."""
        self._find(delegate_id)
        return roster.credentials_of(self._file.connection, delegate_id)

    def all_credentials(self) -> Iterator[tuple[Delegate, Credential]]:
        return roster.all_credentials(self._file.connection)

    def register(
        self, fields: dict[str, Any], *, force: bool = False, operator: str = ""
    ) -> Delegate | list[FoundDelegate]:
        """Registers a walk-in with a fresh code.

        Returns the people who are alike instead, and does nothing, unless `force`. `fields` are
        those of EDITABLE_FIELDS; a delegation or category is an id or a name. Raises NotPossible.
        """
        values = self._clean_fields(fields)
        if not values.get("name"):
            raise NotPossible(why="A walk-in needs a name.")
        if not force and (alike := self._alike(values["name"])):
            return alike
        delegate_id = new_delegate_id()
        with self._file.transaction():
            self._resolve(values)
            values.setdefault(
                "given_name", names.given_name(values["name"], values.get("country", ""))
            )
            opened, private = _split(values)
            self._file.record(
                kinds.CREATED,
                delegate_id,
                {
                    "type": records.DELEGATE,
                    "fields": opened,
                    "codes": [self._new_code()],
                    "by": "walk-in",
                    "operator": operator,
                },
                private,
            )
        return self._find(delegate_id)[1]

    def _alike(self, name: str) -> list[FoundDelegate]:
        docs = self._file.search.alike(name)
        return [
            FoundDelegate(
                row.delegate, row.delegation_name, row.category, row.checked_in, score=100
            )
            for row in roster.rows(self._file, docs.to_array()[:20])
        ]

    def _new_code(self) -> str:
        return mint(self.event.tag, self._file.secret, secrets.randbelow(10**13))

    def amend(self, delegate_id: str, changes: dict[str, Any], *, operator: str = "") -> Delegate:
        """Corrects a delegate; their codes stay. Raises NoSuchDelegate, NotPossible."""
        _, before = self._find(delegate_id)
        values = self._clean_fields(changes)
        if "name" in values and not values["name"]:
            raise NotPossible(why="A delegate needs a name.")
        with self._file.transaction():
            self._resolve(values)
            changed = {k: v for k, v in values.items() if getattr(before, k) != v}
            if changed:
                opened, private = _split(changed)
                self._file.record(
                    kinds.AMENDED,
                    delegate_id,
                    {
                        "type": records.DELEGATE,
                        "fields": opened,
                        "replaces": self._live(delegate_id, changed),
                        "operator": operator,
                    },
                    private,
                )
        return self._find(delegate_id)[1]

    def withdraw(self, delegate_id: str, *, operator: str = "") -> Delegate:
        return self.amend(delegate_id, {"standing": Standing.WITHDRAWN}, operator=operator)

    def restore(self, delegate_id: str, *, operator: str = "") -> Delegate:
        return self.amend(delegate_id, {"standing": Standing.ACCREDITED}, operator=operator)

    def replace_code(self, delegate_id: str, *, operator: str = "") -> Credential:
        """Issues a new code; the active ones of ours become replaced. Raises NoSuchDelegate."""
        old = [c for c in self.credentials(delegate_id) if c.status is CredentialStatus.ACTIVE]
        with self._file.transaction():
            code = self._new_code()
            self._file.record(
                kinds.CREDENTIAL_ISSUED, delegate_id, {"code": code, "operator": operator}
            )
            for credential in old:
                self._file.record(
                    kinds.CREDENTIAL_CHANGED,
                    delegate_id,
                    {"code": credential.code, "status": "replaced", "operator": operator},
                )
        return self.credentials(delegate_id)[0]

    def revoke(self, delegate_id: str, code: str, *, operator: str = "") -> None:
        """Makes a code worthless at once: a lost badge. Raises NoSuchDelegate, NotPossible."""
        if code not in {credential.code for credential in self.credentials(delegate_id)}:
            raise NotPossible(why="That code is not this delegate's.")
        with self._file.transaction():
            self._file.record(
                kinds.CREDENTIAL_CHANGED,
                delegate_id,
                {"code": code, "status": "revoked", "operator": operator},
            )

    def _live(self, subject: str, changed: dict[str, Any]) -> dict[str, list[str]]:
        """Which entries hold the values that these changes replace."""
        edits = records.edits_of(self._file.connection, subject)
        return {field: [edit.id for edit in live_edits(edits, field)] for field in changed}

    def _clean_fields(self, fields: dict[str, Any]) -> dict[str, Any]:
        return {name: _clean_field(name, value) for name, value in fields.items()}

    def _resolve(self, values: dict[str, Any]) -> None:
        """Turns names of a delegation or category into ids, making new ones where needed."""
        programme = self._file.programme
        wanted = values.get("delegation", "")
        if wanted and wanted not in programme.delegations:
            folded = names.fold(wanted)
            for delegation in programme.delegations.values():
                if names.fold(delegation.name) == folded:
                    values["delegation"] = delegation.id
                    break
            else:
                values["delegation"] = self._file.new_delegation(wanted, values.get("country", ""))
        wanted = values.get("category", "")
        if wanted and wanted not in programme.categories:
            values["category"] = self._file.category(wanted)

    # -- roster screen -----------------------------------------------------------

    def roster_ids(
        self,
        *,
        text: str = "",
        delegation: str = "",
        category: str = "",
        status: str = "",
        sort: str = "name",
        descending: bool = False,
    ) -> array[int]:
        """Row keys of the roster in order; see store.roster for statuses and sorts."""
        with translated(self.path):
            return roster.keys(
                self._file,
                text=text,
                delegation=delegation,
                category=category,
                status=status,
                sort=sort,
                descending=descending,
            )

    def roster_rows(self, keys: Sequence[int]) -> list[RosterRow]:
        with translated(self.path):
            return roster.rows(self._file, keys)

    # -- numbers -------------------------------------------------------------------

    def figures(self) -> Figures:
        """The live numbers, from what this desk knows."""
        tally, programme = self._file.tally, self._file.programme
        since = now_ms() - 5 * 60_000
        recently = self._file.connection.execute(
            COUNT_RECENT, (f"{since >> 16:08x}", since, REGISTRATION)
        ).fetchone()[0]
        return Figures(
            expected=tally.expected,
            arrived=len(tally.arrived),
            inside=len(tally.inside[REGISTRATION]),
            delegations_expected=tally.delegations,
            delegations_present=len(tally.present_delegations),
            per_minute=recently / 5,
            per_checkpoint={
                checkpoint: {
                    "admitted": len(tally.admitted[checkpoint]),
                    "inside": len(tally.inside[checkpoint]),
                }
                for checkpoint in programme.checkpoints
            },
        )

    def digest(self) -> str:
        """Eight characters, equal on all who know the same."""
        with translated(self.path):
            return derive.digest(self._file.connection)

    # -- whole files -----------------------------------------------------------------

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

    def add_people(self, people: Iterable[dict[str, Any]]) -> None:
        """Records many new delegates at once; see store.bulk for what a dict of each holds."""
        with self._file.transaction():
            add_newcomers(self._file, list(people), by="list")

    def import_roster(
        self,
        path: Path,
        *,
        sheet: str | None = None,
        columns: dict[str, str] | None = None,
        dry_run: bool = False,
        rejects: Path | None = None,
        progress: Callable[[int, int | None], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> ImportResult:
        """Imports a roster file, all or nothing; see importing.recording."""
        from checkin_app.importing.recording import import_roster

        with translated(self.path):
            return import_roster(
                self._file,
                path,
                sheet=sheet,
                columns=columns,
                dry_run=dry_run,
                rejects=rejects,
                progress=progress,
                cancelled=cancelled,
            )

    def badge_subjects(self, selection: Selection) -> Iterator[BadgeSubject]:
        """What the chosen badges say. Raises NoSuchDelegate, NotPossible."""
        from checkin_app.badges.selection import subjects

        return subjects(self._file, selection)

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

        with translated(self.path):
            columns, rows = self.export_rows(
                kind, lang=lang, checkpoint=checkpoint, since=since, until=until
            )
            return write(target, columns, rows, lang=lang, title=kind.capitalize())

    def check(self) -> checking.CheckReport:
        """Whether the event file is whole: every page, hash and seal, and the tables."""
        with translated(self.path):
            return checking.check(self._file.connection)

    def rebuild(self) -> None:
        """Folds the derived tables anew from the ledger."""
        self._file.rebuild()

    def backup(self, target: Path) -> None:
        """A checked copy while in use. Raises StoreError if the target exists."""
        with translated(target):
            copy_whole(self._file.connection, target)


def _split(values: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    opened = {k: v for k, v in values.items() if k in OPEN_FIELDS}
    private = {k: v for k, v in values.items() if k in PERSONAL_FIELDS}
    return opened, private


def _clean_field(name: str, value: object) -> object:
    """A field typed at the desk as it is stored. Raises NotPossible."""
    import unicodedata

    if name not in EDITABLE_FIELDS:
        raise NotPossible(
            why=f"“{name}” is not a field of a delegate. Fields are: {', '.join(EDITABLE_FIELDS)}."
        )
    text = str("" if value is None else value)
    if name == "hold":
        return value if isinstance(value, bool) else text.strip().lower() in ("1", "true", "yes")
    if name == "standing":
        try:
            return Standing(text).value
        except ValueError:
            raise NotPossible(
                why=f"A standing is one of: {', '.join(Standing)}; not “{text}”."
            ) from None
    if name == "birth_year":
        if not text.strip():
            return None
        if not (text.strip().isdecimal() and 1900 <= int(text) <= 2100):
            raise NotPossible(why=f"“{text}” is not a year of birth.")
        return int(text)
    kept = "".join(c if c.isprintable() else " " for c in text)
    cleaned = " ".join(unicodedata.normalize("NFC", kept).split())
    if len(cleaned) > 1000:
        raise NotPossible(why=f"The {name} is longer than 1,000 letters.")
    return cleaned
