"""Owns the words of printing: a printer as it shows itself, and what became of a job."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: Beyond “ready” nothing is promised: few systems know whether a printer is switched on.
PrinterState = Literal["ready", "printing", "stopped", "refusing", "unknown"]

#: sent: the system's spooler has taken the job; whether paper came out is not known.
#: written: a file is in the folder. failed: nothing will be printed.
#: unknown: the job was handed over, and nobody says what became of it.
OutcomeState = Literal["sent", "written", "failed", "unknown"]


@dataclass(frozen=True, slots=True)
class Printer:
    """`kind` says what takes the PDF; `note` is the system's own words about the state."""

    name: str
    kind: Literal["cups", "windows", "folder"]
    default: bool = False
    state: PrinterState = "unknown"
    note: str = ""


@dataclass(frozen=True, slots=True)
class PrintOutcome:
    """`job` is the spooler's name of the job, or the name of the file written.

    `detail` is for people: the system's own words, an English sentence of ours, or where the file
    is.
    """

    state: OutcomeState
    job: str = ""
    detail: str = ""
