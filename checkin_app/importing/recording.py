"""Owns how a roster file becomes facts: who is new, who changed since the last import, who did not.

A row is matched with somebody on the roster by external id, else by external code, else by folded
name, delegation and organisation; a row is compared with what the last import said, so that
corrections made at a desk since then stay.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from checkin_app.domain import names
from checkin_app.domain.delegates import OPEN_FIELDS
from checkin_app.importing.recognition import Mapping, recognise
from checkin_app.importing.rows import ImportedRow, Problem, rows
from checkin_app.importing.sheets import open_sheet
from checkin_app.ledger import kinds
from checkin_app.ledger.fold import Edit, last_imported, live_edits
from checkin_app.store import records
from checkin_app.store.bulk import Newcomer, add_newcomers
from checkin_app.store.event_file import EventFile
from checkin_app.store.ledger import entries
from checkin_app.store.uncollected import uncollected

PROGRESS_EVERY = 500


class Cancelled(Exception):
    """The operator stopped the import; nothing was changed."""


class _DryRun(Exception):
    """Rolls back what a dry run recorded."""


@dataclass(slots=True)
class ImportResult:
    """What an import did. `columns` says which field each column of the file went to."""

    read: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    warnings: list[Problem] = field(default_factory=list)
    columns: dict[str, str | None] = field(default_factory=dict)
    rejects: list[ImportedRow] = field(default_factory=list)
    cancelled: bool = False


def _person(name: str, delegation: str, organization: str) -> tuple[str, str, str]:
    """Who somebody is where no id says so."""
    return names.fold(name), delegation, names.fold(organization)


class _CodeTaken(Exception):
    """A row's code belongs to somebody with another external id; tells their name."""


class _Roster:
    """Who is on the roster already, by everything a row can be matched on.

    Somebody imported is who the last import said, whatever a desk corrected since.
    """

    def __init__(self, file: EventFile) -> None:
        connection = file.connection
        self.said = _last_imports(file)
        self.by_external_id: dict[str, str] = {}
        self.external_ids: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.by_person: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        self.by_code: dict[str, str] = dict(
            connection.execute("SELECT code, delegate FROM credentials")
        )
        for key, external_id, *person in connection.execute(
            "SELECT id, external_id, name, delegation, organization FROM delegates ORDER BY doc"
        ):
            said = self.said.get(key)
            if said is not None:
                person = [said.get(field, "") for field in ("name", "delegation", "organization")]
                external_id = said.get("external_id", "") or external_id
            if external_id:
                self.by_external_id[external_id] = key
                self.external_ids[key] = external_id
            self.names[key] = person[0]
            self.by_person[_person(*person)].append(key)

    def match(self, values: dict[str, Any]) -> str | None:
        external_id = values.get("external_id", "")
        owner = self.by_code.get(values.get("external_code", ""))
        if external_id and (found := self.by_external_id.get(external_id)):
            if owner not in (None, found):
                raise _CodeTaken(self.names[owner])
            return found
        if owner is not None:
            if external_id and self.external_ids.get(owner):
                raise _CodeTaken(self.names[owner])
            return owner
        if external_id:
            return None
        person = _person(
            values["name"], values.get("delegation", ""), values.get("organization", "")
        )
        waiting = self.by_person.get(person)
        if not waiting:
            return None
        found = waiting[0] if len(waiting) == 1 else max(waiting, key=self._likeness(values))
        waiting.remove(found)
        return found

    def _likeness(self, values: dict[str, Any]) -> Callable[[str], int]:
        """Of several people of one name, the row is who was imported most like it."""

        def score(key: str) -> int:
            said = self.said.get(key, {})
            return sum(said.get(field) == value for field, value in values.items())

        return score


def _last_imports(file: EventFile) -> dict[str, dict[str, Any]]:
    """What the imports said last of everybody they listed."""
    edits: dict[str, list[Edit]] = defaultdict(list)
    for stored in entries(file.connection):
        if stored.entry.data.get("by") != "import":
            continue
        if stored.entry.kind == kinds.LISTED:
            for key, _, fields in records.listed(stored):
                edits[key].append(records.listing(stored, fields))
        elif stored.entry.kind == kinds.AMENDED:
            edits[stored.entry.subject].append(records.edit_from(stored))
    return {key: last_imported(said) for key, said in edits.items()}


