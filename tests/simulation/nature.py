"""Owns what a run takes from outside: one seeded clock, one seeded chance, and whose turn it is.

The production code asks the operating system for the time, for random bytes, for this machine's
folder and name; in a run it gets those of the machine that acts.
"""

from __future__ import annotations

import contextlib
import os
import random
import socket
import time
from collections.abc import Iterator, Set
from pathlib import Path
from typing import Any

import pytest

from checkin_app.ledger import clock, entry, kinds, seal
from checkin_app.store import database, event_file, identity

#: 25 November 2026, 7:00 in Hà Nội.
DAWN_MS = 1_795_564_800_000

ALL_KINDS = kinds.KINDS


class Machine:
    """A computer: its folder, its clock, the last id it gave, what its release does not know."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self.folder = folder
        self.folder.mkdir()
        self.skew_ms = 0
        self.latest_id = 0
        self.kinds_unknown: Set[str] = frozenset()

    @property
    def home(self) -> Path:
        return self.folder / "home"


class Nature:
    """The world's clock and chance; `acting` says whose clock and folder the code sees."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self._bytes = random.Random(f"bytes {seed}")
        self.now_ms = DAWN_MS
        self._turn: list[Machine] = []

    def pass_time(self, most_ms: int) -> None:
        self.now_ms += self.chance.randrange(1, most_ms)

    @property
    def machine(self) -> Machine:
        return self._turn[-1]

    @contextlib.contextmanager
    def acting(self, machine: Machine) -> Iterator[None]:
        if self._turn:
            self.machine.latest_id = entry._latest_id
        self._turn.append(machine)
        entry._latest_id = machine.latest_id
        kinds.KINDS = ALL_KINDS - machine.kinds_unknown
        try:
            yield
        finally:
            machine.latest_id = entry._latest_id
            self._turn.pop()
            if self._turn:
                entry._latest_id = self.machine.latest_id
            kinds.KINDS = ALL_KINDS - (self.machine.kinds_unknown if self._turn else frozenset())

    def time_ns(self) -> int:
        """Each look at a clock is a microsecond later than the one before."""
        self._looks = getattr(self, "_looks", 0) + 1
        skew = self.machine.skew_ms if self._turn else 0
        return (self.now_ms + skew) * 1_000_000 + self._looks % 1000 * 1000

    def random_bytes(self, count: int) -> bytes:
        return self._bytes.randbytes(count)


class _Seen:
    """A module as the production code sees it: some names are the simulator's."""

    def __init__(self, module: Any, **others: Any) -> None:
        self._module = module
        self.__dict__.update(others)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._module, name)


@contextlib.contextmanager
def governed(nature: Nature) -> Iterator[None]:
    """Inside, the production code lives in this nature."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHECKIN_KEYRING", "off")
        patch.setattr(clock, "time", _Seen(time, time_ns=nature.time_ns))
        patch.setattr(os, "urandom", nature.random_bytes)
        patch.setattr(random, "_urandom", nature.random_bytes)
        patch.setattr(seal, "new_key", lambda: nature.random_bytes(32))
        patch.setattr(identity, "station_dir", lambda: nature.machine.home)
        patch.setattr(identity, "socket", _Seen(socket, gethostname=lambda: nature.machine.name))
        # Neither is of any weight here, and each takes its time at every start.
        patch.setattr(database, "_lay_ballast", lambda path: None)
        patch.setattr(event_file, "honorifics", lambda: ())
        yield
