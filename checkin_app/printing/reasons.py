"""Owns what the keywords of printers mean: printer-state-reasons and job-state-reasons.

RFC 8011 5.3.8 and 5.4.12, PWG 5100.9, and what CUPS adds. A keyword ends in -report, -warning or
-error; without an ending it is an error.
"""

from __future__ import annotations

from collections.abc import Iterable

from checkin_app.printing.printer import Attention, AttentionKind

_ENDINGS = ("-report", "-warning", "-error")
_KINDS: dict[str, AttentionKind] = {
    "media-empty": "paper_out",
    "media-needed": "paper_out",
    "media-low": "paper_low",
    "media-jam": "jam",
    "media-path-jam": "jam",
    "cover-open": "cover_open",
    "door-open": "cover_open",
    "interlock-open": "cover_open",
    "input-media-size-change": "wrong_media",
    "input-media-type-change": "wrong_media",
    "input-media-color-change": "wrong_media",
    "input-media-weight-change": "wrong_media",
    "resources-are-not-ready": "wrong_media",
    "paused": "paused",
    "moving-to-paused": "paused",
    "hold-new-jobs": "paused",
    "deactivated": "paused",
    "offline": "offline",
    "timed-out": "offline",
    "shutdown": "offline",
    "power-down": "offline",
    "spool-area-full": "refusing",
    "toner-low": "ink_low",
    "toner-empty": "ink_low",
    "developer-low": "ink_low",
    "developer-empty": "ink_low",
    "marker-supply-low": "ink_low",
    "marker-supply-empty": "ink_low",
    "marker-supply-missing": "ink_low",
    "marker-ink-almost-empty": "ink_low",
    "marker-ink-empty": "ink_low",
    "marker-toner-cartridge-missing": "ink_low",
}
#: A part of the printer is named before these (`bander-cover-open`, `input-tray-jam`).
_LAST_WORDS: dict[str, AttentionKind] = {
    "-jam": "jam",
    "-cover-open": "cover_open",
    "-door-open": "cover_open",
    "-interlock-open": "cover_open",
    "-offline": "offline",
}
#: About the protocol, or gone by themselves in a moment.
_NOTHING = ("none", "connecting-to-device", "identify-printer-requested")
_MISSING_DRIVER = ("cups-missing-filter", "cups-insecure-filter")


def printer_attention(keywords: Iterable[str], message: str = "") -> tuple[Attention, ...]:
    """What printer-state-reasons ask for, the blocking first, each kind once.

    `message` is what the printer says about it in words of its own, where it does.
    """
    found: dict[AttentionKind, Attention] = {}
    for keyword in keywords:
        if told := _attention(keyword, message):
            before = found.get(told.kind)
            if before is None or (told.blocking and not before.blocking):
                found[told.kind] = told
    return tuple(sorted(found.values(), key=lambda a: not a.blocking))


def _attention(keyword: str, message: str) -> Attention | None:
    ending = next((e for e in _ENDINGS if keyword.endswith(e)), "")
    cause = keyword.removesuffix(ending)
    kind = _KINDS.get(cause)
    if kind is None:
        kind = next((k for last, k in _LAST_WORDS.items() if cause.endswith(last)), None)
    if kind is not None:
        # A printer with one tray calls it a mere warning that the tray is empty, and CUPS tells
        # as “offline-report” that a device cannot be reached.
        going_on = kind == "paper_low" or cause.endswith(("-low", "-almost-empty"))
        return Attention(kind, message, not going_on)
    if cause in _NOTHING or ending == "-report":
        return None
    if cause.startswith("cups-") and cause not in _MISSING_DRIVER:
        return None
    return Attention("other", message or keyword, ending != "-warning")


def job_attention(reasons: Iterable[str]) -> tuple[Attention, ...]:
    """What a job's own reasons say about its printer: most are about the job alone."""
    kinds: dict[str, AttentionKind] = {
        "resources-are-not-ready": "wrong_media",
        "printer-stopped": "paused",
        "printer-stopped-partly": "paused",
        "job-printable-area-mismatch": "wrong_media",
    }
    return tuple(Attention(kinds[reason]) for reason in reasons if reason in kinds)
