"""Owns what is said of each desk in the list, from whatever is known of it, without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from checkin_app import __version__, verdict_words
from checkin_app.ui.language import language, number, translate
from checkin_app.ui.sync import state_words
from checkin_app.ui.sync.hub_desks import DeskRow
from checkin_app.ui.sync.office import SyncOffice
from checkin_app.ui.sync.profiles import profile_words
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.store.peers import Met
    from checkin_app.store.writers import Writer

#: Milliseconds from which a clock is worth a warning, and from which the difference is shown.
_WRONG, _SHOWN = 2000, 1000
_HUB = "hub"
#: Seconds after which a desk that should be met every half minute is missed.
MISSED = 120


class Mark(StrEnum):
    """What is known of a desk in one sign: only a desk that is met now is well."""

    WELL = "well"
    UNKNOWN = "unknown"
    WARNS = "warns"
    REVOKED = "revoked"


#: Of this desk itself, by its link; what is not here, somebody should look at.
_LINKS = {
    "met": Mark.WELL,
    "none": Mark.UNKNOWN,
    "connecting": Mark.UNKNOWN,
    "revoked": Mark.REVOKED,
}


@dataclass(frozen=True, slots=True)
class Line:
    """One desk; `desk` is an id that can be revoked."""

    name: str
    note: str
    met: str
    waiting: str
    clock: str
    release: str
    desk: str = ""
    mark: Mark = Mark.UNKNOWN


def lines(
    workplace: Workplace,
    office: SyncOffice,
    rows: Sequence[DeskRow],
    writers: Sequence[Writer] = (),
) -> list[Line]:
    """This desk first, then the others.

    They are as its own hub knows them; else as they were met, or known by what they wrote.
    """
    others = [_of_hub(row, workplace) for row in rows if row.desk != office.survey.desk]
    if not rows:
        met = _met(workplace, office)
        known = {office.survey.desk, *(peer.id for peer in _peers(office))}
        names = {line.name for line in met}
        others = met + [
            _wrote(writer, workplace)
            for writer in writers
            if writer.desk not in known and writer.name not in names
        ]
    return [_this(workplace, office), *others]


def _wrote(writer: Writer, workplace: Workplace) -> Line:
    """A desk that was never met itself: its facts came through others."""
    last = translate("Sync", "its last fact: {time}").format(
        time=state_words.at(writer.last_at, workplace)
    )
    note = translate("Sync", "revoked") if writer.cut else last
    name = writer.name or translate("Sync", "a desk without a name")
    mark = Mark.REVOKED if writer.cut else Mark.UNKNOWN
    return Line(name, note, "–", "–", "–", "–", mark=mark)


def _this(workplace: Workplace, office: SyncOffice) -> Line:
    state = office.state
    named = office.survey.hub.name if office.survey.hub is not None else workplace.desk_name
    name = workplace.settings.desk_name or named or translate("Sync", "This desk")
    met = state_words.at(state.met_at, workplace) if state.met_at else "–"
    note = translate("Sync", "this desk")
    if state.link == "revoked":
        note = f"{note} · {translate('Sync', 'revoked')}"
    mark = Mark.WARNS if state.clock_wrong else _LINKS.get(state.link, Mark.WARNS)
    waiting = "–" if state.outbox is None else number(state.outbox)
    return Line(name, note, met, waiting, _clock(state.offset), __version__, mark=mark)


def _of_hub(row: DeskRow, workplace: Workplace) -> Line:
    note = translate("Sync", "revoked") if row.revoked else profile_words(row.profile)
    met = _at(row.met, workplace) if row.met else translate("Sync", "not met yet")
    missed = row.met is not None and (workplace.now() - row.met).total_seconds() > MISSED
    wrong = row.clock is not None and abs(row.clock) > _WRONG
    mark = Mark.UNKNOWN if row.met is None else Mark.WELL
    if row.revoked or missed or wrong:
        mark = Mark.REVOKED if row.revoked else Mark.WARNS
    return Line(
        row.name,
        note,
        met,
        number(row.outbox),
        _clock(row.clock),
        row.release or "–",
        "" if row.revoked else row.desk,
        mark=mark,
    )


def _met(workplace: Workplace, office: SyncOffice) -> list[Line]:
    kinds = {
        "hub": translate("Sync", "hub"),
        "desk": translate("Sync", "desk on the LAN"),
        "bundle": translate("Sync", "bundle on a stick"),
    }
    return [
        Line(
            _peer_name(peer, workplace),
            kinds.get(peer.kind, peer.kind),
            state_words.at(peer.met_at, workplace),
            "–",
            _clock(-peer.offset if peer.offset is not None and peer.kind != "hub" else None),
            peer.release or "–",
            mark=_peer_mark(peer, workplace, office),
        )
        for peer in _peers(office)
    ]


def _peers(office: SyncOffice) -> list[Met]:
    """Everybody who was met, the latest first; of desks on the LAN, when they answered last."""
    from checkin_app.store.peers import Met

    met = {peer.id: peer for peer in office.survey.peers}
    for seen in office.state.desks:
        former = met.get(seen.desk)
        if seen.desk and seen.met_at > (former.met_at if former is not None else 0):
            known = former or Met(seen.desk, "desk", seen.name, {}, 0)
            met[seen.desk] = replace(known, kind="desk", met_at=seen.met_at)
    return sorted(met.values(), key=lambda peer: -peer.met_at)


def _peer_name(peer: Met, workplace: Workplace) -> str:
    """A hub without a name of its own is called as the event is, which has two names."""
    forum = workplace.forum
    if peer.kind == _HUB and forum is not None and peer.name in ("", forum.name, forum.name_vi):
        return workplace.event_name()
    return peer.name or translate("Sync", "a desk without a name")


def _peer_mark(peer: Met, workplace: Workplace, office: SyncOffice) -> Mark:
    """The hub is well while it is met; a desk met on the LAN, while that was just now."""
    state = office.state
    if peer.kind == _HUB and office.survey.hub is not None:
        return Mark.WELL if state.link == "met" else Mark.WARNS
    if any(seen.desk == peer.id and seen.problem is None for seen in state.desks):
        lately = workplace.now().timestamp() - peer.met_at / 1000 <= MISSED
        return Mark.WELL if lately else Mark.UNKNOWN
    return Mark.UNKNOWN


def _clock(offset: int | None) -> str:
    """Hub's clock minus the desk's, in words; a dash where nobody measured."""
    if offset is None:
        return "–"
    if abs(offset) < _SHOWN:
        return translate("Sync", "right")
    seconds = language.locale.toString(abs(offset) / 1000, "f", 1)
    if offset > 0:
        return translate("Sync", "{seconds} s slow").format(seconds=seconds)
    return translate("Sync", "{seconds} s fast").format(seconds=seconds)


def _at(moment: datetime, workplace: Workplace) -> str:
    return verdict_words.clock(
        moment.astimezone(UTC),
        workplace.zone,
        beside=workplace.now(),
        lang=workplace.lang,
        seconds=False,
    )
