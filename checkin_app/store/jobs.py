"""Owns the rows of this desk's print queue: jobs and their badges. Not derived, not exchanged."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from checkin_app.domain.badges import LIVE, Job, JobBadge, JobState
from checkin_app.ledger.clock import from_ms, now_ms

COLUMNS = (
    "id, printer, layout, state, words, attention, reason, operator, ordered_at, changed_at,"
    " system_job, pdf_sha256, tries, title"
)
INSERT_JOB = """
    INSERT INTO jobs (id, printer, layout, state, reason, operator, ordered_at, changed_at, title)
    VALUES (?, ?, ?, 'queued', ?, ?, ?, ?, ?)
"""
INSERT_BADGE = """
    INSERT INTO job_badges (job, place, delegate, code, name, said, minted)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""
SELECT_BADGES = """
    SELECT delegate, code, name, said, minted, print FROM job_badges WHERE job = ? ORDER BY place
"""
UNFINISHED = (
    "(state = 'queued' OR state = 'sending' OR state = 'sent' OR state = 'failed'"
    " OR state = 'unknown')"
)
#: What a person waits for comes before runs of many.
SELECT_NEXT = """
    SELECT j.id FROM jobs j WHERE state = 'queued'
    AND printer NOT IN (SELECT value FROM json_each(?))
    ORDER BY (SELECT count(*) FROM job_badges b WHERE b.job = j.id) > 1, j.id LIMIT 1
"""
#: Codes that may be on paper soon, or already in a copy's original, and are in no entry yet.
SELECT_UNISSUED = """
    SELECT DISTINCT b.code FROM job_badges b JOIN jobs j ON j.id = b.job
    WHERE b.delegate = ? AND b.minted = 1 AND (j.state = 'sending' OR j.state = 'unknown')
    AND NOT EXISTS (SELECT 1 FROM credentials c WHERE c.code = b.code) ORDER BY b.code
"""
SELECT_LIVE = "SELECT job FROM job_badges WHERE delegate = ? AND live = 1"
SELECT_GIVEN_UP = """
    SELECT DISTINCT j.id FROM jobs j JOIN job_badges b ON b.job = j.id
    WHERE b.delegate = ? AND j.state = 'failed'
"""


@dataclass(frozen=True, slots=True)
class Line:
    """A badge of a job as it is stored; `said` stands for all that it says of the person."""

    delegate: str
    code: str
    name: str
    said: str
    minted: bool
    print: str = ""


def add(
    connection: sqlite3.Connection,
    job: str,
    lines: Iterable[Line],
    *,
    printer: str,
    layout: str,
    reason: str,
    operator: str,
    title: str,
) -> None:
    """A new job; sqlite3.IntegrityError if one of its badges is on its way already."""
    now = now_ms()
    connection.execute(INSERT_JOB, (job, printer, layout, reason, operator, now, now, title))
    connection.executemany(
        INSERT_BADGE,
        [
            (job, place, line.delegate, line.code, line.name, line.said, int(line.minted))
            for place, line in enumerate(lines)
        ],
    )


def lines_of(connection: sqlite3.Connection, job: str) -> list[Line]:
    """The badges of a job in their order."""
    return [
        Line(delegate, code, name, said, bool(minted), entry)
        for delegate, code, name, said, minted, entry in connection.execute(SELECT_BADGES, (job,))
    ]


def change(connection: sqlite3.Connection, job: str, **values: object) -> None:
    """Sets columns of a job; with `state`, whether its badges are on their way."""
    columns = {**values, "changed_at": now_ms()}
    sets = ", ".join(f"{name} = ?" for name in columns)
    connection.execute(f"UPDATE jobs SET {sets} WHERE id = ?", (*columns.values(), job))
    if "state" in values:
        live = int(values["state"] in LIVE)
        connection.execute(
            "UPDATE job_badges SET live = ? WHERE job = ? AND live <> ?", (live, job, live)
        )


def printed(connection: sqlite3.Connection, job: str, delegate: str, entry: str) -> None:
    """Remembers the print entry of a badge's latest try."""
    connection.execute(
        "UPDATE job_badges SET print = ? WHERE job = ? AND delegate = ?", (entry, job, delegate)
    )


