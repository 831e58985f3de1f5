"""Owns the delegate card at the right of the roster: everything known of one person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from checkin_app.ui.language import number, translate
from checkin_app.ui.roster.badge_part import BadgePart
from checkin_app.ui.roster.codes import Codes
from checkin_app.ui.roster.conflict_mark import ConflictMark
from checkin_app.ui.roster.facts import Facts
from checkin_app.ui.roster.history import Told
from checkin_app.ui.theme import fonts, icons
from checkin_app.ui.theme.look import look
from checkin_app.ui.theme.tokens import Tone
from checkin_app.ui.widgets.chip import Chip
from checkin_app.ui.widgets.flow_row import flow_row
from checkin_app.ui.widgets.meter import Meter
from checkin_app.ui.widgets.name_label import NameLabel
from checkin_app.ui.widgets.parts import label
from checkin_app.ui.widgets.portrait import Portrait
from checkin_app.ui.widgets.rows import mark_colour
from checkin_app.ui.workplace import Workplace

_SHOWN = 60
_TITLES = 112
_LONG = 26
_PAUSE = "\u200b"


def breakable(text: str) -> str:
    """A text in which words too long for a line, addresses mostly, may go on in the next."""
    return " ".join(
        word if len(word) <= _LONG else re.sub(r"([@._/-])", rf"\1{_PAUSE}", word)
        for word in text.split(" ")
    )


class CardView(QScrollArea):
    """One person; `codes` is the part whose buttons do something."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Roster", "Delegate"))
        self._shown = ""
        self._portrait = Portrait(88, 110)
        self._honorific = label(role="small")
        self.name = NameLabel(24, 17)
        grows = self.name.sizePolicy()
        grows.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.name.setSizePolicy(grows)
        self._own_name = label(role="muted", wrap=True)
        self._own_name.setStyleSheet("font-size: 16px;")
        self._position = label(role="strong", wrap=True)
        self._organization = label(role="muted", wrap=True)
        self._chip = Chip()
        self.state = label()
        self._attention = label(wrap=True)
        self._attention.setObjectName("attention")
        self.conflicts = ConflictMark(workplace)
        self._delegation = label(role="strong", wrap=True)
        self._bar = Meter(200)
        self._complete = label()
        self._complete.setFont(fonts.font(14, figures=True))
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(14)
        self._facts.setVerticalSpacing(6)
        self._facts.setColumnStretch(1, 1)
        self.badge = BadgePart(workplace)
        self.codes = Codes()
        self.history = QVBoxLayout()
        self.history.setSpacing(0)
        self._lay_out()

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(1)
        for part in (
            self._honorific,
            self.name,
            self._own_name,
        ):
            texts.addWidget(part)
        texts.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._portrait, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(texts, 1)
        bar = QHBoxLayout()
        bar.setSpacing(12)
        bar.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        bar.addWidget(self._complete, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(12)
        column.addLayout(top)
        together = QVBoxLayout()
        together.setSpacing(2)
        together.addWidget(self._position)
        together.addWidget(self._organization)
        column.addLayout(together)
        column.addWidget(flow_row(self._chip, self.state, gap=10))
        column.addWidget(self.conflicts)
        column.addWidget(self._attention)
        column.addWidget(self._delegation)
        column.addLayout(bar)
        column.addWidget(label(translate("Badge", "Badge"), "caption"))
        column.addWidget(self.badge)
        column.addWidget(label(translate("Roster", "Details"), "caption"))
        column.addLayout(self._facts)
        column.addWidget(label(translate("Roster", "Codes"), "caption"))
        column.addWidget(self.codes)
        column.addWidget(label(translate("Roster", "History"), "caption"))
        column.addLayout(self.history)
        column.addStretch(1)
        self.setWidget(inside)

    def show_person(self, facts: Facts, told: Sequence[Told], photos: Path | None) -> None:
        """Shows another person."""
        if facts.delegate_id != self._shown:
            self._shown = facts.delegate_id
            self.verticalScrollBar().setValue(0)
        photo = photos / facts.photo if photos and facts.photo else None
        self._portrait.show_person(facts.name, photo)
        self.name.show_name(facts.name)
        for part, text in (
            (self._honorific, facts.honorific),
            (self._own_name, facts.own_name),
            (self._position, facts.position),
            (self._organization, facts.organization),
            (self._attention, facts.attention),
            (self._delegation, facts.delegation),
        ):
            part.setText(text)
            part.setVisible(bool(text))
        self._chip.show_word(facts.category, facts.colour)
        self._show_state(facts)
        there = facts.expected > 0
        self._bar.setVisible(there)
        self._complete.setVisible(there)
        if there:
            text = translate("Roster", "{arrived}/{expected} arrived").format(
                arrived=number(facts.arrived), expected=number(facts.expected)
            )
            self._complete.setText(text)
            self._bar.show_share(facts.arrived, facts.expected, text)
        self._show_facts(facts.rows)
        self.codes.show_codes(facts.codes)
        self._show_history(told)

    def _show_state(self, facts: Facts) -> None:
        theme = look.theme
        plain = facts.tone is Tone.NEUTRAL
        ink = theme.muted if plain else theme.tone(facts.tone).ink
        paper = theme.quiet if plain else theme.tone(facts.tone).paper
        self.state.setText(facts.state)
        self.state.setStyleSheet(
            f"color: {ink}; background: {paper}; border-radius: 8px; padding: 5px 12px;"
            " font-weight: 600; font-size: 14px;"
        )

    def _show_facts(self, rows: Sequence[tuple[str, str]]) -> None:
        _empty(self._facts)
        for number_, (name, value) in enumerate(rows):
            title = label(name, "small", wrap=True)
            title.setFixedWidth(_TITLES)
            text = label(breakable(value), wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            text.setStyleSheet("font-size: 14px;")
            text.setAccessibleName(f"{name}: {value}")
            self._facts.addWidget(title, number_, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(text, number_, 1)

    def _show_history(self, told: Sequence[Told]) -> None:
        _empty(self.history)
        for fact in told[:_SHOWN]:
            self.history.addWidget(_line(fact))


def _line(fact: Told) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 5, 0, 5)
    row.setSpacing(10)
    mark = QLabel()
    mark.setPixmap(icons.pixmap(fact.mark, mark_colour(fact.mark), 16, mark.devicePixelRatioF()))
    when = label(fact.when, "small")
    when.setFont(fonts.font(13, figures=True))
    what = label(fact.line, wrap=True)
    what.setStyleSheet("font-size: 14px;")
    what.setAccessibleName(f"{fact.when} {fact.line}")
    for part in (mark, when):
        row.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(what, 1)
    return made


def _empty(layout: QGridLayout | QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
