"""Owns the exchange of the window: the sync lane while an event is open, and what it says.

The lane runs beside the desk lane and hands pulled pages to it. Nothing here is on the way of a
scan: a fact that was recorded sets an event, and the lane does the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from checkin_app.domain.errors import CheckinError, HubRevoked
from checkin_app.sync.state import SyncState
from checkin_app.ui.queue.asked import Asked
from checkin_app.ui.sync import verbs
from checkin_app.ui.sync.runner import Maker, Runner, gently, real_lane
from checkin_app.ui.sync.verbs import Survey
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.press.press import Ask

#: Milliseconds after which news of the desk are asked for, and screens are refreshed: facts come
#: in bursts.
_SOON, _REFRESH = 700, 400
#: The same while very much comes in: each refresh is work for the desk lane.
_REFRESH_MUCH = 3000
#: Milliseconds after which a lane that could not begin is begun again.
_AGAIN = 10_000
#: What the window shows may be touched by any page.
_KINDS = ("roster", "scans", "prints", "programme")


def sync_office(workplace: Workplace) -> SyncOffice:
    """The exchange of this window; it goes on when screens are built anew."""
    found = workplace.findChild(SyncOffice)
    return found if isinstance(found, SyncOffice) else SyncOffice(workplace)


class SyncOffice(QObject):
    """Emits `changed` when state or survey are new, `came` when others' facts came in."""

    changed = Signal()
    came = Signal()
    _said = Signal(object)
    _ended = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.setObjectName("sync-office")
        self._workplace = workplace
        self._heard = SyncState()
        self._revoked: CheckinError | None = None
        self.survey = Survey()
        self.make: Maker = real_lane
        #: The conflict that somebody wants to see when the tray is shown next.
        self.wanted = ""
        self._asked: Asked | None = None
        self._runner: Runner | None = None
        self._ending: list[Runner] = []
        self._lane_asked: Asked | None = None
        self._said.connect(self._on_said, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._soon = self._timer("sync-survey", _SOON, self.look)
        self._refresh = self._timer("sync-refresh", _REFRESH, self._tell_screens)
        self._again = self._timer("sync-again", _AGAIN, self.look)
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
        self._asked = self._new_asked()
        self.look()

    def leave(self) -> None:
        """The event is closed: nothing of it is asked or told any more."""
        self._revoked = None
        if self._asked is not None:
            self._drop(self._asked)
            self._asked = None
        self.stop()
        for timer in (self._soon, self._refresh, self._again):
            timer.stop()
        self.survey = Survey()
        self.changed.emit()

    def stop(self) -> None:
        """The lane ends; it is begun anew when the desk says that there is a hub."""
        runner, self._runner = self._runner, None
        if runner is not None:
            runner.end()
            self._ending.append(runner)
        if self._lane_asked is not None:
            self._drop(self._lane_asked)
            self._lane_asked = None
        self._heard = SyncState()

    @property
    def state(self) -> SyncState:
        """What the lane said; what only the desk knows while there is no link comes from it."""
        heard, survey = self._heard, self.survey
        if heard.link == "none" and survey.hub is not None:
            heard = replace(heard, link="connecting")
        if self._revoked is not None and survey.hub is not None:
            heard = replace(heard, link="revoked", problem=self._revoked)
        if heard.link not in ("met", "none"):
            heard = replace(heard, outbox=survey.outbox, met_at=max(heard.met_at, survey.met_at))
        return heard

    @property
    def busy(self) -> bool:
        """Whether threads of a lane that was ended are still there."""
        return any(runner.alive for runner in self._ending)

    @Slot()
    def _on_ended(self) -> None:
        self._ending = [runner for runner in self._ending if runner.alive]
        if self._runner is not None and not self._runner.alive:  # It could not begin.
            self._runner = None
            self._again.start()

    def _new_asked(self) -> Asked:
        made = Asked(self._workplace.lane, self)
        made.told.connect(self._on_told)
        return made

    def _drop(self, asked: Asked) -> None:
        asked.stop()
        asked.deleteLater()

    def again(self) -> None:
        """Whom to meet is another one now, or this desk is enrolled anew."""
        self._revoked = None
        self.restart()

    def restart(self) -> None:
        """How to meet is another way now."""
        self.stop()
        self.look()

    def kill(self) -> None:
        """The end of the window: what does not end is left to the system."""

    @property
    def ask(self) -> Ask | None:
        """How threads beside the window ask the open event's desk; None without an event."""
        return gently(self._asked) if self._asked is not None else None

    @property
    def runs(self) -> bool:
        """Whether there is somebody to meet: a hub, or desks on the LAN."""
        return self._runner is not None

    def try_now(self) -> None:
        """Meets at once instead of at its next time."""
        if self._runner is not None:
            self._runner.now()

    @Slot()
    def woken(self) -> None:
        """A fact was recorded here."""
        if self._runner is not None:
            self._runner.wake()
        if not self._soon.isActive():
            self._soon.start()

    def look(self) -> None:
        """Asks the desk what it knows of hub, conflicts, alarms."""
        if self._workplace.forum is not None:
            self._workplace.lane.run(verbs.survey, self._on_survey, self._on_no_survey)

    def _on_survey(self, survey: Survey) -> None:
        self.survey = survey
        wanted = survey.hub is not None or self._workplace.settings.lan
        if wanted and self._runner is None:
            self._start()
        elif not wanted and self._runner is not None:
            self.stop()
        self.changed.emit()

    def _on_no_survey(self, error: CheckinError) -> None:
        """What cannot be asked is not known; the verbs of the screens say why."""

    def _start(self) -> None:
        path = self._workplace.event_file
        if path is None:
            return
        asked = self._lane_asked = self._new_asked()
        said = partial(asked.tell, self._said)
        lan, make = self._workplace.settings.lan, self.make
        self._runner = Runner(
            lambda ask: make(ask, path, lambda state: said((asked, state)), lan=lan),
            asked,
            lambda error: said((asked, SyncState("offline", problem=error))),
            self._over,
        )
        self._runner.start()

    def _over(self) -> None:
        """In the runner's thread: who waits for its end looks again."""
        if shiboken6.isValid(self):
            self._ended.emit()

    # -- what comes back ---------------------------------------------------

    @Slot(object)
    def _on_said(self, told: tuple[Asked, SyncState]) -> None:
        asked, state = told
        if asked is not self._lane_asked:
            return
        before, self._heard = self._heard, state
        self._remember_revoked(state)
        if state.conflicts != before.conflicts or state.link != before.link:
            self._soon.start()
        self.changed.emit()

    def _remember_revoked(self, state: SyncState) -> None:
        """Who was revoked stays so, whatever answers at the hub's address, or nothing does."""
        if state.link == "revoked":
            self._revoked = state.problem or HubRevoked()
        elif state.link == "met":
            self._revoked = None

    @Slot(object)
    def _on_told(self, answer: object) -> None:
        """The lane's verbs: when pages were taken in, what is on screen is no longer all."""
        taken = getattr(answer, "taken", 0)
        if isinstance(taken, int) and taken > 0 and not self._refresh.isActive():
            much = self._heard.progress is not None
            self._refresh.start(_REFRESH_MUCH if much else _REFRESH)

    def _tell_screens(self) -> None:
        for kind in _KINDS:
            self._workplace.touched.emit(kind)
        self.came.emit()
        self._soon.start()

    @Slot(str)
    def _on_touched(self, kind: str) -> None:
        if kind in _KINDS:
            self.woken()
