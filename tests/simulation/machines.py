"""Owns the machines of a run: desks and hubs that start, stop, are put back and cloned."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from checkin_app.desk import Desk
from checkin_app.store.event_file import EventFile
from tests.simulation.disk import Disk, Disks, Stopped, copy_files
from tests.simulation.history import Chain, History, Made
from tests.simulation.nature import Machine, Nature

SELECT_MADE = """
    SELECT e.chain, e.body, p.body FROM entries e
    LEFT JOIN privates p ON p.stream = e.stream AND p.n = e.n
    WHERE e.stream = (SELECT no FROM streams WHERE id = ?) AND e.n > ?
"""


class DeskMachine(Machine):
    """A desk: its event file, opened or not. `life` grows at each start and stop."""

    def __init__(self, name: str, folder: Path, nature: Nature, disks: Disks) -> None:
        super().__init__(name, folder)
        self.nature = nature
        self.disk = Disk()
        disks.mount(folder, self.disk)
        self.desk: Desk | None = None
        self.life = 0
        #: As which desk it was enrolled at the hub.
        self.applied_as = ""
        self._seen: dict[str, int] = {}

    @property
    def path(self) -> Path:
        return self.folder / "forum.checkin"

    @property
    def running(self) -> Desk:
        assert self.desk is not None
        return self.desk

    @property
    def file(self) -> EventFile:
        return self.running._file

    def start(self) -> None:
        with self.nature.acting(self):
            self.desk = Desk.open(self.path)
        self.life += 1

    def stop(self, *, kindly: bool) -> None:
        """Closed as by a person, or as by a power cut."""
        desk, self.desk = self.running, None
        self.life += 1
        with self.nature.acting(self):
            try:
                if kindly:
                    desk.close()
                    self.disk.fate = None
                    return
            except Stopped:
                pass
            desk._file.database.close()
            self.disk.power_lost()
            self.forget()

    def observe(self, history: History, *, told: bool) -> None:
        """Takes down what this desk has made since it was last looked at."""
        connection = self.file.connection
        rows = connection.execute("SELECT value FROM station WHERE name = 'stream'").fetchall()
        for (stream,) in rows:
            after = self._seen.get(stream, 0)
            for chain, body, private in connection.execute(SELECT_MADE, (stream, after)):
                history.observe(chain, Made(body, private, self.name), told=told)
                after += 1
            self._seen[stream] = after

    def forget(self) -> None:
        """The file was changed for another: everything is looked at again."""
        self._seen.clear()


def chains(path: Path) -> set[Chain]:
    """What a copy of an event file, or one that is not in use, holds."""
    connection = sqlite3.connect(path)
    try:
        return {chain for (chain,) in connection.execute("SELECT chain FROM entries")}
    finally:
        connection.close()


def give_files(source: Path, home: Path | None, machine: Machine) -> None:
    """Puts a copy of an event file, and perhaps of the keys, on a machine."""
    copy_files(source, machine.folder / "forum.checkin")
    if home is not None:
        shutil.copytree(home, machine.home)


@contextlib.contextmanager
def closed(machine: DeskMachine) -> Iterator[None]:
    """The machine is stopped inside, and started again."""
    if machine.desk is not None:
        machine.stop(kindly=True)
    yield
    machine.start()
