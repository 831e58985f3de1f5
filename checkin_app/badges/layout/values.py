"""Owns taking values out of a layout's document: each checked, each fault noted with its line."""

from __future__ import annotations

import math
from collections.abc import Sequence
from difflib import get_close_matches

from checkin_app.badges.layout.json_lines import Node
from checkin_app.badges.layout.problems import LayoutProblem

#: Faults after this many are not noted any more.
MOST_PROBLEMS = 200
#: Details that come from the document, and their characters that are shown.
_FOREIGN = frozenset(("value", "wanted", "name", "key"))
_SHOWN = 40


class Notes:
    """The faults found so far."""

    def __init__(self) -> None:
        self.problems: list[LayoutProblem] = []

    def add(self, node: Node, path: str, sentence: str, **details: object) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            said = {"line": str(node.line), **{k: _said(k, v) for k, v in details.items()}}
            self.problems.append(LayoutProblem(node.line, path, sentence, said))

    def unknown(self, node: Node, path: str, wanted: str, known: Sequence[str], what: str) -> None:
        """Notes a name that does not exist; `what` is the template of the sentence's beginning."""
        if len(self.problems) >= MOST_PROBLEMS:
            return
        near = get_close_matches(wanted.casefold(), known, n=1, cutoff=0.5)
        if near:
            self.add(node, path, what + " Did you mean “{near}”?", wanted=wanted, near=near[0])
        else:
            self.add(
                node, path, what + " Known are: {known}.", wanted=wanted, known=", ".join(known)
            )


def _said(name: str, value: object) -> str:
    """A value as a sentence names it; what the document says is cut short."""
    if isinstance(value, float):
        return f"{value:.6g}"
    text = str(value)
    return text[:_SHOWN] + "…" if name in _FOREIGN and len(text) > _SHOWN else text


class Entry:
    """An object of the document. Its keys are taken one by one; close() notes those nobody took.

    A value that is not as it should be is noted, and the default (or the least sensible value) is
    given, so that all faults of a document are found at once.
    """

    def __init__(self, node: Node, path: str, notes: Notes) -> None:
        self.node = node
        self.path = path
        self.notes = notes
        self._left: dict[str, Node] = {}
        self._known: list[str] = []
        if isinstance(node.value, dict):
            self._left = dict(node.value)
        else:
            notes.add(node, path, "Line {line}: an object in braces belongs here.")

    def at(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def given(self, key: str) -> Node:
        """The value of a key, or the whole object where it is not there: a place to point at."""
        inside = self.node.value
        return inside.get(key, self.node) if isinstance(inside, dict) else self.node

    def take(self, key: str, *, needed: bool = False) -> Node | None:
        self._known.append(key)
        node = self._left.pop(key, None)
        if node is None and needed and isinstance(self.node.value, dict):
            self.notes.add(
                self.node, self.at(key), "Line {line}: “{key}” is missing here.", key=key
            )
        return node

    def wrong(self, key: str, node: Node, sentence: str, **details: object) -> None:
        self.notes.add(node, self.at(key), sentence, key=key, **details)

    def number(self, key: str, default: float | None, low: float, high: float) -> float:
        node = self.take(key, needed=default is None)
        fallback = low if default is None else default
        return fallback if node is None else self.checked(key, node, low, high, fallback)

    def checked(self, key: str, node: Node, low: float, high: float, fallback: float) -> float:
        """A node's number between `low` and `high`, or a note and `fallback`."""
        value = node.value
        if isinstance(value, str):
            self.wrong(
                key,
                node,
                "Line {line}: “{key}” is “{value}”. Write a number alone, without quotes and"
                " unit: lengths are millimetres, type sizes are points.",
                value=value,
            )
            return fallback
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.wrong(key, node, "Line {line}: “{key}” must be a number.")
            return fallback
        if not math.isfinite(value) or not low <= value <= high:
            self.wrong(
                key,
                node,
                "Line {line}: “{key}” is {value}; it must be from {low} to {high}.",
                value=float(value),
                low=float(low),
                high=float(high),
            )
            return fallback
        return value

    def whole(self, key: str, default: int, low: int, high: int) -> int:
        node = self.take(key)
        if node is None:
            return default
        value = self.checked(key, node, low, high, default)
        if value != int(value):
            self.wrong(key, node, "Line {line}: “{key}” must be a whole number.")
        return int(value)

    def text(self, key: str, longest: int, *, needed: bool = False) -> str:
        node = self.take(key, needed=needed)
        return "" if node is None else self.worded(key, node, longest)

    def worded(self, key: str, node: Node, longest: int) -> str:
        if not isinstance(node.value, str):
            self.wrong(key, node, "Line {line}: “{key}” must be a text in quotes.")
            return ""
        if len(node.value) > longest:
            self.wrong(
                key,
                node,
                "Line {line}: “{key}” is longer than {longest} characters.",
                longest=longest,
            )
            return ""
        return node.value

    def choice(self, key: str, options: Sequence[str], *, needed: bool = False) -> str:
        """One of `options`; the first where the key is not there or something else is."""
        node = self.take(key, needed=needed)
        if node is None:
            return options[0]
        if isinstance(node.value, str) and node.value in options:
            return node.value
        self.wrong(
            key,
            node,
            "Line {line}: “{key}” must be one of: {options}.",
            options=", ".join(options),
        )
        return options[0]

    def flag(self, key: str) -> bool:
        node = self.take(key)
        if node is not None and not isinstance(node.value, bool):
            self.wrong(key, node, "Line {line}: “{key}” must be true or false.")
        return node is not None and node.value is True

    def items(self, key: str, *, needed: bool = False) -> list[Node]:
        node = self.take(key, needed=needed)
        if node is None:
            return []
        if not isinstance(node.value, list):
            self.wrong(key, node, "Line {line}: “{key}” must be a list in square brackets.")
            return []
        return node.value

    def close(self) -> None:
        for key, node in self._left.items():
            self.notes.unknown(
                node, self.at(key), key, self._known, "Line {line}: “{wanted}” is not known here."
            )
