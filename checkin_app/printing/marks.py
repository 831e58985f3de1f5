"""Owns the marks of jobs: what tells a job apart from others wherever it turns up again."""

from __future__ import annotations

import re
import secrets

_MARK = re.compile(r" #([0-9a-f]{6})$")
#: IPP names may have 255 octets (RFC 8011 5.1.3); some printers cut them at 127, and so the mark.
_MOST_BYTES = 110


def cleaned(title: str) -> str:
    """The title on one line, bounded in bytes."""
    line = " ".join("".join(c if c.isprintable() else " " for c in title).split())
    return line.encode("utf-8", "ignore")[:_MOST_BYTES].decode("utf-8", "ignore").rstrip()


def marked(title: str) -> str:
    """The cleaned title and a mark of this printing behind it."""
    return f"{cleaned(title)} #{secrets.token_hex(3)}"


def mark_of(title: str) -> str:
    """The mark in a title; "" where there is none."""
    found = _MARK.search(title)
    return found[1] if found else ""


def bears(title: str, mark: str) -> bool:
    """Whether the job of that title is the one of `mark`."""
    return bool(mark) and mark_of(title) == mark
