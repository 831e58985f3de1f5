"""A badge's life at the desk: printed again, lost, spoilt, compared, handed over, temporary."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from checkin_app.desk import Desk
from checkin_app.domain.badges import SEEN, BadgeLife, Job, JobBadge, JobState
from checkin_app.domain.credentials import CredentialStatus
from checkin_app.ui.app import DeskProgram
from checkin_app.ui.queue import fresh, reading
from checkin_app.ui.queue.fresh import Compared, Expectation, FreshBadges, compare
from checkin_app.ui.roster.history import Teller
from checkin_app.ui.roster.screen import RosterScreen
from checkin_app.ui.scan.card import Action
from checkin_app.ui.scan.screen import ScanScreen
from checkin_app.ui.theme.tokens import Tone
from tests.ui.small_forum import code_of, named
from tests.ui.typing_hand import Hand, hand_of

TARO, VAN_AN, KHANH_VAN = "Taro Yamada", "Nguyễn Văn An", "Đặng Thị Khánh Vân"


@pytest.fixture
def hand(program: DeskProgram) -> Hand:
    return hand_of(program)


@pytest.fixture
def desk(program: DeskProgram, tmp_path: Path) -> Desk:
    settings = program.workplace.settings
    settings.printer, settings.print_policy = f"folder:{tmp_path}", "never"
    found: list[Desk] = []
    program.lane.run(found.append)
    return found[0]


@pytest.fixture
def hurried(program: DeskProgram) -> None:
    program.workplace.settings.verify_before_handover = True


@pytest.fixture
def verifying(hurried: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody reads a code twice within a moment."""
    monkeypatch.setattr(reading, "SAME", timedelta())
    monkeypatch.setattr(fresh, "SAME", timedelta())


def life(desk: Desk, name: str) -> BadgeLife:
    return desk.badge_of(named(desk, name).id)


def current(desk: Desk, name: str) -> str:
    """The code on somebody's latest badge."""
    return life(desk, name).code


def scanned_and_printed(
    screen: ScanScreen, hand: Hand, desk: Desk, qtbot: QtBot, name: str
) -> None:
    hand.scan(code_of(desk, name))
    hand.press(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: life(desk, name).printed == 1 and screen.badges.printed)


def headline(screen: ScanScreen) -> str:
    return screen.stage.verdict.banner.headline


# -- compared before it is handed over ----------------------------------------


@pytest.mark.usefixtures("verifying")
def test_the_fresh_badge_is_compared_and_is_no_second_entrance(
    screen: ScanScreen, hand: Hand, desk: Desk, qtbot: QtBot
) -> None:
    scanned_and_printed(screen, hand, desk, qtbot, TARO)
    assert screen.stage.verdict.strip.words.text().startswith("Read the fresh badge")
    hand.scan(current(desk, TARO))
    assert headline(screen) == "Right code – hand the badge over"
    assert screen.card is not None and screen.card.tone is Tone.ADMIT
    assert len(desk.recent()) == 1
    handed = life(desk, TARO).handed
    assert [(one.to, one.verified) for one in handed] == [("delegate", True)]
    desk._remembered.clear()
    hand.scan(current(desk, TARO))
    assert headline(screen) == "Already inside"


@pytest.mark.usefixtures("verifying")
def test_the_badge_of_another_who_waits_is_loud_and_the_next_scan_works(
    screen: ScanScreen, hand: Hand, desk: Desk, qtbot: QtBot
) -> None:
    scanned_and_printed(screen, hand, desk, qtbot, TARO)
    scanned_and_printed(screen, hand, desk, qtbot, VAN_AN)
    hand.scan(current(desk, TARO))
    assert headline(screen) == "Wrong badge"
    assert screen.card is not None and screen.card.tone is Tone.REFUSE
    assert TARO in screen.stage.verdict.banner.line
    assert screen.stage.verdict.person.name.text() == VAN_AN
    assert not life(desk, TARO).handed
    hand.scan(code_of(desk, KHANH_VAN))
    assert headline(screen) == "Welcome"
    screen.do(Action.READY)
    hand.scan(current(desk, VAN_AN))
    assert headline(screen) == "Right code – hand the badge over"
    hand.scan(current(desk, TARO))
    assert headline(screen) == "Right code – hand the badge over" and life(desk, TARO).handed


