"""Owns when and where things happen at the sample event: its days, categories and sessions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from checkin_app.domain.delegates import Category, Delegation
from checkin_app.domain.programme import Event, Session, SessionKind
from checkin_app.sample.bodies import CREW, Body
from checkin_app.sample.draw import Numbers, chance, shuffled
from checkin_app.sample.words import table

_DASH = " – "
_THIRD_PARTY_EVERY = 4


@dataclass(frozen=True, slots=True)
class Appointment:
    """A session with what its doors need to know; `shape` is its table in programme.toml."""

    session: Session
    place: str
    shape: dict[str, Any]
    parties: tuple[Delegation, ...] = ()


def event(seed: int, today: date | None = None) -> Event:
    """The event of that seed; it begins `today`, else on the fixed day of the word list."""
    shape = table("programme")["event"]
    first_day: date = today or shape["first_day"]
    return Event(
        id=Numbers(seed, "event").id("e", 0),
        name=shape["name"],
        name_vi=shape["name_vi"],
        first_day=first_day,
        last_day=first_day + timedelta(days=shape["days"] - 1),
        timezone=shape["timezone"],
        tag=f"{int(chance(seed, 'tag')() * 1000):03d}",
    )


def categories() -> list[Category]:
    """What people are at the sample event as, in order of rank."""
    shapes = table("programme")["categories"].items()
    return [
        Category(id, name_en, name_vi, colour, rank)
        for rank, (id, (name_en, name_vi, colour)) in enumerate(shapes)
    ]


def place(key: str) -> tuple[str, str, int]:
    """A room: its Vietnamese name, its English name, how many it holds."""
    name, capacity = table("programme")["places"][key]
    name_vi, _, name_en = name.partition(_DASH)
    return name_vi, name_en, capacity


def moment(about: Event, day: int, at: str) -> datetime:
    """The aware time "HH:MM" on day 1, 2 … of the event."""
    on = about.first_day + timedelta(days=day - 1)
    return datetime.combine(on, time.fromisoformat(at), tzinfo=about.zone)


def appointments(about: Event, groups: list[Body], seed: int) -> list[Appointment]:
    """Sessions, awards, visits, meetings and signings, in order of time."""
    shapes = table("programme")
    made = [_scheduled(about, shape) for shape in shapes["session"]]
    made += _between(about, shapes["meetings"], SessionKind.MEETING, groups, seed)
    made += _between(about, shapes["signings"], SessionKind.SIGNING, groups, seed)
    return sorted(made, key=lambda a: (a.session.starts_at, a.session.id))


def _scheduled(about: Event, shape: dict[str, Any]) -> Appointment:
    day, starts, ends = shape["when"]
    session = Session(
        id=shape["id"],
        kind=SessionKind(shape.get("kind", "session")),
        title_en=shape["en"],
        title_vi=shape["vi"],
        place=table("programme")["places"][shape["place"]][0],
        starts_at=moment(about, day, starts),
        ends_at=moment(about, day, ends),
    )
    return Appointment(session, shape["place"], shape)


def _between(
    about: Event, shape: dict[str, Any], kind: SessionKind, groups: list[Body], seed: int
) -> list[Appointment]:
    """What two or three delegations have with each other; more at a time than one has starts."""
    draw = chance(seed, kind)
    hosts = [b.delegation for b in groups if b.home and b.kind not in CREW]
    guests = shuffled(draw, [b.delegation for b in groups if not b.home])
    made: list[Appointment] = []
    for number in range(shape["count"]):
        day, at = shape["starts"][number % len(shape["starts"])].split()
        starts_at = moment(about, int(day), at)
        third = kind is SessionKind.MEETING and number % _THIRD_PARTY_EVERY == 3
        parties = _parties(hosts, guests, number, third)
        names = " / ".join(p.name for p in parties) or str(number + 1)
        session = Session(
            id=f"{kind.value[0] if kind is SessionKind.MEETING else 'g'}{number + 1:02d}",
            kind=kind,
            title_en=shape["en"].format(parties=names),
            title_vi=shape["vi"].format(parties=names),
            place=table("programme")["places"][shape["place"]][0],
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=shape["minutes"]),
        )
        made.append(Appointment(session, shape["place"], shape, parties))
    return made


def _parties(
    hosts: list[Delegation], guests: list[Delegation], number: int, third: bool
) -> tuple[Delegation, ...]:
    if not hosts or not guests:
        return ()
    parties = [hosts[number % len(hosts)], guests[number % len(guests)]]
    if third and len(guests) > 1:
        parties.append(guests[(number + 1) % len(guests)])
    return tuple(parties)
