"""Owns what each part of the page shows: the snapshot put in the order and words people read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from checkin_app.domain.names import fold
from checkin_app.domain.programme import REGISTRATION
from checkin_app.hub.figures import AWAITED, Board, Person, Place, Share
from checkin_app.hub.pages import charts, undecided
from checkin_app.hub.pages.context import EnrolledDesk
from checkin_app.hub.pages.live import Snapshot
from checkin_app.hub.pages.words import Words

FEW = 8
PEOPLE_A_PAGE = 200
CLOCK_SHOWN_MS = 2_000
AWAY_MS = 5 * 60_000


@dataclass(frozen=True, slots=True)
class Row:
    """A group in a table."""

    id: str
    name: str
    share: Share
    country: str = ""
    heads: tuple[Person, ...] = ()

    @property
    def is_complete(self) -> bool:
        return self.share.arrived >= self.share.expected

    @property
    def filled(self) -> float:
        """How much of it is here, 0 to 100."""
        return filled(self.share.arrived, self.share.expected)


@dataclass(frozen=True, slots=True)
class View:
    """One answer being made: what is known, for whom, and what was asked for."""

    words: Words
    snapshot: Snapshot
    people: Callable[[str, int, int], Sequence[Person]]
    span: str = "hour"
    checkpoint: str = REGISTRATION
    page: int = 1

    @property
    def board(self) -> Board:
        return self.snapshot.board

    @property
    def now(self) -> int:
        return self.board.at


def numbers(view: View) -> dict[str, Any]:
    return {"board": view.board}


def guests(view: View) -> dict[str, Any]:
    """Those whom protocol waits for: the latest arrivals first, then who is not here yet."""
    people = view.board.guests
    arrived = sorted(
        (p for p in people if p.arrived_at is not None),
        key=lambda p: (-(p.arrived_at or 0), p.id),
    )
    awaited = sorted((p for p in people if p.arrived_at is None), key=lambda p: _order(view, p))
    by_category = {share.id: share for share in view.board.categories}
    shares = [by_category[key] for key in AWAITED if key in by_category]
    return {
        "arrived": arrived,
        "awaited": awaited,
        "shares": [Row(s.id, category_name(view, s.id), s) for s in shares],
        "few": 6,
    }


def arrivals(view: View) -> dict[str, Any]:
    shown = charts.bars(view.board.minutes, view.now, view.words, view.span)
    return {
        "title": charts.title(shown, view.words),
        "told": charts.told(shown, view.words),
        "charts": {size: charts.arrivals(shown, view.words, size) for size in charts.SIZES},
        "span": view.span,
    }


def delegations(view: View) -> dict[str, Any]:
    """The incomplete ones first, the largest gap before smaller ones."""
    heads: dict[str, list[Person]] = {}
    for person in view.board.guests:
        if person.category == "head_of_delegation":
            heads.setdefault(person.delegation, []).append(person)
    rows = []
    for share in view.board.delegations:
        known = view.board.programme.delegations.get(share.id)
        name = known.name if known else share.id or view.words.t("No delegation")
        country = view.words.country(known.country) if known and known.country else ""
        rows.append(Row(share.id, name, share, country, tuple(heads.get(share.id, ()))))
    rows.sort(key=lambda r: (r.is_complete, r.share.arrived - r.share.expected, fold(r.name)))
    return {"rows": rows, "few": 2 * FEW}


def categories(view: View) -> dict[str, Any]:
    known = view.board.programme.categories
    rows = [Row(s.id, category_name(view, s.id), s) for s in view.board.categories]
    rows.sort(key=lambda r: (known[r.id].rank if r.id in known else 1000, fold(r.name)))
    return {"rows": rows, "few": 2 * FEW}


def countries(view: View) -> dict[str, Any]:
    rows = [
        Row(s.id, view.words.country(s.id) if s.id else view.words.t("No country"), s)
        for s in view.board.countries
    ]
    rows.sort(key=lambda r: (not r.id, -r.share.expected, fold(r.name)))
    return {"rows": rows, "few": FEW}


def places(view: View) -> dict[str, Any]:
    """Registration, then those with the most people inside or let in."""
    shown = sorted(
        view.board.places,
        key=lambda p: (
            p.checkpoint.id != REGISTRATION,
            -p.inside,
            -p.admitted,
            fold(place_name(view, p)),
        ),
    )
    return {"places": [(place, place_name(view, place)) for place in shown], "few": FEW}


def inside(view: View) -> dict[str, Any]:
    """Who is inside one checkpoint, the latest to pass first, a page of them."""
    place = next((p for p in view.board.places if p.checkpoint.id == view.checkpoint), None)
    first = (view.page - 1) * PEOPLE_A_PAGE
    total = place.inside if place else 0
    return {
        "place": place,
        "people": view.people(view.checkpoint, PEOPLE_A_PAGE, first) if place else (),
        "first": first + 1,
        "total": total,
        "pages": -(-total // PEOPLE_A_PAGE),
        "page": view.page,
        "places": [(p, place_name(view, p)) for p in view.board.places],
    }


def desks(view: View) -> dict[str, Any]:
    known = {desk.id: desk.name for desk in view.snapshot.desks}
    return {
        "desks": sorted(view.snapshot.desks, key=lambda d: (_rank(view, d), fold(d.name))),
        "aside": [(page, known.get(page.source, page.source)) for page in view.snapshot.aside],
        "few": FEW,
    }


def conflicts(view: View) -> dict[str, Any]:
    """What waits for a person's decision."""
    board, words = view.board, view.words
    return {
        "total": board.open_conflicts,
        "counts": undecided.counts(board.conflicts, words),
        "rows": undecided.rows(board.conflicts, words),
        "decided_at": undecided.decided_at(view.snapshot.desks, words),
        "few": 5,
    }


