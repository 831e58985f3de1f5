"""How long the PDFs of jobs are kept: never less than somebody may need them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from checkin_app.desk import Desk
from checkin_app.press.kept import KEPT, kept_path, tidy
from tests.desk_support import NOON, new_desk, walk_in

PATHS = {
    "failed": ("sending", "failed"),
    "unknown": ("sending", "unknown"),
    "sent": ("sending", "sent"),
    "queued": (),
    "written": ("sending", "written"),
    "confirmed": ("sending", "sent", "confirmed"),
    "cancelled": ("sending", "sent", "cancelled"),
}
WAITING = {"failed", "unknown", "sent", "queued"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = new_desk(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def files(desk: Desk) -> dict[str, Path]:
    """A kept PDF for a job in each state, the oldest first."""
    found = {}
    for age, (name, states) in enumerate(PATHS.items()):
        [job] = desk.order_badges([walk_in(desk, f"Người {name}").id], printer="P")
        for state in states:
            desk.job_told(job.id, state, pdf_sha256="0" * 64)
        file = found[name] = kept_path(desk.event.id, job.id)
        file.write_bytes(b"x" * 100)
        at = NOON.timestamp() + age
        os.utime(file, (at, at))
    return found


def left(files: dict[str, Path]) -> set[str]:
    return {name for name, file in files.items() if file.exists()}


def test_while_the_event_lasts_all_is_there(desk, files) -> None:
    tidy(desk, NOON)
    assert left(files) == set(PATHS)


@pytest.mark.parametrize("days", [4, KEPT.days + 1, 400])
def test_once_it_is_over_only_what_waits_is_kept(desk, files, days) -> None:
    tidy(desk, NOON + timedelta(days=days))
    assert left(files) == WAITING
    assert all(job.pdf_sha256 for job in desk.jobs() if job.state not in ("queued",))


def test_what_is_old_goes_before_the_event_is_over(desk, files) -> None:
    old = (NOON - KEPT - timedelta(days=1)).timestamp()
    os.utime(files["written"], (old, old))
    os.utime(files["failed"], (old, old))
    tidy(desk, NOON)
    assert left(files) == set(PATHS) - {"written"}


def test_of_too_many_the_oldest_go(desk, files) -> None:
    tidy(desk, NOON, most=200)
    assert left(files) == set(PATHS) - {"written"}


def test_a_pdf_of_no_job_goes_with_the_event(desk) -> None:
    stray = kept_path(desk.event.id, "nobodys")
    stray.write_bytes(b"x")
    tidy(desk, NOON)
    assert stray.exists()
    tidy(desk, datetime(2027, 1, 1, tzinfo=UTC))
    assert not stray.exists()
