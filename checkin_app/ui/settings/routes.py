"""Owns which printer each category's badges go to at this desk."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from checkin_app.domain.delegates import Category
from checkin_app.ui.language import translate
from checkin_app.ui.queue.states import printer_title
from checkin_app.ui.roster.columns import category_name
from checkin_app.ui.settings.kept import keep
from checkin_app.ui.settings.rows import choice
from checkin_app.ui.widgets.parts import label
from checkin_app.ui.workplace import Workplace

_WIDTH = 300


class Routes(QWidget):
    """A list of printers for each category; the desk's own where nothing else is chosen."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.choices: dict[str, QComboBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 4)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)

    def offer(self, categories: Sequence[Category], printers: Sequence[str]) -> None:
        """Shows these categories, with these printers to choose from."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.choices.clear()
        routes = self._workplace.settings.routes
        usual = ("", translate("Settings", "This desk’s printer"))
        for number, category in enumerate(categories):
            chosen = routes.get(category.id, "")
            known = dict.fromkeys([*printers, chosen])
            options = [usual, *((name, printer_title(name)) for name in known if name)]
            made = choice(options, chosen)
            made.setFixedWidth(_WIDTH)
            word = category_name(category, self._workplace.lang) or category.id
            made.setAccessibleName(word)
            made.setProperty("category", category.id)
            made.activated.connect(self._on_chosen)
            self._grid.addWidget(label(word), number, 0)
            self._grid.addWidget(made, number, 1)
            self.choices[category.id] = made

    def _on_chosen(self) -> None:
        box = self.sender()
        category = str(box.property("category"))
        routes = dict(self._workplace.settings.routes)
        routes.pop(category, None)
        printer = self.choices[category].currentData()
        if printer:
            routes[category] = str(printer)
        keep(self._workplace, "routes", routes)
