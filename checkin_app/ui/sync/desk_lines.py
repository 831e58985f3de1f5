"""Owns what is said of each desk in the list, from whatever is known of it, without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from checkin_app import __version__, verdict_words
from checkin_app.ui.language import language, number, translate
from checkin_app.ui.sync import state_words
from checkin_app.ui.sync.hub_desks import DeskRow
from checkin_app.ui.sync.office import SyncOffice
from checkin_app.ui.sync.profiles import profile_words
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.store.writers import Writer

#: Milliseconds from which a clock is worth a warning, and from which the difference is shown.
_WRONG, _SHOWN = 2000, 1000
#: Seconds after which a desk that should be met every half minute is missed.
MISSED = 120


@dataclass(frozen=True, slots=True)
class Line:
    """One desk. `warns` marks what somebody should look at; `desk` is an id that can be revoked."""

    name: str
    note: str
    met: str
    waiting: str
    clock: str
    release: str
    desk: str = ""
    warns: bool = False
    gone: bool = False


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
        known = {office.survey.desk, *(peer.id for peer in office.survey.peers)}
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
    return Line(name, note, "–", "–", "–", "–", gone=writer.cut)


def _this(workplace: Workplace, office: SyncOffice) -> Line:
    state = office.state
    name = workplace.settings.desk_name or workplace.desk_name or translate("Sync", "This desk")
    met = state_words.at(state.met_at, workplace) if state.met_at else "–"
    return Line(
        name,
        translate("Sync", "this desk"),
        met,
        number(state.outbox),
        _clock(state.offset),
        __version__,
        warns=state.clock_wrong,
    )


def _of_hub(row: DeskRow, workplace: Workplace) -> Line:
    note = translate("Sync", "revoked") if row.revoked else profile_words(row.profile)
    met = _at(row.met, workplace) if row.met else translate("Sync", "not met yet")
    missed = row.met is not None and (workplace.now() - row.met).total_seconds() > MISSED
    wrong = row.clock is not None and abs(row.clock) > _WRONG
    return Line(
        row.name,
        note,
        met,
        number(row.outbox),
        _clock(row.clock),
        row.release or "–",
        "" if row.revoked else row.desk,
        warns=not row.revoked and (missed or wrong),
        gone=row.revoked,
    )


def _met(workplace: Workplace, office: SyncOffice) -> list[Line]:
    kinds = {
        "hub": translate("Sync", "hub"),
        "desk": translate("Sync", "desk on the LAN"),
        "bundle": translate("Sync", "bundle on a stick"),
    }
    return [
        Line(
            peer.name or translate("Sync", "a desk without a name"),
            kinds.get(peer.kind, peer.kind),
            state_words.at(peer.met_at, workplace),
            "–",
            _clock(-peer.offset if peer.offset is not None and peer.kind != "hub" else None),
            peer.release or "–",
        )
        for peer in office.survey.peers
    ]


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
