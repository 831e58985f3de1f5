"""Owns what stands side by side in the tray: scans, people, values, each with desk and time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from checkin_app import verdict_words
from checkin_app.domain.conflicts import Role
from checkin_app.domain.conflicts import Side as Said
from checkin_app.ui.language import language, translate
from checkin_app.ui.roster.columns import category_name
from checkin_app.ui.roster.facts import masked
from checkin_app.ui.sync import conflict_words
from checkin_app.ui.sync.offers import decision_words
from checkin_app.ui.sync.shown import Somebody
from checkin_app.ui.widgets.chip import Chip
from checkin_app.ui.widgets.flow_row import flow_row
from checkin_app.ui.widgets.name_label import NameLabel
from checkin_app.ui.widgets.parts import label
from checkin_app.ui.widgets.portrait import Portrait
from checkin_app.ui.workplace import Workplace


class Side(QFrame):
    """One of the two; a caption on top."""

    def __init__(self, caption: str) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setAccessibleName(caption)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 12, 18, 14)
        self.column.setSpacing(4)
        self.column.addWidget(label(caption, "caption"))

    def say(self, text: str, role: str = "muted") -> None:
        """A line more, unless it is empty."""
        if text:
            self.column.addWidget(label(text, role, wrap=True))


def time_side(caption: str, said: Said, workplace: Workplace) -> Side:
    """What was said at a time: scans first of all, the time at the door, corrected."""
    side = Side(caption)
    time = label(verdict_words.clock(said.corrected_at, workplace.zone))
    time.setStyleSheet("font-size: 26px; font-weight: 600;")
    parts = [verdict_words.day(said.corrected_at, workplace.zone, workplace.lang), _bound(said)]
    line = QHBoxLayout()
    line.setSpacing(10)
    line.addWidget(time)
    beside = label(" · ".join(part for part in parts if part), "muted", wrap=True)
    line.addWidget(beside, 1, Qt.AlignmentFlag.AlignBottom)
    side.column.addLayout(line)
    side.say(said.desk or translate("Sync", "a desk without a name"), "strong")
    place = conflict_words.place(said.checkpoint, workplace) if said.checkpoint else ""
    side.say(" · ".join(part for part in (place, said.operator) if part))
    side.say(_what(said))
    side.column.addStretch(1)
    return side


def person_side(caption: str, who: Somebody, said: Said, workplace: Workplace) -> Side:
    """One person: photo, name, what they do, codes, who registered them when."""
    side = Side(caption)
    side.column.addWidget(person_row(who, workplace))
    codes = ", ".join(masked(code) for code in who.codes)
    side.say(translate("Sync", "Code {codes}").format(codes=codes) if codes else "")
    side.say(
        translate("Sync", "Has arrived") if who.arrived else translate("Sync", "Not arrived yet")
    )
    side.say(origin(said, workplace), "small")
    side.column.addStretch(1)
    return side


def value_side(caption: str, said: Said, workplace: Workplace, *, now: bool) -> Side:
    """One value: what it says, since when, from which desk; whether it is shown `now`."""
    side = Side(caption)
    value = decision_words(said.value) if said.role is Role.DECISION else said.value
    text = label(value or translate("Sync", "(empty)"), wrap=True)
    text.setStyleSheet("font-size: 20px; font-weight: 600;")
    side.column.addWidget(text)
    side.say(origin(said, workplace))
    side.say(translate("Sync", "What everybody sees now") if now else "", "small")
    side.column.addStretch(1)
    return side


def origin(said: Said, workplace: Workplace) -> str:
    """Time and day, desk, operator."""
    clock = verdict_words.clock(said.corrected_at, workplace.zone)
    day = verdict_words.day(said.corrected_at, workplace.zone, workplace.lang)
    return " · ".join(part for part in (f"{day} {clock}", said.desk, said.operator) if part)


def person_row(who: Somebody, workplace: Workplace) -> QWidget:
    """Photo beside name, position, organisation, category."""
    made = QWidget()
    delegate = who.delegate
    portrait = Portrait(76, 95)
    file = workplace.event_file
    photo: Path | None = (
        file.parent / "photos" / delegate.photo if file and delegate.photo else None
    )
    called = verdict_words.name_of(delegate, workplace.lang)
    portrait.show_person(called, photo)
    name = NameLabel(24, 17)
    name.show_name(called)
    texts = QVBoxLayout()
    texts.setSpacing(2)
    texts.addWidget(name)
    for text, role in (
        (delegate.own_name if delegate.own_name != delegate.name else "", "muted"),
        (delegate.position, "strong"),
        (" · ".join(part for part in (delegate.organization, who.delegation) if part), "muted"),
    ):
        if text:
            texts.addWidget(label(text, role, wrap=True))
    category = category_name(who.category, workplace.lang)
    if category and who.category is not None:
        texts.addWidget(flow_row(Chip(category, who.category.colour)))
    texts.addStretch(1)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    row.addWidget(portrait, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(texts, 1)
    return made


def _what(said: Said) -> str:
    match said.role:
        case Role.CODE_CHANGE:
            return translate("Sync", "The code was replaced or revoked here")
        case Role.BINDING:
            return translate("Sync", "Given to {name}").format(name=said.value)
        case Role.DECISION:
            return decision_words(said.value)
    return translate("Sync", "Code {codes}").format(codes=masked(said.code)) if said.code else ""


def _bound(said: Said) -> str:
    if said.bound_ms is None:
        return translate("Sync", "by its own clock")
    seconds = language.locale.toString(max(said.bound_ms, 100) / 1000, "f", 1)
    return translate("Sync", "± {seconds} s").format(seconds=seconds)
