"""Owns the order of texts that run both ways: Unicode's bidirectional algorithm (UAX 9).

Levels come from python-bidi, which knows the algorithm as it was before paired brackets (rule N0);
those are resolved here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any, TypeVar

Atom = TypeVar("Atom")

_RIGHT_TO_LEFT = re.compile(
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_BRACKETS = {
    pair[0]: pair[1] for pair in ("()", "[]", "{}", "（）", "「」", "『』", "【】", "《》")
}
_CLOSING = frozenset(_BRACKETS.values())
_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}


def runs_both_ways(text: str) -> bool:
    """Whether a text has letters that are written from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def levels(text: str) -> list[int]:
    """The level of each character of a text without directional controls; odd is right to left.

    The direction of the whole is that of its first strong letter. A letter that Python's tables do
    not know runs as those around its place in Unicode do.
    """
    from bidi import algorithm

    text = "".join([c if unicodedata.bidirectional(c) else _known(c) for c in text])
    base = next(
        (
            int(kind != "L")
            for kind in map(unicodedata.bidirectional, text)
            if kind in ("L", "R", "AL")
        ),
        0,
    )
    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"] = base
    storage["base_dir"] = "LR"[base]
    algorithm.get_embedding_levels(text, storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _pair_brackets(storage["chars"], "LR"[base])
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    found = [c["level"] for c in storage["chars"]]
    if len(found) != len(text):
        found = _respread(text, storage["chars"], base)
    return found


def _known(unknown: str) -> str:
    return "א" if runs_both_ways(unknown) else "x"


def visual(atoms: Sequence[tuple[Atom, int]]) -> list[Atom]:
    """Pieces of one row with their levels, from left to right as they are seen (rule L2)."""
    ordered = list(atoms)
    if not ordered:
        return []
    highest = max(level for _, level in ordered)
    for level in range(highest, 0, -1):
        at = 0
        while at < len(ordered):
            end = at
            while end < len(ordered) and ordered[end][1] >= level:
                end += 1
            ordered[at:end] = reversed(ordered[at:end])
            at = max(end, at + 1)
    return [atom for atom, _ in ordered]


def _pair_brackets(chars: Sequence[dict[str, Any]], embedding: str) -> None:
    """Gives both brackets of a pair one direction: that of what they hold, or of their context."""
    opened: list[tuple[int, str]] = []
    pairs: list[tuple[int, int]] = []
    for at, char in enumerate(chars):
        c = char["ch"]
        if c in _BRACKETS:
            opened.append((at, _BRACKETS[c]))
        elif c in _CLOSING:
            for number in range(len(opened) - 1, -1, -1):
                if opened[number][1] == c:
                    pairs.append((opened[number][0], at))
                    del opened[number:]
                    break
    for begin, end in sorted(pairs):
        inside = {_STRONG[c["type"]] for c in chars[begin + 1 : end] if c["type"] in _STRONG}
        if embedding in inside:
            direction = embedding
        elif inside:
            (other,) = inside
            before = next(
                (_STRONG[c["type"]] for c in reversed(chars[:begin]) if c["type"] in _STRONG),
                embedding,
            )
            direction = other if before == other else embedding
        else:
            continue
        chars[begin]["type"] = chars[end]["type"] = direction


def _respread(text: str, chars: Sequence[dict[str, Any]], base: int) -> list[int]:
    """Levels for all characters where the algorithm leaves some out (rule X9)."""
    found = []
    at = 0
    level = base
    for c in text:
        if at < len(chars) and chars[at]["ch"] == c:
            level = chars[at]["level"]
            at += 1
        found.append(level)
    return found
