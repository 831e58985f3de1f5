"""Owns the strip under the page: whether the layout prints right, and if not, what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from checkin_app.badges.layout.elements import Layout
from checkin_app.ui.editor import words
from checkin_app.ui.editor.proofs import Fault
from checkin_app.ui.language import translate
from checkin_app.ui.theme import icons
from checkin_app.ui.theme.look import look
from checkin_app.ui.theme.tokens import Tone
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.widgets.rows import Row, RowList

_HIGHEST = 124


class Verdict(QFrame):
    """Emits `chosen` with a Fault to go to."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("footer")
        self._faults: dict[str, Fault] = {}
        self._tone = Tone.NEUTRAL
        self._open = False
        self.mark = label()
        self.mark.setFixedWidth(22)
        self.said = label(wrap=True)
        self.show_list = KeyButton(translate("Editor", "Show"), kind="quiet", icon="down")
        self.show_list.clicked.connect(self._on_show)
        self.show_list.hide()
        self.close_list = KeyButton(translate("Editor", "Close"), kind="quiet", icon="close")
        self.close_list.clicked.connect(self._on_close)
        self.list = RowList(translate("Editor", "What is wrong with the layout"))
        self.list.opened.connect(self._on_opened)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.mark)
        top.addWidget(self.said, 1)
        top.addWidget(self.show_list)
        top.addWidget(self.close_list)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.list)
        self.list.hide()
        self.close_list.hide()
        self._last: tuple[Tone, str, list[Row]] = (Tone.NEUTRAL, "", [])
        look.changed.connect(self._paint_mark)

    def say_busy(self) -> None:
        """It is being looked at."""
        self._say(Tone.NEUTRAL, translate("Editor", "Looking whether it prints right …"), [])

    def say(self, faults: Sequence[Fault], layout: Layout, people: int) -> None:
        """What was found, having printed it for some people."""
        self._faults = {str(n): f for n, f in enumerate(faults)}
        stops = sum(f.stops for f in faults)
        rows = [
            Row(key, *words.fault_word(f, layout), "refused" if f.stops else "referred")
            for key, f in self._faults.items()
        ]
        if stops:
            text = translate(
                "Editor", "It cannot be saved yet: %n thing(s) to change.", None, stops
            )
            self._say(Tone.REFUSE, text, rows)
        elif faults:
            text = translate(
                "Editor", "It can be saved. %n thing(s) to look at.", None, len(faults)
            )
            if len(faults) == 1:
                text = f"{rows[0].title}: {rows[0].line}"
            self._say(Tone.REFER, text, rows)
        else:
            text = translate("Editor", "It prints right for the %n badge(s) tried.", None, people)
            self._say(Tone.ADMIT, text, [])

    def say_import(self, text: str, problems: Sequence[tuple[str, str]]) -> None:
        """A file that is no layout: what is wrong with it, line by line, until it is closed."""
        self._faults = {}
        rows = [Row(f"-{n}", title, line, "refused") for n, (title, line) in enumerate(problems)]
        before = self._last
        self._say(Tone.REFUSE, text, rows)
        self._last = before
        self.close_list.show()

    @property
    def reading(self) -> bool:
        """Whether an import's problems are being read."""
        return not self.close_list.isHidden()

    def _say(self, tone: Tone, text: str, rows: list[Row]) -> None:
        if self.reading and not rows and tone is not Tone.REFUSE:
            self._last = (tone, text, rows)
            return
        self._last = (tone, text, rows)
        self.close_list.hide()
        self._open = tone is Tone.REFUSE or (self._open and tone is not Tone.ADMIT)
        self._tone = tone
        self.said.setText(text)
        self.said.setAccessibleName(text)
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows) and self._open)
        self.show_list.setVisible(bool(rows) and not self._open)
        self.list.setFixedHeight(min(_HIGHEST, self.list.height_of_all() + 2))
        self._paint_mark()

    def _paint_mark(self) -> None:
        name = {
            Tone.ADMIT: "check",
            Tone.REFUSE: "refused",
            Tone.REFER: "referred",
            Tone.NEUTRAL: "clock",
        }[self._tone]
        ink = look.theme.tone(self._tone).ink
        self.mark.setPixmap(icons.pixmap(name, ink, 20, self.devicePixelRatioF()))

    def _on_show(self) -> None:
        self._open = True
        self._say(*self._last)

    def _on_close(self) -> None:
        self.close_list.hide()
        self._open = False
        self._say(*self._last)

    def _on_opened(self, key: str) -> None:
        fault = self._faults.get(key)
        if fault is not None:
            self.chosen.emit(fault)
