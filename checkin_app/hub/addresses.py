"""Owns under which addresses desks reach this machine."""

from __future__ import annotations

import socket
from ipaddress import ip_address

from checkin_app.sync.enrolment import is_loopback

_MOST = 6
_ANYWHERE = ("", "0.0.0.0", "::")


def of_hub(host: str, port: int, *, tls: bool) -> tuple[str, ...]:
    """The addresses of a hub that listens at `host`: that one, or all of this machine's."""
    scheme = "https" if tls else "http"
    hosts = (host,) if host not in _ANYWHERE else lan_addresses() or ("127.0.0.1",)
    return tuple(f"{scheme}://{bracketed(each)}:{port}" for each in hosts[:_MOST])


def lan_addresses() -> tuple[str, ...]:
    """This machine's addresses that others may reach, the one of the usual way out first."""
    import ifaddr

    known = [ip.ip for adapter in ifaddr.get_adapters() for ip in adapter.ips]
    v4 = [ip for ip in known if isinstance(ip, str)]
    v6 = [ip[0] for ip in known if not isinstance(ip, str)]
    return tuple(dict.fromkeys(filter(_reachable, [_way_out(), *v4, *v6])))


def bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


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
