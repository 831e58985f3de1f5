"""Owns joining as it goes on beside the window: this event to its hub, or another into a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from checkin_app.domain.errors import CheckinError, NotPossible
from checkin_app.ui.background import Background
from checkin_app.ui.language import translate
from checkin_app.ui.start import events
from checkin_app.ui.sync.join_form import JoinForm
from checkin_app.ui.sync.office import sync_office
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.sync.joining import Joined

OTHER_EVENT = (
    "This enrolment is for “{event}”, and another event is open here. Nothing was changed: choose"
    " “To the first page” in Settings, and join there."
)


class Joins(QObject):
    """Does what a form wants; the form shows how it goes."""

    def __init__(self, workplace: Workplace, form: JoinForm) -> None:
        super().__init__(form)
        self._workplace = workplace
        self._form = form
        self._file = Path()
        self._beside = Background(self)
        self._beside.progressed.connect(form.step)
        form.wanted.connect(self.join)

    def join(self, text: str, name: str) -> None:
        """Joins: the event that is open, or where none is, into a file of its own."""
        enrolment = self._form.enrolment
        if enrolment is None or self._beside.busy:
            return
        forum = self._workplace.forum
        if forum is not None and forum.id != enrolment.event:
            self._form.failed(NotPossible(OTHER_EVENT, event=enrolment.event_name))
            return
        if name:
            self._workplace.settings.desk_name = name
            self._workplace.keep_settings()
        office = sync_office(self._workplace)
        self._form.busy(translate("Sync", "Asking the hub …"))
        if forum is not None and office.ask is not None:
            self._attach(text, name)
        else:
            self._fetch(text, name, enrolment.event_name)

    def _attach(self, text: str, name: str) -> None:
        from checkin_app.sync import joining

        ask = sync_office(self._workplace).ask
        assert ask is not None
        self._beside.start(
            lambda say, stopped: joining.attach(text, ask, name=name),
            self._on_attached,
            self._on_failed,
        )

    def _fetch(self, text: str, name: str, title: str) -> None:
        from checkin_app.sync import joining

        # The same file again after a failure: the hub knows the desk by its key.
        if not self._file.name or self._file.exists():
            self._file = events.free_file(title)
        file = self._file
        self._beside.start(
            lambda say, stopped: joining.join_into(text, file, name=name, progress=say),
            self._on_fetched,
            self._on_failed,
        )

    def _on_attached(self, joined: Joined) -> None:
        self._form.done()
        self._workplace.toast(translate("Sync", "Joined. What waited here goes out now."))
        sync_office(self._workplace).again()

    def _on_fetched(self, joined: Joined) -> None:
        self._form.done()
        self._workplace.event_asked.emit(str(joined.path))

    def _on_failed(self, error: CheckinError) -> None:
        self._form.failed(error)
