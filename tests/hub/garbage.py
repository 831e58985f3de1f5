"""Sends rubbish to a hub in masses: `python -m tests.hub.garbage [COUNT]` founds one and tells.

Every request is refused, every refusal counted; a desk beside goes on.
"""

from __future__ import annotations

import random
import socket
import sys
import tempfile
import time
from pathlib import Path

TARGETS = ("enrol", "greet", "give", "take", "wait", "snapshot", "nothing", "../x", "%00")
METHODS = ("POST", "GET", "PUT", "BREW")


def send(address: str, count: int, seed: int = 1) -> int:
    """How many requests were sent; each that is no HTTP costs a connection of its own."""
    dice = random.Random(seed)
    host, _, port = address.removeprefix("http://").partition(":")
    place = (host, int(port))
    line = socket.create_connection(place, timeout=30)
    try:
        for number in range(count):
            if number % 50 == 49:
                with socket.create_connection(place, timeout=30) as other:
                    other.sendall(b"\xff" + dice.randbytes(200) + b"\r\n\r\n")
                    while other.recv(65536):
                        pass
                continue
            line.sendall(_request(dice))
            _answer(line)
    finally:
        line.close()
    return count


def _request(dice: random.Random) -> bytes:
    body = dice.randbytes(dice.randrange(200))
    head = [
        f"{dice.choice(METHODS)} /v1/{dice.choice(TARGETS)} HTTP/1.1",
        "Host: hub",
        f"Content-Length: {len(body)}",
        f"Content-Type: {dice.choice(('application/msgpack', 'application/json', 'text/html'))}",
        f"Authorization: Bearer {dice.choice(('x', 'a' * 43, dice.randbytes(16).hex()))}",
        f"Content-Encoding: {dice.choice(('identity', 'deflate', 'gzip'))}",
    ]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


def _answer(line: socket.socket) -> None:
    """Reads one answer to its end."""
    read = b""
    while b"\r\n\r\n" not in read:
        read += _more(line)
    head, _, body = read.partition(b"\r\n\r\n")
    [length] = [
        int(field.partition(b":")[2])
        for field in head.split(b"\r\n")
        if field.lower().startswith(b"content-length:")
    ]
    while len(body) < length:
        body += _more(line)


def _more(line: socket.socket) -> bytes:
    part = line.recv(65536)
    if not part:
        raise ConnectionError("the hub hung up")
    return part


def main() -> None:
    from tests.hub.hub_support import founded, served

    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder, served(founded(Path(folder))) as hub:
        began = time.monotonic()
        send(hub.address, count)
        metrics = hub.app.hub.metrics
        told = metrics.value("refusals_total") + metrics.value("garbage_total")
        print(
            f"{count} sent in {time.monotonic() - began:.0f} s, {told:.0f} counted,"
            f" {metrics.value('faults_total'):.0f} faults, {len(hub.admin.desks())} desks let in"
        )


if __name__ == "__main__":
    main()
