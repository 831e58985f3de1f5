"""Owns how one synthetic person gets a name, and that no public figure's name comes out."""

from __future__ import annotations

from dataclasses import dataclass
from zlib import crc32

from checkin_app.sample.draw import Chance
from checkin_app.sample.words import Culture, famous


@dataclass(frozen=True, slots=True)
class Name:
    """A name in Latin letters and, where it differs, in its owner's script.

    `given` is the part people are called by, `mailbox` the same name fit for an address.
    """

    full: str
    given: str
    own: str
    mailbox: str
    female: bool


def name(draw: Chance, culture: Culture, avoided: frozenset[int] | None = None) -> Name:
    """A name as `culture` builds it; `avoided` are CRC-32 of full names, famous() by default."""
    if avoided is None:
        avoided = famous()
    while True:
        female = draw() < 0.46
        orders = culture.female if female else culture.male
        order = orders[int(draw() * len(orders))]
        words = [slot[int(draw() * len(slot))] for slot in order.slots]
        latin = [word[0] for word in words]
        full = " ".join(latin)
        if crc32(full.encode()) in avoided or len(set(latin)) < len(latin):
            continue
        joiner = culture.joiner
        own = "" if joiner is None else joiner.join([word[1] for word in words if word[1]])
        given = words[order.given]
        other = words[order.other]
        mailbox = given[2] if other is given else f"{given[2]}.{other[2]}"
        return Name(full, given[0], own, mailbox, female)
