"""Bytes that no desk would send: never a fault of the program, never let in."""

from __future__ import annotations

import contextlib
import os
import zlib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin_app.ledger.pages import Page
from checkin_app.sync import wire
from checkin_app.sync.limits import Limit
from checkin_app.sync.protocol import Batch, Given, Hello, Welcome
from tests.hub.hub_support import Desk, Served, founded, page_of, problem, served, speak

SHAPES = (wire.Enrol, wire.Give, wire.Take, wire.Wait, Hello, Batch, Welcome, Given, wire.Problem)
DOORS = ("enrol", "greet", "give", "take", "wait")

simple = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats()
    | st.text(max_size=20)
    | st.binary(max_size=40)
)
anything = st.recursive(
    simple,
    lambda inner: (
        st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=12), inner, max_size=5)
    ),
    max_leaves=25,
)
heads = st.dictionaries(
    st.text(max_size=40), st.tuples(st.integers(-(2**63), 2**64 - 1), st.binary(max_size=70))
)
pages = st.lists(
    st.tuples(
        st.text(max_size=40) | st.just("d" * 32),
        st.integers(-(2**63), 2**64 - 1) | st.integers(0, 5),
        st.lists(st.binary(max_size=30), max_size=4),
        st.lists(st.none() | st.binary(max_size=10), max_size=4),
        st.lists(st.tuples(st.integers(0, 5), st.binary(max_size=70)), max_size=3),
    ),
    max_size=4,
)
bodies = st.one_of(
    anything,
    st.fixed_dictionaries({"vector": heads | anything, "seconds": simple, "most_bytes": simple}),
    st.fixed_dictionaries({"pages": pages | anything}),
    st.fixed_dictionaries(
        {
            "event": simple,
            "desk": simple,
            "name": simple,
            "release": simple,
            "speaks": anything,
            "kinds": anything,
            "outbox": simple,
            "clock": anything,
        }
    ),
)


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("hub")
    before = os.environ.get("CHECKIN_HOME")
    os.environ |= {"CHECKIN_HOME": str(folder / "station"), "CHECKIN_KEYRING": "off"}
    try:
        with served(founded(folder)) as running:
            gate = running.app.hub.gate
            gate._strangers = gate._asking = Limit(1e9, 1e9)
            yield running
    finally:
        os.environ.pop("CHECKIN_HOME") if before is None else os.environ.update(CHECKIN_HOME=before)


@pytest.fixture(scope="module")
def desk(hub: Served) -> Desk:
    return hub.enrolled()


many = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


@given(st.sampled_from(SHAPES), st.binary(max_size=200), st.sampled_from([wire.MSGPACK, wire.JSON]))
def test_any_bytes_are_read_or_refused(shape: type, raw: bytes, media: str) -> None:
    with contextlib.suppress(wire.Malformed):
        assert isinstance(wire.decode(raw, shape, media), shape)
    with contextlib.suppress(wire.Malformed):
        wire.read_frame(raw)


@given(st.sampled_from(SHAPES), bodies)
def test_any_value_is_read_or_refused(shape: type, value: object) -> None:
    with contextlib.suppress(wire.Malformed):
        assert isinstance(wire.decode(msgspec.msgpack.encode(value), shape), shape)


@given(st.data())
def test_half_a_body_is_refused_and_a_changed_one_is_no_fault(data: st.DataObject) -> None:
    whole = wire.encode(wire.Give([page_of(Desk(key=b"k" * 32))]))
    cut = data.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(wire.Malformed):
        wire.decode(whole[:cut], wire.Give)
    place, value = data.draw(st.integers(0, len(whole) - 1)), data.draw(st.integers(0, 255))
    try:
        read = wire.decode(whole[:place] + bytes([value]) + whole[place + 1 :], wire.Give)
    except wire.Malformed:
        return
    assert all(isinstance(wire.fault(page), str) for page in read.pages)


@pytest.mark.parametrize(
    "raw",
    [
        b"\x81\xa5pages\xdd\xff\xff\xff\xff",
        b"\x81\xa6vector\xdf\xff\xff\xff\xff",
        b"\x81\xa5pages\x91\x95\xdb\xff\xff\xff\xff",
        b"\xdf\xff\xff\xff\xff",
        b"\x91" * 100_000,
        b"\x81\xa6vector" + b"\x81\xa1a" * 50_000,
        b"\xc1",
        b"\x81\xa6vector\x81\xa2\xff\xfe\x92\x01\xc4\x00",
        b"\x81\xa6vector\x81\xa1\x00\x92\x01\xc4\x00",
    ],
    ids=lambda raw: raw[:12].hex(),
)
def test_lengths_and_depths_that_lie_are_believed_by_nobody(
    hub: Served, desk: Desk, raw: bytes
) -> None:
    for door in ("give", "take", "wait"):
        status, _ = problem(hub.post(door, raw, desk))
        assert status in (400, 413)


@many
@given(st.sampled_from(DOORS), bodies)
def test_no_body_is_a_fault_of_the_program(
    hub: Served, desk: Desk, door: str, value: object
) -> None:
    if door == "wait" and isinstance(value, dict):
        value = value | {"seconds": 0}
    answer = hub.post(door, msgspec.msgpack.encode(value), desk)
    assert answer.status_code in (200, 400, 401, 403, 409, 413)
    assert hub.app.hub.metrics.value("faults_total") == 0


