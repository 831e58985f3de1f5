"""Owns under which addresses desks reach this machine."""

from __future__ import annotations

from checkin_app.sync.own_addresses import own_addresses

_MOST = 6
_ANYWHERE = ("", "0.0.0.0", "::")


def of_hub(host: str, port: int, *, tls: bool) -> tuple[str, ...]:
    """The addresses of a hub that listens at `host`: that one, or all of this machine's."""
    scheme = "https" if tls else "http"
    hosts = (host,) if host not in _ANYWHERE else own_addresses() or ("127.0.0.1",)
    return tuple(f"{scheme}://{bracketed(each)}:{port}" for each in hosts[:_MOST])


def bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
