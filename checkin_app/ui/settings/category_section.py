"""Owns the settings of badges by category: which layout, which colour, or no badge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRegularExpression
from PySide6.QtGui import QColor, QIcon, QPixmap, QRegularExpressionValidator
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from checkin_app.domain.badges import NO_BADGE
from checkin_app.domain.delegates import Category
from checkin_app.domain.errors import CheckinError
from checkin_app.ui.language import translate
from checkin_app.ui.roster.columns import category_name
from checkin_app.ui.settings.rows import Choices, Section, SettingRow, choice
from checkin_app.ui.widgets.parts import label
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.desk import Desk

#: Colours that are told apart from two metres, and carry white letters.
PALETTE = (
    "#8A1538",
    "#B3261E",
    "#A34A00",
    "#7A4B00",
    "#3E6B2F",
    "#0B6B3A",
    "#00697A",
    "#0B5CAD",
    "#5B3A9B",
    "#7A1F5C",
    "#54606E",
    "#14202B",
)
_LAYOUT, _COLOUR = 300, 176


@dataclass(frozen=True, slots=True)
class Known:
    """The categories, and the layouts there are: name → title in both languages."""

    categories: tuple[Category, ...]
    layouts: Mapping[str, tuple[str, str]]


def known(desk: Desk) -> Known:
    """What the section shows."""
    layouts = {name: (layout.title_en, layout.title_vi) for name, layout in desk.layouts().items()}
    return Known(tuple(desk.categories()), layouts)


class CategorySection(QObject):
    """Kept in the event, so that it holds at every desk."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.layouts: dict[str, QComboBox] = {}
        self.colours: dict[str, QComboBox] = {}
        self._categories: dict[str, Category] = {}
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 4)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        row = SettingRow(
            translate("Settings", "Badges by category"),
            translate("Settings", "Kept in the event: the same at every desk."),
            words="layout colour VIP mẫu màu nhóm",
        )
        row.below.addWidget(inside)
        self.section = Section(translate("Settings", "Categories"), [row])

    def ask(self) -> None:
        """Asks the desk for what there is."""
        if self._workplace.forum is not None:
            self._workplace.lane.run(known, self.offer, self._workplace.failed)

    def offer(self, found: Known) -> None:
        """Shows these categories, with these layouts to choose from."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.layouts.clear()
        self.colours.clear()
        self._categories = {category.id: category for category in found.categories}
        lang = self._workplace.lang
        options = [
            ("", translate("Settings", "This desk’s layout")),
            (NO_BADGE, translate("Settings", "No badge")),
            *((name, titles[lang == "vi"]) for name, titles in found.layouts.items()),
        ]
        for number, category in enumerate(found.categories):
            word = category_name(category, lang)
            self._grid.addWidget(label(word), number, 0)
            self._grid.addWidget(self._colour(category, word), number, 1)
            self._grid.addWidget(self._layout(category, word, options), number, 2)

    def _layout(self, category: Category, word: str, options: list[tuple[str, str]]) -> QComboBox:
        if category.layout not in dict(options):
            options = [*options, (category.layout, category.layout)]
        made = choice(options, category.layout)
        made.setFixedWidth(_LAYOUT)
        made.setAccessibleName(translate("Settings", "Layout: {category}").format(category=word))
        made.setProperty("category", category.id)
        made.activated.connect(self._on_layout)
        self.layouts[category.id] = made
        return made

    def _colour(self, category: Category, word: str) -> QComboBox:
        made = Choices()
        made.setEditable(True)
        made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for colour in dict.fromkeys([category.colour, *PALETTE]):
            made.addItem(_swatch(colour), colour, colour)
        made.setValidator(QRegularExpressionValidator(QRegularExpression("#[0-9A-Fa-f]{6}"), made))
        made.setFixedWidth(_COLOUR)
        made.setAccessibleName(translate("Settings", "Colour: {category}").format(category=word))
        made.setProperty("category", category.id)
        made.activated.connect(self._on_colour)
        field = made.lineEdit()
        assert field is not None
        field.setProperty("category", category.id)
        field.editingFinished.connect(self._on_colour)
        self.colours[category.id] = made
        return made

    def _on_layout(self) -> None:
        category = str(self.sender().property("category"))
        self._dress(category, layout=str(self.layouts[category].currentData()))

    def _on_colour(self) -> None:
        category = str(self.sender().property("category"))
        self._dress(category, colour=self.colours[category].currentText())

    def _dress(
        self, category: str, *, layout: str | None = None, colour: str | None = None
    ) -> None:
        before = self._categories[category]
        if (layout is None or layout == before.layout) and (
            colour is None or colour.upper() == before.colour.upper()
        ):
            return
        self._workplace.lane.run(
            lambda desk: desk.dress(category, layout=layout, colour=colour),
            self._on_dressed,
            self._on_refused,
        )

    def _on_dressed(self, category: Category) -> None:
        before = self._categories[category.id]
        self._categories[category.id] = category
        self._workplace.touched.emit("programme")
        text = translate("Settings", "{category}: kept for every desk of this event")
        self._workplace.toast(
            text.format(category=category_name(category, self._workplace.lang)),
            _Back(self, before).take,
        )

    def back(self, before: Category) -> None:
        """A category as it was."""
        self._workplace.lane.run(
            lambda desk: desk.dress(before.id, layout=before.layout, colour=before.colour),
            self._on_back,
            self._on_refused,
        )

    def _on_back(self, category: Category) -> None:
        self._workplace.touched.emit("programme")
        self.ask()

    def _on_refused(self, error: CheckinError) -> None:
        self._workplace.failed(error)
        self.ask()


@dataclass(frozen=True, slots=True)
class _Back:
    section: CategorySection
    before: Category

    def take(self) -> None:
        self.section.back(self.before)


def _swatch(colour: str) -> QIcon:
    picture = QPixmap(16, 16)
    picture.fill(QColor(colour))
    return QIcon(picture)
