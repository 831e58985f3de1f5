"""Three desk processes and a hub over sockets: kill -9, cut links; all end alike, none missing."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from checkin_app.bench.postgresql import PostgresServer
from checkin_app.desk import Desk
from checkin_app.hub.store import open_store
from checkin_app.store.bootstrap import bootstrap
from tests.e2e.desk_at_work import fingerprint
from tests.e2e.stations import DeskAtWork, HubAtWork, Proxy, await_agreement, free_port, program

pytestmark = [
    pytest.mark.serial,
    pytest.mark.skipif(not hasattr(signal, "SIGKILL") or os.name == "nt", reason="needs kill -9"),
]
NAMES = ("a", "b", "c")
PEOPLE = 60


@dataclass
class Venue:
    """An event founded at desk a, and three desks that have joined; `store` is the hub's."""

    folder: Path
    store: str
    stack: ExitStack
    chance: random.Random = field(default_factory=lambda: random.Random(4))
    desks: list[DeskAtWork] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    second: int = 0

    def home(self, name: str) -> Path:
        return self.folder / name / "home"

    def event(self, name: str) -> Path:
        return self.folder / name / "forum.checkin"

    def found(self) -> None:
        for name in (*NAMES, "hub"):
            (self.folder / name).mkdir()
        at = self.event("a")
        program(self.home("a"), "sample", at, "--delegates", PEOPLE)
        program(self.home("a"), "--event", at, "hub", "found", "--store", self.store)
        desk = Desk.open(at, write=False)
        self.codes = [credential.code for _, credential in desk.all_credentials()]
        desk.close()

    def serve(self, port: int, name: str = "hub", host: str = "127.0.0.1") -> HubAtWork:
        hub = HubAtWork(name, self.store, self.home("hub"), port, host)
        self.stack.callback(lambda: hub.process.poll() is None and hub.kill())
        hub.await_ready()
        return hub

    def join(
        self,
        name: str,
        ports: Sequence[int],
        host: str = "127.0.0.1",
        inside: Sequence[str] = (),
    ) -> DeskAtWork:
        where = [part for p in ports for part in ("--address", f"https://{host}:{p}")]
        store = ("--store", self.store, "--desk", name)
        text = program(self.home("hub"), "hub", "enrol", *store, *where)["enrolment"]
        program(self.home(name), "--event", self.event(name), "join", text, inside=inside)
        return self.opens(name, inside)

    def opens(self, name: str, inside: Sequence[str] = ()) -> DeskAtWork:
        desk = DeskAtWork(name, self.event(name), self.home(name), inside)
        self.stack.callback(lambda: desk.process.poll() is None and desk.kill())
        desk.await_line(ready=True)
        self.desks.append(desk)
        return desk

    def scans(self, rounds: int, desks: Sequence[DeskAtWork] = ()) -> None:
        """Some at each desk, often the same badge at several."""
        for _ in range(rounds):
            code = self.chance.choice(self.codes)
            for desk in desks or self.desks:
                self.second += 4
                desk.scan(self.chance.choice((code, self.chance.choice(self.codes))), self.second)

    def close(self) -> None:
        for desk in self.desks:
            assert desk.end() == 0, desk.errors.read_text()


@pytest.fixture
def venue(tmp_path: Path) -> Iterator[Venue]:
    with ExitStack() as stack:
        yield Venue(tmp_path, f"sqlite:///{tmp_path}/forum.hub", stack)


@pytest.fixture(scope="module")
def postgres() -> Iterator[PostgresServer]:
    server = PostgresServer()
    yield server
    server.end()


def assert_all_alike(venue: Venue) -> None:
    """Desks and hub; all are closed."""
    assert state_of_hub(venue) == assert_alike_at_desks(venue)


def assert_alike_at_desks(venue: Venue) -> tuple[str, str]:
    """Files, digests and verdicts; what they know, and the digest."""
    said = {
        (line["scan"], line["decision"], line["reason"])
        for desk in venue.desks
        for line in desk.verdicts
    }
    assert len(said) == sum(len(desk.verdicts) for desk in venue.desks)
    states = set()
    for desk in venue.desks:
        opened = Desk.open(desk.event, write=False)
        try:
            report = opened.check()
            assert report.whole, [str(problem) for problem in report.problems]
            assert opened.aside() == []
            states.add((fingerprint(opened.vector()), opened.digest()))
        finally:
            opened.close()
        connection = sqlite3.connect(desk.event)
        held = set(connection.execute("SELECT id, decision, reason FROM scans"))
        connection.close()
        assert said <= held, f"{desk.name} lacks {len(said - held)} verdicts"
    assert len(states) == 1, states
    return states.pop()


def state_of_hub(venue: Venue) -> tuple[str, str]:
    """What the hub's store holds, folded like a desk's; no hub serves any more."""
    store, admin = open_store(venue.store)
    try:
        file = bootstrap(venue.folder / "of-hub.checkin", store.every_page())
    finally:
        store.close()
        admin.close()
    try:
        desk = Desk(file)
        return fingerprint(desk.vector()), desk.digest()
    finally:
        file.close()


