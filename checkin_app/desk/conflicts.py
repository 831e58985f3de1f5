"""Owns what a desk does with conflicts: show them, decide them, and make two records one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from checkin_app.desk.people import People
from checkin_app.desk.station import verb
from checkin_app.domain.conflicts import (
    BOTH,
    CODES,
    COPIED_BADGE,
    KEEP,
    MERGE,
    MISTAKE,
    Conflict,
    ConflictKind,
)
from checkin_app.domain.credentials import CredentialStatus
from checkin_app.domain.delegates import OPEN_FIELDS, Delegate
from checkin_app.domain.errors import NoSuchConflict, NotPossible
from checkin_app.ledger import kinds
from checkin_app.ledger.fold import live_edits, stands
from checkin_app.store import badge_life, conflicts, jobs, records, roster
from checkin_app.store.attendance import rulings_about
from checkin_app.store.conflict_rows import decisions_of

SELECT_DECISION = """
    SELECT conflict, kind, decision, part, entries, people, effects FROM decisions WHERE id = ?
"""
SELECT_BINDINGS = "SELECT id, delegate, day FROM temporary_bindings WHERE code = ?"
SELECT_MERGES = "SELECT id FROM merges WHERE gone = ? ORDER BY at, id"
#: What can be taken back by an undo: an undo, a merge.
SELECT_TAKEN_BACK = """
    SELECT EXISTS (SELECT 1 FROM rulings WHERE id = ?1)
    OR EXISTS (SELECT 1 FROM merges WHERE id = ?1)
