"""Owns who may write what: which streams count, up to which number, and for which kinds.

Entries about that are facts like others, so the answer is a function of the set of entries:

- As long as no authority is named, everybody who has the event may write everything.
- Of several namings the one by the founding desk's key counts, else the earliest.
- Then a stream counts if its key is the authority's own, the founding desk's, or one the authority
  has enrolled; enrolment and revocation count only in a stream of the authority's key. Of what was
  said of a desk the latest counts: who was revoked and is enrolled again is trusted again.
- A revocation cuts each of the desk's streams at a number; what comes after says nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from checkin_app.ledger import kinds
from checkin_app.ledger.branches import origin_of

#: Everything; nothing.
ALL, NONE = "*", ""

_AUTHORITYS = frozenset({kinds.AUTHORITY_NAMED, kinds.ENROLLED, kinds.REVOKED})
_OF_EVERY_DESK = frozenset({kinds.STREAM_OPENED})
_DOOR = _OF_EVERY_DESK | {kinds.SCANNED, kinds.OVERRIDDEN, kinds.UNDONE}

#: What a desk may record, by its profile.
PROFILES: Mapping[str, frozenset[str]] = {
    # What is erased cannot be brought back by a later cut: only who is never cut may erase.
    "registration": kinds.KINDS - _AUTHORITYS - {kinds.PRIVATE_ERASED},
    "door": _DOOR,
    "kiosk": _OF_EVERY_DESK | {kinds.SCANNED, kinds.PRINTED, kinds.FOLLOWED, kinds.HANDED},
    "protocol": _DOOR | {kinds.HANDED},
    "read_only": _OF_EVERY_DESK,
}


@dataclass(frozen=True, slots=True)
class Fact:
    """An entry about who may: `key` is the public key, in hex, of the stream it stands in."""

    kind: str
    at: int
    id: str
    key: str
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Right:
    """What of a stream counts: the kinds of `profile`, up to entry `cut` (None: to the end)."""

    profile: str
    cut: int | None = None

    def allows(self, kind: str, n: int) -> bool:
        """Whether entry `n`, of this kind, is folded."""
        if kind in _OF_EVERY_DESK:
            return True
        if self.cut is not None and n > self.cut:
            return False
        return self.profile == ALL or kind in PROFILES.get(self.profile, frozenset())

    def covers(self, other: Right) -> bool:
        """Whether all that counted under another right counts under this one."""
        if self.cut is not None and (other.cut is None or other.cut > self.cut):
            return False
        if self.profile in (ALL, other.profile) or other.profile == NONE:
            return True
        mine = PROFILES.get(self.profile, frozenset())
        return other.profile != ALL and PROFILES.get(other.profile, frozenset()) <= mine


def named(facts: Iterable[Fact], founder: str) -> list[str]:
    """The public keys named as authority, the one that counts first; two are an alarm."""
    namings = sorted(
        (fact for fact in facts if fact.kind == kinds.AUTHORITY_NAMED),
        key=lambda fact: (fact.key != founder, fact.at, fact.id, fact.key),
    )
    return list(dict.fromkeys(fact.data["public_key"] for fact in namings))


def rights(facts: Iterable[Fact], streams: Mapping[str, str], founder: str) -> dict[str, Right]:
    """What counts of each stream. `streams` are public keys by id, `founder` is one."""
    facts = sorted(facts, key=lambda fact: (fact.at, fact.id))
    authority = next(iter(named(facts, founder)), None)
    if authority is None:
        return {stream: Right(ALL) for stream in streams}
    enrolled: dict[str, list[Fact]] = defaultdict(list)
    revoked: list[Fact] = []
    for fact in facts:
        if fact.key == authority and fact.kind == kinds.ENROLLED:
            enrolled[fact.data["public_key"]].append(fact)
        elif fact.key == authority and fact.kind == kinds.REVOKED:
            revoked.append(fact)
    return {
        stream: Right(ALL)
        if key == authority
        else _right(stream, enrolled[key], revoked, is_founder=key == founder)
        for stream, key in streams.items()
    }


def _right(
    stream: str, enrolled: Sequence[Fact], revoked: Sequence[Fact], *, is_founder: bool
) -> Right:
    """What holds after all that was said of a stream and its desk, in order.

    A branch is cut where its stream is, unless it is named itself.
    """
    origin = origin_of(stream)
    desks: set[str] = set()
    right = Right(ALL if is_founder else NONE)
    for fact in sorted([*enrolled, *revoked], key=lambda fact: (fact.at, fact.id)):
        if fact.kind == kinds.ENROLLED:
            desks.add(fact.data["desk"])
            right = Right(ALL if is_founder else fact.data["profile"])
            continue
        cuts = fact.data.get("cuts", {})
        if stream in cuts or origin in cuts or fact.data["desk"] in desks:
            right = Right(right.profile, cuts.get(stream, cuts.get(origin, 0)))
    return right
