"""Owns arrays as PostgreSQL reads them in binary: built at once, which psycopg does by element.

The format is that of array_recv: dimensions, whether there are nulls, the element type's oid, then
length and lower bound, then each element with its length (src/backend/utils/adt/arrayfuncs.c).
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

import psycopg
from psycopg.abc import Buffer
from psycopg.adapt import Dumper
from psycopg.pq import Format

_BYTEA, _BYTEA_ARRAY = 17, 1001
_INT8, _INT8_ARRAY = 20, 1016
_head = struct.Struct(">iiIii").pack
_length = struct.Struct(">i").pack


class Blobs:
    """A bytea[]."""

    __slots__ = ("values",)

    def __init__(self, values: Sequence[bytes]) -> None:
        self.values = values


class Numbers:
    """A bigint[]."""

    __slots__ = ("values",)

    def __init__(self, values: Sequence[int]) -> None:
        self.values = values


class _BlobsDumper(Dumper):
    format = Format.BINARY
    oid = _BYTEA_ARRAY

    def dump(self, obj: Blobs) -> Buffer:
        values = obj.values
        parts = [b""] * (2 * len(values) + 1)
        parts[0] = _header(_BYTEA, len(values))
        parts[1::2] = map(_length, map(len, values))
        parts[2::2] = values
        return b"".join(parts)


class _NumbersDumper(Dumper):
    format = Format.BINARY
    oid = _INT8_ARRAY

    def dump(self, obj: Numbers) -> Buffer:
        count = len(obj.values)
        flat = [8] * (2 * count)
        flat[1::2] = obj.values
        return _header(_INT8, count) + struct.pack(">" + "iq" * count, *flat)


def _header(oid: int, count: int) -> bytes:
    if not count:
        return struct.pack(">iiI", 0, 0, oid)
    return _head(1, 0, oid, count, 1)


def register(connection: psycopg.Connection[tuple[object, ...]]) -> None:
    connection.adapters.register_dumper(Blobs, _BlobsDumper)
    connection.adapters.register_dumper(Numbers, _NumbersDumper)
