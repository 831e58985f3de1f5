"""What comes in gives way to who waits at the desk: nothing is half taken, and all is taken."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from checkin_app.desk import Desk
from checkin_app.ledger.pages import Page
from checkin_app.store.receiving import Taken
from checkin_app.sync.intake import OFTEN, Intake
from tests.desk_support import code_of, later, new_desk, walk_in
from tests.sync.meeting import another, close_all


def two_desks(folder: Path) -> tuple[Desk, list[Page], str]:
    """A desk, what another recorded meanwhile, and what they say once both know it."""
    first = new_desk(folder, "a.checkin")
    people = [walk_in(first, f"Lê An {number}") for number in range(12)]
    second = another(first, "b")
    for number, person in enumerate(people):
        if number % 2:
            first.scan(code_of(first, person), at=later(number))
        second.scan(code_of(second, person), at=later(number + 40))
    walk_in(second, "Trần An")
    pages = second.lacking(first.vector(), 1 << 20)[0]
    third = another(first, "c")
    third.receive(pages, "peer")
    known = third.digest()
    close_all(second, third)
    return first, pages, known


def in_memory(desk: Desk) -> Any:
    return desk.figures(), sorted(hit.delegate.id for hit in desk.find("an", limit=50))


def test_a_slice_that_gives_way_at_any_step_has_left_nothing(tmp_path: Path) -> None:
    desk, pages, known = two_desks(tmp_path)
    before = desk.digest(), desk.vector(), in_memory(desk)
    for steps in itertools.count():
        calls = itertools.count()
        desk.waiting = lambda calls=calls, steps=steps: next(calls) >= steps
        if not desk.receive(pages, "peer", patient=True).gave_way:
            break
        assert (desk.digest(), desk.vector(), in_memory(desk)) == before
    assert steps > 4
    assert desk.digest() == known
    held = in_memory(desk)
    desk._file.forget()
    assert in_memory(desk) == held
    close_all(desk)


class Counted:
    """A desk at which somebody waits always, so that every slice gives way that may."""

    def __init__(self) -> None:
        self.patient: list[bool] = []

    def receive(
        self, pages: Sequence[Page], source: str, *, budget_ms: float | None, patient: bool
    ) -> Taken:
        self.patient.append(patient)
        if patient:
            return Taken(left=len(pages), gave_way=True)
        return Taken(taken=sum(len(page.bodies) for page in pages))


def test_however_busy_the_desk_is_all_is_taken_in_the_end() -> None:
    desk = Counted()

    def ask(verb: Callable[[Any], Taken], /) -> Taken:
        return verb(desk)

    page = Page("s", 1, [b"{}"], [None], [(1, bytes(64))])
    assert Intake(ask, lambda: False).take([page], "hub").taken == 1
    assert desk.patient == [True] * OFTEN + [False]


def test_the_log_is_shortened_where_nobody_waits(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    for number in range(30):
        walk_in(desk, f"Lê An {number}")
    log = tmp_path / "forum.checkin-wal"
    before = log.stat().st_size
    desk.shorten_log()
    for number in range(20):  # The log begins anew.
        walk_in(desk, f"Hồ Châu {number}")
    assert log.stat().st_size <= before
    desk.waiting = lambda: True
    desk.shorten_log()
    for number in range(40):
        walk_in(desk, f"Vũ Bình {number}")
    assert log.stat().st_size > before
    desk.close()
