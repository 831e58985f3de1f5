"""Owns how a desk joins a hub: one enrolment, and then a token, a link and the event itself.

What was begun and broke is gone on with when the same enrolment is used again here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import msgspec

from checkin_app import __version__
from checkin_app.config import station_dir
from checkin_app.domain.errors import (
    CertificateChanged,
    CheckinError,
    HubRefused,
    HubUnreachable,
    StoreError,
    WrongEvent,
)
from checkin_app.ledger.clock import now_ms
from checkin_app.ledger.pages import Page
from checkin_app.store import authority, identity, peers
from checkin_app.store.bootstrap import bootstrap
from checkin_app.store.event_file import EventFile
from checkin_app.store.peers import Met
from checkin_app.sync import enrolment, links, tokens, wire
from checkin_app.sync.client import HubClient
from checkin_app.sync.enrolment import Enrolment
from checkin_app.sync.intake import Ask
from checkin_app.sync.links import HubLink

Progress = Callable[[int, int], None]

SPENT = "This enrolment was used already or has expired. Ask for a new one at the hub."
OTHER_EVENT = (
    "This enrolment is for “{event}”, and this file is of another event. Nothing was changed: join"
    " into a new file."
)
OTHER_AUTHORITY = (
    "The hub of this enrolment is not the one that this event trusts. Nothing was sent; ask the"
    " supervisor which hub is right."
)
ID_TAKEN = "The hub knows another desk by this one’s number. Join into a new file instead."
THERE = "{file} is already there. Choose another name; nothing was overwritten."
NO_KEY = "The key of this desk cannot be read, so it cannot join. Unlock the keyring and try again."
NO_HUB = (
    "At {address} no hub answers. Check the network, and that the hub is running; nothing was"
    " changed."
)
OTHER_HUB = (
    "What answers at {address} is not the hub of this enrolment. Nothing was sent. Check the"
    " network, or ask for a new enrolment."
)
BROKE_OFF = (
    "The link to the hub at {address} broke while the event was fetched. Nothing was kept: join"
    " again with the same enrolment."
)
NOT_KEPT = "The token of this desk cannot be kept: {why}. Free some space and ask for a new one."


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who wants to join: its event, its id, its public key, and the key the event trusts."""

    event: str
    desk: str
    name: str
    public_key: bytes
    authority: str


@dataclass(frozen=True, slots=True)
class Joined:
    """What came of it. `profile` is what the desk may record."""

    path: Path
    event: str
    event_name: str
    desk: str
    profile: str


class JoiningDesk(Protocol):
    """What of a desk joining needs; `desk.Desk` is one."""

    @property
    def path(self) -> Path: ...

    def applicant(self) -> Applicant: ...

    def joined(self, link: HubLink) -> None: ...

    def left_hub(self) -> None: ...


def applicant(file: EventFile) -> Applicant:
    """This file's desk, its stream opened if need be. Raises StoreError."""
    with file.transaction():
        file.stream  # noqa: B018
    who = file.desk
    assert who is not None
    from checkin_app.ledger.seal import public_key

    try:
        public = public_key(identity.load_key(who.desk))
    except (OSError, ValueError) as error:
        raise StoreError(NO_KEY) from error
    return Applicant(file.event.id, who.desk, who.name, public, _trusted(file))


def attach(text: str, ask: Ask, *, name: str = "") -> Joined:
    """Joins the hub with the event that is open. Raises CheckinError; nothing has changed then."""
    asked = enrolment.parse(text)

    def apply(desk: JoiningDesk) -> tuple[Applicant, Path]:
        return desk.applicant(), desk.path

    who, path = ask(apply)
    if who.event != asked.event:
        raise WrongEvent(OTHER_EVENT, event=asked.event_name)
    if who.authority and who.authority != asked.hub_key.hex():
        raise HubRefused(OTHER_AUTHORITY)
    enrolled = _enrol(asked, who.desk, name or who.name, who.public_key)
    link = _link(asked, enrolled.name, enrolled.profile)

    def settle(desk: JoiningDesk) -> None:
        desk.joined(link)

    ask(settle)
    return Joined(path, who.event, asked.event_name, who.desk, enrolled.profile)


