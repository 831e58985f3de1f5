"""Owns one simulated run: machines, people at them, links between them, and what befalls them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from checkin_app.desk import Desk
from checkin_app.domain.errors import BundleError, CheckinError, HubError, HubUnreachable
from checkin_app.ledger.pages import Page, Vector
from checkin_app.store import restoring
from checkin_app.store.receiving import Taken
from checkin_app.sync import wire
from checkin_app.sync.exchange import FilePeer, hello, pull, push
from checkin_app.sync.joining import applicant
from checkin_app.sync.protocol import Peer
from tests.simulation import hubs, staff
from tests.simulation.disk import Disks, Stopped, copy_files
from tests.simulation.history import Chain, History
from tests.simulation.hubs import HubMachine, HubStops
from tests.simulation.machines import DeskMachine, chains, give_files
from tests.simulation.nature import Nature, governed
from tests.simulation.network import Abandoned, Host, SimulatedPeer
from tests.simulation.template import Template

T = TypeVar("T")
HOUR = 3_600_000

#: What befalls a run, and how often beside each other; a run leaves some of it out.
EVENTS = {
    "work": 60,
    "meet": 22,
    "late message": 6,
    "write stick": 2,
    "read stick": 3,
    "partition": 3,
    "heal": 3,
    "power cut": 3,
    "stop in a transaction": 4,
    "close": 1,
    "clock jumps": 2,
    "disk image": 3,
    "backup": 2,
    "restore": 3,
    "image put back": 4,
    "cloned": 2,
    "update": 2,
    "revoked": 2,
}
#: Left out of every second run, each by itself.
HAS_STICKS = hasattr(Desk, "write_bundle")
FAULTS = tuple(event for event in EVENTS if event not in ("work", "meet"))


class Violation(AssertionError):
    """A promise of checkin_app/sync/README.md was broken."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that lies about: a stick, a backup, a disk image; what it holds; whose it is."""

    path: Path
    holds: frozenset[Chain]
    owner: DeskMachine | None = None
    home: Path | None = None


class DeskHost:
    """A desk that answers others over the LAN."""

    def __init__(self, machine: DeskMachine, world: World) -> None:
        self.name = machine.name
        self._machine = machine
        self._world = world

    def serve(self, ask: Callable[[Peer], T]) -> T:
        machine = self._machine
        if machine.desk is None:
            raise HubUnreachable(address=machine.name)
        with self._world.standing(machine):
            return ask(FilePeer(machine.file, machine.name, source="lan"))


