"""Owns the connections to a desk on the LAN: how many there are, whose, how long each may take.

Anybody in the network may connect. Who has proven nothing yet is a stranger: a few at a time from
each address, for a short while and a few answers, and the oldest makes room for whoever comes.
"""

from __future__ import annotations

import contextlib
import math
import socket
import ssl
import threading
import time
from collections.abc import Sequence

from checkin_app.sync.limits import Limit

#: Connections in all; strangers among them from one address.
MOST = 64
MOST_STRANGERS = 4
#: A stranger's connection ends after so many answers; to meet a desk takes two.
MOST_ANSWERS = 8
#: Connections from one address, a second and at once; a desk that meets another makes three and
#: keeps the last, and tries again after a second at the earliest. So many addresses are remembered.
RATE, BURST, MOST_ADDRESSES = 4.0, 128.0, 1024
#: Seconds for the handshake, for a stranger in all or one request, and between two requests.
HANDSHAKE_SECONDS = 3.0
REQUEST_SECONDS = 20.0
IDLE_SECONDS = 30.0


class Guest:
    """One connection, from when it was accepted."""

    def __init__(self, sock: socket.socket, address: str) -> None:
        self.sock = sock
        self.address = address
        self.proven = False
        self._answers = 0
        self.until = time.monotonic() + REQUEST_SECONDS

    def prove(self) -> None:
        """It has shown a token that is good."""
        self.proven = True

    def doubt(self) -> bool:
        """It has shown none that is; whether it is answered for the last time."""
        self.proven = False
        self._answers += 1
        return self._answers >= MOST_ANSWERS

    def give(self, seconds: float = math.inf) -> None:
        """It has so long for what comes now; a stranger has no more than it was given at first."""
        if self.proven:
            self.until = time.monotonic() + seconds


class Guests:
    """All of them; used from several threads."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._open: dict[Guest, None] = {}  # The oldest first.
        self._served = 0
        self._closed = False
        self._pace = Limit(RATE, BURST, most_kept=MOST_ADDRESSES)

    def admit(self, sock: socket.socket, address: str) -> Guest | None:
        """Whoever was accepted; None where all are proven desks, who comes too often, or at the
        end."""
        if not self._pace.take(address):
            return None
        with self._changed:
            strangers = [guest for guest in self._open if not guest.proven]
            beside = [guest for guest in strangers if guest.address == address]
            if len(beside) >= MOST_STRANGERS:
                self._drop(beside[:1])
            elif len(self._open) >= MOST:
                self._drop(strangers[:1])
            if self._closed or len(self._open) >= MOST:
                return None
            guest = Guest(sock, address)
            self._open[guest] = None
            self._served += 1
            return guest

    def secure(self, guest: Guest, context: ssl.SSLContext) -> ssl.SSLSocket:
        """The connection in TLS; at every moment it can be dropped. Raises OSError."""
        with self._changed:
            if guest not in self._open:
                raise OSError("dropped")
            secured = context.wrap_socket(
                guest.sock, server_side=True, do_handshake_on_connect=False
            )
            guest.sock = secured
        try:
            secured.settimeout(HANDSHAKE_SECONDS)
            secured.do_handshake()
        except BaseException:
            secured.close()
            raise
        return secured

    def left(self, guest: Guest) -> None:
        """Nothing serves it any more."""
        with self._changed:
            self._open.pop(guest, None)
            self._served -= 1
            self._changed.notify_all()

    def drop_late(self) -> None:
        """Ends those whose time is up."""
        now = time.monotonic()
        with self._changed:
            self._drop([guest for guest in self._open if guest.until < now])

    def close(self) -> None:
        """Ends all, and whoever comes."""
        with self._changed:
            self._closed = True
            self._drop(list(self._open))

    def gone(self, seconds: float) -> bool:
        """Waits until none is served any more; whether that is so within the time."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._served, seconds)

    def _drop(self, guests: Sequence[Guest]) -> None:
        for guest in guests:
            del self._open[guest]
            with contextlib.suppress(OSError):
                # Not SSLSocket.shutdown, which pulls the TLS state from under the other thread.
                socket.socket.shutdown(guest.sock, socket.SHUT_RDWR)
