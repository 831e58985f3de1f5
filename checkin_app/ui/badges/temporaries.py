"""Owns the page of temporary badges: made for a day in advance, and who has which."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from checkin_app.domain.errors import CheckinError
from checkin_app.ui import file_dialogs
from checkin_app.ui.background import Background, Say, Stopped
from checkin_app.ui.language import number, translate
from checkin_app.ui.widgets.parts import KeyButton, label, restyle
from checkin_app.ui.widgets.rows import Row, RowList
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.domain.badges import Temporary

_USUAL, _MOST = 10, 500


class TemporariesPage(QWidget):
    """Numbered badges that count on one day."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._beside = Background(self)
        self.day = QComboBox()
        self.day.setAccessibleName(translate("Badges", "Day"))
        self.day.activated.connect(self._on_day)
        self.many = QSpinBox()
        self.many.setRange(1, _MOST)
        self.many.setValue(_USUAL)
        self.many.setAccessibleName(translate("Badges", "How many"))
        self.many.setFixedWidth(110)
        self.many.lineEdit().setTextMargins(12, 0, 0, 0)
        self.save = KeyButton(
            translate("Badges", "Make and save as PDF …"), kind="primary", icon="export"
        )
        self.save.clicked.connect(self._on_save)
        self.said = label(wrap=True)
        self.list = RowList(translate("Badges", "Temporary badges"))
        self._lay_out()
        self._offer_days()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label(translate("Badges", "How many"), "strong"))
        row.addWidget(self.many)
        row.addSpacing(12)
        row.addWidget(label(translate("Badges", "Day"), "strong"))
        row.addWidget(self.day)
        row.addSpacing(12)
        row.addWidget(self.save)
        row.addStretch(1)
        panel = QFrame()
        panel.setObjectName("panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(24, 20, 24, 16)
        inside.setSpacing(12)
        inside.addLayout(row)
        inside.addWidget(self.said)
        inside.addWidget(self.list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(
            label(
                translate(
                    "Badges",
                    "For somebody who comes without their badge: print a few in advance, hand one "
                    "out, and note on the delegate’s card which number it is. It counts on its day "
                    "only.",
                ),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(panel, 1)

    def _offer_days(self) -> None:
        forum = self._workplace.forum
        if forum is None:
            return
        today = self._workplace.now().astimezone(forum.zone).date()
        count = (forum.last_day - forum.first_day).days + 1
        days = [forum.first_day + timedelta(n) for n in range(min(count, 31))]
        for one in dict.fromkeys([*(d for d in days if d >= today), *days]):
            self.day.addItem(f"{one:%d/%m/%Y}", one)

    def shown(self) -> None:
        """The page came to the front."""
        self._ask()

    def _chosen(self) -> date:
        found = self.day.currentData()
        assert isinstance(found, date)
        return found

    def _on_day(self, _: int) -> None:
        self._ask()

    def _ask(self) -> None:
        day = self._chosen()
        self._workplace.lane.run(
            lambda desk: _listed(desk, day), self._on_listed, self._workplace.failed
        )

    def _on_listed(self, listed: list[tuple[Temporary, str]]) -> None:
        self.list.show_rows([_row(badge, name) for badge, name in listed])
        if listed:
            free = sum(not badge.delegate and not badge.revoked for badge, _ in listed)
            text = translate("Badges", "{count} badges for this day, {free} not given out")
            self._say(text.format(count=number(len(listed)), free=number(free)))
        else:
            self._say(translate("Badges", "There are none for this day yet."))

    # -- making ------------------------------------------------------------

    def _on_save(self) -> None:
        event = self._workplace.event_file
        folder = event.parent if event else Path.home()
        offered = folder / f"temporary-badges-{self._chosen():%Y-%m-%d}.pdf"
        chosen = file_dialogs.save_file(
            self, translate("Badges", "Save badges as PDF"), str(offered), "PDF (*.pdf)"
        )
        if chosen:
            file = Path(chosen)
            self.make(file if file.suffix else file.with_suffix(".pdf"))

    def make(self, file: Path) -> None:
        """Makes the badges and writes them to a PDF file."""
        if self._beside.busy:
            return
        if file.suffix.lower() != ".pdf":
            text = translate("Badges", "Badges are a PDF file: {file} does not end in .pdf.")
            self._say(text.format(file=file.name), wrong=True)
            return
        self.save.setEnabled(False)
        many, day, operator = self.many.value(), self._chosen(), self._workplace.operator
        made = _Made(self, file)
        self._workplace.lane.run(
            lambda desk: desk.make_temporaries(many, day, operator=operator),
            made.write,
            self._on_failed,
        )

    def write(self, badges: list[Temporary], file: Path) -> None:
        """Draws badges that are recorded."""
        layout = self._workplace.settings.usual_layout

        def draw(desk: Desk, say: Say, stopped: Stopped) -> Path:
            from checkin_app.badges.render import render
            from checkin_app.exporting.files import unwritable
            from checkin_app.press.temporaries import temporary_subjects

            try:
                subjects = list(temporary_subjects(badges, desk.event))
                render(subjects, file, layout=desk.layout(desk.usual_layout(layout)))
            except OSError as error:
                raise unwritable(file, error) from error
            return file

        self._beside.read(self._workplace.lane, draw, self._on_written, self._on_failed)

    def _on_written(self, file: Path) -> None:
        self.save.setEnabled(True)
        self._workplace.toast(translate("Badges", "Saved in {file}").format(file=file.name))
        self._ask()

    def _on_failed(self, error: CheckinError) -> None:
        self.save.setEnabled(True)
        self._say(self._workplace.say(error), wrong=True)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self.said.setText(text)
        self.said.setProperty("role", "problem" if wrong else "")
        restyle(self.said)


class _Made:
    """Where the badges go that are being recorded."""

    def __init__(self, page: TemporariesPage, file: Path) -> None:
        self._page = page
        self._file = file

    def write(self, badges: list[Temporary]) -> None:
        import shiboken6

        if shiboken6.isValid(self._page):
            self._page.write(badges, self._file)


def _listed(desk: Desk, day: date) -> list[tuple[Temporary, str]]:
    return [
        (badge, desk.delegate(badge.delegate).delegate.name if badge.delegate else "")
        for badge in desk.temporaries(day)
    ]


def _row(badge: Temporary, name: str) -> Row:
    if badge.revoked:
        said, mark = translate("Badges", "Taken back"), "refused"
    elif name:
        said, mark = translate("Badges", "Given to {name}").format(name=name), "check"
    else:
        said, mark = translate("Badges", "Not given out"), "waiting"
    title = translate("Badges", "No. {number}").format(number=badge.number)
    return Row(badge.code, title, said, mark)
