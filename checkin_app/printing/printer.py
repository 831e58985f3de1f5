"""Owns the words of printing: a printer as it shows itself, and what became of a job."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: Beyond “ready” nothing is promised: few systems know whether a printer is switched on.
PrinterState = Literal["ready", "printing", "stopped", "refusing", "unknown"]

#: cups: a queue of the printing system. ipp: a network printer spoken to directly, `ipp://…`.
#: zpl: a label printer that takes ZPL, `zpl://…`.
PrinterKind = Literal["cups", "ipp", "zpl", "windows", "folder"]

#: sent: the printing system or the printer has taken the job; whether paper came out is not known.
#: written: a file is in the folder. failed: nothing will be printed.
#: unknown: the job was handed over, and nobody says what became of it.
OutcomeState = Literal["sent", "written", "failed", "unknown"]

#: How the paper is turned (RFC 8011, 5.2.8); "" leaves it to the printer's own settings.
Sides = Literal["", "two-sided-long-edge", "two-sided-short-edge"]
SOME_CAME = "It ended after some pages came out. Look which badges are there."
ONE_SIDED = "This printer prints on one side only: the backs come out on paper of their own."

#: completed: the device itself said so. Where only the spooler is done with a job, and the device
#: never answers, the state is “unknown” and `over`.
JobState = Literal[
    "pending", "held", "processing", "stopped", "completed", "aborted", "cancelled", "unknown"
]

AttentionKind = Literal[
    "paper_out",
    "paper_low",
    "jam",
    "offline",
    "paused",
    "cover_open",
    "wrong_media",
    "ink_low",
    "refusing",
    "other",
]


@dataclass(frozen=True, slots=True)
class Attention:
    """What somebody should do at the printer.

    `words` are the printer's own, or its keyword where it has none; `blocking` is False for a
    warning beside which it goes on printing. printing/words.py has the sentences for staff.
    """

    kind: AttentionKind
    words: str = ""
    blocking: bool = True


@dataclass(frozen=True, slots=True)
class Supply:
    """Ink, toner, ribbon: `level` in percent, None where the printer does not tell."""

    name: str
    level: int | None


@dataclass(frozen=True, slots=True)
class Printer:
    """`kind` says what takes the PDF; `note` is the system's own words about the state.

    What follows is filled where somebody tells: `queued` jobs, media by their PWG 5101.1 or CUPS
    names (`iso_a6_105x148mm`), `dpi` of the device, and `confirms`: whether a job can ever be
    “completed”, that is, whether the device itself says when the paper is out.
    """

    name: str
    kind: PrinterKind
    default: bool = False
    state: PrinterState = "unknown"
    note: str = ""
    attention: tuple[Attention, ...] = ()
    queued: int | None = None
    media_ready: tuple[str, ...] = ()
    media_supported: tuple[str, ...] = ()
    supplies: tuple[Supply, ...] = ()
    dpi: int | None = None
    confirms: bool = False


@dataclass(frozen=True, slots=True)
class PrintOutcome:
    """`job` is the spooler's name of the job, or the name of the file written.

    `detail` is for people: the system's own words, an English sentence of ours that
    printing/words.py translates, or where the file is.
    """

    state: OutcomeState
    job: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class JobReport:
    """What is known of a job now.

    `reasons` are the keywords of RFC 8011 (job-state-reasons); `words` for people as in
    PrintOutcome.detail; `impressions` are the sides printed so far; `attention` is what holds the
    job up at the printer. `over`: asking again will tell nothing more. An “unknown” that is not
    `over` means that nobody answered this time.
    """

    state: JobState
    reasons: tuple[str, ...] = ()
    words: str = ""
    impressions: int | None = None
    attention: tuple[Attention, ...] = ()
    over: bool = False
