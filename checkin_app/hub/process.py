"""Owns one hub process, from the store it is told to serve to its end."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from checkin_app.domain.errors import NotPossible
from checkin_app.hub import records
from checkin_app.hub.addresses import of_hub
from checkin_app.hub.settings import DEFAULT_PORT, Settings
from checkin_app.sync.enrolment import is_address, is_loopback

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from checkin_app.hub.serving import Server
    from checkin_app.hub.store import Admin
    from checkin_app.hub.store.opening import Place
    from checkin_app.hub.tls import Certificate

#: What a serving hub tells the commands beside it, by the names of settings in the store.
ADDRESSES, PIN = "addresses", "pin"

#: How many processes may serve one store on one computer.
MOST_PROCESSES = 64


@dataclass(frozen=True, slots=True)
class Wanted:
    """How to serve. `certificate` None is the hub's own; `pinned` False leaves the certificate to
    the system's authorities; `plain` is HTTP, on this machine only; `proxies` may say for whom
    they ask; who has `metrics_token` may read the figures from elsewhere."""

    host: str = "0.0.0.0"
    port: int = DEFAULT_PORT
    addresses: tuple[str, ...] = ()
    certificate: Certificate | None = None
    pinned: bool = True
    plain: bool = False
    proxies: tuple[str, ...] = ()
    metrics_token: str = ""
    settings: Settings = field(default_factory=Settings)


@dataclass(frozen=True, slots=True)
class Ready:
    """Where a hub listens, and the pin of its certificate."""

    address: str
    port: int
    pin: bytes


@contextlib.contextmanager
def server(url: str, wanted: Wanted, ready: Callable[[Ready], None]) -> Iterator[Server]:
    """A hub of the store at `url`, listening; all is closed at the end of the block.

    Raises StoreError, NotPossible.
    """
    from checkin_app.hub.app import make_app
    from checkin_app.hub.health import Health
    from checkin_app.hub.projection import Projection
    from checkin_app.hub.serving import Server, allow_many_files, listen
    from checkin_app.hub.store import open_store
    from checkin_app.hub.store.desks import Settling
    from checkin_app.hub.store.opening import place
    from checkin_app.hub.tls import Certificate

    check(wanted)
    with contextlib.ExitStack() as stack:
        listening = stack.enter_context(contextlib.closing(listen(wanted.host, wanted.port)))
        health = Health()
        store, admin = open_store(url, health)
        stack.callback(admin.close)
        stack.callback(store.close)
        folder = stack.enter_context(own_folder(place(url), store.event))
        stack.callback(Settling(store, admin, health).stop)
        projection = Projection(store, folder, founder=admin.setting("founder"), health=health)
        stack.callback(projection.close)
        port = listening.getsockname()[1]
        tls = None
        pin = b""
        if not wanted.plain:
            keys = admin.keys()
            own = Certificate(keys.certificate, keys.certificate_key)
            certificate = wanted.certificate or own
            tls = certificate.context()
            pin = certificate.pin
        addresses = wanted.addresses or of_hub(wanted.host, port, tls=not wanted.plain)
        settings = replace(
            wanted.settings,
            name=wanted.settings.name or admin.setting("event_name"),
            addresses=addresses,
            pin=pin if wanted.pinned else b"",
            metrics_token=wanted.metrics_token,
        )
        remember(admin, settings)
        app = make_app(store, admin, projection, settings, health)
        if wanted.settings == Settings():
            allow_many_files()
        local = of_hub(wanted.host, port, tls=not wanted.plain)[0]
        yield Server(
            app,
            listening,
            tls,
            proxies=wanted.proxies,
            ready=lambda: ready(Ready(local, port, pin)),
        )


def serve(
    url: str, wanted: Wanted, ready: Callable[[Ready], None], *, with_input: bool = False
) -> None:
    """Serves until a signal, or the end of standard input, says to stop; logs to standard error."""
    from checkin_app.hub.serving import stop_with_input

    handler = records.to_stream()
    try:
        with server(url, wanted, ready) as found:
            if with_input:
                stop_with_input(found)
            found.serve_until_stopped()
    finally:
        records.end(handler)


@contextlib.contextmanager
def own_folder(place: Place, event: str) -> Iterator[Path]:
    """Where this process keeps its reading of the store: beside an SQLite file, else at home.

    What it holds is as private as an event file, and good again after a restart. Of several
    processes each takes the first folder that none has.
    """
    from filelock import FileLock, Timeout

    from checkin_app.config import station_dir

    if place.file is not None:
        base = place.file.with_name(place.file.name + "-projection")
    else:
        base = station_dir() / "hub" / event
    base.mkdir(mode=0o700, parents=True, exist_ok=True)
    for number in range(1, MOST_PROCESSES + 1):
        lock = FileLock(base / f"{number}.lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            continue
        try:
            folder = base / str(number)
            folder.mkdir(mode=0o700, exist_ok=True)
            yield folder
        finally:
            lock.release()
        return
    raise NotPossible("Too many hubs serve this store on this computer already.")


def check(wanted: Wanted) -> None:
    """Raises NotPossible for what must not be served, or cannot be reached."""
    if wanted.plain and not is_loopback(wanted.host):
        raise NotPossible(
            "Without TLS the hub serves this computer only: leave --insecure-http away, or say"
            " --host 127.0.0.1."
        )
    for address in wanted.addresses:
        if not is_address(address):
            raise NotPossible(
                "“{address}” is no address of a hub; one is https://192.168.1.5:8470.",
                address=address,
            )


def remember(admin: Admin, settings: Settings) -> None:
    """Tells `hub enrol`, which is another process, what to write into enrolments."""
    admin.keep_setting(ADDRESSES, " ".join(settings.addresses))
    admin.keep_setting(PIN, settings.pin.hex())


def remembered(admin: Admin, addresses: tuple[str, ...] = ()) -> Settings:
    """What the hub of this store serves under; `addresses` in place of those it remembers."""
    known = tuple(admin.setting(ADDRESSES).split())
    pin = admin.setting(PIN)
    if not known:
        from checkin_app.hub.tls import Certificate

        known = of_hub("0.0.0.0", DEFAULT_PORT, tls=True)
        keys = admin.keys()
        pin = Certificate(keys.certificate, keys.certificate_key).pin.hex()
    return Settings(addresses=addresses or known, pin=bytes.fromhex(pin))


def zone(admin: Admin) -> ZoneInfo:
    """The event's; where the hub was founded by an older release, Vietnam's."""
    from zoneinfo import ZoneInfo

    return ZoneInfo(admin.setting("timezone") or "Asia/Ho_Chi_Minh")
