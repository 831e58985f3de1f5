"""A stream forked twice: the hub gives both sides of the earlier fork, whichever came last."""

from __future__ import annotations

import shutil
from pathlib import Path

from checkin_app.desk import Desk
from checkin_app.hub.store import found
from checkin_app.hub.store.ledger_store import LedgerStore
from checkin_app.sync.exchange import push
from tests.desk_support import code_of, later, new_desk, walk_in
from tests.simulation.hubs import StorePeer


def scans(file: Path, count: int, start: int) -> Desk:
    """A desk at this file after some scans."""
    desk = Desk.open(file)
    person = desk.roster_rows(desk.roster_ids())[0].delegate
    for number in range(count):
        desk.scan(code_of(desk, person), at=later(start + 10 * number))
    return desk


def take(desk: Desk, store: LedgerStore) -> None:
    desk.receive(store.lacking(desk.vector(), 1 << 20)[0], "hub")


def meet(desk: Desk, store: LedgerStore) -> None:
    take(desk, store)
    push(StorePeer(store), store.vector(), desk.lacking)


def test_the_side_of_a_fork_that_comes_after_a_later_fork_is_sent(tmp_path: Path) -> None:
    founder = new_desk(tmp_path)
    walk_in(founder, "Lê An")
    store, admin = found(f"sqlite:///{tmp_path}/forum.hub", founder._file)
    stream, _ = max(founder.vector().items(), key=lambda line: line[1][0])
    founder.close()
    heads = {}
    for number in range(2):
        copy = tmp_path / f"copy{number}.checkin"
        shutil.copy(founder.path, copy)
        desk = scans(copy, 1, 10 * number)
        heads[desk.vector()[stream][1]] = copy
        desk.close()
    # The side with the lesser chain keeps the stream's name; here it is the one that comes last.
    early, main = heads[min(heads)], heads[max(heads)]
    middle = tmp_path / "middle.checkin"
    scans(main, 2, 100).close()
    shutil.copy(main, middle)
    desk, fork, late = scans(main, 3, 200), scans(middle, 2, 300), Desk.open(early)
    meet(desk, store)
    meet(fork, store)
    take(desk, store)
    assert desk.vector() == store.vector()

    meet(late, store)
    assert late.vector() == store.vector()
    take(desk, store)
    assert desk.vector() == store.vector()
    for one in (desk, fork, late):
        one.close()
    store.close()
    admin.close()
