"""The window around the screens: names for screen readers, languages, themes, memory."""

from __future__ import annotations

import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollBar,
    QWidget,
)

from checkin_app import config
from checkin_app.config import Station
from checkin_app.ui.app import DeskProgram
from checkin_app.ui.lane import InlineLane
from checkin_app.ui.language import language
from checkin_app.ui.scan.card import Action
from checkin_app.ui.scan.screen import ScanScreen
from checkin_app.ui.shell.places import SCAN
from checkin_app.ui.start.failure import FailurePage
from checkin_app.ui.start.screen import StartScreen
from checkin_app.ui.theme.look import look
from checkin_app.ui.widgets.parts import KeyButton
from tests.ui.small_forum import code_of
from tests.ui.typing_hand import hand_of

LONG = "Alexandra Konstantinopolskaya-Wolfeschlegelsteinhausen von und zu Hohenlohe"

HEAVY = (
    "checkin_app.desk",
    "sqlite_utils",
    "click",
    "reportlab",
    "babel",
    "PIL",
    "PySide6.QtMultimedia",
    "cryptography",
    "xlsxwriter",
)


def controls(root: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)
    found = [w for kind in kinds for w in root.findChildren(kind)]
    return [w for w in found if not isinstance(w.parent(), QComboBox | QScrollBar | QMenu)]


def code(program: DeskProgram, name: str) -> str:
    codes: list[str] = []
    program.lane.run(lambda desk: code_of(desk, name), codes.append)
    return codes[0]


def test_every_control_has_an_accessible_name(program: DeskProgram, screen: ScanScreen) -> None:
    hand_of(program).scan(code(program, LONG))
    for action in (Action.REGISTER, Action.DETAILS, Action.DELEGATION):
        screen.do(action)
    screen.do(Action.READY)
    screen.stage.verdict.ask_reason()
    nameless = [
        w
        for w in controls(program.window)
        if not w.accessibleName() and w.objectName()[:3] != "qt_"
    ]
    assert nameless == []


def test_the_first_start_names_its_choices(qapp: object) -> None:
    program = DeskProgram(Station(language="en"), None, lane=InlineLane())
    program.begin()
    page = program.window.stack.currentWidget()
    assert isinstance(page, StartScreen)
    names = [w.accessibleName() for w in controls(page)]
    assert names[:4] == ["Join a hub", "Open an event", "New event", "Import a roster"]
    program.window.close()


@pytest.mark.parametrize(("lang", "theme"), list(product(("vi", "en"), ("light", "dark"))))
def test_languages_and_themes_switch_while_the_program_runs(
    program: DeskProgram, lang: str, theme: str
) -> None:
    language.speak(lang)
    look.put_on(theme)
    screen = program.window.built(SCAN)
    assert isinstance(screen, ScanScreen)
    words = {"vi": "Sẵn sàng quét", "en": "Ready to scan"}
    assert screen.stage.ready.accessibleName() == words[lang]
    hand_of(program).scan(code(program, "Nguyễn Văn An"))
    assert screen.stage.verdict.banner.headline == {"vi": "Mời vào", "en": "Welcome"}[lang]
    look.put_on("light")


def test_numbers_and_dates_follow_the_language() -> None:
    from checkin_app.ui.language import number, translate

    language.speak("vi")
    assert number(1204) == "1.204"
    assert translate("Shell", "%n day(s) to go", None, 3) == "Còn 3 ngày"
    language.speak("en")
    assert number(1204) == "1,204"
    assert translate("Shell", "%n day(s) to go", None, 1) == "1 day to go"
    assert translate("Shell", "%n day(s) to go", None, 3) == "3 days to go"


def test_texts_two_fifths_longer_are_not_cut(program: DeskProgram, screen: ScanScreen) -> None:
    language.speak("stretched")
    longer = program.window.built(SCAN)
    assert isinstance(longer, ScanScreen)
    hand_of(program).scan(code(program, LONG))
    longer.do(Action.REGISTER)
    for page in (longer.stage.ready, longer.stage.verdict, longer.stage.register):
        longer.stage.bring(page)
        program.window.grab()
        assert [w.text() for w in page.findChildren(KeyButton) if _cut_button(w)] == []
        assert [w.text() for w in page.findChildren(QLabel) if _cut_label(w)] == []
    language.speak("en")


def _cut_button(button: KeyButton) -> bool:
    return button.isVisible() and (
        button.width() < button.sizeHint().width()
        or button.parentWidget().width() < button.geometry().right()
    )


