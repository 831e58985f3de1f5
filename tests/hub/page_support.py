"""What tests of the control-room page share: a hub of one event file, and a signed-in browser."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import httpx
from starlette.applications import Starlette

from checkin_app.domain.errors import HubUnreachable
from checkin_app.hub.pages import Pages, passwords
from checkin_app.hub.pages.context import EnrolledDesk, Enrolment
from checkin_app.ledger.aside import Aside
from checkin_app.ledger.clock import now_ms
from checkin_app.store.event_file import EventFile

T = TypeVar("T")
PASSWORD = "h3kd-9pmw-x2ta-vq7e"
KEPT = passwords.keep(PASSWORD)
ORIGIN = "https://hub.test"


class FileReading:
    """What a desk writes is read from its own file, as the hub reads its projection."""

    def __init__(self, path: Path) -> None:
        self._thread = ThreadPoolExecutor(1)
        self._file = self._thread.submit(EventFile.open, path, write=False).result()

    @property
    def version(self) -> int:
        return self._thread.submit(self._version).result()

    def _version(self) -> int:
        row = self._file.connection.execute("PRAGMA data_version").fetchone()
        return int(row[0])

    def wait(self, version: int, seconds: float) -> int:
        until = time.monotonic() + seconds
        while self.version == version and time.monotonic() < until:
            time.sleep(0.02)
        return self.version

    def read(self, ask: Callable[[EventFile], T]) -> T:
        return self._thread.submit(ask, self._file).result()

    def close(self) -> None:
        self._thread.submit(self._file.close).result()
        self._thread.shutdown()


class Room:
    """A hub as the page sees it: pages.context.Context."""

    def __init__(self, path: Path, *, password: str = KEPT) -> None:
        self.projection = FileReading(path)
        self.kept = password
        self.known: list[EnrolledDesk] = []
        self.enrolled: list[tuple[str, str]] = []
        self.revoked: list[str] = []
        self.refused: list[Aside] = []
        self.is_down = False

    def password(self) -> str:
        return self.kept

    def session_secret(self) -> bytes:
        return b"k" * 32

    def desks(self) -> list[EnrolledDesk]:
        return list(self.known)

    def aside(self) -> list[Aside]:
        return list(self.refused)

    def enrol(self, name: str, profile: str) -> Enrolment:
        if self.is_down:
            raise HubUnreachable(address="hub.test")
        self.enrolled.append((name, profile))
        return Enrolment("CHECKIN-" + "x" * 300, now_ms() + 3_600_000)

    def revoke(self, desk: str) -> None:
        self.revoked.append(desk)


class Browser:
    """A browser without a script: asks the page in this process and keeps its cookies."""

    def __init__(self, room: Room, address: str = "192.0.2.7") -> None:
        self._runner = asyncio.Runner()
        app = Starlette(routes=Pages(room).routes)
        transport = httpx.ASGITransport(app, client=(address, 1))
        self._client = httpx.AsyncClient(transport=transport, base_url=ORIGIN)

    @property
    def cookies(self) -> httpx.Cookies:
        return self._client.cookies

    def get(self, path: str, **options: Any) -> httpx.Response:
        return self._runner.run(self._client.get(path, **options))

    def post(self, path: str, data: dict[str, str], **options: Any) -> httpx.Response:
        return self._runner.run(self._client.post(path, data=data, **options))

    def sign_in(self, password: str = PASSWORD) -> httpx.Response:
        token = token_of(self.get("/sign-in").text)
        return self.post("/sign-in", {"token": token, "password": password})

    def close(self) -> None:
        self._runner.run(self._client.aclose())
        self._runner.close()


@contextmanager
def browsing(room: Room, *, signed_in: bool = True) -> Iterator[Browser]:
    browser = Browser(room)
    try:
        if signed_in:
            assert browser.sign_in().status_code == 303
        yield browser
    finally:
        browser.close()


def token_of(html: str) -> str:
    """What the forms of a page carry."""
    found = re.search(r'name="token" value="([0-9a-f]+)"', html)
    assert found is not None
    return found[1]
