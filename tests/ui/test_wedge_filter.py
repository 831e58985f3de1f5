"""Keys between the window system and a field: a scan leaves no trace, typing arrives whole."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from checkin_app.domain.credentials import mint
from checkin_app.ui.wedge_filter import WedgeFilter
from tests.ui.typing_hand import FAST, HUMAN, RETURN, Hand

CODE = mint("731", b"k" * 32, 8_000_000_000_001)


class Bench:
    """A text field in a window, a wedge filter on the application, a hand to type with."""

    def __init__(self, qtbot: QtBot, qapp: QApplication) -> None:
        self.field = QLineEdit()
        qtbot.addWidget(self.field)
        self.field.show()
        self.field.activateWindow()
        self.field.setFocus()
        self.wedge = WedgeFilter()
        self.codes: list[str] = []
        self.returns = 0
        self.wedge.code_read.connect(self.codes.append)
        self.field.returnPressed.connect(self._on_return)
        qapp.installEventFilter(self.wedge)
        self.hand = Hand(self.wedge, self.field)

    def _on_return(self) -> None:
        self.returns += 1


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> Iterator[Bench]:
    made = Bench(qtbot, qapp)
    yield made
    qapp.removeEventFilter(made.wedge)


def test_a_scan_is_swallowed_return_and_all(bench: Bench) -> None:
    bench.hand.scan(CODE)
    assert (bench.codes, bench.field.text(), bench.returns) == ([CODE], "", 0)


def test_typing_arrives_with_its_return(bench: Bench) -> None:
    bench.hand.type("Nguyễn Văn An 2" + RETURN, HUMAN)
    assert (bench.codes, bench.field.text(), bench.returns) == ([], "Nguyễn Văn An 2", 1)


def test_a_fast_hand_and_backspace_keep_their_order(bench: Bench) -> None:
    bench.hand.type("anh\b\bb2c" + RETURN, 0.01)
    assert (bench.codes, bench.field.text(), bench.returns) == ([], "ab2c", 1)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(st.sampled_from("abn 129ễđ\b"), st.sampled_from((0.005, 0.03, 0.05, 0.2))),
        max_size=25,
    )
)
def test_no_letter_is_lost_or_moved(bench: Bench, typed: list[tuple[str, float]]) -> None:
    bench.field.clear()
    bench.codes.clear()
    expected = ""
    for letter, gap in typed:
        bench.hand._now += gap
        bench.hand._elapse()
        bench.hand._send(*_key(letter))
        expected = expected[:-1] if letter == "\b" else expected + letter
    bench.hand.pause()
    assert (bench.codes, bench.field.text()) == ([], expected)


def _key(letter: str) -> tuple[Qt.Key, str]:
    if letter == "\b":
        return Qt.Key.Key_Backspace, "\b"
    return Qt.Key(ord(letter.upper())), letter


def test_a_shortcut_does_not_eat_a_digit_of_a_scan(qtbot: QtBot, bench: Bench) -> None:
    fired: list[int] = []
    button = QPushButton("no text field, which would claim the keys itself")
    qtbot.addWidget(button)
    button.show()
    button.activateWindow()
    button.setFocus()
    QShortcut(QKeySequence("1"), button).activated.connect(lambda: fired.append(1))
    for digit in CODE:
        QTest.keyClick(button.windowHandle(), Qt.Key(ord(digit)))
    assert (bench.codes, fired) == ([CODE], [])


def test_digits_that_an_input_method_commits_are_a_scan(bench: Bench) -> None:
    for digit in CODE:
        bench.hand._now += FAST
        _commit(bench.field, digit)
    bench.hand.pause()
    assert (bench.codes, bench.field.text()) == ([CODE], "")


def test_a_code_committed_in_one_go(bench: Bench) -> None:
    _commit(bench.field, CODE)
    assert (bench.codes, bench.field.text()) == ([CODE], "")


def test_words_that_an_input_method_commits_arrive(bench: Bench) -> None:
    bench.hand.type("a")
    for word in ("Nguyễn ", "Văn 2"):
        bench.hand._now += HUMAN
        _commit(bench.field, word)
    bench.hand.pause()
    assert (bench.codes, bench.field.text()) == ([], "aNguyễn Văn 2")


def test_a_key_is_delivered_in_the_end_without_another_one(qtbot: QtBot, bench: Bench) -> None:
    bench.hand._send(Qt.Key.Key_7, "7")
    qtbot.waitUntil(lambda: bench.field.text() == "7")


def test_another_prefix_holds_at_once(bench: Bench) -> None:
    bench.wedge.configure("~", "")
    bench.hand.scan("~GUEST")
    assert (bench.codes, bench.field.text()) == (["GUEST"], "")


def _commit(field: QLineEdit, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    assert event.type() == QEvent.Type.InputMethod
    QCoreApplication.sendEvent(field, event)
