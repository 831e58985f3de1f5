"""The roster table fetches what is looked at, and nothing else; the latest question wins."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from checkin_app.config import Station
from checkin_app.desk import Desk
from checkin_app.domain.errors import CheckinError
from checkin_app.ui.roster import query
from checkin_app.ui.roster.columns import columns
from checkin_app.ui.roster.latest import Latest
from checkin_app.ui.roster.model import PAGE, RosterModel
from checkin_app.ui.roster.query import Asked, Listing, Query
from checkin_app.ui.roster.table import RosterTable
from checkin_app.ui.workplace import Workplace
from tests.desk_support import new_desk
from tests.ui.held_lane import HeldLane

MANY = 3_000


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk with so many people that they fill no screen at once."""
    desk = new_desk(tmp_path_factory.mktemp("many"))
    desk.add_people({"id": f"d{n:05d}", "serial": n, "name": f"Khách {n:05d}"} for n in range(MANY))
    yield desk
    desk.close()


class Surface(QObject):
    """Receives what a model or a Latest tells."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Any] = []
        self.errors: list[CheckinError] = []

    def show(self, what: Any) -> None:
        self.shown.append(what)

    def failed(self, error: CheckinError) -> None:
        self.errors.append(error)


@pytest.fixture
def lane(many: Desk) -> HeldLane:
    return HeldLane(many)


@pytest.fixture
def model(qtbot: QtBot, lane: HeldLane, many: Desk, tmp_path: Path) -> RosterModel:
    workplace = Workplace(lane, Station(language="en"), tmp_path / "station.toml")
    made = RosterModel(lane, columns(workplace), Surface().failed, workplace)
    made.show_keys(many.roster_ids())
    return made


def settle(qtbot: QtBot, lane: HeldLane, table: RosterTable) -> None:
    """Paints and fetches until there is nothing left to fetch."""
    for _ in range(20):
        table.viewport().repaint()
        qtbot.wait(1)
        if not lane.jobs:
            return
        lane.work(len(lane.jobs))


@pytest.fixture
def table(qtbot: QtBot, model: RosterModel) -> RosterTable:
    made = RosterTable(model)
    qtbot.addWidget(made)
    made.resize(900, 560)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_only_visible_pages_are_fetched(
    qtbot: QtBot, lane: HeldLane, model: RosterModel, table: RosterTable
) -> None:
    assert model.rowCount() == MANY
    settle(qtbot, lane, table)
    assert 0 < model.held <= 2 * PAGE
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    settle(qtbot, lane, table)
    assert model.held <= 4 * PAGE
    last = model.index(MANY - 1, 1).data(Qt.ItemDataRole.DisplayRole)
    assert last == f"Khách {MANY - 1:05d}"


def test_a_row_that_is_not_here_yet_is_a_placeholder(
    qtbot: QtBot, lane: HeldLane, model: RosterModel, table: RosterTable
) -> None:
    index = model.index(5, 1)
    assert index.data() == ""
    assert index.data(Qt.ItemDataRole.UserRole) is None
    settle(qtbot, lane, table)
    assert index.data() == "Khách 00005"


def test_fast_scrolling_leaves_no_backlog(
    qtbot: QtBot, lane: HeldLane, model: RosterModel, table: RosterTable
) -> None:
    table.viewport().repaint()
    qtbot.waitUntil(lambda: len(lane.jobs) == 1)
    bar = table.verticalScrollBar()
    for share in range(1, 30):
        bar.setValue(bar.maximum() * share // 30)
        table.viewport().repaint()
        qtbot.wait(1)
    assert len(lane.jobs) == 1
    lane.work()
    settle(qtbot, lane, table)
    assert lane.done <= 4
    assert model.held <= 6 * PAGE
    top = table.rowAt(1)
    assert model.index(top, 1).data() == f"Khách {top:05d}"


def test_rows_in_memory_are_bounded(
    qtbot: QtBot, lane: HeldLane, model: RosterModel, table: RosterTable
) -> None:
    for row in range(0, MANY, PAGE):
        model.at(row)
        qtbot.waitUntil(lambda: bool(lane.jobs))
        lane.work(len(lane.jobs))
    assert model.held <= 41 * PAGE


def test_a_page_of_an_older_listing_is_not_shown(
    qtbot: QtBot, lane: HeldLane, model: RosterModel
) -> None:
    model.at(0)
    qtbot.waitUntil(lambda: len(lane.jobs) == 1)
    model.show_keys(array("q", list(model.keys)[1000:1010]))
    lane.work()
    assert model.held == 0
    model.at(0)
    qtbot.waitUntil(lambda: len(lane.jobs) == 1)
    lane.work()
    assert model.index(0, 1).data() == "Khách 01000"


def test_the_last_question_wins_and_those_between_are_never_asked(
    qtbot: QtBot, lane: HeldLane
) -> None:
    surface = Surface()
    latest: Latest[Asked, Listing] = Latest(
        lane, query.listing, surface.show, surface.failed, surface
    )
    for text in ("k", "kh", "khach", "khach 00012"):
        latest.ask(Asked(Query(text=text), MANY))
    assert len(lane.jobs) == 1
    lane.work()
    assert surface.shown == []
    lane.work()
    assert [listing.query.text for listing in surface.shown] == ["khach 00012"]
    assert len(surface.shown[0].keys) == 1
    assert lane.done == 2 and not lane.jobs


def test_a_failed_question_does_not_block_the_next(qtbot: QtBot, lane: HeldLane) -> None:
    surface = Surface()

    def verb(desk: Desk, fail: bool) -> int:
        if fail:
            raise CheckinError
        return 7

    latest: Latest[bool, int] = Latest(lane, verb, surface.show, surface.failed, surface)
    latest.ask(True)
    lane.work()
    assert len(surface.errors) == 1
    latest.ask(False)
    lane.work()
    assert surface.shown == [7]


def test_sorting_and_filtering_are_asked_of_the_desk(many: Desk) -> None:
    down = query.listing(many, Asked(Query(sort="full_name", descending=True)))
    assert many.roster_rows(down.keys[:1])[0].delegate.name == f"Khách {MANY - 1:05d}"
    few = query.listing(many, Asked(Query(text="khach 00012")))
    assert (len(few.keys), few.total) == (1, MANY)
