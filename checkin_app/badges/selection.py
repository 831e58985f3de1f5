"""Owns which delegates get a badge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from checkin_app.badges.printed import changed, last_prints
from checkin_app.badges.saying import active_code, subject_of
from checkin_app.badges.sorting import SORTS, folded, letter, letter_test, order
from checkin_app.badges.subject import BadgeSubject
from checkin_app.domain import names
from checkin_app.domain.badges import ERASED, NO_BADGE, layout_name
from checkin_app.domain.delegates import Delegate, Standing
from checkin_app.domain.errors import NoSuchDelegate, NotPossible
from checkin_app.store import records
from checkin_app.store.event_file import EventFile

__all__ = [
    "SORTS",
    "Chosen",
    "Count",
    "Selection",
    "Unbadged",
    "active_code",
    "codeless",
    "count",
    "subjects",
    "unbadged",
]

_UNKNOWN = {
    "delegation": "There is no delegation “{wanted}” in this event.",
    "category": "There is no category “{wanted}” in this event.",
}
SELECT_CODED = "SELECT DISTINCT delegate FROM credentials WHERE status = 'active' AND day = ''"


@dataclass(frozen=True, slots=True)
class Selection:
    """Who gets a badge: everybody who takes part, narrowed by whatever is given.

    `delegation` and `category` are ids or names; `letter` is that of the given name (of the name
    where there is none), or a range of letters as `A-H`; `changed` means those whose badge would
    say something else than the one they have. `delegates` are ids, and come in the order given
    where `sort` is not; else `sort` is one of SORTS, "" the given name. With `invited` those whose
    category gets no badge are there too: they are sent their code all the same.
    """

    delegates: Sequence[str] = ()
    delegation: str = ""
    category: str = ""
    not_printed: bool = False
    sort: str = ""
    letter: str = ""
    changed: bool = False
    invited: bool = False


@dataclass(frozen=True, slots=True)
class Unbadged:
    """Somebody chosen who gets no badge: no code of theirs is active, or the category has none."""

    delegate_id: str
    name: str
    reason: Literal["no_code", "no_badge"]


@dataclass(frozen=True, slots=True)
class Count:
    """How many badges a selection makes, and why it makes no more.

    `fresh` are those of whom no badge was printed yet, `codeless` people without an active code,
    `excluded` those whose category gets no badge; `letters` is how many there are by letter,
    whatever letter was chosen.
    """

    badges: int = 0
    fresh: int = 0
    codeless: int = 0
    excluded: int = 0
    letters: tuple[tuple[str, int], ...] = ()


class Chosen:
    """What each chosen badge says, in order: read one by one, so that a whole forum fits."""

    def __init__(self, file: EventFile, ids: Sequence[str]) -> None:
        self._file = file
        self.ids = ids

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[BadgeSubject]:
        for key in self.ids:
            found = records.find_delegate(self._file.connection, key)
            code = active_code(self._file, key)
            if found is not None and code:
                yield subject_of(self._file, found[1], code)


def subjects(file: EventFile, selection: Selection) -> Chosen:
    """The chosen badges. Raises NoSuchDelegate, NotPossible.

    Who has no active code has no badge: left out of a selection, refused where named by id. So is
    who belongs to a category that gets none.
    """
    named = bool(selection.delegates)
    coded = set() if named else _coded(file)
    wanted = letter_test(selection.letter) if selection.letter else None
    key = order(selection.sort or SORTS[0], file.programme)
    chosen: list[tuple[object, str]] = []
    for delegate in _narrowed(file, selection):
        if wanted and not wanted(letter(delegate.name, delegate.given_name)):
            continue
        if _excluded(file, selection, delegate):
            if named:
                raise NotPossible(
                    "{name} gets no badge: the category has none.", name=delegate.name
                )
        elif active_code(file, delegate.id) if named else delegate.id in coded:
            chosen.append((key(delegate), delegate.id))
        elif named:
            raise NotPossible(
                "{name} has no active code. Issue a new one before printing.", name=delegate.name
            )
    if not named or selection.sort:
        chosen.sort()
    return Chosen(file, [key for _, key in chosen])


def count(file: EventFile, selection: Selection) -> Count:
    """How many badges a selection makes. Raises NoSuchDelegate, NotPossible."""
    coded = _coded(file)
    printed = last_prints(file.connection)
    badges = fresh = codeless = excluded = 0
    letters: Counter[str] = Counter()
    wanted = letter_test(selection.letter) if selection.letter else None
    for delegate in _narrowed(file, selection):
        first = letter(delegate.name, delegate.given_name)
        barred = _excluded(file, selection, delegate)
        if delegate.id in coded and not barred:
            letters[first] += 1
        if wanted and not wanted(first):
            continue
        if barred:
            excluded += 1
        elif delegate.id not in coded:
            codeless += 1
        else:
            badges += 1
            fresh += delegate.id not in printed
    by_letter = sorted((pair for pair in letters.items() if pair[0]), key=lambda p: folded(p[0]))
    return Count(badges, fresh, codeless, excluded, tuple(by_letter))


def codeless(file: EventFile, selection: Selection) -> list[tuple[str, str]]:
    """Ids and names of those who get no badge because no code of theirs is active."""
    left = unbadged(file, selection)
    return [(one.delegate_id, one.name) for one in left if one.reason == "no_code"]


def unbadged(file: EventFile, selection: Selection) -> list[Unbadged]:
    """Who is chosen and gets no badge. Raises NoSuchDelegate, NotPossible."""
    coded = _coded(file)
    wanted = letter_test(selection.letter) if selection.letter else None
    found = []
    for delegate in _narrowed(file, selection):
        if wanted and not wanted(letter(delegate.name, delegate.given_name)):
            continue
        if _excluded(file, selection, delegate):
            found.append(Unbadged(delegate.id, delegate.name, "no_badge"))
        elif delegate.id not in coded:
            found.append(Unbadged(delegate.id, delegate.name, "no_code"))
    return found


def _coded(file: EventFile) -> set[str]:
    return {key for (key,) in file.connection.execute(SELECT_CODED)}


def _narrowed(file: EventFile, selection: Selection) -> Iterator[Delegate]:
    """By all but the letter."""
    programme = file.programme
    delegation = _id_of(
        "delegation",
        selection.delegation,
        {d.id: (d.name,) for d in programme.delegations.values()},
    )
    category = _id_of(
        "category",
        selection.category,
        {c.id: (c.name_en, c.name_vi) for c in programme.categories.values()},
    )
    printed = last_prints(file.connection) if selection.not_printed else ()
    other = changed(file) if selection.changed else None
    people = _named(file, selection.delegates) if selection.delegates else _taking_part(file)
    return (
        delegate
        for delegate in people
        if (not delegation or delegate.delegation == delegation)
        and (not category or delegate.category == category)
        and delegate.id not in printed
        and (other is None or delegate.id in other)
    )


def _named(file: EventFile, ids: Sequence[str]) -> Iterator[Delegate]:
    for key in ids:
        found = records.find_delegate(file.connection, key)
        if found is None:
            raise NoSuchDelegate(id=key)
        if found[1].erased:
            raise NotPossible(ERASED)
        yield found[1]


def _taking_part(file: EventFile) -> Iterator[Delegate]:
    for _, delegate in records.delegates(file.connection):
        if delegate.standing is not Standing.WITHDRAWN and not delegate.erased:
            yield delegate


def _excluded(file: EventFile, selection: Selection, delegate: Delegate) -> bool:
    """Whether the category gets no badge, and a badge is what is wanted."""
    category = file.programme.categories.get(delegate.category)
    return not selection.invited and layout_name(category, "", "") == NO_BADGE


def _id_of(what: str, wanted: str, known: dict[str, tuple[str, ...]]) -> str:
    """The id that a person's word for something means. Raises NotPossible."""
    if not wanted or wanted in known:
        return wanted
    wide = names.fold(wanted)
    for key, titles in known.items():
        if wide in map(names.fold, titles):
            return key
    raise NotPossible(_UNKNOWN[what], wanted=wanted)