@many
@given(st.sampled_from(DOORS), bodies, st.sampled_from(["", "x", "Bearer x", "Bearer " + "a" * 43]))
def test_no_body_lets_a_stranger_in(
    hub: Served, door: str, value: object, authorization: str
) -> None:
    before = len(hub.admin.desks()), hub.store.vector()
    raw = msgspec.msgpack.encode(value)
    answer = hub.post(door, raw, Authorization=authorization)
    assert problem(answer)[0] in (400, 401)
    assert (len(hub.admin.desks()), hub.store.vector()) == before


@many
@given(st.sampled_from(DOORS), st.binary(max_size=300))
def test_what_inflates_to_rubbish_is_refused(
    hub: Served, desk: Desk, door: str, raw: bytes
) -> None:
    for sent in (raw, zlib.compress(raw), zlib.compress(raw)[:-2]):
        answer = hub.post(door, sent, desk, Content_Encoding="deflate")
        assert answer.status_code in (400, 401) or door in ("take", "wait")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Type": "text/html"}, 400),
        ({"Content-Type": ""}, 400),
        ({"Content-Encoding": "gzip"}, 400),
        ({"Content-Encoding": "deflate, deflate"}, 400),
        ({"Content-Encoding": "br"}, 400),
    ],
    ids=str,
)
def test_bodies_of_other_kinds_are_refused(
    hub: Served, desk: Desk, headers: dict[str, str], status: int
) -> None:
    answer = hub.client.post(
        "/v1/take",
        content=wire.encode(wire.Take({})),
        headers={"Authorization": f"Bearer {desk.token}", "Content-Type": wire.MSGPACK} | headers,
    )
    assert problem(answer) == (status, "bad_request")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/v1/give"),
        ("PUT", "/v1/give"),
        ("DELETE", "/v1/time"),
        ("POST", "/v1/snapshot"),
        ("GET", "/v1/"),
        ("GET", "/v1/../etc/passwd"),
        ("GET", "/v1/%2e%2e/%00"),
        ("GET", "/wp-login.php"),
        ("TRACE", "/"),
        ("GET", "/" + "a" * 8000),
    ],
)
def test_what_is_not_there_is_said_in_a_sentence(hub: Served, method: str, path: str) -> None:
    assert problem(hub.client.request(method, path)) == (404, "not_found")


@pytest.mark.parametrize(
    "raw",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200),
        b"GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
        b"GET /\r\n\r\n",
        b"\0" * 100,
        b"POST /v1/enrol HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        b"POST /v1/enrol HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
        b"POST /v1/enrol HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 200_000 + b"\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ],
    ids=lambda raw: raw[:16].hex(),
)
def test_what_is_no_http_is_counted_and_hung_up_on(hub: Served, raw: bytes) -> None:
    before = hub.app.hub.metrics.value("garbage_total")
    seen = hub.app.hub.metrics.value("requests_total")
    answer = speak(hub.address, raw)
    assert b" 200 " not in answer.partition(b"\r\n")[0]
    counted = hub.app.hub.metrics.value("garbage_total") - before
    assert counted or hub.app.hub.metrics.value("requests_total") > seen
    assert hub.client.get("/healthz").status_code == 200


def test_thousands_of_rubbish_requests_are_counted_and_nothing_is_let_in(tmp_path: Path) -> None:
    """`python -m tests.hub.garbage` sends a hundred thousand."""
    from tests.hub.garbage import send

    with served(founded(tmp_path)) as hub:
        desk = hub.enrolled()
        before = len(hub.admin.desks())
        kept = hub.store.entry_count()
        sent = send(hub.address, 1500)
        metrics = hub.app.hub.metrics
        told = metrics.value("refusals_total") + metrics.value("garbage_total")
        assert told == sent
        assert metrics.value("faults_total") == 0
        assert len(hub.admin.desks()) == before
        assert hub.store.entry_count() == kept
        assert hub.asked("take", wire.Take({}), Batch, desk).pages


def test_a_page_of_another_shape_is_refused_alone() -> None:
    good = page_of(Desk())
    assert wire.fault(good) == ""
    big = Page(good.stream, 1, [b"x" * (9 << 20)], [None], good.seals[:0])
    assert wire.fault(big) == "size"


@pytest.mark.parametrize("name", ["", "a.b", "a" * 65, "a/0", f"a{'/0123456789abcdef' * 2}", "a\n"])
def test_a_vector_names_what_a_page_may_be_called(name: str) -> None:
    """Else the other side would be asked for a line that it could never give."""
    for stream in ("a" * 64, "a/0123456789abcdef"):
        wire.decode(wire.encode(wire.Take({stream: (1, bytes(32))})), wire.Take)
    with pytest.raises(wire.Malformed):
        wire.decode(wire.encode(wire.Take({name: (1, bytes(32))})), wire.Take)
    assert wire.fault(msgspec.structs.replace(page_of(Desk()), stream=name)) == "stream"
