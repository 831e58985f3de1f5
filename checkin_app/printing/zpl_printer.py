"""Owns label printers that take ZPL straight from the network: `zpl://host:9100?dpi=203`.

`width` and `height` in the address are the label's in millimetres, `dpi` is the head's. Jobs are
confirmed by the printer's own count of labels: an empty buffer alone would also be that of a
printer that was switched off in the middle.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from checkin_app.printing import ipp_told, raster, zpl_label
from checkin_app.printing.printer import (
    ONE_SIDED,
    Attention,
    JobReport,
    Printer,
    PrintOutcome,
    Sides,
)
from checkin_app.printing.zebra import HostStatus, Line, Silent

PREFIX = "zpl://"
_PORT = 9100
_DPI = 203
_STATUS_SECONDS = 3.0
_SEND_SECONDS = 60.0
#: So long after a job a printer that has nothing to do has nothing of that job either.
_LOST_SECONDS = 30.0
_SPARE_MM = 1.0
_JOB = re.compile(r"(\d*)\+(\d+)@(\d+)")

SILENT = (
    "The printer takes the connection and does not answer. Look whether it is out of paper or open."
)
NO_ANSWER = "The printer does not answer."
TOO_LARGE = "The badge is larger than the label in the printer."
OTHER_DPI = "The printer has another resolution than its address says. Correct “dpi” there."
NO_PDF = "The badge’s file is damaged."
BROKEN_OFF = "The printer went away while it got the badge. Look whether it was printed."
LOST = "The printer has fewer labels printed than it got: it was switched off or cancelled."


@dataclass(frozen=True, slots=True)
class _Place:
    host: str
    port: int
    dpi: int | None
    width: float | None
    height: float | None


def printer(name: str) -> Printer | None:
    """The printer of that address, not asked yet; None where it is no address."""
    place = _place(name)
    return Printer(name, "zpl", dpi=place.dpi or _DPI) if place else None


def printer_state(known: Printer) -> Printer:
    """The printer as it is now."""
    try:
        status = _asked(known)
    except Silent:
        return replace(known, state="unknown", attention=(Attention("other", SILENT),))
    except OSError:
        return replace(known, state="unknown", attention=(Attention("offline"),))
    attention = status.attention()
    stopped = any(a.blocking for a in attention)
    return replace(
        known,
        state="stopped" if stopped else "ready" if status.idle else "printing",
        attention=attention,
        queued=status.formats + status.remaining,
        dpi=status.dpi or known.dpi,
        confirms=status.printed is not None,
    )


def send(
    known: Printer,
    pdf: Path,
    copies: int = 1,
    sides: Sides = "",
    now: Callable[[], float] = time.time,
) -> PrintOutcome:
    """Hands each page to the printer as a label; a job is called `count+labels@seconds`.

    `count` is what the printer's own count will be, at most, once it has printed what waits there
    already, so that nobody else's labels confirm this job; empty where it does not count.
    """
    place = _place(known.name)
    if place is None:
        return PrintOutcome("failed", detail=NO_ANSWER)
    try:
        sizes = raster.page_sizes(pdf)
    except raster.NotPdf:
        return PrintOutcome("failed", detail=NO_PDF)
    if any(_larger(w, place.width) or _larger(h, place.height) for w, h in sizes):
        return PrintOutcome("failed", detail=TOO_LARGE)
    try:
        line = Line(place.host, place.port, _SEND_SECONDS)
    except OSError:
        return PrintOutcome("failed", detail=NO_ANSWER)
    with line:
        try:
            before = line.status(_STATUS_SECONDS)
        except Silent:
            return PrintOutcome("failed", detail=SILENT)
        except OSError:
            return PrintOutcome("failed", detail=NO_ANSWER)
        if place.dpi and before.dpi and place.dpi != before.dpi:
            return PrintOutcome("failed", detail=OTHER_DPI)
        waiting = before.formats + before.remaining
        count = "" if before.printed is None else str(before.printed + waiting)
        job = f"{count}+{len(sizes) * copies}@{int(now())}"
        try:
            labels = list(zpl_label.labels(pdf, place.dpi or before.dpi or _DPI, copies))
        except raster.TooLarge:
            return PrintOutcome("failed", detail=TOO_LARGE)
        try:
            for label in labels:
                line.send(label)
            line.status(_STATUS_SECONDS)
        except Silent:
            return PrintOutcome("sent", job, SILENT)
        except OSError:
            return PrintOutcome("unknown", job, BROKEN_OFF)
    return PrintOutcome("sent", job, ONE_SIDED if sides else "")


def job_state(known: Printer, job: str, now: Callable[[], float] = time.time) -> JobReport:
    """What has become of the labels of a job, by the printer's count of labels."""
    found = _JOB.fullmatch(job)
    if found is None:
        return ipp_told.FORGOTTEN
    try:
        status = _asked(known)
    except Silent:
        return JobReport("unknown", words=SILENT, attention=(Attention("other", SILENT),))
    except OSError:
        return JobReport("unknown", words=NO_ANSWER, attention=(Attention("offline"),))
    count, labels, sent_at = found[1], int(found[2]), int(found[3])
    settled = status.idle and now() - sent_at > _LOST_SECONDS
    attention = status.attention()
    if not count or status.printed is None:
        if settled and not any(a.blocking for a in attention):
            return ipp_told.passed_on(JobReport("unknown"))
        return _under_way(attention, None)
    done = status.printed - int(count)
    if done >= labels and not status.formats:
        return JobReport("completed", impressions=labels, over=True)
    if settled and not any(a.blocking for a in attention):
        return JobReport("unknown", words=LOST, impressions=max(done, 0), over=True)
    return _under_way(attention, max(done, 0))


def _under_way(attention: tuple[Attention, ...], printed: int | None) -> JobReport:
    stopped = any(a.blocking for a in attention)
    return JobReport(
        "stopped" if stopped else "processing", impressions=printed, attention=attention
    )


def _asked(known: Printer) -> HostStatus:
    place = _place(known.name)
    if place is None:
        raise Silent
    with Line(place.host, place.port, _STATUS_SECONDS) as line:
        return line.status(_STATUS_SECONDS)


def _larger(millimetres: float, label: float | None) -> bool:
    return label is not None and millimetres > label + _SPARE_MM


def _place(name: str) -> _Place | None:
    try:
        parts = urlsplit(name)
        asked = {key: float(values[-1]) for key, values in parse_qs(parts.query).items()}
        port = parts.port or _PORT
    except ValueError:
        return None
    if (
        parts.scheme != "zpl"
        or not parts.hostname
        or not asked.keys() <= {"dpi", "width", "height"}
    ):
        return None
    if not all(0 < value < 10_000 for value in asked.values()):
        return None
    dpi = asked.get("dpi")
    return _Place(
        parts.hostname, port, int(dpi) if dpi else None, asked.get("width"), asked.get("height")
    )
