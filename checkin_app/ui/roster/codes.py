"""Owns the codes part of the delegate card: which there are, replacing a lost one, revoking."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.ui.language import translate
from checkin_app.ui.roster.facts import CodeLine
from checkin_app.ui.theme import fonts
from checkin_app.ui.theme.look import look
from checkin_app.ui.widgets.flow_row import flow_row
from checkin_app.ui.widgets.parts import KeyButton, label


class Codes(QWidget):
    """Emits `replaced`, or `revoked` with a code, once that was confirmed: it cannot be undone."""

    replaced = Signal()
    revoked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._active = ""
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.lost = KeyButton(translate("Roster", "Badge lost …"))
        self.lost.clicked.connect(self._on_lost)
        self.question = QFrame()
        self.question.setObjectName("attention-box")
        self._words = label(wrap=True)
        self.replace = KeyButton(translate("Roster", "Block it and print a new badge"))
        self.replace.clicked.connect(self._on_replace)
        self.revoke = KeyButton(translate("Roster", "Only block it"))
        self.revoke.clicked.connect(self._on_revoke)
        self.keep = KeyButton(translate("Roster", "Keep it"), kind="plain")
        self.keep.clicked.connect(self._on_keep)
        asked = QVBoxLayout(self.question)
        asked.setContentsMargins(14, 12, 14, 12)
        asked.setSpacing(10)
        asked.addWidget(self._words)
        asked.addWidget(flow_row(self.replace, self.revoke, self.keep))
        self.question.hide()
        self._ground()
        look.changed.connect(self._ground)
        row = QHBoxLayout()
        row.addLayout(self._lines, 1)
        row.addWidget(self.lost)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.question)

    def _ground(self) -> None:
        refer = look.theme.refer
        self.question.setStyleSheet(
            f"QFrame#attention-box {{ background: {refer.paper}; border: 1px solid {refer.ink};"
            " border-radius: 10px; }"
        )

    def show_codes(self, codes: Sequence[CodeLine]) -> None:
        """Shows other codes."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for code in codes:
            line = label(f"{code.shown} · {code.state}", "" if code.active else "muted")
            line.setFont(fonts.font(14, figures=True))
            line.setAccessibleName(
                translate("Roster", "Code ending in {end}, {state}").format(
                    end=code.code[-4:], state=code.state
                )
            )
            self._lines.addWidget(line)
        if not codes:
            self._lines.addWidget(label(translate("Roster", "No code yet"), "muted"))
        active = [code for code in codes if code.active]
        self._active = active[0].code if active else ""
        shown = active[0].shown if active else ""
        self.lost.rename(
            translate("Roster", "Badge lost …")
            if active
            else translate("Roster", "Issue a new code")
        )
        self._words.setText(
            translate(
                "Roster",
                "The badge with the code {code} stops working at once at every desk. Nobody can "
                "bring it back, also when it is found.",
            ).format(code=shown)
        )
        self.question.hide()
        self.lost.show()

    def ask(self) -> None:
        """Asks what is to become of a lost badge."""
        self._on_lost()

    def _on_lost(self) -> None:
        if not self._active:
            self.replaced.emit()
            return
        self.lost.hide()
        self.question.show()
        self.keep.setFocus()

    def _on_keep(self) -> None:
        self.question.hide()
        self.lost.show()
        self.lost.setFocus()

    def _on_replace(self) -> None:
        self.replaced.emit()

    def _on_revoke(self) -> None:
        self.revoked.emit(self._active)