@pytest.mark.usefixtures("verifying")
def test_the_former_badge_is_said_to_be_old(
    screen: ScanScreen, hand: Hand, desk: Desk, qtbot: QtBot
) -> None:
    former = code_of(desk, TARO)
    scanned_and_printed(screen, hand, desk, qtbot, TARO)
    hand.scan(former)
    hand.press(Qt.Key.Key_F5)
    hand.type("1")
    qtbot.waitUntil(lambda: life(desk, TARO).printed == 2 and screen.badges.waits)
    hand.scan(former)
    assert headline(screen) == "Old badge"
    hand.scan(current(desk, TARO))
    assert headline(screen) == "Right code – hand the badge over"


@pytest.mark.usefixtures("verifying")
def test_somebody_not_here_yet_comes_in_by_the_fresh_badge(
    screen: ScanScreen, hand: Hand, desk: Desk, qtbot: QtBot
) -> None:
    screen.open_person(named(desk, TARO).id)
    hand.press(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: life(desk, TARO).printed == 1)
    hand.scan(current(desk, TARO))
    assert headline(screen) == "Welcome"


@pytest.mark.usefixtures("verifying")
def test_at_a_door_nothing_is_compared(
    program: DeskProgram, screen: ScanScreen, hand: Hand, desk: Desk, qtbot: QtBot
) -> None:
    scanned_and_printed(screen, hand, desk, qtbot, TARO)
    program.workplace.settings.checkpoint = "hall-b"
    hand.scan(current(desk, TARO))
    assert len(desk.recent()) == 2


def test_without_the_setting_a_badge_is_compared_when_asked(
    screen: ScanScreen, hand: Hand, desk: Desk, qtbot: QtBot
) -> None:
    scanned_and_printed(screen, hand, desk, qtbot, TARO)
    hand.press(Qt.Key.Key_F11)
    hand.scan(code_of(desk, VAN_AN))
    assert headline(screen) == "Wrong badge"
    hand.press(Qt.Key.Key_F11)
    hand.scan(current(desk, TARO))
    assert headline(screen) == "Right code – hand the badge over"
    hand.scan(code_of(desk, VAN_AN))
    assert headline(screen) == "Welcome"


def test_a_badge_that_is_read_did_come_out(
    program: DeskProgram, screen: ScanScreen, hand: Hand, desk: Desk
) -> None:
    program.workplace.settings.printer = ""
    screen.badges.room.leave()
    job = desk.order_badges([named(desk, TARO).id], printer="HP")[0]
    desk.job_told(job.id, "sending")
    desk.job_told(job.id, "unknown")
    hand.scan(code_of(desk, TARO))
    hand.press(Qt.Key.Key_F11)
    hand.scan(current(desk, TARO))
    assert headline(screen) == "Right code – hand the badge over"
    told = desk.job(job.id)
    assert (told.state, told.words) == (JobState.CONFIRMED, SEEN)


@pytest.mark.usefixtures("hurried")
def test_a_telephone_that_is_still_held_up_is_the_same_scan_and_no_badge(
    screen: ScanScreen, hand: Hand, desk: Desk, qtbot: QtBot
) -> None:
    scanned_and_printed(screen, hand, desk, qtbot, TARO)
    hand.scan(code_of(desk, TARO))
    assert headline(screen) == "Welcome"
    assert len(desk.recent()) == 1 and not life(desk, TARO).handed


