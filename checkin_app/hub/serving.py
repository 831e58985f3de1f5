"""Owns a hub that serves: its socket, its web server, how it becomes ready and how it stops."""

from __future__ import annotations

import contextlib
import signal
import socket
import ssl
import sys
import threading
from collections.abc import Callable, Iterator
from types import FrameType

import uvicorn

from checkin_app.domain.errors import NotPossible
from checkin_app.hub import records
from checkin_app.hub.app import App
from checkin_app.hub.connections import protocol

#: How long an idle connection is kept for its next request, seconds.
KEPT_SECONDS = 90
_MOST_HEAD = 16 << 10
_WANTED_FILES = 65_536


class Server(uvicorn.Server):
    """One application on one listening socket."""

    def __init__(
        self,
        app: App,
        listening: socket.socket,
        tls: ssl.SSLContext | None,
        *,
        proxies: tuple[str, ...] = (),
        ready: Callable[[], None] = lambda: None,
    ) -> None:
        records.quiet_strangers()
        settings = app.hub.settings
        config = uvicorn.Config(
            app,
            loop="asyncio",  # On Windows this is the Proactor loop.
            http=protocol(app.hub.metrics, settings.idle_seconds),
            ws="none",
            lifespan="on",
            log_config=None,
            access_log=False,
            proxy_headers=bool(proxies),
            forwarded_allow_ips=list(proxies),
            server_header=False,
            limit_concurrency=settings.most_connections,
            timeout_keep_alive=KEPT_SECONDS,
            timeout_graceful_shutdown=settings.stop_seconds,
            h11_max_incomplete_event_size=_MOST_HEAD,
            ssl_context_factory=None if tls is None else lambda _config, _default: tls,
        )
        super().__init__(config)
        self._app = app
        self._listening = listening
        self._ready = ready
        app.hub.metrics.gauge("connections", lambda: len(self.server_state.connections))

    def serve_until_stopped(self) -> None:
        """Serves until SIGTERM, SIGINT or `stop`; then finishes what was begun."""
        with contextlib.closing(self._listening):
            self.run(sockets=[self._listening])

    def stop(self) -> None:
        """From any thread."""
        self.should_exit = True

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started and not self.should_exit:
            self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._app.release()
        await super().shutdown(sockets)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """A signal stops the server, and that is all: uvicorn would send it again afterwards."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {each: signal.signal(each, self.handle_exit) for each in _signals()}
        try:
            yield
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """The second time nothing is waited for any more."""
        self.force_exit = self.should_exit
        self.should_exit = True


def listen(host: str, port: int) -> socket.socket:
    """A socket that desks may connect to; port 0 is any free one. Raises NotPossible."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, or asyncio leaves Nagle on: 40 ms more an answer.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":  # There it would let two programs share a port.
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        listening.bind((host, port))
        listening.listen(2048)
        listening.setblocking(False)
    except (OSError, OverflowError) as error:
        listening.close()
        why = getattr(error, "strerror", None) or type(error).__name__
        raise NotPossible(
            "The hub cannot listen at {host}, port {port}: {why}. Choose another --host or --port.",
            host=host,
            port=port,
            why=why,
        ) from None
    return listening


def stop_with_input(server: Server) -> None:
    """Stops `server` when standard input ends: a child must not outlive the window."""

    def watch() -> None:
        with contextlib.suppress(OSError, ValueError):
            while sys.stdin.buffer.read(4096):
                pass
        server.stop()

    threading.Thread(target=watch, name="hub-input", daemon=True).start()


def allow_many_files() -> None:
    """Each desk that waits is an open file; systems allow few by default."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _WANTED_FILES if hard == resource.RLIM_INFINITY else min(hard, _WANTED_FILES)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _signals() -> tuple[signal.Signals, ...]:
    found = [signal.SIGINT, signal.SIGTERM]
    if sys.platform == "win32":
        found.append(signal.SIGBREAK)
    return tuple(found)