PARTS: Mapping[str, Callable[[View], dict[str, Any]]] = {
    "numbers": numbers,
    "guests": guests,
    "arrivals": arrivals,
    "delegations": delegations,
    "categories": categories,
    "countries": countries,
    "places": places,
    "inside": inside,
    "desks": desks,
    "conflicts": conflicts,
    "updated": lambda _: {},
}


def category_name(view: View, category: str) -> str:
    known = view.board.programme.categories.get(category)
    if known is None:
        return category or view.words.t("No category")
    return view.words.pick(known.name_en, known.name_vi)


def delegation_name(view: View, delegation: str) -> str:
    known = view.board.programme.delegations.get(delegation)
    return known.name if known else ""


def place_name(view: View, place: Place) -> str:
    return view.words.pick(place.checkpoint.name_en, place.checkpoint.name_vi)


def checkpoint_name(view: View, checkpoint: str) -> str:
    known = view.board.programme.checkpoints.get(checkpoint)
    return view.words.pick(known.name_en, known.name_vi) if known else checkpoint


def desk_state(view: View, desk: EnrolledDesk) -> str:
    """One of revoked, never, away, met."""
    if desk.revoked_at is not None:
        return "revoked"
    if desk.met_at is None:
        return "never"
    return "away" if view.now - desk.met_at > AWAY_MS else "met"


def is_clock_off(desk: EnrolledDesk) -> bool:
    """Whether a person should set the desk's clock: more than two seconds."""
    return desk.offset is not None and abs(desk.offset) > CLOCK_SHOWN_MS


def clock_words(view: View, desk: EnrolledDesk) -> str:
    """How wrong the desk's clock is, when that is more than two seconds."""
    if desk.offset is None:
        return view.words.t("unknown")
    seconds = abs(desk.offset) / 1000
    if not is_clock_off(desk):
        return view.words.t("right")
    if desk.offset < 0:
        return view.words.t("{n} s fast", n=seconds)
    return view.words.t("{n} s slow", n=seconds)


def filled(part: int, whole: int) -> float:
    """How much of the whole is there, 0 to 100."""
    return round(100 * min(part, whole) / whole, 1) if whole else 0.0


def _order(view: View, person: Person) -> tuple[int, str, str]:
    known = view.board.programme.categories.get(person.category)
    return (
        known.rank if known else 1000,
        fold(delegation_name(view, person.delegation)),
        person.id,
    )


def _rank(view: View, desk: EnrolledDesk) -> int:
    return ("away", "met", "never", "revoked").index(desk_state(view, desk))