def join_into(text: str, path: Path, *, name: str = "", progress: Progress | None = None) -> Joined:
    """Joins the hub and fetches the event into a new file, which appears whole or not at all.

    `progress` is told entries fetched of entries in all. Raises CheckinError.
    """
    asked = enrolment.parse(text)
    if path.exists():
        raise StoreError(THERE, file=path)
    begun = _begin(asked, name)
    client = HubClient(asked.addresses, asked.pin, tokens.load(begun.desk))
    try:
        file = bootstrap(
            path,
            _pages(client, progress),
            settle=lambda file: _settle(file, asked, begun),
            founder=begun.founder,
        )
    except HubUnreachable as error:
        raise HubUnreachable(BROKE_OFF, address=client.address) from error
    finally:
        client.close()
    file.close()
    _begun_file(asked).unlink(missing_ok=True)
    return Joined(path, asked.event, asked.event_name, begun.desk, begun.link.profile)


def leave(ask: Ask) -> None:
    """This desk's file belongs to no hub any more; what it knows stays."""

    def go(desk: JoiningDesk) -> None:
        desk.left_hub()

    ask(go)


class _Begun(msgspec.Struct, frozen=True):
    """A joining under way: the desk has its token, but not the event."""

    desk: str
    name: str
    link: HubLink
    founder: str = ""


def _begin(asked: Enrolment, name: str) -> _Begun:
    """What was begun with this enrolment before, or a new desk enrolled."""
    kept = _begun_file(asked)
    try:
        begun = msgspec.json.decode(kept.read_bytes(), type=_Begun)
        if tokens.load(begun.desk):
            link = _link(asked, begun.link.name, begun.link.profile)
            return msgspec.structs.replace(begun, link=link)
    except (OSError, ValueError, msgspec.MsgspecError):
        pass
    desk, public_key = identity.new_desk()
    enrolled = _enrol(asked, desk, name, public_key)
    link = _link(asked, enrolled.name, enrolled.profile)
    begun = _Begun(desk, enrolled.name or name, link, enrolled.founder)
    kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    kept.write_bytes(msgspec.json.encode(begun))
    return begun


def _begun_file(asked: Enrolment) -> Path:
    return station_dir() / "joining" / f"{hashlib.sha256(asked.secret).hexdigest()[:32]}.json"


def _enrol(asked: Enrolment, desk: str, name: str, public_key: bytes) -> wire.Enrolled:
    """Asks for the desk's token and keeps it. Raises HubError."""
    client = HubClient(asked.addresses, asked.pin)
    said = wire.Enrol(asked.secret, asked.event, desk, name[:80], public_key, __version__)
    try:
        enrolled = client.enrol(said)
    except HubUnreachable as error:
        raise HubUnreachable(NO_HUB, address=client.address) from error
    except CertificateChanged as error:
        raise CertificateChanged(OTHER_HUB, address=client.address) from error
    except HubRefused as error:
        match error.details.get("code"):
            case "unauthorized":
                raise HubRefused(SPENT) from error
            case "bad_request":
                raise HubRefused(ID_TAKEN) from error
        raise
    finally:
        client.close()
    if enrolled.event != asked.event or enrolled.hub_key != asked.hub_key:
        raise HubRefused(OTHER_AUTHORITY)
    try:
        tokens.keep(desk, enrolled.token)
    except OSError as error:
        raise CheckinError(NOT_KEPT, why=error.strerror or type(error).__name__) from error
    return enrolled


def _link(asked: Enrolment, name: str, profile: str) -> HubLink:
    return HubLink(asked.addresses, asked.pin.hex(), asked.hub_key.hex(), name, profile)


def _pages(client: HubClient, progress: Progress | None) -> Iterator[Page]:
    for frame in client.snapshot():
        yield from frame.pages
        if progress is not None:
            progress(frame.done, max(frame.done, frame.total))


def _settle(file: EventFile, asked: Enrolment, begun: _Begun) -> None:
    """Makes the new file this desk's. Raises HubRefused where it is not what was asked for."""
    if file.event.id != asked.event:
        raise WrongEvent(OTHER_EVENT, event=asked.event_name)
    if _trusted(file) not in ("", asked.hub_key.hex()):
        raise HubRefused(OTHER_AUTHORITY)
    with file.transaction():
        identity.adopt(file.connection, begun.desk, begun.name)
        links.write(file.connection, begun.link)
        # It knew what came of it, so what waits is known before it is met again.
        known = Met(asked.hub_key.hex(), "hub", begun.link.name, file.vector(), now_ms())
        peers.keep(file.connection, known)
        file.stream  # noqa: B018


def _trusted(file: EventFile) -> str:
    """The public key, in hex, of the hub that the event trusts; empty where it trusts everybody."""
    return next(iter(authority.named(file.connection)), "")
