"""Owns the settings screen: a search field over plain sections."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from checkin_app.ui.language import translate
from checkin_app.ui.settings.about_section import AboutSection
from checkin_app.ui.settings.category_section import CategorySection
from checkin_app.ui.settings.desk_section import DeskSection
from checkin_app.ui.settings.file_section import FileSection
from checkin_app.ui.settings.look_section import LookSection
from checkin_app.ui.settings.print_section import PrintSection
from checkin_app.ui.settings.rows import Section
from checkin_app.ui.settings.scanner_section import ScannerSection
from checkin_app.ui.settings.sync_section import SyncSection
from checkin_app.ui.widgets.parts import label
from checkin_app.ui.workplace import Workplace

_WIDTH = 860


class SettingsScreen(QWidget):
    """Every setting is applied and kept at once."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName("page")
        self.field = QLineEdit()
        self.field.setAccessibleName(translate("Settings", "Find a setting"))
        self.field.setPlaceholderText(translate("Settings", "Find a setting"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._narrow)
        self.look = LookSection(workplace, self)
        self.desk = DeskSection(workplace, self)
        self.scanner = ScannerSection(workplace, self)
        self.printing = PrintSection(workplace, self)
        self.sync = SyncSection(workplace, self)
        self.categories = CategorySection(workplace, self)
        self.file = FileSection(workplace, self)
        self.about = AboutSection(workplace, self)
        self.sections: list[Section] = [
            part.section
            for part in (
                self.look,
                self.desk,
                self.scanner,
                self.printing,
                self.sync,
                self.categories,
                self.file,
                self.about,
            )
        ]
        self.nothing = label(translate("Settings", "No setting has these words."), "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.hide()
        inside = QWidget()
        inside.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(inside)
        column.setContentsMargins(28, 20, 28, 28)
        column.setSpacing(14)
        column.addWidget(label(translate("Settings", "Settings"), "heading"))
        column.addWidget(self.field)
        for section in self.sections:
            column.addWidget(section)
        column.addWidget(self.nothing)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        for key in ("F3", "Ctrl+F"):
            QShortcut(QKeySequence(key), self).activated.connect(self._take_focus)

    def shown(self) -> None:
        """The screen came to the front."""
        self._take_focus()
        self.printing.ask()
        self.categories.ask()

    def _take_focus(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def _narrow(self, text: str) -> None:
        found = [section.narrow(text) for section in self.sections]
        self.nothing.setVisible(not any(found))
