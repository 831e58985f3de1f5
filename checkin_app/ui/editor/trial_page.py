"""Owns printing a page with rulers on this desk's printer: is it cut off, scaled, shifted?"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject

from checkin_app.badges.layout.elements import Layout
from checkin_app.config import station_dir
from checkin_app.printing import PrintOutcome
from checkin_app.ui.background import Background
from checkin_app.ui.language import translate
from checkin_app.ui.workplace import Workplace

FOLDER = "folder:"


class TrialPage(QObject):
    """One test page at a time; what became of it is said in passing."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._beside = Background(self)

    @property
    def busy(self) -> bool:
        """Whether a page is on its way."""
        return self._beside.busy

    def send(self, layout: Layout) -> None:
        """Prints the test page of a layout's paper; into a folder where no printer is chosen."""
        if self.busy:
            return
        printer = self._workplace.settings.printer or f"{FOLDER}{station_dir() / 'badges'}"
        self._beside.start(
            lambda say, stopped: _sent(layout, printer), self._on_sent, self._workplace.failed
        )

    def _on_sent(self, outcome: PrintOutcome) -> None:
        text = {
            "sent": translate("Editor", "The test page is on its way to the printer."),
            "written": translate("Editor", "The test page is in {detail}"),
            "failed": translate("Editor", "The test page was not printed. {detail}"),
            "unknown": translate("Editor", "Look whether the test page comes out. {detail}"),
        }[outcome.state]
        self._workplace.toast(text.format(detail=outcome.detail))


def _sent(layout: Layout, printer: str) -> PrintOutcome:
    from checkin_app import printing
    from checkin_app.badges import testpage

    if printer.startswith(FOLDER):
        Path(printer.removeprefix(FOLDER)).mkdir(parents=True, exist_ok=True)
    found = printing.find(printer)
    with TemporaryDirectory(prefix="test-page-") as folder:
        out = Path(folder) / "test-page.pdf"
        testpage.write(out, layout, printer=found.name, dpi=found.dpi)
        return printing.print_pdf(found, out, title="Test page", media=layout.media)
