"""The exchange in the window: what is said of it, what waits to be decided, the ways to meet."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from checkin_app.config import Station
from checkin_app.desk import Desk
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.errors import HubRefused, HubRevoked, HubUnreachable
from checkin_app.ledger.clock import now_ms
from checkin_app.store.alarms import OWN_FORK, Alarm
from checkin_app.store.peers import Met
from checkin_app.sync import enrolment
from checkin_app.sync.enrolment import Enrolment
from checkin_app.sync.links import HubLink
from checkin_app.sync.state import Seen, SyncState
from checkin_app.ui.app import DeskProgram
from checkin_app.ui.lane import InlineLane
from checkin_app.ui.scan.card import Action, Sound
from checkin_app.ui.scan.screen import ScanScreen
from checkin_app.ui.start.screen import StartScreen
from checkin_app.ui.sync.desk_lines import Mark
from checkin_app.ui.sync.office import SyncOffice, sync_office
from checkin_app.ui.sync.own_hub import OwnHub
from checkin_app.ui.sync.parts import Notice
from checkin_app.ui.sync.screen import SyncScreen
from checkin_app.ui.theme.look import look
from checkin_app.ui.theme.tokens import Tone
from tests.ui.put_away import put_away
from tests.ui.small_forum import code_of, named
from tests.ui.test_window import controls
from tests.ui.typing_hand import hand_of

VAN = "Đặng Thị Khánh Vân"
JEAN = "Jean-Baptiste Mbeki-Lefèvre"
LINK = HubLink(["https://10.0.4.2:8470"], "aa" * 32, "bb" * 32, "Desk 1", "registration")


class TellingLane:
    """A lane that meets nobody: it is told what to say, and counts what it is told."""

    def __init__(self, ask: Any, path: Path, said: Callable[[SyncState], None], lan: bool) -> None:
        self.ask, self.said, self.lan = ask, said, lan
        self.calls: list[str] = []

    def start(self) -> None:
        self.calls.append("start")

    def wake(self) -> None:
        self.calls.append("wake")

    def now(self) -> None:
        self.calls.append("now")

    def stop(self) -> bool:
        self.calls.append("stop")
        return True


class Lanes:
    """Every lane that an office made."""

    def __init__(self, office: SyncOffice) -> None:
        self.made: list[TellingLane] = []
        office.make = self._make  # type: ignore[assignment]

    def _make(self, ask: Any, path: Path, said: Any, *, lan: bool) -> TellingLane:
        self.made.append(TellingLane(ask, path, said, lan))
        return self.made[-1]

    @property
    def last(self) -> TellingLane:
        return self.made[-1]


def do(program: DeskProgram, verb: Callable[[Desk], Any]) -> Any:
    """What a verb of the open desk returns."""
    answers: list[Any] = []
    program.lane.run(verb, answers.append)
    return answers[0]


@pytest.fixture
def office(program: DeskProgram) -> SyncOffice:
    """The exchange of the open event."""
    return sync_office(program.workplace)


@pytest.fixture
def hub(qtbot: QtBot, program: DeskProgram, office: SyncOffice) -> TellingLane:
    """The lane of a desk that belongs to a hub."""
    lanes = Lanes(office)
    do(program, lambda desk: desk.joined(LINK))
    office.again()
    qtbot.waitUntil(lambda: bool(lanes.made) and "start" in lanes.last.calls)
    return lanes.last


@pytest.fixture
def sync(program: DeskProgram) -> SyncScreen:
    """The sync screen, in front."""
    screen = program.window.go("sync")
    assert isinstance(screen, SyncScreen)
    return screen


def second(program: DeskProgram, tmp_path: Path) -> contextlib.AbstractContextManager[Desk]:
    """Another desk of the same event, which knows what this one knows now."""
    copy = tmp_path / "second.checkin"
    do(program, lambda desk: desk.backup(copy))
    return contextlib.closing(Desk.open(copy))


def bring(program: DeskProgram, other: Desk) -> None:
    """What the other desk knows comes in, as a lane would bring it."""
    pages = list(other.every_page())
    asked = sync_office(program.workplace)._asked
    assert asked is not None
    taken = do(program, lambda desk: desk.receive(pages, "hub"))
    asked.tell(asked.told, taken)


def say(qtbot: QtBot, program: DeskProgram, lane: TellingLane, state: SyncState) -> str:
    """What the status line says of a state."""
    lane.said(state)
    office = sync_office(program.workplace)
    qtbot.waitUntil(lambda: office._heard is state)
    return program.window.status.sync.words


def texts(widget: Any) -> str:
    """All words of a widget that are visible."""
    found = widget.findChildren(QLabel)
    return "\n".join(part.text() for part in found if part.isVisibleTo(widget))


def admitted_twice(program: DeskProgram, tmp_path: Path, name: str = VAN) -> None:
    """Two desks let the same delegate in, ten minutes apart."""
    earlier = program.workplace.now() - timedelta(minutes=20)
    with second(program, tmp_path) as other:
        code = code_of(other, name)
        other.scan(code, at=earlier, operator="Minh")
        do(program, lambda d: d.scan(code, at=earlier + timedelta(minutes=10), operator="Lan"))
        bring(program, other)


# -- the status line -----------------------------------------------------------


def test_a_desk_without_a_hub_says_that_it_works_alone(program: DeskProgram) -> None:
    assert program.window.status.sync.words == "This desk works alone"


def test_the_link_in_the_status_line(qtbot: QtBot, program: DeskProgram, hub: TellingLane) -> None:
    clock = program.workplace.now().astimezone(program.workplace.zone).strftime("%H:%M")
    at = now_ms()
    met = SyncState("met", "Hub", "https://10.0.4.2:8470", at, outbox=3)
    assert say(qtbot, program, hub, met) == f"Synced · last met {clock} · 3 waiting"
    whole = SyncState("met", "Hub", "https://10.0.4.2:8470", at)
    assert say(qtbot, program, hub, whole) == f"Synced · last met {clock}"
    slow = SyncState("met", "Hub", "", at, offset=14_200, bound=40)
    assert say(qtbot, program, hub, slow).endswith("clock 14.2 s slow")
    revoked = SyncState("revoked", "Hub", "", at, problem=HubRevoked(address="x"))
    assert say(qtbot, program, hub, revoked).startswith("This desk was revoked")


def test_without_the_hub_the_status_line_says_who_is_met_instead(
    qtbot: QtBot, program: DeskProgram, hub: TellingLane, sync: SyncScreen
) -> None:
    at = now_ms() - 300_000
    when = datetime.fromtimestamp(at / 1000, program.workplace.zone)
    known = do(program, lambda desk: desk.vector())
    do(program, lambda desk: desk.met(Met("h", "hub", "Hub", known, at - 300_000)))
    sync_office(program.workplace).look()
    lost = HubUnreachable(address="x")
    desks = (Seen("d", "Quầy 7", "10.0.4.7:1", at), Seen("e", "Quầy 8", "10.0.4.8:1", at - 9))
    gone = Seen("f", "Quầy 9", "10.0.4.9:1", at, lost)
    away = SyncState("offline", "Hub", problem=lost, desks=(*desks, gone))
    assert say(qtbot, program, hub, away) == f"No hub · with 2 desks over the LAN, {when:%H:%M}"
    assert f"with 2 desks over the LAN, {when:%H:%M} · last met " in texts(sync.head)
    assert say(qtbot, program, hub, replace(away, desks=(gone,))).startswith("No link · last met ")


def test_what_waits_is_not_known_before_the_hub_was_met(
    qtbot: QtBot, program: DeskProgram, hub: TellingLane, sync: SyncScreen
) -> None:
    words = say(qtbot, program, hub, SyncState("connecting", "Hub", outbox=None))
    assert words == "Connecting · not met yet · waiting: not known yet"
    assert "waiting: not known yet" in texts(sync.head)
    assert sync.desks.lines[0].waiting == "–"


def test_without_a_link_what_waits_is_counted_by_the_desk(
    qtbot: QtBot, program: DeskProgram, office: SyncOffice, hub: TellingLane, screen: ScanScreen
) -> None:
    known = do(program, lambda desk: desk.vector())
    at = now_ms() - 60_000
    do(program, lambda desk: desk.met(Met("h", "hub", "Hub", known, at)))
    hub.said(SyncState("offline", "Hub", "", 0, problem=HubUnreachable(address="x")))
    code = do(program, lambda desk: code_of(desk, VAN))
    hand_of(program).scan(code)
    assert screen.stage.verdict.banner.headline == "Welcome"
    line = program.window.status.sync
    qtbot.waitUntil(lambda: "1 waiting" in line.words)
    assert line.words.startswith("No link · last met ")


def test_each_scan_wakes_the_lane(
    program: DeskProgram, hub: TellingLane, screen: ScanScreen
) -> None:
    before = hub.calls.count("wake")
    hand_of(program).scan(do(program, lambda desk: code_of(desk, VAN)))
    assert hub.calls.count("wake") > before


def test_what_came_in_refreshes_the_screens(
    qtbot: QtBot, program: DeskProgram, office: SyncOffice, tmp_path: Path
) -> None:
    told: list[str] = []
    program.workplace.touched.connect(told.append)
    with second(program, tmp_path) as other:
        other.register({"name": "Đỗ Văn Mới", "delegation": "vte"}, force=True)
        bring(program, other)
    qtbot.waitUntil(lambda: {"roster", "scans"} <= set(told))


def test_the_lane_ends_with_its_event(
    qtbot: QtBot, program: DeskProgram, office: SyncOffice, hub: TellingLane
) -> None:
    program.workplace.event_asked.emit("")
    qtbot.waitUntil(lambda: "stop" in hub.calls)
    line = program.window.status
    for part in (line.scanner, line.printer, line.sync, line.conflicts):
        assert part.words == "" and part.isHidden()
    assert line.digest.text() == ""


def test_the_code_of_what_is_known_is_explained_and_keeps_its_place(
    qtbot: QtBot, program: DeskProgram, office: SyncOffice
) -> None:
    shown = program.window.status.digest
    width = shown.minimumWidth()
    assert shown.text() == "····-····" and "being worked out" in shown.toolTip()
    for timer in program.window.findChildren(QTimer, "digest"):
        timer.setInterval(0)
        timer.start()
    qtbot.waitUntil(lambda: "·" not in shown.text())
    assert "know the same" in shown.toolTip()
    assert shown.text() in shown.accessibleName()
    assert width >= shown.fontMetrics().horizontalAdvance(shown.text())
    office.came.emit()
    assert shown.text() == "····-····" and shown.minimumWidth() == width


# -- conflicts -----------------------------------------------------------------


def test_both_scans_stand_side_by_side_until_somebody_decides(
    qtbot: QtBot, program: DeskProgram, sync: SyncScreen, tmp_path: Path
) -> None:
    admitted_twice(program, tmp_path)
    qtbot.waitUntil(lambda: sync.tray.view is not None)
    assert sync.tray.view is not None
    said = texts(sync.tray.view)
    assert VAN in (sync.tray.list.rows.rows[0].title, said)
    assert "Minh" in said and "Lan" in said
    qtbot.waitUntil(lambda: program.window.status.conflicts.words == "1 to decide")
    assert len(sync.tray.view.decisions) == 3
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    hand_of(program).press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: sync.tray.view is None)
    assert sync.tray.empty.isVisible()
    qtbot.waitUntil(lambda: program.window.status.conflicts.words == "")
    sync.tray.undo.click()
    qtbot.waitUntil(lambda: sync.tray.view is not None)


def test_a_mistake_takes_the_later_scan_back(
    qtbot: QtBot, program: DeskProgram, sync: SyncScreen, tmp_path: Path
) -> None:
    admitted_twice(program, tmp_path)
    qtbot.waitUntil(lambda: sync.tray.view is not None)
    assert sync.tray.view is not None
    sync.tray.view.decisions[2].click()
    key = do(program, lambda desk: named(desk, VAN).id)
    kinds = [line.kind for line in do(program, lambda desk: desk.delegate(key)).history]
    assert "fact.undone" in kinds


def test_what_was_decided_can_be_looked_at_and_taken_back(
    qtbot: QtBot, program: DeskProgram, sync: SyncScreen, tmp_path: Path
) -> None:
    admitted_twice(program, tmp_path)
    qtbot.waitUntil(lambda: sync.tray.view is not None)
    assert sync.tray.view is not None
    sync.tray.view.decisions[0].click()
    sync.tray.turn.click()
    assert sync.tray.view is not None
    back = sync.tray.view.decisions
    assert [each.accessibleName() for each in back] == ["Take back: Same person came back"]
    back[0].click()
    assert sync.tray.view is None
    sync.tray.turn.click()
    assert sync.tray.view is not None and len(sync.tray.view.decisions) == 3
    sync.tray.view.decisions[0].click()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    hand_of(program).press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: sync.tray.view is not None)


def test_after_the_last_decision_the_focus_is_at_the_heading_and_nothing_covers_a_choice(
    qtbot: QtBot, program: DeskProgram, sync: SyncScreen, tmp_path: Path
) -> None:
    for name in (VAN, JEAN):
        folder = tmp_path / name
        folder.mkdir()
        admitted_twice(program, folder, name)
    sync.tray.take_focus()
    qtbot.waitUntil(lambda: len(sync.tray.shown) == 2)
    program.window.activateWindow()
    qtbot.waitUntil(sync.tray.list.hasFocus)
    hand = hand_of(program)
    for left in (1, 0):
        assert sync.tray.view is not None
        sync.tray.view.decisions[0].setFocus()
        hand.press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda left=left: len(sync.tray.shown) == left)  # type: ignore[misc]
        assert program.window.toast.isHidden()
        assert sync.tray.told.text() == "Decided: the same person came back."
        assert (sync.tray.list if left else sync.tray.turn).hasFocus()
    assert sync._area.verticalScrollBar().value() == 0
    hand.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(sync.tray.shown) == 1)
    assert sync.tray.told.text().startswith("Taken back") and sync.tray.undo.isHidden()
    assert sync.tray.list.hasFocus()


def test_a_conflict_that_comes_in_moves_nothing_and_its_key_takes_the_focus(
    qtbot: QtBot, program: DeskProgram, sync: SyncScreen, tmp_path: Path
) -> None:
    program.window.resize(1280, 640)
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    sync.lan.switch.setFocus()
    bar = sync._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    before, height = sync.lan.mapTo(sync, sync.lan.rect().topLeft()).y(), sync.tray.height()
    admitted_twice(program, tmp_path)
    qtbot.waitUntil(lambda: sync.tray.view is not None and sync.tray.height() > height + 50)
    qtbot.wait(50)
    assert sync.lan.mapTo(sync, sync.lan.rect().topLeft()).y() == before
    hand = hand_of(program)
    hand.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: not sync.tray.shown)
    focus = sync.focusWidget()
    assert focus is not None and sync.tray.isAncestorOf(focus)
    hand.press(Qt.Key.Key_Space)
    assert not sync.lan.switch.isChecked()


def twins(program: DeskProgram, tmp_path: Path) -> tuple[Delegate, Delegate]:
    """The same walk-in at two desks."""
    fields = {"name": "Trịnh Quốc Bảo", "organization": "Viện Hải dương", "delegation": "vte"}
    with second(program, tmp_path) as other:
        there = other.register(fields, force=True)
        here = do(program, lambda desk: desk.register(dict(fields), force=True))
        bring(program, other)
    assert isinstance(there, Delegate) and isinstance(here, Delegate)
    return here, there


@pytest.mark.parametrize("choice", ["both", "replace"])
def test_two_walk_ins_become_one(
    qtbot: QtBot, program: DeskProgram, sync: SyncScreen, tmp_path: Path, choice: str
) -> None:
    pair = twins(program, tmp_path)
    qtbot.waitUntil(lambda: sync.tray.view is not None)
    assert sync.tray.view is not None
    sync.tray.view.decisions[0 if choice == "both" else 1].click()
    found = do(program, lambda desk: desk.find("Trịnh Quốc Bảo"))
    assert len(found) == 1
    codes = do(program, lambda desk: desk.credentials(found[0].delegate.id))
    assert sum(code.status.value == "active" for code in codes) == (2 if choice == "both" else 1)
    sync.tray.undo.click()
    qtbot.waitUntil(lambda: sync.tray.view is not None)
    assert len(do(program, lambda desk: desk.find("Trịnh Quốc Bảo"))) == 2
    assert {each.id for each in pair} == {
        hit.delegate.id for hit in do(program, lambda desk: desk.find("Trịnh Quốc Bảo"))
    }


def test_different_people_stay(
    qtbot: QtBot, program: DeskProgram, sync: SyncScreen, tmp_path: Path
) -> None:
    twins(program, tmp_path)
    qtbot.waitUntil(lambda: sync.tray.view is not None)
    assert sync.tray.view is not None
    sync.tray.view.decisions[2].click()
    assert sync.tray.view is None
    assert len(do(program, lambda desk: desk.find("Trịnh Quốc Bảo"))) == 2


def test_of_crossed_edits_a_person_chooses_one(
    qtbot: QtBot, program: DeskProgram, sync: SyncScreen, tmp_path: Path
) -> None:
    key = do(program, lambda desk: named(desk, JEAN).id)
    with second(program, tmp_path) as other:
        other.amend(key, {"position": "Director General"})
        do(program, lambda desk: desk.amend(key, {"position": "President"}))
        bring(program, other)
    qtbot.waitUntil(lambda: sync.tray.view is not None)
    assert sync.tray.view is not None
    titles = [decision.accessibleName() for decision in sync.tray.view.decisions]
    assert sorted(titles) == ["Keep “Director General”", "Keep “President”"]
    sync.tray.view.decisions[titles.index("Keep “Director General”")].click()
    assert do(program, lambda desk: named(desk, JEAN)).position == "Director General"
    assert sync.tray.view is None


def test_the_delegate_card_leads_to_the_decision(
    qtbot: QtBot, program: DeskProgram, tmp_path: Path
) -> None:
    admitted_twice(program, tmp_path)
    admitted_twice_too = tmp_path / "too"
    admitted_twice_too.mkdir()
    admitted_twice(program, admitted_twice_too, JEAN)
    key = do(program, lambda desk: named(desk, VAN).id)
    program.workplace.show_person(key)
    roster = program.window.built("roster")
    mark = roster.person.view.conflicts  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: "Admitted twice" in texts(mark))
    mark.decide.click()
    sync = program.window.built("sync")
    assert isinstance(sync, SyncScreen)
    assert sync.tray.view is not None and sync.tray.view.shown.title == VAN


# -- joining -------------------------------------------------------------------


def line(event: str) -> str:
    """An enrolment for an event."""
    made = Enrolment(
        event, "Autumn Forum", ["https://10.0.4.2:8470"], b"p" * 32, b"k" * 32, b"s" * 16, 2**42
    )
    return enrolment.format(made)


def test_an_enrolment_says_what_it_is_before_it_is_used(sync: SyncScreen) -> None:
    form = sync.link.form
    form.text.setText("CHECKIN-nothing")
    assert not form.join.isEnabled()
    assert "no enrolment" in form.said.text()
    form.text.setText(line("e1"))
    assert form.join.isEnabled()
    assert "Autumn Forum, hub at 10.0.4.2:8470" in form.said.text()
    form.text.setText("")
    assert not form.join.isEnabled() and form.said.isHidden()


def test_a_scanned_enrolment_goes_to_the_form_wherever_the_window_is(
    program: DeskProgram, screen: ScanScreen
) -> None:
    scans = do(program, lambda desk: len(desk.recent(50)))
    hand_of(program).scan(line("e1"))
    sync = program.window.built("sync")
    assert isinstance(sync, SyncScreen) and program.window.place == "sync"
    assert sync.link.form.join.isEnabled()
    assert do(program, lambda desk: len(desk.recent(50))) == scans


def test_a_scanned_enrolment_is_taken_at_the_first_start(qtbot: QtBot, qapp: QApplication) -> None:
    program = DeskProgram(Station(language="en", sounds=False), None, lane=InlineLane())
    program.begin()
    with qtbot.waitExposed(program.window):
        pass
    program.on_code(line("e1"))
    start = program.window.stack.currentWidget()
    assert isinstance(start, StartScreen)
    assert start._page.form.join.isEnabled()  # type: ignore[union-attr]
    put_away(program)


def test_after_an_error_the_focus_is_on_what_helps(sync: SyncScreen, program: DeskProgram) -> None:
    form = sync.link.form
    assert form.paste.minimumWidth() == form.join.minimumWidth() >= form.paste.sizeHint().width()
    form.text.setText(line("e1"))
    form.join.setFocus()
    form.busy("Asking the hub …")
    assert form.focusWidget() is form.bar
    form.failed(HubRefused("This enrolment was used already."))
    assert form.focusWidget() is form.text and form.text.selectedText() == form.text.text()
    form.failed(HubUnreachable(address="10.0.4.2:8470"))
    assert form.focusWidget() is form.join and form.join.isEnabled()
    room = form.text.fontMetrics().horizontalAdvance(form.text.placeholderText()) + 32
    assert room <= form.text.minimumWidth()


def test_a_hub_that_does_not_answer_is_said_and_nothing_is_lost(
    qtbot: QtBot, program: DeskProgram, sync: SyncScreen
) -> None:
    forum = program.workplace.forum
    assert forum is not None
    made = Enrolment(
        forum.id, "Forum", ["https://127.0.0.1:9"], b"p" * 32, b"k" * 32, b"s" * 16, 2**42
    )
    form = sync.link.form
    form.text.setText(enrolment.format(made))
    form.join.click()
    qtbot.waitUntil(lambda: "127.0.0.1:9" in form.said.text(), timeout=30_000)
    qtbot.waitUntil(form.join.isEnabled)
    assert do(program, lambda desk: desk.hub()) is None


def test_an_enrolment_of_another_event_is_refused_until_the_text_or_the_hub_is_another(
    qtbot: QtBot, program: DeskProgram, sync: SyncScreen, hub: TellingLane
) -> None:
    qtbot.waitUntil(lambda: not sync.link.joined.isHidden())
    form = sync.link.form
    sync.link.other.click()
    changes: list[Callable[[], Any]] = [
        lambda: form.text.setText(line("e2")),
        sync.link.sure.click,
    ]
    for change in changes:
        form.text.setText(line("e1"))
        form.join.click()
        assert "another event is open here" in form.said.text()
        change()
        qtbot.waitUntil(lambda: form.said.text().startswith("Autumn Forum, hub at"))


def test_leaving_the_hub_is_asked_once_more(
    qtbot: QtBot, program: DeskProgram, sync: SyncScreen, hub: TellingLane
) -> None:
    link = sync.link
    qtbot.waitUntil(lambda: link.leave.isVisible())
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    link.leave.setFocus()
    hand = hand_of(program)
    hand.press(Qt.Key.Key_Space)
    assert "needs a new enrolment" in texts(link) and link.sure.property("kind") == "danger"
    assert sync.focusWidget() is link.keep
    hand.press(Qt.Key.Key_Space)
    assert not link.sure.isVisible()
    assert sync.focusWidget() is link.leave
    assert do(program, lambda desk: desk.hub()) == LINK
    link.leave.click()
    link.sure.click()
    qtbot.waitUntil(lambda: link.joined.isHidden())
    assert do(program, lambda desk: desk.hub()) is None
    assert sync.focusWidget() is link.form.text


def test_the_hub_s_own_desk_is_not_offered_to_leave(
    qtbot: QtBot, program: DeskProgram, sync: SyncScreen, hub: TellingLane, event_file: Path
) -> None:
    qtbot.waitUntil(lambda: sync.link.leave.isVisible())
    program.workplace.settings.hubs = [str(event_file)]
    sync.link.renew()
    assert not sync.link.leave.isVisible() and sync.link.other.isVisible()


# -- desks, notices, LAN, stick ------------------------------------------------


def test_desks_of_the_hub_are_rows_and_revoking_is_asked_once_more(
    sync: SyncScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = sync._workplace.now().isoformat()
    said = {"profile": "door", "release": "1.2", "enrolled_at": now, "clock_bound": 40}
    sync.hub_desks._on_rows(
        [
            {"desk": "a", "name": "Quầy 7", "met_at": now, "outbox": 3, "clock": -9000, **said},
            {"desk": "b", "name": "Quầy 8", "met_at": None, "outbox": 0, "clock": None, **said},
        ]
    )
    seven, eight = sync.desks.lines[1:]
    assert (seven.name, seven.waiting, seven.clock) == ("Quầy 7", "3", "9.0 s fast")
    assert (seven.mark, eight.mark) == (Mark.WARNS, Mark.UNKNOWN)
    assert eight.met == "not met yet"
    revoked: list[str] = []
    monkeypatch.setattr(sync.hub_desks, "revoke", revoked.append)
    buttons = [b for b in controls(sync.desks) if b.accessibleName() == "Revoke …"]
    buttons[0].click()  # type: ignore[attr-defined]
    assert revoked == []
    assert "what it records counts nowhere" in texts(sync.desks)
    focus = sync.focusWidget()
    assert focus is not None and focus.accessibleName() == "Keep"
    sure = [b for b in controls(sync.desks) if b.accessibleName() == "Revoke for good"]
    assert sure[0].property("kind") == "danger"
    sync.window().resize(1024, 640)
    least = sync.desks.minimumSizeHint
    assert least().width() <= 1024 - 88 - 56
    sure[0].click()  # type: ignore[attr-defined]
    assert revoked == ["a"]


def test_only_what_is_met_now_is_ticked(
    qtbot: QtBot, program: DeskProgram, sync: SyncScreen, hub: TellingLane
) -> None:
    known, at = do(program, lambda desk: desk.vector()), now_ms()
    do(program, lambda desk: desk.met(Met("h", "hub", "Autumn Economic Forum", known, at)))
    do(program, lambda desk: desk.met(Met("d", "desk", "Quầy 7", known, at)))
    do(program, lambda desk: desk.met(Met("b", "bundle", "Quầy 8", known, at)))
    sync_office(program.workplace).look()

    def marks(state: SyncState) -> dict[str, Mark]:
        say(qtbot, program, hub, state)
        (this, *others) = sync.desks.lines
        return {"this": this.mark} | {each.name: each.mark for each in others}

    names = ("this", "Autumn Economic Forum", "Quầy 7", "Quầy 8")
    seven = (Seen("d", "Quầy 7", "10.0.4.7:4711", at),)
    well, unknown, warns = Mark.WELL, Mark.UNKNOWN, Mark.WARNS
    met = SyncState("met", met_at=at, desks=seven)
    assert marks(met) == dict(zip(names, (well, well, well, unknown), strict=True))
    gone = SyncState("offline", problem=HubUnreachable(address="x"))
    assert marks(gone) == dict(zip(names, (warns, warns, unknown, unknown), strict=True))
    revoked = marks(SyncState("revoked", problem=HubRevoked()))
    assert revoked == dict(zip(names, (Mark.REVOKED, warns, unknown, unknown), strict=True))
    assert sync.desks.lines[0].note == "this desk · revoked"


def test_a_desk_is_listed_as_it_was_met_last(
    qtbot: QtBot, program: DeskProgram, sync: SyncScreen, hub: TellingLane
) -> None:
    """Its bundle came on a stick, and now it answers on the LAN; another was never met before."""
    now = now_ms()
    known = do(program, lambda desk: desk.vector())
    stick = Met("d7", "bundle", "Quầy 7", known, now - 600_000)
    do(program, lambda desk: desk.met(stick))
    sync._office.look()
    desks = (Seen("d7", "Quầy 7", "10.0.4.7:1", now), Seen("d8", "Quầy 8", "10.0.4.8:1", now - 1))
    lost = HubUnreachable(address="x")
    say(qtbot, program, hub, SyncState("offline", problem=lost, desks=desks))
    lines = {line.name: line for line in sync.desks.lines[1:]}
    zone = program.workplace.zone
    for name in ("Quầy 7", "Quầy 8"):
        line = lines[name]
        assert (line.note, line.mark) == ("desk on the LAN", Mark.WELL)
        assert line.met == datetime.fromtimestamp(now / 1000, zone).strftime("%H:%M")
    assert len(lines) == 2


def test_who_was_revoked_stays_so_whatever_answers_later(
    qtbot: QtBot, qapp: QApplication, program: DeskProgram, sync: SyncScreen, hub: TellingLane
) -> None:
    say(qtbot, program, hub, SyncState("revoked", problem=HubRevoked()))
    erase = [b for b in controls(sync.notices) if b.accessibleName() == "Erase this copy …"]
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    erase[0].setFocus()
    been: list[QWidget] = []
    qapp.focusChanged.connect(lambda _, now: been.append(now))
    hand_of(program).press(Qt.Key.Key_Return)
    qapp.focusChanged.disconnect()
    # Where it was for a moment, the screen would have scrolled.
    assert been and all(each is sync.notices or sync.notices.isAncestorOf(each) for each in been)
    focus = sync.focusWidget()
    assert focus is not None and focus.accessibleName() == "Keep it"
    for link in ("offline", "refused", "connecting"):
        state = SyncState(link, problem=HubUnreachable(address="x"))
        assert say(qtbot, program, hub, state).startswith("This desk was revoked")
        assert "Erase this desk's copy of the event?" in texts(sync.notices)
        assert sync.focusWidget() is focus
    assert say(qtbot, program, hub, SyncState("met", met_at=now_ms())).startswith("Synced")
    assert sync.notices.isHidden()


def test_a_revoked_desk_lets_nobody_in(
    qtbot: QtBot, program: DeskProgram, hub: TellingLane, screen: ScanScreen
) -> None:
    code = do(program, lambda desk: code_of(desk, VAN))
    hand_of(program).scan(code)
    assert screen.stage.verdict.banner.headline == "Welcome"
    assert screen.revoked.isHidden() and screen.counters.isVisible()
    say(qtbot, program, hub, SyncState("revoked", problem=HubRevoked()))
    assert screen.revoked.isVisible() and screen.counters.isHidden()
    heard: list[Sound] = []
    screen.sounded.connect(heard.append)
    hand_of(program).scan(do(program, lambda desk: code_of(desk, JEAN)))
    banner = screen.stage.verdict.banner
    assert (banner.headline, banner.tone) == ("Not counted", Tone.REFER)
    assert heard == [Sound.REFER]
    assert screen.card is not None and Action.PRINT not in screen.card.actions
    qtbot.waitUntil(lambda: len(screen.recent.list.rows.rows) > 1)
    rows = screen.recent.list.rows.rows
    assert (
        rows[0].title.endswith(JEAN)
        and rows[0].mark == "referred"
        and rows[0].line.endswith(" · not counted")
    )
    assert "check" not in {row.mark for row in rows}
    assert not any("welcome" in row.line for row in rows)
    say(qtbot, program, hub, SyncState("met", met_at=now_ms()))
    qtbot.waitUntil(lambda: screen.recent.list.rows.rows[0].mark == "check")


def test_a_revoked_desk_may_erase_its_copy_after_one_question(
    qtbot: QtBot, program: DeskProgram, sync: SyncScreen, hub: TellingLane, event_file: Path
) -> None:
    say(qtbot, program, hub, SyncState("revoked", problem=HubRevoked(address="x")))
    ask = [b for b in controls(sync.notices) if b.accessibleName() == "Erase this copy …"]
    ask[0].click()  # type: ignore[attr-defined]
    assert event_file.exists()
    sure = [b for b in controls(sync.notices) if b.accessibleName() == "Erase for good"]
    sure[0].click()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: program.workplace.forum is None)
    assert not event_file.exists()
    assert isinstance(program.window.stack.currentWidget(), StartScreen)


def test_a_copy_that_cannot_be_erased_is_open_again(
    qtbot: QtBot,
    program: DeskProgram,
    sync: SyncScreen,
    hub: TellingLane,
    event_file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def held(desk: str) -> None:
        raise PermissionError(13, "held", "token")

    monkeypatch.setattr("checkin_app.sync.tokens.drop", held)
    sync.notices.erased.emit()
    assert "still in use" in program.window.toast.text
    qtbot.waitUntil(lambda: program.window.place == "sync")
    assert program.workplace.forum is not None and program.workplace.event_file == event_file
    assert program.window.stack.currentWidget() is program.window.built("sync")
    assert do(program, lambda desk: desk.hub()) == LINK
    qtbot.waitUntil(lambda: sync_office(program.workplace).survey.hub == LINK)
    hand_of(program).scan(do(program, lambda desk: code_of(desk, VAN)))
    assert do(program, lambda desk: len(desk.recent(50))) > 0


def test_beside_its_running_hub_a_copy_is_not_even_closed(
    program: DeskProgram, sync: SyncScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = do(program, lambda desk: desk)
    monkeypatch.setattr(OwnHub, "busy", property(lambda _: True))
    sync.notices.erased.emit()
    assert "Stop it first" in program.window.toast.text
    assert do(program, lambda now: now) is desk
    monkeypatch.undo()


def test_a_copied_disk_is_told_to_a_person(sync: SyncScreen, office: SyncOffice) -> None:
    office.survey = replace(office.survey, alarms=(Alarm(OWN_FORK, {}),))
    office.changed.emit()
    assert sync.notices.isVisible()
    told = [part.accessibleDescription() for part in sync.notices.findChildren(Notice)]
    assert told == [OWN_FORK]


def test_a_desk_of_another_hub_makes_no_second_one(
    program: DeskProgram, sync: SyncScreen, hub: TellingLane
) -> None:
    sync.house.switch.setChecked(True)
    assert not sync.house.switch.isChecked()
    assert "one event has one hub" in program.window.toast.text
    assert program.workplace.settings.hubs == []


def test_another_theme_is_put_on_all_of_it(
    qtbot: QtBot, program: DeskProgram, sync: SyncScreen, office: SyncOffice, tmp_path: Path
) -> None:
    admitted_twice(program, tmp_path)
    qtbot.waitUntil(lambda: sync.tray.view is not None)
    office.survey = replace(office.survey, alarms=(Alarm(OWN_FORK, {}),))
    office.changed.emit()
    before = sync.notices.findChildren(Notice)[-1].styleSheet()
    look.put_on("dark")
    assert sync.notices.findChildren(Notice)[-1].styleSheet() != before
    assert sync.tray.view is not None
    look.put_on("light")


def test_what_was_kept_aside_is_shown(
    qtbot: QtBot, program: DeskProgram, sync: SyncScreen, office: SyncOffice, tmp_path: Path
) -> None:
    import msgspec

    with second(program, tmp_path) as other:
        other.register({"name": "Ai Đó"}, force=True)
        own = other.every_page()
        page = [each for each in own if b"walk-in" in b"".join(each.bodies)][-1]
    broken = msgspec.structs.replace(page, seals=[(n, bytes(64)) for n, _ in page.seals])
    do(program, lambda desk: desk.receive([broken], "Quầy 9"))
    office.look()
    assert sync.notices.isVisible()
    qtbot.waitUntil(lambda: "Quầy 9" in texts(sync.notices))


def test_desks_on_the_lan_are_named(
    qtbot: QtBot, program: DeskProgram, sync: SyncScreen, office: SyncOffice
) -> None:
    lanes = Lanes(office)
    sync.lan.switch.setChecked(True)
    qtbot.waitUntil(lambda: bool(lanes.made) and "start" in lanes.last.calls)
    assert lanes.last.lan
    seen = Seen("d7", "Quầy 7", "10.0.4.7:4711", now_ms())
    assert say(qtbot, program, lanes.last, SyncState(desks=(seen,))) == (
        "Synced with 1 desk on the LAN"
    )
    qtbot.waitUntil(lambda: "Quầy 7" in texts(sync.lan))
    sync.lan.switch.setChecked(False)
    qtbot.waitUntil(lambda: "stop" in lanes.last.calls)


def test_a_stick_is_written_looked_into_and_read(
    qtbot: QtBot, program: DeskProgram, sync: SyncScreen, tmp_path: Path
) -> None:
    ours, theirs = tmp_path / "ours.checkin-bundle", tmp_path / "theirs.checkin-bundle"
    with second(program, tmp_path) as other:
        other.register({"name": "Đỗ Văn Mới", "delegation": "vte"}, force=True)
        other.write_bundle(theirs)
    stick = sync.stick
    stick.write_to(ours)
    qtbot.waitUntil(lambda: "Written" in stick.said.text())
    assert ours.exists()
    stick.look_at(theirs)
    qtbot.waitUntil(stick.offer.isVisible)
    assert "facts are new here" in stick.said.text()
    assert do(program, lambda desk: desk.find("Đỗ Văn Mới")) == []
    stick.take_in.click()
    qtbot.waitUntil(lambda: "Read:" in stick.said.text())
    assert len(do(program, lambda desk: desk.find("Đỗ Văn Mới"))) == 1
    stick.look_at(tmp_path / "none.checkin-bundle")
    qtbot.waitUntil(lambda: "cannot be read" in stick.said.text())


# -- for everybody -------------------------------------------------------------


@pytest.fixture
def full(
    qtbot: QtBot, program: DeskProgram, sync: SyncScreen, tmp_path: Path
) -> Iterator[SyncScreen]:
    """A screen with conflicts of each shape."""
    admitted_twice(program, tmp_path)
    other = tmp_path / "other"
    other.mkdir()
    twins(program, other)
    qtbot.waitUntil(lambda: len(sync.tray.shown) >= 2)
    yield sync


def test_every_control_has_an_accessible_name(full: SyncScreen) -> None:
    full.notices._sure = True
    nameless = [w for w in controls(full) if not w.accessibleName() and w.isVisibleTo(full)]
    assert nameless == []


@pytest.mark.parametrize("width", [1024, 1366])
def test_nothing_is_wider_than_the_window(
    qtbot: QtBot, program: DeskProgram, full: SyncScreen, width: int
) -> None:
    from checkin_app.ui.language import language

    for code in ("vi", "stretched"):
        language.speak(code)
        program.window.resize(width, 768)
        screen = program.window.built("sync")
        assert isinstance(screen, SyncScreen)
        qtbot.waitUntil(lambda screen=screen: bool(screen.tray.shown))  # type: ignore[misc]
        inside = screen._area.widget()
        assert inside is not None
        least = inside.minimumSizeHint
        qtbot.waitUntil(lambda least=least: least().width() <= width - 88)  # type: ignore[misc]
    language.speak("en")
