"""Owns how a hub begins: an empty store takes an event in, whole, and becomes its authority."""

from __future__ import annotations

import contextlib
import socket

from checkin_app.domain.errors import StoreError
from checkin_app.hub.certificates import self_signed
from checkin_app.hub.store.admin import OWN_DESK, Admin
from checkin_app.hub.store.engine import Engine
from checkin_app.hub.store.ledger_store import LedgerStore
from checkin_app.hub.store.opening import Place, create_parts, open_admin, own_of, place
from checkin_app.ledger import kinds
from checkin_app.store.authority import founder, named
from checkin_app.store.event_file import EventFile
from checkin_app.store.identity import present_desk
from checkin_app.sync.exchange import MOST_BYTES

SOURCE = "founding"
HAS_A_HUB = (
    "This event has a hub already: enrol desks there, or bring that hub back from its backup."
    " Nothing was changed."
)
SELECT_DESKS = """
    SELECT desk, desk_name, public_key FROM streams WHERE public_key <> '' ORDER BY no
"""


def found(url: str, file: EventFile) -> tuple[LedgerStore, Admin]:
    """Makes the hub of an event, whole. The store may then be served.

    The event file names the hub's key as the authority; where it is open for reading only, the hub
    names itself, and the file learns of it when its desk joins. The hub enrols all desks whose
    streams are in it, so that what they recorded goes on to count. Raises StoreError where the
    store holds an event already, or the event has a hub; nothing is changed then.
    """
    where = place(url)
    trusted = named(file.connection)
    if trusted and not _is_hub(where, url, trusted[0]):  # Asked before anything is made.
        raise StoreError(HAS_A_HUB)
    engine, admin = create_parts(where)
    try:
        if engine.event():
            raise StoreError(
                "This store holds an event already. Choose another file or database for the hub."
            )
        if trusted:  # Its keys are here, and what they served is gone.
            raise StoreError(HAS_A_HUB)
        store = _founded(engine, admin, file)
    except BaseException:
        admin.close()
        engine.close()
        raise
    return store, admin


def _is_hub(where: Place, url: str, key: str) -> bool:
    """Whether a store, whole, is the hub of this public key, in hex."""
    if where.file is not None and not where.file.exists():
        return False  # Where the keys alone are left, new ones in their place would end that hub.
    try:
        admin = open_admin(url)
    except StoreError:
        return False
    try:
        return admin.setting("hub_key") != "" and admin.keys().hub_public.hex() == key
    finally:
        admin.close()


def _founded(engine: Engine, admin: Admin, file: EventFile) -> LedgerStore:
    keys = admin.make_keys(*self_signed(_host()))
    engine.found(file.event.id)
    admin.keep_setting("event", file.event.id)
    admin.keep_setting("event_name", file.event.name)
    admin.keep_setting("timezone", file.event.timezone)
    admin.keep_setting("founder", founder(file.connection))
    store = LedgerStore(engine, own_of(admin))
    try:
        push_all(file, store)
    except BaseException:
        # Nobody was told of this hub yet: the store is as empty as it was.
        admin.empty()
        engine.empty()
        store.close()
        raise
    try:
        named = (
            kinds.AUTHORITY_NAMED,
            admin.setting("desk"),
            {"public_key": keys.hub_public.hex()},
        )
        if file.database.writable:
            with file.transaction():
                file.record(*named)
            push_all(file, store)
        else:
            store.append(*named)
        admin.keep_setting(OWN_DESK, present_desk(file.connection))
        _enrol_known(store, file)
        if file.database.writable:
            pages, _ = store.lacking(file.vector(), MOST_BYTES)
            file.receive(pages, "hub")
    except BaseException:
        store.close()
        raise
    return store


def push_all(file: EventFile, store: LedgerStore) -> None:
    """Gives the store all that a file knows. Raises StoreError if it does not take it."""
    while True:
        before = store.vector()
        pages, more = file.lacking(before, MOST_BYTES)
        if pages:
            store.take(pages, SOURCE)
        if pages and store.vector() == before:
            raise StoreError("The hub did not take all of the event file; “check” looks at it.")
        if not more and not pages:
            return


def _enrol_known(store: LedgerStore, file: EventFile) -> None:
    """Desks that wrote into this event before it had a hub."""
    enrolled: set[str] = set()
    for desk, name, key in file.connection.execute(SELECT_DESKS).fetchall():
        if key in enrolled:
            continue
        enrolled.add(key)
        said = {"desk": desk, "public_key": key, "profile": "registration", "name": name}
        store.append(kinds.ENROLLED, desk, said)


def _host() -> str:
    with contextlib.suppress(OSError):
        return socket.gethostname()
    return ""
