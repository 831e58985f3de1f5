"""Owns which desk writes an event file: its id, its current stream, its private key.

The key never lies in the event file: it is in the operating system's keyring where there is one,
else in a file that only its owner can read. A file whose key is not on this machine was copied
here from another, and gets a new desk and a new stream.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import socket
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from checkin_app.config import station_dir

_SERVICE = "checkin-app"
_IN_KEYRING = "keyring"


@dataclass(frozen=True, slots=True)
class Identity:
    """A desk and the stream it writes."""

    desk: str
    name: str
    stream: str


def present_identity(connection: sqlite3.Connection) -> Identity | None:
    """The desk of this event file, if it is this machine's and has a stream."""
    rows = connection.execute("SELECT name, value FROM station").fetchall()
    values = dict(rows)
    if not {"desk", "desk_name", "stream"} <= values.keys():
        return None
    if not _key_file(values["desk"]).exists():
        return None
    return Identity(values["desk"], values["desk_name"], values["stream"])


def present_desk(connection: sqlite3.Connection) -> str:
    """The id of this machine's desk in this event file, if it has one, with a stream or without."""
    row = connection.execute("SELECT value FROM station WHERE name = 'desk'").fetchone()
    return row[0] if row and _key_file(row[0]).exists() else ""


def renew_identity(connection: sqlite3.Connection) -> tuple[Identity, bytes]:
    """A new stream, of this machine's desk if it has one here, else of a new desk.

    Returns the identity and the desk's public key, 32 bytes.
    """
    from checkin_app.ledger.seal import public_key

    values = dict(connection.execute("SELECT name, value FROM station").fetchall())
    desk = values.get("desk", "")
    if desk and _key_file(desk).exists():
        identity = Identity(desk, values.get("desk_name", ""), secrets.token_hex(16))
        private = load_key(desk)
    else:
        made, _ = new_desk()
        identity = Identity(made, socket.gethostname(), secrets.token_hex(16))
        private = load_key(made)
    connection.executemany(
        "INSERT OR REPLACE INTO station (name, value) VALUES (?, ?)",
        [("desk", identity.desk), ("desk_name", identity.name), ("stream", identity.stream)],
    )
    return identity, public_key(private)


def new_desk() -> tuple[str, bytes]:
    """Makes a desk whose key is on this machine: its id, and its public key, 32 bytes."""
    from checkin_app.ledger.seal import new_key, public_key

    desk, private = secrets.token_hex(8), new_key()
    _keep_key(desk, private)
    return desk, public_key(private)


def adopt(connection: sqlite3.Connection, desk: str, name: str) -> None:
    """This file is that desk's, whose key is here; its stream opens with what it first records."""
    forget_stream(connection)
    connection.executemany(
        "INSERT OR REPLACE INTO station (name, value) VALUES (?, ?)",
        [("desk", desk), ("desk_name", name)],
    )


def forget_stream(connection: sqlite3.Connection) -> None:
    """After a restore: the next opening starts a new stream."""
    connection.execute("DELETE FROM station WHERE name = 'stream'")


def load_key(desk: str) -> bytes:
    """The desk's private key, 32 bytes. Raises OSError or ValueError if it cannot be had."""
    text = _key_file(desk).read_text(encoding="ascii").strip()
    if text == _IN_KEYRING:
        text = from_keyring(desk)
    return bytes.fromhex(text)


def _keep_key(desk: str, private: bytes) -> None:
    text = _IN_KEYRING if to_keyring(desk, private.hex()) else private.hex()
    file = _key_file(desk)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())


def to_keyring(name: str, text: str) -> bool:
    """Keeps a secret in the system's keyring; False where there is none."""
    if os.environ.get("CHECKIN_KEYRING") == "off":
        return False
    import keyring
    from keyring.errors import KeyringError

    try:
        if keyring.get_keyring().priority < 1:
            return False
        keyring.set_password(_SERVICE, name, text)
        return keyring.get_password(_SERVICE, name) == text
    except (KeyringError, RuntimeError):
        return False


def from_keyring(name: str) -> str:
    """The secret of that name, empty if there is none. Raises OSError."""
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(_SERVICE, name) or ""
    except (KeyringError, RuntimeError) as error:
        raise OSError(f"the keyring does not answer: {type(error).__name__}") from error


def drop_from_keyring(name: str) -> None:
    """Forgets a secret, if the system's keyring has it."""
    if os.environ.get("CHECKIN_KEYRING") == "off":
        return
    import keyring
    from keyring.errors import KeyringError

    with contextlib.suppress(KeyringError, RuntimeError):
        keyring.delete_password(_SERVICE, name)


def _key_file(desk: str) -> Path:
    return station_dir() / "keys" / f"{desk}.key"