"""


class Conflicts(People):
    """A decision and what follows from it are one transaction."""

    @verb
    def conflicts(self, *, open_only: bool = True, most: int | None = None) -> list[Conflict]:
        """What does not fit together and waits for a person, the latest first; or all of it."""
        return conflicts.read(
            self._file.connection, self.event.zone, open_only=open_only, most=most
        )

    @verb
    def conflict(self, conflict_id: str) -> Conflict:
        """Raises NoSuchConflict."""
        found = conflicts.read_one(self._file.connection, self.event.zone, conflict_id)
        if found is None:
            raise NoSuchConflict(id=conflict_id)
        return found

    @verb
    def open_conflicts(self) -> int:
        """How many conflicts wait for a decision."""
        return conflicts.open_count(self._file.connection)

    @verb
    def resolve(
        self, conflict_id: str, decision: str, *, reason: str = "", operator: str = ""
    ) -> Conflict:
        """Decides a conflict: one of its `proposals`; “mistake:” and “merge:” may name a scan or
        whom to keep. A decision made before is taken back. Of crossed decisions, returns the
        conflict that they are about. Raises NoSuchConflict, NotPossible.
        """
        conflict = self.conflict(conflict_id)
        follow = self._consequence(conflict, decision, operator)
        said = {"reason": reason.strip(), "operator": operator}
        with self._file.transaction():
            if conflict.kind is ConflictKind.CROSSED_DECISIONS:
                conflict_id = self._choose(decision.removeprefix(KEEP), said)
            else:
                before = [d.id for d in decisions_of(self._file.connection, conflict_id)]
                effects = self._undo_effects(before, operator) + follow()
                self._decide(conflict, decision, before, effects, said)
        self._settled()
        return self.conflict(conflict_id)

    @verb
    def undo_decision(
        self, conflict_id: str, *, reason: str = "", operator: str = ""
    ) -> Conflict | None:
        """Takes a decision back, and the undo or the merge that followed from it.

        None where the conflict is no more. Raises NoSuchConflict, NotPossible.
        """
        self.conflict(conflict_id)
        live = [decision.id for decision in decisions_of(self._file.connection, conflict_id)]
        if not live:
            raise NotPossible(why="Nothing was decided of this conflict yet.")
        with self._file.transaction():
            self._undo_effects(live, operator)
            for decision in live:
                self._undone(decision, reason, operator)
        self._settled()
        return conflicts.read_one(self._file.connection, self.event.zone, conflict_id)

    @verb
    def merge(self, keep: str, drop: str, *, codes: str = BOTH, operator: str = "") -> Delegate:
        """Makes two records one person, `keep`; all that was said of `drop` counts for them.

        `codes` says whether the codes of `drop` go on (`both`) or not (`replace`). Raises
        NoSuchDelegate, NotPossible.
        """
        if codes not in CODES:
            raise NotPossible(
                "What becomes of the codes is: {known}; not “{codes}”.",
                known=", ".join(CODES),
                codes=codes,
            )
        self._find(keep)
        self._find(drop)
        if keep == drop:
            raise NotPossible(why="That is one and the same record.")
        with self._file.transaction():
            self._merge(keep, drop, codes, operator)
        self._settled()
        return self._find(keep)[1]

    @verb
    def unmerge(self, drop: str, *, reason: str = "", operator: str = "") -> Delegate:
        """Brings back a record that was merged into another. Raises NotPossible."""
        connection = self._file.connection
        standing = [
            merge
            for (merge,) in connection.execute(SELECT_MERGES, (drop,)).fetchall()
            if stands(merge, rulings_about(connection, merge))
        ]
        if not standing:
            raise NotPossible(why="This record was not merged into another.")
        with self._file.transaction():
            for merge in standing:
                self._undone(merge, reason, operator)
        self._settled()
        return self._find(drop)[1]

    # -- inside a transaction

    def _consequence(
        self, conflict: Conflict, decision: str, operator: str
    ) -> Callable[[], list[str]]:
        """What follows from a decision: records it, and returns the entries. Raises NotPossible."""
        word, _, named = decision.partition(":")
        scans = [side.entry for side in conflict.scans]
        people = [person.id for person in conflict.people]
        if decision in conflict.proposals:
            match word:
                case "mistake":
                    return lambda: [self._undone(scans[-1], "", operator)]
                case "copied_badge":
                    return lambda: self._block_copies(conflict, operator)
                case "merge" if len(people) == 2:
                    return lambda: [self._merge(people[0], people[1], BOTH, operator)]
                case "merge":
                    raise NotPossible(why="These records are one person already.")
                case "keep" if conflict.kind is ConflictKind.CROSSED_EDITS:
                    return lambda: [self._keep_edit(conflict, named, operator)]
                case "keep" if conflict.kind is ConflictKind.TEMPORARY_TWICE:
                    return lambda: self._keep_bearer(conflict, named, operator)
            return list
        if word == MISTAKE and MISTAKE in conflict.proposals and named in scans:
            return lambda: [self._undone(named, "", operator)]
        if word == MERGE and MERGE in conflict.proposals and named in people and len(people) == 2:
            drop = people[1 - people.index(named)]
            return lambda: [self._merge(named, drop, BOTH, operator)]
        raise NotPossible(
            "“{decision}” does not decide this conflict. What does: {known}.",
            decision=decision,
            known=", ".join(conflict.proposals),
        )

    def _decide(
        self,
        conflict: Conflict,
        decision: str,
        before: list[str],
        effects: list[str],
        said: dict[str, str],
    ) -> None:
        edited = (conflict.record_type, conflict.record, conflict.field)
        data = {
            "conflict": conflict.id,
            "kind": conflict.kind.value,
            "part": "/".join(edited) if conflict.field else "",
            "decision": decision,
            "entries": [side.entry for side in conflict.sides],
            "people": [person.id for person in conflict.people],
            "replaces": before,
            "effects": effects,
            **said,
        }
        self._file.record(kinds.CONFLICT_RESOLVED, conflict.id, data)

    def _choose(self, chosen: str, said: dict[str, str]) -> str:
        """Of decisions that disagree one is made again, and overrules the others."""
        connection = self._file.connection
        names = ("conflict", "kind", "decision", "part", "entries", "people", "effects")
        row = connection.execute(SELECT_DECISION, (chosen,)).fetchone()
        data: dict[str, Any] = dict(zip(names, row, strict=True))
        live = [decision.id for decision in decisions_of(connection, data["conflict"])]
        others = [decision for decision in live if decision != chosen]
        for name in ("entries", "people", "effects"):
            data[name] = json.loads(data[name])
        data["effects"] += self._undo_effects(others, said["operator"])
        self._file.record(
            kinds.CONFLICT_RESOLVED, data["conflict"], {**data, "replaces": live, **said}
        )
        return str(data["conflict"])

    def _undo_effects(self, decisions: Iterable[str], operator: str) -> list[str]:
        """Takes back the undos and merges that followed from decisions."""
        connection = self._file.connection
        undone = []
        for decision in decisions:
            row = connection.execute(SELECT_DECISION, (decision,)).fetchone()
            for effect in json.loads(row[-1]):
                (possible,) = connection.execute(SELECT_TAKEN_BACK, (effect,)).fetchone()
                if possible and stands(effect, rulings_about(connection, effect)):
                    undone.append(self._undone(effect, "", operator))
        return undone

    def _undone(self, fact: str, reason: str, operator: str) -> str:
        data = {"reason": reason.strip(), "operator": operator}
        return self._file.record(kinds.UNDONE, fact, data).entry.id

    def _block_copies(self, conflict: Conflict, operator: str) -> list[str]:
        """Makes the codes that were read worthless, and gives a fresh one to print."""
        person = conflict.people[0]
        read = {side.code for side in conflict.scans if side.code}
        effects = []
        for code in roster.credentials_of(self._file.connection, person.id):
            if code.code in read and code.status is not CredentialStatus.REVOKED:
                data = {
                    "code": code.code,
                    "status": "revoked",
                    "reason": COPIED_BADGE,
                    "operator": operator,
                }
                stored = self._file.record(kinds.CREDENTIAL_CHANGED, person.id, data)
                effects.append(stored.entry.id)
        if not badge_life.active_codes(self._file.connection, person.id):
            data = {"code": self._new_code(), "operator": operator}
            stored = self._file.record(kinds.CREDENTIAL_ISSUED, person.id, data)
            effects.append(stored.entry.id)
        return effects

    def _merge(self, keep: str, drop: str, codes: str, operator: str) -> str:
        connection = self._file.connection
        job = jobs.live_job(connection, drop)
        if job:
            jobs.drop_badge(connection, job, drop)
        data = {"keep": keep, "drop": drop, "codes": codes, "operator": operator}
        return self._file.record(kinds.MERGED, keep, data).entry.id

    def _keep_edit(self, conflict: Conflict, entry: str, operator: str) -> str:
        """One of the values that crossed is said again, and replaces all of them."""
        said = records.edits_of(self._file.connection, conflict.record, conflict.record_type)
        live = live_edits(said, conflict.field)
        fields = next(
            (
                {conflict.field: edit.fields[conflict.field]}
                for edit in said
                if edit.id == entry and conflict.field in edit.fields
            ),
            None,
        )
        if fields is None:
            raise NotPossible(why="That value is no more. Correct the field by hand.")
        personal = conflict.record_type == records.DELEGATE and conflict.field not in OPEN_FIELDS
        data = {
            "type": conflict.record_type,
            "fields": {} if personal else fields,
            "replaces": {conflict.field: [edit.id for edit in live]},
            "operator": operator,
        }
        stored = self._file.record(
            kinds.AMENDED, conflict.record, data, fields if personal else None
        )
        return stored.entry.id

    def _keep_bearer(self, conflict: Conflict, delegate: str, operator: str) -> list[str]:
        """Gives a temporary badge to one of the two who were given it."""
        code = conflict.sides[0].code
        bound = self._file.connection.execute(SELECT_BINDINGS, (code,)).fetchall()
        (holder,) = self._file.connection.execute(
            "SELECT delegate FROM credentials WHERE code = ?", (code,)
        ).fetchone()
        if holder == delegate:
            return []
        data = {
            "code": code,
            "delegate": delegate,
            "day": bound[0][2],
            "operator": operator,
            "replaces": [key for key, _, _ in bound],
        }
        return [self._file.record(kinds.TEMPORARY_BOUND, delegate, data).entry.id]

    def _settled(self) -> None:
        """Everything may count otherwise now."""
        self._file.forget()
        self._corrected()
