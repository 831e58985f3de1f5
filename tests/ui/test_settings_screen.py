"""Settings hold at once and after a restart; the self-test says what a scanner typed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from checkin_app import printing
from checkin_app.config import load
from checkin_app.desk import Desk
from checkin_app.domain.badges import Stock
from checkin_app.domain.credentials import mint
from checkin_app.domain.delegates import Category
from checkin_app.ui.app import DeskProgram
from checkin_app.ui.language import language
from checkin_app.ui.settings.arrived import Found, judge
from checkin_app.ui.settings.network_printer import address
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


def test_the_wheel_passes_over_a_setting(screen: SettingsScreen) -> None:
    box = screen.printing.policy
    pick(box, "never")
    at = QPointF(box.rect().center())
    turned = QWheelEvent(
        at,
        QPointF(box.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turned)
    assert box.currentData() == "never" and load()[0].print_policy == "never"


def test_badges_by_category_hold_for_the_event(
    screen: SettingsScreen, program: DeskProgram, event_file: Path
) -> None:
    section = screen.categories
    category = next(iter(section.layouts))
    pick(section.layouts[category], "none")
    colour = section.colours[category]
    colour.lineEdit().setText("#7a1f5c")
    colour.lineEdit().editingFinished.emit()
    kept = {one.id: one for one in _categories(event_file)}[category]
    assert (kept.layout, kept.colour) == ("none", "#7A1F5C")
    colour.lineEdit().setText("purple")
    colour.lineEdit().editingFinished.emit()
    assert {one.id: one for one in _categories(event_file)}[category] == kept
    section.back(replace(kept, layout="card"))
    assert section.layouts[category].currentData() == "card"


def _categories(event_file: Path) -> list[Category]:
    desk = Desk.open(event_file, write=False)
    found = desk.categories()
    desk.close()
    return found


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


@pytest.mark.parametrize(
    ("kind", "typed", "wanted"),
    [
        ("ipp", "192.168.1.50", "ipp://192.168.1.50/ipp/print"),
        ("ipp", " printer.local:8631 ", "ipp://printer.local:8631/ipp/print"),
        ("ipp", "printer.local/printers/badges", "ipp://printer.local/printers/badges"),
        ("ipp", "ipps://printer.local/ipp/print", "ipps://printer.local/ipp/print"),
        ("ipp", "[fe80::1]", "ipp://[fe80::1]/ipp/print"),
        ("zpl", "zebra", "zpl://zebra:9100?dpi=300&width=86&height=54"),
        ("zpl", "10.0.0.7:6101", "zpl://10.0.0.7:6101?dpi=300&width=86&height=54"),
        ("ipp", "", ""),
        ("ipp", "two words", ""),
        ("zpl", "http://zebra", ""),
        ("ipp", "ipp://", ""),
    ],
)
def test_what_is_typed_becomes_the_address_of_a_printer(kind: str, typed: str, wanted: str) -> None:
    assert address(kind, typed, 300, 86, 54) == wanted


@given(st.sampled_from(["ipp", "zpl"]), st.text(max_size=30))
def test_an_address_that_is_made_is_one_that_printing_knows(kind: str, typed: str) -> None:
    made = address(kind, typed, 203, 86, 54)
    if made:
        assert printing.find(made).kind == made.partition("://")[0].replace("ipps", "ipp")


def test_a_network_printer_is_remembered_and_chosen(screen: SettingsScreen) -> None:
    screen.printing.network.click()
    typed = screen.printing.typed
    typed.host.setText("not an address")
    typed.add.click()
    assert typed.isVisible() and typed.problem.isVisible()
    typed.host.setText("printer.local")
    typed.add.click()
    kept, _ = load()
    assert kept.printer == "ipp://printer.local/ipp/print" == kept.typed_printers[0]
    assert screen.printing.printer.currentData() == kept.printer
    assert not typed.isVisible() and screen.printing.forget.isVisible()
    screen.printing.forget.click()
    kept, _ = load()
    assert (kept.printer, kept.typed_printers) == ("", [])
    assert screen.printing.printer.currentData() == "" and not screen.printing.forget.isVisible()


def test_a_category_has_a_printer_of_its_own(
    screen: SettingsScreen, program: DeskProgram, tmp_path: Path
) -> None:
    screen.printing.print_into(str(tmp_path))
    box = screen.printing.routes.choices["press"]
    pick(box, f"folder:{tmp_path}")
    assert load()[0].routes == {"press": f"folder:{tmp_path}"}
    pick(box, "")
    assert load()[0].routes == {}


def test_blank_badges_are_counted(
    screen: SettingsScreen, program: DeskProgram, tmp_path: Path
) -> None:
    printer = f"folder:{tmp_path}"
    screen.printing.print_into(str(tmp_path))
    screen.printing.stock.counts[printer].setValue(120)
    screen.printing.stock.buttons[printer].click()
    found: list[list[Stock]] = []
    program.lane.run(lambda desk: desk.stock(), found.append)
    assert [(stock.printer, stock.left) for stock in found[0]] == [(printer, 120)]


def test_how_carefully_badges_are_given_out_is_kept(screen: SettingsScreen) -> None:
    screen.printing.verify.setChecked(True)
    screen.printing.keep_code.setChecked(True)
    screen.printing.warning.setValue(35)
    kept, _ = load()
    assert (kept.verify_before_handover, kept.keep_code_on_reprint) == (True, True)
    assert kept.stock_warning == 35


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
