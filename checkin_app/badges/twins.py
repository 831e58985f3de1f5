"""Owns who on the roster has the same name in the same delegation as somebody."""

from __future__ import annotations

from checkin_app.domain import names
from checkin_app.domain.delegates import Delegate, Standing
from checkin_app.store.event_file import EventFile

SELECT_COMPANIONS = """
    SELECT id, name FROM delegates WHERE delegation = ? AND id <> ? AND standing <> ? ORDER BY doc
"""


def twins(file: EventFile, delegate: Delegate) -> list[str]:
    """Their ids; people of no delegation are each other's companions."""
    words = names.words(delegate.name)
    asked = (delegate.delegation, delegate.id, Standing.WITHDRAWN.value)
    companions = file.connection.execute(SELECT_COMPANIONS, asked)
    return [key for key, name in companions if names.words(name) == words]
