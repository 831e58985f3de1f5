"""Owns choosing whose badge is seen: who was picked out of the roster, or anybody found by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout

from checkin_app.ui.editor import words
from checkin_app.ui.editor.people import Stand
from checkin_app.ui.language import translate
from checkin_app.ui.widgets.rows import Row, RowList
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.badges.subject import BadgeSubject
    from checkin_app.desk import Desk
    from checkin_app.domain.delegates import FoundDelegate

_PAUSE = 60
_LONGEST = 28


class StandPicker(QPushButton):
    """A pill that says whose badge is seen. Emits `picked` with a Stand."""

    picked = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.stands: tuple[Stand, ...] = ()
        self.current: Stand | None = None
        self.popup: _Popup | None = None
        self.setProperty("kind", "pill")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setStyleSheet(
            "QPushButton { min-height: 36px; border-radius: 20px; padding: 0 16px; }"
        )
        self.clicked.connect(self.open_list)
        self._say()

    def offer(self, stands: Sequence[Stand]) -> None:
        """Who stands in."""
        self.stands = tuple(stands)

    def show_stand(self, stand: Stand) -> None:
        """Shows whose badge is seen."""
        self.current = stand
        self._say()

    def open_list(self) -> None:
        """Opens the list under the pill."""
        self.popup = _Popup(self._workplace, self.stands)
        self.popup.picked.connect(self._on_picked)
        self.popup.destroyed.connect(self._on_closed)
        corner = self.mapToGlobal(QPoint(0, self.height() + 4))
        area = self.screen().availableGeometry()
        corner.setX(min(corner.x(), area.right() - self.popup.width()))
        self.popup.move(corner)
        self.popup.show()
        self.popup.field.setFocus()

    def _on_closed(self) -> None:
        self.popup = None

    def _on_picked(self, stand: Stand) -> None:
        self.show_stand(stand)
        self.picked.emit(stand)

    def _say(self) -> None:
        if self.current is None:
            self.setText(translate("Editor", "Whose badge …"))
            return
        name = self.current.subject.name
        why = words.stand_word(self.current)
        said = name if self.current.why == "found" else why
        shown = said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"
        self.setText(f"{shown}  ▾".replace("&", "&&"))
        self.setAccessibleName(
            translate("Editor", "Badge of {name}, {why}").format(name=name, why=why)
        )
        self.setToolTip(name)


class _Popup(QFrame):
    picked = Signal(object)

    def __init__(self, workplace: Workplace, stands: Sequence[Stand]) -> None:
        super().__init__(None, Qt.WindowType.Popup)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setStyleSheet("QFrame#panel { border-radius: 8px; }")
        self._workplace = workplace
        self._offered = {str(n): stand for n, stand in enumerate(stands)}
        self.field = QLineEdit()
        self.field.setPlaceholderText(translate("Editor", "Find a person by name"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.list = RowList(translate("Editor", "Whose badge is seen"))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE)
        self._typing.timeout.connect(self._on_typed)
        self.field.textChanged.connect(self._typing.start)
        self.list.opened.connect(self._on_opened)
        self.resize(420, 430)
        self._show_offered()

    def _show_offered(self) -> None:
        self.list.show_rows(
            [
                Row(key, words.stand_word(stand), _named(stand), "person")
                for key, stand in self._offered.items()
            ]
        )
        self.list.choose(0)

    def _on_typed(self) -> None:
        text = self.field.text().strip()
        if not text:
            self._show_offered()
            return
        self._workplace.lane.run(
            lambda desk: desk.find(text, 12), self._on_found, self._workplace.failed
        )

    def _on_found(self, found: list[FoundDelegate]) -> None:
        if not self.field.text().strip():
            return
        self.list.show_rows(
            [
                Row(
                    hit.delegate.id,
                    hit.delegate.name,
                    hit.delegation_name or hit.delegate.organization,
                    "person",
                    tuple(hit.highlights),
                )
                for hit in found
            ]
        )
        self.list.choose(0)

    def _on_opened(self, key: str) -> None:
        if key in self._offered:
            self._pick(self._offered[key])
            return
        self._workplace.lane.run(
            lambda desk: _subject(desk, key), self._on_subject, self._workplace.failed
        )

    def _on_subject(self, subject: BadgeSubject) -> None:
        self._pick(Stand("found", subject))

    def _pick(self, stand: Stand) -> None:
        self.picked.emit(stand)
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes, Escape leaves, arrows move in the list."""
        key = event.key()
        row = self.list.chosen()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self._on_opened(row.id)
        elif key == Qt.Key.Key_Escape:
            self.close()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            count = len(self.list.rows.rows)
            self.list.choose(max(0, min(count - 1, self.list.currentIndex().row() + step)))
        else:
            super().keyPressEvent(event)


def _named(stand: Stand) -> str:
    names = dict.fromkeys((stand.subject.name, stand.subject.own_name))
    return " · ".join(name for name in names if name)


def _subject(desk: Desk, key: str) -> BadgeSubject:
    from checkin_app.badges.selection import Selection

    return next(iter(desk.badge_subjects(Selection(delegates=[key]))))
