"""Owns reading JSON with the line of every value, which the standard library's decoder forgets."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from dataclasses import dataclass

DEEPEST = 16

_BLANK = re.compile(r"[ \t\n\r]*")
_STRING = re.compile(r'"[^"\\\x00-\x1f]*(?:\\.[^"\\\x00-\x1f]*)*"')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_WORD = re.compile(r"true|false|null")
_WORDS = {"true": True, "false": False, "null": None}
_EXACT_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Node:
    """A value with the line it begins on, from 1; objects and lists hold nodes."""

    value: dict[str, Node] | list[Node] | str | int | float | bool | None
    line: int


class NotJson(Exception):
    """The text ends to be JSON on `line`; `sentence` is a template for `details`."""

    def __init__(self, line: int, sentence: str, **details: str) -> None:
        super().__init__(sentence)
        self.line = line
        self.sentence = sentence
        self.details = {"line": str(line), **details}


def read(text: str) -> Node:
    """The document's outermost value. Raises NotJson: RFC 8259, no key twice, at most DEEPEST."""
    return _Reader(text).document()


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._ends = [match.start() for match in re.finditer("\n", text)]

    def document(self) -> Node:
        node = self._value(0)
        if self._peek():
            raise self._unexpected()
        return node

    def _value(self, depth: int) -> Node:
        if depth > DEEPEST:
            raise self._wrong("Line {line}: lists and objects are nested too deep.")
        first = self._peek()
        line = self._line()
        if first == "{":
            return Node(self._object(depth), line)
        if first == "[":
            return Node(self._list(depth), line)
        if first == '"':
            return Node(self._string(), line)
        if match := _NUMBER.match(self._text, self._at):
            self._at = match.end()
            digits = match[0]
            whole = match[1] is None and match[2] is None and len(digits) <= _EXACT_DIGITS
            return Node(int(digits) if whole else float(digits), line)
        if match := _WORD.match(self._text, self._at):
            self._at = match.end()
            return Node(_WORDS[match[0]], line)
        raise self._unexpected()

    def _object(self, depth: int) -> dict[str, Node]:
        found: dict[str, Node] = {}
        self._at += 1
        if self._took("}"):
            return found
        while True:
            if self._peek() != '"':
                raise self._unexpected()
            key = self._string()
            if key in found:
                raise self._wrong("Line {line}: “{key}” is there twice.", key=key[:40])
            self._need(":")
            found[key] = self._value(depth + 1)
            if self._took("}"):
                return found
            self._need(",")

    def _list(self, depth: int) -> list[Node]:
        found: list[Node] = []
        self._at += 1
        if self._took("]"):
            return found
        while True:
            found.append(self._value(depth + 1))
            if self._took("]"):
                return found
            self._need(",")

    def _string(self) -> str:
        match = _STRING.match(self._text, self._at)
        if match is None:
            raise self._wrong("Line {line}: a text in quotes does not end on its line.")
        try:
            said: str = json.loads(match[0])
            said.encode()
        except ValueError:
            raise self._wrong("Line {line}: a text has characters that do not exist.") from None
        self._at = match.end()
        return said

    def _peek(self) -> str:
        """The next character that is no blank, which is not taken; empty at the end."""
        match = _BLANK.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return self._text[self._at : self._at + 1]

    def _took(self, wanted: str) -> bool:
        if self._peek() != wanted:
            return False
        self._at += 1
        return True

    def _need(self, wanted: str) -> None:
        if not self._took(wanted):
            raise self._unexpected()

    def _unexpected(self) -> NotJson:
        found = self._peek()
        if not found:
            return self._wrong("Line {line}: the file ends too early; something is not closed.")
        return self._wrong(
            "Line {line}: this is no JSON at “{found}”.",
            found=self._text[self._at : self._at + 20].splitlines()[0],
        )

    def _wrong(self, sentence: str, **details: str) -> NotJson:
        return NotJson(self._line(), sentence, **details)

    def _line(self) -> int:
        return bisect_right(self._ends, self._at - 1) + 1
