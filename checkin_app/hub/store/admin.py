"""Owns who may: the hub's keys and settings, its desks, its open enrolments.

Secrets, tokens and the password are here as hashes only (hex text), the hub's own keys as they are:
who reads this database is the hub.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from checkin_app.domain.errors import StoreError
from checkin_app.ledger.clock import now_ms
from checkin_app.ledger.seal import new_key, public_key

SELECT_DESKS = """
    SELECT desk, name, profile, public_key, token_hash, enrolled_at, revoked_at, met_at, release,
           outbox, clock, bound, recorded
    FROM desks
"""
UPSERT_DESK = """
    INSERT INTO desks (desk, name, profile, public_key, token_hash, enrolled_at)
    VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (desk) DO UPDATE SET name = excluded.name, profile = excluded.profile,
    public_key = excluded.public_key, token_hash = excluded.token_hash,
    enrolled_at = excluded.enrolled_at, revoked_at = NULL, recorded = 0
"""
TOUCH_DESK = """
    UPDATE desks SET met_at = ?, release = coalesce(nullif(?, ''), release),
    outbox = coalesce(?, outbox), clock = coalesce(?, clock), bound = coalesce(?, bound)
    WHERE desk = ?
"""
UPSERT_SETTING = """
    INSERT INTO settings (name, value) VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""
TAKE_ENROLMENT = """
    UPDATE enrolments SET taken_at = ? WHERE secret_hash = ? AND taken_at IS NULL
    AND expires_at > ? RETURNING name, profile
"""
ENROLLED, REVOKED = 1, 2
#: The setting that holds the id of the desk on whose computer the hub was founded.
OWN_DESK = "own_desk"


