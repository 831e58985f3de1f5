"""Owns the tokens by which hubs know this station's desks.

They never lie in an event file: in the system's keyring where there is one, else in a file that
only its owner can read.
"""

from __future__ import annotations

import os
from pathlib import Path

from checkin_app.config import station_dir
from checkin_app.store import identity
from checkin_app.whole import replacing

_IN_KEYRING = "keyring"


def keep(desk: str, token: str) -> None:
    """Keeps a desk's token in place of the one before. Raises OSError."""
    kept = _IN_KEYRING if identity.to_keyring(_name(desk), token) else token
    file = _file(desk)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with replacing(file) as draft:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as out:
            os.chmod(draft, 0o600)
            out.write(kept)


def load(desk: str) -> str:
    """The desk's token; empty if there is none or the keyring does not answer."""
    try:
        text = _file(desk).read_text(encoding="ascii").strip()
        return identity.from_keyring(_name(desk)) if text == _IN_KEYRING else text
    except (OSError, ValueError):
        return ""


def drop(desk: str) -> None:
    """Forgets a desk's token."""
    identity.drop_from_keyring(_name(desk))
    _file(desk).unlink(missing_ok=True)


def _name(desk: str) -> str:
    return f"{desk}.token"


def _file(desk: str) -> Path:
    return station_dir() / "keys" / _name(desk)
