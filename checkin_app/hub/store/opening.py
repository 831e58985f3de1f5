"""Owns where a hub's store is: sqlite:///FILE or postgresql://…, and how it is opened.

What is secret in an address is shown to nobody: neither in a sentence nor in the log.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from checkin_app.domain.errors import StoreError, StoreLocked
from checkin_app.hub.health import Health
from checkin_app.hub.store.admin import Admin, Rows
from checkin_app.hub.store.desks import settle
from checkin_app.hub.store.engine import Engine
from checkin_app.hub.store.ledger_store import LedgerStore
from checkin_app.hub.store.own import Own

#: The environment variable that names the store where no address is given.
VARIABLE = "CHECKIN_STORE"
NAME = "Hub"


@dataclass(frozen=True, slots=True)
class Place:
    """Either an SQLite file, or a PostgreSQL address with all that is in it."""

    file: Path | None = None
    address: str = ""

    def __str__(self) -> str:
        return str(self.file) if self.file is not None else shown(self.address)


def place(url: str = "") -> Place:
    """What an address, or else CHECKIN_STORE, says. Raises StoreError."""
    url = url or os.environ.get(VARIABLE, "")
    if url.startswith(("postgresql://", "postgres://")):
        return Place(address=url)
    if url.startswith("sqlite:///"):
        name = unquote(url.removeprefix("sqlite:///"))
        if name and "\0" not in name:
            return Place(file=Path(name).expanduser())
    raise StoreError(
        "Say where the hub keeps its store: sqlite:///FILE for a file, or postgresql://… for a"
        " database."
    )


def shown(address: str) -> str:
    """A PostgreSQL address without what is secret in it."""
    try:
        parts = urlsplit(address)
        where = parts.hostname or ""
        port = f":{parts.port}" if parts.port else ""
        database = parts.path.lstrip("/")
    except ValueError:
        return "postgresql://…"
    known = re.compile(r"[A-Za-z0-9_.:\[\]-]*\Z")
    if not known.match(where) or not known.match(database):
        return "postgresql://…"
    return f"postgresql://{where}{port}/{database}"


def open_store(url: str = "", health: Health | None = None) -> tuple[LedgerStore, Admin]:
    """The store and who may, to serve them.

    Raises StoreMissing, StoreLocked where another process serves an SQLite store, StoreTooNew.
    """
    where = place(url)
    rows = _rows(where, create=False)
    try:
        admin = Admin(rows)
        own = own_of(admin)
        engine = _engine(where, create=False)
    except BaseException:
        rows.close()
        raise
    try:
        if not engine.event():
            raise StoreError("There is no hub in this store yet. Make one with “hub found”.")
        return LedgerStore(engine, own, health), admin
    except BaseException:
        engine.close()
        rows.close()
        raise


def open_admin(url: str = "") -> Admin:
    """Who may, also while another process serves the store."""
    return Admin(_rows(place(url), create=False))


def settle_unserved(url: str = "") -> bool:
    """Records in the ledger what a command changed, unless the process that serves will."""
    try:
        store, admin = open_store(url)
    except StoreLocked:
        return False
    try:
        settle(store, admin)
    finally:
        store.close()
        admin.close()
    return True


def own_of(admin: Admin) -> Own:
    """Who this hub is; raises StoreError where there is none."""
    keys = admin.keys()

    def renew(former: str) -> str:
        return admin.exchange_setting("stream", former, os.urandom(16).hex())

    return Own(
        desk=admin.setting("desk"),
        name=NAME,
        private=keys.hub,
        stream=lambda: admin.setting("stream"),
        renew=renew,
    )


def create_parts(where: Place) -> tuple[Engine, Admin]:
    """An engine and an admin part that need not be there yet; for `founding`."""
    engine = _engine(where, create=True)
    try:
        return engine, Admin(_rows(where, create=True))
    except BaseException:
        engine.close()
        raise


def _engine(where: Place, *, create: bool) -> Engine:
    if where.file is not None:
        from checkin_app.hub.store.sqlite import SqliteEngine

        return SqliteEngine(where.file, create=create)
    from checkin_app.hub.store.postgresql import PostgresEngine

    return PostgresEngine(where.address, str(where))


def _rows(where: Place, *, create: bool) -> Rows:
    if where.file is not None:
        from checkin_app.hub.store.sqlite_admin import SqliteRows
        from checkin_app.hub.store.sqlite_files import admin_file

        return SqliteRows(admin_file(where.file), create=create)
    from checkin_app.hub.store.postgresql_admin import PostgresRows

    return PostgresRows(where.address, str(where))
