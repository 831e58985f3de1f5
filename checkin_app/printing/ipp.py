"""Owns the bytes of IPP messages (RFC 8010): requests are encoded, answers decoded, strictly.

The library pyipp was tried first. Its parser reads lengths as signed numbers and so never ends on
an answer of thirty bytes, its serializer knows no collections (media-col), and it brings aiohttp
with it (13 MB, 180 ms to import) for what is one HTTP POST here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

#: int for integers and enums, str for names, texts, keywords and URIs, (low, high) for a range,
#: (across, along, unit) for a resolution, bytes for what is neither, a mapping for a collection.
Value: TypeAlias = "int | bool | str | bytes | tuple[int, ...] | Attributes"
Attributes: TypeAlias = Mapping[str, Sequence[Value]]

_DEEPEST = 8
_VERSION = b"\x02\x00"


class BadMessage(ValueError):
    """The bytes are no whole IPP message."""


class Tag(IntEnum):
    """Delimiters of groups and the syntaxes of values that are sent or looked at."""

    OPERATION = 0x01
    JOB = 0x02
    END = 0x03
    PRINTER = 0x04
    UNSUPPORTED = 0x05
    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    RESOLUTION = 0x32
    RANGE = 0x33
    BEGIN_COLLECTION = 0x34
    TEXT_WITH_LANGUAGE = 0x35
    NAME_WITH_LANGUAGE = 0x36
    END_COLLECTION = 0x37
    TEXT = 0x41
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME = 0x49
    MEMBER = 0x4A


_FIRST_VALUE = 0x10
_OUT_OF_BAND = range(0x10, 0x20)
_STRINGS = range(0x40, 0x60)


@dataclass(frozen=True, slots=True)
class Sent:
    """One attribute of a request. A value that is a sequence of these is a collection."""

    tag: Tag
    name: str
    values: tuple[int | bool | str | tuple[Sent, ...], ...]


def sent(tag: Tag, name: str, *values: int | bool | str | tuple[Sent, ...]) -> Sent:
    """An attribute with its values."""
    return Sent(tag, name, values)


@dataclass(frozen=True, slots=True)
class Answer:
    """A decoded message: status-code, and the groups of attributes in their order."""

    status: int
    groups: tuple[tuple[int, Attributes], ...]

    @property
    def ok(self) -> bool:
        """Whether the operation was carried out (RFC 8011, appendix B)."""
        return self.status < 0x0100

    def all(self, tag: Tag) -> list[Attributes]:
        """The groups of one kind, as Get-Jobs and CUPS-Get-Printers answer."""
        return [attributes for kind, attributes in self.groups if kind == tag]

    def first(self, tag: Tag) -> Attributes:
        """The first group of a kind; empty where there is none."""
        return next(iter(self.all(tag)), {})


def encode(operation: int, request: int, *groups: tuple[Tag, Iterable[Sent]]) -> bytes:
    """A request; the document follows it. `request` is its number, 1 to 2³¹-1."""
    parts = [_VERSION, operation.to_bytes(2, "big"), request.to_bytes(4, "big")]
    for tag, attributes in groups:
        parts.append(bytes((tag,)))
        for attribute in attributes:
            parts += _attribute(attribute)
    parts.append(bytes((Tag.END,)))
    return b"".join(parts)


def _attribute(attribute: Sent) -> list[bytes]:
    name = attribute.name
    parts = []
    for value in attribute.values:
        parts += _value(attribute.tag, name, value)
        name = ""
    return parts


def _value(tag: Tag, name: str, value: int | bool | str | tuple[Sent, ...]) -> list[bytes]:
    if isinstance(value, tuple):
        parts = [_field(tag, name, b"")]
        for member in value:
            parts.append(_field(Tag.MEMBER, "", member.name.encode()))
            parts += _attribute(Sent(member.tag, "", member.values))
        return [*parts, _field(Tag.END_COLLECTION, "", b"")]
    if isinstance(value, bool):
        return [_field(tag, name, bytes((value,)))]
    if isinstance(value, int):
        return [_field(tag, name, value.to_bytes(4, "big", signed=True))]
    return [_field(tag, name, value.encode())]


def _field(tag: Tag, name: str, value: bytes) -> bytes:
    told = name.encode()
    return b"".join(
        (bytes((tag,)), len(told).to_bytes(2, "big"), told, len(value).to_bytes(2, "big"), value)
    )


def decode(data: bytes) -> Answer:
    """The message that begins `data`; BadMessage where there is no whole one."""
    if len(data) < 9 or data[0] not in (1, 2):
        raise BadMessage("no IPP message")
    reader = _Reader(data, 8)
    groups: list[tuple[int, dict[str, list[Value]]]] = []
    name = ""
    while (tag := reader.byte()) != Tag.END:
        if tag < _FIRST_VALUE:
            groups.append((tag, {}))
            name = ""
            continue
        named, raw = reader.field()
        name = named or name
        if not groups or not name:
            raise BadMessage("a value that belongs to nothing")
        attributes = groups[-1][1]
        if named:
            attributes[name] = []
        value = reader.value(tag, raw, 1)
        if value is not None:
            attributes.setdefault(name, []).append(value)
    return Answer(int.from_bytes(data[2:4], "big"), tuple(groups))


class _Reader:
    """Goes through a message; every step goes forward, so it ends."""

    def __init__(self, data: bytes, at: int) -> None:
        self._data = data
        self._at = at

    def byte(self) -> int:
        return self._take(1)[0]

    def field(self) -> tuple[str, bytes]:
        """The name and the value that follow a tag."""
        name = self._take(int.from_bytes(self._take(2), "big"))
        return _text(name), self._take(int.from_bytes(self._take(2), "big"))

    def value(self, tag: int, raw: bytes, depth: int) -> Value | None:
        """The value in `raw`, and of a collection what follows; None for “unknown”, “no value”."""
        if tag in _OUT_OF_BAND:
            return None
        if tag == Tag.BEGIN_COLLECTION:
            if depth > _DEEPEST:
                raise BadMessage("collections too deep")
            return self._collection(depth)
        return _simple(tag, raw)

    def _collection(self, depth: int) -> Attributes:
        members: dict[str, list[Value]] = {}
        name = ""
        while (tag := self.byte()) != Tag.END_COLLECTION:
            if tag < _FIRST_VALUE:
                raise BadMessage("a collection without an end")
            _, raw = self.field()
            if tag == Tag.MEMBER:
                name = _text(raw)
                members[name] = []
                continue
            if not name:
                raise BadMessage("a value that belongs to no member")
            value = self.value(tag, raw, depth + 1)
            if value is not None:
                members[name].append(value)
        self.field()
        return members

    def _take(self, length: int) -> bytes:
        end = self._at + length
        if end > len(self._data):
            raise BadMessage("the message breaks off")
        taken = self._data[self._at : end]
        self._at = end
        return taken


def _simple(tag: int, raw: bytes) -> Value:
    match tag:
        case Tag.INTEGER | Tag.ENUM if len(raw) == 4:
            return int.from_bytes(raw, "big", signed=True)
        case Tag.BOOLEAN if len(raw) == 1:
            return raw != b"\0"
        case Tag.RANGE if len(raw) == 8:
            return _integer(raw[:4]), _integer(raw[4:])
        case Tag.RESOLUTION if len(raw) == 9:
            return _integer(raw[:4]), _integer(raw[4:8]), raw[8]
        case Tag.TEXT_WITH_LANGUAGE | Tag.NAME_WITH_LANGUAGE:
            language = int.from_bytes(raw[:2], "big")
            length = int.from_bytes(raw[2 + language : 4 + language], "big")
            text = raw[4 + language :]
            if len(text) != length:
                raise BadMessage("a text of another length than it says")
            return _text(text)
        case Tag.INTEGER | Tag.ENUM | Tag.BOOLEAN | Tag.RANGE | Tag.RESOLUTION:
            raise BadMessage("a value of a wrong length")
        case _:
            return _text(raw) if tag in _STRINGS else raw


def _integer(raw: bytes) -> int:
    return int.from_bytes(raw, "big", signed=True)


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
