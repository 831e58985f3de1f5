"""The press of the window with the real desk: states told, printers that never answer, restarts."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from checkin_app import printing
from checkin_app.config import Station
from checkin_app.desk import Desk
from checkin_app.domain.badges import Job, JobBadge, JobState
from checkin_app.domain.errors import PrinterFailed
from checkin_app.printing import Attention, Printer, PrintOutcome
from checkin_app.ui.app import DeskProgram
from checkin_app.ui.lane import InlineLane
from checkin_app.ui.queue import kept
from checkin_app.ui.queue.actions import JobDeed
from checkin_app.ui.queue.order import in_order
from checkin_app.ui.queue.panel import QueuePanel
from checkin_app.ui.queue.press_room import PressRoom, press_room
from checkin_app.ui.queue.states import told
from checkin_app.ui.scan.card import Action
from checkin_app.ui.scan.screen import ScanScreen
from tests.ui.put_away import put_away
from tests.ui.small_forum import code_of, named

STUCK = "Stuck"
TARO, VAN_AN, KHANH_VAN = "Taro Yamada", "Nguyễn Văn An", "Đặng Thị Khánh Vân"


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The end of the window does not wait for printers here."""
    monkeypatch.setattr("checkin_app.ui.queue.press_room._LAST_BADGE", 30)


@pytest.fixture
def answers() -> Iterator[threading.Event]:
    """Set when the stuck printer is to answer after all; at the latest at the end."""
    event = threading.Event()
    yield event
    event.set()


@pytest.fixture
def stuck(monkeypatch: pytest.MonkeyPatch, answers: threading.Event) -> threading.Event:
    """A printer that takes a badge and does not answer; set once it has one."""
    has = threading.Event()
    hands_over, finds = printing.print_pdf, printing.find

    def print_pdf(
        printer: Printer, pdf: Path, *, title: str, media: str, sides: str = ""
    ) -> PrintOutcome:
        if printer.name != STUCK:
            return hands_over(printer, pdf, title=title, media=media)
        has.set()
        answers.wait()
        return PrintOutcome("sent", "1")

    def find(name: str) -> Printer:
        return Printer(STUCK, "cups") if name == STUCK else finds(name)

    monkeypatch.setattr(printing, "print_pdf", print_pdf)
    monkeypatch.setattr(printing, "find", find)
    monkeypatch.setattr(printing, "printer_state", find)
    return has


@pytest.fixture
def desk(program: DeskProgram) -> Desk:
    found: list[Desk] = []
    program.lane.run(found.append)
    return found[0]


@pytest.fixture
def room(program: DeskProgram) -> PressRoom:
    return press_room(program.workplace)


@pytest.fixture
def panel(program: DeskProgram, qtbot: QtBot) -> QueuePanel:
    made = QueuePanel(program.workplace)
    qtbot.addWidget(made)
    return made


def state(desk: Desk, name: str) -> JobState | None:
    """Of the latest job with a badge of somebody."""
    who = named(desk, name).id
    return next((job.state for job in desk.jobs() if job.badges[0].delegate == who), None)


def test_each_state_of_a_badge_is_told(
    room: PressRoom, desk: Desk, program: DeskProgram, qtbot: QtBot, tmp_path: Path
) -> None:
    program.workplace.settings.printer = f"folder:{tmp_path}"
    states: list[JobState] = []
    room.changed.connect(lambda job: states.append(job.state))
    room.order([named(desk, TARO).id])
    qtbot.waitUntil(lambda: JobState.WRITTEN in states)
    assert states == [JobState.QUEUED, JobState.SENDING, JobState.WRITTEN]
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    assert desk.delegate(named(desk, TARO).id).printed == 1


def test_the_first_look_at_the_queue_tells_what_went_on_since_it_was_ordered(
    room: PressRoom, desk: Desk
) -> None:
    room.leave()
    room._forget()
    states: list[JobState] = []
    room.changed.connect(lambda job: states.append(job.state))
    room.order([named(desk, TARO).id], printer="HP")
    made = desk.jobs()[0]
    desk.job_told(made.id, "sending")
    desk.job_told(made.id, "failed")
    room.survey()
    assert states == [JobState.QUEUED, JobState.FAILED]


