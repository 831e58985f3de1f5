"""Settings hold at once and after a restart; the self-test says what a scanner typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from checkin_app.config import load
from checkin_app.desk import Desk
from checkin_app.domain.credentials import mint
from checkin_app.ui.app import DeskProgram
from checkin_app.ui.language import language
from checkin_app.ui.settings.arrived import Found, judge
from checkin_app.ui.settings.screen import SettingsScreen
from checkin_app.ui.theme.look import look

CODE = mint("731", b"k" * 32, 42)


@pytest.fixture
def screen(program: DeskProgram) -> SettingsScreen:  # type: ignore[misc]
    built = program.window.go("settings")
    assert isinstance(built, SettingsScreen)
    return built


def pick(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_what_is_set_is_kept(screen: SettingsScreen, program: DeskProgram) -> None:
    screen.desk.operator.setText("Hạnh")
    screen.desk.operator.editingFinished.emit()
    screen.scanner.prefix.setText("~")
    screen.scanner.prefix.editingFinished.emit()
    pick(screen.printing.policy, "always")
    pick(screen.printing.layout_choice, "card")
    pick(screen.desk.checkpoint, "hall-b")
    screen.desk.ready.setValue(30)
    screen.look.sounds.setChecked(True)
    kept, problem = load()
    assert problem is None
    assert (kept.operator, kept.scanner_prefix, kept.print_policy) == ("Hạnh", "~", "always")
    assert (kept.badge_layout, kept.checkpoint, kept.ready_after) == ("card", "hall-b", 30)
    assert kept.sounds is True


def test_the_window_follows_at_once(
    screen: SettingsScreen, program: DeskProgram, qtbot: QtBot
) -> None:
    pick(screen.look.theme, "dark")
    assert look.theme.name == "dark"
    look.put_on("light")
    with qtbot.waitSignal(language.changed):
        pick(screen.look.language, "vi")
    assert language.code == "vi" and load()[0].language == "vi"
    built = program.window.built("settings")
    assert isinstance(built, SettingsScreen) and built is not screen
    language.speak("en")


def test_a_folder_is_a_printer(screen: SettingsScreen, tmp_path: Path) -> None:
    screen.printing.print_into(str(tmp_path))
    assert load()[0].printer == f"folder:{tmp_path}"
    assert screen.printing.printer.currentText() == f"Folder {tmp_path}"


def test_words_find_settings(screen: SettingsScreen) -> None:
    screen.field.setText("prefix")
    assert [s.isVisible() for s in screen.sections].count(True) == 1
    screen.field.setText("may in")
    assert screen.printing.section.isVisible()
    screen.field.setText("zzz")
    assert screen.nothing.isVisible()
    screen.field.clear()
    assert all(s.isVisible() for s in screen.sections)


def test_backup_and_check_beside_the_lane(
    screen: SettingsScreen, program: DeskProgram, qtbot: QtBot, event_file: Path
) -> None:
    scanning: list[Desk] = []
    program.lane.run(scanning.append)
    used: list[Desk] = []
    with pytest.MonkeyPatch.context() as patch:
        whole = Desk.check
        patch.setattr(Desk, "check", lambda desk: (used.append(desk), whole(desk))[1])
        screen.file.check_now.click()
        qtbot.waitUntil(screen.file.check_now.isEnabled)
    assert screen.file.checked.text().startswith("Whole: ")
    assert len(used) == 1 and used[0] is not scanning[0]
    screen.file.backup_now.click()
    qtbot.waitUntil(screen.file.backup_now.isEnabled)
    copies = list((event_file.parent / "backups").glob("*.checkin"))
    assert len(copies) == 1 and copies[0].name in screen.file.saved.text()
    copy = Desk.open(copies[0], write=False)
    assert copy.event.name == "Autumn Economic Forum"
    copy.close()


def test_the_self_test_takes_the_keys_of_a_scan(
    screen: SettingsScreen, program: DeskProgram, qtbot: QtBot
) -> None:
    screen.field.setFocus()
    screen.scanner.test.begin()
    handle = program.window.windowHandle()
    with qtbot.waitSignal(screen.scanner.test.found):
        for sign in CODE:
            QTest.keyClick(handle, Qt.Key(ord(sign)))
        QTest.keyClick(handle, Qt.Key.Key_Return)
    assert "a whole code arrived" in screen.scanner.test.words.text()
    assert screen.field.text() == ""
    assert program.window.place == "settings"
    found: list[int] = []
    program.lane.run(lambda desk: len(desk.recent()), found.append)
    assert found == [0]
    QTest.keyClick(handle, Qt.Key.Key_Escape)
    assert not screen.scanner.test.running


def test_leaving_the_screen_gives_the_keys_back(
    screen: SettingsScreen, program: DeskProgram
) -> None:
    screen.scanner.test.begin()
    program.window.go("scan")
    assert not screen.scanner.test.running


def keys(text: str, pace: float = 0.005) -> list[tuple[str, float]]:
    return [(sign, 1 + n * pace) for n, sign in enumerate(text)]


@pytest.mark.parametrize(
    ("text", "prefix", "suffix", "found"),
    [
        (CODE + "\r", "", "", Found.CODE),
        (CODE, "", "", Found.CODE),
        ("~" + CODE + "#\r", "~", "#", Found.CODE),
        ("~~~" + CODE + "#\r", "", "", Found.MARKED),
        (CODE[:-1] + "\r", "", "", Found.DAMAGED),
        ("TKT-2031\r", "", "", Found.FOREIGN),
        ("Nguyen\r", "", "", Found.TYPING),
    ],
)
def test_what_arrived_is_told_apart(text: str, prefix: str, suffix: str, found: Found) -> None:
    assert judge(keys(text), prefix, suffix).found is found


def test_a_mark_around_a_code_is_named() -> None:
    arrived = judge(keys("AB" + "-" + CODE + "!\r"), "", "")
    assert (arrived.before, arrived.after) == ("AB-", "!")
    assert arrived.shown.endswith("!⏎") and arrived.ended


def test_a_slow_scanner_is_noticed() -> None:
    assert judge(keys(CODE + "\r", 0.05), "", "").slow
    assert not judge(keys(CODE + "\r", 0.005), "", "").slow


@given(st.lists(st.tuples(st.text(max_size=3), st.floats(0, 10))), st.text(max_size=3))
def test_any_keys_are_judged(pressed: list[tuple[str, float]], prefix: str) -> None:
    assert judge(pressed, prefix, "").keys == len(pressed)
