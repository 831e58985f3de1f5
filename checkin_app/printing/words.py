"""Owns what staff read about printers: what to do at the printer, and our own sentences on jobs."""

from __future__ import annotations

from checkin_app.i18n import Language, say
from checkin_app.printing.printer import Attention, AttentionKind

_CONTEXT = "printing"
_ATTENTION: dict[AttentionKind, str] = {
    "paper_out": "No paper: load paper into {printer}.",
    "paper_low": "Paper is running low in {printer}: have more at hand.",
    "jam": "Paper jam in {printer}: open it and take the paper out.",
    "offline": "{printer} does not answer: check that it is on and connected.",
    "paused": "{printer} is paused: let it go on, at the printer or in the system’s queue.",
    "cover_open": "{printer} is open: close its cover.",
    "wrong_media": "The wrong paper is in {printer}: load the size that the badge needs.",
    "ink_low": "Ink, toner or ribbon of {printer} is low or used up: change it.",
    "refusing": "{printer} takes no new jobs: print at another printer.",
    "other": "{printer} needs attention.",
}
_SHORT: dict[str, str] = {
    "paper_out": "no paper",
    "paper_low": "paper is running low",
    "jam": "paper jam",
    "offline": "the printer does not answer",
    "paused": "the printer is paused",
    "cover_open": "the printer is open",
    "wrong_media": "the wrong paper is loaded",
    "ink_low": "ink, toner or ribbon is low or used up",
    "refusing": "the printer takes no jobs",
    "other": "the printer needs attention",
    "seen at the desk": "seen at the desk",
}


def attended(attention: Attention, printer: str, lang: Language) -> str:
    """The sentence for staff, and the printer's own words behind it where it has any."""
    sentence = say(lang, _CONTEXT, _ATTENTION[attention.kind], printer=printer)
    words = said(attention.words, lang)
    return f"{sentence} ({words})" if words else sentence


def kind_sentence(kind: AttentionKind, printer: str, lang: Language) -> str:
    """The sentence for a kind of attention without the printer's words."""
    return say(lang, _CONTEXT, _ATTENTION[kind], printer=printer)


def said(words: str, lang: Language) -> str:
    """Our own sentences and kinds of attention in `lang`, several parted by “; ”.

    The words of a printer or of the system stay as they are.
    """
    return "; ".join(say(lang, _CONTEXT, _SHORT.get(part, part)) for part in words.split("; "))
