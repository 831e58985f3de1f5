"""Owns printers of the Windows spooler.

They are listed by pywin32 where it is installed, else by PowerShell. A PDF is handed to the program
that opens PDF files, with the verb “printto”; that program answers nothing, so the outcome is
“unknown” unless the job is seen in the queue.
"""

from __future__ import annotations

import json
import os
import time
from importlib import import_module
from pathlib import Path
from typing import Any

from checkin_app.printing.commands import run
from checkin_app.printing.printer import Printer, PrinterState, PrintOutcome

_LIST_SECONDS = 15.0
_SEEN_SECONDS = 5.0
_LIST = (
    "[Console]::OutputEncoding=[Text.Encoding]::UTF8;"
    "ConvertTo-Json -Compress @(Get-CimInstance Win32_Printer"
    " | Select-Object Name,Default,PrinterStatus,WorkOffline)"
)
#: Win32_Printer.PrinterStatus
_STATES: dict[Any, PrinterState] = {3: "ready", 4: "printing", 6: "stopped", 7: "stopped"}
_NO_PROGRAM = 1155


def printers() -> list[Printer]:
    """The printers of this machine and its connections; none where nobody can tell."""
    spooler = _spooler()
    if spooler is not None:
        default = _default(spooler)
        flags = spooler.PRINTER_ENUM_LOCAL | spooler.PRINTER_ENUM_CONNECTIONS
        return [
            Printer(name, "windows", name == default)
            for _, _, name, _ in spooler.EnumPrinters(flags)
        ]
    command = ["powershell", "-NoProfile", "-NonInteractive", "-Command", _LIST]
    try:
        return parse(run(command, _LIST_SECONDS).out)
    except (FileNotFoundError, PermissionError):
        return []


def parse(told: str) -> list[Printer]:
    """The printers from PowerShell's JSON; none where it is no JSON."""
    try:
        rows = json.loads(told.lstrip("\ufeff"))
    except ValueError:
        return []
    return [
        Printer(
            str(row["Name"]),
            "windows",
            bool(row.get("Default")),
            "stopped"
            if row.get("WorkOffline")
            else _STATES.get(row.get("PrinterStatus"), "unknown"),
            "offline" if row.get("WorkOffline") else "",
        )
        for row in (rows if isinstance(rows, list) else [rows])
        if isinstance(row, dict) and row.get("Name")
    ]


def send(name: str, pdf: Path, title: str, media: str) -> PrintOutcome:
    """Hands the PDF over. The title is the file's name, the size is the printer's own setting."""
    start: Any = getattr(os, "startfile", None)
    if start is None:
        return PrintOutcome("failed", detail="This is not Windows.")
    spooler = _spooler()
    before = _jobs(spooler, name)
    try:
        start(str(pdf.absolute()), "printto", f'"{name}"')
    except OSError as error:
        if getattr(error, "winerror", None) == _NO_PROGRAM:
            return PrintOutcome(
                "failed",
                detail="No program on this computer prints PDF files. Install a PDF reader.",
            )
        return PrintOutcome("failed", detail=str(error))
    end = time.monotonic() + _SEEN_SECONDS
    while spooler is not None and time.monotonic() < end:
        new = _jobs(spooler, name) - before
        if new:
            return PrintOutcome("sent", str(min(new)))
        time.sleep(0.1)
    return PrintOutcome(
        "unknown", detail="The PDF reader has the badge; it does not say whether it is printed."
    )


def _spooler() -> Any:
    try:
        return import_module("win32print")
    except ImportError:
        return None


def _default(spooler: Any) -> str:
    try:
        return str(spooler.GetDefaultPrinter())
    except RuntimeError:
        return ""


def _jobs(spooler: Any, name: str) -> set[int]:
    if spooler is None:
        return set()
    handle = spooler.OpenPrinter(name)
    try:
        return {job["JobId"] for job in spooler.EnumJobs(handle, 0, 999, 1)}
    finally:
        spooler.ClosePrinter(handle)
