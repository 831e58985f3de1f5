"""Owns where a PDF lies while it is handed to a printer."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from checkin_app.printing.printer import Printer


@contextlib.contextmanager
def spooled(printer: Printer) -> Iterator[Path]:
    """The path of a PDF to be made and handed to `printer`; gone after the block. OSError."""
    with tempfile.TemporaryDirectory(prefix="badges-") as folder:
        yield Path(folder) / "badges.pdf"
