"""Owns what a desk answers to other desks of its event on the LAN: the protocol over HTTP.

Reading is from a connection of the call's own thread; what is given goes through the desk lane.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any

import msgspec

from checkin_app import __version__
from checkin_app.domain.errors import CheckinError
from checkin_app.ledger import kinds
from checkin_app.ledger.clock import now_ms
from checkin_app.store.event_file import EventFile
from checkin_app.sync import lan_guests, wire
from checkin_app.sync.exchange import MOST_BYTES
from checkin_app.sync.lan_admission import refusal
from checkin_app.sync.lan_guests import Guest
from checkin_app.sync.lan_keys import VERSION, Challenge, Prove, Proven
from checkin_app.sync.protocol import NEWEST, Batch, Given, Hello, Refused, Welcome

if TYPE_CHECKING:
    from checkin_app.sync.lan_server import LanServer

SMALL = 64 << 10
_STATUS = {
    "unauthorized": 401,
    "revoked": 403,
    "wrong_event": 403,
    "too_old": 409,
    "too_large": 413,
    "unavailable": 503,
}


class _Refusal(Exception):
    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Answer(BaseHTTPRequestHandler):
    """One connection."""

    server: LanServer
    client_address: Guest  # type: ignore[assignment]  # See LanServer.process_request.
    protocol_version = "HTTP/1.1"
    timeout = lan_guests.IDLE_SECONDS
    disable_nagle_algorithm = True
    _file: EventFile | None = None

    def version_string(self) -> str:
        return "check-in desk"

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing of it is written down."""

    def finish(self) -> None:
        if self._file is not None:
            self._file.database.close()
        with contextlib.suppress(OSError):
            super().finish()

    def parse_request(self) -> bool:
        self.client_address.give(lan_guests.REQUEST_SECONDS)
        return super().parse_request()

    def do_GET(self) -> None:
        self._answer({"/v1/time": lambda body: wire.Now(now_ms())})

    def do_POST(self) -> None:
        self._answer(
            {
                "/v1/challenge": self._challenge,
                "/v1/prove": self._prove,
                "/v1/greet": self._let_in(self._greet),
                "/v1/give": self._let_in(self._give),
                "/v1/take": self._let_in(self._take),
                "/v1/wait": self._let_in(self._wait),
            }
        )

    # -- the calls ---------------------------------------------------------

    def _challenge(self, body: bytes) -> msgspec.Struct:
        asked = wire.decode(body, Challenge)
        challenged = self.server.sessions.challenge(asked)
        if challenged is None:
            raise _Refusal("wrong_event")
        if asked.version != VERSION:
            raise _Refusal("too_old")
        return challenged

    def _prove(self, body: bytes) -> msgspec.Struct:
        shown = wire.decode(body, Prove)
        if not self.server.sessions.proves(shown):
            raise _Refusal("unauthorized")
        if why := refusal(self._ledger, shown.key):
            raise _Refusal(why)
        return Proven(self.server.sessions.admit(shown.key))

    def _greet(self, body: bytes) -> msgspec.Struct:
        hello = wire.decode(body, Hello)
        if hello.event != self.server.event:
            raise _Refusal("wrong_event")
        return Welcome(
            self.server.event,
            self.server.desk,
            self.server.name,
            __version__,
            NEWEST,
            self._ledger.vector(),
            sorted(set(hello.kinds) - kinds.KINDS)[:200],
        )

    def _give(self, body: bytes) -> msgspec.Struct:
        pages = wire.decode(body, wire.Give).pages
        faults = [(page, wire.fault(page)) for page in pages]
        bad = [Refused(page.stream[:120], page.first, why) for page, why in faults if why]
        taken = self.server.intake.take([page for page, why in faults if not why], "lan")
        refused = [Refused(*refusal) for refusal in taken.refused]
        return Given(self._ledger.vector(), bad + refused)

    def _take(self, body: bytes) -> msgspec.Struct:
        asked = wire.decode(body, wire.Take)
        pages, more = self._ledger.lacking(asked.vector, min(asked.most_bytes, MOST_BYTES))
        return Batch(pages, self._ledger.vector(), more)

    def _wait(self, body: bytes) -> msgspec.Struct:
        """Answers at once: a desk on the LAN is asked again and again instead."""
        wire.decode(body, wire.Wait)
        return wire.Waited(self._ledger.vector())

    @property
    def _ledger(self) -> EventFile:
        if self._file is None:
            self._file = EventFile.open(self.server.path, write=False)
        return self._file

    # -- around them -------------------------------------------------------

    def _let_in(self, do: Callable[[bytes], msgspec.Struct]) -> Callable[[bytes], msgspec.Struct]:
        def done(body: bytes) -> msgspec.Struct:
            if self._holder is None:
                raise _Refusal("unauthorized")
            if why := refusal(self._ledger, self._holder):  # Revoked since it was let in.
                raise _Refusal(why)
            return do(body)

        return done

    @property
    def _holder(self) -> bytes | None:
        """The public key of the desk that asks, if it has proven itself."""
        scheme, _, token = self.headers.get("Authorization", "").partition(" ")
        return self.server.sessions.holder(token) if scheme == "Bearer" else None

    def _answer(self, calls: dict[str, Callable[[bytes], msgspec.Struct]]) -> None:
        call = calls.get(self.path)
        status, said = 200, None
        try:
            if call is None:
                self.close_connection = True
                return self._send(404, wire.Problem("not_found", "There is no such call."))
            said = call(self._body())
        except _Refusal as refusal:
            status = _STATUS[refusal.code]
            said = wire.Problem(refusal.code, "This desk refuses.")
        except wire.Malformed:
            status, said = 400, wire.Problem("bad_request", "The request cannot be read.")
        except CheckinError:
            status, said = 503, wire.Problem("unavailable", "This desk cannot answer now.")
        if status != 200:
            self.close_connection = True
        self._send(status, said)

    def _body(self) -> bytes:
        holder = self._holder
        stranger = holder is None or refusal(self._ledger, holder) is not None
        if not stranger:
            self.client_address.prove()
            self.client_address.give(lan_guests.REQUEST_SECONDS)
        elif self.client_address.doubt():
            self.close_connection = True
        most = SMALL if stranger else wire.MOST_BODY
        length = self.headers.get("Content-Length", "0")
        if not length.isascii() or not length.isdigit() or len(length) > 12 or int(length) > most:
            raise _Refusal("too_large")
        body = self.rfile.read(int(length))
        if len(body) < int(length):
            raise wire.Malformed("cut off")
        self.client_address.give()  # What is asked takes as long as it takes.
        if self.headers.get("Content-Encoding") == wire.DEFLATE:
            return wire.inflate(body, SMALL if stranger else wire.MOST_INFLATED)
        return body

    def _send(self, status: int, said: msgspec.Struct) -> None:
        body = wire.encode(said)
        deflated = len(body) >= wire.WORTH_DEFLATING and wire.DEFLATE in self.headers.get(
            "Accept-Encoding", ""
        )
        if deflated:
            body = wire.deflate(body)
        self.client_address.give(lan_guests.REQUEST_SECONDS)
        self.send_response(status)
        self.send_header("Content-Type", wire.MSGPACK)
        self.send_header("Content-Length", str(len(body)))
        if deflated:
            self.send_header("Content-Encoding", wire.DEFLATE)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)
        self.client_address.give(lan_guests.IDLE_SECONDS)