def begin_anew(connection: sqlite3.Connection, job: str) -> None:
    """A further try begins, of which there is no print entry yet."""
    connection.execute("UPDATE job_badges SET print = '' WHERE job = ? AND print <> ''", (job,))


def read(connection: sqlite3.Connection, job: str, zone: ZoneInfo) -> Job | None:
    row = connection.execute(f"SELECT {COLUMNS} FROM jobs WHERE id = ?", (job,)).fetchone()
    return _job(connection, row, zone) if row else None


def listed(
    connection: sqlite3.Connection, zone: ZoneInfo, *, unfinished: bool, limit: int
) -> list[Job]:
    """Jobs, newest first; those that wait for something are all there, whatever the limit."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM jobs WHERE {UNFINISHED} ORDER BY id DESC"
    ).fetchall()
    if not unfinished and len(rows) < limit:
        rows += connection.execute(
            f"SELECT {COLUMNS} FROM jobs WHERE NOT {UNFINISHED} ORDER BY id DESC LIMIT ?",
            (limit - len(rows),),
        ).fetchall()
        rows.sort(key=lambda row: str(row[0]), reverse=True)
    return [_job(connection, row, zone) for row in rows]


def in_state(connection: sqlite3.Connection, state: JobState, zone: ZoneInfo) -> list[Job]:
    """The jobs in one state, oldest first."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM jobs WHERE state = ? ORDER BY id", (state.value,)
    ).fetchall()
    return [_job(connection, row, zone) for row in rows]


def next_queued(connection: sqlite3.Connection, but: Collection[str] = ()) -> str:
    """The id of the job to be sent next, not to one of these printers; empty when there is none."""
    row = connection.execute(SELECT_NEXT, (json.dumps(list(but)),)).fetchone()
    return row[0] if row else ""


def live_job(connection: sqlite3.Connection, delegate: str) -> str:
    """The id of the job that a delegate's badge is on its way with; empty if it is not."""
    row = connection.execute(SELECT_LIVE, (delegate,)).fetchone()
    return row[0] if row else ""


def is_live(connection: sqlite3.Connection, code: str) -> bool:
    """Whether a badge with that code is on its way."""
    row = connection.execute("SELECT 1 FROM job_badges WHERE live = 1 AND code = ?", (code,))
    return row.fetchone() is not None


def unissued_codes(connection: sqlite3.Connection, delegate: str) -> list[str]:
    """Codes that a printer may be putting on paper, of which the ledger knows nothing yet."""
    return [code for (code,) in connection.execute(SELECT_UNISSUED, (delegate,))]


def failed_jobs(connection: sqlite3.Connection, delegate: str) -> list[str]:
    """Jobs with a delegate's badge that failed and wait for a person."""
    return [job for (job,) in connection.execute(SELECT_GIVEN_UP, (delegate,))]


def drop_badge(connection: sqlite3.Connection, job: str, delegate: str) -> None:
    """Takes one badge out of a queued job, which is cancelled when it was the only one."""
    left = [line for line in lines_of(connection, job) if line.delegate != delegate]
    if left:
        connection.execute("DELETE FROM job_badges WHERE job = ? AND delegate = ?", (job, delegate))
        change(connection, job, pdf_sha256="")
    else:
        change(connection, job, state=JobState.CANCELLED.value)


def disown(connection: sqlite3.Connection) -> None:
    """In a copy or a restored file nobody knows what became of jobs since."""
    connection.execute(
        "UPDATE jobs SET state = 'unknown', changed_at = ?"
        " WHERE state = 'queued' OR state = 'sending' OR state = 'sent'",
        (now_ms(),),
    )
    connection.execute("UPDATE job_badges SET live = 0 WHERE live = 1")


def _job(connection: sqlite3.Connection, row: Sequence[Any], zone: ZoneInfo) -> Job:
    key, printer, layout, state, words, attention, reason, operator, ordered, changed, *rest = row
    system_job, pdf, tries, title = rest
    return Job(
        id=key,
        badges=tuple(
            JobBadge(line.delegate, line.code, line.name, layout)
            for line in lines_of(connection, key)
        ),
        printer=printer,
        state=JobState(state),
        words=words,
        attention=attention,
        reason=reason,
        operator=operator,
        ordered_at=from_ms(ordered, zone),
        changed_at=from_ms(changed, zone),
        system_job=system_job,
        pdf_sha256=pdf,
        tries=tries,
        title=title,
    )
