"""Owns the sections of what is no text: areas, lines, photos, countries, pictures."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from checkin_app.badges.layout.elements import MARK, Area, Country, Image, Photo, Rule
from checkin_app.ui.editor import words
from checkin_app.ui.editor.core.document import Document
from checkin_app.ui.editor.numbers import Measure
from checkin_app.ui.editor.panel.inks import InkPicker
from checkin_app.ui.editor.panel.section import Edit, Section, captioned, choice, show_choice
from checkin_app.ui.language import translate
from checkin_app.ui.widgets.parts import KeyButton


class ShapeSection(Section):
    """Colour, form and corners of areas; colour and thickness of lines; corners of photos."""

    def __init__(self, edit: Edit) -> None:
        super().__init__("", edit)
        self.ink = InkPicker(translate("Editor", "Colour"))
        self._ink = captioned(translate("Editor", "Colour"), self.ink)
        self.shape = choice(
            (
                ("rectangle", translate("Editor", "Rectangle")),
                ("ellipse", translate("Editor", "Ellipse")),
            ),
            "rectangle",
        )
        self._shape = captioned(translate("Editor", "Form"), self.shape)
        self.radius = Measure(translate("Editor", "Round corners"), "mm", 0, 600, 0.5)
        self._radius = captioned(translate("Editor", "Round corners"), self.radius)
        self.thickness = Measure(translate("Editor", "Thickness"), "mm", 0.05, 20, 0.05)
        self._thickness = captioned(translate("Editor", "Thickness"), self.thickness)
        self.column.addWidget(self._ink)
        beside = QHBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self._shape, 1)
        beside.addWidget(self._radius, 1)
        self.column.addLayout(beside)
        self.column.addWidget(self._thickness)
        self.ink.picked.connect(lambda ink: self.set(ink=ink))
        self.shape.activated.connect(lambda: self.set(shape=self.shape.currentData()))
        self.radius.valueChanged.connect(lambda value: self.set(radius=value))
        self.thickness.valueChanged.connect(lambda value: self.set(thickness=value))

    def fits(self, document: Document) -> bool:
        """For one area, line or photo."""
        return isinstance(document.single, Area | Rule | Photo)

    def show_document(self, document: Document) -> None:
        """See Section."""
        element = document.single
        self._ink.setVisible(isinstance(element, Area | Rule))
        self._shape.setVisible(isinstance(element, Area))
        rounded = isinstance(element, Photo) or (
            isinstance(element, Area) and element.shape == "rectangle"
        )
        self._radius.setVisible(rounded)
        self._thickness.setVisible(isinstance(element, Rule))
        if isinstance(element, Area | Rule):
            self.ink.show_value(element.ink)
        if isinstance(element, Area):
            show_choice(self.shape, element.shape)
        if isinstance(element, Area | Photo):
            self.radius.show_value(element.radius)
        if isinstance(element, Rule):
            self.thickness.show_value(element.thickness)


class CountrySection(Section):
    """Two letters or a flag."""

    def __init__(self, edit: Edit) -> None:
        super().__init__("", edit)
        self.show_field = choice(
            (
                ("code", translate("Editor", "Two letters, VN")),
                ("flag", translate("Editor", "Flag")),
            ),
            "code",
        )
        self.column.addWidget(captioned(translate("Editor", "Country as"), self.show_field))
        self.show_field.activated.connect(lambda: self.set(show=self.show_field.currentData()))

    def fits(self, document: Document) -> bool:
        """For one country."""
        return isinstance(document.single, Country)

    def show_document(self, document: Document) -> None:
        """See Section."""
        element = document.single
        assert isinstance(element, Country)
        show_choice(self.show_field, element.show)


class ImageSection(Section):
    """Which picture. Emits `file_asked` when one is to be chosen from a file."""

    file_asked = Signal()

    def __init__(self, edit: Edit) -> None:
        super().__init__("", edit)
        self.source = choice((), "")
        self.column.addWidget(captioned(words.kind_word("image"), self.source))
        self.open = KeyButton(translate("Editor", "From a file …"), icon="open")
        self.column.addWidget(self.open)
        self.source.activated.connect(lambda: self.set(source=self.source.currentData()))
        self.open.clicked.connect(self.file_asked)

    def fits(self, document: Document) -> bool:
        """For one picture."""
        return isinstance(document.single, Image)

    def show_document(self, document: Document) -> None:
        """See Section."""
        element = document.single
        assert isinstance(element, Image)
        known = [MARK, *document.layout.images]
        if [self.source.itemData(n) for n in range(self.source.count())] != known:
            self.source.clear()
            self.source.addItem(translate("Editor", "Logo of the program"), MARK)
            for name in document.layout.images:
                self.source.addItem(name, name)
        show_choice(self.source, element.source)
