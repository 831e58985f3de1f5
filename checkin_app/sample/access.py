"""Owns where codes are read at the sample event, and who may pass there and when."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from checkin_app.domain.programme import (
    REGISTRATION,
    AccessRule,
    Checkpoint,
    CheckpointKind,
    Event,
    Passage,
    SessionKind,
)
from checkin_app.sample.bodies import Body
from checkin_app.sample.programme import Appointment, moment, place
from checkin_app.sample.words import table

_DOORS_OPEN = timedelta(minutes=45)
_ROOMS_OPEN = timedelta(minutes=15)
_BUS_WAITS = timedelta(minutes=15)
_BUS_SEATS = 45
_LOUNGE_SEATS = 80
_EVERYBODY = "everybody"


@dataclass(slots=True)
class Access:
    """Checkpoints, registration first, and their rules."""

    checkpoints: list[Checkpoint] = field(default_factory=list)
    rules: list[AccessRule] = field(default_factory=list)

    def allow(
        self,
        checkpoint: str,
        audience: str = _EVERYBODY,
        *,
        delegations: frozenset[str] = frozenset(),
        opens_at: datetime | None = None,
        closes_at: datetime | None = None,
    ) -> None:
        """One more rule for that checkpoint; the audience is one of programme.toml."""
        shapes = table("programme")["audiences"]
        categories = frozenset() if audience == _EVERYBODY else frozenset(shapes[audience].split())
        self.rules.append(
            AccessRule(
                f"r{len(self.rules) + 1:03d}",
                checkpoint,
                categories,
                delegations,
                opens_at,
                closes_at,
            )
        )


def access(about: Event, planned: list[Appointment], groups: list[Body]) -> Access:
    """The registration desk, gates, a door for every session and award, rooms and buses."""
    made = Access()
    made.checkpoints.append(
        Checkpoint(REGISTRATION, CheckpointKind.REGISTRATION, "Registration desk", "Bàn đăng ký")
    )
    _gates(made, about)
    for appointment in planned:
        match appointment.session.kind:
            case SessionKind.SESSION | SessionKind.AWARD:
                _door(made, appointment, groups)
            case SessionKind.VISIT:
                _buses(made, appointment, groups)
    _rooms(made, planned)
    return made


def _gates(made: Access, about: Event) -> None:
    expo_vi, expo_en, expo_holds = place("expo")
    kind, free, in_and_out = CheckpointKind.GATE, Passage.FREE, Passage.IN_AND_OUT
    made.checkpoints += [
        Checkpoint("gate-main", kind, "Main gate", "Cổng chính", free),
        Checkpoint("gate-expo", kind, expo_en, expo_vi, in_and_out, capacity=expo_holds),
        Checkpoint(
            "gate-vip", kind, "VIP lounge", "Phòng khách VIP", in_and_out, capacity=_LOUNGE_SEATS
        ),
    ]
    for day in range(1, (about.last_day - about.first_day).days + 2):
        opens_at, closes_at = moment(about, day, "08:00"), moment(about, day, "18:00")
        made.allow("gate-expo", opens_at=opens_at, closes_at=closes_at)
    made.allow("gate-expo", "crew")
    made.allow("gate-vip", "leaders")
    made.allow("gate-vip", "inner")


def _door(made: Access, appointment: Appointment, groups: list[Body]) -> None:
    session, shape = appointment.session, appointment.shape
    door = f"door-{session.id}"
    name_vi, name_en, capacity = place(appointment.place)
    made.checkpoints.append(
        Checkpoint(
            door,
            CheckpointKind.DOOR,
            f"{name_en}: {session.title_en}",
            f"{name_vi}: {session.title_vi}",
            Passage.ONCE if shape.get("once") else Passage.IN_AND_OUT,
            session.id,
            capacity,
        )
    )
    opens_at = session.starts_at - _DOORS_OPEN
    made.allow(door, shape["audience"], opens_at=opens_at, closes_at=session.ends_at)
    kinds = shape.get("kinds", "").split()
    if let_in := frozenset(b.delegation.id for b in groups if b.kind in kinds):
        made.allow(door, delegations=let_in, opens_at=opens_at, closes_at=session.ends_at)
    made.allow(door, shape.get("crew", "crew"))


def _buses(made: Access, appointment: Appointment, groups: list[Body]) -> None:
    """With several buses every delegation has one of its own to take."""
    session, shape = appointment.session, appointment.shape
    buses = shape["buses"]
    for number in range(buses):
        bus = f"bus-{session.id}-{number + 1}"
        made.checkpoints.append(
            Checkpoint(
                bus,
                CheckpointKind.BUS,
                f"Bus {number + 1}: {session.title_en}",
                f"Xe {number + 1}: {session.title_vi}",
                Passage.ONCE,
                session.id,
                _BUS_SEATS,
            )
        )
        opens_at = session.starts_at - _DOORS_OPEN
        closes_at = session.starts_at + _BUS_WAITS
        made.allow(bus, "crew")
        takes = frozenset(b.delegation.id for b in groups[number::buses]) if buses > 1 else None
        if takes is None:
            made.allow(bus, shape["audience"], opens_at=opens_at, closes_at=closes_at)
        elif takes:
            made.allow(
                bus,
                shape["audience"],
                delegations=takes,
                opens_at=opens_at,
                closes_at=closes_at,
            )


def _rooms(made: Access, planned: list[Appointment]) -> None:
    """One checkpoint for all meetings, one for all signings: open to the parties, around it."""
    for key, kind in (("meetings", SessionKind.MEETING), ("signing", SessionKind.SIGNING)):
        door = f"door-{key}"
        name_vi, name_en, capacity = place(key)
        made.checkpoints.append(
            Checkpoint(door, CheckpointKind.DOOR, name_en, name_vi, Passage.FREE, "", capacity)
        )
        made.allow(door, "crew")
        for appointment in planned:
            if appointment.session.kind is kind and appointment.parties:
                made.allow(
                    door,
                    delegations=frozenset(p.id for p in appointment.parties),
                    opens_at=appointment.session.starts_at - _ROOMS_OPEN,
                    closes_at=appointment.session.ends_at,
                )
