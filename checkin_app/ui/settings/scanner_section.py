"""Owns the settings of the scanner."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from checkin_app.ui.language import translate
from checkin_app.ui.settings.kept import keep
from checkin_app.ui.settings.rows import Section, SettingRow, text_field
from checkin_app.ui.settings.self_test import SelfTest
from checkin_app.ui.workplace import Workplace


class ScannerSection(QObject):
    """Prefix, suffix, self-test."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        settings = workplace.settings
        self.prefix = text_field(settings.scanner_prefix)
        self.suffix = text_field(settings.scanner_suffix)
        self.test = SelfTest(workplace)
        row = SettingRow(
            translate("Settings", "Self-test"),
            translate("Settings", "Scan anything and see what arrived, how fast, and as what."),
            words="self-test scanner máy quét",
        )
        row.below.addWidget(self.test)
        self.section = Section(
            translate("Settings", "Scanner"),
            [
                SettingRow(
                    translate("Settings", "Prefix"),
                    translate(
                        "Settings", "What the scanner types before each code; best a control sign."
                    ),
                    self.prefix,
                ),
                SettingRow(
                    translate("Settings", "Suffix"),
                    translate("Settings", "What it types after each code, before Enter."),
                    self.suffix,
                ),
                row,
            ],
        )
        for field, name in ((self.prefix, "scanner_prefix"), (self.suffix, "scanner_suffix")):
            field.setProperty("setting", name)
            field.editingFinished.connect(self._on_edited)

    def _on_edited(self) -> None:
        field = self.sender()
        if isinstance(field, QLineEdit):
            keep(self._workplace, str(field.property("setting")), field.text())
