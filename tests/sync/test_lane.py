"""The sync lane: two desks and a hub on sockets, links that come and go."""

from __future__ import annotations

import random
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.ledger.clock import now_ms
from checkin_app.store.event_file import EventFile
from checkin_app.sync import joining
from checkin_app.sync.lane import SyncLane
from checkin_app.sync.loops import LONGEST, Backoff, Signal
from checkin_app.sync.shown import Shown
from tests.desk_support import new_desk
from tests.sync.sync_support import LIMIT, Hub, Post, answering, exchanging, posted

pytestmark = pytest.mark.usefixtures("short_rests")


def digests(*posts: Post) -> set[str]:
    return {post.ask(lambda desk: desk.digest()) for post in posts}


def test_a_scan_at_one_desk_is_known_at_the_other(
    desks: tuple[Post, Post], codes: list[str]
) -> None:
    first, second = desks
    with exchanging(first) as (lane, heard), exchanging(second) as (_, other):
        heard.until(lambda state: state.link == "met")
        other.until(lambda state: state.link == "met")
        outcome = first.ask(lambda desk: desk.scan(codes[0]))
        lane.wake()
        other.until(lambda _: second.ask(lambda desk: desk.figures()).arrived == 1)
        heard.until(lambda state: state.outbox == 0 and state.pushed > 0)
        again = second.ask(lambda desk: desk.scan(codes[0]))
    assert again.verdict.decision.value == "refuse"
    assert again.verdict.first_scan is not None
    assert again.verdict.first_scan.scan_id == outcome.scan_id
    assert again.verdict.first_scan.desk == "Quầy 1"


def test_scans_without_a_link_are_counted_and_sent_when_it_is_back(
    hub: Hub, desks: tuple[Post, Post], codes: list[str]
) -> None:
    first, second = desks
    with exchanging(first) as (lane, heard), exchanging(second) as (_, other):
        heard.until(lambda state: state.link == "met" and state.outbox == 0)
        other.until(lambda state: state.link == "met")
        hub.stop()
        heard.until(lambda state: state.link == "offline")
        for code in codes:
            assert first.ask(lambda desk, code=code: desk.scan(code)).verdict
        assert first.ask(lambda desk: desk.figures()).outbox >= len(codes)
        assert heard.states[-1].sentence
        hub.start()
        lane.now()
        heard.until(lambda state: state.link == "met" and state.outbox == 0 and state.pushed >= 6)
        other.until(lambda _: second.ask(lambda desk: desk.figures()).arrived == len(codes))
        assert len(digests(first, second)) == 1
        assert first.ask(lambda desk: desk.figures()).outbox in range(len(codes) + 3)


def test_the_clocks_offset_is_measured_and_kept_with_each_later_fact(
    desks: tuple[Post, Post], codes: list[str]
) -> None:
    first, _ = desks
    with exchanging(first) as (_, heard):
        state = heard.until(lambda state: state.offset is not None)
        assert state.bound is not None and abs(state.offset or 0) <= state.bound + 5
        first.ask(lambda desk: desk.scan(codes[0]))
    file = EventFile.open(first.path, write=False)
    try:
        rows = file.connection.execute(
            "SELECT body FROM entries e JOIN streams s ON s.no = e.stream WHERE s.id = ?"
            " ORDER BY n DESC LIMIT 1",
            (file.own_stream,),
        ).fetchall()
    finally:
        file.database.close()
    assert b'"offset":[' in rows[0][0]


def test_a_hub_put_back_to_a_backup_is_filled_again_by_whoever_knows(
    hub: Hub, desks: tuple[Post, Post], codes: list[str], tmp_path: Path
) -> None:
    """Acknowledged, then the hub rolled back: the vector it shows now is what counts."""
    first, second = desks
    hub.stop()
    kept = {path.name: path.read_bytes() for path in tmp_path.glob("hub.db*")}
    hub.start()
    with exchanging(first) as (lane, heard):
        heard.until(lambda state: state.link == "met")
        first.ask(lambda desk: desk.scan(codes[0]))
        lane.wake()
        heard.until(lambda state: state.pushed > 0 and state.outbox == 0)
    hub.stop()
    for path in tmp_path.glob("hub.db*"):
        path.unlink()
    for name, content in kept.items():
        (tmp_path / name).write_bytes(content)
    hub.start()
    with exchanging(first) as (_, heard), exchanging(second) as (_, other):
        heard.until(lambda state: state.pushed > 0 and state.outbox == 0)
        other.until(lambda _: second.ask(lambda desk: desk.figures()).arrived == 1)


def test_a_revoked_desk_is_told_so_and_keeps_everything(
    hub: Hub, desks: tuple[Post, Post], codes: list[str]
) -> None:
    from checkin_app.hub.enrolling import revoke

    first, _ = desks
    entries = first.ask(lambda desk: desk.check()).entries
    revoke(hub.admin, "Quầy 1")
    with exchanging(first) as (_, heard):
        state = heard.until(lambda state: state.link == "revoked")
    assert "taken off" in state.sentence
    assert first.ask(lambda desk: desk.check()).entries >= entries


