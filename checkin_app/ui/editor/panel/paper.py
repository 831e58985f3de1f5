"""Owns the section of the layout itself: what it is called, its page, its fold."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit

from checkin_app.ui.editor.core import page
from checkin_app.ui.editor.core.document import Document
from checkin_app.ui.editor.numbers import Measure
from checkin_app.ui.editor.panel.section import Edit, Section, captioned, choice, pairs, show_choice
from checkin_app.ui.language import translate
from checkin_app.ui.widgets.parts import label

#: Width, height (millimetres) and how print systems name the paper.
SIZES: dict[str, tuple[float, float, str]] = {
    "a6": (105, 148, "A6"),
    "a6-landscape": (148, 105, "A6"),
    "a7": (74, 105, "A7"),
    "card": (86, 54, ""),
    "90x120": (90, 120, ""),
    "62x100": (62, 100, ""),
    "tent": (210, 148.5, "A4"),
}


class PaperSection(Section):
    """The layout's names, page and fold."""

    def __init__(self, edit: Edit) -> None:
        super().__init__(translate("Editor", "This layout"), edit)
        self.column.addWidget(
            label(
                translate("Editor", "Press an element on the page to change it."),
                "small",
                wrap=True,
            )
        )
        self.title_vi = QLineEdit()
        self.title_en = QLineEdit()
        for title in (self.title_vi, self.title_en):
            title.setMaxLength(60)
        self.column.addWidget(captioned(translate("Editor", "Name in Vietnamese"), self.title_vi))
        self.column.addWidget(captioned(translate("Editor", "Name in English"), self.title_en))
        self.size_choice = choice(
            (
                ("", translate("Editor", "Own size")),
                ("a6", translate("Editor", "A6, 105 × 148 mm")),
                ("a6-landscape", translate("Editor", "A6 landscape, 148 × 105 mm")),
                ("a7", translate("Editor", "A7, 74 × 105 mm")),
                ("card", translate("Editor", "Card, 86 × 54 mm")),
                ("90x120", translate("Editor", "Large badge, 90 × 120 mm")),
                ("62x100", translate("Editor", "Label roll, 62 × 100 mm")),
                ("tent", translate("Editor", "Tent card, 210 × 148.5 mm")),
            ),
            "",
        )
        self.column.addWidget(captioned(translate("Editor", "Page"), self.size_choice))
        self.page_width = Measure(
            translate("Editor", "Width"), "mm", page.LEAST_PAGE, page.LARGEST_PAGE
        )
        self.page_height = Measure(
            translate("Editor", "Height"), "mm", page.LEAST_PAGE, page.LARGEST_PAGE
        )
        self.column.addLayout(
            pairs(
                captioned(translate("Editor", "Width"), self.page_width),
                captioned(translate("Editor", "Height"), self.page_height),
            )
        )
        self.along = QCheckBox(translate("Editor", "Take what is on it along"))
        self.along.setChecked(True)
        self.column.addWidget(self.along)
        self.fold = choice(
            (
                ("none", translate("Editor", "Not folded")),
                ("top", translate("Editor", "Folded at the top (tent)")),
                ("left", translate("Editor", "Folded at the left")),
            ),
            "none",
        )
        self.column.addWidget(captioned(translate("Editor", "Fold"), self.fold))
        self.title_vi.textEdited.connect(self._on_title)
        self.title_en.textEdited.connect(self._on_title)
        self.size_choice.activated.connect(self._on_size)
        self.page_width.valueChanged.connect(self._on_measure)
        self.page_height.valueChanged.connect(self._on_measure)
        self.fold.activated.connect(self._on_fold)

    def fits(self, document: Document) -> bool:
        """When nothing is chosen."""
        return not document.chosen

    def show_document(self, document: Document) -> None:
        """See Section."""
        layout = document.layout
        for part, text in ((self.title_vi, layout.title_vi), (self.title_en, layout.title_en)):
            if part.text() != text:
                part.setText(text)
                part.setCursorPosition(0)
        size = (layout.width, layout.height)
        known = next((k for k, (w, h, _) in SIZES.items() if (w, h) == size), "")
        show_choice(self.size_choice, known)
        self.page_width.show_value(layout.width)
        self.page_height.show_value(layout.height)
        show_choice(self.fold, layout.fold)

    def _on_title(self) -> None:
        english, vietnamese = self.title_en.text(), self.title_vi.text()
        self.edit(lambda d: page.rename(d, d.layout.name, english, vietnamese), "title")

    def _on_size(self) -> None:
        found = SIZES.get(str(self.size_choice.currentData()))
        if found is not None:
            self._to(*found)

    def _on_measure(self) -> None:
        self._to(self.page_width.value(), self.page_height.value(), "")

    def _to(self, width: float, height: float, media: str) -> None:
        scaled = self.along.isChecked()
        self.edit(lambda d: page.set_page(d, width, height, media=media, scaled=scaled), "page")

    def _on_fold(self) -> None:
        fold = self.fold.currentData()
        self.edit(lambda d: page.set_fold(d, fold), "")
