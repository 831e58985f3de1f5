"""Owns the look at a run when it is over: every promise, against the history and the oracle."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from checkin_app.ledger.entry import decode
from checkin_app.store import derive
from checkin_app.store.bootstrap import bootstrap
from checkin_app.store.sending import vector
from tests.conflicts_naive import Naive
from tests.simulation.history import Chain
from tests.simulation.hubs import HubMachine
from tests.simulation.machines import DeskMachine
from tests.simulation.oracle import Oracle
from tests.simulation.world import Violation

if TYPE_CHECKING:
    import sqlite3

    from tests.simulation.world import World

SELECT_ENTRIES = """
    SELECT e.chain, e.body, p.body FROM entries e
    LEFT JOIN privates p ON p.stream = e.stream AND p.n = e.n
"""
SELECT_BY_LINE = """
    SELECT s.id, e.body, p.body FROM entries e JOIN streams s ON s.no = e.stream
    LEFT JOIN privates p ON p.stream = e.stream AND p.n = e.n
"""


def check(world: World) -> None:
    """Raises Violation."""
    for machine in world.desks:
        rows = machine.file.connection.execute(SELECT_ENTRIES)
        known = {chain: (body, private) for chain, body, private in rows}
        _nothing_lost_nor_invented(world, machine.name, known)
    if world.hub is not None:
        _nothing_lost_nor_invented(world, world.hub.name, world.hub.known())
    _all_agree(world)
    first = world.desks[0].file.connection
    _tables_as_told(world, first)
    # Hashing and folding everything again costs as much as a run.
    report = world.chance.choice(world.desks).running.check() if not world.seed % 12 else None
    if report is not None and not report.whole:
        raise Violation(f"check finds: {[str(problem) for problem in report.problems]}")
    # What is refused though nothing was damaged is a fault, too.
    for machine in world.desks:
        if machine.name not in world.damaged and (aside := machine.running.aside()):
            raise Violation(f"{machine.name} keeps aside {[(a.stream, a.n, a.why) for a in aside]}")


def _nothing_lost_nor_invented(
    world: World, name: str, known: dict[Chain, tuple[bytes, bytes | None]]
) -> None:
    history = world.history
    lost = history.kept - known.keys()
    if lost:
        which = [(decode(history.made[c].body).kind, decode(history.made[c].body).n) for c in lost]
        raise Violation(f"{name} lacks {len(lost)} acknowledged entries: {which[:9]}")
    if invented := known.keys() - history.made.keys():
        what = [decode(known[chain][0]) for chain in invented]
        raise Violation(f"{name} has entries that nobody made: {what}")
    for chain, (body, private) in known.items():
        made = history.made[chain]
        if (made.body, made.private) != (body, private):
            raise Violation(f"{name} holds an entry changed: {made.body!r} {body!r}")


def _all_agree(world: World) -> None:
    first, *others = world.desks
    ours, digest = vector(first.file.connection), first.running.digest()
    conflicts = _conflicts(first)
    if world.hub is not None:
        assert world.hub.store is not None
        _same("vector of the hub", set(ours.items()), set(world.hub.store.vector().items()))
        if world.hub.name not in world.damaged and (aside := world.hub.store.aside()):
            raise Violation(f"the hub keeps aside {[(a.stream, a.n, a.why) for a in aside]}")
        if not world.seed % 8:
            _bootstrapped(world, world.hub, digest)
    for other in others:
        theirs = vector(other.file.connection)
        if theirs != ours:
            differing = {k for k in ours.keys() | theirs.keys() if ours.get(k) != theirs.get(k)}
            what = {k: (ours.get(k, (0,))[0], theirs.get(k, (0,))[0]) for k in differing}
            raise Violation(f"{first.name} and {other.name} met and know different things: {what}")
        if other.running.digest() != digest:
            raise Violation(
                f"{first.name} and {other.name} know the same and show {digest}"
                f" and {other.running.digest()}"
            )
        if _conflicts(other) != conflicts:
            raise Violation(f"{first.name} and {other.name} show different conflicts")


def _bootstrapped(world: World, hub: HubMachine, digest: str) -> None:
    """A desk that joins now begins with the same."""
    assert hub.store is not None
    with world.nature.acting(hub):
        file = bootstrap(world.folder / "joins.checkin", hub.store.every_page())
    found = derive.digest(file.connection)
    file.database.close()
    if found != digest:
        raise Violation(f"who joins now shows {found}, the others {digest}")


def _conflicts(machine: DeskMachine) -> set[Naive]:
    rows = machine.file.connection.execute("SELECT kind, entries, open FROM conflicts")
    return {Naive(kind, frozenset(json.loads(of)), bool(waits)) for kind, of, waits in rows}


def _tables_as_told(world: World, connection: sqlite3.Connection) -> None:
    """The tables are what the oracle makes of the entries; and what was shown is in them."""
    oracle = Oracle(connection.execute(SELECT_BY_LINE))
    _same("conflicts", oracle.conflicts(), _conflicts(world.desks[0]))
    scans = set(
        connection.execute(
            "SELECT id, delegate, checkpoint, direction, door, decision, reason FROM scans"
        )
    )
    _same("scans", oracle.scans(), scans)
    counted = {row[0] for row in oracle.scans()}
    shown = {
        (one.scan, one.decision, one.reason, one.door)
        for chain, one in world.history.shown.items()
        if chain in world.history.kept and one.scan in counted
    }
    held = {(row[0], row[5], row[6], row[4]) for row in scans}
    if missing := shown - held:
        raise Violation(f"shown at a door and not recorded so: {missing}")
    attendance = set(
        connection.execute(
            "SELECT delegate, checkpoint, first_scan, first_at, last_at, inside, passages"
            " FROM attendance"
        )
    )
    _same("attendance", oracle.attendance(), attendance)
    seats = dict(connection.execute("SELECT id, seat FROM delegates WHERE seat <> ''"))
    _same("seats", set(oracle.seats().items()), set(seats.items()))


def _same(what: str, expected: set, found: set) -> None:  # type: ignore[type-arg]
    if expected != found:
        raise Violation(
            f"{what}: missing {sorted(map(str, expected - found))[:5]},"
            f" too many {sorted(map(str, found - expected))[:5]}"
        )
