"""Owns which device stands behind a queue of CUPS, and whether it can say that a job is done."""

from __future__ import annotations

import socket
import time
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from checkin_app.printing.commands import run
from checkin_app.printing.ipp_http import Address, address

_FIND_SECONDS = 3
_KEPT_SECONDS = 300


def device(uri: str) -> Address | None:
    """Where the device can be asked by IPP.

    None for raw sockets, USB and LPD, which have no way back, and for another print server behind
    the queue (`/printers/…`), which knows no more than this one. A name announced on the network
    (`dnssd://`, as desktops and macOS add printers) is looked up, which takes seconds, and kept for
    a few minutes.
    """
    found = address(uri)
    if found is None and uri.startswith("dnssd://"):
        found = _looked_up(uri, int(time.monotonic() // _KEPT_SECONDS))
    if found is None or found.path.startswith(("/printers/", "/classes/")):
        return None
    return found


@lru_cache(maxsize=64)
def _looked_up(uri: str, _moment: int) -> Address | None:
    service = unquote(urlsplit(uri).netloc)
    if "._ipp._tcp." not in service and "._ipps._tcp." not in service:
        return None
    command = ["ippfind", "-T", str(_FIND_SECONDS), f"{service.rstrip('.')}.", "--print"]
    try:
        told = run(command, _FIND_SECONDS + 2).out.split()
    except (FileNotFoundError, PermissionError):
        return None
    found = address(told[0]) if told else None
    if found is None:
        return None
    try:
        socket.getaddrinfo(found.host, found.port)
    except (OSError, UnicodeError):
        return None
    return found
