"""Owns the form of a delegate's fields: what is there, what was changed, what cannot be so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from checkin_app.domain.delegates import Category, Delegate, Delegation, Standing
from checkin_app.ui.language import translate
from checkin_app.ui.roster.checks import problem
from checkin_app.ui.roster.columns import category_name, state_word
from checkin_app.ui.roster.field_names import field_name
from checkin_app.ui.widgets.parts import label, restyle
from checkin_app.ui.workplace import Workplace

_TEXTS = (
    "honorific",
    "name",
    "own_name",
    "given_name",
    "position",
    "organization",
    "department",
    "delegation",
    "country",
)
_MORE = ("email", "phone", "birth_year", "language", "seat", "notes", "attention")


class DelegateForm(QWidget):
    """One line a field. Empty for somebody new; `changes` says what differs from what was shown."""

    def __init__(
        self,
        workplace: Workplace,
        categories: Sequence[Category],
        delegations: Sequence[Delegation],
        delegate: Delegate | None = None,
        short: bool = False,
    ) -> None:
        super().__init__()
        self._workplace = workplace
        self._delegate = delegate
        self._delegations = {d.id: d.name for d in delegations}
        self.fields: dict[str, QLineEdit] = {}
        self._problems: dict[str, QLabel] = {}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(10)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for name in _TEXTS:
            self._add_text(name)
        self.category = QComboBox()
        self.category.addItem("—", "")
        for known in categories:
            self.category.addItem(category_name(known, workplace.lang), known.id)
        self._add("category", self.category)
        for name in _MORE:
            self._add_text(name)
        self.standing = QComboBox()
        for standing in Standing:
            self.standing.addItem(state_word(standing.value), standing.value)
        self.hold = QCheckBox(translate("Roster", "A person must decide before admission"))
        if not short:
            self._add("standing", self.standing)
            self._add("hold", self.hold)
        self._complete("delegation", list(self._delegations.values()))
        self._complete("country", self._country_names())
        self._fill()
        self._shown = self._values()

    def _add_text(self, name: str) -> None:
        field = QLineEdit()
        field.setMaxLength(1000)
        self.fields[name] = field
        self._add(name, field)

    def _add(self, name: str, widget: QWidget) -> None:
        title = field_name(name)
        widget.setAccessibleName(title)
        wrong = label(role="problem", wrap=True)
        wrong.hide()
        self._problems[name] = wrong
        together = QWidget()
        column = QVBoxLayout(together)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(widget)
        column.addWidget(wrong)
        text = label(title, "caption")
        text.setBuddy(widget)
        self._form.addRow(text, together)

    def _complete(self, name: str, words: Sequence[str]) -> None:
        completer = QCompleter(list(words), self)
        completer.popup().setObjectName("completions")  # type: ignore[union-attr]
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.fields[name].setCompleter(completer)

    def _country_names(self) -> list[str]:
        return sorted(self._workplace.countries.get(self._workplace.lang, {}).values())

    def _fill(self) -> None:
        delegate = self._delegate
        if delegate is None:
            return
        for name, field in self.fields.items():
            value = getattr(delegate, name)
            text = "" if value is None else str(value)
            if name == "delegation":
                text = self._delegations.get(text, text)
            elif name == "country":
                text = self._workplace.country(text) or text
            field.setText(text)
            field.setCursorPosition(0)
        self.category.setCurrentIndex(max(0, self.category.findData(delegate.category)))
        self.standing.setCurrentIndex(self.standing.findData(delegate.standing.value))
        self.hold.setChecked(delegate.hold)

    def take_focus(self, name: str = "name") -> None:
        """Begins at a field."""
        self.fields[name].setFocus()
        self.fields[name].selectAll()

    def changes(self) -> dict[str, Any]:
        """The fields that differ from what was shown, as the desk takes them."""
        return {name: value for name, value in self._values().items() if value != self._shown[name]}

    def _values(self) -> dict[str, Any]:
        values: dict[str, Any] = {n: field.text().strip() for n, field in self.fields.items()}
        values["country"] = self._country_code(values["country"])
        values["category"] = self.category.currentData()
        values["standing"] = self.standing.currentData()
        values["hold"] = self.hold.isChecked()
        return values

    def _country_code(self, text: str) -> str:
        folded = text.casefold()
        for lang in (self._workplace.lang, "vi", "en"):
            for code, name in self._workplace.countries.get(lang, {}).items():
                if folded in (name.casefold(), code.casefold()):
                    return code
        return text

    def check(self) -> bool:
        """Whether it can be saved; if not, says why beside the first field that is wrong."""
        known: Mapping[str, str] = self._workplace.countries.get("en", {})
        first = ""
        values = self._values()
        for name, field in self.fields.items():
            why = problem(name, values[name], known)
            self._problems[name].setText(why)
            self._problems[name].setVisible(bool(why))
            field.setProperty("wrong", bool(why))
            restyle(field)
            if why and not first:
                first = name
        if first:
            self.take_focus(first)
        return not first
