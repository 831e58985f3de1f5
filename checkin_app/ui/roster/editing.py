"""Owns the page in which somebody is corrected or registered: form, save, leave, who is alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from checkin_app.domain.delegates import Category, Delegate, Delegation, FoundDelegate
from checkin_app.ui.language import translate
from checkin_app.ui.roster.form import DelegateForm
from checkin_app.ui.widgets.flow_row import flow_row
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.widgets.rows import Row, RowList
from checkin_app.ui.workplace import Workplace


class Editing(QWidget):
    """Emits `saved` with the changes, `left`, and `opened` with the id of somebody alike.

    `forced` is like `saved`, for a walk-in registered although somebody is alike.
    """

    saved = Signal(object)
    forced = Signal(object)
    left = Signal()
    opened = Signal(str)

    def __init__(
        self,
        workplace: Workplace,
        categories: Sequence[Category],
        delegations: Sequence[Delegation],
        delegate: Delegate | None,
    ) -> None:
        super().__init__()
        self._is_new = delegate is None
        self.form = DelegateForm(workplace, categories, delegations, delegate, self._is_new)
        title = translate("Roster", "New walk-in")
        if delegate is not None:
            title = translate("Roster", "Correct {name}").format(name=delegate.name)
        self._problem = label(role="problem", wrap=True)
        self._problem.hide()
        self._alike_note = label(role="strong", wrap=True)
        self._alike_note.hide()
        self._alike = RowList(translate("Roster", "People alike"))
        self._alike.hide()
        self._alike.opened.connect(self.opened)
        word = translate("Roster", "Register") if self._is_new else translate("Roster", "Save")
        self.save = KeyButton(word, "Enter", kind="primary")
        self.save.clicked.connect(self._on_save)
        self.force = KeyButton(translate("Roster", "Register anyway"))
        self.force.clicked.connect(self._on_force)
        self.force.hide()
        self.leave = KeyButton(translate("Roster", "Leave"), "Esc", kind="plain")
        self.leave.clicked.connect(self.left)
        self._lay_out(title)

    def _lay_out(self, title: str) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(12)
        column.addWidget(label(title, "title", wrap=True))
        column.addWidget(self.form)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self._area = area
        footer = QFrame()
        footer.setObjectName("footer")
        below = QVBoxLayout(footer)
        below.setContentsMargins(20, 12, 20, 14)
        below.addWidget(self._problem)
        below.addWidget(self._alike_note)
        below.addWidget(self._alike)
        below.addWidget(flow_row(self.save, self.force, self.leave))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(area, 1)
        outer.addWidget(footer)

    def take_focus(self) -> None:
        """The name first."""
        self.form.take_focus()

    def say(self, sentence: str) -> None:
        """Why it was not saved."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.save.setEnabled(True)

    def show_alike(self, found: Sequence[FoundDelegate]) -> None:
        """Who may be the same person: open one of them, or register anyway."""
        self._alike_note.setText(
            translate("Roster", "Perhaps on the roster already. Open one, or register anyway:")
        )
        self._alike.show_rows([_row(hit) for hit in found[:3]])
        self._alike.setFixedHeight(min(self._alike.height_of_all() + 2, 210))
        for part in (self._alike_note, self._alike, self.force):
            part.show()
        self.save.setEnabled(True)
        self._alike.choose(0)
        self._alike.setFocus()

    def _on_save(self) -> None:
        self.say("")
        if self.form.check():
            self.saved.emit(self.form.changes())

    def _on_force(self) -> None:
        if self.form.check():
            self.forced.emit(self.form.changes())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, Escape leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_save()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _row(hit: FoundDelegate) -> Row:
    parts = (hit.delegation_name, hit.delegate.organization, hit.delegate.position)
    return Row(
        hit.delegate.id,
        hit.delegate.name,
        " · ".join(part for part in parts if part),
        "check" if hit.checked_in else "waiting",
    )


Changes = Mapping[str, Any]
