"""Owns the list of printers a job can be given to: a button with a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from checkin_app.ui.background import Background
from checkin_app.ui.language import translate
from checkin_app.ui.queue.press_room import badges_folder, press_room
from checkin_app.ui.queue.states import printer_title
from checkin_app.ui.widgets.parts import KeyButton
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.printing import Printer


class KnownPrinters(QObject):
    """The printers of settings and system, asked for beside the window: that may take seconds."""

    changed = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.setObjectName("known-printers")
        self._workplace = workplace
        self._beside = Background(self)
        self._system: list[str] = []

    def look(self) -> None:
        """Asks the system for its printers."""
        if not self._beside.busy:
            self._beside.start(lambda say, stopped: _printers(), self._on_found, self._on_failed)

    def names(self) -> list[str]:
        """The desk's printer first, then routes, typed addresses, the system's, and the folder."""
        settings = self._workplace.settings
        known = [
            settings.printer,
            *settings.routes.values(),
            *settings.typed_printers,
            *press_room(self._workplace).printers,
            *self._system,
            badges_folder(),
        ]
        return [name for name in dict.fromkeys(known) if name]

    def _on_found(self, found: list[Printer]) -> None:
        self._system = [printer.name for printer in found]
        self.changed.emit()

    def _on_failed(self, _: object) -> None:
        self.changed.emit()


def known_printers(workplace: Workplace) -> KnownPrinters:
    """Of this window."""
    found = workplace.findChild(KnownPrinters)
    return found if isinstance(found, KnownPrinters) else KnownPrinters(workplace)


class PrinterMenu(KeyButton):
    """Emits `picked` with the name of a printer."""

    picked = Signal(str)

    def __init__(self, workplace: Workplace, text: str = "") -> None:
        super().__init__(text or translate("Queue", "Other printer") + "  ▾")
        self._known = known_printers(workplace)
        self._but = ""
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)

    def leave_out(self, printer: str) -> None:
        """The printer that has it already."""
        self._but = printer

    def look(self) -> None:
        """Asks the system for its printers."""
        self._known.look()

    def _fill(self) -> None:
        self._menu.clear()
        for name in self._known.names():
            if name != self._but:
                action = self._menu.addAction(printer_title(name))
                action.setProperty("printer", name)
                action.triggered.connect(self._on_picked)
        if self._menu.isEmpty():
            self._menu.addAction(translate("Queue", "No other printer is known")).setEnabled(False)

    def _on_picked(self) -> None:
        self.picked.emit(str(self.sender().property("printer")))


def _printers() -> list[Printer]:
    from checkin_app.printing import printers

    return printers()