def _cut_label(text: QLabel) -> bool:
    if not text.isVisible() or not text.text():
        return False
    if text.wordWrap():
        return text.height() < text.heightForWidth(text.width())
    return text.width() < QFontMetrics(text.font()).horizontalAdvance(text.text())


def test_a_long_name_takes_two_lines_before_it_gets_smaller_and_is_never_cut(
    program: DeskProgram, screen: ScanScreen
) -> None:
    hand_of(program).scan(code(program, LONG))
    name = screen.stage.verdict.person.name
    program.window.grab()
    assert name.height() >= name.heightForWidth(name.width())
    assert name.pixels(10_000) == 40
    assert name.pixels(700) < 40
    name.show_name("Đặng Thị Khánh Vân")
    assert name.pixels(700) == 40
    assert name.heightForWidth(300) > 1.8 * name.heightForWidth(700)


def test_what_is_remembered(program: DeskProgram, event_file: Path) -> None:
    program.window.top.operator_named.emit("Hạnh")
    program.window.top.checkpoint_chosen.emit("hall-b")
    program.window.resize(1200, 700)
    program.window.close()
    kept, problem = config.load()
    assert problem is None
    assert (kept.operator, kept.checkpoint, kept.event) == ("Hạnh", "hall-b", str(event_file))
    assert kept.window
    assert kept.screen == SCAN


def test_a_file_that_is_no_event_is_one_sentence(qapp: object, tmp_path: Path) -> None:
    broken = tmp_path / "broken.checkin"
    broken.write_bytes(b"not an event at all" * 300)
    program = DeskProgram(Station(language="en"), broken, lane=InlineLane())
    program.begin()
    program.open_event(broken)
    page = program.window.stack.currentWidget()
    assert isinstance(page, FailurePage)
    assert str(broken) in page.sentence.text()
    program.window.close()


def test_the_scanner_is_only_ready_while_the_window_has_the_keys(
    program: DeskProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    status = program.window.status.scanner
    assert status.words == "Scanner ready"
    monkeypatch.setattr(QGuiApplication, "focusWindow", lambda: None)
    program.window.say_states()
    assert "click this window" in status.words


def test_a_code_read_before_the_event_is_open_is_not_lost(qapp: object, event_file: Path) -> None:
    from checkin_app.desk import Desk

    desk = Desk.open(event_file)
    read = code_of(desk, "Nguyễn Văn An")
    desk.close()
    program = DeskProgram(Station(language="en", ready_after=0), event_file, lane=InlineLane())
    program.begin()
    program.on_code(read)
    program.open_event(event_file)
    screen = program.window.built(SCAN)
    assert isinstance(screen, ScanScreen)
    assert screen.stage.verdict.banner.headline == "Welcome"
    program.window.close()
    program.end()


def test_a_code_read_while_no_event_is_open_is_not_kept(
    qapp: object, event_file: Path, tmp_path: Path
) -> None:
    from checkin_app.desk import Desk

    desk = Desk.open(event_file)
    read = code_of(desk, "Nguyễn Văn An")
    desk.close()
    program = DeskProgram(Station(language="en", ready_after=0), None, lane=InlineLane())
    program.begin()
    program.on_code(read)
    program.open_event(tmp_path / "nowhere.checkin")
    program.on_code(read)
    program.open_event(event_file)
    program.workplace.event_asked.emit("")
    program.on_code(read)
    program.open_event(event_file)
    found: list[int] = []
    program.lane.run(lambda desk: len(desk.recent()), found.append)
    assert found == [0]
    program.window.close()
    program.end()


def test_few_codes_are_kept_while_the_event_is_being_opened(qapp: object, event_file: Path) -> None:
    program = DeskProgram(Station(language="en", ready_after=0), event_file, lane=InlineLane())
    program.begin()
    for number in range(40):
        program.on_code(f"{number:027d}")
    program.open_event(event_file)
    found: list[int] = []
    program.lane.run(lambda desk: len(desk.recent(100)), found.append)
    assert found == [16]
    program.window.close()
    program.end()


def test_nothing_heavy_is_imported_before_the_first_paint(event_file: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-c", _FIRST_PAINT, str(event_file), *HEAVY],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (said.stdout.strip(), said.returncode) == ("[]", 0), said.stderr


_FIRST_PAINT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from checkin_app.config import Station
from checkin_app.ui.app import DeskProgram
from checkin_app.ui.theme import fonts

application = QApplication([])
fonts.load()
program = DeskProgram(Station(), Path(sys.argv[1]))

def painted():
    print([name for name in sys.argv[2:] if name in sys.modules])
    application.quit()

program.window.painted.connect(painted)
program.begin()
application.exec()
program.end()
"""
