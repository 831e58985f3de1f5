"""Where a PDF lies while it is printed."""

import os
from pathlib import Path

from checkin_app.printing import Printer, spooled


def test_it_is_gone_once_it_was_handed_over() -> None:
    with spooled(Printer("A", "cups")) as pdf:
        pdf.write_bytes(b"%PDF")
    assert not pdf.exists() and not pdf.parent.exists()


def test_on_windows_it_outlives_the_call_for_an_hour(station: Path) -> None:
    printer = Printer("A", "windows")
    with spooled(printer) as first:
        first.write_bytes(b"%PDF")
    assert first.parent == station / "spool"
    with spooled(printer) as second:
        assert first.exists() and second != first
    long_ago = first.stat().st_mtime - 3700
    os.utime(first, (long_ago, long_ago))
    with spooled(printer):
        assert not first.exists()
