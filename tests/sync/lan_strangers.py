"""Owns what a stranger does to a desk on the LAN in tests: connects, is silent, asks anything."""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
from collections.abc import Iterator

from checkin_app.sync.lan_server import LanServer
from tests.sync.sync_support import LIMIT


@contextlib.contextmanager
def silent(server: LanServer, count: int) -> Iterator[list[socket.socket]]:
    """Connections that say nothing."""
    with contextlib.ExitStack() as stack:
        yield [
            stack.enter_context(socket.create_connection(("127.0.0.1", server.port), LIMIT))
            for _ in range(count)
        ]


def secured(plain: socket.socket) -> ssl.SSLSocket:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context.wrap_socket(plain)


def is_ended(sock: socket.socket) -> bool:
    """Waits until the other side has ended it."""
    try:
        return sock.recv(1) == b""
    except ConnectionError:
        return True


def said(sock: socket.socket, request: bytes) -> bytes:
    """The first of what is answered."""
    sock.sendall(request)
    return sock.recv(1 << 16)


def is_last(sock: socket.socket, request: bytes) -> bool:
    """Whether a good answer is the last of the connection."""
    sock.sendall(request)
    with http.client.HTTPResponse(sock) as answer:
        answer.begin()
        assert answer.status == 200 and answer.read()
        return answer.getheader("Connection") == "close"
