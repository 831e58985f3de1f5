"""Owns the hub that this desk is: a child process, founded, served, joined and ended by it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from socket import gethostname
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from checkin_app.domain.errors import CheckinError
from checkin_app.ui.background import Background
from checkin_app.ui.language import translate
from checkin_app.ui.sync import hub_port
from checkin_app.ui.sync.commands import Command, Service, is_founded, store_of
from checkin_app.ui.sync.office import sync_office
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.sync.links import HubLink

#: Milliseconds after which a hub that ended by itself is started again, and how often.
_AGAIN, _TRIES = 2_000, 5


class Stage(StrEnum):
    """How far the hub is."""

    OFF = "off"
    FOUNDING = "founding"
    STARTING = "starting"
    SERVING = "serving"
    FAILED = "failed"


def own_hub(workplace: Workplace) -> OwnHub:
    """The hub of this window."""
    found = workplace.findChild(OwnHub)
    return found if isinstance(found, OwnHub) else OwnHub(workplace)


class OwnHub(QObject):
    """Emits `changed`. `password` is that of the control-room page, known only when it is new."""

    changed = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.setObjectName("own-hub")
        self._workplace = workplace
        self.stage = Stage.OFF
        self.problem: CheckinError | None = None
        self.address = self.password = ""
        self.port = 0
        #: The port at which something else listens; the hub waits for it, or took the next one.
        self.taken = 0
        #: As `hub serve` takes them; tests choose a free port.
        self.options: list[str] = []
        self._event = Path()
        self._tries = 0
        self._wanted = self._fresh = False
        self._service = Service(self)
        self._service.ready.connect(self._on_ready)
        self._service.ended.connect(self._on_ended)
        self._joining = Background(self)
        self._again = QTimer(self)
        self._again.setObjectName("hub-again")
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN)
        self._again.timeout.connect(self._serve)

    # -- on and off --------------------------------------------------------

    @property
    def on(self) -> bool:
        """Whether this desk is the hub of the open event."""
        return str(self._workplace.event_file) in self._workplace.settings.hubs

    @property
    def given_up(self) -> bool:
        """Whether it does not run, and is not tried again by itself."""
        return self.stage is Stage.FAILED and self._tries > _TRIES

    def switch(self, on: bool) -> None:
        """Makes this desk the hub of the open event, or ends that; kept for the next start."""
        event = self._workplace.event_file
        if event is None:
            return
        if on and sync_office(self._workplace).survey.hub is not None and not is_founded(event):
            self._workplace.toast(
                translate("Sync", "This desk belongs to a hub already: one event has one hub.")
            )
            self.changed.emit()
            return
        others = [each for each in self._workplace.settings.hubs if each != str(event)]
        self._workplace.settings.hubs = [*others, str(event)] if on else others
        self._workplace.keep_settings()
        self._tries = 0
        if on:
            self.begin()
        else:
            self.leave()

    def begin(self) -> None:
        """The event is open: its hub is served if this desk is it."""
        event = self._workplace.event_file
        if event is None or not self.on:
            return
        self._wanted = True
        if self._service.running:  # That of before is ending; its end begins this one.
            return
        self._event, self.problem = event, None
        if is_founded(event):
            self._serve()
        else:
            self._go(Stage.FOUNDING)
            self.run(["--event", str(event), "hub", "found"], self._on_founded, self._on_failed)

    @property
    def ticked(self) -> bool:
        """What a switch shows: not that it is wanted where it does not run."""
        return self.on and not self.given_up

    def use_port(self, port: int) -> None:
        """Serves at another port from now on."""
        hub_port.keep_port(self._workplace, port)
        self._again.stop()
        self._tries = 0
        self.begin()

    def leave(self) -> None:
        """The event is closed, or this desk is no hub any more: the child ends gracefully."""
        self._wanted = False
        self._again.stop()
        self._service.stop()
        self._go(Stage.OFF)

    @property
    def busy(self) -> bool:
        """Whether the child is still there."""
        return self._service.running

    def kill(self) -> None:
        """The end of the window: nothing is left running."""
        self._service.stop()
        self._service.kill()
        for command in self.findChildren(Command):
            command.kill()

    def run(
        self,
        arguments: list[str],
        done: Callable[[Any], None],
        failed: Callable[[CheckinError], None],
    ) -> None:
        """Runs a hub command; its JSON comes back in this thread."""
        Command(self, arguments, self._workplace.lang, store_of(self._event)).start(done, failed)

    # -- one step after the other ------------------------------------------

    def _on_founded(self, answer: Any) -> None:
        self.password = str(answer.get("password", ""))
        self._fresh = True
        self._serve()

    def _serve(self) -> None:
        if not self._wanted or self._workplace.event_file != self._event:
            return
        options = self._options()
        if not options:
            self._later()
            return
        self._go(Stage.STARTING)
        arguments = ["hub", "serve", "--until-stdin-ends", *options]
        self._service.start(arguments, self._workplace.lang, store_of(self._event))

    def _options(self) -> list[str]:
        """With a port that is free; empty where desks look for the hub at one that is not."""
        self.taken = 0
        if "--port" in self.options:
            return self.options
        port = hub_port.port_of(self._workplace)
        if not hub_port.is_free(port):
            self.taken = port
            port = hub_port.next_free(port)
            if not self._fresh or port == self.taken:
                return []
            hub_port.keep_port(self._workplace, port)
        return [*self.options, "--port", str(port)]

    def _on_ready(self, at: Any) -> None:
        self.address, self.port = str(at.get("address", "")), int(at.get("port", 0))
        self._tries, self._fresh = 0, False
        self._go(Stage.SERVING)
        self._workplace.lane.run(_link, self._on_link, self._on_failed)

    def _on_link(self, hub: HubLink | None) -> None:
        """The desk whose hub this is meets it like any other: it is enrolled once for a port."""
        if hub is not None and any(each.endswith(f":{self.port}") for each in hub.addresses):
            sync_office(self._workplace).try_now()
        elif self.stage is Stage.SERVING:
            arguments = ["hub", "enrol", "--desk", self._name(), "--address", self._loopback()]
            self.run(arguments, self._on_enrolled, self._on_failed)

    def _name(self) -> str:
        """As staff named this desk; a computer's own name tells them nothing."""
        workplace = self._workplace
        given = workplace.desk_name if workplace.desk_name != gethostname() else ""
        return workplace.settings.desk_name or given or translate("Sync", "Hub desk")

    def _loopback(self) -> str:
        scheme = self.address.partition("://")[0] or "https"
        return f"{scheme}://127.0.0.1:{self.port}"

    def _on_enrolled(self, answer: Any) -> None:
        from checkin_app.sync import joining

        ask, text = sync_office(self._workplace).ask, str(answer["enrolment"])
        if ask is None or self._joining.busy:
            return
        self._joining.start(
            lambda say, stopped: joining.attach(text, ask), self._on_joined, self._on_failed
        )

    def _on_joined(self, _: object) -> None:
        sync_office(self._workplace).again()
        self.changed.emit()

    def _on_ended(self, error: CheckinError | None) -> None:
        if error is None:
            self._go(Stage.OFF)
            if self._wanted:
                self.begin()
            return
        self.problem = error
        self._later()

    def _later(self) -> None:
        """It does not run: some tries more, then somebody must look."""
        self._tries += 1
        if self._tries <= _TRIES:
            self._again.start()
        self._go(Stage.FAILED)

    def _on_failed(self, error: CheckinError) -> None:
        self.problem = error
        self._go(Stage.SERVING if self._service.running else Stage.FAILED)

    def _go(self, stage: Stage) -> None:
        self.stage = stage
        if stage is Stage.STARTING:
            self.problem = None
        self.changed.emit()


def _link(desk: Desk) -> HubLink | None:
    return desk.hub()
