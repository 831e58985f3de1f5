"""Owns finding by name: the field, and the people under it as they are found."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from checkin_app.domain.delegates import FoundDelegate, Standing
from checkin_app.ui.language import VI, translate
from checkin_app.ui.scan import verbs
from checkin_app.ui.widgets.parts import label
from checkin_app.ui.widgets.rows import Row, RowList
from checkin_app.ui.workplace import Workplace


class SearchField(QLineEdit):
    """The field; arrows and Enter go to the results."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("search")
        self.setAccessibleName(translate("Scan", "Find by name"))
        self.setPlaceholderText(translate("Scan", "Name or organisation"))
        self._hint = QLabel(translate("Scan", "F3 find"), self)
        self._hint.setProperty("role", "small")

    def event(self, event: QEvent) -> bool:
        """While the field is empty, Ctrl+Z takes a scan back, not typing."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.text()
        ):
            event.ignore()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The key stays at the right."""
        super().resizeEvent(event)
        size = self._hint.sizeHint()
        self._hint.setGeometry(
            self.width() - size.width() - 16,
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )
        self.setTextMargins(0, 0, max(0, size.width() - 62), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose among the results."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
            return
        super().keyPressEvent(event)


class Search(QWidget):
    """Emits `opened` with the id of the person that Enter or a click means."""

    opened = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._asked = ""
        self._busy = False
        self._open_when_found = False
        self.field = SearchField()
        self.results = RowList(translate("Scan", "People found"))
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nobody = label(role="muted", wrap=True)
        self._nobody.hide()
        self.results.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addWidget(self._nobody)
        column.addWidget(self.results)
        self.field.textChanged.connect(self._on_text)
        self.field.returnPressed.connect(self._on_return)
        self.field.moved.connect(self._on_moved)
        self.results.opened.connect(self.opened)

    def clear(self) -> None:
        """Empties the field and the results."""
        self.field.clear()

    def said(self) -> str:
        """What is said when nobody is found; else empty."""
        return self._nobody.text() if not self._nobody.isHidden() else ""

    def take_focus(self) -> None:
        """Ready for a name: what is there is replaced by typing."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _on_text(self, text: str) -> None:
        self._open_when_found = False
        if not text.strip():
            self._asked = ""
            self._show(verbs.Found("", []))
            return
        self._ask(text)

    def _ask(self, text: str) -> None:
        self._asked = text
        if not self._busy:
            self._busy = True
            self._workplace.lane.run(
                lambda desk: verbs.find(desk, text), self._on_found, self._on_failed
            )

    def _on_found(self, found: verbs.Found) -> None:
        self._busy = False
        if found.text != self._asked:
            if self._asked:
                self._ask(self._asked)
            return
        self._show(found)
        if self._open_when_found:
            self._open_when_found = False
            self._open_best()

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        self._workplace.failed(error)  # type: ignore[arg-type]

    def _show(self, found: verbs.Found) -> None:
        self.results.show_rows([_row(hit, self._workplace.lang) for hit in found.hits])
        self.results.setVisible(bool(found.hits))
        self.results.setFixedHeight(min(self.results.height_of_all() + 2, 320))
        none = bool(found.text) and not found.hits
        self._nobody.setVisible(none)
        if none:
            self._nobody.setText(
                translate(
                    "Scan",
                    "Nobody is found by “{text}”. Try one part of the name, or register (F7).",
                ).format(text=found.text.strip())
            )

    def _on_moved(self, step: int) -> None:
        count = len(self.results.rows.rows)
        if count:
            at = self.results.currentIndex().row()
            self.results.choose(max(0, min(count - 1, at + step)))

    def _on_return(self) -> None:
        if not self.field.text().strip():
            return
        if self._busy:
            self._open_when_found = True
            return
        self._open_best()

    def _open_best(self) -> None:
        row = self.results.chosen() or next(iter(self.results.rows.rows), None)
        if row is not None:
            self.opened.emit(row.id)


def _row(hit: FoundDelegate, lang: str) -> Row:
    delegate = hit.delegate
    parts = [hit.delegation_name or delegate.organization]
    if hit.category is not None:
        parts.append(hit.category.name_vi if lang == VI else hit.category.name_en)
    if delegate.standing is Standing.WITHDRAWN:
        parts.append(translate("Scan", "withdrawn"))
    elif not hit.checked_in:
        parts.append(translate("Scan", "not here yet"))
    return Row(
        id=delegate.id,
        title=delegate.name,
        line=" · ".join(p for p in parts if p),
        mark="check" if hit.checked_in else "waiting",
        lit=tuple(r for r in hit.highlights if 0 <= r[0] < r[1] <= len(delegate.name)),
    )
