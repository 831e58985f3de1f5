"""Printing: which printers there are, and handing a PDF to one, told in words that are true."""

from checkin_app.printing.printer import Printer, PrintOutcome
from checkin_app.printing.spool import spooled
from checkin_app.printing.spooling import find, print_pdf, printers

__all__ = ["PrintOutcome", "Printer", "find", "print_pdf", "printers", "spooled"]
