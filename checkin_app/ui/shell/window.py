"""Owns the desk window: bars around the screen in front, and which screen that is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from checkin_app.ui.language import language, translate
from checkin_app.ui.shell.opening_page import OpeningPage
from checkin_app.ui.shell.places import PLACES, SCAN, Place
from checkin_app.ui.shell.rail import Rail
from checkin_app.ui.shell.status_line import StatusLine
from checkin_app.ui.shell.toast import Toast
from checkin_app.ui.shell.topbar import TopBar
from checkin_app.ui.theme.look import look
from checkin_app.ui.theme.tokens import Tone
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.ui.queue.beside import PrintNews
    from checkin_app.ui.sync.news import SyncNews


class DeskWindow(QWidget):
    """Screens are built when they are first gone to, and anew when the language changes.

    Emits `painted` once, after its first paint, and `closing` before it closes.
    """

    painted = Signal()
    closing = Signal()

    def __init__(self, workplace: Workplace, places: Sequence[Place] = PLACES) -> None:
        super().__init__()
        self.setObjectName("desk")
        self.setWindowTitle(translate("Shell", "Check-in desk"))
        self.setMinimumSize(1024, 640)
        self.resize(1366, 768)
        self._workplace = workplace
        self._places = {place.id: place for place in places}
        self._built: dict[str, QWidget] = {}
        self._first_paint = True
        self.place = ""
        self.top = TopBar(workplace)
        self.rail = Rail(places)
        self.status = StatusLine()
        self.stack = QStackedWidget()
        self.toast = Toast(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.top, 0, 0, 1, 2)
        grid.addWidget(self.rail, 1, 0)
        grid.addWidget(self.stack, 1, 1)
        grid.addWidget(self.status, 2, 0, 1, 2)
        grid.setRowStretch(1, 1)
        grid.setColumnStretch(1, 1)
        self._prints: PrintNews | None = None
        self._sync: SyncNews | None = None
        self.top.prints.clicked.connect(self._on_prints)
        self.rail.chosen.connect(self.go)
        self.top.checkpoint_chosen.connect(self._on_checkpoint)
        self.top.operator_named.connect(self._on_operator)
        workplace.toasted.connect(self.toast.say)
        workplace.going.connect(self.go)
        workplace.person_asked.connect(self.show_person)
        workplace.opened.connect(self._on_opened)
        language.changed.connect(self._on_language)
        look.changed.connect(self.update)
        QGuiApplication.instance().focusWindowChanged.connect(self._on_focus)  # type: ignore[union-attr]
        self._restore()
        self.say_states()

    # -- screens -----------------------------------------------------------

    def go(self, place: str) -> QWidget | None:
        """Shows a screen, building it first if need be."""
        if place not in self._places:
            return None
        screen = self._built.get(place)
        if screen is None:
            screen = self._places[place].build(self._workplace)
            self._built[place] = screen
            self.stack.addWidget(screen)
        self.place = place
        self._workplace.settings.screen = place
        self.rail.show()
        self.rail.choose(place)
        self.stack.setCurrentWidget(screen)
        shown = getattr(screen, "shown", None)
        if shown is not None:
            shown()
        return screen

    def show_person(self, delegate_id: str) -> None:
        """Shows a delegate in the roster, if it is a screen here."""
        opener = getattr(self.go("roster"), "open_person", None)
        if opener is not None:
            opener(delegate_id)

    def show_alone(self, widget: QWidget) -> None:
        """Shows a page that is no screen, without the rail: the first start, or a failure."""
        self.place = ""
        self.rail.hide()
        self.stack.addWidget(widget)
        self.stack.setCurrentWidget(widget)

    def show_opening(self) -> None:
        """Shows that the event is being opened."""
        self.stack.addWidget(OpeningPage())

    def built(self, place: str) -> QWidget | None:
        """A screen, if it is built."""
        return self._built.get(place)

    def drop_screens(self) -> None:
        """Forgets all screens: they are built anew when gone to."""
        while (page := self.stack.currentWidget()) is not None:
            self.stack.removeWidget(page)
            page.deleteLater()
        self._built.clear()

    # -- states ------------------------------------------------------------

    def say_states(self) -> None:
        """Says in the status line what works now."""
        self._on_focus()
        if self._prints is not None:
            self._prints.renew()
        if self._sync is not None:
            self._sync.renew()

    def _on_focus(self) -> None:
        if self._workplace.forum is None:
            self.status.scanner.say(Tone.NEUTRAL, "")
        elif QGuiApplication.focusWindow() is not None:
            self.status.scanner.say(Tone.ADMIT, translate("Shell", "Scanner ready"))
        else:
            self.status.scanner.say(
                Tone.REFER,
                translate("Shell", "Scanner types elsewhere: click this window"),
            )

    def _on_opened(self) -> None:
        self.top.renew()
        self.say_states()
        if self._prints is None:
            from checkin_app.ui.queue.beside import PrintNews

            self._prints = PrintNews(self._workplace, self.top.prints, self.status.printer)
        self._prints.renew()
        if self._sync is None:
            from checkin_app.ui.sync.news import SyncNews

            self._sync = SyncNews(self._workplace, self.status)
        self._sync.renew()

    def _on_language(self) -> None:
        self._workplace.settings.language = language.code
        self._workplace.keep_settings()
        self.setWindowTitle(translate("Shell", "Check-in desk"))
        self.top.renew()
        self.rail.name_all()
        self.say_states()
        place = self.place
        if place:
            self.drop_screens()
            self.go(place)

    def _on_prints(self) -> None:
        """The queue: at the scan screen in the verdict's place, else where badges are made."""
        screen = self._built.get(SCAN) if self.place == SCAN else None
        if screen is not None:
            screen.open_queue()  # type: ignore[attr-defined]
        else:
            self.go("badges").open_queue()  # type: ignore[union-attr]

    def _on_checkpoint(self, checkpoint: str) -> None:
        self._workplace.settings.checkpoint = checkpoint
        self._workplace.keep_settings()
        self.top.renew()
        self._workplace.touched.emit("scans")

    def _on_operator(self, name: str) -> None:
        self._workplace.settings.operator = name
        self._workplace.keep_settings()
        self.top.renew()
        if self.place == SCAN:
            self.go(SCAN)

    # -- the window itself -------------------------------------------------

    def _restore(self) -> None:
        saved = self._workplace.settings.window
        if saved:
            self.restoreGeometry(QByteArray.fromBase64(saved.encode()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What floats keeps its place."""
        super().resizeEvent(event)
        self.toast.keep_place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first one is announced."""
        super().paintEvent(event)
        if self._first_paint:
            self._first_paint = False
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keeps the window's place and size."""
        geometry = self.saveGeometry().toBase64().data()
        self._workplace.settings.window = bytes(geometry).decode("ascii")
        self.closing.emit()
        super().closeEvent(event)
