"""Owns how desks of an event find each other on the LAN: a hint where to look, never a proof.

Service `_checkin._tcp` by multicast DNS (RFC 6762, 6763); it tells a tag of the event and a random
name, nothing else. Many networks block it: addresses can be typed instead.
"""

from __future__ import annotations

import contextlib
import secrets
import socket
import threading
from collections.abc import Callable, Sequence

from zeroconf import (
    InterfaceChoice,
    IPVersion,
    ServiceBrowser,
    ServiceInfo,
    ServiceListener,
    Zeroconf,
)

from checkin_app.sync.own_addresses import own_addresses

SERVICE = "_checkin._tcp.local."
MOST = 256
_ASK_MS = 2000


class Discovery(ServiceListener):
    """Tells where a desk listens, and keeps the addresses of the others of the same tag."""

    def __init__(
        self,
        tag: str,
        port: int,
        changed: Callable[[], None],
        *,
        interfaces: Sequence[str] = (),
    ) -> None:
        """`interfaces` are addresses of this computer; none means all. Raises OSError."""
        self._tag = tag
        self._changed = changed
        self._lock = threading.Lock()
        self._found: dict[str, str] = {}
        self._name = f"desk-{secrets.token_hex(6)}.{SERVICE}"
        self._zeroconf = Zeroconf(
            interfaces=list(interfaces) or InterfaceChoice.All, ip_version=IPVersion.V4Only
        )
        addresses = list(interfaces) or _own_v4()
        info = ServiceInfo(
            SERVICE,
            self._name,
            addresses=[socket.inet_aton(address) for address in addresses],
            port=port,
            properties={"event": tag},
        )
        try:
            self._zeroconf.register_service(info, cooperating_responders=True)
            self._browser = ServiceBrowser(self._zeroconf, SERVICE, listener=self)
        except BaseException:
            self._zeroconf.close()
            raise

    @property
    def addresses(self) -> list[str]:
        """`host:port` of the desks that were heard of."""
        with self._lock:
            return sorted(set(self._found.values()))

    def close(self) -> None:
        with contextlib.suppress(Exception):  # A network that went away has nobody to tell.
            self._zeroconf.unregister_all_services()
        self._zeroconf.close()

    # -- what zeroconf calls, in its own thread ------------------------------

    def add_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        if name == self._name:
            return
        info = zc.get_service_info(type_, name, _ASK_MS)
        if info is None or info.port is None:
            return
        told = (info.properties or {}).get(b"event")
        addresses = info.parsed_addresses(IPVersion.V4Only)
        if told != self._tag.encode() or not addresses:
            return
        with self._lock:
            if len(self._found) < MOST or name in self._found:
                self._found[name] = f"{addresses[0]}:{info.port}"
        self._changed()

    def update_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        self.add_service(zc, type_, name)

    def remove_service(self, zc: Zeroconf, type_: str, name: str) -> None:
        with self._lock:
            self._found.pop(name, None)


def _own_v4() -> list[str]:
    """A machine without a network may still have desks of its own."""
    return [address for address in own_addresses() if ":" not in address] or ["127.0.0.1"]
