"""Owns what the hub of this desk knows of the others: asked every few seconds while looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from checkin_app.domain.errors import CheckinError
from checkin_app.ui.sync.own_hub import OwnHub, Stage

_EACH = 10_000


@dataclass(frozen=True, slots=True)
class DeskRow:
    """A desk as its hub knows it; `clock` in milliseconds, what is not known is None."""

    desk: str
    name: str
    profile: str
    met: datetime | None
    release: str
    outbox: int
    clock: int | None
    revoked: bool
    enrolled: datetime | None = None


class HubDesks(QObject):
    """`rows` are empty where this desk is no hub. Emits `refused` with why a revocation failed."""

    changed = Signal()
    refused = Signal(object)

    def __init__(self, hub: OwnHub, parent: QObject) -> None:
        super().__init__(parent)
        self._hub = hub
        self.rows: tuple[DeskRow, ...] = ()
        self._asking = False
        self._each = QTimer(self)
        self._each.setObjectName("hub-desks")
        self._each.setInterval(_EACH)
        self._each.timeout.connect(self.ask)
        hub.changed.connect(self._on_hub)

    def watch(self, on: bool) -> None:
        """Somebody looks, or nobody does any more."""
        if on:
            self._each.start()
            self.ask()
        else:
            self._each.stop()

    def ask(self) -> None:
        """Asks the hub's books."""
        if self._hub.stage is Stage.SERVING and not self._asking:
            self._asking = True
            self._hub.run(["hub", "desks"], self._on_rows, self._on_none)

    def revoke(self, desk: str) -> None:
        """From now on the hub refuses this desk."""
        self._hub.run(["hub", "revoke", desk], self._on_revoked, self.refused.emit)

    def _on_hub(self) -> None:
        if self._hub.stage is not Stage.SERVING and self.rows:
            self.rows = ()
            self.changed.emit()
        elif self._each.isActive():
            self.ask()

    def _on_rows(self, answer: Any) -> None:
        self._asking = False
        rows = tuple(_row(each) for each in answer)
        if rows != self.rows:
            self.rows = rows
            self.changed.emit()

    def _on_revoked(self, _: Any) -> None:
        self.ask()

    def _on_none(self, error: CheckinError) -> None:
        self._asking = False


def _row(said: dict[str, Any]) -> DeskRow:
    met, enrolled = said.get("met_at"), said.get("enrolled_at")
    return DeskRow(
        str(said["desk"]),
        str(said["name"]),
        str(said["profile"]),
        datetime.fromisoformat(met) if met else None,
        str(said.get("release") or ""),
        int(said.get("outbox") or 0),
        said.get("clock"),
        bool(said.get("revoked_at")),
        datetime.fromisoformat(enrolled) if enrolled else None,
    )
