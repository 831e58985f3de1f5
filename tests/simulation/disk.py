"""Owns the simulated disk: at which transaction a machine stops, and what its disk holds then.

A transaction in which the machine stops is lost, or kept though nobody was told. What the driver
was not told to synchronise is lost whole: the disk goes back to the last synchronised state.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin_app.store.database import Database

FULL = 2
PARTS = ("", "-wal")


class Stopped(BaseException):
    """The machine stops here; nothing of what it was doing goes on."""


class Disk:
    """One machine's disk: `fate` of the next transactions, and an image where one is needed."""

    def __init__(self) -> None:
        #: How many transactions still end well; then one is "lost" or "kept".
        self.fate: tuple[int, str] | None = None
        self._image: dict[Path, bytes | None] = {}

    def begins(self, connection: sqlite3.Connection, path: Path) -> str:
        """What becomes of the transaction that begins: "", "lost" or "kept"."""
        if connection.execute("PRAGMA synchronous").fetchone()[0] < FULL:
            self._remember(path)
        if self.fate is None:
            return ""
        left, end = self.fate
        self.fate = (left - 1, end) if left else None
        return "" if left else end

    def _remember(self, path: Path) -> None:
        """What is synchronised by now, if nothing was written unsynchronised yet."""
        for suffix in PARTS:
            part = path.with_name(path.name + suffix)
            if part not in self._image:
                self._image[part] = part.read_bytes() if part.exists() else None

    def power_lost(self) -> None:
        """The files as they are found afterwards; all connections are closed."""
        for part, body in self._image.items():
            if body is None:
                part.unlink(missing_ok=True)
            else:
                part.write_bytes(body)
        self._image.clear()
        self.fate = None


def copy_files(source: Path, target: Path) -> None:
    """A copy of a file in use, between two transactions, as a disk image has it."""
    for suffix in PARTS:
        part = source.with_name(source.name + suffix)
        goal = target.with_name(target.name + suffix)
        goal.unlink(missing_ok=True)
        if part.exists():
            shutil.copyfile(part, goal)


class Disks:
    """Which disk a file lies on; the production transactions end as their disk says."""

    def __init__(self) -> None:
        self._of: dict[Path, Disk] = {}
        self._found: dict[Path, Disk | None] = {}

    def mount(self, folder: Path, disk: Disk) -> None:
        self._of[folder.resolve()] = disk

    def under(self, path: Path) -> Disk | None:
        if path not in self._found:
            there = path.resolve()
            self._found[path] = next(
                (d for f, d in self._of.items() if there.is_relative_to(f)), None
            )
        return self._found[path]

    @contextlib.contextmanager
    def governing(self) -> Iterator[None]:
        original = Database.transaction
        disks = self

        @contextlib.contextmanager
        def transaction(self: Database) -> Iterator[sqlite3.Connection]:
            disk = disks.under(self.path)
            end = disk.begins(self.connection, self.path) if disk else ""
            with original(self) as connection:
                yield connection
                if end == "lost":
                    raise Stopped
            if end == "kept":
                raise Stopped

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Database, "transaction", transaction)
            yield
