"""Where a PDF lies while it is printed."""

from checkin_app.printing import Printer, spooled


def test_it_is_gone_once_it_was_handed_over() -> None:
    with spooled(Printer("A", "cups")) as pdf:
        pdf.write_bytes(b"%PDF")
    assert not pdf.exists() and not pdf.parent.exists()
