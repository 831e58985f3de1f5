"""Owns where a PDF lies while it goes to a printer, and when it is deleted."""

from __future__ import annotations

import contextlib
import secrets
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from checkin_app.config import station_dir
from checkin_app.printing.printer import Printer

_KEPT_SECONDS = 3600.0


@contextlib.contextmanager
def spooled(printer: Printer) -> Iterator[Path]:
    """The path of a PDF to be made and handed to `printer`; the file is gone after the block.

    On Windows another program prints it later, so there it stays in the station's folder until
    the first print an hour or more afterwards. Raises OSError.
    """
    if printer.kind != "windows":
        with tempfile.TemporaryDirectory(prefix="badges-") as folder:
            yield Path(folder) / "badges.pdf"
        return
    spool = station_dir() / "spool"
    spool.mkdir(mode=0o700, exist_ok=True)
    _tidy(spool)
    yield spool / f"badges-{secrets.token_hex(4)}.pdf"


def _tidy(spool: Path) -> None:
    oldest = time.time() - _KEPT_SECONDS
    for file in spool.iterdir():
        with contextlib.suppress(OSError):
            if file.stat().st_mtime < oldest:
                file.unlink()
