"""Owns telling a keyboard-wedge scanner from a person typing, key by key, without Qt.

A scanner types a whole code with a few milliseconds between keys; a person never keeps that up for
more than a few keys. Keys are therefore held while they follow each other at scanner speed, and
come back, all of them and in their order, as soon as it turns out to be typing: a lone key after
`GAP` seconds, which nobody notices. Form decides the rest (see `forms`).

Every key that was fed comes out exactly once: in `LetThrough`, or swallowed by `CodeRead`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from checkin_app.scanning import forms

#: Seconds between two keys that a person does not keep up.
GAP = 0.035
#: The same once so many keys came that fast: a scanner may pause, on a busy computer above all.
PATIENCE = ((3, 0.060), (6, 0.100))
SURE = 6
#: Seconds that a key must have been held before a keyboard repeats it, at the very least.
REPEAT = 0.015
#: Seconds after a code in which the rest of a scan (Return, Tab, suffix) is still part of it.
REST = 0.150


class Kind(Enum):
    """TEXT types something, END ends a line, ERASE is Backspace, QUIET is Shift or a release."""

    TEXT = auto()
    END = auto()
    ERASE = auto()
    QUIET = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Key:
    """One key event at `at` seconds of any steady clock.

    `code` tells keys apart for pairing releases; `repeats` marks a key that is held down;
    `origin` is the caller's own, to send the key again.
    """

    kind: Kind
    at: float
    text: str = ""
    code: int = 0
    released: bool = False
    repeats: bool = False
    origin: object = None


@dataclass(frozen=True, slots=True)
class LetThrough:
    """Keys that were typing: to be delivered in this order."""

    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class CodeRead:
    """A scanner read this; its keys are swallowed."""

    text: str


Told = LetThrough | CodeRead


class WedgeAssembler:
    """Feeds on keys, tells codes and typing; `expire` must be called when `deadline` has passed.

    `prefix` and `suffix` are what the scanners of this desk type around a code, if anything.
    """

    def __init__(self, prefix: str = "", suffix: str = "") -> None:
        self._prefix = prefix
        self._suffix = suffix
        self._held: list[Key] = []
        self._text = ""
        self._typed = 0
        self._erased = False
        self._last = float("-inf")
        self._read_at = float("-inf")
        self._rest = ""
        self._swallowed: set[int] = set()

    @property
    def deadline(self) -> float | None:
        """When the held keys must be decided on, or None while nothing is held."""
        if not self._held:
            return None
        return self._last + self._gap

    @property
    def _gap(self) -> float:
        gap = GAP
        for keys, patience in PATIENCE:
            if self._typed >= keys:
                gap = patience
        return gap

    def claims(self, key: Key) -> bool:
        """Whether a shortcut on `key` must not fire: it may belong to a scan."""
        if key.kind is Kind.TEXT or self._in_rest(key):
            return True
        return bool(self._held) and key.at - self._last <= self._gap and key.kind is not Kind.OTHER

    def feed(self, key: Key) -> list[Told]:
        """What this key decides; an empty list means that it is held."""
        if key.kind is Kind.QUIET:
            return self._quiet(key)
        told = self.expire(key.at)
        if key.repeats and not self._twice(key):
            return [*told, *self._give_back(), LetThrough((key,))]
        if not self._held and self._in_rest(key):
            self._read_at = self._last = key.at
            self._rest = self._rest[len(key.text) :] if key.kind is Kind.TEXT else self._rest
            self._swallow((key,))
            return told
        match key.kind:
            case Kind.TEXT:
                return told + self._hold_text(key)
            case Kind.ERASE:
                self._hold(key)
                self._text = self._text[:-1]
                self._erased = True
                return told
            case Kind.END:
                return told + self._end(key)
            case _:
                if self._typed >= SURE:
                    self._hold(key)
                    return told
                return [*told, *self._give_back(), LetThrough((key,))]

    def _twice(self, key: Key) -> bool:
        """A digit that a scanner typed twice within a millisecond, which X11 takes for a repeat."""
        return bool(self._held) and key.at - self._last < REPEAT

    def expire(self, now: float) -> list[Told]:
        """Decides what is held when the last key lies too far back at `now`."""
        if not self._held or now - self._last <= self._gap:
            return []
        return self._decide(ended=False)

    def flush(self) -> list[Told]:
        """Decides what is held now: another kind of input follows and must keep its place."""
        return self._decide(ended=False) if self._held else []

    def _quiet(self, key: Key) -> list[Told]:
        if self._held:
            self._held.append(key)
            return []
        if key.released and key.code in self._swallowed:
            self._swallowed.discard(key.code)
            return []
        return [LetThrough((key,))]

    def _in_rest(self, key: Key) -> bool:
        if key.at - self._read_at > REST or key.at < self._read_at:
            return False
        return key.kind is Kind.END or (
            key.kind is Kind.TEXT and bool(key.text) and self._rest.startswith(key.text)
        )

    def _hold(self, key: Key) -> None:
        self._held.append(key)
        self._typed += 1
        self._last = key.at

    def _hold_text(self, key: Key) -> list[Told]:
        self._hold(key)
        self._text += key.text
        if self._suffix or self._erased:
            return []
        if forms.is_whole(self._bare()):
            return self._decide(ended=False)
        return self._caught_up()

    def _caught_up(self) -> list[Told]:
        """A scan that began right behind the last letter of a person: the letter stays."""
        before = forms.letters_before(self._text)
        if not before:
            return []
        first = [n for n, key in enumerate(self._held) if key.kind is Kind.TEXT][before]
        typed, self._held = self._held[:first], self._held[first:]
        self._text = self._text[before:]
        return [LetThrough(tuple(typed)), *self._decide(ended=False)]

    def _end(self, key: Key) -> list[Told]:
        if not self._held:
            return [LetThrough((key,))]
        self._held.append(key)
        return self._decide(ended=True)

    def _bare(self) -> str:
        return self._text.removeprefix(self._prefix) if self._prefix else self._text

    def _decide(self, *, ended: bool) -> list[Told]:
        codes = forms.codes(
            self._text,
            ended=ended,
            keys=self._typed,
            erased=self._erased,
            prefix=self._prefix,
            suffix=self._suffix,
        )
        if not codes:
            return self._give_back()
        self._swallow(self._held)
        self._read_at = self._last
        self._rest = "" if ended or not self._suffix else self._suffix
        if not ended and self._suffix and self._text.endswith(self._suffix):
            self._rest = ""
        self._clear()
        return [CodeRead(code) for code in codes]

    def _give_back(self) -> list[Told]:
        if not self._held:
            return []
        keys = tuple(self._held)
        self._clear()
        return [LetThrough(keys)]

    def _swallow(self, keys: Iterable[Key]) -> None:
        for key in keys:
            if key.released:
                self._swallowed.discard(key.code)
            elif key.kind is not Kind.QUIET:
                self._swallowed.add(key.code)

    def _clear(self) -> None:
        self._held = []
        self._text = ""
        self._typed = 0
        self._erased = False
