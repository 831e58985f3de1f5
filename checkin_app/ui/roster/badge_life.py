"""Owns the lines that tell a badge's life on the card: printed, reported, handed over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from checkin_app import verdict_words
from checkin_app.domain.badges import SEEN, BadgeLife, Handed, Job, JobState, Printed
from checkin_app.ui.language import translate
from checkin_app.ui.queue.receiver_bar import receiver_words
from checkin_app.ui.queue.states import mark, needs_person, printer_title, told
from checkin_app.ui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class LifeLine:
    """One line: an icon's name and what it says; `strong` for how it stands now."""

    mark: str
    words: str
    strong: bool = False


def life_lines(life: BadgeLife, job: Job | None, workplace: Workplace) -> list[LifeLine]:
    """How a badge stands now, and who has it; nothing more than a glance needs.

    What needs a person is said beside, with what can be done.
    """
    lines: list[LifeLine] = []
    if job is not None and job.live and not needs_person(job):
        text = f"{told(job)} · {printer_title(job.printer)}"
        lines.append(LifeLine(mark(job), text, True))
    latest = next((one for one in life.prints if one.counts), None)
    if latest is not None and not (job is not None and job.live):
        lines.append(LifeLine(*_printed(latest, workplace), not lines))
    elif not lines:
        lines.append(LifeLine("waiting", translate("Badge", "Not printed yet"), True))
    handed = next((one for one in life.handed if one.code == life.code), None)
    if handed is not None:
        lines.append(LifeLine("check", _handed(handed, workplace)))
    elif latest is not None and life.handed:
        lines.append(LifeLine("waiting", translate("Badge", "Not handed over yet")))
    spoilt = sum(one.spoilt for one in life.prints)
    if spoilt:
        lines.append(LifeLine("close", translate("Badge", "%n badge(s) spoilt", None, spoilt)))
    return lines


def _printed(one: Printed, workplace: Workplace) -> tuple[str, str]:
    unknown = (
        translate("Badge", "Given to {printer} {time}; not known whether it came out"),
        "referred",
    )
    known: dict[str, tuple[str, str]] = {
        JobState.SENT: (translate("Badge", "Sent {time} · {printer}"), "printer"),
        JobState.CONFIRMED: (translate("Badge", "Printed {time} · {printer}"), "check"),
        JobState.WRITTEN: (translate("Badge", "Saved as PDF {time} · {printer}"), "check"),
    }
    text, icon = known.get(one.outcome, unknown)
    if one.outcome == JobState.CONFIRMED and one.words == SEEN:
        text = translate("Badge", "Printed {time} · {printer}; seen at the desk")
    return icon, text.format(time=_time(one.at, workplace), printer=printer_title(one.printer))


def _handed(one: Handed, workplace: Workplace) -> str:
    time = _time(one.at, workplace)
    if one.to == "delegate":
        if one.verified:
            text = translate("Badge", "Read and handed to the delegate {time}")
        else:
            text = translate("Badge", "Handed to the delegate {time}")
        return text.format(time=time)
    return translate("Badge", "Handed over {time}: {who} {name}").format(
        time=time, who=receiver_words(one.to), name=one.name
    )


def _time(at: datetime, workplace: Workplace) -> str:
    return verdict_words.clock(
        at, workplace.zone, beside=workplace.now(), lang=workplace.lang, seconds=False
    )
