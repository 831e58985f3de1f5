"""Owns printers of the Windows spooler, through pywin32.

The spooler knows when it has passed a job on, not when paper came out: no job is “completed” here.
None of this runs elsewhere; the tests put a stand-in in the spooler's place.
"""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from checkin_app.printing import ipp_told, raster, windows_page
from checkin_app.printing.printer import (
    Attention,
    AttentionKind,
    JobReport,
    Printer,
    PrintOutcome,
    Sides,
)

#: PRINTER_STATUS_… of winspool.h
_PRINTER_ASKS: tuple[tuple[int, AttentionKind], ...] = (
    (0x00000001, "paused"),
    (0x00000008, "jam"),
    (0x00000010, "paper_out"),
    (0x00000040, "wrong_media"),
    (0x00000080, "offline"),
    (0x00001000, "offline"),
    (0x00020000, "ink_low"),
    (0x00040000, "ink_low"),
    (0x00400000, "cover_open"),
    (0x00000002, "other"),
    (0x00100000, "other"),
)
_TONER_LOW = 0x00020000
_BUSY = 0x00000400 | 0x00004000
_WORK_OFFLINE = 0x00000400  # PRINTER_ATTRIBUTE_WORK_OFFLINE
#: JOB_STATUS_… of winspool.h
_JOB_ASKS: tuple[tuple[int, AttentionKind], ...] = (
    (0x0001, "paused"),
    (0x0020, "offline"),
    (0x0040, "paper_out"),
    (0x0002, "other"),
    (0x0400, "other"),
)
_DELETED = 0x0004 | 0x0100
_DONE = 0x0080 | 0x1000
_PRINTING = 0x0010
_JOB_CONTROL_DELETE = 5
_NO_SUCH_JOB = 87  # ERROR_INVALID_PARAMETER

NOT_WINDOWS = "This is not Windows."


def printers() -> list[Printer]:
    """The printers of this machine and its connections; none where nobody can tell."""
    spooler = _spooler()
    if spooler is None:
        return []
    try:
        default = str(spooler.GetDefaultPrinter())
    except (RuntimeError, spooler.error):
        default = ""
    flags = spooler.PRINTER_ENUM_LOCAL | spooler.PRINTER_ENUM_CONNECTIONS
    found = [
        Printer(name, "windows", name == default) for _, _, name, _ in spooler.EnumPrinters(flags)
    ]
    return sorted(found, key=lambda p: (not p.default, p.name.casefold()))


def printer_state(known: Printer) -> Printer:
    """The printer as its driver tells; many drivers tell only what they notice while printing."""
    spooler = _spooler()
    if spooler is None:
        return known
    try:
        handle = spooler.OpenPrinter(known.name)
        try:
            told = spooler.GetPrinter(handle, 2)
        finally:
            spooler.ClosePrinter(handle)
    except spooler.error as error:
        return replace(known, state="unknown", note=_words(error))
    status = told["Status"]
    asked = {kind: bit for bit, kind in reversed(_PRINTER_ASKS) if status & bit}
    attention = [Attention(kind, "", bit != _TONER_LOW) for kind, bit in asked.items()]
    if told["Attributes"] & _WORK_OFFLINE and "offline" not in asked:
        attention.append(Attention("offline"))
    stopped = any(a.blocking for a in attention)
    return replace(
        known,
        state="stopped" if stopped else "printing" if status & _BUSY else "ready",
        attention=tuple(attention),
        queued=told["cJobs"],
    )


def send(
    name: str, pdf: Path, title: str, media: str, copies: int = 1, sides: Sides = ""
) -> PrintOutcome:
    """Draws the pages at the printer's resolution into a job of the spooler, at their own size."""
    spooler = _spooler()
    if spooler is None:
        return PrintOutcome("failed", detail=NOT_WINDOWS)
    try:
        return windows_page.print_pages(name, pdf, title, media, copies, sides)
    except (raster.NotPdf, raster.TooLarge):
        return PrintOutcome("failed", detail="The badge’s file is damaged.")
    except spooler.error as error:
        return PrintOutcome("failed", detail=_words(error))


def job_state(known: Printer, job: str) -> JobReport:
    """What the spooler says of a job, by its number; it forgets a job once it has passed it on."""
    spooler = _spooler()
    if spooler is None or not job.isdecimal():
        return ipp_told.FORGOTTEN
    try:
        handle = spooler.OpenPrinter(known.name)
        try:
            told = spooler.GetJob(handle, int(job), 1)
        finally:
            spooler.ClosePrinter(handle)
    except spooler.error as error:
        if error.args[:1] == (_NO_SUCH_JOB,):
            return ipp_told.passed_on(JobReport("unknown"))
        return JobReport("unknown", words=_words(error))
    status, printed = told["Status"], told.get("PagesPrinted")
    if status & _DELETED:
        return JobReport("cancelled", impressions=printed, over=True)
    asked = tuple({kind: Attention(kind) for bit, kind in _JOB_ASKS if status & bit}.values())
    if asked:
        return JobReport("stopped", (), str(told.get("pStatus") or ""), printed, asked)
    if status & _DONE:
        return ipp_told.passed_on(JobReport("unknown", impressions=printed))
    return JobReport("processing" if status & _PRINTING else "pending", impressions=printed)


def cancel(known: Printer, job: str) -> bool:
    """Whether the spooler agreed to delete the job."""
    spooler = _spooler()
    if spooler is None or not job.isdecimal():
        return False
    try:
        handle = spooler.OpenPrinter(known.name)
        try:
            spooler.SetJob(handle, int(job), 0, None, _JOB_CONTROL_DELETE)
        finally:
            spooler.ClosePrinter(handle)
    except spooler.error:
        return False
    return True


def _words(error: Exception) -> str:
    """pywin32's errors are (number, function, words)."""
    return str(error.args[2]) if len(error.args) > 2 else str(error)


def _spooler() -> Any:
    try:
        return import_module("win32print")
    except ImportError:
        return None
