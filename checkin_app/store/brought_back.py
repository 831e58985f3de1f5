"""Owns who was erased and is named again: what other desks wrote before they heard of it came in.

An erasure takes the private parts that are known where it is said. Those that arrive later are
of nobody's decision, so a person is told.
"""

from __future__ import annotations

import sqlite3

import msgspec

from checkin_app.domain.delegates import PERSONAL_FIELDS
from checkin_app.store import erasing, records

_SAID = " OR ".join(
    f"coalesce({field}, '') <> ''" for field in records.COLUMNS if field in PERSONAL_FIELDS
)
SELECT_NAMED = f"""
    SELECT id FROM delegates
    WHERE id IN (SELECT value FROM json_each(?)) AND ({_SAID}) ORDER BY id
"""


class BroughtBack:
    """Cheap to ask often: whom the erasures are about is read again only when there are more."""

    def __init__(self) -> None:
        self._known = 0
        self._erased = "[]"

    def people(self, connection: sqlite3.Connection) -> list[str]:
        """Ids of those who were erased and of whom something personal is held again."""
        (count,) = connection.execute("SELECT count(*) FROM erasures").fetchone()
        if count != self._known:
            people = erasing.erased_people(connection)
            self._erased, self._known = msgspec.json.encode(sorted(people)).decode(), count
        if not count:
            return []
        return [key for (key,) in connection.execute(SELECT_NAMED, (self._erased,))]