def test_a_printer_that_never_answers_holds_up_its_own_jobs_alone(
    stuck: threading.Event,
    room: PressRoom,
    desk: Desk,
    program: DeskProgram,
    screen: ScanScreen,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    room.order([named(desk, TARO).id], printer=STUCK)
    room.order([named(desk, VAN_AN).id], printer=STUCK)
    qtbot.waitUntil(stuck.is_set)
    screen.code_read(code_of(desk, KHANH_VAN))
    assert screen.stage.verdict.banner.headline == "Welcome"
    room.order([named(desk, KHANH_VAN).id], printer=f"folder:{tmp_path}")
    qtbot.waitUntil(lambda: state(desk, KHANH_VAN) is JobState.WRITTEN)
    assert (state(desk, TARO), state(desk, VAN_AN)) == (JobState.SENDING, JobState.QUEUED)


def test_the_window_closes_under_way_and_the_next_start_tells_the_truth(
    stuck: threading.Event,
    room: PressRoom,
    desk: Desk,
    program: DeskProgram,
    event_file: Path,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    room.order([named(desk, TARO).id], printer=STUCK)
    qtbot.waitUntil(stuck.is_set)
    room.order([named(desk, VAN_AN).id], printer=STUCK)
    program.window.close()
    program.end()
    left = Desk.open(event_file)
    assert (state(left, TARO), state(left, VAN_AN)) == (JobState.SENDING, JobState.QUEUED)
    waiting = next(job for job in left.jobs() if job.state is JobState.QUEUED)
    left.move_job(waiting.id, f"folder:{tmp_path}")
    left.close()
    again = DeskProgram(Station(language="en", sounds=False), event_file, lane=InlineLane())
    again.begin()
    qtbot.waitUntil(lambda: again.workplace.forum is not None)
    found: list[Desk] = []
    again.lane.run(found.append)
    qtbot.waitUntil(lambda: state(found[0], VAN_AN) is JobState.WRITTEN)
    assert state(found[0], TARO) is JobState.UNKNOWN
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    qtbot.waitUntil(lambda: press_room(again.workplace).trouble() == 1)
    assert again.window.top.prints.text() == "1"
    put_away(again)


def test_a_badge_under_way_at_the_end_is_told_if_its_printer_answers_in_time(
    stuck: threading.Event,
    answers: threading.Event,
    room: PressRoom,
    desk: Desk,
    program: DeskProgram,
    event_file: Path,
    qtbot: QtBot,
) -> None:
    room._last.setInterval(60_000)
    room.order([named(desk, TARO).id], printer=STUCK)
    qtbot.waitUntil(stuck.is_set)
    QTimer.singleShot(0, answers.set)
    program.end()
    left = Desk.open(event_file, write=False)
    assert state(left, TARO) is JobState.SENT
    left.close()


def test_badges_are_printed_while_the_desk_has_a_thread_of_its_own(
    event_file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    settings = Station(language="en", sounds=False, printer=f"folder:{tmp_path}")
    program = DeskProgram(settings, event_file)
    program.begin()
    qtbot.waitUntil(lambda: program.workplace.forum is not None)
    people: list[str] = []
    program.lane.run(lambda desk: named(desk, TARO).id, people.append)
    qtbot.waitUntil(lambda: bool(people))
    room = press_room(program.workplace)
    room.order(people)
    qtbot.waitUntil(lambda: any(job.state is JobState.WRITTEN for job in room.jobs))
    room.order(people, failed=lambda error: people.append(type(error).__name__))
    qtbot.waitUntil(lambda: "NotPossible" in people)
    put_away(program)
    assert len(list(tmp_path.glob("*.pdf"))) == 1


def test_a_job_that_failed_is_on_top_and_one_press_tries_again(
    room: PressRoom,
    panel: QueuePanel,
    desk: Desk,
    program: DeskProgram,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    room.order([named(desk, VAN_AN).id], printer=f"folder:{tmp_path}")
    room.order([named(desk, TARO).id], printer="No Such Printer")
    qtbot.waitUntil(lambda: room.trouble() == 1)
    top = panel.list.rows.rows[0]
    assert (top.title, top.mark) == (TARO, "refused")
    assert top.line.startswith("Not printed: ")
    assert program.window.top.prints.isVisible()
    panel.deeds.buttons[JobDeed.RETRY].click()
    assert state(desk, TARO) in (JobState.QUEUED, JobState.FAILED)
    qtbot.waitUntil(lambda: state(desk, TARO) is JobState.FAILED and room.trouble() == 1)
    panel.deeds.moved.emit(f"folder:{tmp_path}")
    qtbot.waitUntil(lambda: state(desk, TARO) is JobState.WRITTEN)
    qtbot.waitUntil(lambda: not program.window.top.prints.isVisible())


def test_giving_up_takes_the_mark_away(
    room: PressRoom, panel: QueuePanel, desk: Desk, program: DeskProgram, qtbot: QtBot
) -> None:
    room.order([named(desk, TARO).id], printer="No Such Printer")
    qtbot.waitUntil(lambda: panel.deeds.isVisibleTo(panel))
    panel.deeds.buttons[JobDeed.CANCEL].click()
    qtbot.waitUntil(lambda: state(desk, TARO) is JobState.CANCELLED and room.trouble() == 0)


def test_the_pdf_that_was_printed_is_kept(
    room: PressRoom,
    panel: QueuePanel,
    desk: Desk,
    program: DeskProgram,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    room.order([named(desk, TARO).id], printer=f"folder:{tmp_path}")
    qtbot.waitUntil(lambda: any(job.state is JobState.WRITTEN for job in room.jobs))
    file = kept.pdf_of(program.workplace, room.jobs[0])
    assert file is not None
    assert file.read_bytes() == next(tmp_path.glob("*.pdf")).read_bytes()


def test_nothing_in_the_queue_says_what_belongs_here(panel: QueuePanel) -> None:
    assert panel.empty.isVisibleTo(panel) and not panel.deeds.isVisibleTo(panel)


def test_five_hundred_jobs_and_the_chosen_one_stays(
    stuck: threading.Event, room: PressRoom, panel: QueuePanel, desk: Desk, qtbot: QtBot
) -> None:
    desk.add_people({"id": f"p{n:03d}", "name": f"Khách {n:03d}"} for n in range(500))
    for n in range(500):
        desk.order_badges([f"p{n:03d}"], printer=STUCK)
    room.survey()
    assert len(panel.list.rows.rows) == 500
    panel.list.choose(300)
    chosen = panel.list.chosen()
    room.order([named(desk, TARO).id], printer="No Such Printer")
    qtbot.waitUntil(lambda: len(panel.list.rows.rows) == 501)
    assert chosen is not None and panel.list.chosen() == chosen
    assert panel.list.rows.rows[0].title == TARO


def test_what_the_printer_asks_for_stands_beside_the_button(
    monkeypatch: pytest.MonkeyPatch,
    program: DeskProgram,
    room: PressRoom,
    screen: ScanScreen,
    desk: Desk,
    qtbot: QtBot,
) -> None:
    empty = Printer("HP", "cups", state="stopped", attention=(Attention("paper_out"),))
    monkeypatch.setattr(printing, "printer_state", lambda name: empty)
    program.workplace.settings.printer = "HP"
    with qtbot.waitSignal(room.looked, timeout=20_000):
        room.survey()
    screen.code_read(code_of(desk, TARO))
    asked = "No paper: load paper into HP."
    assert screen.stage.verdict.strip.words.text() == asked
    assert program.window.status.printer.words == asked
    panel = QueuePanel(program.workplace)
    qtbot.addWidget(panel)
    assert panel.printers.lines == [asked]


def test_a_printer_that_is_gone_is_said_before_anybody_prints(
    program: DeskProgram, room: PressRoom, screen: ScanScreen, desk: Desk, qtbot: QtBot
) -> None:
    program.workplace.settings.printer = "Gone"
    with qtbot.waitSignal(room.looked, timeout=20_000):
        program.workplace.touched.emit("settings")
    assert room.said("Gone").holds
    assert "Gone" in program.window.status.printer.words
    screen.code_read(code_of(desk, TARO))
    assert "Gone" in screen.stage.verdict.strip.words.text()


def test_one_press_beside_the_button_sends_a_badge_to_another_printer(
    program: DeskProgram, screen: ScanScreen, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    program.workplace.settings.printer = "No Such Printer"
    screen.code_read(code_of(desk, TARO))
    screen.do(Action.PRINT)
    strip = screen.stage.verdict.strip
    qtbot.waitUntil(strip.retry.isVisible)
    tried = desk.jobs()[0].changed_at
    strip.retry.click()
    qtbot.waitUntil(
        lambda: state(desk, TARO) is JobState.FAILED and desk.jobs()[0].changed_at > tried
    )
    qtbot.waitUntil(strip.other.isVisible)
    strip.other.picked.emit(f"folder:{tmp_path}")
    qtbot.waitUntil(lambda: state(desk, TARO) is JobState.WRITTEN)
    qtbot.waitUntil(lambda: not strip.other.isVisible())


def test_few_blanks_are_a_warning(
    program: DeskProgram, room: PressRoom, screen: ScanScreen, desk: Desk, tmp_path: Path
) -> None:
    printer = program.workplace.settings.printer = f"folder:{tmp_path}"
    desk.count_stock(printer, 18)
    room.survey()
    said = room.said(printer)
    assert (said.warns, said.holds, said.words) == (True, False, "18 badges left")


def test_the_mark_opens_the_queue_where_the_verdict_stands(
    program: DeskProgram, room: PressRoom, screen: ScanScreen, desk: Desk, qtbot: QtBot
) -> None:
    room.order([named(desk, TARO).id], printer="No Such Printer")
    qtbot.waitUntil(program.window.top.prints.isVisible)
    program.window.top.prints.click()
    assert screen.stage.front() is screen.stage.queue
    screen.code_read(code_of(desk, VAN_AN))
    assert screen.stage.verdict.banner.headline == "Welcome"
    assert screen.stage.front() is screen.stage.verdict
    screen.do(Action.READY)


def job(number: int, state: JobState, attention: str = "") -> Job:
    at = datetime(2026, 11, 25, 8, number, tzinfo=UTC)
    badge = JobBadge(f"d{number}", "1" * 27, f"Name {number}", "a6")
    return Job(
        id=str(number),
        badges=(badge,),
        printer="HP",
        state=state,
        words="",
        attention=attention,
        reason="",
        operator="",
        ordered_at=at,
        changed_at=at,
        system_job="",
        pdf_sha256="",
        tries=0,
        title="",
    )


def test_what_needs_a_person_is_first_what_is_done_is_last() -> None:
    jobs = [
        job(1, JobState.CONFIRMED),
        job(2, JobState.QUEUED),
        job(3, JobState.FAILED),
        job(4, JobState.SENT),
        job(5, JobState.SENT, "jam"),
        job(6, JobState.UNKNOWN),
        job(7, JobState.QUEUED),
        job(8, JobState.WRITTEN),
    ]
    assert [one.id for one in in_order(jobs)] == ["6", "5", "3", "4", "2", "7", "8", "1"]


def silent_printer(name: str) -> Printer:
    raise PrinterFailed("The printer {printer} cannot be asked.", printer=name)


@pytest.mark.parametrize("deed", ["seen", "not_seen", "move"])
def test_a_printer_that_is_off_keeps_nobody_waiting(
    monkeypatch: pytest.MonkeyPatch,
    room: PressRoom,
    panel: QueuePanel,
    desk: Desk,
    qtbot: QtBot,
    tmp_path: Path,
    deed: str,
) -> None:
    who = named(desk, TARO).id
    made = desk.order_badges([who], printer="HP")[0]
    finds = printing.find
    monkeypatch.setattr(
        printing, "find", lambda name: silent_printer(name) if name == "HP" else finds(name)
    )
    desk.job_told(made.id, "sending", pdf_sha256="0" * 64)
    desk.job_told(made.id, "sent", system_job="7", attention="offline")
    room.survey()
    qtbot.waitUntil(lambda: panel.deeds.isVisibleTo(panel))
    assert "by itself" not in panel.deeds.why.text()
    if deed == "move":
        assert panel.deeds.move_to.isVisibleTo(panel)
        panel.deeds.moved.emit(f"folder:{tmp_path}")
        qtbot.waitUntil(lambda: state(desk, TARO) is JobState.WRITTEN)
        return
    panel.deeds.buttons[JobDeed(deed)].click()
    end = JobState.CONFIRMED if deed == "seen" else JobState.CANCELLED
    qtbot.waitUntil(lambda: state(desk, TARO) is end)
    if deed == "seen":
        assert told(desk.job(made.id)) == "Printed, seen at the desk"
    else:
        assert desk.badge_of(who).printed == 0
        assert desk.order_badges([who], printer=f"folder:{tmp_path}")


@pytest.mark.parametrize("known", list(JobState))
def test_nothing_says_printed_before_the_printer_did(known: JobState) -> None:
    said = told(job(1, known)).lower()
    assert ("printed" in said and "not printed" not in said) == (known is JobState.CONFIRMED)


def test_words_of_the_desk_are_in_the_language_on_screen() -> None:
    from checkin_app.ui.language import language

    silent = replace(job(1, JobState.UNKNOWN), words="The printer does not answer.")
    language.speak("vi")
    assert told(silent).endswith("Máy in không trả lời.")
    language.speak("en")
