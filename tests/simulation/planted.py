"""Owns bugs put into the production code on purpose: what the simulator must find."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from checkin_app.ledger import fold
from checkin_app.ledger.authority import Right
from checkin_app.ledger.clock import now_ms
from checkin_app.ledger.pages import Page
from checkin_app.store import attendance, database, derive, event_file, receiving
from checkin_app.store.event_file import EventFile

Patch = pytest.MonkeyPatch
Plant = Callable[[Patch], None]


def drop_a_page(patch: Patch) -> None:
    """Of the pages that arrive together, the second is forgotten, and taken for known."""
    original = EventFile.receive
    forgotten: set[tuple[str, int]] = set()

    def receive(self: EventFile, pages: Sequence[Page], *rest: Any, **named: Any) -> Any:
        if len(pages) > 1:
            forgotten.add((str(self.path), hash(pages[1].stream)))
        kept = [p for p in pages if (str(self.path), hash(p.stream)) not in forgotten]
        return original(self, kept, *rest, **named)

    patch.setattr(EventFile, "receive", receive)


def apply_twice(patch: Patch) -> None:
    """Counters are increased instead of counted anew: what arrives twice counts twice."""
    original = attendance.fold_attendance

    def increased(connection: sqlite3.Connection, delegate: str, checkpoint: str) -> None:
        place = (delegate, checkpoint)
        sql = "SELECT passages FROM attendance WHERE delegate = ? AND checkpoint = ?"
        before = connection.execute(sql, place).fetchone()
        original(connection, delegate, checkpoint)
        if before:
            connection.execute(
                "UPDATE attendance SET passages = ? WHERE delegate = ? AND checkpoint = ?",
                (before[0] + 1, *place),
            )

    _everywhere(patch, "fold_attendance", increased)


def swap_order(patch: Patch) -> None:
    """Of an entry's values and those that replaced them, the former are shown."""

    def live(edits: Any, field: str) -> Any:
        setting = [edit for edit in edits if field in edit.fields]
        return sorted(setting, key=lambda edit: (-edit.at, edit.id))

    patch.setattr(fold, "live_edits", live)


def forget_fsync(patch: Patch) -> None:
    """A commit returns before the disk has it."""
    original = database._open_writing

    def hasty(*arguments: Any, **named: Any) -> Any:
        opened = original(*arguments, **named)
        opened.connection.execute("PRAGMA synchronous = OFF")
        return opened

    patch.setattr(database, "_open_writing", hasty)


def last_write_wins(patch: Patch) -> None:
    """One scan a delegate and checkpoint is kept: the one that arrived last."""
    original = attendance.apply_scan

    def apply_scan(connection: sqlite3.Connection, stored: Any, *rest: Any) -> None:
        if stored.entry.subject:
            connection.execute(
                "DELETE FROM scans WHERE delegate = ? AND checkpoint = ?",
                (stored.entry.subject, stored.entry.data["checkpoint"]),
            )
        original(connection, stored, *rest)

    _rule(patch, original, apply_scan)


def ignore_undo(patch: Patch) -> None:
    """What was taken back counts all the same."""
    patch.setattr(attendance, "stands", lambda fact, rulings: True)


def sync_time_for_scan_time(patch: Patch) -> None:
    """A scan that arrives late is given the time of its arrival."""
    original = attendance._row

    def row(stored: Any, delegate: Any) -> Any:
        said = original(stored, delegate)
        arrived = now_ms()
        return (*said[:4], arrived if arrived > said[4] + 60_000 else said[4], *said[5:])

    patch.setattr(attendance, "_row", row)


def fork_not_noticed(patch: Patch) -> None:
    """Entries are compared by number alone: what is known under a number is taken for the same."""
    from checkin_app.store import placing

    original = placing.place

    def place(connection: sqlite3.Connection, page: Page, *rest: Any) -> Any:
        head = connection.execute(
            "SELECT max(n) FROM entries WHERE stream = (SELECT no FROM streams WHERE id = ?)",
            (page.stream,),
        ).fetchone()[0]
        if head is not None and page.last <= head:
            return placing.Placed(known=len(page.bodies))
        return original(connection, page, *rest)

    patch.setattr(receiving, "place", place)


def _rule(patch: Patch, original: Any, planted: Any) -> None:
    """Puts another function where the fold finds the rule of a kind."""
    for kind, rule in list(derive._RULES.items()):
        if rule is original:
            patch.setitem(derive._RULES, kind, planted)
    _everywhere(patch, original.__name__, planted)


def _everywhere(patch: Patch, name: str, planted: Any) -> None:
    """In every module that imported the function by name."""
    import sys

    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "").startswith("checkin_app.") and hasattr(module, name):
            patch.setattr(module, name, planted)


def private_part_left_out(patch: Patch) -> None:
    """Names do not travel: the private parts of entries are not kept."""
    original = event_file.EventFile.receive

    def receive(self: EventFile, pages: Sequence[Page], *rest: Any, **named: Any) -> Any:
        taken = original(self, pages, *rest, **named)
        with self.transaction():
            own = self.own_stream or ""
            self.connection.execute(
                "DELETE FROM privates WHERE stream NOT IN (SELECT no FROM streams WHERE id = ?)",
                (own,),
            )
        return taken

    patch.setattr(EventFile, "receive", receive)


def learned_nothing(patch: Patch) -> None:
    """After an update what was kept unknown stays folded as nothing."""
    _everywhere(patch, "has_learned", lambda connection: False)


def everybody_trusted(patch: Patch) -> None:
    """What a desk's profile may not write counts all the same."""
    patch.setattr(Right, "allows", lambda self, kind, n: True)


def crossed_edits_passed_over(patch: Patch) -> None:
    """Of two values that two desks set apart, one is dropped in silence."""
    _everywhere(patch, "crossed_edits", lambda edits, streams: [])


BUGS = (
    drop_a_page,
    apply_twice,
    swap_order,
    forget_fsync,
    last_write_wins,
    ignore_undo,
    sync_time_for_scan_time,
    fork_not_noticed,
    private_part_left_out,
    learned_nothing,
    everybody_trusted,
    crossed_edits_passed_over,
)
