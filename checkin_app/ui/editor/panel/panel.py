"""Owns the panel beside the page: the sections that fit what is chosen, one under the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from checkin_app.ui.editor import words
from checkin_app.ui.editor.core.document import Document
from checkin_app.ui.editor.panel.conditions import ConditionSection
from checkin_app.ui.editor.panel.looks import CountrySection, ImageSection, ShapeSection
from checkin_app.ui.editor.panel.paper import PaperSection
from checkin_app.ui.editor.panel.place import ArrangeSection, PlaceSection
from checkin_app.ui.editor.panel.section import Edit, Section
from checkin_app.ui.editor.panel.texts import LineSection, LinesSection, SetSection
from checkin_app.ui.language import translate
from checkin_app.ui.widgets.parts import label, rule

WIDTH = 316


class Panel(QScrollArea):
    """All sections, of which those are seen that fit."""

    def __init__(self, edit: Edit) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(WIDTH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(translate("Editor", "What can be set"))
        self.paper = PaperSection(edit)
        self.lines = LinesSection(edit)
        self.line = LineSection(edit)
        self.setting = SetSection(edit)
        self.shape = ShapeSection(edit)
        self.country = CountrySection(edit)
        self.image = ImageSection(edit)
        self.place = PlaceSection(edit)
        self.arrange = ArrangeSection(edit)
        self.condition = ConditionSection(edit)
        self.heading = label(role="title", wrap=True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.heading)
        self._sections: list[tuple[Section, QWidget | None]] = []
        for sections in (
            (self.paper,),
            (self.lines, self.line, self.setting),
            (self.shape, self.country, self.image),
            (self.place,),
            (self.arrange,),
            (self.condition,),
        ):
            line = (
                rule() if self._sections and sections[0] not in (self.lines, self.shape) else None
            )
            if line is not None:
                column.addWidget(line)
            for number, section in enumerate(sections):
                column.addWidget(section)
                self._sections.append((section, line if number == 0 else None))
        column.addStretch(1)
        self.setWidget(inside)

    def show_document(self, document: Document) -> None:
        """Shows what is chosen."""
        self.heading.setText(_heading(document))
        self.heading.setVisible(bool(document.chosen))
        for section, line in self._sections:
            fits = section.fits(document)
            if fits:
                section.show_document(document)
            section.setVisible(fits)
            if line is not None:
                line.setVisible(fits)

    def take_focus(self, document: Document) -> None:
        """Begins at what is most often changed of what is chosen."""
        if document.text is not None:
            field = self.line.size_field
        elif document.single is not None:
            field = self.place.left
        else:
            return
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()
        self.ensureWidgetVisible(field)


def _heading(document: Document) -> str:
    if len(document.chosen) > 1:
        return translate("Editor", "%n element(s) chosen", None, len(document.chosen))
    return words.element_word(document.single) if document.single is not None else ""