class Rows(Protocol):
    """One statement of SQL with “?” as placeholders, or several in one transaction."""

    def ask(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]: ...

    def together(self) -> AbstractContextManager[None]: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk that was enrolled. Times are milliseconds since 1970 UTC, None for never.

    `public_key` and `token_hash` are hex. `offset` is how far its clock is from the hub's, give or
    take `bound`. `recorded` says what the ledger was told: ENROLLED, REVOKED, or 0.
    """

    desk: str
    name: str
    profile: str
    public_key: str
    token_hash: str
    enrolled_at: int
    revoked_at: int | None
    met_at: int | None
    release: str
    outbox: int | None
    offset: int | None
    bound: int | None
    recorded: int


@dataclass(frozen=True, slots=True)
class Keys:
    """What the hub is known by: Ed25519 keys (32 bytes), its certificate and its key (PEM).

    `session` are 32 random bytes that all processes of this hub share.
    """

    hub: bytes
    hub_public: bytes
    stream: str
    certificate: bytes
    certificate_key: bytes
    session: bytes


class Admin:
    """Used from any thread, and by several processes at once."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self.enrolments = Enrolments(rows)

    def together(self) -> AbstractContextManager[None]:
        """What is written inside is written at once."""
        return self._rows.together()

    def setting(self, name: str) -> str:
        found = self._rows.ask("SELECT value FROM settings WHERE name = ?", (name,))
        return found[0][0] if found else ""

    def keep_setting(self, name: str, value: str) -> None:
        self._rows.ask(UPSERT_SETTING, (name, value))

    def exchange_setting(self, name: str, former: str, value: str) -> str:
        """Sets it unless somebody else did; what it is now."""
        self._rows.ask(
            "UPDATE settings SET value = ? WHERE name = ? AND value = ?", (value, name, former)
        )
        return self.setting(name)

    def password(self) -> str:
        """As it is kept, hashed; empty when there is none."""
        return self.setting("password")

    def keep_password(self, kept: str) -> None:
        self.keep_setting("password", kept)

    def make_keys(self, certificate: bytes, certificate_key: bytes) -> Keys:
        """The keys of a new hub."""
        made = {
            "hub_key": new_key().hex(),
            "desk": secrets.token_hex(8),
            "stream": secrets.token_hex(16),
            "session": secrets.token_hex(32),
            "certificate": certificate.decode("ascii"),
            "certificate_key": certificate_key.decode("ascii"),
        }
        with self._rows.together():
            for name, value in made.items():
                self.keep_setting(name, value)
        return self.keys()

    def empty(self) -> None:
        """Takes back `make_keys`, and whatever was kept since."""
        with self._rows.together():
            for table in ("settings", "desks", "enrolments"):
                self._rows.ask(f"DELETE FROM {table}")

    def keys(self) -> Keys:
        """Raises StoreError where there is no hub yet."""
        kept = dict(self._rows.ask("SELECT name, value FROM settings"))
        if "hub_key" not in kept:
            raise StoreError("There is no hub in this store yet. Make one with “hub found”.")
        private = bytes.fromhex(kept["hub_key"])
        return Keys(
            hub=private,
            hub_public=public_key(private),
            stream=kept["stream"],
            certificate=kept["certificate"].encode(),
            certificate_key=kept["certificate_key"].encode(),
            session=bytes.fromhex(kept["session"]),
        )

    # -- desks -------------------------------------------------------------

    def add_desk(
        self, desk: str, name: str, profile: str, public_key: str, token_hash: str
    ) -> None:
        """Enrols a desk, or enrols it again: its former token is good no more."""
        values = (desk, name, profile, public_key, token_hash, now_ms())
        self._rows.ask(UPSERT_DESK, values)

    def desks(self) -> list[Desk]:
        """All that were ever enrolled, by name."""
        return [Desk(*row) for row in self._rows.ask(f"{SELECT_DESKS} ORDER BY name, desk")]

    def desk(self, desk: str) -> Desk | None:
        found = self._rows.ask(f"{SELECT_DESKS} WHERE desk = ?", (desk,))
        return Desk(*found[0]) if found else None

    def by_token(self, token_hash: str) -> Desk | None:
        """Also a desk that was revoked."""
        if not token_hash:
            return None
        found = self._rows.ask(f"{SELECT_DESKS} WHERE token_hash = ?", (token_hash,))
        return Desk(*found[0]) if found else None

    def touch(
        self,
        desk: str,
        *,
        met_at: int,
        release: str = "",
        outbox: int | None = None,
        clock: tuple[int, int] | None = None,
    ) -> None:
        """What a desk said of itself just now; `clock` is (offset, bound) in ms.

        What it did not say stays as it was.
        """
        self._rows.ask(TOUCH_DESK, (met_at, release, outbox, *(clock or (None, None)), desk))

    def revoke(self, desk: str) -> bool:
        """Whether the desk was enrolled until now."""
        statement = (
            "UPDATE desks SET revoked_at = ? WHERE desk = ? AND revoked_at IS NULL RETURNING desk"
        )
        return bool(self._rows.ask(statement, (now_ms(), desk)))

    def unrecorded(self) -> list[Desk]:
        """Desks of which the ledger was not told all."""
        return [
            Desk(*row)
            for row in self._rows.ask(
                f"{SELECT_DESKS} WHERE recorded = 0 OR (recorded < 2 AND revoked_at IS NOT NULL)"
            )
        ]

    def recorded(self, desk: Desk, what: int) -> None:
        """The ledger was told of the desk, as it was when this row was read."""
        self._rows.ask(
            "UPDATE desks SET recorded = ? WHERE desk = ? AND enrolled_at = ? AND recorded < ?",
            (what, desk.desk, desk.enrolled_at, what),
        )

    def close(self) -> None:
        self._rows.close()


class Enrolments:
    """One-time secrets, by their hashes."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def add(self, secret_hash: str, name: str, profile: str, expires_at: int) -> None:
        """`expires_at` is milliseconds since 1970 UTC; long expired ones are dropped."""
        with self._rows.together():
            self._rows.ask(
                "DELETE FROM enrolments WHERE expires_at < ?", (now_ms() - 30 * 86_400_000,)
            )
            self._rows.ask(
                "INSERT INTO enrolments (secret_hash, name, profile, expires_at)"
                " VALUES (?, ?, ?, ?)",
                (secret_hash, name, profile, expires_at),
            )

    def take(self, secret_hash: str) -> tuple[str, str] | None:
        """(name, profile), once; None when it is unknown, was used, or has expired."""
        now = now_ms()
        found = self._rows.ask(TAKE_ENROLMENT, (now, secret_hash, now))
        return (found[0][0], found[0][1]) if found else None
