"""Owns the print queue in the verdict's place, so that the clerk stays where scans are shown."""

from __future__ import annotations

from checkin_app.ui.language import translate
from checkin_app.ui.queue.panel import QueuePanel
from checkin_app.ui.scan.side_page import SidePage
from checkin_app.ui.workplace import Workplace


class QueuePage(SidePage):
    """The queue, with one job chosen."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(translate("Queue", "Print queue"))
        self.panel = QueuePanel(workplace, titled=False)
        self.body.addWidget(self.panel)

    def show_job(self, job_id: str) -> None:
        """Comes to the front."""
        self.panel.shown()
        self.panel.choose(job_id)
