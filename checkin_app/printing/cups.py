"""Owns printers of CUPS (Linux, macOS), through its programs lpstat and lp."""

from __future__ import annotations

import re
from pathlib import Path

from checkin_app.printing.commands import run
from checkin_app.printing.printer import Printer, PrinterState, PrintOutcome

_LIST_SECONDS = 5.0
_SEND_SECONDS = 20.0
_PRINTER = re.compile(r"printer (\S+) (is idle|now printing|disabled|waiting)(.*)")
_REFUSING = re.compile(r"(\S+) not accepting requests")
_DEFAULT = re.compile(r"system default destination: (\S+)")
_REQUEST = re.compile(r"request id is (\S+)")
_STATES: dict[str, PrinterState] = {
    "is idle": "ready",
    "now printing": "printing",
    "disabled": "stopped",
}


def printers() -> list[Printer]:
    """The queues; none where CUPS is not installed, does not run or does not answer."""
    try:
        ran = run(["lpstat", "-d", "-p", "-a"], _LIST_SECONDS)
    except (FileNotFoundError, PermissionError):
        return []
    return parse(ran.out)


def parse(told: str) -> list[Printer]:
    """The queues from what `lpstat -d -p -a` prints in English, the default first.

    A reason stands on the line below its printer, indented.
    """
    default = ""
    states: dict[str, PrinterState] = {}
    notes: dict[str, str] = {}
    last = ""
    for line in told.splitlines():
        if found := _PRINTER.match(line):
            last = found[1]
            states[last] = _STATES.get(found[2], "unknown")
        elif found := _REFUSING.match(line):
            last = found[1]
            if states.get(last) != "stopped":
                states[last] = "refusing"
        elif found := _DEFAULT.match(line):
            default = found[1]
        elif line[:1].isspace() and last and line.strip():
            notes.setdefault(last, line.strip())
        else:
            last = ""
    found_printers = [
        Printer(name, "cups", name == default, state, notes.get(name, ""))
        for name, state in states.items()
    ]
    return sorted(found_printers, key=lambda p: (not p.default, p.name.casefold()))


def send(name: str, pdf: Path, title: str, media: str) -> PrintOutcome:
    """Hands the PDF to a queue at its own size. FileNotFoundError where there is no `lp`."""
    options = ["-o", "print-scaling=none"]
    if media:
        options += ["-o", f"media={media}"]
    ran = run(
        ["lp", "-d", name, "-t", title, *options, "--", str(pdf.absolute())],
        _SEND_SECONDS,
    )
    if ran.status is None:
        return PrintOutcome("unknown", detail="The printing system did not answer in time.")
    if ran.status:
        return PrintOutcome("failed", detail=ran.words)
    found = _REQUEST.search(ran.out)
    return PrintOutcome("sent", found[1] if found else "", ran.words)
