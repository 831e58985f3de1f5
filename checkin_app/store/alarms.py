"""Owns what a person must be told of ledgers: forks, two authorities, the erased named again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from checkin_app.store import authority


class Alarm(NamedTuple):
    """An English template, the key of its translation, and what fills its placeholders."""

    sentence: str
    details: dict[str, str]

    def __str__(self) -> str:
        return self.sentence.format(**self.details)


OWN_FORK = (
    "Another computer wrote as this desk, as after a copy of its disk. Both sides are kept and this"
    " desk goes on as a new one; see that no copy is in use."
)
FORK = (
    "Two computers wrote as desk “{desk}”, as after a copy of its disk. Both sides are kept; see"
    " that only one of them is in use."
)
AUTHORITIES = (
    "{count} hubs claim to decide who may write in this event. The founding desk’s is believed; ask"
    " the supervisor which hub is right."
)
BROUGHT_BACK = (
    "{id} was erased, but another desk had entered details of this person that came in since. Erase"
    " the person again, so that no desk keeps them."
)
ALARMS = (OWN_FORK, FORK, AUTHORITIES, BROUGHT_BACK)

SELECT_BRANCHES = """
    SELECT substr(id, 1, instr(id, '/') - 1), desk_name FROM streams WHERE base > 0 ORDER BY no
"""
_FORKED = "forked"


def keep_own_fork(connection: sqlite3.Connection, stream: str) -> None:
    """Remembers that somebody else wrote this desk's stream, inside a transaction."""
    streams = sorted({*_own_forks(connection), stream})
    connection.execute(
        "INSERT OR REPLACE INTO station (name, value) VALUES (?, ?)",
        (_FORKED, json.dumps(streams)),
    )


def _own_forks(connection: sqlite3.Connection) -> list[str]:
    row = connection.execute("SELECT value FROM station WHERE name = ?", (_FORKED,)).fetchone()
    streams: list[str] = json.loads(row[0]) if row else []
    return streams


def all_alarms(connection: sqlite3.Connection) -> list[Alarm]:
    """Everything that holds now."""
    own = _own_forks(connection)
    alarms = [Alarm(OWN_FORK, {})] if own else []
    forked = dict(connection.execute(SELECT_BRANCHES).fetchall())
    alarms += [
        Alarm(FORK, {"desk": desk or stream[:8]})
        for stream, desk in forked.items()
        if stream not in own
    ]
    named = authority.named(connection)
    if len(named) > 1:
        alarms.append(Alarm(AUTHORITIES, {"count": str(len(named))}))
    return alarms


def brought_back(people: Iterable[str]) -> list[Alarm]:
    """Of those who were erased and are named again, at the desk that may erase."""
    return [Alarm(BROUGHT_BACK, {"id": person}) for person in people]
