"""Joining a hub: into a new file, with the file there is, and what must not go wrong."""

from __future__ import annotations

import contextlib
import socket
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin_app.desk import Desk
from checkin_app.desk.copies import erase_copy
from checkin_app.domain.errors import (
    CertificateChanged,
    CheckinError,
    HubError,
    HubRefused,
    HubUnreachable,
    NotPossible,
    StoreError,
    WrongEvent,
)
from checkin_app.store import identity
from checkin_app.sync import joining, tokens
from checkin_app.sync.joining import attach, join_into, leave
from tests.desk_support import new_desk, walk_in
from tests.sync.sync_support import LIMIT, Hub, elsewhere, http, hub_of, odd, saying


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    desk = new_desk(tmp_path)
    for number in range(30):
        walk_in(desk, f"Guest {number}")
    desk.close()
    with hub_of(tmp_path / "forum.checkin") as hub:
        yield hub


def test_a_new_desk_has_the_whole_event_and_a_name(hub: Hub, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    target = tmp_path / "new.checkin"
    joined = join_into(
        hub.enrolment("Quầy 2"), target, progress=lambda done, total: told.append((done, total))
    )
    desk, first = Desk.open(target), Desk.open(tmp_path / "forum.checkin")
    try:
        assert desk.digest() == first.digest()
        assert desk.figures().expected == 30
        assert desk.desk_name == "Quầy 2"
        assert desk.check().whole
        assert (joined.event, joined.profile) == (first.event.id, "registration")
        assert told and told[-1][0] == told[-1][1]
        link = desk.hub()
        assert link is not None and link.addresses == list(hub.settings.addresses)
    finally:
        desk.close()
        first.close()


def test_the_token_is_for_its_owner_alone_and_not_in_the_event_file(
    hub: Hub, tmp_path: Path, station: Path
) -> None:
    joined = join_into(hub.enrolment(), tmp_path / "new.checkin")
    token = tokens.load(joined.desk)
    [file] = (station / "keys").glob("*.token")
    assert token and stat.S_IMODE(file.stat().st_mode) == 0o600
    for copy in tmp_path.glob("new.checkin*"):
        assert token.encode() not in copy.read_bytes()


def test_the_file_there_is_can_be_attached(hub: Hub, tmp_path: Path) -> None:
    desk = Desk.open(tmp_path / "forum.checkin")
    try:
        before = desk.digest()
        joined = attach(hub.enrolment("Main"), lambda verb: verb(desk))
        assert desk.hub() is not None and joined.desk == desk.desk_id
        assert desk.digest() == before
        leave(lambda verb: verb(desk))
        assert desk.hub() is None and tokens.load(joined.desk) == ""
    finally:
        desk.close()


def test_an_enrolment_is_good_once(hub: Hub, tmp_path: Path) -> None:
    text = hub.enrolment()
    join_into(text, tmp_path / "one.checkin")
    with pytest.raises(HubRefused, match="used already"):
        join_into(text, tmp_path / "two.checkin")
    assert not (tmp_path / "two.checkin").exists()


def test_another_event_is_refused_before_anything_is_sent(hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = new_desk(tmp_path / "other")
    try:
        with odd(saying(b"")) as server, pytest.raises(WrongEvent, match="Autumn"):
            attach(elsewhere(hub.enrolment(), server.address), lambda verb: verb(other))
        assert server.connections == 0
        assert other.hub() is None
    finally:
        other.close()


def test_another_hub_than_the_event_trusts_is_refused_before_anything_is_sent(
    hub: Hub, tmp_path: Path
) -> None:
    """A second hub founded with the same event: the first one is the event's authority."""
    target = tmp_path / "new.checkin"
    join_into(hub.enrolment(), target)
    (tmp_path / "second").mkdir()
    copy = tmp_path / "second" / "forum.checkin"
    desk = Desk.open(tmp_path / "forum.checkin")
    desk.backup(copy)
    desk.close()
    joined = Desk.open(target)
    try:
        with hub_of(copy) as second, pytest.raises(HubRefused) as caught:
            attach(second.enrolment(), lambda verb: verb(joined))
        assert caught.value.sentence == joining.OTHER_AUTHORITY
        assert "/v1/enrol" not in second.app.asked
    finally:
        joined.close()


def test_nothing_is_overwritten(hub: Hub, tmp_path: Path) -> None:
    target = tmp_path / "forum.checkin"
    before = target.read_bytes()
    with pytest.raises(StoreError, match="already there"):
        join_into(hub.enrolment(), target)
    assert target.read_bytes() == before


def test_what_is_no_enrolment_is_told(tmp_path: Path) -> None:
    for text in ("", "hello", "CHECKIN-", "CHECKIN-AAAA", "x" * 10_000):
        with pytest.raises(NotPossible):
            join_into(text, tmp_path / "new.checkin")


def test_what_broke_on_the_way_is_gone_on_with_by_the_same_enrolment(
    hub: Hub, tmp_path: Path
) -> None:
    with _cutting(hub.port, after=5_500) as port:
        text = elsewhere(hub.enrolment(), f"https://127.0.0.1:{port}")
        with pytest.raises(HubUnreachable):
            join_into(text, tmp_path / "new.checkin")
        assert list(tmp_path.glob("new.checkin*")) == []
    text = elsewhere(text, *hub.settings.addresses)
    join_into(text, tmp_path / "new.checkin")
    assert hub.app.asked.count("/v1/enrol") == 1


class Killed(BaseException):
    """As a process that is stopped just there."""


@pytest.mark.parametrize("part", ["adopt", "load_key"])
def test_a_join_that_is_killed_while_it_settles_leaves_no_file_and_is_gone_on_with(
    hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    target, text = tmp_path / "new.checkin", hub.enrolment("Quầy 2")

    def die(*_: object) -> None:
        assert not target.exists()
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(identity, part, die)
        with pytest.raises(Killed):
            join_into(text, target)
    assert not target.exists()
    joined = join_into(text, target)
    desk = Desk.open(target)
    try:
        assert (desk.desk_id, desk.desk_name) == (joined.desk, "Quầy 2")
        walk_in(desk, "Vũ Bình")
    finally:
        desk.close()


def test_a_portal_in_between_gets_no_secret(hub: Hub, tmp_path: Path) -> None:
    with odd(saying(http("200 OK", b"<html>", "text/html"))) as portal:
        with pytest.raises(CertificateChanged):
            join_into(elsewhere(hub.enrolment(), portal.address), tmp_path / "new.checkin")
        assert portal.requests == []


def test_a_revoked_desk_can_erase_its_copy(hub: Hub, tmp_path: Path) -> None:
    target = tmp_path / "new.checkin"
    joined = join_into(hub.enrolment(), target)
    erase_copy(target)
    assert list(tmp_path.glob("new.*")) == [] and tokens.load(joined.desk) == ""


def test_every_sentence_of_joining_is_said_in_vietnamese() -> None:
    from checkin_app import i18n
    from checkin_app.sync import calls, lan_client

    modules = (joining, calls, lan_client)
    sentences = [
        value
        for module in modules
        for name, value in vars(module).items()
        if name.isupper() and isinstance(value, str) and value.endswith(".")
    ]
    assert len(sentences) > 10
    for sentence in sentences:
        assert i18n.say("vi", "errors", sentence) != sentence, sentence
    assert issubclass(HubError, CheckinError)


class _cutting:
    """A connection to the hub that breaks after some bytes came back."""

    def __init__(self, port: int, after: int) -> None:
        self._port, self._left = port, after
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._threads = [threading.Thread(target=self._serve)]
        self._threads[0].start()

    def __enter__(self) -> int:
        return int(self._listening.getsockname()[1])

    def __exit__(self, *error: object) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for thread in self._threads:
            thread.join(LIMIT)

    def _serve(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            far = socket.create_connection(("127.0.0.1", self._port))
            for source, target, counted in ((near, far, False), (far, near, True)):
                thread = threading.Thread(target=self._pass, args=(source, target, counted))
                self._threads.append(thread)
                thread.start()

    def _pass(self, source: socket.socket, target: socket.socket, counted: bool) -> None:
        try:
            while piece := source.recv(1024):
                if counted:
                    self._left -= len(piece)
                    if self._left < 0:
                        break
                target.sendall(piece)
        except OSError:
            pass
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        if counted:
            source.close()
            target.close()
