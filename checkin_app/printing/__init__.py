"""Printing: which printers there are, handing a PDF to one, and what became of it, told truly.

`spooling` picks the way by the kind of printer: `cups` (with `devices` behind its queues),
`ipp_printer`, `zpl_printer`, `windows`, `folder`. IPP is `ipp` (bytes), `ipp_http` (the wire),
`ipp_calls` (operations), `ipp_told` and `reasons` (what the answers mean); ZPL is `zpl_label`
(pages) and `zebra` (host status). “completed” is always the device's own word.
"""

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
