"""Makes the people of a roster file: names, bodies, sizes, and how sloppily each was typed."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from .words import COUNTRIES, HONORIFICS, LISTS, PEOPLES, People

T = TypeVar("T")

_PLAIN = {
    "đ": "d", "ð": "d", "ø": "o", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th",
}  # fmt: skip


@dataclass(frozen=True)
class Person:
    """One row of a roster.

    `name` is the name as it should be known after an import: NFC, single spaces, no honorific;
    `name_cell` is what was typed into the file. `country` is the text in the file, `country_code`
    what it means. Numbers are texts, as in the file.
    """

    external_id: str
    name: str
    name_cell: str
    honorific_cell: str
    position: str
    organization: str
    delegation: str
    country: str
    country_code: str
    category: str
    email: str
    phone: str
    birth_year: str
    notes: str


@dataclass(frozen=True)
class _Body:
    name: str
    code: str
    people: People | None


def plain(text: str) -> str:
    """The text as somebody types it who has no marks on the keyboard: lower case, a to z."""
    lower = "".join(_PLAIN.get(c, c) for c in text.lower())
    return "".join(c for c in unicodedata.normalize("NFD", lower) if not unicodedata.combining(c))


def typed(name: str) -> tuple[str, str]:
    """A name typed without marks, in its own order of words and the other way round."""
    parts = plain(name).split()
    return " ".join(parts), " ".join(reversed(parts))


def make_roster(people: int = 17_000, delegations: int = 1_400, seed: int = 1) -> list[Person]:
    """That many people in exactly that many delegations, the same for the same arguments.

    Every delegation has one head, its first row. Some names occur twice: in two delegations, and
    in one delegation and organisation (about one delegation in forty).
    """
    if not 1 <= delegations <= people:
        raise ValueError("every delegation needs somebody")
    return list(_people(people, delegations, random.Random(f"roster file {seed}")))


def _pick(chance: random.Random, things: Sequence[T]) -> T:
    return things[int(chance.random() * len(things))]


def _people(people: int, delegations: int, chance: random.Random) -> Iterator[Person]:
    number = 0
    for at, (body, size) in enumerate(_sized(people, delegations, chance)):
        members: list[Person] = []
        for member in range(size):
            number += 1
            person = _person(body, member == 0, number, chance)
            if member == 3 and at % 40 == 7:
                person = replace(
                    person, name=members[2].name, name_cell=members[2].name, honorific_cell=""
                )
            members.append(person)
            yield person


def _sized(people: int, delegations: int, chance: random.Random) -> list[tuple[_Body, int]]:
    """A few delegations are large, most are small."""
    bodies = _bodies(delegations, chance)
    weights = [0.2 + chance.random() ** 3 * 4 for _ in bodies]
    total = sum(weights)
    left = people - delegations
    sizes = [1 + int(left * weight / total) for weight in weights]
    for at in range(people - sum(sizes)):
        sizes[at] += 1
    return list(zip(bodies, sizes, strict=True))


def _bodies(count: int, chance: random.Random) -> list[_Body]:
    """Delegations whose names differ also without marks and capitals."""
    taken: set[str] = set()
    bodies: list[_Body] = []
    while len(bodies) < count:
        body = _home(chance) if chance.random() < 0.6 else _abroad(chance)
        key = " ".join("".join(c if c.isalnum() else " " for c in plain(body.name)).split())
        if key not in taken:
            taken.add(key)
            bodies.append(body)
    return bodies


def _home(chance: random.Random) -> _Body:
    if chance.random() < 0.25:
        return _Body(
            _pick(chance, LISTS["offices"]).format(_pick(chance, LISTS["provinces"])), "VN", None
        )
    firm = _pick(chance, LISTS["firms"])
    return _Body(
        firm.format(_pick(chance, LISTS["trades"]), _pick(chance, LISTS["brands"])), "VN", None
    )


def _abroad(chance: random.Random) -> _Body:
    people = _pick(chance, PEOPLES)
    code = _pick(chance, people.countries)
    name = _pick(chance, LISTS["bodies_abroad"]).format(
        country=COUNTRIES[code][0],
        brand=_pick(chance, LISTS["brands_abroad"]),
        trade=_pick(chance, LISTS["trades_abroad"]),
        legal=_pick(chance, LISTS["legal"]),
    )
    return _Body(name, code, people)


def _person(body: _Body, head: bool, number: int, chance: random.Random) -> Person:
    home = body.people is None
    female = chance.random() < 0.45
    name = _foreign(body.people, chance) if body.people else _vietnamese(female, chance)
    honorific = HONORIFICS[("vi_f" if female else "vi_m") if home else "en"]
    name_cell, honorific_cell = _as_typed(name, honorific, chance)
    usual, other = COUNTRIES[body.code]
    office = home and body.name.startswith("Ủy ban") and chance.random() < 0.5
    return Person(
        external_id=f"DB{number:05d}",
        name=name,
        name_cell=name_cell,
        honorific_cell=honorific_cell,
        position=_pick(chance, LISTS["positions_vi" if home else "positions_en"]),
        organization="Văn phòng " + body.name if office else body.name,
        delegation=body.name,
        country=usual if chance.random() < 0.8 else other,
        country_code=body.code,
        category=LISTS["head"][0] if head else _pick(chance, LISTS["categories"]),
        email=_email(name, number) if chance.random() < 0.7 else "",
        phone=_phone(home, chance) if chance.random() < 0.6 else "",
        birth_year=str(1948 + int(chance.random() * 56)) if chance.random() < 0.8 else "",
        notes=_pick(chance, LISTS["notes"]) if chance.random() < 0.05 else "",
    )


def _vietnamese(female: bool, chance: random.Random) -> str:
    family = _pick(chance, LISTS["families"])
    given = _pick(chance, LISTS["given_f" if female else "given_m"])
    shape = chance.random()
    if shape < 0.06:
        return f"{family} {given}"
    if shape < 0.18:
        return f"{family} {_pick(chance, LISTS['double_middles'])} {given}"
    return f"{family} {_pick(chance, LISTS['middles_f' if female else 'middles_m'])} {given}"


def _foreign(people: People, chance: random.Random) -> str:
    given, family = _pick(chance, people.given), _pick(chance, people.family)
    if people.family_first:
        return f"{family} {given}"
    if chance.random() < 0.15:
        given += f" {_pick(chance, 'ABCDEFGHJKLMPRSTW')}."
    return f"{given} {family}"


def _as_typed(name: str, honorific: str, chance: random.Random) -> tuple[str, str]:
    """The name and honorific cells: capitals, stray spaces, loose marks, titles in front."""
    case = chance.random()
    cell = name.upper() if case < 0.1 else name
    if case > 0.97:
        cell = unicodedata.normalize("NFD", cell)
    spaces = chance.random()
    if spaces < 0.02:
        cell = cell.replace(" ", "  ", 1)
    elif spaces < 0.04:
        cell = f" {cell} "
    elif spaces < 0.05:
        cell = cell.replace(" ", "\u00a0", 1)
    title = chance.random()
    if title < 0.03:
        return f"{honorific} {cell.strip()}", ""
    return cell, honorific if title < 0.8 else ""


def _email(name: str, number: int) -> str:
    local = "".join(
        c for c in plain(name).replace(" ", ".") if c.isascii() and (c.isalnum() or c == ".")
    )
    return f"{local.strip('.').replace('..', '.')}{number}@example.com"


def _phone(home: bool, chance: random.Random) -> str:
    digits = f"{int(chance.random() * 10**6):06d}"
    return f"0000 {digits[:3]} {digits[3:]}" if home else f"+999-{digits[:2]}-{digits[2:]}"