class World:
    """One run. `steps` is its readable trace."""

    def __init__(self, seed: int, folder: Path, templates: tuple[Template, Template]) -> None:
        self.seed = seed
        self.nature = Nature(seed)
        self.chance = self.nature.chance
        self.folder = folder
        self.template = templates[self.chance.random() < 0.6]
        self.hub: HubMachine | None = None
        self.disks = Disks()
        self.history = History()
        self.desks: list[DeskMachine] = []
        self.hosts: dict[str, Host] = {}
        self.codes = list(self.template.codes[:5])
        self.cut: set[frozenset[str]] = set()
        self.late: list[tuple[Host | DeskMachine, bytes]] = []
        self.sticks: list[Kept] = []
        self.images: list[Kept] = []
        self.backups: list[Kept] = []
        self.hub_backups: list[Kept] = []
        self.steps: list[str] = []
        self.lossy = self.chance.choice((0.0, 0.0, 0.1, 0.3))
        self._deep = False
        self._files = 0
        self.damaged: set[str] = set()
        self.profiles: dict[str, str] = {}
        self.keys: dict[str, str] = {}
        self._left_out = {fault for fault in FAULTS if self.chance.random() < 0.5}
        if not HAS_STICKS:
            self._left_out |= {"write stick"}

    # -- the run -------------------------------------------------------------

    def run(self) -> None:
        """Everything from dawn to dusk; raises Violation."""
        with ExitStack() as closing:
            closing.enter_context(governed(self.nature))
            closing.enter_context(self.disks.governing())
            closing.enter_context(hubs.governing(self.disks))
            closing.callback(self._close)
            self._people_arrive()
            weights = {e: w for e, w in EVENTS.items() if e not in self._left_out}
            for _ in range(self.chance.randrange(20, 65)):
                self.nature.pass_time(self.chance.choice((2_000, 20_000, 600_000)))
                event = self.chance.choices(list(weights), list(weights.values()))[0]
                self._happen(event)
            self._dusk()
            from tests.simulation import checks

            checks.check(self)

    def say(self, text: str) -> None:
        self.steps.append(f"{len(self.steps):4} {self.nature.now_ms} {text}")

    def _people_arrive(self) -> None:
        if self.template.hub is not None:
            self.hub = HubMachine("hub", self.folder / "hub", self.nature, self.disks)
            self.hub.told = self.say
            self.hub.put_back(self.template.hub)
            self.hub.start()
            self.hub.observe(self.history, told=True)
            self.hosts["hub"] = self.hub
        for number in range(self.chance.randrange(2, 5)):
            machine = self._new_desk()
            if number == 0:
                give_files(self.template.path, self.template.home, machine)
            else:
                copy_files(self.template.joining, machine.path)
            if self.chance.random() < 0.3:
                machine.skew_ms = self.chance.randrange(-5 * HOUR, 5 * HOUR)
            if "update" not in self._left_out and self.chance.random() < 0.4:
                machine.kinds_unknown = staff.YOUNG_KINDS
            machine.start()
            self._observe(machine)
            if self.hub is not None and self.chance.random() < 0.97:
                self._enrol(machine, self.hub)
            self.say(f"{machine.name} starts, its clock is {machine.skew_ms} ms off")
            if machine.kinds_unknown:
                self.say(f"{machine.name} is of an older release")

    def _new_desk(self) -> DeskMachine:
        name = f"desk{len(self.desks) + 1}"
        machine = DeskMachine(name, self.folder / name, self.nature, self.disks)
        self.desks.append(machine)
        self.hosts[name] = DeskHost(machine, self)
        return machine

    def _close(self) -> None:
        for machine in self.desks:
            if machine.desk is not None:
                machine.running._file.database.close()
        if self.hub is not None and self.hub.store is not None:
            self.hub.stop(kindly=True)

    # -- what machines do ----------------------------------------------------

    @contextmanager
    def standing(self, machine: DeskMachine) -> Iterator[None]:
        """Inside, this machine acts; where it stops, it lies there until it is started again."""
        try:
            with self.nature.acting(machine):
                yield
        except Stopped:
            self.say(f"  {machine.name} stops in the middle")
            machine.stop(kindly=False)
            raise

    def _observe(self, machine: DeskMachine, *, told: bool = True) -> None:
        machine.observe(self.history, told=told)

    def revive(self, machine: DeskMachine) -> None:
        if machine.desk is None:
            machine.start()
            self._observe(machine, told=False)
            self.say(f"{machine.name} is started again")

    def work(self, machine: DeskMachine, action: str) -> None:
        """A person does something at a desk."""
        if machine.kinds_unknown and action in staff.YOUNG:
            return
        try:
            with self.standing(machine):
                shown = staff.do(machine.running, action, self.codes, self.chance)
        except Stopped:
            return
        except staff.NEVER as error:
            self.say(f"{machine.name}: {action}, not possible: {error}")
            shown = []
        else:
            self.say(f"{machine.name}: {action} {[(s.scan, s.decision, s.reason) for s in shown]}")
        self._observe(machine)
        for one in shown:
            self.history.shown[self.history.by_id[one.scan]] = one

    def meanwhile(self) -> None:
        """While a message is on its way, people go on."""
        if self._deep:
            return
        self._deep = True
        for _ in range(self.chance.choice((0, 0, 0, 1, 2))):
            running = [desk for desk in self.desks if desk.desk is not None]
            if running:
                self.work(self.chance.choice(running), self._action())
        self._deep = False

    def _action(self) -> str:
        return self.chance.choices(list(staff.ACTIONS), list(staff.ACTIONS.values()))[0]

    # -- how machines meet ---------------------------------------------------

    def carry(self, client: DeskMachine, host: Host, what: str) -> None:
        """Whether a message gets through. Raises HubUnreachable."""
        if frozenset((client.name, host.name)) in self.cut or self.chance.random() < self.lossy:
            self.say(f"  {client.name} – {host.name}: the {what} is lost")
            raise HubUnreachable(address=host.name)

    def may_come_again(self, to: Host | DeskMachine, body: bytes) -> None:
        if "late message" not in self._left_out and self.chance.random() < 0.2:
            self.late.append((to, body))

    def meet(self, client: DeskMachine, host: Host) -> bool:
        """A desk gives and takes; whether it came to an end."""
        peer = SimulatedPeer(self, client, host)
        most = self.chance.choice((1, 500, 3000, 1 << 20))
        way = self.chance.choice(("push", "pull", "both", "both"))
        self.say(f"{client.name} – {host.name}: {way}, {most} bytes at a time")
        try:
            self._enrol(client, host)
            with self.standing(client):
                theirs = peer.greet(hello(client.file, "")).vector
                self._measure(client, host)
                if way != "pull":
                    push(peer, theirs, self._pages_of(client), most_bytes=most)
                if way != "push":
                    pull(
                        peer, lambda: self._vector(client), self._receiver(client), most_bytes=most
                    )
        except (HubError, Abandoned, Stopped):
            return False
        return True

    def _measure(self, client: DeskMachine, host: Host) -> None:
        """The clocks are compared; the network's delay leaves some doubt."""
        if isinstance(host, HubMachine) and "clock jumps" not in self._left_out:
            doubt = self.chance.randrange(5, 200)
            error = self.chance.randrange(-doubt, doubt)
            client.running.clock_offset(host.skew_ms - client.skew_ms + error, doubt)

    def _enrol(self, client: DeskMachine, host: Host) -> None:
        """A desk that comes to the hub for the first time is let in. Raises HubUnreachable."""
        if not isinstance(host, HubMachine):
            return
        if host.store is None:
            raise HubUnreachable(address=host.name)
        if not client.applied_as:
            with self.standing(client):
                who = applicant(client.file)
            self._observe(client)
            client.applied_as = who.desk
            self.profiles.setdefault(who.desk, self._profile())
            self.keys[who.desk] = who.public_key.hex()
        desk = client.applied_as
        try:
            host.enrols(desk, client.name, self.profiles[desk], self.keys[desk])
        except HubStops:
            self.say(f"  {host.name} stops in the middle")
            host.stop(kindly=False)
            raise HubUnreachable(address=host.name) from None
        host.observe(self.history, told=True)

    def _profile(self) -> str:
        return self.chance.choice(("registration", "registration", "registration", "door"))

    def _pages_of(self, client: DeskMachine):  # type: ignore[no-untyped-def]
        return lambda theirs, most: client.running.lacking(theirs, most)

    def _vector(self, client: DeskMachine) -> Vector:
        return client.running.vector()

    def _receiver(self, client: DeskMachine):  # type: ignore[no-untyped-def]
        """All at once, or in slices between which the desk could scan."""
        if self.chance.random() < 0.5:
            return lambda pages: client.running.receive(pages, "peer")

        def receive(pages: Sequence[Page]) -> Taken:
            taken = client.running.receive(pages, "peer", budget_ms=0.0)
            refused = list(taken.refused)
            while taken.left:
                self.meanwhile()
                if client.desk is None:
                    raise Abandoned
                taken = client.running.receive(pages[-taken.left :], "peer", budget_ms=0.0)
                refused += taken.refused
            taken.refused = refused
            return taken

        return receive

    def _late_message(self) -> None:
        if not self.late:
            return
        to, body = self.late.pop(self.chance.randrange(len(self.late)))
        host = self.hosts[to.name]
        self.say(f"{to.name} gets an old message")
        pages = wire.decode(body, wire.Give, wire.MSGPACK).pages
        if self.chance.random() < 0.2:
            self.say("  it is damaged on the way")
            self.damaged.add(to.name)
            pages[self.chance.randrange(len(pages))] = self._damaged(self.chance.choice(pages))
        try:
            host.serve(lambda peer: peer.give(pages))
        except (HubError, Stopped):
            return

    def _damaged(self, page: Page) -> Page:
        """One bit is another."""
        bodies = list(page.bodies)
        at = self.chance.randrange(len(bodies))
        body = bytearray(bodies[at])
        body[self.chance.randrange(len(body))] ^= 1 << self.chance.randrange(8)
        bodies[at] = bytes(body)
        return msgspec.structs.replace(page, bodies=bodies)

    # -- what befalls --------------------------------------------------------

    def _happen(self, event: str) -> None:
        if self.hub is not None and self.chance.random() < 0.08:
            self._befalls_hub(self.hub, event)
            return
        machine = self.chance.choice(self.desks)
        if machine.desk is None:
            if self.chance.random() < 0.5:
                self.revive(machine)
            return
        match event:
            case "work":
                self.work(machine, self._action())
            case "meet":
                others = [name for name in self.hosts if name != machine.name]
                others += ["hub"] * (2 * len(others)) if self.hub else []
                self.meet(machine, self.hosts[self.chance.choice(others)])
            case "late message":
                self._late_message()
            case "partition":
                self._partition()
            case "heal":
                self.cut.clear()
                self.say("all links are there")
            case "power cut":
                self.say(f"{machine.name}: power cut")
                machine.stop(kindly=False)
            case "close":
                self.say(f"{machine.name} is closed")
                machine.stop(kindly=True)
            case "stop in a transaction":
                end = self.chance.choice(("lost", "kept"))
                machine.disk.fate = (self.chance.randrange(6), end)
                self.say(f"{machine.name} will stop in a transaction that is {end}")
            case "clock jumps":
                machine.skew_ms = self.chance.choice(
                    (0, self.chance.randrange(-9 * HOUR, 9 * HOUR), 4 * 365 * 24 * HOUR)
                )
                self.say(f"{machine.name}'s clock is {machine.skew_ms} ms off now")
            case "write stick":
                self._write_stick(machine)
            case "read stick":
                self._read_stick(machine)
            case "disk image":
                self._image(machine)
            case "backup":
                self._backup(machine)
            case "restore":
                self._restore(machine)
            case "image put back":
                self._put_back(machine)
            case "cloned":
                self._clone(machine)
            case "revoked" if self.hub is not None and not self._forks:
                self._revoke(machine, self.hub)
            case "update" if machine.kinds_unknown:
                self._update(machine)

    def _befalls_hub(self, hub: HubMachine, event: str) -> None:
        if hub.store is None:
            self._revive_hub(hub)
            return
        match event:
            case "power cut" | "close":
                self.say("hub: stops")
                hub.stop(kindly=event == "close")
            case "stop in a transaction":
                hub.disk.fate = (self.chance.randrange(4), self.chance.choice(("lost", "kept")))
                self.say(f"hub: will stop: {hub.disk.fate}")
            case "clock jumps":
                hub.skew_ms = self.chance.randrange(-9 * HOUR, 9 * HOUR)
                self.say(f"hub: its clock is {hub.skew_ms} ms off now")
            case "backup" | "disk image":
                path = self._new_file("hub.backup")
                hub.copy_to(path)
                self.hub_backups.append(Kept(path, frozenset(hub.known())))
                self.say(f"hub: backed up to {path.name}")
            case "restore" | "image put back" if self.hub_backups:
                kept = self.chance.choice(self.hub_backups)
                self.say(f"hub: put back to {kept.path.name}")
                held = set(hub.known())
                hub.stop(kindly=True)
                self.history.medium_lost(held, self._elsewhere(hub) | kept.holds)
                hub.put_back(kept.path)
                self._revive_hub(hub)

    def _revive_hub(self, hub: HubMachine) -> None:
        hub.start()
        hub.observe(self.history, told=False)
        self.say("hub: is started again")

    def _partition(self) -> None:
        names = list(self.hosts)
        side = {name for name in names if self.chance.random() < 0.5}
        self.cut |= {frozenset((a, b)) for a in side for b in names if b not in side}
        self.say(f"{sorted(side)} are cut off from the others")

    def _new_file(self, name: str) -> Path:
        self._files += 1
        return self.folder / f"{self._files}-{name}"

    def _write_stick(self, machine: DeskMachine) -> None:
        path = self._new_file("stick.bundle")
        try:
            with self.standing(machine):
                machine.running.write_bundle(path)
        except Stopped:
            return
        self._observe(machine)
        self.say(f"{machine.name} writes {path.name}")
        self.sticks.append(Kept(path, frozenset(self._chains(machine))))

    def _read_stick(self, machine: DeskMachine) -> None:
        if not self.sticks:
            return
        path = self.chance.choice(self.sticks).path
        if self.chance.random() < 0.2:
            whole = path.read_bytes()
            path = self._new_file("cut.bundle")
            path.write_bytes(whole[: self.chance.randrange(len(whole))])
        self.say(f"{machine.name} reads {path.name}")
        self.read(machine, path)

    def read(self, machine: DeskMachine, path: Path) -> None:
        try:
            with self.standing(machine):
                machine.running.read_bundle(path)
        except Stopped:
            return
        except BundleError as error:
            if not path.name.endswith("cut.bundle"):
                raise Violation(f"a whole bundle is refused: {error}") from error

    def _chains(self, machine: DeskMachine) -> set[Chain]:
        if machine.desk is None:
            return chains(machine.path)
        rows = machine.file.connection.execute("SELECT chain FROM entries")
        return {chain for (chain,) in rows}

    def _elsewhere(self, machine: DeskMachine | HubMachine) -> set[Chain]:
        """What lies on media other than this machine's."""
        held: set[Chain] = set()
        for other in self.desks:
            if other is not machine:
                held |= self._chains(other)
        if self.hub is not None and self.hub is not machine:
            held |= self.hub.known().keys()
        for stick in self.sticks:
            held |= stick.holds
        return held

    def _image(self, machine: DeskMachine) -> None:
        """The disk is copied as it is, keys and all."""
        path = self._new_file("image.checkin")
        copy_files(machine.path, path)
        home = self._new_file("image.home")
        if machine.home.exists():
            shutil.copytree(machine.home, home)
        self.images.append(Kept(path, frozenset(self._chains(machine)), machine, home))
        self.say(f"{machine.name}'s disk is copied to {path.name}")

    def _backup(self, machine: DeskMachine) -> None:
        path = self._new_file("backup.checkin")
        try:
            with self.standing(machine):
                machine.running.backup(path)
        except Stopped:
            return
        self._observe(machine)
        self.backups.append(Kept(path, frozenset(self._chains(machine)), machine))
        self.say(f"{machine.name} is backed up to {path.name}")

    def _loses_disk(self, machine: DeskMachine, instead: Kept) -> None:
        self.history.medium_lost(self._chains(machine), self._elsewhere(machine) | instead.holds)

    def _restore(self, machine: DeskMachine) -> None:
        mine = [kept for kept in self.backups if kept.owner is machine]
        if not mine:
            return
        kept = self.chance.choice(mine)
        self.say(f"{machine.name} is restored from {kept.path.name}")
        machine.stop(kindly=True)
        self._loses_disk(machine, kept)
        with self.nature.acting(machine):
            aside = restoring.restore(kept.path, machine.path)
        if aside is not None:
            aside.unlink()
        self._again(machine)

    def _put_back(self, machine: DeskMachine) -> None:
        """The image of a disk is put back behind the program's back: the stream forks."""
        mine = [kept for kept in self.images if kept.owner is machine]
        if not mine:
            return
        kept = self.chance.choice(mine)
        self.say(f"{machine.name}'s disk is put back to {kept.path.name}")
        machine.stop(kindly=self.chance.random() < 0.5)
        self._loses_disk(machine, kept)
        copy_files(kept.path, machine.path)
        self._again(machine)

    def _again(self, machine: DeskMachine) -> None:
        machine.forget()
        machine.start()
        self._observe(machine, told=False)

    @property
    def _forks(self) -> bool:
        """Whether streams may fork; a number says little where there are two entries under it."""
        return not {"cloned", "image put back", "restore"} <= self._left_out

    def _revoke(self, machine: DeskMachine, hub: HubMachine) -> None:
        """The hub shuts out a desk, not the founding one; what it recorded until then stays."""
        who = machine.applied_as
        if machine is self.desks[0] or hub.store is None or not who:
            return
        self.say(f"{machine.name} is revoked")
        try:
            hub.revokes(who)
        except HubStops:
            hub.stop(kindly=False)
            return
        hub.observe(self.history, told=True)

    def _update(self, machine: DeskMachine) -> None:
        """A newer release is started: it knows kinds of which some entries are here already."""
        machine.stop(kindly=True)
        machine.kinds_unknown = frozenset()
        machine.start()
        self.say(f"{machine.name} is updated")

    def _clone(self, machine: DeskMachine) -> None:
        """A laptop is cloned, and both go on under one name and key."""
        if len(self.desks) > 5:
            return
        twin = self._new_desk()
        give_files(machine.path, machine.home if machine.home.exists() else None, twin)
        twin.kinds_unknown, twin.applied_as = machine.kinds_unknown, machine.applied_as
        if machine.name in self.damaged:  # What was kept aside is on the copy, too.
            self.damaged.add(twin.name)
        self.say(f"{machine.name} is cloned: {twin.name}")
        self._again(twin)

    # -- the end -------------------------------------------------------------

    def _dusk(self) -> None:
        """Everybody comes back, and all meet until there is nothing new."""
        self.say("dusk: all are started, all links are there")
        self.cut.clear()
        self.lossy = 0.0
        self._deep = True
        for machine in self.desks:
            machine.disk.fate = None
            self.revive(machine)
            if machine.kinds_unknown and self.chance.random() < 0.7:
                self._update(machine)
        if self.hub is not None:
            self.hub.disk.fate = None
            if self.hub.store is None:
                self._revive_hub(self.hub)
        for stick in self.sticks:
            self.read(self.chance.choice(self.desks), stick.path)
        while self.late:
            self._late_message()
        centre = "hub" if self.hub is not None else self.chance.choice(self.desks).name
        for _ in range(6):
            before = self._vectors()
            for machine in self.desks:
                if machine.name != centre:
                    self._meet_in_full(machine, self.hosts[centre])
            if before == self._vectors():
                break
        for machine in self.desks:
            if machine.kinds_unknown:
                self._update(machine)

    def _vectors(self) -> list[Vector]:
        known = [machine.running.vector() for machine in self.desks]
        if self.hub is not None and self.hub.store is not None:
            known.append(self.hub.store.vector())
        return known

    def _meet_in_full(self, machine: DeskMachine, host: Host) -> None:
        peer = SimulatedPeer(self, machine, host)
        try:
            self._enrol(machine, host)
            with self.nature.acting(machine):
                theirs = peer.greet(hello(machine.file, "")).vector
                push(peer, theirs, self._pages_of(machine))
                pull(peer, lambda: self._vector(machine), self._receiver(machine))
        except CheckinError as error:
            raise Violation(f"{machine.name} and {host.name} cannot meet: {error}") from error
        self._observe(machine)
