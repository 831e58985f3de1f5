"""Owns whose photo a file is, by its name: an id, the roster's file name, or a person's name.

A name counts when its folded words are those of one person, in any order. Nothing is guessed: two
people, or two files for one person, are told and left to somebody.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from checkin_app.domain import names
from checkin_app.photos.reading import ENDINGS

Way = Literal["id", "external_id", "file_name", "name", "content"]
By = Literal["auto", "id", "name"]
#: From the surest to the least sure.
WAYS: tuple[Way, ...] = ("id", "external_id", "file_name", "name", "content")
_TRIED: Mapping[By, tuple[Way, ...]] = {
    "auto": ("id", "external_id", "file_name", "name"),
    "id": ("id", "external_id"),
    "name": ("name",),
}
#: What programs add to the name of a copy: “ (1)”, “ - Copy”, “_edited”.
_COPY = re.compile(r"\(\d+\)$|(?<=[\s_-])(?:copy|edited|bản sao)$", re.IGNORECASE)
_SPACES = " \t\u00a0_-"
_JOINTS = re.compile(r"[_+.\s,;–—-]+")
#: File systems take no longer names; a longer one in an archive is nobody's.
_LONGEST = 255
_NUMBER = re.compile(r"(?=.*\d)[\w-]{2,}")


@dataclass(frozen=True, slots=True)
class Person:
    """Who a photo may be of. `photo` is what the roster says: a file name, or a stored one."""

    id: str
    name: str
    own_name: str = ""
    external_id: str = ""
    photo: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """Ids of the people a file may be of: one, several (ambiguous) or none; and how it was told."""

    people: tuple[str, ...] = ()
    way: Way | None = None


class Matcher:
    """Finds whose photo a file is among these people."""

    def __init__(self, people: Iterable[Person], by: By = "auto") -> None:
        self._ways = _TRIED[by]
        self._known: dict[Way, dict[object, list[str]]] = {
            way: defaultdict(list) for way in ("id", "external_id", "file_name", "name")
        }
        for person in people:
            for way, key in _keys(person):
                known = self._known[way][key]
                if person.id not in known:
                    known.append(person.id)

    def match(self, file_name: str) -> Match:
        """Whose photo the file of that name is."""
        if len(file_name) > _LONGEST:
            return Match()
        file_name = unicodedata.normalize("NFC", file_name)
        stem = _stem(file_name)
        for way in self._ways:
            for key in _asked(way, file_name, stem):
                if found := self._known[way].get(key):
                    return Match(tuple(found), way)
        return self._by_a_part(stem)

    def _by_a_part(self, stem: str) -> Match:
        """“0427 - Nguyễn Văn An”: a number that is somebody's id, and the rest not another's."""
        if "id" not in self._ways:
            return Match()
        parts = [part for part in re.split(r"[_\s.,;]+|\s-\s", stem) if part]
        for place, part in enumerate(parts):
            if len(parts) < 2 or not _NUMBER.fullmatch(part):
                continue
            found = self._number(part)
            if found.people:
                rest = _words(" ".join(parts[:place] + parts[place + 1 :]))
                named = self._known["name"].get(rest, [])
                if named and found.people[0] not in named:
                    return Match((*found.people, *named), found.way)
                return found
        return Match()

    def _number(self, part: str) -> Match:
        for way in ("id", "external_id"):
            if found := self._known[way].get(part.casefold()):
                return Match(tuple(found), way)
        return Match()


def contested(matches: Sequence[Match]) -> set[int]:
    """Places of the matches that do not count because another file is as much, or more, theirs.

    Of several files for one person the one told by the surest way counts; where two are equally
    sure, none does.
    """
    files: dict[str, list[int]] = defaultdict(list)
    for place, match in enumerate(matches):
        if len(match.people) == 1:
            files[match.people[0]].append(place)
    lost: set[int] = set()
    for places in files.values():
        ranks = sorted(_rank(matches[place]) for place in places)
        alone = len(ranks) < 2 or ranks[0] < ranks[1]
        lost |= {p for p in places if not alone or _rank(matches[p]) > ranks[0]}
    return lost


def _rank(match: Match) -> int:
    return WAYS.index(match.way) if match.way else len(WAYS)


def _keys(person: Person) -> Iterator[tuple[Way, object]]:
    yield "id", person.id.casefold()
    if person.external_id:
        yield "external_id", person.external_id.casefold()
    if person.photo:
        base = PurePosixPath(person.photo.replace("\\", "/")).name
        yield "file_name", names.fold(base)
        yield "file_name", names.fold(_stem(base))
    for name in (person.name, person.own_name):
        if words := _words(name):
            yield "name", words
            yield "name", ("".join(names.words(name)),)


def _asked(way: Way, file_name: str, stem: str) -> Iterator[object]:
    match way:
        case "id" | "external_id":
            yield stem.casefold()
            yield _original(stem).casefold()
        case "file_name":
            yield names.fold(file_name)
            yield names.fold(stem)
        case "name":
            original = _original(stem)
            yield _words(original)
            yield _words("".join(c for c in original if not c.isdecimal()))


def _original(stem: str) -> str:
    """The name without what says that it is a copy."""
    while (shorter := _COPY.sub("", stem)) != stem:
        stem = shorter.rstrip(_SPACES)
    return stem


def _words(text: str) -> tuple[str, ...]:
    return tuple(sorted(names.words(_JOINTS.sub(" ", text))))


def _stem(file_name: str) -> str:
    """The name without a picture's ending; “Lê T. An” keeps its point."""
    head, point, ending = file_name.rpartition(".")
    stem = head if point and f".{ending}".lower() in ENDINGS else file_name
    return stem.strip()
