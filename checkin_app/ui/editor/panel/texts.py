"""Owns the section of a text: its lines, and of the chosen one what it says and how large."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
)

from checkin_app.badges.layout.elements import Line, Stack
from checkin_app.ui.editor import words
from checkin_app.ui.editor.buttons import Choices, IconButton
from checkin_app.ui.editor.core import texts
from checkin_app.ui.editor.core.document import Document
from checkin_app.ui.editor.numbers import Measure
from checkin_app.ui.editor.panel.inks import InkPicker
from checkin_app.ui.editor.panel.section import Edit, Section, captioned, choice, pairs, show_choice
from checkin_app.ui.language import language, translate
from checkin_app.ui.widgets.parts import label, restyle

_ROW = 34
_MOST_ROWS = 6


class LinesSection(Section):
    """The lines of a text, one of them chosen; more, fewer, in another order."""

    def __init__(self, edit: Edit) -> None:
        super().__init__(translate("Editor", "Lines"), edit)
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Editor", "Lines"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setObjectName("outline")
        self.list.currentRowChanged.connect(self._on_row)
        self.column.addWidget(self.list)
        self.add = IconButton("plus", translate("Editor", "One line more"))
        self.up = IconButton("order-up", translate("Editor", "Line up"))
        self.down = IconButton("order-down", translate("Editor", "Line down"))
        self.remove = IconButton("delete", translate("Editor", "Delete the line"))
        self.add.clicked.connect(self._on_add)
        self.up.clicked.connect(lambda: self.edit(lambda d: texts.move_line(d, -1), ""))
        self.down.clicked.connect(lambda: self.edit(lambda d: texts.move_line(d, 1), ""))
        self.remove.clicked.connect(lambda: self.edit(texts.remove_line, ""))
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (self.add, self.up, self.down, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)

    def fits(self, document: Document) -> bool:
        """For one text."""
        return isinstance(document.single, Stack)

    def show_document(self, document: Document) -> None:
        """See Section."""
        stack = document.single
        assert isinstance(stack, Stack)
        said = [f"{words.line_word(line)}  ·  {_points(line.size)}" for line in stack.lines]
        self.list.blockSignals(True)
        if said != [self.list.item(n).text() for n in range(self.list.count())]:
            self.list.clear()
            for text in said:
                item = QListWidgetItem(text)
                item.setSizeHint(QSize(10, _ROW))
                self.list.addItem(item)
            self.list.setFixedHeight(min(_MOST_ROWS, max(1, len(said))) * _ROW + 8)
        self.list.setCurrentRow(document.line)
        self.list.blockSignals(False)
        self.up.setEnabled(document.line > 0)
        self.down.setEnabled(document.line < len(stack.lines) - 1)

    def _on_row(self, row: int) -> None:
        if row >= 0:
            self.edit(lambda d: d.choose(*d.chosen, line=row), "")

    def _on_add(self) -> None:
        self.edit(lambda d: texts.add_line(d, _beside(d)), "")


class LineSection(Section):
    """What the chosen line says, and how."""

    def __init__(self, edit: Edit) -> None:
        super().__init__("", edit)
        self.field = choice((("", translate("Editor", "Fixed text")), *words.field_choices()), "")
        self.field.setMaxVisibleItems(20)
        self.column.addWidget(captioned(translate("Editor", "What it says"), self.field))
        self.text_vi = QLineEdit()
        self.text_en = QLineEdit()
        for text in (self.text_vi, self.text_en):
            text.setMaxLength(400)
        self.fixed = captioned(translate("Editor", "In Vietnamese"), self.text_vi)
        self.fixed_en = captioned(translate("Editor", "In English"), self.text_en)
        self.column.addWidget(self.fixed)
        self.column.addWidget(self.fixed_en)
        self.size_field = Measure(translate("Editor", "Largest size"), "pt", 2, 400)
        self.smaller = IconButton("minus", translate("Editor", "Smaller"))
        self.larger = IconButton("plus", translate("Editor", "Larger"))
        self.smaller.clicked.connect(self.size_field.stepDown)
        self.larger.clicked.connect(self.size_field.stepUp)
        sized = captioned(
            translate("Editor", "Largest size"), self.smaller, self.size_field, self.larger
        )
        self.column.addWidget(sized)
        self.printed = label(role="small", wrap=True)
        self.column.addWidget(self.printed)
        self.least = Measure(translate("Editor", "Smallest size"), "pt", 2, 400, 0.5)
        self.rows = Measure(translate("Editor", "Rows"), "", 1, 6, digits=0)
        self.gap = Measure(translate("Editor", "Space above"), "mm", 0, 200, 0.2)
        self.weight = choice(
            (
                ("400", translate("Editor", "Regular")),
                ("500", translate("Editor", "Medium")),
                ("600", translate("Editor", "Strong")),
            ),
            "400",
        )
        self.column.addLayout(
            pairs(
                captioned(translate("Editor", "Smallest size"), self.least),
                captioned(translate("Editor", "Rows"), self.rows),
                captioned(translate("Editor", "Space above"), self.gap),
                captioned(translate("Editor", "Weight"), self.weight),
            )
        )
        self.ink = InkPicker(translate("Editor", "Colour"))
        self.column.addWidget(captioned(translate("Editor", "Colour"), self.ink))
        self.whole = QCheckBox(translate("Editor", "Leave out if a letter is in no font"))
        self.column.addWidget(self.whole)
        self._connect()

    def _connect(self) -> None:
        self.field.activated.connect(self._on_field)
        self.text_vi.textEdited.connect(lambda text: self._set(text_vi=text))
        self.text_en.textEdited.connect(lambda text: self._set(text_en=text))
        self.size_field.valueChanged.connect(lambda value: self._set(size=value))
        self.least.valueChanged.connect(lambda value: self._set(least=value))
        self.rows.valueChanged.connect(lambda value: self._set(rows=int(value)))
        self.gap.valueChanged.connect(lambda value: self._set(gap=value))
        self.weight.activated.connect(lambda: self._set(weight=int(self.weight.currentData())))
        self.ink.picked.connect(lambda ink: self._set(ink=ink))
        self.whole.toggled.connect(lambda on: self._set(whole=on))

    def fits(self, document: Document) -> bool:
        """For a line of one text."""
        return document.text is not None

    def show_document(self, document: Document) -> None:
        """See Section."""
        line = document.text
        assert line is not None
        show_choice(self.field, line.field)
        for part, text in ((self.text_vi, line.text_vi), (self.text_en, line.text_en)):
            if part.text() != text:
                part.setText(text)
        self.fixed.setVisible(not line.field)
        self.fixed_en.setVisible(not line.field)
        self.size_field.show_value(line.size)
        self.least.show_value(line.least)
        self.rows.show_value(line.rows)
        self.gap.show_value(line.gap)
        show_choice(self.weight, str(line.weight))
        self.ink.show_value(line.ink)
        self.whole.blockSignals(True)
        self.whole.setChecked(line.whole)
        self.whole.blockSignals(False)

    def say_printed(self, line: Line, size: float, *, there: bool) -> None:
        """How large the line came out on the badge that is seen; 0 where that is not known."""
        if not there:
            text = translate("Editor", "It is not on this badge.")
        elif not size:
            text = ""
        elif size >= line.size - 0.05:
            text = translate("Editor", "On this badge it is that large.")
        else:
            text = translate(
                "Editor", "On this badge it is {size}: for more, make the box larger."
            ).format(size=_points(round(size, 1)))
        self.printed.setText(text)
        self.printed.setVisible(bool(text))
        self.printed.setProperty("role", "problem" if 0 < size < line.least - 0.05 else "small")
        restyle(self.printed)

    def _set(self, **properties: Any) -> None:
        merge = "line:" + ",".join(properties)
        self.edit(lambda d: texts.change_line(d, **properties), merge)

    def _on_field(self) -> None:
        name = str(self.field.currentData())
        if name:
            self._set(field=name, text_en="", text_vi="")
        else:
            self._set(
                field="",
                text_en=translate("Editor", "Text"),
                text_vi=translate("Editor", "Text"),
            )
            self.text_vi.setFocus()
            self.text_vi.selectAll()


class SetSection(Section):
    """How the lines of a text stand in its box."""

    def __init__(self, edit: Edit) -> None:
        super().__init__("", edit)
        self.across = Choices(
            translate("Editor", "Alignment"),
            (
                ("left", "text-left", translate("Editor", "Text at the left")),
                ("center", "text-center", translate("Editor", "Text in the middle")),
                ("right", "text-right", translate("Editor", "Text at the right")),
            ),
        )
        self.down = Choices(
            translate("Editor", "In the box"),
            (
                ("top", "align-top", translate("Editor", "At the top of the box")),
                ("middle", "align-middle", translate("Editor", "In the middle of the box")),
                ("bottom", "align-bottom", translate("Editor", "At the bottom of the box")),
            ),
        )
        self.across.picked.connect(lambda value: self.set(align=value))
        self.down.picked.connect(lambda value: self.set(valign=value))
        self.column.addLayout(
            pairs(
                captioned(translate("Editor", "Alignment"), self.across),
                captioned(translate("Editor", "In the box"), self.down),
            )
        )

    def fits(self, document: Document) -> bool:
        """For texts, one or many."""
        return bool(document.chosen) and all(isinstance(e, Stack) for e in document.picked)

    def show_document(self, document: Document) -> None:
        """See Section."""
        stack = document.picked[0]
        assert isinstance(stack, Stack)
        self.across.show_value(stack.align)
        self.down.show_value(stack.valign)


def _beside(document: Document) -> Line:
    """A line that says what is not said yet, a little smaller than the chosen one."""
    size = max(4.0, round((document.text or Line()).size * 0.6))
    like = Line(size=size, least=min(6.0, size), gap=0.6)
    return words.new_line(like, document.layout)


def _points(size: float) -> str:
    return f"{language.locale.toString(float(round(size, 2)), 'g', 4)} pt"
