"""Owns what is said of the exchange, in the status line and on top of the sync screen."""

from __future__ import annotations

from datetime import UTC, datetime

from checkin_app import verdict_words
from checkin_app.sync.state import SyncState
from checkin_app.ui.language import language, number, translate
from checkin_app.ui.theme.tokens import Tone
from checkin_app.ui.workplace import Workplace

_TONES = {
    "met": Tone.ADMIT,
    "none": Tone.NEUTRAL,
    "connecting": Tone.NEUTRAL,
    "offline": Tone.REFER,
    "too_old": Tone.REFER,
    "refused": Tone.REFUSE,
    "revoked": Tone.REFUSE,
}

#: Milliseconds below which nobody cares about a clock.
_CARES = 1000


def tone(state: SyncState) -> Tone:
    """How much somebody should care."""
    found = _TONES[state.link]
    return Tone.REFER if found is Tone.ADMIT and state.clock_wrong else found


def link(state: SyncState) -> str:
    """The link in a word or two."""
    return {
        "none": translate("Sync", "This desk works alone"),
        "connecting": translate("Sync", "Connecting"),
        "met": translate("Sync", "Synced"),
        "offline": translate("Sync", "No hub") if _met(state) else translate("Sync", "No link"),
        "refused": translate("Sync", "The hub refuses this desk"),
        "revoked": translate("Sync", "This desk was revoked"),
        "too_old": translate("Sync", "Hub and desk need one release"),
    }[state.link]


def line(state: SyncState, workplace: Workplace) -> str:
    """The status line: link, last met, waiting; without the hub also who is met instead."""
    if state.link == "none":
        return desks_beside(state) or link(state)
    instead = beside(state, workplace) if state.link == "offline" else ""
    parts = [link(state), instead or met(state, workplace), waiting(state)]
    if state.clock_wrong:
        parts.append(clock(state))
    return " · ".join(part for part in parts if part)


def met(state: SyncState, workplace: Workplace) -> str:
    """When the hub last answered; with the day when that is not today."""
    if not state.met_at:
        return "" if state.link == "none" else translate("Sync", "not met yet")
    return translate("Sync", "last met {time}").format(time=at(state.met_at, workplace))


def at(ms: int, workplace: Workplace) -> str:
    """A time of this desk's clock, to the minute."""
    moment = datetime.fromtimestamp(ms / 1000, UTC)
    return verdict_words.clock(
        moment, workplace.zone, beside=workplace.now(), lang=workplace.lang, seconds=False
    )


def waiting(state: SyncState) -> str:
    """How much the hub does not have yet; empty for nothing."""
    if state.outbox is None:
        return translate("Sync", "waiting: not known yet")
    if not state.outbox:
        return ""
    return translate("Sync", "{count} waiting").format(count=number(state.outbox))


def host(address: str) -> str:
    """Where a hub is, without what is always the same."""
    return address.partition("://")[2] or address


def clock(state: SyncState) -> str:
    """How wrong this desk's clock is; empty while that is not measured, or too little to care."""
    if state.offset is None or abs(state.offset) < _CARES:
        return ""
    seconds = language.locale.toString(abs(state.offset) / 1000, "f", 1)
    if state.offset > 0:
        return translate("Sync", "clock {seconds} s slow").format(seconds=seconds)
    return translate("Sync", "clock {seconds} s fast").format(seconds=seconds)


def desks_beside(state: SyncState) -> str:
    """Desks met on the LAN, where there is no hub."""
    count = len(_met(state))
    return translate("Sync", "Synced with %n desk(s) on the LAN", None, count) if count else ""


def beside(state: SyncState, workplace: Workplace) -> str:
    """Desks met on the LAN while the hub is not, and when last; empty for none."""
    times = _met(state)
    if not times:
        return ""
    words = translate("Sync", "with %n desk(s) over the LAN, {time}", None, len(times))
    return words.format(time=at(max(times), workplace))


def _met(state: SyncState) -> list[int]:
    """When each desk that can be met on the LAN was."""
    return [desk.met_at for desk in state.desks if desk.met_at and desk.problem is None]


def to_decide(count: int) -> str:
    """How many conflicts wait for a person; empty for none."""
    return translate("Sync", "{count} to decide").format(count=number(count)) if count else ""
