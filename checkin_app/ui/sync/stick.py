"""Owns the stick: writing all this desk knows into one file, and reading another's, seen before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from checkin_app.domain.errors import CheckinError
from checkin_app.ui import file_dialogs
from checkin_app.ui.background import Background
from checkin_app.ui.language import language, number, translate
from checkin_app.ui.sync import bundles, state_words
from checkin_app.ui.sync.office import SyncOffice
from checkin_app.ui.sync.parts import Panel
from checkin_app.ui.widgets.flow_row import flow_row
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.desk.bundles import Bundle, BundleRead
    from checkin_app.sync.bundle import Summary


class Stick(Panel):
    """Write, look into, read."""

    def __init__(self, workplace: Workplace, office: SyncOffice) -> None:
        super().__init__(
            translate("Sync", "USB stick"),
            translate(
                "Sync",
                "Everything this desk knows as one file, signed and encrypted. Reading the same "
                "file twice changes nothing.",
            ),
        )
        self._workplace = workplace
        self._office = office
        self._beside = Background(self)
        self._beside.progressed.connect(self._on_progress)
        self._file = Path()
        self.write = KeyButton(translate("Sync", "Write a bundle …"), icon="export")
        self.write.clicked.connect(self._on_write)
        self.look_into = KeyButton(translate("Sync", "Read a bundle …"), icon="import")
        self.look_into.clicked.connect(self._on_look_into)
        self.said = label(wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("Sync", "Bundle"))
        self.offer = QWidget()
        self.take_in = KeyButton(translate("Sync", "Read it in"), kind="primary")
        self.take_in.clicked.connect(self._on_take_in)
        self.leave = KeyButton(translate("Sync", "Leave it"), kind="plain")
        self.leave.clicked.connect(self._on_leave)
        offered = QVBoxLayout(self.offer)
        offered.setContentsMargins(0, 0, 0, 0)
        offered.addWidget(flow_row(self.take_in, self.leave))
        self.column.addWidget(flow_row(self.write, self.look_into))
        for part in (self.said, self.bar, self.offer):
            part.hide()
            self.column.addWidget(part)
        self.column.addStretch(1)

    # -- writing -----------------------------------------------------------

    def _on_write(self) -> None:
        event = self._workplace.event_file
        if event is None or self._beside.busy:
            return
        now = self._workplace.now().astimezone(self._workplace.zone)
        offered = Path.home() / f"{event.stem}-{now:%Y%m%d-%H%M}{bundles.ENDING}"
        chosen = file_dialogs.save_file(
            self, translate("Sync", "Write a bundle"), str(offered), bundles.kinds()
        )
        if chosen:
            self.write_to(Path(chosen))

    def write_to(self, target: Path) -> None:
        """Writes, beside the lane."""
        self._busy(translate("Sync", "Writing …"))
        self._beside.read(
            self._workplace.lane,
            lambda desk, say, stopped: (target, desk.write_bundle(target)),
            self._on_written,
            self._on_failed,
        )

    def _on_written(self, written: tuple[Path, Summary]) -> None:
        file, summary = written
        self._done(
            translate("Sync", "Written: {file}, {size}. Now the stick may be taken out.").format(
                file=file, size=language.locale.formattedDataSize(summary.bytes)
            )
        )

    # -- reading -----------------------------------------------------------

    def _on_look_into(self) -> None:
        if self._beside.busy:
            return
        chosen = file_dialogs.open_file(
            self, translate("Sync", "Read a bundle"), str(Path.home()), bundles.kinds()
        )
        if chosen:
            self.look_at(Path(chosen))

    def look_at(self, file: Path) -> None:
        """Says what a bundle holds, before it is read."""
        self._file = file
        self._busy(translate("Sync", "Looking into it …"))
        self._beside.read(
            self._workplace.lane,
            lambda desk, say, stopped: desk.bundle(file),
            self._on_bundle,
            self._on_failed,
        )

    def _on_bundle(self, bundle: Bundle) -> None:
        self._done(self._summary(bundle))
        self.offer.setVisible(True)
        self.take_in.setFocus()

    def _summary(self, bundle: Bundle) -> str:
        summary, counts = bundle.summary, bundle.summary.counts
        lines = [
            translate("Sync", "From {desk}, written {time}, {size}.").format(
                desk=summary.desk or translate("Sync", "a desk without a name"),
                time=state_words.at(summary.written_at, self._workplace),
                size=language.locale.formattedDataSize(summary.bytes),
            ),
            translate("Sync", "It knows {people} people, {scans} scans, {desks} desks.").format(
                people=number(counts.people), scans=number(counts.scans), desks=number(counts.desks)
            ),
        ]
        if bundle.fresh:
            lines.append(
                translate("Sync", "One fact is new here.")
                if bundle.fresh == 1
                else translate("Sync", "%n fact(s) are new here.", None, bundle.fresh)
            )
        else:
            lines.append(translate("Sync", "Nothing in it is new here."))
        if bundle.ahead:
            lines.append(
                translate("Sync", "It was written in the future: one of the two clocks is wrong.")
            )
        return "\n".join(lines)

    def _on_leave(self) -> None:
        self.offer.hide()
        self.said.hide()

    def _on_take_in(self) -> None:
        ask, file = self._office.ask, self._file
        if ask is None or self._beside.busy:
            return
        self._busy(translate("Sync", "Reading …"))
        self._beside.start(
            lambda say, stopped: bundles.take_in(ask, file, say),
            self._on_read,
            self._on_failed,
        )

    def _on_read(self, read: BundleRead) -> None:
        text = (
            translate("Sync", "Read: one fact was new.")
            if read.taken == 1
            else translate("Sync", "Read: %n fact(s) were new.", None, read.taken)
        )
        if read.refused:
            text += " " + translate("Sync", "Kept aside: %n page(s).", None, read.refused)
        self._done(text)
        self._office.look()

    # -- what is said ------------------------------------------------------

    def _busy(self, text: str) -> None:
        self._say(text)
        self.offer.hide()
        self.bar.setRange(0, 0)
        self.bar.show()
        for button in (self.write, self.look_into):
            button.setEnabled(False)

    def _done(self, text: str) -> None:
        self._say(text)
        self.bar.hide()
        for button in (self.write, self.look_into):
            button.setEnabled(True)

    def _on_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)

    def _on_failed(self, error: CheckinError) -> None:
        self._done(self._workplace.say(error))

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setAccessibleName(text)
        self.said.show()
