"""Owns the first step of an import: a file is dropped or chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from checkin_app.ui import file_dialogs
from checkin_app.ui.language import translate
from checkin_app.ui.roster.blank import centred
from checkin_app.ui.theme import icons
from checkin_app.ui.theme.look import look
from checkin_app.ui.widgets.parts import KeyButton, label


class FilePage(QWidget):
    """Emits `chosen` with the path of a file."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._folder = str(Path.home())
        self._over = False
        self.area = QFrame()
        self.area.setObjectName("drop")
        self.setAcceptDrops(True)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._head = label(translate("Import", "Drop the roster file here"), "heading")
        self._text = label(
            translate(
                "Import",
                "Excel (XLSX), ODS, CSV, TSV or JSON. Columns are recognised by their names, in "
                "Vietnamese and English. Nothing is changed before you have seen what will be.",
            ),
            "muted",
            wrap=True,
        )
        self._head.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = KeyButton(
            translate("Import", "Choose a file"), "Ctrl O", kind="primary", icon="open"
        )
        self.button.setShortcut("Ctrl+O")
        self.button.clicked.connect(self._on_choose)
        self.problem = label(role="problem", wrap=True)
        self.problem.hide()
        inside = QVBoxLayout(self.area)
        inside.setSpacing(12)
        inside.addStretch(2)
        inside.addWidget(self._picture)
        inside.addWidget(self._head)
        inside.addLayout(centred(self._text, 540))
        inside.addSpacing(8)
        inside.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addSpacing(8)
        inside.addLayout(centred(self.problem, 620))
        inside.addStretch(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        self._ground()
        look.changed.connect(self._ground)

    def say(self, sentence: str) -> None:
        """Why the file cannot be imported; empty takes it away."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.button.setEnabled(True)

    def _ground(self) -> None:
        theme = look.theme
        edge = theme.accent if self._over else theme.edge
        paper = theme.hover if self._over else theme.surface
        self.area.setStyleSheet(
            f"QFrame#drop {{ background: {paper}; border: 2px dashed {edge};"
            " border-radius: 16px; }"
        )
        self._picture.setPixmap(icons.pixmap("import", theme.muted, 64, self.devicePixelRatioF()))

    def _on_choose(self) -> None:
        chosen = file_dialogs.open_file(
            self,
            translate("Import", "Choose a roster"),
            self._folder,
            translate("Import", "Rosters (*.xlsx *.xlsm *.ods *.csv *.tsv *.txt *.json)")
            + ";;"
            + translate("Import", "All files (*)"),
        )
        if chosen:
            self._folder = str(Path(chosen).parent)
            self.chosen.emit(Path(chosen))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file may be dropped."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._over = True
            self._ground()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went on elsewhere."""
        self._over = False
        self._ground()

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes the file."""
        self._over = False
        self._ground()
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.chosen.emit(Path(files[0]))
