"""Owns the exchange of the window: the sync lane while an event is open, and what it says.

The lane runs beside the desk lane and hands pulled pages to it. Nothing here is on the way of a
scan: a fact that was recorded sets an event, and the lane does the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from checkin_app.domain.errors import CheckinError
from checkin_app.sync.state import SyncState
from checkin_app.ui.queue.asked import Asked
from checkin_app.ui.sync import verbs
from checkin_app.ui.sync.verbs import Survey
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from pathlib import Path

    from checkin_app.press.press import Ask

#: Milliseconds after which news of the desk are asked for, and screens are refreshed: facts come
#: in bursts.
_SOON, _REFRESH = 700, 400
#: What the window shows may be touched by any page.
_KINDS = ("roster", "scans", "prints", "programme")


class Runs(Protocol):
    """The sync lane, as the window knows it."""

    def start(self) -> None: ...
    def wake(self) -> None: ...
    def now(self) -> None: ...
    def stop(self) -> None: ...


Maker = Callable[["Ask", "Path", Callable[[SyncState], None], bool], Runs]


def real_lane(ask: Ask, path: Path, said: Callable[[SyncState], None], lan: bool) -> Runs:
    """The lane of the running program; it is imported when it is needed."""
    from checkin_app.sync.lane import SyncLane

    return SyncLane(ask, path, said, lan=lan)


def sync_office(workplace: Workplace) -> SyncOffice:
    """The exchange of this window; it goes on when screens are built anew."""
    found = workplace.findChild(SyncOffice)
    return found if isinstance(found, SyncOffice) else SyncOffice(workplace)


class SyncOffice(QObject):
    """Emits `changed` when state or survey are new, `came` when others' facts came in."""

    changed = Signal()
    came = Signal()
    _said = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.setObjectName("sync-office")
        self._workplace = workplace
        self.state = SyncState()
        self.survey = Survey()
        self.make: Maker = real_lane
        self._lane: Runs | None = None
        self._asked: Asked | None = None
        self._pulled = 0
        self._said.connect(self._on_said, Qt.ConnectionType.QueuedConnection)
        self._soon = self._timer("sync-survey", _SOON, self.look)
        self._refresh = self._timer("sync-refresh", _REFRESH, self._tell_screens)
        workplace.touched.connect(self._on_touched)
        workplace.recorded.connect(self.woken)

    def _timer(self, name: str, pause: int, act: Callable[[], None]) -> QTimer:
        made = QTimer(self)
        made.setObjectName(name)
        made.setSingleShot(True)
        made.setInterval(pause)
        made.timeout.connect(act)
        return made

    # -- the lane ----------------------------------------------------------

    def begin(self) -> None:
        """An event is open: what is known of its hub is asked, then the lane runs."""
        self.leave()
        self.look()

    def leave(self) -> None:
        """The event is closed, or the hub is another one: nothing of it is told any more."""
        lane, self._lane = self._lane, None
        asked, self._asked = self._asked, None
        if asked is not None:
            asked.stop()
            asked.deleteLater()
        if lane is not None:
            lane.stop()
        self._soon.stop()
        self.state, self.survey, self._pulled = SyncState(), Survey(), 0
        self.changed.emit()

    @property
    def runs(self) -> bool:
        """Whether there is somebody to meet: a hub, or desks on the LAN."""
        return self._lane is not None

    def try_now(self) -> None:
        """Meets at once instead of at its next time."""
        if self._lane is not None:
            self._lane.now()

    @Slot()
    def woken(self) -> None:
        """A fact was recorded here."""
        if self._lane is not None:
            self._lane.wake()
        if not self._soon.isActive():
            self._soon.start()

    def look(self) -> None:
        """Asks the desk what it knows of hub, conflicts, alarms."""
        if self._workplace.forum is not None:
            self._workplace.lane.run(verbs.survey, self._on_survey, self._on_no_survey)

    def _on_survey(self, survey: Survey) -> None:
        self.survey = survey
        wanted = survey.hub is not None or self._workplace.settings.lan
        if wanted and self._lane is None:
            self._start()
        elif not wanted and self._lane is not None:
            self.leave()
            self.survey = survey
        self.changed.emit()

    def _on_no_survey(self, error: CheckinError) -> None:
        """What cannot be asked is not known; the verbs of the screens say why."""

    def _start(self) -> None:
        path = self._workplace.event_file
        if path is None:
            return
        self._asked = Asked(self._workplace.lane, self)
        self._asked.told.connect(self._on_told)
        lane = self.make(
            self._asked.ask, path, self._told(self._asked), self._workplace.settings.lan
        )
        self._lane = lane
        lane.start()

    def _told(self, asked: Asked) -> Callable[[SyncState], None]:
        """The lane's callback, from its thread; a lane that was left tells nobody."""
        return lambda state: asked.tell(self._said, (asked, state))

    # -- what comes back ---------------------------------------------------

    @Slot(object)
    def _on_said(self, told: tuple[Asked, SyncState]) -> None:
        asked, state = told
        if asked is not self._asked:
            return
        before, self.state = self.state, state
        if state.conflicts != before.conflicts or state.link != before.link:
            self._soon.start()
        self.changed.emit()

    @Slot(object)
    def _on_told(self, answer: object) -> None:
        """The lane's verbs: when pages were taken in, what is on screen is no longer all."""
        taken = getattr(answer, "taken", 0)
        if isinstance(taken, int) and taken > 0 and not self._refresh.isActive():
            self._refresh.start()

    def _tell_screens(self) -> None:
        for kind in _KINDS:
            self._workplace.touched.emit(kind)
        self.came.emit()
        self._soon.start()

    @Slot(str)
    def _on_touched(self, kind: str) -> None:
        if kind in _KINDS:
            self.woken()