def test_a_right_badge_that_is_read_twice_stays_right(
    hurried: None,
    monkeypatch: pytest.MonkeyPatch,
    screen: ScanScreen,
    hand: Hand,
    desk: Desk,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(reading, "SAME", timedelta())
    scanned_and_printed(screen, hand, desk, qtbot, TARO)
    for _ in range(2):
        hand.scan(current(desk, TARO))
        assert headline(screen) == "Right code – hand the badge over"
    assert len(desk.recent()) == 1 and len(life(desk, TARO).handed) == 1


@pytest.mark.usefixtures("verifying")
@pytest.mark.parametrize("printer", ["queued", "No Such Printer"])
def test_who_is_on_screen_waits_wherever_their_badge_is(
    program: DeskProgram, screen: ScanScreen, hand: Hand, desk: Desk, qtbot: QtBot, printer: str
) -> None:
    scanned_and_printed(screen, hand, desk, qtbot, TARO)
    hand.scan(code_of(desk, VAN_AN))
    if printer == "queued":
        screen.badges.room.leave()
    else:
        program.workplace.settings.printer = printer
    hand.press(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: bool(desk.jobs(unfinished=True)))
    hand.scan(current(desk, TARO))
    assert headline(screen) == "Wrong badge"
    assert screen.stage.verdict.person.name.text() == VAN_AN
    assert not life(desk, TARO).handed
    hand.press(Qt.Key.Key_Escape)
    hand.scan(current(desk, TARO))
    assert headline(screen) == "Right code – hand the badge over"
    assert screen.stage.verdict.person.name.text() == TARO
    assert life(desk, TARO).handed[0].verified


NOW = datetime.fromisoformat("2026-11-25T08:00:00+07:00")
ids = st.sampled_from(["a", "b", "c", "d"])
deeds = st.one_of(
    st.tuples(st.just("order"), ids),
    st.tuples(st.sampled_from(["sending", "sent", "confirmed", "written", "failed"]), ids),
    st.tuples(st.sampled_from(["unknown", "cancelled", "read"]), ids),
    st.tuples(st.just("wait"), st.integers(1, 700)),
)


@given(st.lists(deeds, max_size=12), ids, ids, st.booleans(), st.booleans())
def test_only_who_waits_and_is_here_is_compared(
    done: list[tuple[str, str | int]], standing: str, owner: str, current: bool, checked_in: bool
) -> None:
    badges, now = FreshBadges(), NOW
    latest: dict[str, tuple[str, datetime]] = {}
    read: dict[str, datetime] = {}
    for number, (deed, about) in enumerate(done):
        if isinstance(about, int):
            now += timedelta(seconds=about)
        elif deed == "order":
            badges.ordered([job_of(about, str(number), "queued")], now)
            latest[about] = (str(number), now)
        elif deed == "read":
            badges.read(about, now)
            latest.pop(about, None)
            read[about] = now
        elif about in latest:
            badges.told(job_of(about, latest[about][0], deed), now)
            latest[about] = (latest[about][0], now)
            if deed == "cancelled":
                del latest[about]
    found = compare(badges.expected(standing, now), owner, current=current, checked_in=checked_in)
    again = owner in read and now - read[owner] < timedelta(seconds=3) and current
    if found is not Compared.SCAN and not again:
        assert checked_in and owner in latest
    if found is Compared.RIGHT and not again:
        assert current and (owner == standing or standing not in latest)
    if found is Compared.WRONG:
        assert standing in latest and owner != standing


def job_of(delegate: str, key: str, state: str) -> Job:
    badge = JobBadge(delegate, "1" * 27, delegate, "a6")
    return Job(key, (badge,), "HP", JobState(state), "", "", "", "", NOW, NOW, "", "", 0, "")


def test_a_badge_that_nobody_reads_waits_ten_minutes() -> None:
    badges = FreshBadges()
    badges.ordered([job_of("a", "1", "queued")], NOW)
    badges.told(job_of("b", "2", "written"), NOW)
    badges.told(job_of("a", "1", "written"), NOW)
    assert badges.expected("a", NOW) == Expectation("a", frozenset("a"))
    assert badges.expected("a", NOW + timedelta(minutes=10, seconds=1)) == Expectation()


def test_a_badge_that_was_only_sent_cannot_be_read_yet() -> None:
    badges = FreshBadges()
    badges.ordered([job_of("a", "1", "queued")], NOW)
    badges.told(job_of("a", "1", "sent"), NOW)
    assert badges.out("a", NOW)
    assert badges.expected("a", NOW + timedelta(seconds=4)) == Expectation("a")
    assert badges.expected("a", NOW + timedelta(seconds=5)).waiting == {"a"}
    badges.told(job_of("a", "1", "failed"), NOW)
    assert badges.expected("a", NOW) == Expectation("a")


# -- printed again, lost, spoilt ----------------------------------------------


def test_printing_again_asks_why_without_leaving_the_verdict(
    screen: ScanScreen, hand: Hand, desk: Desk, qtbot: QtBot
) -> None:
    scanned_and_printed(screen, hand, desk, qtbot, TARO)
    before = current(desk, TARO)
    hand.press(Qt.Key.Key_F5)
    assert screen.stage.asking
    hand.type("1")
    qtbot.waitUntil(lambda: life(desk, TARO).printed == 2)
    assert life(desk, TARO).prints[0].reason == "damaged"
    assert current(desk, TARO) != before
    assert not screen.stage.asking


def test_a_scan_goes_past_the_question_why(
    screen: ScanScreen, hand: Hand, desk: Desk, qtbot: QtBot
) -> None:
    scanned_and_printed(screen, hand, desk, qtbot, TARO)
    hand.press(Qt.Key.Key_F5)
    hand.scan(code_of(desk, VAN_AN))
    assert headline(screen) == "Welcome" and not screen.stage.asking
    assert life(desk, TARO).printed == 1


def test_a_lost_badge_is_blocked_only_once_that_is_confirmed(
    screen: ScanScreen, hand: Hand, desk: Desk, qtbot: QtBot
) -> None:
    scanned_and_printed(screen, hand, desk, qtbot, TARO)
    lost = current(desk, TARO)
    hand.press(Qt.Key.Key_F5)
    hand.type("3")
    statuses = {c.code: c.status for c in desk.credentials(named(desk, TARO).id)}
    assert statuses[lost] is CredentialStatus.ACTIVE
    bar = screen.stage.verdict._lost
    assert bar is not None and bar.isVisible()
    bar.block.click()
    statuses = {c.code: c.status for c in desk.credentials(named(desk, TARO).id)}
    assert statuses[lost] is CredentialStatus.REVOKED
    qtbot.waitUntil(lambda: life(desk, TARO).printed == 2)
    assert life(desk, TARO).prints[0].reason == "lost"
    hand.scan(lost)
    assert headline(screen) == "Badge revoked"


def test_a_lost_badge_whose_next_one_cannot_be_ordered_is_blocked_and_both_are_said(
    program: DeskProgram, screen: ScanScreen, hand: Hand, desk: Desk, qtbot: QtBot
) -> None:
    scanned_and_printed(screen, hand, desk, qtbot, TARO)
    who, lost = named(desk, TARO).id, current(desk, TARO)
    screen.badges.room.leave()
    job = desk.order_badges([who], printer="HP", reason="torn")[0]
    desk.job_told(job.id, "sending")
    desk.job_told(job.id, "sent", system_job="7")
    blocked: list[str] = []
    screen.badges.blocked.connect(blocked.append)
    screen.badges.replace_lost(who)
    statuses = {c.code: c.status for c in desk.credentials(who)}
    assert statuses[lost] is CredentialStatus.REVOKED and blocked == [who]
    said = program.window.toast.text
    assert said.startswith("The lost badge is blocked. Every badge of Taro Yamada")
    assert "queue" not in said


def test_a_spoilt_badge_is_counted_and_another_needs_no_reason(
    program: DeskProgram, screen: ScanScreen, hand: Hand, desk: Desk, qtbot: QtBot
) -> None:
    scanned_and_printed(screen, hand, desk, qtbot, TARO)
    roster = program.window.go("roster")
    assert isinstance(roster, RosterScreen)
    roster.open_person(named(desk, TARO).id)
    part = roster.person.badge
    part.spoilt.click()
    assert part.asking
    part.spoil.given.emit("Printer fault")
    assert life(desk, TARO).printed == 0
    assert life(desk, TARO).prints[0].spoilt
    assert "1 badge spoilt" in part.lines
    part.print_badge()
    qtbot.waitUntil(lambda: life(desk, TARO).printed == 1)
    assert not part.asking


# -- handed over --------------------------------------------------------------


def test_an_aide_takes_the_badge_by_name(
    screen: ScanScreen, hand: Hand, desk: Desk, qtbot: QtBot
) -> None:
    scanned_and_printed(screen, hand, desk, qtbot, TARO)
    hand.press(Qt.Key.Key_F10)
    bar = screen.stage.verdict._receiver
    assert bar is not None and bar.isVisible()
    bar.buttons["aide"].click()
    hand.type("Sato\r")
    handed = life(desk, TARO).handed
    assert [(one.to, one.name, one.verified) for one in handed] == [("aide", "Sato", False)]
    assert screen.stage.verdict.banner.line.endswith("badge handed over")


def test_all_badges_of_a_delegation_go_to_the_liaison_officer(
    screen: ScanScreen, hand: Hand, desk: Desk, qtbot: QtBot
) -> None:
    scanned_and_printed(screen, hand, desk, qtbot, TARO)
    hand.press(Qt.Key.Key_F6)
    page = screen.stage.delegation
    page.hand_over.click()
    page.receiver.name.setText("Lan")
    page.receiver.done.click()
    assert [(one.to, one.name) for one in life(desk, TARO).handed] == [("liaison", "Lan")]


def test_the_card_tells_the_life_of_the_badge(
    program: DeskProgram, screen: ScanScreen, hand: Hand, desk: Desk, qtbot: QtBot
) -> None:
    roster = program.window.go("roster")
    assert isinstance(roster, RosterScreen)
    part = roster.person.badge
    roster.open_person(named(desk, TARO).id)
    assert part.lines == ["Not printed yet"]
    part.print_badge()
    qtbot.waitUntil(lambda: any(line.startswith("Saved as PDF") for line in part.lines))
    part.hand_over.click()
    part.receiver.name.setText("Lan")
    part.receiver.done.click()
    assert any("Liaison officer Lan" in line for line in part.lines)


def test_the_history_tells_it_in_words(
    program: DeskProgram, screen: ScanScreen, hand: Hand, desk: Desk, qtbot: QtBot
) -> None:
    today = datetime.now(desk.event.zone).date()
    who = named(desk, TARO).id
    scanned_and_printed(screen, hand, desk, qtbot, TARO)
    desk.spoil(life(desk, TARO).prints[0].id, reason="printer fault")
    job = desk.order_badges([who], printer="HP", reason="damaged")[0]
    desk.job_told(job.id, "sending")
    desk.job_told(job.id, "sent", system_job="7")
    desk.job_told(job.id, "confirmed")
    job = desk.order_badges([who], printer="Zebra", reason="damaged")[0]
    desk.job_told(job.id, "sending")
    desk.job_told(job.id, "sent", system_job="8")
    desk.job_told(job.id, "confirmed", words=SEEN)
    desk.hand_over([who], to="aide", name="Sato")
    desk.make_temporaries(4, today)
    desk.bind_temporary(4, who, day=today)
    desk.lost_badge(who)
    teller, now = Teller(program.workplace, {}), program.workplace.now()
    said = [teller.tell(line, now).what for line in desk.delegate(who).history]
    for words in (
        "Badge spoilt: printer fault",
        "Badge sent to HP (again: badge damaged)",
        "Badge came out of HP",
        "Badge from Zebra was seen at the desk",
        "Badge handed over: an aide Sato",
        f"Temporary badge 4 for {today.day} {today:%b}",
        "Badge lost: its code is blocked",
    ):
        assert words in said, said


# -- temporary badges ---------------------------------------------------------


def test_a_temporary_badge_is_bound_by_reading_it(
    screen: ScanScreen, hand: Hand, desk: Desk
) -> None:
    today = datetime.now(desk.event.zone).date()
    badge = desk.make_temporaries(2, today)[1]
    screen.open_person(named(desk, TARO).id)
    hand.press(Qt.Key.Key_F12)
    hand.scan(badge.code)
    assert headline(screen) == "Temporary badge 2"
    assert desk.temporaries(today)[1].delegate == named(desk, TARO).id
    hand.press(Qt.Key.Key_F4)
    assert headline(screen) == "Welcome"


def test_any_other_code_is_a_scan_and_nothing_is_bound(
    screen: ScanScreen, hand: Hand, desk: Desk
) -> None:
    screen.open_person(named(desk, TARO).id)
    hand.press(Qt.Key.Key_F12)
    hand.scan(code_of(desk, VAN_AN))
    assert headline(screen) == "Welcome"
    assert screen.stage.verdict.person.name.text() == VAN_AN


def test_a_number_typed_on_the_card_binds(program: DeskProgram, desk: Desk) -> None:
    today = datetime.now(desk.event.zone).date()
    desk.make_temporaries(3, today)
    roster = program.window.go("roster")
    assert isinstance(roster, RosterScreen)
    roster.open_person(named(desk, TARO).id)
    part = roster.person.badge
    part.temporary.click()
    part.bind.field.setText("3")
    part.bind.field.returnPressed.emit()
    assert desk.temporaries(today)[2].delegate == named(desk, TARO).id
    assert "3" in program.window.toast.text
