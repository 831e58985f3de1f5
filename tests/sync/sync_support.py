"""What tests of the exchange share: desks in threads of their own, hubs on sockets, odd servers."""

from __future__ import annotations

import contextlib
import gc
import logging
import queue
import socket
import ssl
import threading
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from checkin_app.desk import Desk
from checkin_app.hub.app import App, make_app
from checkin_app.hub.enrolling import enrol
from checkin_app.hub.serving import Server, listen
from checkin_app.hub.settings import Settings
from checkin_app.hub.store import Admin, HubStore, found, open_store
from checkin_app.hub.store.desks import Settling
from checkin_app.hub.tls import Certificate
from checkin_app.store.event_file import EventFile
from checkin_app.sync import enrolment
from checkin_app.sync.joining import join_into
from checkin_app.sync.lan_certificates import server_context
from checkin_app.sync.lane import SyncLane
from checkin_app.sync.state import SyncState

#: Generous: nothing in a test takes so long unless it hangs.
LIMIT = 60.0


class Post:
    """A desk in a thread of its own, as in the window: `ask` is what a lane is given."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._verbs: queue.SimpleQueue[tuple[Future[Any], Callable[[Desk], Any]] | None] = (
            queue.SimpleQueue()
        )
        self._thread = threading.Thread(target=self._run, name=f"desk {path.name}")
        self._thread.start()

    def _run(self) -> None:
        desk = Desk.open(self.path)
        while (job := self._verbs.get()) is not None:
            answer, verb = job
            try:
                answer.set_result(verb(desk))
            except Exception as error:
                answer.set_exception(error)
        desk.close()

    def ask(self, verb: Callable[[Desk], Any]) -> Any:
        answer: Future[Any] = Future()
        self._verbs.put((answer, verb))
        return answer.result(LIMIT)

    def close(self) -> None:
        self._verbs.put(None)
        self._thread.join(LIMIT)


class Heard:
    """What a lane said, to be waited for."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self.states: list[SyncState] = [SyncState()]

    def __call__(self, state: SyncState) -> None:
        with self._condition:
            self.states.append(state)
            self._condition.notify_all()

    def until(self, holds: Callable[[SyncState], bool]) -> SyncState:
        """The newest state, once it is such."""
        with self._condition:
            assert self._condition.wait_for(lambda: holds(self.states[-1]), LIMIT), self.states[-1]
            return self.states[-1]


@contextlib.contextmanager
def posted(path: Path) -> Iterator[Post]:
    post = Post(path)
    try:
        yield post
    finally:
        post.close()


@contextlib.contextmanager
def exchanging(post: Post, **options: Any) -> Iterator[tuple[SyncLane, Heard]]:
    """A lane of that desk, started; every thread of it has ended afterwards."""
    heard = Heard()
    lane = SyncLane(post.ask, post.path, heard, **options)
    lane.start()
    try:
        yield lane, heard
    finally:
        assert lane.stop()


class AwkwardApp(App):
    """The hub's application, except where a test answers itself."""

    def __init__(self, app: App) -> None:
        self.__dict__ = app.__dict__
        self.instead: dict[str, Callable[..., Any]] = {}
        self.asked: list[str] = []

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.asked.append(scope.get("path", ""))
        instead = self.instead.get(scope.get("path", ""), super().__call__)
        await instead(scope, receive, send)


