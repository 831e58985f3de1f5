"""Owns chance: seeded draws that are the same on every machine, and numbers that never repeat."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")

#: A draw: a float from 0 up to, not including, 1.
Chance = Callable[[], float]

_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
_PAIRS = tuple(a + b for a in _ALPHABET for b in _ALPHABET)
_SIXTY_BITS = (1 << 60) - 1
_THIRTY_BITS = (1 << 30) - 1
_SERIALS = 10**13


def chance(seed: int, purpose: str) -> Chance:
    """Draws of their own for each purpose, so that one does not shift another.

    Only `random()` is used: the one method whose sequence Python promises to keep.
    """
    return random.Random(f"checkin-sample/{seed}/{purpose}").random


def pick(draw: Chance, things: Sequence[T]) -> T:
    """One of `things`, each as likely."""
    return things[int(draw() * len(things))]


def shuffled(draw: Chance, things: Sequence[T]) -> list[T]:
    """All of `things` in a drawn order."""
    return [things[i] for i in sorted(range(len(things)), key=lambda _: draw())]


def secret(seed: int, purpose: str) -> bytes:
    """32 bytes that follow from the seed: for samples only, anybody can make them."""
    return hashlib.sha256(f"checkin-sample/{seed}/{purpose}".encode()).digest()


class Numbers:
    """Turns 0, 1, 2 … into ids and serials that look drawn and never repeat."""

    def __init__(self, seed: int, purpose: str) -> None:
        key = secret(seed, purpose)
        self._first = int.from_bytes(key[:8]) | 1
        self._second = int.from_bytes(key[8:16]) | 1
        self._offset = int.from_bytes(key[16:24])
        self._step = int.from_bytes(key[24:]) % (_SERIALS // 10) * 10 + 3

    def id(self, prefix: str, number: int) -> str:
        """`prefix` and 12 characters a-z 2-7; one to one for numbers below 2^60."""
        x = (number * self._first + self._offset) & _SIXTY_BITS
        x ^= x >> 29
        x = x * self._second & _SIXTY_BITS
        x ^= x >> 31
        pairs = _PAIRS
        return (
            prefix
            + pairs[x >> 50]
            + pairs[x >> 40 & 1023]
            + pairs[x >> 30 & 1023]
            + pairs[x >> 20 & 1023]
            + pairs[x >> 10 & 1023]
            + pairs[x & 1023]
        )

    def short(self, prefix: str, number: int) -> str:
        """`prefix` and 6 characters a-z 2-7; one to one for numbers below 2^30."""
        x = (number * self._first + self._offset) & _THIRTY_BITS
        x ^= x >> 15
        x = x * self._second & _THIRTY_BITS
        x ^= x >> 16
        return prefix + _PAIRS[x >> 20] + _PAIRS[x >> 10 & 1023] + _PAIRS[x & 1023]

    def serial(self, number: int) -> int:
        """A number of up to 13 digits; one to one for numbers below 10^13."""
        return (number * self._step + self._offset) % _SERIALS
