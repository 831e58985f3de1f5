"""A desk with three people, and what became of a job told in one line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from checkin_app.desk import Desk
from checkin_app.domain.badges import Job
from checkin_app.domain.delegates import Delegate
from tests.desk_support import new_desk, walk_in


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = new_desk(tmp_path)
    yield desk
    assert desk.check().problems == []
    desk.close()


@pytest.fixture
def people(desk: Desk) -> list[Delegate]:
    return [
        walk_in(desk, name, delegation="Huế", category=category)
        for name, category in (("Lê An", "vip"), ("Vũ Bình", "press"), ("Hồ Châu", "press"))
    ]


@pytest.fixture
def tell(desk: Desk) -> Callable[..., Job]:
    """Tells a job through some states."""

    def told(job: Job, *states: str, words: str = "") -> Job:
        for state in states:
            job = desk.job_told(job.id, state, words=words)
        return job

    return told
