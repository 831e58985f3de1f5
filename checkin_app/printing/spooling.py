"""Owns the way from a PDF to a printer and the questions about it, whichever kind it is."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from checkin_app.domain.errors import PrinterFailed
from checkin_app.printing import cups, folder, ipp_printer, marks, windows, zpl_printer
from checkin_app.printing.ipp_http import NoAnswer
from checkin_app.printing.printer import JobReport, Printer, PrintOutcome, Sides


def printers(folders: Sequence[Path] = ()) -> list[Printer]:
    """The system's printers, then one for each folder. Bounded in time; none is no error."""
    try:
        system = _of_system()
    except NoAnswer:
        system = []
    return [*system, *(folder.printer(path) for path in folders)]


def _of_system() -> list[Printer]:
    return windows.printers() if sys.platform == "win32" else cups.printers()


def find(name: str) -> Printer:
    """The printer of that name; `folder:PATH` is the one that writes PDF files into a folder.

    `ipp://…` and `zpl://…` are addresses, looked at and not asked. PrinterFailed where there is
    none, with the names there are.
    """
    if name.startswith(folder.PREFIX):
        return folder.printer(Path(name.removeprefix(folder.PREFIX)))
    if name.startswith((*ipp_printer.PREFIXES, zpl_printer.PREFIX)):
        direct = ipp_printer.printer(name) or zpl_printer.printer(name)
        if direct is None:
            raise PrinterFailed(
                "“{printer}” is no address of a printer. Write ipp://host/ipp/print, or "
                "zpl://host?dpi=203.",
                printer=name,
            )
        return direct
    try:
        known = _of_system()
    except NoAnswer as problem:
        raise PrinterFailed(printer=name, why="the printing system does not answer.") from problem
    for printer in known:
        if printer.name == name:
            return printer
    names = ", ".join(p.name for p in known)
    if names:
        raise PrinterFailed(
            "There is no printer {printer}. The printers are: {known}.", printer=name, known=names
        )
    raise PrinterFailed("This computer has no printer. Add one to the system first.")


def printer_state(name: str) -> Printer:
    """The printer of that name as it is now, asked at the device where that can be done.

    Bounded in time (seconds): not for the thread of a window. PrinterFailed as `find`.
    """
    found = find(name)
    match found.kind:
        case "cups":
            return cups.printer_state(found)
        case "ipp":
            return ipp_printer.printer_state(found)
        case "zpl":
            return zpl_printer.printer_state(found)
        case "windows":
            return windows.printer_state(found)
        case "folder":
            return found


def print_pdf(
    printer: Printer,
    pdf: Path,
    *,
    title: str,
    media: str = "",
    copies: int = 1,
    sides: Sides = "",
) -> PrintOutcome:
    """Hands a PDF to a printer under a title, which others can read in the queue.

    `media` is a size as CUPS names it (`A6`, `Custom.86x54mm`). A refusal is an outcome; that the
    printer has no `sides`, or that a queue is known to be stopped, is told in the detail of “sent”.
    PrinterFailed is raised where there is no PDF, or no printing system to ask.
    """
    if not pdf.is_file():
        raise PrinterFailed(
            "The printer {printer} did not take the badge: there is no file {file}.",
            printer=printer.name,
            file=pdf,
        )
    job_name = marks.marked(title)
    try:
        match printer.kind:
            case "folder":
                return folder.write(Path(printer.name.removeprefix(folder.PREFIX)), pdf, title)
            case "windows":
                return windows.send(printer.name, pdf, job_name, media, copies, sides)
            case "ipp":
                return ipp_printer.send(printer, pdf, job_name, media, copies, sides)
            case "zpl":
                return zpl_printer.send(printer, pdf, copies, sides)
            case "cups":
                outcome = cups.send(printer.name, pdf, job_name, media, copies, sides)
    except (FileNotFoundError, PermissionError) as error:
        raise PrinterFailed(
            printer=printer.name, why="the printing system is not installed (CUPS, program lp)."
        ) from error
    if outcome.state == "sent" and printer.state == "stopped":
        return replace(outcome, detail=printer.note or "The queue is stopped.")
    return outcome


def job_state(printer: Printer, job: str) -> JobReport:
    """What is known now of a job that `print_pdf` named. Bounded in time; never raises.

    “completed” is the device's own word. A job whose device never answers ends as “unknown” with
    `over`.
    """
    match printer.kind:
        case "cups":
            return cups.job_state(printer, job)
        case "ipp":
            return ipp_printer.job_state(printer, job)
        case "zpl":
            return zpl_printer.job_state(printer, job)
        case "folder":
            return folder.job_state(Path(printer.name.removeprefix(folder.PREFIX)), job)
        case "windows":
            return windows.job_state(printer, job)


def job_named(printer: Printer, title: str) -> str:
    """The latest job that was handed over under a title, as `print_pdf` would name it.

    Empty where the printer, or the system, knows none or cannot tell. Bounded in time; never
    raises.
    """
    match printer.kind:
        case "cups":
            return cups.job_named(printer, title)
        case "ipp":
            return ipp_printer.job_named(printer, title)
        case _:
            return ""


def cancel(printer: Printer, job: str) -> bool:
    """Whether the printer, or the system, agreed to stop the job; paper may be out already.

    A label printer cannot take back one job among others, and a file that is written is written.
    """
    try:
        match printer.kind:
            case "cups":
                return cups.cancel(job)
            case "ipp":
                return ipp_printer.cancel(printer, job)
            case "windows":
                return windows.cancel(printer, job)
            case "zpl" | "folder":
                return False
    except OSError:
        return False
