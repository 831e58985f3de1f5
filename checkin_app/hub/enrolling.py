"""Owns who belongs to the hub: enrolments made and used, tokens given, desks revoked.

Secrets and tokens are kept as hashes. That a desk was enrolled or revoked is also an entry in the
hub's own stream (`hub.store.desks`), so that every desk knows whose entries count.
"""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin_app.domain.errors import NotPossible
from checkin_app.hub.problems import Refusal, used_up, wrong_event
from checkin_app.hub.settings import Settings
from checkin_app.hub.store.admin import OWN_DESK
from checkin_app.hub.tokens import hashed, new_token
from checkin_app.ledger.authority import PROFILES
from checkin_app.ledger.clock import now_ms
from checkin_app.sync import enrolment
from checkin_app.sync.wire import Enrol, Enrolled

if TYPE_CHECKING:
    from checkin_app.hub.store import Admin

HOURS = 24
MOST_HOURS = 24 * 30
MOST_NAME = 80


@dataclass(frozen=True, slots=True)
class Made:
    """An enrolment: shown once, good until `expires_at` (ms since 1970 UTC)."""

    text: str
    expires_at: int


def enrol(admin: Admin, settings: Settings, name: str, profile: str, hours: int = HOURS) -> Made:
    """An enrolment for one desk. Raises NotPossible."""
    name = clean(name)
    if not name:
        raise NotPossible("Say which desk the enrolment is for: it needs a name.")
    if profile not in PROFILES:
        raise NotPossible(
            "There is no profile “{name}”. The profiles are: {known}.",
            name=profile,
            known=", ".join(PROFILES),
        )
    secret = secrets.token_bytes(enrolment.SECRET_BYTES)
    expires_at = now_ms() + min(max(1, hours), MOST_HOURS) * 3_600_000
    admin.enrolments.add(hashed(secret), name, profile, expires_at)
    text = enrolment.format(
        enrolment.Enrolment(
            event=admin.setting("event"),
            event_name=admin.setting("event_name"),
            addresses=list(settings.addresses),
            pin=settings.pin,
            hub_key=admin.keys().hub_public,
            secret=secret,
            expires_at=expires_at,
        )
    )
    return Made(text, expires_at)


def accept(admin: Admin, asked: Enrol, event: str) -> Enrolled:
    """Gives the desk that holds an enrolment its token. Raises Refusal.

    The secret is spent by whatever comes of it from here on.
    """
    if asked.event != event:
        raise wrong_event()
    found = admin.enrolments.take(hashed(asked.secret))
    if found is None:
        raise used_up()
    name, profile = found
    known = admin.desk(asked.desk)
    if known is not None and bytes.fromhex(known.public_key) != asked.public_key:
        raise Refusal("bad_request", "Another desk has this id. Make a new file on this computer.")
    token = new_token()
    admin.add_desk(asked.desk, name, profile, asked.public_key.hex(), hashed(token))
    hub_key, founder = admin.keys().hub_public, admin.setting("founder")
    return Enrolled(token, profile, event, name, hub_key, founder)


def revoke(admin: Admin, desk: str) -> str:
    """From now on the desk is refused. `desk` is its id, or its name if one alone has it.

    Returns its id. Raises NotPossible.
    """
    key = enrolled(admin, desk)
    admin.revoke(key)
    return key


def is_own(admin: Admin, desk: str) -> bool:
    """Whether a desk, by its id, is the one on which the hub itself runs."""
    return desk == admin.setting(OWN_DESK)


def enrolled(admin: Admin, desk: str) -> str:
    """The id of a desk that is not revoked, as `revoke` finds it. Raises NotPossible."""
    named = [row for row in admin.desks() if desk in (row.desk, row.name, clean(row.name))]
    rows = [row for row in named if row.revoked_at is None]
    found = [row.desk for row in rows if row.desk == desk] or [row.desk for row in rows]
    if named and not found:
        raise NotPossible(
            "“{name}” is revoked already. It stays so until it is enrolled again.", name=desk
        )
    if not found:
        raise NotPossible(
            "No desk “{name}” is enrolled here. “hub desks” lists those that are.", name=desk
        )
    if len(found) > 1:
        raise NotPossible(
            "Several desks are named “{name}”. Say which by its id: {known}.",
            name=desk,
            known=", ".join(found),
        )
    return found[0]


def clean(name: str) -> str:
    """A name without what a screen cannot show, of bounded length, in NFC."""
    text = unicodedata.normalize("NFC", name)
    shown = "".join(c if c.isprintable() else " " for c in text)
    return " ".join(shown.split())[:MOST_NAME]
