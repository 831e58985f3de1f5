"""Owns the bar at the top: event, day, checkpoint, operator, language, time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, QTime, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
)

from checkin_app.ui.language import EN, VI, language, translate
from checkin_app.ui.theme import fonts
from checkin_app.ui.theme.look import look
from checkin_app.ui.widgets.text import label
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit, QMenu

    from checkin_app.domain.programme import Checkpoint

_HEIGHT = 56


class BarButton(QPushButton):
    """A button of the bar; Enter presses it, as the space bar does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in ("\r", "\n"):
            self.click()
            return
        super().keyPressEvent(event)


class LanguageButton(BarButton):
    """VI · EN, the one on screen stronger; pressing it speaks the other."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "pill")
        self.setAccessibleName(translate("Shell", "Language: Vietnamese or English"))
        self.setToolTip(translate("Shell", "Language: Vietnamese or English"))
        self.setFixedSize(74, 33)
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        language.speak(EN if language.code == VI else VI)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Both names."""
        super().paintEvent(event)
        painter = QPainter(self)
        vietnamese = language.code == VI
        parts = (
            ("VI", fonts.bold(14) if vietnamese else fonts.font(14)),
            (" · ", fonts.font(14)),
            ("EN", fonts.font(14) if vietnamese else fonts.bold(14)),
        )
        width = sum(QFontMetrics(font).horizontalAdvance(text) for text, font in parts)
        at = (self.width() - width) // 2
        painter.setPen(look.theme.text)
        for text, font in parts:
            painter.setFont(font)
            baseline = (self.height() + QFontMetrics(font).capHeight()) // 2
            painter.drawText(QPoint(at, baseline), text)
            at += QFontMetrics(font).horizontalAdvance(text)


class TopBar(QFrame):
    """Emits `checkpoint_chosen` with its id, `operator_named` with a name."""

    checkpoint_chosen = Signal(str)
    operator_named = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.setFixedHeight(_HEIGHT)
        self._workplace = workplace
        self._event = label(role="event")
        self._day = label()
        self._day.setObjectName("pill")
        self._place = BarButton()
        self._place.setProperty("kind", "pill")
        self._menu: QMenu | None = None
        self._operator = BarButton()
        self._operator.setProperty("kind", "quiet")
        self._operator.clicked.connect(self._on_operator)
        self._name: QLineEdit | None = None
        self._language = LanguageButton()
        self.prints = BarButton()
        self.prints.setProperty("kind", "pill")
        self.prints.setAccessibleName(translate("Queue", "Print queue"))
        self.prints.hide()
        self._clock = label(role="event")
        self._clock.setFont(fonts.strong(16, figures=True))
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(20)
        row.addWidget(self._event)
        row.addWidget(self._day)
        row.addWidget(self._place)
        row.addStretch(1)
        row.addWidget(self.prints)
        row.addWidget(self._operator)
        row.addWidget(self._language)
        row.addWidget(self._clock)
        self._ticks = QTimer(self)
        self._ticks.setObjectName("clock")
        self._ticks.setInterval(1000)
        self._ticks.timeout.connect(self._tick)
        self._ticks.start()
        self.renew()

    def renew(self) -> None:
        """Says everything anew: another event, checkpoint, operator or language."""
        workplace = self._workplace
        self._drop_name()
        self._event.setText(workplace.event_name() or translate("Shell", "Check-in desk"))
        there = workplace.forum is not None
        for part in (self._day, self._place):
            part.setVisible(there)
        place = workplace.checkpoint()
        name = workplace.checkpoint_name(place) if place else ""
        if workplace.settings.desk_name and place is not None:
            name = f"{name} {workplace.settings.desk_name}"
        self._place.setText(f"{name}  ▾")
        self._place.setAccessibleName(translate("Shell", "Checkpoint: {name}").format(name=name))
        self._renew_menu(place)
        if workplace.operator:
            text = translate("Shell", "Operator: {name}").format(name=workplace.operator)
        else:
            text = translate("Shell", "Who works here?")
        self._operator.setText(text)
        self._operator.setAccessibleName(text)
        self._language.update()
        self._tick()

    def _renew_menu(self, place: Checkpoint | None) -> None:
        from PySide6.QtWidgets import QMenu

        if self._workplace.forum is None:
            return
        if self._menu is None:
            self._menu = QMenu(self)
            self._place.setMenu(self._menu)
        self._menu.clear()
        for checkpoint in self._workplace.checkpoints:
            action = self._menu.addAction(self._workplace.checkpoint_name(checkpoint))
            action.setCheckable(True)
            action.setChecked(place is not None and checkpoint.id == place.id)
            action.setProperty("checkpoint", checkpoint.id)
            action.triggered.connect(self._on_place)

    def _tick(self) -> None:
        workplace = self._workplace
        forum = workplace.forum
        if forum is None:
            self._clock.setText(QTime.currentTime().toString("HH:mm"))
            return
        from checkin_app import verdict_words

        now = workplace.now()
        self._clock.setText(verdict_words.clock(now, workplace.zone, seconds=False))
        day = verdict_words.day(now, workplace.zone, workplace.lang)
        number = forum.day_number(now)
        last = (forum.last_day - forum.first_day).days + 1
        if 1 <= number <= last:
            day = translate("Shell", "Day {number} · {date}").format(number=number, date=day)
        elif number < 1:
            day = translate("Shell", "%n day(s) to go", None, 1 - number) + f" · {day}"
        else:
            day = translate("Shell", "Afterwards · {date}").format(date=day)
        self._day.setText(day)

    def _on_place(self) -> None:
        self.checkpoint_chosen.emit(str(self.sender().property("checkpoint")))

    def _on_operator(self) -> None:
        """The name becomes a field, where it stood."""
        from PySide6.QtWidgets import QLineEdit

        self._operator.hide()
        name = self._name = QLineEdit(self._workplace.operator)
        name.setObjectName("operator")
        name.setFixedWidth(200)
        name.setPlaceholderText(translate("Shell", "Your name"))
        name.setAccessibleName(translate("Shell", "Name of the operator"))
        name.editingFinished.connect(self._on_named)
        name.installEventFilter(self)
        self._row.insertWidget(self._row.indexOf(self._operator), name)
        name.setFocus()
        name.selectAll()

    def _on_named(self) -> None:
        if self._name is None:
            return
        name = self._name.text().strip()
        self._drop_name()
        self.operator_named.emit(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc leaves the name as it was."""
        if isinstance(event, QKeyEvent) and event.text() == "\x1b":
            if event.type() == QEvent.Type.KeyPress:
                self._drop_name()
            else:
                event.accept()
            return True
        return False

    def _drop_name(self) -> None:
        """The field becomes the button again."""
        if self._name is None:
            return
        field, self._name = self._name, None
        field.hide()
        field.deleteLater()
        self._operator.show()
        self._operator.setFocus()

    def minimumSizeHint(self) -> QSize:
        """The window may be narrower than the words."""
        return QSize(480, _HEIGHT)
