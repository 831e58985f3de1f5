"""Owns a connection as the web server sees it: patience with who says nothing, or rubbish."""

from __future__ import annotations

import asyncio

from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from checkin_app.hub.metrics import Metrics

#: After how many seconds a connection that was ended is cut, with nothing or something to send.
_LEAVE, _LAST_BYTES = 0.2, 5.0


def protocol(metrics: Metrics, idle_seconds: float) -> type[H11Protocol]:
    """The protocol class for a server whose hub has these metrics.

    A connection must send a whole request head within `idle_seconds` of its first byte, and of
    its beginning; uvicorn alone would wait for ever.
    """

    class Connection(H11Protocol):
        def __init__(
            self,
            config: Config,
            server_state: ServerState,
            app_state: dict[str, object],
            _loop: asyncio.AbstractEventLoop | None = None,
        ) -> None:
            super().__init__(config, server_state, app_state, _loop)
            self._patience: asyncio.TimerHandle | None = None

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self._watch()

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            self._watch()

        def connection_lost(self, exc: Exception | None) -> None:
            self._calm()
            super().connection_lost(exc)

        def shutdown(self) -> None:
            super().shutdown()
            self._part()

        def on_response_complete(self) -> None:
            super().on_response_complete()
            self._part()

        def send_400_response(self, msg: str) -> None:
            metrics.count("garbage_total")
            if self._busy():
                self.transport.abort()  # In the middle of a request no second answer fits.
            else:
                super().send_400_response(msg)

        def _part(self) -> None:
            """TLS would wait half a minute for the other side's word that it heard the end."""
            if self.transport.is_closing():
                sent = self.transport.get_write_buffer_size() == 0
                self.loop.call_later(_LEAVE if sent else _LAST_BYTES, self.transport.abort)

        def _busy(self) -> bool:
            return self.cycle is not None and not self.cycle.response_complete

        def _watch(self) -> None:
            if self._busy() or self.timeout_keep_alive_task is not None:
                self._calm()
            elif self._patience is None:
                self._patience = self.loop.call_later(idle_seconds, self._give_up)

        def _calm(self) -> None:
            if self._patience is not None:
                self._patience.cancel()
                self._patience = None

        def _give_up(self) -> None:
            self._patience = None
            if not self._busy() and not self.transport.is_closing():
                metrics.count("garbage_total")
                self.transport.abort()

    return Connection
