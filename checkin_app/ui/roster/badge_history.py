"""Owns how the history of a delegate tells what became of their badges."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from checkin_app.domain.badges import SEEN, JobState
from checkin_app.ui.language import VI, language, translate
from checkin_app.ui.queue.reasons import reason_words
from checkin_app.ui.queue.receiver_bar import receiver_words
from checkin_app.ui.queue.states import printer_title

if TYPE_CHECKING:
    from checkin_app.i18n import Language

Details = Mapping[str, str]


def printed(details: Details) -> tuple[str, str]:
    """A badge was printed, as it was known then; why, where it was not the first."""
    mark = "printer"
    match details.get("outcome", ""):
        case JobState.WRITTEN:
            text = translate("History", "Badge saved in {printer}")
        case JobState.SENT:
            text = translate("History", "Badge sent to {printer}")
        case JobState.CONFIRMED:
            text = translate("History", "Badge printed by {printer}")
        case JobState.FAILED:
            text, mark = translate("History", "Badge not printed by {printer}"), "refused"
        case _:
            text = translate(
                "History", "Badge handed to {printer}; it is not known what became of it"
            )
    told = text.format(printer=printer_title(details.get("printer", "")))
    if why := details.get("reason", ""):
        told = translate("History", "{what} (again: {why})").format(
            what=told, why=_lower(reason_words(why))
        )
    return told, mark


def followed(details: Details) -> tuple[str, str]:
    """What was learned of a print later."""
    words = _said(details.get("words", ""))
    mark = "printer"
    match details.get("outcome", ""):
        case "spoilt":
            text = translate("History", "Badge spoilt: {why}")
            return text.format(why=_lower(reason_words(details.get("words", "")))), "close"
        case JobState.CONFIRMED:
            text, mark = translate("History", "Badge came out of {printer}"), "check"
            if details.get("words") == SEEN:
                text = translate("History", "Badge from {printer} was seen at the desk")
                words = ""
        case JobState.FAILED:
            text, mark = translate("History", "Badge did not come out of {printer}"), "refused"
        case JobState.CANCELLED:
            text, mark = translate("History", "Badge cancelled at {printer}"), "close"
        case _:
            text = translate("History", "Not known whether the badge came out of {printer}")
            mark = "referred"
    told = text.format(printer=printer_title(details.get("printer", "")))
    return (f"{told}: {words}" if words else told), mark


def handed(details: Details) -> tuple[str, str]:
    """A badge left the desk."""
    to, name = details.get("to", ""), details.get("name", "")
    if to == "delegate":
        if details.get("verified"):
            return translate("History", "Badge read and handed to the delegate"), "check"
        return translate("History", "Badge handed to the delegate"), "check"
    text = translate("History", "Badge handed over: {who} {name}")
    return text.format(who=_lower(receiver_words(to)), name=name), "check"


def bound(details: Details) -> tuple[str, str]:
    """A temporary badge became theirs."""
    day = details.get("day", "")
    try:
        given = date.fromisoformat(day)
        day = f"{given.day}/{given.month}" if language.code == VI else f"{given.day} {given:%b}"
    except ValueError:
        pass
    text = translate("History", "Temporary badge {number} for {day}")
    return text.format(number=details.get("number", ""), day=day), "badges"


def _said(words: str) -> str:
    from checkin_app.printing import words as printing

    lang: Language = "vi" if language.code == VI else "en"
    return printing.said(words, lang)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
