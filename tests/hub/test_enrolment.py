"""The enrolment: a line of text that is read strictly, and a secret that is good once."""

from __future__ import annotations

import base64
import time
from binascii import crc32
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.errors import NotPossible
from checkin_app.hub import enrolling
from checkin_app.hub.tokens import hashed
from checkin_app.sync import enrolment, wire
from checkin_app.sync.enrolment import Enrolment
from tests.hub.hub_support import SETTINGS, Desk, Served, founded, problem, served


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Served]:
    with served(founded(tmp_path)) as running:
        yield running


SAMPLE = Enrolment(
    event="a" * 16,
    event_name="Diễn đàn",
    addresses=["https://192.0.2.9:8470", "https://[fd00::2]:8470"],
    pin=b"p" * 32,
    hub_key=b"k" * 32,
    secret=b"s" * 16,
    expires_at=1_795_000_000_000,
)
TEXT = enrolment.format(SAMPLE)


def line(body: object) -> str:
    raw = msgspec.msgpack.encode(body)
    raw += crc32(raw).to_bytes(4)
    return enrolment.PREFIX + base64.urlsafe_b64encode(raw).decode().rstrip("=")


def changed(**fields: object) -> str:
    return line(msgspec.to_builtins(SAMPLE, builtin_types=(bytes,)) | fields)


def test_what_is_written_is_read_however_a_mail_program_wraps_it() -> None:
    assert enrolment.parse(TEXT) == SAMPLE
    assert enrolment.parse(f"  {TEXT[:40]}\r\n {TEXT[40:90]}\n\t{TEXT[90:]}\n") == SAMPLE
    assert enrolment.parse(changed(mood="a field of tomorrow")) == SAMPLE


@given(st.integers(1, len(TEXT) - 1))
def test_a_part_of_it_is_none(end: int) -> None:
    with pytest.raises(NotPossible):
        enrolment.parse(TEXT[:end])


@given(st.integers(8, len(TEXT) - 1), st.sampled_from("AbZ09-_"))
def test_one_wrong_letter_is_noticed(place: int, letter: str) -> None:
    wrong = TEXT[:place] + letter + TEXT[place + 1 :]
    try:
        assert enrolment.parse(wrong) == SAMPLE  # The last letter has bits that say nothing.
    except NotPossible:
        assert wrong != TEXT


@given(st.text() | st.binary().map(lambda raw: "CHECKIN-" + base64.urlsafe_b64encode(raw).decode()))
def test_whatever_else_is_pasted_is_one_sentence(text: str) -> None:
    with pytest.raises(NotPossible):
        enrolment.parse(text)


@pytest.mark.parametrize(
    "fields",
    [
        {"addresses": []},
        {"addresses": ["ftp://192.0.2.9"]},
        {"addresses": ["https://user:word@192.0.2.9"]},
        {"addresses": ["https://192.0.2.9:8470/path"]},
        {"addresses": ["https://192.0.2.9:99999"]},
        {"addresses": ["https://192.0.2.9:8470?a"]},
        {"addresses": ["https://192.0.2.9:8470\r\nHost: x"]},
        {"addresses": ["http://192.0.2.9:8470"]},
        {"addresses": ["https://x"] * 17},
        {"pin": b"short"},
        {"secret": b"short"},
        {"hub_key": b""},
        {"expires_at": -1},
        {"event": ""},
        {"v": 0},
        {"v": 2},
    ],
    ids=str,
)
def test_an_enrolment_that_leads_nowhere_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(NotPossible):
        enrolment.parse(changed(**fields))


def test_a_newer_one_says_what_to_do() -> None:
    with pytest.raises(NotPossible, match="Update this program"):
        enrolment.parse(changed(v=2, addresses={"of": "tomorrow"}))


def test_plain_http_is_for_this_machine_alone() -> None:
    assert enrolment.parse(changed(addresses=["http://127.0.0.1:1"])).addresses
    assert enrolment.parse(changed(addresses=["http://[::1]:1"])).addresses


# -- at the hub ------------------------------------------------------------


def test_a_secret_is_good_once(hub: Served) -> None:
    text = hub.enrolment("Cửa 1", "door")
    answer = hub.asked("enrol", Desk("d1").ask_in(text), wire.Enrolled)
    assert (answer.name, answer.profile, answer.event) == ("Cửa 1", "door", hub.store.event)
    assert answer.hub_key == enrolment.parse(text).hub_key == hub.admin.keys().hub_public
    for desk in ("d1", "d2"):
        assert problem(hub.post("enrol", Desk(desk).ask_in(text))) == (401, "unauthorized")


def test_an_expired_secret_is_refused(hub: Served) -> None:
    secret = b"e" * 16
    hub.admin.enrolments.add(hashed(secret), "Late", "door", int(time.time() * 1000) - 1)
    asked = wire.Enrol(secret, hub.store.event, "d1", "x", b"k" * 32)
    assert problem(hub.post("enrol", asked)) == (401, "unauthorized")


def test_a_wrong_event_does_not_spend_the_secret(hub: Served) -> None:
    asked = Desk().ask_in(hub.enrolment())
    wrong = msgspec.structs.replace(asked, event="f" * 16)
    assert problem(hub.post("enrol", wrong)) == (403, "wrong_event")
    old = msgspec.structs.replace(asked, speaks=(0, 0))
    assert problem(hub.post("enrol", old)) == (409, "too_old")
    assert hub.asked("enrol", asked, wire.Enrolled).token


@pytest.mark.parametrize(
    "fields",
    [
        {"secret": b"s" * 15},
        {"public_key": b"k" * 31},
        {"desk": ""},
        {"desk": "a b"},
        {"desk": "a\n"},
        {"desk": "../x"},
        {"desk": "x" * 65},
        {"desk": "\0"},
        {"name": "x" * 201},
    ],
    ids=str,
)
def test_a_malformed_request_is_refused(hub: Served, fields: dict[str, object]) -> None:
    asked = Desk().ask_in(hub.enrolment())
    raw = msgspec.msgpack.encode(msgspec.to_builtins(asked, builtin_types=(bytes,)) | fields)
    assert problem(hub.post("enrol", raw)) == (400, "bad_request")


def test_who_makes_an_enrolment_says_for_whom(hub: Served) -> None:
    for name, profile in (("", "door"), (" \n", "door"), ("Door", "king")):
        with pytest.raises(NotPossible):
            enrolling.enrol(hub.admin, SETTINGS, name, profile)
    made = enrolling.enrol(hub.admin, SETTINGS, "Cua\u0309\u202e 1\n" + "x" * 200, "door")
    desk = Desk().ask_in(made.text)
    name = hub.asked("enrol", desk, wire.Enrolled).name
    assert name.startswith("Cuả 1 x")
    assert len(name) <= 80 and name.isprintable()
