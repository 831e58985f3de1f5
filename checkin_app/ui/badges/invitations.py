"""Owns the page of invitations: a file with the code for each delegate, to be mailed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from checkin_app.domain.errors import CheckinError
from checkin_app.ui import file_dialogs
from checkin_app.ui.background import Background, Say, Stopped
from checkin_app.ui.language import number, translate
from checkin_app.ui.roster import query
from checkin_app.ui.roster.columns import category_name
from checkin_app.ui.roster.picker import Choice, Picker
from checkin_app.ui.settings.rows import choice
from checkin_app.ui.widgets.flow_row import flow_row
from checkin_app.ui.widgets.parts import KeyButton, label, restyle
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.badges.invitations import Format, Invited
    from checkin_app.badges.selection import Selection
    from checkin_app.desk import Desk


class InvitationsPage(QWidget):
    """Into a folder or a ZIP, with a list of who gets which file."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._beside = Background(self)
        self._beside.progressed.connect(self._on_progress)
        self._place = Path()
        self.delegation = Picker(translate("Badges", "All delegations"), [])
        self.category = Picker(translate("Badges", "All categories"), [])
        self.form = choice(
            (
                ("pdf", translate("Badges", "A page to print (PDF)")),
                ("png", translate("Badges", "A picture (PNG)")),
            ),
            "pdf",
        )
        self.form.setAccessibleName(translate("Badges", "Form"))
        self.archive = KeyButton(
            translate("Badges", "Save as ZIP …"), kind="primary", icon="export"
        )
        self.archive.clicked.connect(self._on_archive)
        self.folder = KeyButton(translate("Badges", "Into a folder …"), icon="open")
        self.folder.clicked.connect(self._on_folder)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.cancel = KeyButton(translate("Badges", "Cancel"))
        self.cancel.clicked.connect(self._beside.stop)
        self.said = label(wrap=True)
        self._lay_out()
        self._working(False)

    def _lay_out(self) -> None:
        panel = QFrame()
        panel.setObjectName("panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(24, 20, 24, 20)
        inside.setSpacing(14)
        inside.addWidget(flow_row(self.delegation, self.category, self.form, gap=12))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.archive)
        row.addWidget(self.folder)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        row.addStretch(0)
        inside.addLayout(row)
        inside.addWidget(self.said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(
            label(
                translate(
                    "Badges",
                    "Each delegate’s code, ready to be mailed before the event: one file a person, "
                    "named by their id, and a list of who gets which.",
                ),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(panel)
        column.addStretch(1)

    def shown(self) -> None:
        """The page came to the front."""
        self._workplace.lane.run(query.choices, self._on_choices, self._workplace.failed)

    def _on_choices(self, choices: query.Choices) -> None:
        lang = self._workplace.lang
        everything = Choice("", translate("Badges", "All delegations"))
        self.delegation.offer([everything, *(Choice(d.id, d.name) for d in choices.delegations)])
        everything = Choice("", translate("Badges", "All categories"))
        self.category.offer(
            [everything, *(Choice(c.id, category_name(c, lang)) for c in choices.categories)]
        )

    def _on_archive(self) -> None:
        offered = self._beside_event() / "invitations.zip"
        chosen = file_dialogs.save_file(
            self, translate("Badges", "Save invitations"), str(offered), "ZIP (*.zip)"
        )
        if chosen:
            file = Path(chosen)
            self.make(file if file.suffix.lower() == ".zip" else file.with_suffix(".zip"))

    def _on_folder(self) -> None:
        chosen = file_dialogs.open_folder(
            self,
            translate("Badges", "An empty folder for the invitations"),
            str(self._beside_event()),
        )
        if chosen:
            self.make(Path(chosen))

    def _beside_event(self) -> Path:
        event = self._workplace.event_file
        return event.parent if event else Path.home()

    def make(self, place: Path) -> None:
        """Writes the invitations into a new or empty folder, or a ZIP."""
        if self._beside.busy:
            return
        from checkin_app.badges.selection import Selection

        self._place = place
        selection = Selection(
            delegation=self.delegation.current, category=self.category.current, invited=True
        )
        form: Format = "png" if self.form.currentData() == "png" else "pdf"
        self._working(True)
        self._say(translate("Badges", "Making invitations …"))
        self._beside.read(
            self._workplace.lane,
            lambda desk, say, stopped: _write(desk, selection, form, place, say, stopped),
            self._on_made,
            self._on_failed,
        )

    def _on_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _on_made(self, made: Invited) -> None:
        self._working(False)
        if made.cancelled:
            self._say(translate("Badges", "Cancelled. Nothing was written."))
        elif not made.files:
            self._say(translate("Badges", "There is nobody to invite; nothing was written."))
        else:
            text = translate("Badges", "{count} invitations are in {place}")
            said = text.format(count=number(made.files), place=self._place)
            if made.left_out:
                missing = translate(
                    "Badges", "%n left out: no font has their names", None, len(made.left_out)
                )
                said = f"{said} · {missing}"
            self._say(said)

    def _on_failed(self, error: CheckinError) -> None:
        self._working(False)
        self._say(self._workplace.say(error), wrong=True)

    def _working(self, on: bool) -> None:
        for part in (self.bar, self.cancel):
            part.setVisible(on)
        for button in (self.archive, self.folder):
            button.setVisible(not on)
        if on:
            self.bar.setRange(0, 0)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self.said.setText(text)
        self.said.setProperty("role", "problem" if wrong else "")
        restyle(self.said)


def _write(
    desk: Desk, selection: Selection, form: Format, place: Path, say: Say, stopped: Stopped
) -> Invited:
    """Beside the lane."""
    from checkin_app.badges.invitations import LAYOUT, write_invitations
    from checkin_app.exporting.files import unwritable

    addresses = {row.delegate.id: row.delegate.email for row in desk.roster_rows(desk.roster_ids())}

    def progress(done: int, total: int | None) -> None:
        say(done, total or done)

    try:
        return write_invitations(
            desk.badge_subjects(selection),
            place,
            form=form,
            layout=desk.layouts().get(LAYOUT),
            emails=lambda key: addresses.get(key, ""),
            photos=desk.photo,
            progress=progress,
            cancelled=stopped,
        )
    except OSError as error:
        raise unwritable(place, error) from error
