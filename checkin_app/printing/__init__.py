"""Printing: which printers there are, handing a PDF to one, and what became of it, told truly."""

from checkin_app.printing.printer import (
    Attention,
    AttentionKind,
    JobReport,
    Printer,
    PrintOutcome,
    Supply,
)
from checkin_app.printing.spool import spooled
from checkin_app.printing.spooling import (
    cancel,
    find,
    job_state,
    print_pdf,
    printer_state,
    printers,
)

__all__ = [
    "Attention",
    "AttentionKind",
    "JobReport",
    "PrintOutcome",
    "Printer",
    "Supply",
    "cancel",
    "find",
    "job_state",
    "print_pdf",
    "printer_state",
    "printers",
    "spooled",
]
