"""Owns what the bars around the screens say of printing: one mark, one line."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QPushButton

from checkin_app.ui.language import language, number, translate
from checkin_app.ui.queue.press_room import press_room
from checkin_app.ui.queue.states import printer_title
from checkin_app.ui.shell.status_line import StatusItem
from checkin_app.ui.theme import icons
from checkin_app.ui.theme.look import look
from checkin_app.ui.theme.tokens import Tone
from checkin_app.ui.workplace import Workplace


class PrintNews(QObject):
    """Keeps `mark` (how many jobs need somebody; hidden while none does) and `line` true."""

    def __init__(self, workplace: Workplace, mark: QPushButton, line: StatusItem) -> None:
        super().__init__(mark)
        self._workplace = workplace
        self._room = press_room(workplace)
        self._mark = mark
        self._line = line
        mark.setIconSize(QSize(16, 16))
        self._room.surveyed.connect(self.renew)
        self._room.looked.connect(self.renew)
        workplace.touched.connect(self._on_touched)
        look.changed.connect(self.renew)
        language.changed.connect(self.renew)
        self.renew()

    def _on_touched(self, kind: str) -> None:
        if kind == "settings":
            self.renew()

    def renew(self) -> None:
        """Says how things are now."""
        self._say_mark()
        self._say_line()

    def _say_mark(self) -> None:
        count = self._room.trouble()
        there = count > 0 and self._workplace.forum is not None
        if there:
            words = translate("Queue", "%n print(s) to look at", None, count)
            self._mark.setText(number(count))
            self._mark.setAccessibleName(words)
            self._mark.setToolTip(words)
            ratio = self._mark.devicePixelRatioF()
            self._mark.setIcon(icons.icon("printer", look.theme.refer.ink, 16, ratio))
            self._mark.setStyleSheet(f"color: {look.theme.refer.ink};")
        self._mark.setVisible(there)

    def _say_line(self) -> None:
        if self._workplace.forum is None:
            self._line.say(Tone.NEUTRAL, "")
            return
        name = self._workplace.settings.printer
        said = self._room.said(name)
        if not name and not said.warns:
            self._line.say(Tone.NEUTRAL, translate("Shell", "Badges are saved as PDF"))
            return
        if said.named:
            self._line.say(said.tone, said.words)
            return
        text = translate("Shell", "Printer: {name}").format(name=printer_title(name))
        self._line.say(said.tone, f"{text} · {said.words}" if said.words else text)