def import_roster(
    file: EventFile,
    path: Path,
    *,
    sheet: str | None = None,
    columns: dict[str, str] | None = None,
    dry_run: bool = False,
    progress: Callable[[int, int | None], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    rejects: Path | None = None,
    say: Callable[[str], str] = str,
) -> ImportResult:
    """Imports a roster file in one transaction. `columns` maps a field to a column by hand.

    Rejected rows are written to `rejects`, with reasons that `say` translates.
    Raises UnreadableFile, NoSuchColumn (nothing was changed); a cancelled import and a dry run
    change nothing and return what would have been done.
    """
    from checkin_app.importing.rejects import write_rejects

    opened = open_sheet(path, sheet=sheet)
    mapping = recognise(opened, columns or {})
    result = ImportResult(columns=_named_columns(opened.columns, mapping))
    try:
        with uncollected(), file.transaction():
            _record(file, rows(opened, mapping), opened.total, result, progress, cancelled)
            summary = {
                "file": path.name,
                "read": result.read,
                "added": result.added,
                "updated": result.updated,
                "rejected": result.rejected,
            }
            if dry_run:
                raise _DryRun
            if result.added or result.updated:
                file.record(kinds.IMPORTED, "", summary)
    except _DryRun:
        pass
    except Cancelled:
        result.cancelled = True
        result.added = result.updated = 0
    file.forget()
    if rejects is not None:
        write_rejects(rejects, opened, result.rejects, say)
    return result


def _named_columns(columns: list[str], mapping: Mapping) -> dict[str, str | None]:
    return {name: mapping.get(index) for index, name in enumerate(columns)}


def _record(
    file: EventFile,
    read: Iterable[ImportedRow],
    total: int | None,
    result: ImportResult,
    progress: Callable[[int, int | None], None] | None,
    cancelled: Callable[[], bool] | None,
) -> None:
    roster = _Roster(file)
    known = bool(roster.by_person)
    delegation_ids: dict[str, str] = {}
    category_ids: dict[str, str] = {}
    newcomers: list[Newcomer] = []
    for row in read:
        result.read += 1
        if result.read % PROGRESS_EVERY == 0:
            if progress is not None:
                progress(result.read, total)
            if cancelled is not None and cancelled():
                raise Cancelled
        result.warnings.extend(row.problems)
        if row.rejected:
            result.rejected += 1
            result.rejects.append(row)
            continue
        values = row.values
        name = values.get("delegation")
        if name:
            key = delegation_ids.get(name)
            if key is None:
                key = delegation_ids[name] = _delegation(file, name)
            values["delegation"] = key
        name = values.get("category")
        if name:
            key = category_ids.get(name)
            if key is None:
                key = category_ids[name] = file.category(name)
            values["category"] = key
        if not values.get("given_name"):
            values["given_name"] = names.given_name(values["name"], values.get("country", ""))
        try:
            found = roster.match(values) if known else None
        except _CodeTaken as taken:
            _reject(result, row, str(taken))
            continue
        if found is None:
            newcomers.append(values)
            result.added += 1
        elif _update(file, roster, found, values):
            result.updated += 1
        else:
            result.unchanged += 1
    if progress is not None:
        progress(result.read, total)
    add_newcomers(file, newcomers, by="import")


def _reject(result: ImportResult, row: ImportedRow, owner: str) -> None:
    problem = Problem(row.number, "external_code", "code_taken", owner)
    result.warnings.append(problem)
    result.rejected += 1
    result.rejects.append(row._replace(problems=(*row.problems, problem), rejected=True))


def _delegation(file: EventFile, name: str) -> str:
    return file.programme.delegation_named(name) or file.new_delegation(name, "")


def _update(file: EventFile, roster: _Roster, key: str, values: dict[str, Any]) -> bool:
    """Records what the file says differently from the last import. Whether there was anything."""
    code = values.pop("external_code", "")
    changed = False
    if code and code not in roster.by_code:
        file.record(kinds.CREDENTIAL_ISSUED, key, {"code": code, "by": "import"})
        roster.by_code[code] = key
        changed = True
    before = roster.said.get(key)
    if before is None:
        fields = _missing(file, key, values)
    else:
        fields = {
            name: value
            for name, value in values.items()
            if before.get(name, records.default(name)) != value
        }
    if not fields:
        return changed
    edits = records.edits_of(file.connection, key)
    data = {
        "type": records.DELEGATE,
        "by": "import",
        "fields": {name: value for name, value in fields.items() if name in OPEN_FIELDS},
        "replaces": {name: [e.id for e in live_edits(edits, name)] for name in fields},
    }
    private = {name: value for name, value in fields.items() if name not in OPEN_FIELDS}
    file.record(kinds.AMENDED, key, data, private)
    return True


def _missing(file: EventFile, key: str, values: dict[str, Any]) -> dict[str, Any]:
    """What a roster adds to a walk-in: what was typed at the desk stays."""
    found = records.find_delegate(file.connection, key)
    assert found is not None
    return {name: value for name, value in values.items() if value and not getattr(found[1], name)}
