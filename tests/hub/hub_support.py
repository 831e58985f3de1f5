"""What tests of the hub's application share: a founded hub in a thread, and a desk's voice."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import httpx
import msgspec

from checkin_app.hub.app import App, make_app
from checkin_app.hub.enrolling import enrol
from checkin_app.hub.serving import Server, listen
from checkin_app.hub.settings import Settings
from checkin_app.hub.store import Admin, HubStore, found, open_store
from checkin_app.hub.store.desks import Settling
from checkin_app.ledger import kinds
from checkin_app.ledger.clock import now_ms
from checkin_app.ledger.entry import Entry, chain_start, encode, link, new_id
from checkin_app.ledger.pages import Page
from checkin_app.ledger.seal import new_key, public_key, sign
from checkin_app.store.event_file import EventFile
from checkin_app.sync import enrolment, wire
from checkin_app.sync.protocol import Hello, Welcome
from tests.desk_support import new_desk, walk_in

T = TypeVar("T")
SETTINGS = Settings(name="Hub", addresses=("https://192.0.2.9:8470",), pin=b"p" * 32, threads=4)


@dataclass
class Desk:
    """A desk without a file: its key, its stream, and its token at the hub."""

    id: str = "d1"
    key: bytes = field(default_factory=new_key)
    token: str = ""

    def ask_in(self, text: str) -> wire.Enrol:
        """What it sends with an enrolment."""
        given = enrolment.parse(text)
        return wire.Enrol(given.secret, given.event, self.id, "Laptop", public_key(self.key))


@dataclass
class Served:
    """A hub on a port of this machine, over plain HTTP."""

    app: App
    store: HubStore
    admin: Admin
    address: str
    client: httpx.Client
    server: Server

    def enrolment(self, name: str = "Desk 1", profile: str = "registration", hours: int = 1) -> str:
        return enrol(self.admin, SETTINGS, name, profile, hours).text

    def enrolled(self, desk: str = "d1", profile: str = "registration") -> Desk:
        made = Desk(desk)
        asked = made.ask_in(self.enrolment(f"Desk {desk}", profile))
        made.token = self.asked("enrol", asked, wire.Enrolled).token
        return made

    def post(
        self,
        name: str,
        body: msgspec.Struct | bytes,
        desk: Desk | None = None,
        media: str = wire.MSGPACK,
        **headers: str,
    ) -> httpx.Response:
        raw = body if isinstance(body, bytes) else wire.encode(body, media)
        sent = {"Content-Type": media, "Accept-Encoding": "identity"}
        if desk is not None:
            sent["Authorization"] = f"Bearer {desk.token}"
        sent |= {key.replace("_", "-"): value for key, value in headers.items()}
        return self.client.post(f"/v1/{name}", content=raw, headers=sent)

    def asked(self, name: str, body: msgspec.Struct, shape: type[T], desk: Desk | None = None) -> T:
        answer = self.post(name, body, desk)
        assert answer.status_code == 200, problem(answer)
        return wire.decode(answer.content, shape)

    def hello(self, desk: Desk, **changed: Any) -> Hello:
        said = Hello(self.store.event, desk.id, "Laptop", "1.0", (1, 1), sorted(kinds.KINDS))
        return msgspec.structs.replace(said, **changed)

    def greeted(self, desk: Desk) -> Welcome:
        return self.asked("greet", self.hello(desk), Welcome, desk)


def problem(answer: httpx.Response) -> tuple[int, str]:
    """The status, and the word of the refusal; there is a sentence with it."""
    media = answer.headers["content-type"]
    found = wire.decode(answer.content, wire.Problem, media)
    assert found.sentence.endswith(".")
    return answer.status_code, found.error


def founded(folder: Path) -> str:
    """The address of a store in which an event with two people was founded."""
    desk = new_desk(folder)
    walk_in(desk, "Nguyễn Thị Lan")
    walk_in(desk, "Tarō Tanaka")
    path = desk.path
    desk.close()
    url = f"sqlite:///{folder / 'forum.hub'}"
    file = EventFile.open(path, write=True)
    try:
        store, admin = found(url, file)
        store.close()
        admin.close()
    finally:
        file.close()
    return url


@contextmanager
def served(url: str, settings: Settings = SETTINGS) -> Iterator[Served]:
    with ExitStack() as stack:
        store, admin = open_store(url)
        stack.callback(admin.close)
        stack.callback(store.close)
        settling = Settling(store, admin)
        stack.callback(settling.stop)
        app = make_app(store, admin, None, settings)
        listening = listen("127.0.0.1", 0)
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        up = threading.Event()
        server = Server(app, listening, None, ready=up.set)
        thread = threading.Thread(target=server.serve_until_stopped, name="hub")
        thread.start()
        stack.callback(thread.join, 30)
        stack.callback(server.stop)
        assert up.wait(30)
        client = stack.enter_context(closing(httpx.Client(base_url=address, timeout=40)))
        yield Served(app, store, admin, address, client, server)


def page_of(desk: Desk, count: int = 3, stream: str = "") -> Page:
    """A stream's first page: its opening, and facts that are folded as nothing."""
    stream = stream or desk.id * 16
    chain = chain_start(stream)
    bodies = []
    for n in range(1, count + 1):
        kind = kinds.STREAM_OPENED if n == 1 else "test.told"
        data = {"name": "Laptop", "public_key": public_key(desk.key).hex()} if n == 1 else {}
        now = now_ms()
        body = encode(
            Entry(now << 16, data, now, new_id(now), kind, n, None, None, stream, desk.id)
        )
        chain = link(chain, body)
        bodies.append(body)
    seal = sign(desk.key, stream, count, chain)
    return Page(stream, 1, bodies, [None] * count, [(count, seal)])


def speak(address: str, raw: bytes) -> bytes:
    """What a server answers to bytes that need not be HTTP, until it hangs up."""
    host, _, port = address.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=30) as line:
        parts = []
        with suppress(ConnectionResetError, BrokenPipeError):
            line.sendall(raw)
            while part := line.recv(65536):
                parts.append(part)
    return b"".join(parts)
