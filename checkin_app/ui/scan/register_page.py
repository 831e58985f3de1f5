"""Owns registering a walk-in in the verdict's place: few fields, and the people who are alike."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from checkin_app.domain.delegates import Category, Delegation, FoundDelegate
from checkin_app.ui.language import VI, translate
from checkin_app.ui.scan.side_page import SidePage
from checkin_app.ui.widgets.parts import KeyButton, label, restyle
from checkin_app.ui.widgets.rows import Row, RowList
from checkin_app.ui.workplace import Workplace


class RegisterPage(SidePage):
    """Emits `wanted` with the fields and whether alike people were seen, `opened` with an id."""

    wanted = Signal(object, bool)
    opened = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(translate("Register", "Register somebody new"))
        self._workplace = workplace
        self._name = QLineEdit()
        self._delegation = QLineEdit()
        self._category = QComboBox()
        self._organization = QLineEdit()
        self._position = QLineEdit()
        self._problem = label(role="problem", wrap=True)
        form = QVBoxLayout()
        form.setSpacing(3)
        for text, field in (
            (translate("Register", "Full name, as its owner writes it"), self._name),
            (translate("Field", "Delegation"), self._delegation),
            (translate("Field", "Category"), self._category),
            (translate("Field", "Organisation"), self._organization),
            (translate("Field", "Position"), self._position),
        ):
            field.setAccessibleName(text)
            if isinstance(field, QComboBox):
                field.view().setAccessibleName(text)
            form.addWidget(label(text, "small"))
            form.addWidget(field)
            form.addSpacing(4)
            if isinstance(field, QLineEdit):
                field.returnPressed.connect(self._on_return)
        self._go = KeyButton(translate("Register", "Register"), "Enter", kind="primary")
        self._go.clicked.connect(self._on_register)
        buttons = QHBoxLayout()
        buttons.addWidget(self._go)
        buttons.addWidget(self._problem, 1)
        form.addStretch(1)
        form.addLayout(buttons)
        row = QHBoxLayout()
        row.setSpacing(28)
        row.addLayout(form, 3)
        row.addWidget(self._alike_side(), 2)
        self.body.addLayout(row)
        self._name.textEdited.connect(self._on_edited)

    def _alike_side(self) -> QWidget:
        self._side = QWidget()
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._asked = label(
            translate("Register", "Is it one of these people?"), "strong", wrap=True
        )
        self._alike = RowList(translate("Register", "People who are alike"))
        self._alike.opened.connect(self.opened)
        self._force = KeyButton(translate("Register", "No, register anyway"), "Ctrl Enter")
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._on_force)
        self._force.clicked.connect(self._on_force)
        column.addWidget(self._asked)
        column.addWidget(self._alike, 1)
        column.addWidget(self._force)
        self._side.hide()
        return self._side

    def begin(self, name: str = "") -> None:
        """Puts the focus where typing begins; `name` is what was searched for in vain."""
        if name and not self._name.text():
            self._name.setText(name)
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer(self, delegations: Sequence[Delegation], categories: Sequence[Category]) -> None:
        """What can be chosen."""
        completer = QCompleter([d.name for d in delegations], self._delegation)
        completer.popup().setObjectName("completions")  # type: ignore[union-attr]
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._delegation.setCompleter(completer)
        chosen = self._category.currentData()
        self._category.clear()
        lang = self._workplace.lang
        for category in categories:
            word = category.name_vi if lang == VI else category.name_en
            self._category.addItem(word or category.id, category.id)
        plain = self._category.findData(chosen or "delegate")
        self._category.setCurrentIndex(max(0, plain))

    def show_alike(self, alike: Sequence[FoundDelegate]) -> None:
        """Nothing was done: these people are alike."""
        rows = []
        for hit in alike:
            delegate = hit.delegate
            parts = [hit.delegation_name, delegate.organization, delegate.position]
            rows.append(
                Row(
                    delegate.id,
                    delegate.name,
                    " · ".join(p for p in parts if p),
                    "check" if hit.checked_in else "waiting",
                )
            )
        self._alike.show_rows(rows)
        self._side.show()
        self._alike.choose(0)
        self._alike.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_problem(self, text: str) -> None:
        """Says what kept it from being done."""
        self._problem.setText(text)

    def done(self) -> None:
        """Empties the form: somebody was registered."""
        for field in (self._name, self._delegation, self._organization, self._position):
            field.clear()
        self._problem.clear()
        self._side.hide()

    def _fields(self) -> dict[str, object]:
        return {
            "name": self._name.text().strip(),
            "delegation": self._delegation.text().strip(),
            "category": self._category.currentData() or "",
            "organization": self._organization.text().strip(),
            "position": self._position.text().strip(),
        }

    def _on_edited(self) -> None:
        self._side.hide()
        self._problem.clear()
        self._mark(False)

    def _on_return(self) -> None:
        self._on_register()

    def _on_register(self) -> None:
        self._ask(seen=False)

    def _on_force(self) -> None:
        if self._side.isVisible():
            self._ask(seen=True)

    def _ask(self, *, seen: bool) -> None:
        fields = self._fields()
        self._mark(not fields["name"])
        if not fields["name"]:
            self._problem.setText(translate("Register", "The name is missing."))
            self._name.setFocus()
            return
        self.wanted.emit(fields, seen)

    def _mark(self, wrong: bool) -> None:
        if bool(self._name.property("wrong")) != wrong:
            self._name.setProperty("wrong", wrong)
            restyle(self._name)
