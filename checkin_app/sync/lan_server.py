"""Owns where a desk listens to others of its event on the LAN: TLS, bounded, stopped at once."""

from __future__ import annotations

import sys
import threading
import time
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from checkin_app import logs
from checkin_app.store.event_file import EventFile
from checkin_app.sync.intake import Intake
from checkin_app.sync.lan_answers import Answer
from checkin_app.sync.lan_certificates import server_context
from checkin_app.sync.lan_guests import MOST, Guests
from checkin_app.sync.lan_keys import DeskKey, EventKey
from checkin_app.sync.lan_sessions import Sessions

STOP_SECONDS = 5.0


class LanServer(ThreadingHTTPServer):
    """Serves one event file to the desks of its event; `start`, `stop`."""

    daemon_threads = True
    request_queue_size = 2 * MOST

    def __init__(self, path: Path, intake: Intake, *, host: str = "", port: int = 0) -> None:
        """Raises StoreError, OSError."""
        file = EventFile.open(path, write=False)
        try:
            who = file.desk
            self.desk, self.name = (who.desk, who.name) if who else ("", "")
            self.event = file.event.id
            self.key = EventKey(file.event.id, file.secret)
            signing = file.own.signing_key()
            self.own = DeskKey(signing[0] if signing else None)
        finally:
            file.database.close()
        self.path = path
        self.intake = intake
        self._context, self.certificate = server_context()
        self.sessions = Sessions(self.key, self.own, self.certificate)
        self._guests = Guests()
        super().__init__((host, port), Answer)
        self._thread = threading.Thread(target=self.serve_forever, name="lan-server", daemon=True)

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def start(self) -> None:
        self._thread.start()

    def stop(self, seconds: float = STOP_SECONDS) -> bool:
        """Closes every connection; whether none is served any more within the time."""
        until = time.monotonic() + seconds
        self._guests.close()
        if self._thread.ident is not None:  # `shutdown` waits for a loop, also one that never ran.
            self.shutdown()
            self._thread.join()
        self.server_close()
        return self._guests.gone(max(0.0, until - time.monotonic()))

    def service_actions(self) -> None:
        """Between two connections, and twice a second."""
        self._guests.drop_late()

    def process_request(self, request: Any, client_address: Any) -> None:
        """From here on the connection's `client_address` is the guest that it is."""
        guest = self._guests.admit(request, client_address[0])
        if guest is None:
            self.shutdown_request(request)
            return
        try:
            super().process_request(request, guest)
        except BaseException:
            self._guests.left(guest)
            raise

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._guests.left(client_address)

    def finish_request(self, request: Any, client_address: Any) -> None:
        """The handshake is made in the connection's own thread, so that it holds up no other."""
        with self._guests.secure(client_address, self._context) as connection:
            super().finish_request(connection, client_address)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Whoever connects may break off; that is no news, but a fault of ours is."""
        error = sys.exception()
        if error is not None and not isinstance(error, OSError):
            logs.crashed(__name__, "an answer to a desk", error)