def test_without_a_hub_nothing_is_tried(tmp_path: Path) -> None:
    new_desk(tmp_path).close()
    with posted(tmp_path / "forum.checkin") as post, exchanging(post) as (lane, heard):
        lane.wake()
        lane.now()
    assert heard.states[-1].link == "none"


def test_once_revoked_a_desk_says_so_after_a_restart_too_until_it_is_met(
    hub: Hub, desk: Post
) -> None:
    from checkin_app.hub.enrolling import revoke

    with exchanging(desk) as (_, heard):
        heard.until(lambda state: state.link == "met")
        revoke(hub.admin, "Quầy 1")
        heard.until(lambda state: state.link == "revoked")
        hub.stop()
    with exchanging(desk) as (lane, heard):  # The hub is away, and stays so.
        assert {state.link for state in heard.states[1:]} == {"revoked"}
        hub.start()
        again = hub.enrolment("Quầy 1")
        lane.stop()
    joining.attach(again, desk.ask, name="Quầy 1")
    with exchanging(desk) as (_, heard):
        heard.until(lambda state: state.link == "met")
        assert "revoked" not in {state.link for state in heard.states}
    assert not desk.ask(lambda desk: desk.hub()).revoked


def test_a_lane_stops_at_once_whatever_it_waits_for(desks: tuple[Post, Post]) -> None:
    first, _ = desks
    lane = SyncLane(first.ask, first.path)
    lane.start()
    assert lane.stop()
    names = [thread.name for thread in threading.enumerate()]
    assert not any(name.startswith("sync-") for name in names)


def test_what_the_hub_refuses_stops_neither_other_streams_nor_the_desk(
    hub: Hub, desks: tuple[Post, Post], codes: list[str]
) -> None:
    """A stream that cannot be given, because a page of it is said to be wrong, is passed over."""
    first, second = desks
    hub.app.instead["/v1/give"] = answering(
        400, b'{"error": "bad_request", "sentence": "No."}', b"application/json"
    )
    with exchanging(first) as (lane, heard), exchanging(second):
        heard.until(lambda state: state.rejected > 0)
        first.ask(lambda desk: desk.scan(codes[0]))
        lane.wake()
        heard.until(lambda state: state.outbox == 1)
        del hub.app.instead["/v1/give"]
        hub.stop()  # Met anew, everything is offered again.
        hub.start()
        heard.until(lambda state: state.outbox == 0 and state.pushed > 0)


@given(st.integers(1, 50), st.integers())
def test_a_rest_grows_to_half_a_minute_and_is_never_the_same_for_all(turns: int, seed: int) -> None:
    chance = random.Random(seed)
    backoff = Backoff(chance)
    rests = [backoff.rest() for _ in range(turns)]
    assert all(0 < rest <= LONGEST for rest in rests)
    backoff.reset()
    assert backoff.rest() <= 1.0


def test_a_signal_given_before_anybody_waits_is_not_lost() -> None:
    signal = Signal()
    signal.wake()
    assert signal.wait(LIMIT)
    assert not signal.wait(0)
    signal.now()
    signal.rest(LIMIT)
    signal.end()
    assert signal.wait(LIMIT)


def test_a_side_that_knows_less_than_it_said_is_believed() -> None:
    shown = Shown()
    shown.hear("push", {"a": (5, b"5")})
    shown.hear("pull", {"a": (7, b"7"), "b": (1, b"1")})
    assert shown.vector() == {"a": (7, b"7"), "b": (1, b"1")}
    shown.hear("push", {"a": (6, b"6")})
    assert shown.vector()["a"] == (7, b"7")
    shown.hear("pull", {"a": (2, b"2")})
    assert shown.vector() == {"a": (2, b"2")}
    assert now_ms() > 0


def test_a_hub_that_is_up_again_is_met_by_itself(
    hub: Hub, desks: tuple[Post, Post], codes: list[str]
) -> None:
    """Killed and started again, nobody presses anything: both ways go on."""
    first, second = desks
    with exchanging(first) as (lane, heard), exchanging(second) as (_, other):
        heard.until(lambda state: state.link == "met")
        for turn in range(2):
            hub.stop()
            heard.until(lambda state: state.link == "offline")
            first.ask(lambda desk, code=codes[turn]: desk.scan(code))
            lane.wake()
            hub.start()
            heard.until(lambda state: state.link == "met" and state.outbox == 0)
            arrived = turn + 1
            other.until(
                lambda _, count=arrived: second.ask(lambda desk: desk.figures()).arrived == count
            )
        assert heard.states[-1].problem is None


def test_what_new_desks_record_does_not_make_others_fold_everything_anew(
    hub: Hub, desks: tuple[Post, Post], codes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stream that is new here has nothing folded yet: its rights are no change."""
    first, second = desks
    rebuilt: list[str] = []
    monkeypatch.setattr(EventFile, "rebuild_inside", lambda file: rebuilt.append(file.path.name))
    for post, code in zip(desks, codes, strict=False):
        post.ask(lambda desk, code=code: desk.scan(code))
    with exchanging(first) as (_, heard), exchanging(second) as (_, other):
        heard.until(lambda _: first.ask(lambda desk: desk.figures()).arrived == 2)
        other.until(lambda _: second.ask(lambda desk: desk.figures()).arrived == 2)
    assert rebuilt == []
