"""Owns what a desk does with people: find, register, correct, give or take away a code."""

from __future__ import annotations

import secrets
from array import array
from collections.abc import Iterator, Sequence
from typing import Any

from checkin_app.desk.station import Station, verb
from checkin_app.domain import names
from checkin_app.domain.credentials import CODE_LENGTH, SERIAL_LENGTH, Credential, CredentialStatus
from checkin_app.domain.delegates import (
    EDITABLE_FIELDS,
    OPEN_FIELDS,
    PERSONAL_FIELDS,
    Completeness,
    Delegate,
    FoundDelegate,
    Standing,
)
from checkin_app.domain.errors import NotPossible
from checkin_app.domain.programme import REGISTRATION
from checkin_app.ledger import kinds
from checkin_app.store import badges, conflicts, history, records, roster
from checkin_app.store.bulk import new_delegate_id
from checkin_app.store.roster import DelegateCard, RosterRow


class People(Station):
    """Everybody on the roster, one by one."""

    @verb
    def find(self, text: str, limit: int = 20) -> list[FoundDelegate]:
        """Who a typed text may mean, best first."""
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

    @verb
    def delegate(self, delegate_id: str) -> DelegateCard:
        """Everything known of one person. Raises NoSuchDelegate."""
        doc, delegate = self._find(delegate_id)
        programme, connection = self._file.programme, self._file.connection
        first, _ = self._admitted(delegate, programme.checkpoint(REGISTRATION))
        return DelegateCard(
            delegate=delegate,
            delegation=programme.delegations.get(delegate.delegation),
            category=programme.categories.get(delegate.category),
            completeness=(self.completeness(delegate.delegation) if delegate.delegation else None),
            credentials=roster.credentials_of(connection, delegate_id),
            checked_in=doc in self._file.tally.arrived,
            arrived_at=first.at if first else None,
            printed=badges.printed(connection, delegate_id),
            history=history.history(self._file, delegate_id),
            conflicts=conflicts.about(connection, self.event.zone, delegate_id),
        )

    @verb
    def completeness(self, delegation_id: str) -> Completeness:
        """How many of a delegation have arrived, of how many who still take part."""
        return self._file.tally.completeness(delegation_id)

    @verb
    def members(self, delegation_id: str) -> list[RosterRow]:
        """Everybody of a delegation, in roster order."""
        return self.roster_rows(self.roster_ids(delegation=delegation_id))

    @verb
    def credentials(self, delegate_id: str) -> list[Credential]:
        """Raises NoSuchDelegate."""
        self._find(delegate_id)
        return roster.credentials_of(self._file.connection, delegate_id)

    def all_credentials(self) -> Iterator[tuple[Delegate, Credential]]:
        return roster.all_credentials(self._file.connection)

    @verb
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
        alike = self._alike(values["name"])
        if alike and not force:
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
                    # The desk saw these and says that this is somebody else.
                    **({"unlike": [found.delegate.id for found in alike]} if alike else {}),
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
        return self._file.mint.code(secrets.randbelow(10**SERIAL_LENGTH))

    @verb
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
        self._corrected()
        return self._find(delegate_id)[1]

    def withdraw(self, delegate_id: str, *, operator: str = "") -> Delegate:
        return self.amend(delegate_id, {"standing": Standing.WITHDRAWN}, operator=operator)

    def restore(self, delegate_id: str, *, operator: str = "") -> Delegate:
        return self.amend(delegate_id, {"standing": Standing.ACCREDITED}, operator=operator)

    @verb
    def replace_code(self, delegate_id: str, *, operator: str = "") -> Credential:
        """Issues a new code; the active ones of ours become replaced. Raises NoSuchDelegate."""
        old = [
            credential
            for credential in self.credentials(delegate_id)
            if credential.status is CredentialStatus.ACTIVE
            and len(credential.code) == CODE_LENGTH
            and not credential.day
        ]
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
        self._corrected()
        return self.credentials(delegate_id)[0]

    @verb
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
        self._corrected()

    def _clean_fields(self, fields: dict[str, Any]) -> dict[str, Any]:
        return {name: _clean_field(name, value) for name, value in fields.items()}

    def _resolve(self, values: dict[str, Any]) -> None:
        """Turns names of a delegation or category into ids, making new ones where needed."""
        programme = self._file.programme
        wanted = values.get("delegation", "")
        if wanted and wanted not in programme.delegations:
            values["delegation"] = programme.delegation_named(wanted) or self._file.new_delegation(
                wanted, values.get("country", "")
            )
        wanted = values.get("category", "")
        if wanted and wanted not in programme.categories:
            values["category"] = self._file.category(wanted)

    @verb
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
        return roster.keys(
            self._file,
            text=text,
            delegation=delegation,
            category=category,
            status=status,
            sort=sort,
            descending=descending,
        )

    @verb
    def roster_rows(self, keys: Sequence[int]) -> list[RosterRow]:
        return roster.rows(self._file, keys)


def _split(values: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    opened = {k: v for k, v in values.items() if k in OPEN_FIELDS}
    private = {k: v for k, v in values.items() if k in PERSONAL_FIELDS}
    return opened, private


def _clean_field(name: str, value: object) -> object:
    """A field typed at the desk as it is stored. Raises NotPossible."""
    import unicodedata

    if name not in EDITABLE_FIELDS:
        raise NotPossible(
            "“{name}” is not a field of a delegate. Fields are: {fields}.",
            name=name,
            fields=", ".join(EDITABLE_FIELDS),
        )
    text = str("" if value is None else value)
    if name == "hold":
        return value if isinstance(value, bool) else text.strip().lower() in ("1", "true", "yes")
    if name == "standing":
        try:
            return Standing(text).value
        except ValueError:
            raise NotPossible(
                "A standing is one of: {standings}; not “{text}”.",
                standings=", ".join(Standing),
                text=text,
            ) from None
    if name == "birth_year":
        if not text.strip():
            return None
        if not (text.strip().isdecimal() and 1900 <= int(text) <= 2100):
            raise NotPossible("“{text}” is not a year of birth.", text=text)
        return int(text)
    kept = "".join(c if c.isprintable() else " " for c in text)
    cleaned = " ".join(unicodedata.normalize("NFC", kept).split())
    if len(cleaned) > 1000:
        raise NotPossible("The {name} is longer than 1,000 letters.", name=name)
    return cleaned
