"""What went wrong for others, one test each: what the name says does not happen here."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from checkin_app.domain.errors import HubError, HubRefused, HubUnreachable
from checkin_app.store.event_file import EventFile
from checkin_app.sync import calls, links, tokens
from checkin_app.sync.client import HubClient
from checkin_app.sync.exchange import hello
from tests.sync.sync_support import (
    LIMIT,
    Hub,
    Post,
    answering,
    exchanging,
    posted,
)

PROBLEM = b'{"error": "bad_request", "sentence": "No."}'


pytestmark = pytest.mark.usefixtures("short_rests")


def entries(post: Post) -> int:
    count: int = post.ask(lambda desk: desk.check()).entries
    return count


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (404, b"<html>Not found</html>", b"text/html"),
        (200, b"<html>Please sign in</html>", b"text/html"),
        (200, b"", b"application/msgpack"),
        (400, PROBLEM, b"application/json"),
        (413, b'{"error": "too_large", "sentence": "No."}', b"application/json"),
        (500, b"Internal Server Error", b"text/plain"),
        (401, b'{"error": "unauthorized", "sentence": "No."}', b"application/json"),
    ],
    ids=["404", "portal", "empty", "400", "413", "500", "401"],
)
def test_no_answer_whatever_deletes_or_completes_anything(
    hub: Hub, desk: Post, codes: list[str], status: int, body: bytes, kind: bytes
) -> None:
    """404 or HTML from a captive portal; 400 must not delete."""
    desk.ask(lambda desk: desk.scan(codes[0]))
    before = entries(desk)
    hub.app.instead["/v1/give"] = answering(status, body, kind)
    with exchanging(desk) as (lane, heard):
        heard.until(lambda state: bool(state.problem) or state.rejected > 0)
        assert heard.states[-1].outbox > 0
        assert entries(desk) == before
        del hub.app.instead["/v1/give"]
        lane.now()
        heard.until(lambda state: state.outbox == 0 and state.pushed > 0 and not state.problem)
        assert hub.store.vector() == desk.ask(lambda desk: desk.vector())


def test_a_scan_keeps_its_time_at_the_door_however_late_it_is_sent(
    hub: Hub, desk: Post, codes: list[str], tmp_path: Path
) -> None:
    """Scan time replaced by sync time."""
    at = datetime(2026, 11, 25, 1, 2, 3, 456_000, UTC)
    scan = desk.ask(lambda desk: desk.scan(codes[0], at=at)).scan_id
    with exchanging(desk) as (_, heard):
        heard.until(lambda state: state.outbox == 0 and state.pushed > 0)
    with posted(hub.joined("Quầy 2")) as other, exchanging(other) as (_, heard):
        heard.until(lambda state: state.link == "met")
        refused = other.ask(lambda desk: desk.scan(codes[0]))
        assert refused.verdict.first_scan.scan_id == scan
        assert refused.verdict.first_scan.at == at


def test_an_upload_that_fails_does_not_stop_the_download(
    hub: Hub, desk: Post, codes: list[str]
) -> None:
    hub.app.instead["/v1/give"] = answering(500, b"oops", b"text/plain")
    desk.ask(lambda desk: desk.scan(codes[0]))
    with exchanging(desk) as (_, heard):
        heard.until(lambda state: state.problem is not None)
        with posted(hub.joined("Quầy 2")) as other:
            pages, _ = _scanned(other, codes[1])
            hub.store.take(pages, "other")  # As if another desk, whose uploads go through.
        heard.until(lambda _: desk.ask(lambda desk: desk.figures()).arrived == 2)
        assert heard.states[-1].problem is not None and heard.states[-1].outbox > 0


def test_a_download_that_fails_does_not_stop_the_upload(
    hub: Hub, desk: Post, codes: list[str]
) -> None:
    hub.app.instead["/v1/take"] = answering(500, b"oops", b"text/plain")
    desk.ask(lambda desk: desk.scan(codes[0]))
    with exchanging(desk) as (_, heard):
        heard.until(lambda state: state.outbox == 0 and state.pushed > 0)
        heard.until(lambda state: state.problem is not None)
    own = desk.ask(lambda desk: desk.vector())
    assert hub.store.vector().items() >= own.items()


def test_a_token_of_another_desk_lets_nobody_write_in_its_name(
    hub: Hub, desk: Post, tmp_path: Path
) -> None:
    """Said plainly to its holder, and the desk whose token it is goes on."""
    with posted(hub.joined("Quầy 2")) as other:
        token = tokens.load(other.ask(lambda desk: desk.desk_id))
        file = EventFile.open(desk.path, write=False)
        link = links.read(file.connection)
        assert link is not None
        said = hello(file, "1")
        file.database.close()
        for wrong in (token, "x" * len(token)):
            client = HubClient(link.addresses, bytes.fromhex(link.pin), wrong)
            try:
                with pytest.raises(HubRefused) as caught:
                    client.greet(said)
            finally:
                client.close()
            assert caught.value.sentence == calls.UNKNOWN_DESK
        with exchanging(other) as (_, heard):
            heard.until(lambda state: state.link == "met" and state.outbox == 0)


@pytest.mark.parametrize("whole", [True, False], ids=["slow", "half a page"])
def test_a_hub_that_is_slow_or_returns_half_a_page_changes_nothing_by_halves(
    hub: Hub,
    desk: Post,
    codes: list[str],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    whole: bool,
) -> None:
    monkeypatch.setattr(calls, "ANSWER_SECONDS", 0.3)
    with posted(hub.joined("Quầy 2")) as other:
        pages, _ = _scanned(other, codes[1])
        hub.store.take(pages, "other")
    left = threading.Event()

    async def badly(scope: Any, receive: Any, send: Any) -> None:
        import asyncio

        headers = [(b"content-type", b"application/msgpack"), (b"content-length", b"5000")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"\x83", "more_body": True})
        if whole:
            await asyncio.to_thread(left.wait, LIMIT)
        raise ConnectionResetError

    before = desk.ask(lambda desk: desk.digest())
    hub.app.instead["/v1/take"] = badly
    with exchanging(desk) as (lane, heard):
        heard.until(lambda state: state.problem is not None)
        assert isinstance(heard.states[-1].problem, HubUnreachable)
        assert desk.ask(lambda desk: desk.digest()) == before
        assert desk.ask(lambda desk: desk.scan(codes[0])).verdict.decision.value == "admit"
        del hub.app.instead["/v1/take"]
        left.set()
        monkeypatch.setattr(calls, "ANSWER_SECONDS", 30.0)
        lane.now()
        heard.until(lambda _: desk.ask(lambda desk: desk.figures()).arrived == 2)
    assert issubclass(HubUnreachable, HubError)


def _scanned(post: Post, code: str) -> tuple[list[Any], bool]:
    """A scan at a desk, and what others lack of that desk's own ledger."""
    known = post.ask(lambda desk: desk.vector())
    post.ask(lambda desk: desk.scan(code))
    own = EventFile.open(post.path, write=False)
    try:
        stream = own.own_stream
    finally:
        own.database.close()
    known.pop(stream, None)
    pages, more = post.ask(lambda desk: desk.lacking(known, 1 << 20))
    return pages, more
