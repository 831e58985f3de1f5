"""Owns taking photos in: each file read, matched to a person, framed, and kept.

Reading and framing need no desk; what does, the desk's two verbs, is given in `Keeping`, so that
a window can ask its desk lane a photo at a time and scanning goes on between them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, Protocol

from checkin_app.photos.framing import is_stored_name, portrait_of
from checkin_app.photos.matching import By, Match, Matcher, Person, Way, contested
from checkin_app.photos.problems import UnusablePicture
from checkin_app.photos.sources import Found, pictures
from checkin_app.store.photos import name_of

State = Literal["matched", "ambiguous", "nobody", "unusable"]
#: What became of a matched photo. `left`: the person has had this photo before and has another, or
#: none, now: somebody decided that at a desk.
Outcome = Literal["", "added", "replaced", "unchanged", "left"]


class Keeping(Protocol):
    """What taking photos in needs of a desk."""

    def keep_photo(self, delegate_id: str, jpeg: bytes) -> str: ...

    def had_photo(self, delegate_id: str, name: str) -> bool:
        """Whether somebody's photo ever was the one of that name."""
        ...


@dataclass(frozen=True, slots=True)
class Row:
    """What is true of one file. `people` are ids: one if matched, the candidates if ambiguous."""

    file: str
    state: State
    people: tuple[str, ...] = ()
    way: Way | None = None
    outcome: Outcome = ""
    problem: UnusablePicture | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """A row for each file that was looked at; fewer than there are where it was cancelled."""

    rows: tuple[Row, ...]
    cancelled: bool = False

    @property
    def counts(self) -> Counter[str]:
        """How many rows of each state and of each outcome."""
        return Counter(word for row in self.rows for word in (row.state, row.outcome) if word)


def take_in(
    source: Path,
    people: Iterable[Person],
    keeping: Keeping,
    *,
    by: By = "auto",
    dry_run: bool = False,
    progress: Callable[[int, int | None], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Taken:
    """Takes in the photos of a file, folder or ZIP; with `dry_run` only says what would become.

    The same files a second time change nothing. Raises UnusableSource, and what keeping raises;
    what was kept before stays. `progress` gets files done and files in all.
    """
    known = {person.id: person for person in people}
    with pictures(source) as files:
        rows = _matched(files, Matcher(known.values(), by))
        owners = {person.photo: person.id for person in known.values() if person.photo}
        done: list[Row] = []
        for file, row in zip(files, rows, strict=True):
            if cancelled and cancelled():
                return Taken(tuple(done), cancelled=True)
            done.append(_taken(file, row, known, owners, keeping, dry_run))
            if progress:
                progress(len(done), len(files))
    return Taken(tuple(done))


def _matched(files: Sequence[Found], matcher: Matcher) -> list[Row]:
    matches = [matcher.match(file.name) for file in files]
    lost = contested(matches)
    return [
        Row(file.place, _state(match, place in lost), match.people, match.way)
        for place, (file, match) in enumerate(zip(files, matches, strict=True))
    ]


def _state(match: Match, lost: bool) -> State:
    if not match.people:
        return "nobody"
    return "ambiguous" if lost or len(match.people) > 1 else "matched"


def _taken(
    file: Found,
    row: Row,
    known: dict[str, Person],
    owners: dict[str, str],
    keeping: Keeping,
    dry_run: bool,
) -> Row:
    try:
        jpeg = portrait_of(file.read(), file.name)
    except UnusablePicture as problem:
        return replace(row, state="unusable", problem=problem)
    name = name_of(jpeg)
    if row.state == "nobody" and name in owners:
        return replace(
            row, state="matched", people=(owners[name],), way="content", outcome="unchanged"
        )
    if row.state != "matched":
        return row
    person = known[row.people[0]]
    if person.photo == name:
        return replace(row, outcome="unchanged")
    if keeping.had_photo(person.id, name):
        return replace(row, outcome="left")
    if not dry_run:
        keeping.keep_photo(person.id, jpeg)
    return replace(row, outcome="replaced" if is_stored_name(person.photo) else "added")
