"""A desk whose layout this event does not have prints all the same; one in use is not removed."""

from dataclasses import replace

import pytest

from checkin_app.badges.layout import built_in_document
from checkin_app.config import Station
from checkin_app.desk import Desk
from checkin_app.domain.errors import NotPossible
from tests.desk_support import new_desk, walk_in


@pytest.fixture
def desk(tmp_path):
    made = new_desk(tmp_path)
    yield made
    made.close()


def own(desk: Desk) -> None:
    desk.save_layout(built_in_document("qr-label").replace('"qr-label"', '"mine"'))


def test_a_layout_of_another_event(desk: Desk) -> None:
    who = walk_in(desk, "Lê An")
    station = Station(badge_layout="mine", printer="folder:/nowhere")
    [job] = desk.order_badges([who.id], station=station)
    assert [badge.layout for badge in job.badges] == ["a6"]
    assert desk.layout_choice(usual="mine").name("") == "a6"
    own(desk)
    assert desk.layout_choice(usual="mine").name("") == "mine"


def test_a_layout_in_use_stays(desk: Desk) -> None:
    who = walk_in(desk, "Lê An", category="vip")
    own(desk)
    desk.dress("vip", layout="mine")
    with pytest.raises(NotPossible, match="VIP have the layout “mine”"):
        desk.remove_layout("mine")
    desk.dress("vip", layout="")
    desk.remove_layout("mine")
    assert "mine" not in desk.layouts()
    assert replace(who, category="vip") == desk.delegate(who.id).delegate
