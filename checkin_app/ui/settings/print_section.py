"""Owns the settings of badge printing: which printer, which layout, when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from checkin_app.ui.background import Background
from checkin_app.ui.language import translate
from checkin_app.ui.settings.kept import keep
from checkin_app.ui.settings.rows import Section, SettingRow, choice
from checkin_app.ui.widgets.flow_row import flow_row
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.printing import Printer

FOLDER = "folder:"


class PrintSection(QObject):
    """The printers are asked for beside the window: that may take seconds."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        settings = workplace.settings
        self._beside = Background(self)
        self.printer = choice((), "")
        self.printer.activated.connect(self._on_printer)
        self.folder = KeyButton(translate("Settings", "Print into a folder …"), icon="open")
        self.folder.clicked.connect(self._on_folder)
        self.refresh = KeyButton(translate("Settings", "Look for printers"), icon="printer")
        self.refresh.clicked.connect(self.ask)
        self._note = label(role="muted", wrap=True)
        row = SettingRow(
            translate("Settings", "Printer"),
            translate("Settings", "Without one, badges are saved as PDF."),
            self.printer,
            words="printer máy in folder",
        )
        row.below.addWidget(flow_row(self.folder, self.refresh))
        row.below.addWidget(self._note)
        self.layout_choice = choice(
            (
                ("a6", translate("Settings", "A6, 105 × 148 mm")),
                ("card", translate("Settings", "Card, 86 × 54 mm")),
            ),
            settings.badge_layout or "a6",
        )
        self.policy = choice(
            (
                ("never", translate("Settings", "Never by itself")),
                ("if_not_printed", translate("Settings", "If it was never printed")),
                ("always", translate("Settings", "Always")),
            ),
            settings.print_policy,
        )
        self.layout_choice.activated.connect(self._on_layout)
        self.policy.activated.connect(self._on_policy)
        self.section = Section(
            translate("Settings", "Badges and printing"),
            [
                row,
                SettingRow(
                    translate("Settings", "Layout"),
                    translate("Settings", "Size of the badge."),
                    self.layout_choice,
                    words="A6 card",
                ),
                SettingRow(
                    translate("Settings", "Print when somebody is admitted"),
                    translate("Settings", "At registration, once a printer is chosen."),
                    self.policy,
                ),
            ],
        )
        self._offer([])

    def ask(self) -> None:
        """Asks the system for its printers."""
        if not self._beside.busy:
            self._note.setText(translate("Settings", "Looking for printers …"))
            self._beside.start(lambda say, stopped: _printers(), self._on_printers, self._failed)

    def _on_printers(self, found: list[Printer]) -> None:
        self._note.setText(
            translate("Settings", "%n printer(s) found.", None, len(found))
            if found
            else translate("Settings", "No printer is set up on this computer.")
        )
        self._offer(found)

    def _failed(self, error: object) -> None:
        self._note.setText("")

    def _offer(self, found: list[Printer]) -> None:
        current = self._workplace.settings.printer
        self.printer.clear()
        self.printer.addItem(translate("Settings", "None: save as PDF"), "")
        for printer in found:
            words = {
                "stopped": translate("Settings", "stopped"),
                "refusing": translate("Settings", "takes no jobs"),
            }.get(printer.state, "")
            self.printer.addItem(f"{printer.name} · {words}" if words else printer.name)
            self.printer.setItemData(self.printer.count() - 1, printer.name)
        if current and self.printer.findData(current) < 0:
            shown = current.removeprefix(FOLDER)
            if current.startswith(FOLDER):
                shown = translate("Settings", "Folder {path}").format(path=shown)
            self.printer.addItem(shown, current)
        self.printer.setCurrentIndex(max(0, self.printer.findData(current)))

    def _on_printer(self) -> None:
        keep(self._workplace, "printer", self.printer.currentData() or "")

    def _on_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self.folder, translate("Settings", "Folder that badges are printed into")
        )
        if chosen:
            self.print_into(chosen)

    def print_into(self, folder: str) -> None:
        """Chooses the printer that writes PDF files into `folder`."""
        keep(self._workplace, "printer", f"{FOLDER}{folder}")
        self._offer([])

    def _on_layout(self) -> None:
        keep(self._workplace, "badge_layout", self.layout_choice.currentData())

    def _on_policy(self) -> None:
        keep(self._workplace, "print_policy", self.policy.currentData())


def _printers() -> list[Printer]:
    from checkin_app.printing import printers

    return printers()
