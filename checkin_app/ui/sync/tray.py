"""Owns the tray: what does not fit together, one after the other, until it is empty."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from checkin_app.ui.language import number, translate
from checkin_app.ui.sync import conflict_words
from checkin_app.ui.sync.conflict_view import ConflictView
from checkin_app.ui.sync.parts import Panel
from checkin_app.ui.sync.shown import Shown
from checkin_app.ui.theme import icons
from checkin_app.ui.theme.look import look
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.widgets.rows import RowList
from checkin_app.ui.workplace import Workplace

_LIST, _NARROW = 272, 216
_ROOMY = 960


class Tray(Panel):
    """Emits `decided` with a Shown and an Offer; the next one takes the place of a decided.

    Turned over it shows what was decided: `turned` asks for that, `taken_back` carries a Shown.
    What was done last is told in its heading, where it hides no choice; `undone` takes it back.
    """

    decided = Signal(object, object)
    taken_back = Signal(object)
    turned = Signal(bool)
    undone = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(translate("Sync", "To decide"))
        self._workplace = workplace
        self.shown: list[Shown] = []
        self.view: ConflictView | None = None
        self.turn = KeyButton(translate("Sync", "Decided"), kind="pill")
        self.turn.setCheckable(True)
        self.turn.toggled.connect(self.turned)
        self.told = label(wrap=True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.undo = KeyButton(translate("Sync", "Undo"), "Ctrl Z", kind="pill")
        self.undo.clicked.connect(self.undone)
        self.head.addWidget(self.told, 8)
        for button in (self.undo, self.turn):
            self.head.addWidget(button)
        self.tell("")
        self.list = RowList(translate("Sync", "To decide"))
        self.list.setFixedWidth(_LIST)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        both = self.both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addWidget(self.list)
        row.addLayout(self._place, 1)
        self.empty = QWidget()
        self._mark = QLabel()
        self._tell_empty()
        self.column.addWidget(self.empty)
        self.column.addWidget(both)
        self._fit()

    def show_conflicts(self, conflicts: Sequence[Shown]) -> None:
        """Shows these; the one in front stays in front while it is there."""
        before = self.view.shown.conflict.id if self.view is not None else ""
        at = next((n for n, c in enumerate(self.shown) if c.conflict.id == before), 0)
        if list(conflicts) == self.shown and (self.view is not None or not conflicts):
            return
        if self._holds_focus() or (self.turn.hasFocus() and conflicts and not self.shown):
            self.both.setVisible(bool(conflicts) or self.both.isVisibleTo(self))
            self._focus(self.list if conflicts else self.turn)
        self.shown = list(conflicts)
        title = translate("Sync", "Decided") if self.over else translate("Sync", "To decide")
        count = len(self.shown)
        self.title.setText(f"{title} ({number(count)})" if count else title)
        self.list.blockSignals(True)
        self.list.show_rows([conflict_words.row(c, self._workplace) for c in self.shown])
        self.list.blockSignals(False)
        now = next((n for n, c in enumerate(self.shown) if c.conflict.id == before), None)
        self.list.choose(now if now is not None else min(at, count - 1))
        if not count:
            self._show(None)
        elif self.view is None or self.view.shown not in self.shown:
            self._show(self.list.currentIndex().row())
        self._fit()

    @property
    def over(self) -> bool:
        """Whether what was decided is shown."""
        return self.turn.isChecked()

    def forget(self) -> None:
        """The theme has other colours."""
        self._paint_mark()
        at = self.list.currentIndex().row()
        if self.view is not None:
            self._put_away()
            self._show(at)

    def choose(self, conflict_id: str) -> None:
        """Brings one to the front, if it is there."""
        for number_, shown in enumerate(self.shown):
            if shown.conflict.id == conflict_id:
                self.list.choose(number_)

    def tell(self, text: str, *, undo: bool = False) -> None:
        """Says what was done, and offers to take it back; empty words hide that."""
        if not undo and self.undo.hasFocus():
            self.take_focus()
        self.told.setText(text)
        self.told.setAccessibleName(text)
        self.told.setVisible(bool(text))
        self.undo.setVisible(undo)

    def take_focus(self) -> None:
        """To the list, or to the heading where there is none."""
        self._focus(self.list if self.shown else self.turn)

    def _holds_focus(self) -> bool:
        """Whether it is on what may go away."""
        focus = self.focusWidget()
        return focus is not None and focus.hasFocus() and self.both.isAncestorOf(focus)

    def _focus(self, part: QWidget) -> None:
        """Before what has it goes away: Qt would give it to whatever comes next on the screen."""
        part.show()
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_current(self) -> None:
        row = self.list.currentIndex().row()
        if 0 <= row < len(self.shown):
            self._show(row)
            self._fit()

    def _show(self, row: int | None) -> None:
        wanted = self.shown[row] if row is not None else None
        if self.view is not None:
            if wanted is not None and self.view.shown == wanted:
                return
            self._put_away()
        if wanted is not None:
            self.view = ConflictView(wanted, self._workplace)
            self.view.decided.connect(self._on_decided)
            self.view.taken_back.connect(self._on_taken_back)
            self._place.addWidget(self.view)

    def _put_away(self) -> None:
        if self.view is not None:
            self._place.removeWidget(self.view)
            self.view.hide()
            self.view.deleteLater()
            self.view = None

    def _on_decided(self, offer: object) -> None:
        self._come_here()
        if self.view is not None:
            self.decided.emit(self.view.shown, offer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the list gives way to the decisions."""
        super().resizeEvent(event)
        self.list.setFixedWidth(_LIST if self.width() >= _ROOMY else _NARROW)

    def _come_here(self) -> None:
        """Alt and a number decide from anywhere; the next key then belongs here too."""
        if not self._holds_focus():
            self.take_focus()

    def _on_taken_back(self) -> None:
        self._come_here()
        if self.view is not None:
            self.taken_back.emit(self.view.shown)

    def _fit(self) -> None:
        """The empty tray takes no more room than its words."""
        self._word_empty()
        self.empty.setVisible(not self.shown)
        self.both.setVisible(bool(self.shown))

    def _paint_mark(self) -> None:
        ink = look.theme.admit.ink
        self._mark.setPixmap(icons.pixmap("check", ink, 22, self.devicePixelRatioF()))

    def _tell_empty(self) -> None:
        """What this place is for, while nothing is in it."""
        self._paint_mark()
        self._words = label(role="muted", wrap=True)
        self._word_empty()
        row = QHBoxLayout(self.empty)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._mark)
        row.addWidget(self._words, 1)

    def _word_empty(self) -> None:
        if self.over:
            self._words.setText(translate("Sync", "Nothing was decided yet."))
            return
        self._words.setText(
            translate(
                "Sync",
                "Nothing to decide. When two desks knew different things of one person, "
                "it is shown here with both scans.",
            )
        )
