"""A hub process that goes on late, after another has enrolled a desk and revoked it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from checkin_app.hub import enrolling
from checkin_app.hub.settings import Settings
from checkin_app.hub.store import desks, found
from checkin_app.ledger import seal
from checkin_app.store import authority
from checkin_app.sync import enrolment
from checkin_app.sync.wire import Enrol
from tests.desk_support import new_desk, walk_in
from tests.sync.meeting import close_all


class Late:
    """The books as this process read them before the other one wrote."""

    def __init__(self, admin: Any) -> None:
        self._admin, self._rows = admin, list(admin.unrecorded())

    def unrecorded(self) -> list[Any]:
        return self._rows

    def __getattr__(self, name: str) -> Callable[..., Any]:
        found: Callable[..., Any] = getattr(self._admin, name)
        return found


def test_a_revoked_desk_is_not_enrolled_again_by_who_is_late(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    walk_in(desk, "Lê An")
    store, admin = found(f"sqlite:///{tmp_path / 'one.hub'}", desk._file)
    settings = Settings(addresses=("https://127.0.0.1:1",), pin=bytes(32))
    asked = enrolment.parse(enrolling.enrol(admin, settings, "Door", "door").text)
    key = seal.public_key(seal.new_key())
    enrolling.accept(admin, Enrol(asked.secret, asked.event, "d1", "Door", key), store.event)
    late: Any = Late(admin)
    desks.settle(store, admin)
    enrolling.revoke(admin, "d1")
    desks.settle(store, admin)
    desks.settle(store, late)
    pages, _ = store.lacking(desk.vector(), 1 << 24)
    desk.receive(pages, "hub")
    assert authority.profile_of(desk._file.connection, key.hex()) == ""
    store.close()
    admin.close()
    close_all(desk)
