"""Owns the sample event: a synthetic forum, the same for the same seed on every machine.

`sample_event` makes it whole, `delegates` streams as many people as a measurement wants.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from checkin_app.domain.delegates import Category, Delegate, Delegation
from checkin_app.domain.programme import AccessRule, Checkpoint, Event, Session
from checkin_app.sample import people
from checkin_app.sample.access import access
from checkin_app.sample.bodies import bodies
from checkin_app.sample.draw import secret
from checkin_app.sample.people import delegates
from checkin_app.sample.programme import appointments, categories, event

__all__ = ["SampleEvent", "delegates", "delegations", "sample_event"]


@dataclass(frozen=True, slots=True)
class SampleEvent:
    """Everything an event file holds before the first scan.

    `secret` is what the event's codes are minted with, `codes` the serial of each delegate's code
    by delegate id. Both follow from the seed: they protect nothing.
    """

    event: Event
    secret: bytes
    categories: list[Category]
    delegations: list[Delegation]
    delegates: list[Delegate]
    sessions: list[Session]
    checkpoints: list[Checkpoint]
    rules: list[AccessRule]
    codes: dict[str, int]


def sample_event(
    delegates: int = 1_800, seed: int = 1, today: date | None = None, *, irregular: bool = True
) -> SampleEvent:
    """The sample event with that many delegates.

    It begins `today`, else on 2026-11-25. With `irregular` false everybody is accredited and
    nobody on hold. Raises ValueError for a negative number of delegates.
    """
    roster: list[Delegate] = []
    codes: dict[str, int] = {}
    for delegate, serial in people.delegates(delegates, seed, irregular=irregular):
        roster.append(delegate)
        codes[delegate.id] = serial
    about = event(seed, today)
    groups = bodies(people.grouped(delegates), seed)
    planned = appointments(about, groups, seed)
    passages = access(about, planned, groups)
    return SampleEvent(
        event=about,
        secret=secret(seed, "secret"),
        categories=categories(),
        delegations=[body.delegation for body in groups],
        delegates=roster,
        sessions=[appointment.session for appointment in planned],
        checkpoints=passages.checkpoints,
        rules=passages.rules,
        codes=codes,
    )


def delegations(count: int, seed: int = 1) -> list[Delegation]:
    """The delegations that `delegates(count, seed)` come in."""
    return [body.delegation for body in bodies(people.grouped(count), seed)]
