"""Owns who stands in for everybody in the preview: the longest name, one a script, no photo."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from checkin_app.badges.subject import BadgeSubject

if TYPE_CHECKING:
    from checkin_app.desk import Desk

Why = Literal["longest", "crowded", "script", "no_photo", "photo", "plain", "sample", "found"]
_LATIN = "LATIN"
#: Scripts that are one in people's words.
_SAME = {"KATAKANA": "HIRAGANA", "KATAKANA-HIRAGANA": "HIRAGANA"}


@dataclass(frozen=True, slots=True)
class Stand:
    """Somebody to see the badge of, and why just them; `script` as Unicode names it."""

    why: Why
    subject: BadgeSubject
    script: str = ""


@dataclass(frozen=True, slots=True)
class Cast:
    """Those to choose from, and the pictures of theirs that are stored, by name."""

    stands: tuple[Stand, ...]
    photos: dict[str, bytes]


def cast(desk: Desk) -> Cast:
    """Who stands in, from the event's roster."""
    from checkin_app.badges.selection import Selection

    stands = chosen(desk.badge_subjects(Selection(sort="name")))
    found = {}
    for stand in stands:
        kept = photo(desk, stand.subject.photo)
        if kept is not None:
            found[stand.subject.photo] = kept
    return Cast(stands, found)


def photo(desk: Desk, name: str) -> bytes | None:
    """A stored picture; None where there is none of that name."""
    return desk.photo(name) if name else None


def chosen(subjects: Iterable[BadgeSubject]) -> tuple[Stand, ...]:
    """Who of these shows what can go wrong; somebody made up at the end."""
    longest = crowded = plain = without = with_photo = None
    scripts: dict[str, BadgeSubject] = {}
    for subject in subjects:
        plain = plain or subject
        if longest is None or len(subject.name) > len(longest.name):
            longest = subject
        if crowded is None or _texts(subject) > _texts(crowded):
            crowded = subject
        if subject.photo:
            with_photo = with_photo or subject
        else:
            without = without or subject
        for script in scripts_of(f"{subject.name} {subject.own_name}"):
            scripts.setdefault(script, subject)
    made: list[Stand] = []
    if longest is not None:
        made.append(Stand("longest", longest))
    if crowded is not None and crowded is not longest:
        made.append(Stand("crowded", crowded))
    if plain is not None and plain not in (longest, crowded):
        made.append(Stand("plain", plain))
    made += [Stand("script", scripts[s], s) for s in sorted(scripts) if s != _LATIN]
    if with_photo is not None:
        made.append(Stand("photo", with_photo))
        if without is not None:
            made.append(Stand("no_photo", without))
    made.append(Stand("sample", sample()))
    return tuple(made)


def sample() -> BadgeSubject:
    """Somebody made up: what each field's sample says."""
    from checkin_app.badges.layout.fields import FIELDS

    names = set(BadgeSubject.__dataclass_fields__)
    said = {n: f.sample for n, f in FIELDS.items() if n in names}
    return replace(BadgeSubject("", "", ""), **said)


def scripts_of(text: str) -> set[str]:
    """The scripts of a text's letters, by the first word of their Unicode names."""
    found = set()
    for letter in text:
        if letter.isalpha():
            script = unicodedata.name(letter, "").partition(" ")[0]
            found.add(_SAME.get(script, script))
    return found - {""}


def _texts(subject: BadgeSubject) -> int:
    return len(subject.position) + len(subject.organization) + len(subject.delegation)
