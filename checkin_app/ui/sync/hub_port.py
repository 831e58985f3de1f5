"""Owns the port of the hub that this desk is: kept for its event, and whether it is free here."""

from __future__ import annotations

import socket
import sys

from checkin_app.hub.settings import DEFAULT_PORT
from checkin_app.ui.workplace import Workplace

LEAST, MOST = 1024, 65535
#: So many ports after one that is taken are tried.
_NEXT = 40


def port_of(workplace: Workplace) -> int:
    """Where desks that were enrolled look for it."""
    kept = workplace.settings.hub_ports.get(str(workplace.event_file), "")
    port = int(kept) if kept.isdecimal() else DEFAULT_PORT
    return port if LEAST <= port <= MOST else DEFAULT_PORT


def keep_port(workplace: Workplace, port: int) -> None:
    """From now on it is another one."""
    workplace.settings.hub_ports[str(workplace.event_file)] = str(port)
    workplace.keep_settings()


def is_free(port: int) -> bool:
    """Whether nothing of this computer listens there."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if sys.platform != "win32":  # As the hub itself asks: see hub.serving.listen.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("0.0.0.0", port))
        except OSError:
            return False
    return True


def next_free(port: int) -> int:
    """The next one that is free; the same where there is none nearby."""
    behind = range(port + 1, min(port + _NEXT, MOST) + 1)
    return next((each for each in behind if is_free(each)), port)
