"""Owns what can be done with one job of the queue."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from checkin_app.domain.badges import UNFINISHED, Job, JobState
from checkin_app.ui.language import translate
from checkin_app.ui.queue.printer_menu import PrinterMenu
from checkin_app.ui.queue.states import needs_person
from checkin_app.ui.widgets.flow_row import flow_row
from checkin_app.ui.widgets.parts import KeyButton, label, restyle
from checkin_app.ui.workplace import Workplace


class JobDeed(StrEnum):
    """What a button does."""

    RETRY = "retry"
    SEEN = "seen"
    NOT_SEEN = "not_seen"
    CANCEL = "cancel"
    OPEN = "open"


class JobActions(QFrame):
    """Buttons for one job. Emits `asked` with a JobDeed, `moved` with a printer's name."""

    asked = Signal(object)
    moved = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName("footer")
        self.buttons: dict[JobDeed, KeyButton] = {}
        for deed, text in (
            (JobDeed.RETRY, translate("Queue", "Print again")),
            (JobDeed.SEEN, translate("Queue", "It came out")),
            (JobDeed.NOT_SEEN, translate("Queue", "It did not come out")),
            (JobDeed.CANCEL, translate("Queue", "Cancel")),
            (JobDeed.OPEN, translate("Queue", "Open the PDF")),
        ):
            button = KeyButton(text)
            button.setProperty("deed", deed.value)
            button.clicked.connect(self._on_clicked)
            self.buttons[deed] = button
        self.move_to = PrinterMenu(workplace)
        self.move_to.picked.connect(self.moved)
        self.why = label(role="muted", wrap=True)
        order = (
            self.buttons[JobDeed.SEEN],
            self.buttons[JobDeed.RETRY],
            self.buttons[JobDeed.NOT_SEEN],
            self.move_to,
            self.buttons[JobDeed.CANCEL],
            self.buttons[JobDeed.OPEN],
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.why)
        column.addWidget(flow_row(*order))
        self.hide()

    def look_for_printers(self) -> None:
        """Asks which printers a job could be given to."""
        self.move_to.look()

    def offer(self, job: Job | None) -> None:
        """Shows what can be done with `job`."""
        self.setVisible(job is not None)
        if job is None:
            return
        state = job.state
        lost, held = state is JobState.FAILED, state is JobState.SENT and needs_person(job)
        unsure = state is JobState.UNKNOWN
        retry, cancel = self.buttons[JobDeed.RETRY], self.buttons[JobDeed.CANCEL]
        seen = self.buttons[JobDeed.SEEN]
        retry.rename(translate("Queue", "Try again") if lost else translate("Queue", "Print again"))
        retry.setVisible(lost or unsure)
        self._rank(retry, primary=lost)
        seen.setVisible(unsure or held)
        self._rank(seen, primary=unsure)
        self.buttons[JobDeed.NOT_SEEN].setVisible(unsure or held)
        open_ = state in UNFINISHED and state is not JobState.SENDING
        cancel.setVisible(open_ and not (unsure or held))
        cancel.rename(translate("Queue", "Give up") if lost else translate("Queue", "Cancel"))
        self.buttons[JobDeed.OPEN].setVisible(bool(job.pdf_sha256))
        self.move_to.setVisible(open_)
        self.move_to.leave_out(job.printer)
        self.why.setText(_why(job))
        self.why.setVisible(bool(self.why.text()))

    def _rank(self, button: KeyButton, *, primary: bool) -> None:
        kind = "primary" if primary else ""
        if (button.property("kind") or "") != kind:
            button.setProperty("kind", kind)
            restyle(button)

    def _on_clicked(self) -> None:
        self.asked.emit(JobDeed(self.sender().property("deed")))


def _why(job: Job) -> str:
    """What to do with it, where a person must."""
    match job.state:
        case JobState.UNKNOWN:
            return translate("Queue", "Nobody can say what became of it: look into the tray.")
        case JobState.SENT if job.attention:
            return translate(
                "Queue",
                "The printer has it and may still print it once that is put right. "
                "Look into the tray, and say what is there.",
            )
    return ""