def test_a_hub_killed_and_a_link_cut(venue: Venue) -> None:
    venue.found()
    port = free_port()
    hub = venue.serve(port)
    link = Proxy(port)
    venue.stack.callback(link.close)
    a, b, c = venue.join("a", [port]), venue.join("b", [port]), venue.join("c", [link.port])
    venue.scans(4)
    await_agreement(venue.desks)
    venue.scans(2)
    hub.kill()
    venue.scans(4)
    hub = venue.serve(port)
    venue.scans(2)
    link.cut()
    venue.scans(5)
    await_agreement([a, b])
    assert c.knows != a.knows
    link.mend()
    await_agreement(venue.desks)
    hub.kill()
    venue.scans(2, [a, c])
    b.kill()  # A desk, too, in the middle of its day.
    venue.desks.remove(b)
    verdicts = b.verdicts
    venue.opens("b").verdicts += verdicts
    hub = venue.serve(port)
    venue.scans(2)
    await_agreement(venue.desks)
    venue.close()
    assert hub.end() == 0
    assert_all_alike(venue)


def test_two_hubs_on_postgresql_that_is_stopped_at_once(
    venue: Venue, postgres: PostgresServer
) -> None:
    venue.store = postgres.new_database()
    venue.found()
    first, second = free_port(), free_port()
    hubs = [venue.serve(first, "hub"), venue.serve(second, "hub2")]
    venue.join("a", [first, second])
    venue.join("b", [second, first])
    venue.join("c", [second])
    venue.scans(4)
    await_agreement(venue.desks)
    venue.scans(2)
    hubs[0].kill()
    venue.scans(3)
    await_agreement(venue.desks)
    venue.scans(1)
    postgres.stop("immediate")
    venue.scans(3)
    postgres.start()
    venue.scans(1)
    await_agreement(venue.desks)
    hubs[0] = venue.serve(first, "hub")
    hubs[1].kill()
    venue.scans(2, venue.desks[:2])
    hubs[1] = venue.serve(second, "hub2")
    await_agreement(venue.desks)
    venue.close()
    assert [hub.end() for hub in hubs] == [0, 0]
    assert_all_alike(venue)


def test_by_bundle_alone(venue: Venue) -> None:
    """No hub, no network: what goes round is a stick."""
    for name in NAMES:
        (venue.folder / name).mkdir()
    program(venue.home("a"), "sample", venue.event("a"), "--delegates", PEOPLE)
    founder = Desk.open(venue.event("a"), write=False)
    venue.codes = [credential.code for _, credential in founder.all_credentials()]
    for name in NAMES[1:]:
        founder.backup(venue.event(name))
    founder.close()
    for day in range(2):
        for name in NAMES:
            venue.opens(name)
        venue.scans(6)
        venue.close()
        verdicts = [desk.verdicts for desk in venue.desks]
        if day == 0:
            early = verdicts
            venue.desks.clear()
    for desk, said in zip(venue.desks, early, strict=True):
        desk.verdicts += said
    for giver, taker in (("c", "b"), ("b", "a"), ("a", "b"), ("a", "c"), ("a", "c")):
        stick = venue.folder / f"{giver}-{taker}.bundle"
        stick.unlink(missing_ok=True)
        program(venue.home(giver), "--event", venue.event(giver), "bundle", "write", stick)
        shown = program(venue.home(taker), "--event", venue.event(taker), "bundle", "show", stick)
        read = program(venue.home(taker), "--event", venue.event(taker), "bundle", "read", stick)
        assert read["taken"] == shown["new"]
    assert_alike_at_desks(venue)


SPACE, OURS, THEIRS = "checkin-desk-c", "10.77.31.1", "10.77.31.2"


def ip(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["ip", *arguments], capture_output=True, text=True, check=False)


@pytest.fixture
def cable() -> Iterator[str]:
    """A desk's own network, and a cable from it to ours; the name of our end."""
    name = "checkin-c0"
    if shutil.which("ip") is None or ip("netns", "add", SPACE).returncode:
        pytest.skip("needs ip and the right to make network namespaces: run as root")
    try:
        for arguments in (
            f"link add {name} type veth peer name eth0 netns {SPACE}",
            f"addr add {OURS}/30 dev {name}",
            f"link set {name} up",
            f"-n {SPACE} addr add {THEIRS}/30 dev eth0",
            f"-n {SPACE} link set eth0 up",
            f"-n {SPACE} link set lo up",
        ):
            done = ip(*arguments.split())
            if done.returncode:
                pytest.skip(f"no virtual cable here: {done.stderr}")
        yield name
    finally:
        ip("link", "del", name)
        ip("netns", "del", SPACE)


def test_a_cable_pulled_out(venue: Venue, cable: str) -> None:
    """Nothing is refused and nothing answers: packets are gone, as where Wi-Fi fails."""
    venue.found()
    port = free_port()
    hub = venue.serve(port, host=OURS)
    a = venue.join("a", [port], host=OURS)
    c = venue.join("c", [port], host=OURS, inside=("ip", "netns", "exec", SPACE))
    venue.scans(4)
    await_agreement(venue.desks)
    ip("link", "set", cable, "down")
    venue.scans(4)
    assert a.knows != c.knows
    ip("link", "set", cable, "up")
    await_agreement(venue.desks)
    venue.close()
    assert hub.end() == 0
    assert_all_alike(venue)
