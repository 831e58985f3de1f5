"""Owns the delegates of the sample event, one after the other, as many as are asked for."""

from __future__ import annotations

from collections.abc import Iterator

from checkin_app.domain.delegates import Delegate, Delegation, Standing
from checkin_app.sample.bodies import HOME, Body, bodies, country
from checkin_app.sample.draw import Numbers, chance
from checkin_app.sample.names import Name, name
from checkin_app.sample.texts import Texts
from checkin_app.sample.words import choices, culture, famous

_CATEGORIES = {
    "organiser": ("organiser",),
    "staff": ("staff",),
    "press": ("press",),
    "interpreter": ("interpreter",),
    "security": ("security",),
    "expert": ("speaker",),
    "ministry": choices("delegate:74, vip:8, speaker:6, interpreter:4, press:4, security:4"),
    "city": choices("delegate:78, vip:4, speaker:6, interpreter:4, press:4, security:4"),
    "": ("guest",),
}
_OTHERS = choices("delegate:84, speaker:6, guest:4, interpreter:3, press:3")
_OWN_POSITIONS = frozenset({"press", "interpreter", "security"})
_OFFICIAL = frozenset({"ministry", "city", "consulate"})
_PLAIN = frozenset({"organiser", "staff", "press", "interpreter", "security"})
_BLOCKS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


def delegates(
    count: int, seed: int = 1, *, irregular: bool = True
) -> Iterator[tuple[Delegate, int]]:
    """That many delegates, each with the serial of their code, delegation by delegation.

    Lazy, with no memory that grows. One in a hundred, at the end, belongs to no delegation. With
    `irregular` false everybody is accredited and nobody on hold; all else stays the same.
    Raises ValueError for a negative number.
    """
    if count < 0:
        raise ValueError("count must not be negative")
    return _walk(count, seed, irregular)


def grouped(people: int) -> int:
    """How many of so many people belong to a delegation."""
    return people - people // 100


def _walk(people: int, seed: int, irregular: bool) -> Iterator[tuple[Delegate, int]]:
    crowd = _Crowd(seed, irregular)
    groups = bodies(grouped(people), seed)
    for index, body in enumerate(groups):
        yield from crowd.members(body, index)
    alone = Body(Delegation("", ""), "", country(HOME), "", 1.0, people - grouped(people))
    yield from crowd.members(alone, len(groups))


class _Crowd:
    """Everybody so far, as far as the next person depends on them."""

    def __init__(self, seed: int, irregular: bool) -> None:
        self._draw = chance(seed, "people")
        self._numbers = Numbers(seed, "people")
        self._irregular = irregular
        self._texts = Texts.read()
        self._avoided = famous()
        self._count = 0
        self._homes = 0
        self._stranger: Name | None = None

    def members(self, body: Body, index: int) -> Iterator[tuple[Delegate, int]]:
        """The people of one delegation, its head first."""
        draw, numbers, texts, avoided = self._draw, self._numbers, self._texts, self._avoided
        vietnamese = culture("vi")
        cultures = body.country.cultures
        categories = _CATEGORIES.get(body.kind, _OTHERS)
        delegation = body.delegation.id
        place = f"{body.country.code.lower()}-{body.kind or 'guests'}-{index + 1}.example"
        home = body.home
        official = body.kind in _OFFICIAL
        self._homes += home
        known: set[str] = set()
        named: Name | None = None
        stranger: Name | None = None
        for member in range(body.size):
            number = self._count
            self._count += 1
            head = member == 0 and delegation != ""
            local = home or (member > 3 and draw() < 0.04)
            people = vietnamese if local else cultures[int(draw() * len(cultures))]
            named = (self._namesake(member, named) if home else None) or name(draw, people, avoided)
            if not home:
                if named.full in known:
                    named = name(draw, people, avoided)
                known.add(named.full)
            if home and member == 1:
                stranger = named
            category = "head_of_delegation" if head else categories[int(draw() * len(categories))]
            kind = category if category in _OWN_POSITIONS else body.kind or "expert"
            if local and not home:
                kind = "liaison"
            tongue = "vi" if local else "en"
            level = 2 if category == "vip" or (head and official) else category not in _PLAIN
            hold, standing, attention = self._irregularity(number, head)
            luck = int(draw() * 1_000_000)
            yield (
                Delegate(
                    id=numbers.id("d", number),
                    name=named.full,
                    given_name=named.given,
                    own_name=named.own if draw() < 0.92 else "",
                    honorific=texts.honorific(draw, tongue, named.female, level),
                    position=texts.position(draw, kind, tongue, head),
                    organization=body.organization,
                    department=texts.department(draw, tongue),
                    delegation=delegation,
                    country=HOME if local else body.country.code,
                    category=category,
                    email=f"{named.mailbox}{member or ''}@{place}" if draw() < 0.85 else "",
                    phone=_phone("84" if local else body.country.calling, luck),
                    birth_year=_birth_year(draw() + draw(), kind) if luck % 7 else None,
                    language=people.language if local or draw() < 0.85 else "en",
                    seat=_seat(number),
                    notes=texts.note(index, member, luck),
                    attention=attention,
                    external_id=f"AEF-{number + 1:06d}",
                    hold=hold,
                    standing=standing,
                ),
                numbers.serial(number),
            )
        if stranger is not None:
            self._stranger = stranger

    def _namesake(self, member: int, former: Name | None) -> Name | None:
        """Now and then two people of one name: in one delegation, and in two that follow."""
        if member == 4 and self._homes % 5 == 1:
            return former
        if member == 2 and self._homes % 3 == 2:
            return self._stranger
        return None

    def _irregularity(self, number: int, head: bool) -> tuple[bool, Standing, str]:
        """Whether a person must look, the standing, the attention note."""
        texts = self._texts
        hold, standing = False, Standing.ACCREDITED
        if self._irregular and not head:
            if number % 149 == 60:
                standing = Standing.NOT_ACCREDITED
            elif number % 173 == 100:
                standing = Standing.WITHDRAWN
            elif number % 233 == 40:
                hold = True
        if hold:
            return hold, standing, texts.holds[number // 233 % len(texts.holds)]
        if number % 83 == 30:
            return hold, standing, texts.attentions[number // 83 % len(texts.attentions)]
        return hold, standing, ""


def _birth_year(age: float, kind: str) -> int:
    """1950 to 2004 for `age` below 2; volunteers are students."""
    return 1998 + int(age * 4) if kind == "staff" else 1950 + int(age * 27.5)


def _phone(calling: str, digits: int) -> str:
    """A number nobody can have: no country's own numbers begin with 000."""
    return f"+{calling} 000 {digits // 1000:03d} {digits % 1000:03d}" if digits % 5 else ""


def _seat(number: int) -> str:
    block = _BLOCKS[number // 1200 % len(_BLOCKS)]
    return f"{block}{number // 40 % 30 + 1:02d}-{number % 40 + 1:02d}"
