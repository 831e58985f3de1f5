"""Owns the sections about where things stand: left, top, width, height; alignment and order."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QHBoxLayout

from checkin_app.badges.layout.elements import Code
from checkin_app.ui.editor.buttons import IconButton
from checkin_app.ui.editor.core import arranging, commands
from checkin_app.ui.editor.core.document import Document
from checkin_app.ui.editor.numbers import Measure
from checkin_app.ui.editor.panel.section import Edit, Section, captioned, pairs
from checkin_app.ui.language import translate


class PlaceSection(Section):
    """Left, top, width and height of one element, in millimetres."""

    def __init__(self, edit: Edit) -> None:
        super().__init__(translate("Editor", "Place and size"), edit)
        self.left = Measure(translate("Editor", "From the left"), "mm", 0, 1200)
        self.top = Measure(translate("Editor", "From the top"), "mm", 0, 1200)
        self.width_field = Measure(translate("Editor", "Width"), "mm", 0, 1200)
        self.height_field = Measure(translate("Editor", "Height"), "mm", 0, 1200)
        fields = (self.left, self.top, self.width_field, self.height_field)
        self.column.addLayout(pairs(*(captioned(f.accessibleName(), f) for f in fields)))
        for name, field in zip(("x", "y", "width", "height"), fields, strict=True):
            field.valueChanged.connect(partial(self._on_value, name))
        self._square = False

    def fits(self, document: Document) -> bool:
        """For one element."""
        return document.single is not None

    def show_document(self, document: Document) -> None:
        """See Section."""
        element = document.single
        assert element is not None
        self._square = isinstance(element, Code)
        self.left.show_value(element.box.x)
        self.top.show_value(element.box.y)
        self.width_field.show_value(element.box.width)
        self.height_field.show_value(element.box.height)

    def _on_value(self, name: str, value: float) -> None:
        names = ("width", "height") if self._square and name in ("width", "height") else (name,)

        def placed(document: Document) -> Document:
            element = document.single
            if element is None:
                return document
            return commands.place(document, replace(element.box, **dict.fromkeys(names, value)))

        self.edit(placed, f"place:{name}")


class ArrangeSection(Section):
    """Alignment, order, copy, delete."""

    def __init__(self, edit: Edit) -> None:
        super().__init__(translate("Editor", "Arrange"), edit)
        words: tuple[tuple[arranging.Alignment, str], ...] = (
            ("left", translate("Editor", "Align left")),
            ("center", translate("Editor", "Centre across")),
            ("right", translate("Editor", "Align right")),
            ("top", translate("Editor", "Align top")),
            ("middle", translate("Editor", "Centre up and down")),
            ("bottom", translate("Editor", "Align bottom")),
        )
        self.aligning = {how: IconButton(f"align-{how}", word) for how, word in words}
        for how, button in self.aligning.items():
            button.clicked.connect(partial(self._align, how))
        self._row(*self.aligning.values())
        orders: tuple[tuple[arranging.Order, str], ...] = (
            ("top", translate("Editor", "To the top")),
            ("up", translate("Editor", "One up")),
            ("down", translate("Editor", "One down")),
            ("bottom", translate("Editor", "To the bottom")),
        )
        self.ordering = {to: IconButton(f"order-{to}", word) for to, word in orders}
        for to, button in self.ordering.items():
            button.clicked.connect(partial(self._order, to))
        self.across = IconButton("spread-x", translate("Editor", "Equal spaces across"))
        self.down = IconButton("spread-y", translate("Editor", "Equal spaces up and down"))
        self.across.clicked.connect(partial(self._spread, "x"))
        self.down.clicked.connect(partial(self._spread, "y"))
        self._row(*self.ordering.values(), self.across, self.down)
        self.copy = IconButton("copy", translate("Editor", "Duplicate"), "Ctrl D", word=True)
        self.remove = IconButton("delete", translate("Editor", "Delete"), "Del", word=True)
        self.copy.clicked.connect(lambda: self.edit(commands.duplicate, ""))
        self.remove.clicked.connect(lambda: self.edit(commands.remove, ""))
        self._row(self.copy, self.remove, stretch=False)

    def _row(self, *buttons: IconButton, stretch: bool = True) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in buttons:
            row.addWidget(button)
        if stretch:
            row.addStretch(1)
        self.column.addLayout(row)

    def fits(self, document: Document) -> bool:
        """For whatever is chosen."""
        return bool(document.chosen)

    def show_document(self, document: Document) -> None:
        """See Section."""
        for button in (self.across, self.down):
            button.setEnabled(len(document.chosen) > 2)

    def _align(self, how: arranging.Alignment) -> None:
        self.edit(lambda d: arranging.align(d, how), "")

    def _order(self, to: arranging.Order) -> None:
        self.edit(lambda d: arranging.reorder(d, to), "")

    def _spread(self, axis: arranging.Axis) -> None:
        self.edit(lambda d: arranging.distribute(d, axis), "")
