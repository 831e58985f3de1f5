"""Owns what attributes of IPP come to: a printer as it shows itself, what is known of a job."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checkin_app.printing.ipp import Attributes
from checkin_app.printing.ipp_calls import number, text, texts
from checkin_app.printing.printer import (
    Attention,
    JobReport,
    JobState,
    Printer,
    PrinterState,
    Supply,
)
from checkin_app.printing.reasons import job_attention, printer_attention

_PRINTER_STATES: dict[int | None, PrinterState] = {3: "ready", 4: "printing", 5: "stopped"}
_JOB_STATES: dict[int | None, JobState] = {
    3: "pending",
    4: "held",
    5: "processing",
    6: "stopped",
    7: "cancelled",
    8: "aborted",
    9: "completed",
}
_ENDS = ("cancelled", "aborted", "completed")
#: RFC 8011 5.3.8: the job is done here, and what takes it from here cannot be asked.
_HANDED_ON = ("queued-in-device", "submission-interrupted")
_SAYING_NOTHING = ("Idle.", "Printing.", "Stopped.", "Paused")
PASSED_ON = (
    "This computer has passed the badge on; this printer does not say whether it printed it."
)


FORGOTTEN = JobReport(
    "unknown",
    words="The printer no longer knows this badge. Look whether it was printed.",
    over=True,
)


def passed_on(report: JobReport) -> JobReport:
    """The report of a job that is done for all who can be asked, the device not among them."""
    return replace(report, state="unknown", words=PASSED_ON, over=True)


def printer(known: Printer, told: Attributes) -> Printer:
    """`known` with all that the attributes say about it."""
    state = _PRINTER_STATES.get(number(told, "printer-state"), "unknown")
    message = _line(text(told, "printer-state-message"))
    said = message if state == "stopped" and message not in _SAYING_NOTHING else ""
    attention = list(printer_attention(texts(told, "printer-state-reasons"), said))
    if told.get("printer-is-accepting-jobs") == [False]:
        state = "refusing" if state != "stopped" else state
        attention.append(Attention("refusing"))
    if state == "stopped" and not any(a.blocking for a in attention):
        attention.insert(0, Attention("paused", said))
    if state == "ready" and any(a.kind == "paused" for a in attention):
        state = "stopped"
    return replace(
        known,
        state=state,
        note=message,
        attention=tuple(attention),
        queued=number(told, "queued-job-count"),
        media_ready=texts(told, "media-ready"),
        media_supported=texts(told, "media-supported"),
        supplies=_supplies(told),
        dpi=_dpi(told),
    )


def job(told: Attributes, attention: Sequence[Attention] = ()) -> JobReport:
    """What a job's attributes say; a job that somebody else stopped is not “cancelled”."""
    state = _JOB_STATES.get(number(told, "job-state"), "unknown")
    reasons = tuple(r for r in texts(told, "job-state-reasons") if r != "none")
    words = _line(text(told, "job-state-message") or text(told, "job-printer-state-message"))
    over = state in _ENDS
    if state == "cancelled" and not any(r.startswith("job-canceled") for r in reasons):
        state = "aborted"
    if state == "completed" and any(r in _HANDED_ON for r in reasons):
        state, words = "unknown", PASSED_ON
    return JobReport(
        state,
        reasons,
        words,
        number(told, "job-impressions-completed") or number(told, "job-media-sheets-completed"),
        () if over else tuple({a.kind: a for a in (*job_attention(reasons), *attention)}.values()),
        over,
    )


def _supplies(told: Attributes) -> tuple[Supply, ...]:
    levels = [
        v if type(v) is int and 0 <= v <= 100 else None for v in told.get("marker-levels", ())
    ]
    names = texts(told, "marker-names")
    return tuple(Supply(*pair) for pair in zip(names, levels, strict=False))


def _dpi(told: Attributes) -> int | None:
    for value in told.get("printer-resolution-default", ()):
        match value:
            case (int(across), int(), 3):
                return across
            case (int(across), int(), 4):
                return round(across * 2.54)
    return None


def _line(words: str) -> str:
    return " ".join(words.split())[:300]
