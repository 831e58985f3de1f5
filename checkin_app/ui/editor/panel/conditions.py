"""Owns the section that says on whose badges an element is printed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from checkin_app.badges.layout.conditions import holds
from checkin_app.badges.layout.elements import Condition
from checkin_app.badges.layout.fields import PHOTO
from checkin_app.badges.subject import BadgeSubject
from checkin_app.domain.delegates import Category
from checkin_app.ui.editor import words
from checkin_app.ui.editor.core.document import Document
from checkin_app.ui.editor.panel.section import Edit, Section, captioned, choice, show_choice
from checkin_app.ui.language import translate
from checkin_app.ui.roster.columns import category_name
from checkin_app.ui.widgets.parts import label

_KINDS: dict[str, Condition | None] = {
    "always": None,
    "category": Condition(categories=("",)),
    "not_category": Condition(categories=("",), absent=True),
    "field": Condition(field="name"),
    "not_field": Condition(field="name", absent=True),
}


class ConditionSection(Section):
    """Always, for some categories, or when a field is filled."""

    def __init__(self, edit: Edit) -> None:
        super().__init__(translate("Editor", "Printed"), edit)
        self.kind = choice([(k, words.condition_word(c)) for k, c in _KINDS.items()], "always")
        self.kind.setAccessibleName(translate("Editor", "Printed"))
        self.column.addWidget(self.kind)
        photo = (PHOTO, words.kind_word("photo"))
        self.field = choice((photo, *words.field_choices()), "")
        self._field = captioned(translate("Editor", "Field"), self.field)
        self.column.addWidget(self._field)
        self.values = QLineEdit()
        self.values.setPlaceholderText(translate("Editor", "any"))
        self._values = captioned(
            translate("Editor", "Only these values, with commas between"), self.values
        )
        self.column.addWidget(self._values)
        self._boxes = QWidget()
        self._list = QVBoxLayout(self._boxes)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self.column.addWidget(self._boxes)
        self.categories: dict[str, QCheckBox] = {}
        self._seen: BadgeSubject | None = None
        self.absent = label(
            translate("Editor", "It is not printed on the badge that is seen."), "small", wrap=True
        )
        self.column.addWidget(self.absent)
        self.kind.activated.connect(self._on_kind)
        self.field.activated.connect(self._on_part)
        self.values.editingFinished.connect(self._on_part)

    def offer(self, categories: Sequence[Category]) -> None:
        """The categories of the event."""
        for box in self.categories.values():
            box.deleteLater()
        self.categories = {}
        for category in categories:
            box = QCheckBox(category_name(category, words.lang()).replace("&", "&&"))
            box.clicked.connect(self._on_part)
            self.categories[category.id] = box
            self._list.addWidget(box)

    def see(self, subject: BadgeSubject) -> None:
        """Whose badge is seen."""
        self._seen = subject

    def fits(self, document: Document) -> bool:
        """For one element."""
        return document.single is not None

    def show_document(self, document: Document) -> None:
        """See Section."""
        element = document.single
        assert element is not None
        when = element.when
        kind = _kind(when)
        show_choice(self.kind, kind)
        self._field.setVisible(kind in ("field", "not_field"))
        self._values.setVisible(kind in ("field", "not_field"))
        self._boxes.setVisible(kind in ("category", "not_category"))
        seen = self._seen
        prints = when is None or seen is None or holds(when)(seen)
        self.absent.setVisible(not prints)
        if when is None:
            return
        show_choice(self.field, when.field)
        if not self.values.hasFocus():
            self.values.setText(", ".join(when.values))
        for name, box in self.categories.items():
            box.setChecked(name in when.categories)

    def _on_kind(self) -> None:
        kind = str(self.kind.currentData())
        made = _KINDS[kind]
        if made is not None and made.categories:
            first = self._seen.category if self._seen is not None else ""
            first = first if first in self.categories else next(iter(self.categories), "")
            made = Condition(categories=(first,), absent=made.absent)
        self.set(when=made)

    def _on_part(self) -> None:
        kind = str(self.kind.currentData())
        if kind == "always":
            return
        absent = kind.startswith("not_")
        if kind.endswith("category"):
            chosen = tuple(name for name, box in self.categories.items() if box.isChecked())
            self.set(when=Condition(categories=chosen, absent=absent) if chosen else None)
            return
        values = tuple(v.strip() for v in self.values.text().split(",") if v.strip())
        field = str(self.field.currentData() or "name")
        self.set(when=Condition(field=field, values=values, absent=absent))


def _kind(when: Condition | None) -> str:
    if when is None:
        return "always"
    return ("not_" if when.absent else "") + ("category" if when.categories else "field")
