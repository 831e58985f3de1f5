"""What the control room counts: whom a checkpoint expects, what desks disagree about."""

from __future__ import annotations

from pathlib import Path

from checkin_app.desk import Desk
from checkin_app.domain.delegates import Delegation
from checkin_app.domain.programme import AccessRule, Checkpoint, CheckpointKind
from checkin_app.hub import figures
from checkin_app.ledger.clock import now_ms
from checkin_app.store.bootstrap import bootstrap
from tests.desk_support import new_desk, walk_in
from tests.hub.page_support import Room, browsing


def test_a_checkpoint_expects_whom_its_rules_let_pass(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    door = CheckpointKind.DOOR
    desk.add_records(
        [
            Delegation("japan", "Japan", "JP"),
            *(Checkpoint(key, door, key, key) for key in ("open", "vips", "ours", "either")),
            AccessRule("r1", "vips", categories=frozenset({"vip"})),
            AccessRule("r2", "ours", delegations=frozenset({"japan"})),
            AccessRule("r3", "either", categories=frozenset({"vip"})),
            AccessRule("r4", "either", delegations=frozenset({"japan"})),
        ]
    )
    walk_in(desk, "An", category="vip")
    walk_in(desk, "Bình", category="vip", delegation="japan")
    walk_in(desk, "Chi", category="delegate", delegation="japan")
    walk_in(desk, "Dũng", category="delegate")
    gone = walk_in(desk, "Giang", category="vip")
    desk.amend(gone.id, {"standing": "withdrawn"})
    room = Room(desk.path)
    board = room.projection.read(lambda file: figures.board(file, now_ms()))
    expected = {place.checkpoint.id: place.expected for place in board.places}
    assert expected == {"registration": 4, "open": 4, "vips": 2, "ours": 2, "either": 3}
    countries = {share.id: share.expected for share in board.countries}
    assert countries == {"JP": 2, "": 2}
    room.projection.close()
    desk.close()


def test_what_two_desks_disagree_about_is_shown_with_both_sides(tmp_path: Path) -> None:
    one = new_desk(tmp_path)
    person = walk_in(one, "Đặng Thị Khánh Vân")
    bootstrap(tmp_path / "two.checkin", one.every_page()).close()
    two = Desk.open(tmp_path / "two.checkin")
    for desk in (one, two):
        desk.admit(person.id)
    one.receive(list(two.every_page()), "two")
    assert one.open_conflicts() == 1
    room = Room(one.path)
    with browsing(room) as browser:
        html = browser.get("/conflicts").text
        assert "Admitted twice" in html and "Đặng Thị Khánh Vân" in html
        assert html.count(one.desk_name) + html.count(two.desk_name) >= 2
        assert "none has joined yet" in html
        assert "<form" not in html.split("<main", 1)[1]
    one.resolve(one.conflicts()[0].id, "same_person")
    board = room.projection.read(lambda file: figures.board(file, now_ms()))
    assert (board.open_conflicts, board.conflicts) == (0, ())
    room.projection.close()
    two.close()
    one.close()
