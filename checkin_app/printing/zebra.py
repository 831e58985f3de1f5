"""Owns talking to a Zebra over its raw port: bytes there, and its host status back.

`~HS` is answered with three strings between STX and ETX (ZPL II Programming Guide, “~HS”). A
printer that is out of paper, or open, may not answer at all. SGD variables are asked with `getvar`
and answered in quotation marks; old firmware ignores them.
"""

from __future__ import annotations

import re
import socket
import time
from contextlib import suppress
from dataclasses import dataclass

from checkin_app.printing.printer import Attention

_STRING = re.compile(rb"\x02([^\x02\x03]*)\x03")
_VARIABLE = re.compile(rb'"([^"\x02\x03]*)"|\?')
_VARIABLES = ("odometer.total_label_count", "head.resolution.in_dpi")
_QUESTION = b"".join(b'! U1 getvar "%b"\r\n' % name.encode() for name in _VARIABLES) + b"~HS\r\n"
_MOST_BYTES = 64 << 10
_CHUNK = 16 << 10
_LATE_SECONDS = 0.3


class Silent(Exception):
    """The printer takes the connection, and does not answer."""


@dataclass(frozen=True, slots=True)
class HostStatus:
    """What `~HS` tells, and two variables where the printer knows them.

    `formats` wait in the receive buffer, `remaining` labels of the batch are not printed yet (some
    firmware makes a mere flag of it), `printed` labels came out in the printer's life.
    """

    paper_out: bool
    paused: bool
    formats: int
    buffer_full: bool
    partial: bool
    ram_lost: bool
    cold: bool
    hot: bool
    head_open: bool
    ribbon_out: bool
    remaining: int
    printed: int | None = None
    dpi: int | None = None

    @property
    def idle(self) -> bool:
        """Nothing is waiting, nothing is being printed."""
        return not (self.formats or self.remaining or self.partial)

    def attention(self) -> tuple[Attention, ...]:
        """What somebody should do at the printer."""
        found: list[Attention] = []
        if self.paper_out:
            found.append(Attention("paper_out"))
        if self.head_open:
            found.append(Attention("cover_open"))
        if self.ribbon_out:
            found.append(Attention("ink_low", "The ribbon is used up."))
        if self.paused:
            found.append(Attention("paused"))
        if self.hot or self.cold:
            found.append(Attention("other", "The print head is too hot or too cold."))
        if self.ram_lost:
            found.append(Attention("other", "The printer has lost its settings."))
        if self.buffer_full:
            found.append(Attention("refusing", "The printer’s memory is full.", blocking=False))
        return tuple(found)


def parse(told: bytes) -> HostStatus | None:
    """The status in an answer; None where there is none in it."""
    strings = [s.decode("ascii", "replace").split(",") for s in _STRING.findall(told)]
    first = next((s for s in strings if len(s) == 12), None)
    second = next((s for s in strings if len(s) == 11), None)
    if first is None or second is None:
        return None
    try:
        paper, pause, _, formats, full, _, partial, ram, cold, hot = (
            int(field) for field in (*first[1:8], *first[9:12])
        )
        up, ribbon, remaining = int(second[2]), int(second[3]), int(second[8])
    except ValueError:
        return None
    printed, dpi = _variables(told)
    return HostStatus(
        paper_out=paper == 1,
        paused=pause == 1,
        formats=max(formats, 0),
        buffer_full=full == 1,
        partial=partial == 1,
        ram_lost=ram == 1,
        cold=cold == 1,
        hot=hot == 1,
        head_open=up == 1,
        ribbon_out=ribbon == 1,
        remaining=max(remaining, 0),
        printed=printed,
        dpi=dpi or None,
    )


def _variables(told: bytes) -> tuple[int | None, int | None]:
    answers = [m[1] or b"" for m in _VARIABLE.finditer(_outside(told))]
    printed, dpi, *_ = (
        int(answer) if answer.isdigit() and len(answer) < 12 else None
        for answer in (*answers, b"", b"")
    )
    return printed, dpi


def _outside(told: bytes) -> bytes:
    return _STRING.sub(b"", told)


class Line:
    """A connection to the printer, bounded in time as a whole. OSError where it breaks."""

    def __init__(self, host: str, port: int, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        try:
            self._wire = socket.create_connection((host, port), timeout=seconds)
        except UnicodeError as error:  # a host name that IDNA refuses
            raise ConnectionError from error

    def __enter__(self) -> Line:
        return self

    def __exit__(self, *_: object) -> None:
        self._wire.close()

    def send(self, data: bytes) -> None:
        """All of it, or TimeoutError or another OSError."""
        view = memoryview(data)
        while view:
            self._wire.settimeout(self._left())
            view = view[self._wire.send(view[:_CHUNK]) :]

    def status(self, seconds: float) -> HostStatus:
        """Asks how the printer is. Silent where no status comes in time; OSError."""
        end = min(self._end, time.monotonic() + seconds)
        told = b""
        self.send(_QUESTION)
        with suppress(TimeoutError):
            while len(_STRING.findall(told)) < 3:
                told += self._receive(end, len(told))
        # ~HS overtakes: what was asked before it may be answered behind it, or never.
        late = min(end, time.monotonic() + _LATE_SECONDS)
        with suppress(OSError):
            while len(_VARIABLE.findall(_outside(told))) < len(_VARIABLES):
                told += self._receive(late, len(told))
        found = parse(told)
        if found is None:
            raise Silent
        return found

    def _receive(self, end: float, before: int) -> bytes:
        left = end - time.monotonic()
        if left <= 0 or before > _MOST_BYTES:
            raise TimeoutError
        self._wire.settimeout(left)
        data = self._wire.recv(_CHUNK)
        if not data:
            raise ConnectionAbortedError
        return data

    def _left(self) -> float:
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left
