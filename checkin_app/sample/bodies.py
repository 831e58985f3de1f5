"""Owns who sends delegates to the sample event: delegations with their country, kind and size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checkin_app.domain.delegates import Delegation
from checkin_app.sample.draw import Chance, Numbers, chance, pick, shuffled
from checkin_app.sample.names import name
from checkin_app.sample.words import Culture, choices, culture, table

HOME = "VN"

_ARTICLE = frozenset({"AE", "GB", "NL", "PH", "US"})

#: Kinds of delegation that run the event rather than visit it.
CREW = frozenset({"organiser", "staff", "press", "interpreter", "security", "expert"})

_USUAL = 1_800
_USUAL_DELEGATIONS = 97
_MOST_DELEGATIONS = 1_400
_MEAN_SIZE = 13
#: Of 20 delegations these are of the host country; they send about 55 of 100 people.
_HOME_TURNS = frozenset({0, 2, 5, 7, 10, 12, 15, 17})


@dataclass(frozen=True, slots=True)
class Country:
    """One line of countries.toml; `cultures` come as often as they are likely."""

    code: str
    name_en: str
    name_vi: str
    calling: str
    weight: int
    cultures: tuple[Culture, ...]
    legal: str
    cities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A delegation and what its people are like. `weight` is its size beside the others'."""

    delegation: Delegation
    kind: str
    country: Country
    organization: str
    weight: float
    size: int = 1

    @property
    def home(self) -> bool:
        return self.country.code == HOME


def delegations_for(people: int) -> int:
    """How many delegations so many people come in: 97 for 1,800, at most 1,400."""
    if people <= _USUAL:
        return min(_USUAL_DELEGATIONS, -(-people // 5))
    return min(_MOST_DELEGATIONS, _USUAL_DELEGATIONS + (people - _USUAL) // _MEAN_SIZE)


def bodies(people: int, seed: int) -> list[Body]:
    """The delegations that `people` delegates come in; their sizes sum to `people`."""
    draw = chance(seed, "delegations")
    numbers = Numbers(seed, "delegations")
    home = _home(draw)
    abroad = _abroad(draw)
    liaison = culture("vi")
    chosen: list[Body] = []
    for number in range(delegations_for(people)):
        body = next(home if number % 20 in _HOME_TURNS else abroad)
        delegation = replace(
            body.delegation,
            id=numbers.short("g", number),
            liaison=name(draw, liaison).full if body.kind not in CREW else "",
        )
        chosen.append(replace(body, delegation=delegation, weight=body.weight * (0.6 + draw())))
    return _sized(chosen, people, draw)


def _sized(chosen: list[Body], people: int, draw: Chance) -> list[Body]:
    """Everybody gets one, the rest goes by weight."""
    total = sum(body.weight for body in chosen)
    rest = people - len(chosen)
    sized: list[Body] = []
    heard = 0.0
    given = 0
    for body in chosen:
        heard += body.weight
        extra = round(rest * heard / total) - given
        given += extra
        size = 1 + extra
        quota = -(-size // 5) * 5 if draw() < 0.7 else None
        delegation = replace(body.delegation, quota=quota)
        sized.append(replace(body, delegation=delegation, size=size))
    return sized


def country(code: str) -> Country:
    """The country of an ISO 3166-1 alpha-2 code, as countries.toml has it."""
    if code == HOME:
        vietnamese = (culture("vi"),)
        return Country(HOME, "Viet Nam", "Việt Nam", "84", 0, vietnamese, "", ())
    name_en, name_vi, calling, weight, cultures, legal, cities = table("countries")["countries"][
        code
    ]
    return Country(
        code,
        name_en,
        name_vi,
        calling,
        weight,
        tuple(culture(c) for c in choices(cultures.replace(" ", ","))),
        legal,
        choices(cities),
    )


def _home(draw: Chance) -> Iterator[Body]:
    lists = table("bodies")["vietnam"]
    here = country(HOME)

    def body(kind: str, weight: float, title: str) -> Body:
        return Body(Delegation("", title, HOME), kind, here, title, weight)

    for line in lists["first"]:
        kind, size, title = line.split(" ", 2)
        yield body(kind, float(size) * 0.7, title)
    words = choices(lists["words"])
    later = [("city", lists["city"].format(city=city)) for city in choices(lists["cities"])]
    patterns = choices(lists["universities"])
    later += [("university", p.format(word=w)) for w in words for p in patterns]
    companies = [
        ("company", p.format(sector=s, word=w))
        for p in choices(lists["companies"])
        for s in choices(lists["sectors"])
        for w in words
    ]
    drawn = shuffled(draw, companies)
    later = shuffled(draw, later + drawn[: 2 * len(later)]) + drawn[2 * len(later) :]
    for kind, title in later:
        yield body(kind, 13.0, title)


def _abroad(draw: Chance) -> Iterator[Body]:
    lists = table("countries")
    all_countries = {code: country(code) for code in lists["countries"]}
    turns = [code for code, place in all_countries.items() for _ in range(place.weight)]
    taken: set[str] = set()
    for code in lists["first"].split():
        yield _visitors(draw, all_countries[code], taken)
    while True:
        yield _visitors(draw, all_countries[pick(draw, turns)], taken)


def _visitors(draw: Chance, place: Country, taken: set[str]) -> Body:
    """A delegation from there under a name that nobody has yet."""
    lists = table("bodies")["abroad"]
    kinds = [kind for kind, shape in lists.items() if isinstance(shape, list)]
    turns = [kind for kind in kinds for _ in range(lists[kind][0])]
    while True:
        kind = pick(draw, turns)
        city, _, own_city = pick(draw, place.cities).partition("=")
        _, size, patterns = lists["city_vi" if kind == "city" and own_city else kind]
        values = {
            "city": city,
            "home": own_city,
            "country": place.name_en,
            "of_country": f"the {place.name_en}" if place.code in _ARTICLE else place.name_en,
            "country_vi": place.name_vi,
            "legal": place.legal,
            "word": pick(draw, choices(lists["words"])),
            "sector": pick(draw, choices(lists["sectors"])),
        }
        title = pick(draw, choices(patterns)).format(**values)
        if title in taken:
            continue
        taken.add(title)
        if kind == "city":
            organization = f"City of {city}"
        elif kind == "consulate":
            organization = f"Diplomatic mission of {values['of_country']}"
        else:
            organization = title
        return Body(Delegation("", title, place.code), kind, place, organization, float(size))
