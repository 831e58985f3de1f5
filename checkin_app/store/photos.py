"""Owns stored pictures: each kept once, named by what it is."""

from __future__ import annotations

import base64
import binascii
import hashlib
import sqlite3

from checkin_app.store.ledger import Stored

PREFIX = "photo-"


def name_of(jpeg: bytes) -> str:
    """The name of a picture: “photo-” and the first 32 hex digits of its SHA-256."""
    return PREFIX + hashlib.sha256(jpeg).hexdigest()[:32]


def apply_photo(connection: sqlite3.Connection, stored: Stored) -> None:
    """Folds a photo.kept entry in; of one whose picture was erased nothing is left."""
    try:
        jpeg = base64.b64decode(stored.private.get("jpeg", ""), validate=True)
    except (binascii.Error, TypeError):
        return
    if jpeg:
        connection.execute(
            "INSERT OR IGNORE INTO photos (name, jpeg) VALUES (?, ?)", (name_of(jpeg), jpeg)
        )


def read(connection: sqlite3.Connection, name: str) -> bytes | None:
    """The JPEG under a name."""
    row = connection.execute("SELECT jpeg FROM photos WHERE name = ?", (name,)).fetchone()
    return row[0] if row else None
