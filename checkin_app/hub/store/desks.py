"""Owns that the ledger is told of desks: enrolled ones and revoked ones, in the hub's own stream.

The admin part may be written by a command while the hub serves; the process that serves, or the
command itself when none does, then records what is not recorded yet. Recorded twice does no harm.
"""

from __future__ import annotations

import threading

from checkin_app.hub.health import Health
from checkin_app.hub.store.admin import ENROLLED, REVOKED, Admin
from checkin_app.hub.store.protocol import HubStore
from checkin_app.ledger import kinds

LOOK_EVERY = 0.3
RECORDING = "recording of desks"
#: The thread that looks and a request that enrols would else record the same desk twice.
_TURN = threading.Lock()


def settle(store: HubStore, admin: Admin) -> int:
    """Records what was not recorded; how many facts that were."""
    with _TURN:
        return _settle(store, admin)


def _settle(store: HubStore, admin: Admin) -> int:
    count = 0
    for desk in admin.unrecorded():
        if desk.recorded < ENROLLED:
            said = {
                "desk": desk.desk,
                "public_key": desk.public_key,
                "profile": desk.profile,
                "name": desk.name,
            }
            store.append(kinds.ENROLLED, desk.desk, said)
            admin.recorded(desk, ENROLLED)
            count += 1
        # Read again: another process may have recorded both while this one enrolled, and then the
        # enrolment would be the latest word.
        latest = admin.desk(desk.desk) or desk
        if latest.revoked_at is not None:
            heads = store.streams_of(bytes.fromhex(desk.public_key))
            cuts = {stream: n for stream, (n, _) in sorted(heads.items())}
            store.append(kinds.REVOKED, desk.desk, {"desk": desk.desk, "cuts": cuts})
            admin.recorded(latest, REVOKED)
            count += 1
    return count


class Settling:
    """A thread that soon records what a command has changed."""

    def __init__(self, store: HubStore, admin: Admin, health: Health | None = None) -> None:
        self._store = store
        self._health = health or Health()
        self._admin = admin
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="hub desks", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        pause = 0.0
        while not self._stopped.wait(pause):
            try:
                settle(self._store, self._admin)
            except Exception as error:
                pause = self._health.failed(RECORDING, error)
            else:
                self._health.well(RECORDING)
                pause = LOOK_EVERY

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join()
