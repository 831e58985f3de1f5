"""Owns QR symbols: which modules are dark for a code.

Our own codes (27 digits) are version 1, level Q, 21 × 21, always with mask 0, which has the lowest
mean penalty of the eight for them. In ISO/IEC 18004 numeric mode turns three digits into ten bits,
and the Reed–Solomon code, the placement and a fixed mask are linear over GF(2): the symbol of a
code is the symbol of all zeros XOR one constant for each bit that is set. The constants are taken
from `qrcode`'s own symbols once, so that nothing of the standard is written a second time here.
Any other text goes through `qrcode` as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from checkin_app.domain.credentials import CODE_LENGTH

MASK = 0
QUIET = 4
_SIDE = 21
_ROW_BITS = 24


@dataclass(frozen=True, slots=True)
class Symbol:
    """A square of `side` modules. `packed` holds its rows from the top, each filled up to whole
    bytes, the leftmost module in the highest bit, dark as 1."""

    side: int
    packed: bytes

    @property
    def stride(self) -> int:
        """Bytes a row."""
        return (self.side + 7) // 8

    def dark(self, column: int, row: int) -> bool:
        byte = self.packed[row * self.stride + column // 8]
        return bool(byte >> (7 - column % 8) & 1)

    def runs(self) -> Iterator[tuple[int, int, int]]:
        """The dark stretches of every row, as (column, row, length)."""
        for row in range(self.side):
            start = None
            for column in range(self.side + 1):
                dark = column < self.side and self.dark(column, row)
                if dark and start is None:
                    start = column
                elif not dark and start is not None:
                    yield start, row, column - start
                    start = None


def symbol(code: str) -> Symbol:
    """The symbol of a code.

    Level Q, or the highest below it that holds the text. ValueError for an empty text and for
    one that no QR symbol holds.
    """
    if len(code) == CODE_LENGTH and code.isascii() and code.isdigit():
        return Symbol(_SIDE, packed(code))
    return _any(code)


def packed(code: str) -> bytes:
    """`Symbol.packed` of 27 digits, by the tables."""
    blank, tables = _tables()
    bits = blank
    at = 0
    for table in tables:
        bits ^= table[code[at : at + 3]]
        at += 3
    return bits.to_bytes(_SIDE * _ROW_BITS // 8, "big")


@cache
def _tables() -> tuple[int, list[dict[str, int]]]:
    """The symbol of 27 zeros, and for each group of three digits what it changes in it."""
    zeros = "0" * CODE_LENGTH
    blank = _reference(zeros)
    tables = []
    for at in range(0, CODE_LENGTH, 3):
        changes = [
            _reference(f"{zeros[:at]}{1 << bit:03d}{zeros[at + 3 :]}") ^ blank for bit in range(10)
        ]
        sums = [0]
        for change in changes:
            sums += [change ^ known for known in sums]
        tables.append({f"{value:03d}": sums[value] for value in range(1000)})
    return blank, tables


def _reference(code: str) -> int:
    import qrcode

    maker: Any = qrcode.QRCode(
        version=1, error_correction=qrcode.ERROR_CORRECT_Q, mask_pattern=MASK, border=0
    )
    maker.add_data(code, optimize=0)
    maker.make(fit=False)
    return int.from_bytes(_pack(maker.modules))


def _any(text: str) -> Symbol:
    import qrcode
    from qrcode.exceptions import DataOverflowError

    if not text:
        raise ValueError("an empty text has no symbol")
    for level in (qrcode.ERROR_CORRECT_Q, qrcode.ERROR_CORRECT_M, qrcode.ERROR_CORRECT_L):
        maker: Any = qrcode.QRCode(error_correction=level, border=0)
        maker.add_data(text.encode("utf-8", "replace"))
        try:
            maker.make(fit=True)
        except (DataOverflowError, ValueError):
            continue
        return Symbol(len(maker.modules), _pack(maker.modules))
    raise ValueError("no symbol holds so long a text")


def _pack(modules: list[list[bool | None]]) -> bytes:
    return b"".join(
        int("".join("01"[bool(m)] for m in row).ljust(-(-len(row) // 8) * 8, "0"), 2).to_bytes(
            -(-len(row) // 8), "big"
        )
        for row in modules
    )
