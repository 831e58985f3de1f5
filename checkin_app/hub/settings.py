"""Owns what one hub process is told about itself: where desks find it, and its bounds."""

from __future__ import annotations

from dataclasses import dataclass

DEFAULT_PORT = 8470


@dataclass(frozen=True, slots=True)
class Settings:
    """`addresses` and `pin` go into enrolments (sync/enrolment.py). Who has `metrics_token` may
    read the figures from elsewhere; empty: nobody.

    `threads` do what blocks; `most_tasks` may wait for one before the hub says it is busy. Seconds:
    a request body must be there within `body_seconds`, an answer be taken piece by piece within
    `send_seconds`, and a connection ask something within `idle_seconds`. A stopping hub gives its
    requests `stop_seconds`.
    """

    name: str = ""
    addresses: tuple[str, ...] = ()
    pin: bytes = b""
    metrics_token: str = ""
    threads: int = 16
    most_tasks: int = 1000
    most_large_bodies: int = 32
    most_connections: int = 8000
    body_seconds: float = 30
    send_seconds: float = 60
    idle_seconds: float = 20
    stop_seconds: int = 20
