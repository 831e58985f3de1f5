"""The scan screen: verdicts, finding, undo, exceptions, registering; all by the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from checkin_app.domain.badges import Job, JobState
from checkin_app.domain.credentials import mint
from checkin_app.domain.errors import DiskFull
from checkin_app.domain.scans import Decision, Reason
from checkin_app.ui.app import DeskProgram
from checkin_app.ui.scan.card import Action
from checkin_app.ui.scan.screen import ScanScreen
from checkin_app.ui.theme.tokens import Tone
from tests.ui.small_forum import SECRET, TAG, named
from tests.ui.typing_hand import FAST, HUMAN, RETURN, Hand, hand_of

KHANH_VAN = "Đặng Thị Khánh Vân"
VAN_AN = "Nguyễn Văn An"


@pytest.fixture
def hand(program: DeskProgram) -> Hand:
    return hand_of(program)


def code(program: DeskProgram, name: str, place: int = 0) -> str:
    """A code of somebody; the one at that place among all they had."""
    codes: list[str] = []
    program.lane.run(lambda desk: desk.credentials(named(desk, name).id)[place].code, codes.append)
    return codes[0]


def jobs(program: DeskProgram) -> list[Job]:
    found: list[list[Job]] = []
    program.lane.run(lambda desk: desk.jobs(), found.append)
    return found[0]


def scans(program: DeskProgram) -> list[tuple[Decision, Reason, bool]]:
    found: list[list[tuple[Decision, Reason, bool]]] = []
    program.lane.run(
        lambda desk: [(o.verdict.decision, o.verdict.reason, o.undone) for o in desk.recent()],
        found.append,
    )
    return found[0]


def test_a_scan_shows_the_person_and_is_recorded(
    program: DeskProgram, screen: ScanScreen, hand: Hand
) -> None:
    hand.scan(code(program, KHANH_VAN))
    banner = screen.stage.verdict.banner
    assert (banner.tone, banner.headline) == (Tone.ADMIT, "Welcome")
    assert banner.line.startswith("Recorded at ")
    assert screen.stage.front() is screen.stage.verdict
    assert screen.stage.verdict.person.name.text() == KHANH_VAN
    assert "phiên dịch" in screen.stage.verdict.attention.text()
    assert scans(program) == [(Decision.ADMIT, Reason.WELCOME, False)]
    assert screen.search.field.text() == ""


def test_the_second_scan_says_already_inside(
    program: DeskProgram, screen: ScanScreen, hand: Hand
) -> None:
    first = code(program, VAN_AN)
    hand.scan(first)
    hand.scan(code(program, KHANH_VAN))
    program.lane.run(lambda desk: desk._remembered.clear())
    hand.scan(first)
    assert screen.stage.verdict.banner.headline == "Already inside"
    assert screen.stage.verdict.banner.line.startswith("First scan: ")


def test_codes_nobody_has(program: DeskProgram, screen: ScanScreen, hand: Hand) -> None:
    genuine = mint(TAG, SECRET, 424242)
    for read, headline in (
        (genuine, "Genuine, not yet known here"),
        (mint("999", SECRET, 1), "Badge of another event"),
        (mint(TAG, b"x" * 32, 1), "Unknown code"),
        (genuine[:-3], "Scan again"),
    ):
        hand.scan(read)
        assert screen.stage.verdict.banner.headline == headline
    assert screen.search.field.text() == ""


def test_a_scan_goes_past_whatever_has_the_focus(
    program: DeskProgram, screen: ScanScreen, hand: Hand
) -> None:
    hand.press(Qt.Key.Key_F7)
    hand.type("Lan")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "Lan"
    hand.scan(code(program, KHANH_VAN))
    assert field.text() == "Lan"
    assert screen.stage.verdict.banner.headline == "Welcome"


def test_vni_turning_the_first_digits_into_marks_is_an_unreadable_code(
    program: DeskProgram, screen: ScanScreen, hand: Hand
) -> None:
    hand.type("a")
    hand.type("\bá\bã\bả" + code(program, KHANH_VAN)[3:] + RETURN, FAST)
    assert screen.stage.verdict.banner.headline == "Scan again"
    assert scans(program) == [(Decision.REFUSE, Reason.UNREADABLE, False)]


def test_a_name_and_enter_open_the_best_hit_and_enter_again_checks_in(
    program: DeskProgram, screen: ScanScreen, hand: Hand
) -> None:
    hand.type("van an" + RETURN, HUMAN)
    assert screen.stage.verdict.banner.headline == "Not here yet"
    assert scans(program) == []
    hand.type(RETURN)
    assert screen.stage.verdict.banner.headline == "Welcome"
    assert scans(program) == [(Decision.ADMIT, Reason.WELCOME, False)]


def test_arrows_choose_among_the_hits(program: DeskProgram, screen: ScanScreen, hand: Hand) -> None:
    hand.type("van thi")
    titles = [row.title for row in screen.search.results.rows.rows]
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Down)
    hand.type(RETURN)
    assert screen.stage.verdict.person.name.text() == titles[1]


def test_letters_typed_at_a_verdict_search(
    program: DeskProgram, screen: ScanScreen, hand: Hand
) -> None:
    hand.type("van an" + RETURN)
    hand.type("jean")
    assert screen.search.field.text().endswith("jean")
    assert screen.stage.front() is screen.stage.ready


def test_nobody_found_is_said(screen: ScanScreen, hand: Hand) -> None:
    hand.type("qqqq" + RETURN)
    assert "Nobody is found by “qqqq”" in screen.search.said()


def test_undo_takes_the_scan_on_screen_back(
    program: DeskProgram, screen: ScanScreen, hand: Hand
) -> None:
    hand.scan(code(program, KHANH_VAN))
    hand.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert screen.stage.verdict.banner.headline == "Taken back"
    assert scans(program) == [(Decision.ADMIT, Reason.WELCOME, True)]


def test_admit_anyway_by_a_digit(program: DeskProgram, screen: ScanScreen, hand: Hand) -> None:
    program.lane.run(lambda desk: desk.amend(named(desk, VAN_AN).id, {"hold": True}))
    hand.scan(code(program, VAN_AN))
    assert screen.stage.verdict.banner.tone is Tone.REFER
    hand.press(Qt.Key.Key_F9)
    assert screen.stage.asking
    hand.type("2")
    assert screen.stage.verdict.banner.headline == "Admitted by exception"
    assert scans(program)[0] == (Decision.ADMIT, Reason.OVERRIDDEN, False)


def test_admit_anyway_in_own_words_with_digits_in_them(
    program: DeskProgram, screen: ScanScreen, hand: Hand
) -> None:
    program.lane.run(lambda desk: desk.amend(named(desk, VAN_AN).id, {"hold": True}))
    hand.scan(code(program, VAN_AN))
    hand.press(Qt.Key.Key_F9)
    hand.type("gate 2 agreed" + RETURN)
    assert screen.stage.verdict.banner.headline == "Admitted by exception"
    reasons: list[str] = []
    program.lane.run(
        lambda desk: [
            line.details.get("reason", "") for line in desk.delegate(named(desk, VAN_AN).id).history
        ],
        reasons.extend,
    )
    assert "gate 2 agreed" in reasons


def test_a_scan_while_a_reason_is_given_is_the_next_scan(
    program: DeskProgram, screen: ScanScreen, hand: Hand
) -> None:
    program.lane.run(lambda desk: desk.amend(named(desk, VAN_AN).id, {"hold": True}))
    hand.scan(code(program, VAN_AN))
    hand.press(Qt.Key.Key_F9)
    hand.scan(code(program, KHANH_VAN))
    assert not screen.stage.asking
    assert screen.stage.verdict.banner.headline == "Welcome"


def test_f9_does_nothing_where_nobody_can_be_admitted(screen: ScanScreen, hand: Hand) -> None:
    hand.press(Qt.Key.Key_F9)
    assert not screen.stage.asking
    hand.scan(mint(TAG, SECRET, 5))
    hand.press(Qt.Key.Key_F9)
    assert not screen.stage.asking


def test_registering_somebody_new_and_checking_in_by_the_keyboard_alone(
    program: DeskProgram, screen: ScanScreen, hand: Hand
) -> None:
    hand.type("Trần Thị Tú")
    hand.press(Qt.Key.Key_F7)
    hand.type("\t")
    hand.type("Đoàn Đà Nẵng" + RETURN)
    hand.pause()
    if screen.stage.front() is screen.stage.register:
        hand.type(RETURN)
    assert screen.stage.verdict.banner.headline == "Not here yet"
    assert screen.stage.verdict.person.name.text() == "Trần Thị Tú"
    hand.type(RETURN)
    assert screen.stage.verdict.banner.headline == "Welcome"
    assert scans(program) == [(Decision.ADMIT, Reason.WELCOME, False)]


def test_people_who_are_alike_come_first(
    program: DeskProgram, screen: ScanScreen, hand: Hand
) -> None:
    hand.press(Qt.Key.Key_F7)
    hand.type("Nguyen Van An" + RETURN)
    assert screen.stage.front() is screen.stage.register
    hand.type(RETURN)
    assert screen.stage.verdict.person.name.text() == VAN_AN
    hand.press(Qt.Key.Key_F7)
    hand.type(RETURN)
    hand.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert screen.stage.verdict.person.name.text() == "Nguyen Van An"


def test_details_and_delegation_and_back(
    program: DeskProgram, screen: ScanScreen, hand: Hand
) -> None:
    hand.scan(code(program, KHANH_VAN))
    hand.press(Qt.Key.Key_F2)
    assert screen.stage.front() is screen.stage.details
    hand.press(Qt.Key.Key_Escape)
    assert screen.stage.front() is screen.stage.verdict
    hand.press(Qt.Key.Key_F6)
    assert screen.stage.front() is screen.stage.delegation
    hand.type(RETURN)
    assert screen.stage.verdict.banner.headline == "Not here yet"
    hand.press(Qt.Key.Key_Escape)
    assert screen.stage.front() is screen.stage.ready


def test_the_supervisor_keeps_the_verdict_on_screen(
    program: DeskProgram, screen: ScanScreen, hand: Hand
) -> None:
    program.workplace.settings.ready_after = 1
    hand.scan(mint(TAG, SECRET, 5))
    assert screen.waiting_for_ready
    hand.press(Qt.Key.Key_F8)
    assert not screen.waiting_for_ready
    assert "with the supervisor" in screen.recent.list.rows.rows[0].line


def test_ready_comes_back_by_itself(program: DeskProgram, screen: ScanScreen, hand: Hand) -> None:
    program.workplace.settings.ready_after = 7
    hand.scan(code(program, KHANH_VAN))
    assert screen.waiting_for_ready
    screen.show_ready()
    screen.shown()
    assert screen.stage.front() is screen.stage.ready
    assert screen.recent.list.rows.rows[0].title.endswith(KHANH_VAN)


def test_a_failure_stands_where_the_verdict_would(
    program: DeskProgram, screen: ScanScreen, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = code(program, KHANH_VAN)

    def full(*_: object, **__: object) -> None:
        raise DiskFull

    monkeypatch.setattr("checkin_app.ui.scan.verbs.scan", full)
    hand.scan(read)
    assert screen.stage.verdict.banner.headline == "Not recorded"
    assert "disk is full" in screen.stage.verdict.banner.line
    monkeypatch.undo()
    hand.scan(read)
    assert screen.stage.verdict.banner.headline == "Welcome"


def test_a_recent_scan_is_opened_again_and_undone(
    program: DeskProgram, screen: ScanScreen, hand: Hand
) -> None:
    hand.scan(code(program, KHANH_VAN))
    hand.scan(code(program, VAN_AN))
    screen.shown()
    screen.recent.list.setFocus()
    screen.recent.list.choose(1)
    hand.type(RETURN)
    assert screen.stage.verdict.person.name.text() == KHANH_VAN
    hand.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [undone for _, _, undone in scans(program)] == [False, True]


def test_a_badge_is_printed_and_said_in_true_words(
    program: DeskProgram, screen: ScanScreen, hand: Hand, station: Path, qtbot: QtBot
) -> None:
    states: list[JobState] = []
    screen.badges.room.changed.connect(lambda job: states.append(job.state))
    hand.scan(code(program, KHANH_VAN))
    assert "badge" not in screen.stage.verdict.banner.line
    hand.press(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: screen.stage.verdict.banner.line.endswith("badge saved as PDF"))
    assert states == [JobState.QUEUED, JobState.SENDING, JobState.WRITTEN]
    assert len(list((station / "badges").glob("*.pdf"))) == 1
    printed: list[int] = []
    program.lane.run(lambda desk: desk.delegate(named(desk, KHANH_VAN).id).printed, printed.append)
    assert printed == [1]


@pytest.mark.parametrize(
    ("policy", "printer", "times"),
    [("always", True, 2), ("if_not_printed", True, 1), ("never", True, 0), ("always", False, 0)],
)
def test_a_badge_prints_on_admission_as_the_policy_says(
    program: DeskProgram,
    screen: ScanScreen,
    hand: Hand,
    tmp_path: Path,
    qtbot: QtBot,
    policy: str,
    printer: bool,
    times: int,
) -> None:
    def settled() -> bool:
        return not screen.badges.room.busy and all(not job.live for job in jobs(program))

    program.workplace.settings.print_policy = policy
    program.workplace.settings.printer = f"folder:{tmp_path}" if printer else ""
    hand.scan(code(program, VAN_AN))
    qtbot.waitUntil(settled)
    hand.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    hand.scan(code(program, VAN_AN, -1))
    qtbot.waitUntil(settled)
    assert len(list(tmp_path.glob("*.pdf"))) == times


def test_a_printer_that_is_not_there_is_said(
    program: DeskProgram, screen: ScanScreen, hand: Hand, qtbot: QtBot
) -> None:
    program.workplace.settings.printer = "No Such Printer"
    hand.scan(code(program, VAN_AN))
    hand.press(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: screen.stage.verdict.banner.line.endswith("badge not printed"))
    assert screen.stage.verdict.strip.retry.isVisible()
    assert screen.stage.verdict.strip.words.text().startswith("Not printed: ")


def test_repeated_scans_leave_the_fields_alone_whatever_is_open(
    program: DeskProgram, screen: ScanScreen, hand: Hand
) -> None:
    for action in (Action.FIND, Action.REGISTER, Action.DETAILS, Action.DELEGATION):
        hand.scan(code(program, KHANH_VAN))
        screen.do(action)
        hand.scan(code(program, VAN_AN))
        assert screen.stage.verdict.person.name.text() == VAN_AN
