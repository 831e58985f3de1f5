"""Owns which addresses this machine has, as others may reach it."""

from __future__ import annotations

import socket
from ipaddress import ip_address

from checkin_app.sync.enrolment import is_loopback


def own_addresses() -> tuple[str, ...]:
    """This machine's addresses that others may reach, the one of the usual way out first.

    Where a cable and nothing else joins some machines, those that they gave themselves (RFC 3927).
    """
    import ifaddr

    known = [ip.ip for adapter in ifaddr.get_adapters() for ip in adapter.ips]
    v4 = [ip for ip in known if isinstance(ip, str)]
    v6 = [ip[0] for ip in known if not isinstance(ip, str)]
    found = tuple(dict.fromkeys(filter(_reachable, [_way_out(), *v4, *v6])))
    return found or tuple(ip for ip in v4 if ip_address(ip).is_link_local)


def _way_out() -> str:
    """The address from which this machine would speak to others; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        try:
            way.connect(("192.0.2.1", 9))  # TEST-NET-1, RFC 5737
            return str(way.getsockname()[0])
        except OSError:
            return ""


def _reachable(host: str) -> bool:
    try:
        address = ip_address(host)
    except ValueError:
        return False
    return not (is_loopback(host) or address.is_link_local or address.is_unspecified)
