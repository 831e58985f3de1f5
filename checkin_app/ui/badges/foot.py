"""Owns the foot of the choice: how many badges, the two ways out, what became of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from checkin_app.ui.badges.orders import Report
from checkin_app.ui.language import number, translate
from checkin_app.ui.theme import fonts
from checkin_app.ui.widgets.parts import KeyButton, label, restyle

if TYPE_CHECKING:
    from checkin_app.badges.selection import Count


class Foot(QFrame):
    """Says things truly; what its buttons do is the screen's."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("footer")
        self.many = label(role="heading")
        self.many.setFont(fonts.strong(24, figures=True))
        self.more = label(role="muted", wrap=True)
        self.send = KeyButton(translate("Badges", "Print"), "F5", kind="primary", icon="printer")
        self.send.setShortcut("F5")
        self.save = KeyButton(translate("Badges", "Save as PDF …"), "Ctrl S", icon="export")
        self.save.setShortcut("Ctrl+S")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("Badges", "Progress"))
        self.cancel = KeyButton(translate("Badges", "Cancel"), "Esc")
        self.cancel.setShortcut("Escape")
        self.said = label(wrap=True)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.send)
        buttons.addWidget(self.save)
        buttons.addWidget(self.bar, 1, Qt.AlignmentFlag.AlignVCenter)
        buttons.addWidget(self.cancel)
        buttons.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 14)
        column.setSpacing(8)
        column.addWidget(self.many)
        column.addWidget(self.more)
        column.addLayout(buttons)
        column.addWidget(self.said)

    def count(self, count: Count) -> None:
        """How many badges are chosen, and why no more."""
        self.many.setText(translate("Badges", "%n badge(s)", None, count.badges))
        said = []
        if count.fresh and count.fresh < count.badges:
            said.append(translate("Badges", "%n not printed", None, count.fresh))
        if count.codeless:
            said.append(translate("Badges", "%n without a valid code", None, count.codeless))
        if count.excluded:
            said.append(
                translate("Badges", "%n in categories without a badge", None, count.excluded)
            )
        self.more.setText(" · ".join(said))
        self.more.setVisible(bool(said))
        for button in (self.send, self.save):
            button.setEnabled(bool(count.badges))

    def working(self, on: bool) -> None:
        """A run is under way, or none."""
        for part in (self.bar, self.cancel):
            part.setVisible(on)
        for button in (self.save, self.send):
            button.setVisible(not on)
        if on:
            self.bar.setRange(0, 0)

    def progress(self, done: int, total: int) -> None:
        """How far a run is."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        text = translate("Badges", "{done} of {total} badges")
        self.say(text.format(done=number(done), total=number(total)))

    def recording(self, left: int) -> None:
        """It is too late to stop: so many prints are still to be kept."""
        self.cancel.hide()
        text = translate("Badges", "The badges are made. {count} prints are still to be recorded.")
        self.say(text.format(count=number(left)))

    def ended(self, report: Report) -> None:
        """What became of a run."""
        self.working(False)
        text = {
            "queued": translate("Badges", "{count} badges went into the queue"),
            "written": translate("Badges", "{count} badges saved in {place}"),
            "sent": translate("Badges", "{count} badges sent to {place}"),
            "unknown": translate(
                "Badges", "{count} badges handed to {place}; look whether they come out"
            ),
            "failed": translate("Badges", "No badges were printed. {detail}"),
            "cancelled": translate("Badges", "Cancelled. No badge was made."),
            "nobody": translate("Badges", "Nobody matches, so there is no badge to make."),
        }[report.state]
        self.say(
            text.format(count=number(report.badges), place=report.place, detail=report.detail),
            wrong=report.state == "failed",
        )

    def say(self, text: str, *, wrong: bool = False) -> None:
        """A sentence under the buttons."""
        self.said.setText(text)
        self.said.setAccessibleName(text)
        self.said.setProperty("role", "problem" if wrong else "")
        restyle(self.said)
        self.said.setVisible(bool(text))
