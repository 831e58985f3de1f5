"""The press and real printers: jobs say what is true, and what arrives is what is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from checkin_app import config, printing
from checkin_app.desk import Desk
from checkin_app.domain.badges import Job, JobState
from checkin_app.press import Press
from checkin_app.press.kept import kept_path
from tests.desk_support import new_desk, walk_in

pytestmark = pytest.mark.serial


class Counter:
    """A desk with its press, and printers that do what they are ordered."""

    def __init__(self, desk: Desk, device: Any, until: Callable[..., Any]) -> None:
        self.desk = desk
        self.device = device
        self._until = until
        self.press = Press(lambda verb: verb(desk), config.Station(language="en"))

    def send(self, printer: str) -> Job:
        """A badge that has arrived at the device and stands still there."""
        person = walk_in(self.desk, "Đặng Thị Ngọc")
        before = len(self.device.arrived())
        [job] = self.desk.order_badges([person.id], printer=printer)
        assert self.press.work()
        self._until(self.device.arrived, lambda came: len(came) > before)
        return self.desk.job(job.id)

    def followed(self, job: Job, right: Callable[[Job], object]) -> Job:
        def ask() -> Job:
            self.press.follow()
            return self.desk.job(job.id)

        found: Job = self._until(ask, right)
        return found

    def kept(self, job: Job) -> bytes:
        return kept_path(self.desk.event.id, job.id).read_bytes()


@pytest.fixture
def counter(tmp_path: Path, device: Any, until: Callable[..., Any]) -> Iterator[Counter]:
    desk = new_desk(tmp_path)
    yield Counter(desk, device, until)
    assert desk.check().problems == []
    desk.close()


def test_out_of_paper_then_printed(counter: Counter) -> None:
    job = counter.send(counter.device.uri)
    assert (job.state, job.attention) == (JobState.SENT, "")
    counter.device.order("STATE: +media-empty-error")
    waiting = counter.followed(job, lambda now: now.attention)
    assert (waiting.state, waiting.attention) == (JobState.SENT, "paper_out")
    counter.device.order("STATE: -media-empty-error", "done")
    done = counter.followed(job, lambda now: now.state is not JobState.SENT)
    assert (done.state, done.attention) == (JobState.CONFIRMED, "")
    [came] = counter.device.arrived()
    assert came.read_bytes() == counter.kept(job)


def test_a_failed_badge_is_tried_again_with_the_very_same_bytes(counter: Counter) -> None:
    job = counter.send(counter.device.uri)
    counter.device.order("fail")
    failed = counter.followed(job, lambda now: now.state is not JobState.SENT)
    assert failed.state is JobState.FAILED
    counter.desk.retry_job(job.id)
    counter.device.order("done")
    assert counter.press.work()
    done = counter.followed(job, lambda now: now.state is not JobState.SENT)
    assert (done.state, done.tries) == (JobState.CONFIRMED, 2)
    first, second = counter.device.arrived()
    assert first.read_bytes() == second.read_bytes() == counter.kept(job)


def test_a_printer_that_dies_in_the_middle_leaves_a_job_of_which_nobody_knows(
    counter: Counter,
) -> None:
    job = counter.send(counter.device.uri)
    counter.device.kill()
    offline = counter.followed(job, lambda now: now.attention)
    assert (offline.state, offline.attention) == (JobState.SENT, "offline")
    counter.device.start()
    lost = counter.followed(job, lambda now: now.state is not JobState.SENT)
    assert lost.state is JobState.UNKNOWN and lost.words


def test_a_badge_in_a_paused_queue_goes_to_another_printer_and_comes_out_once(
    counter: Counter, add_queue: Callable[[str, str], None], administer: Callable[..., None]
) -> None:
    add_queue("badges", counter.device.uri)
    administer("cupsdisable", "badges")
    person = walk_in(counter.desk, "Đặng Thị Ngọc")
    [job] = counter.desk.order_badges([person.id], printer="badges")
    assert counter.press.work()
    paused = counter.followed(job, lambda now: now.attention)
    assert paused.state is JobState.SENT and "paused" in paused.attention
    moved = counter.press.move(job.id, counter.device.uri)
    assert moved.state is JobState.QUEUED
    counter.device.order("done")
    assert counter.press.work()
    done = counter.followed(job, lambda now: now.state is not JobState.SENT)
    assert done.state is JobState.CONFIRMED
    administer("cupsenable", "badges")
    [came] = counter.device.arrived()
    assert came.read_bytes() == counter.kept(job)
    assert [p.outcome for p in counter.desk.badge_of(person.id).prints] == ["confirmed", "failed"]


@pytest.mark.parametrize("queue", [False, True], ids=["direct", "queue"])
def test_a_program_that_died_while_sending_finds_the_job_at_the_printer(
    counter: Counter, queue: bool, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def dies(*given: Any, **named: Any) -> None:
        send(*given, **named)
        raise Killed

    printer = counter.device.uri
    if queue:
        printer = "badges"
        request.getfixturevalue("add_queue")(printer, counter.device.uri)
    send = printing.print_pdf
    monkeypatch.setattr(printing, "print_pdf", dies)
    with pytest.raises(Killed):
        counter.send(printer)
    [job] = counter.desk.jobs_in(JobState.SENDING)
    counter.press.recover()
    found = counter.desk.job(job.id)
    assert found.state is JobState.SENT and found.system_job
    counter.device.order("done")
    done = counter.followed(job, lambda now: now.state is not JobState.SENT)
    assert done.state is JobState.CONFIRMED
    assert len(counter.device.arrived()) == 1