def answering(status: int, body: bytes, kind: bytes = b"text/html") -> Callable[..., Any]:
    async def answer(scope: Any, receive: Any, send: Any) -> None:
        headers = [(b"content-type", kind), (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    return answer


@dataclass
class Hub:
    """A hub on a port of this machine, over TLS; it can be stopped and started again."""

    folder: Path
    url: str
    port: int = 0
    app: AwkwardApp = field(init=False)
    admin: Admin = field(init=False)
    store: HubStore = field(init=False)
    settings: Settings = field(init=False)

    def start(self) -> None:
        self._stack = contextlib.ExitStack()
        self.store, self.admin = open_store(self.url)
        self._stack.callback(self.admin.close)
        self._stack.callback(self.store.close)
        self._stack.callback(Settling(self.store, self.admin).stop)
        listening = listen("127.0.0.1", self.port)
        self.port = listening.getsockname()[1]
        keys = self.admin.keys()
        certificate = Certificate(keys.certificate, keys.certificate_key)
        self.settings = Settings(
            name="Hub",
            addresses=(f"https://127.0.0.1:{self.port}",),
            pin=certificate.pin,
            stop_seconds=1,
        )
        self.app = AwkwardApp(make_app(self.store, self.admin, None, self.settings))
        ready = threading.Event()
        server = Server(self.app, listening, certificate.context(), ready=ready.set)
        thread = threading.Thread(target=server.serve_until_stopped, name="hub")
        thread.start()
        self._stack.callback(thread.join, LIMIT)
        self._stack.callback(server.stop)
        assert ready.wait(LIMIT)

    def stop(self) -> None:
        """As a hub that is stopped while desks hold connections to it: those are cut off."""
        log = logging.getLogger("uvicorn.error")
        level = log.level
        log.setLevel(logging.CRITICAL)
        try:
            self._stack.close()
        finally:
            log.setLevel(level)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            gc.collect()  # uvicorn leaves the transports of connections that it cut off.

    def enrolment(self, name: str = "Desk", profile: str = "registration") -> str:
        return enrol(self.admin, self.settings, name, profile).text

    def joined(self, name: str, folder: Path | None = None) -> Path:
        """A new event file of a desk that has joined."""
        path = (folder or self.folder) / f"{name}.checkin"
        return join_into(self.enrolment(name), path).path


@contextlib.contextmanager
def hub_of(event: Path) -> Iterator[Hub]:
    """A hub that was founded with the event of that file."""
    url = f"sqlite:///{event.parent / 'hub.db'}"
    file = EventFile.open(event, write=False)
    store, admin = found(url, file)
    admin.close()
    store.close()
    file.database.close()
    hub = Hub(event.parent, url)
    hub.start()
    try:
        yield hub
    finally:
        hub.stop()


def elsewhere(text: str, *addresses: str) -> str:
    """The same enrolment with other addresses."""
    return enrolment.format(
        msgspec.structs.replace(enrolment.parse(text), addresses=list(addresses))
    )


class OddServer:
    """A TLS server that answers every request as it is told to, and keeps what it was sent."""

    def __init__(self, answer: Callable[[ssl.SSLSocket, bytes], bool | None]) -> None:
        """`answer` gets the connection and the request's head and body; True: go on listening."""
        context, self.pin = server_context()
        self._answer = answer
        self._context = context
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"https://127.0.0.1:{self._listening.getsockname()[1]}"
        self.requests: list[bytes] = []
        self.connections = 0
        self._threads: list[threading.Thread] = []
        self._open: list[socket.socket] = []
        self._thread = threading.Thread(target=self._serve, name="odd server")
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                raw, _ = self._listening.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._one, args=(raw,), name="odd connection")
            self._threads.append(thread)
            thread.start()

    def _one(self, raw: socket.socket) -> None:
        with contextlib.suppress(OSError), self._context.wrap_socket(raw, server_side=True) as tls:
            self.connections += 1
            self._open.append(tls)
            while request := _request(tls):
                self.requests.append(request)
                if not self._answer(tls, request):
                    return

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join(LIMIT)
        for connection in self._open:
            with contextlib.suppress(OSError):
                socket.socket.shutdown(connection, socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(LIMIT)


def _request(tls: ssl.SSLSocket) -> bytes:
    """Head and body of one request, or nothing."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = tls.recv(65536)
        if not piece:
            return b""
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    length = 0
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    while len(body) < length:
        body += tls.recv(65536)
    return head + b"\r\n\r\n" + body


@contextlib.contextmanager
def odd(answer: Callable[[ssl.SSLSocket, bytes], bool | None]) -> Iterator[OddServer]:
    server = OddServer(answer)
    try:
        yield server
    finally:
        server.close()


def saying(raw: bytes) -> Callable[[ssl.SSLSocket, bytes], bool | None]:
    """Answers with these bytes and closes."""

    def answer(tls: ssl.SSLSocket, request: bytes) -> None:
        tls.sendall(raw)

    return answer


def http(status: str, body: bytes, kind: str = "application/msgpack", *more: str) -> bytes:
    """A whole HTTP answer."""
    head = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", *more]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body
