"""Owns the list of desks: last met, waiting, clock, release; and revoking at the hub."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from checkin_app.ui.language import translate
from checkin_app.ui.sync.desk_lines import Line, Mark, lines
from checkin_app.ui.sync.hub_desks import HubDesks
from checkin_app.ui.sync.office import SyncOffice
from checkin_app.ui.sync.parts import Panel
from checkin_app.ui.theme import fonts, icons
from checkin_app.ui.theme.look import look
from checkin_app.ui.widgets.parts import KeyButton, label, rule
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.store.writers import Writer


#: Pixels: rows with and without a button are equally high.
_ROW = 46
#: What the buttons of a row do; the safe one has the focus where something is asked.
_ASK, _KEEP, _SURE = "ask", "keep", "sure"
_NOWHERE = ("", "")


class Desks(Panel):
    """A row a desk."""

    def __init__(self, workplace: Workplace, office: SyncOffice, hub_desks: HubDesks) -> None:
        super().__init__(translate("Sync", "Desks"))
        self._workplace = workplace
        self._office = office
        self._hub_desks = hub_desks
        self.lines: list[Line] = []
        self._asked = ""
        self._buttons: dict[tuple[str, str], KeyButton] = {}
        self._writers: list[Writer] = []
        self._inside: QWidget | None = None
        hub_desks.changed.connect(self.renew)
        hub_desks.refused.connect(workplace.failed)
        self.renew()

    def renew(self) -> None:
        """Shows what is known now; nothing is built anew for what is the same."""
        now = lines(self._workplace, self._office, self._hub_desks.rows, self._writers)
        if now == self.lines and self._inside is not None:
            return
        self.lines = now
        self._build()

    def show_writers(self, writers: list[Writer]) -> None:
        """Who wrote what is known here."""
        self._writers = writers
        self.renew()

    def forget(self) -> None:
        """The next time all is built anew."""
        self.lines = []

    def _build(self) -> None:
        held = self._held()
        if held != _NOWHERE:  # Qt would give it to what comes next, and scroll there.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        old, self._inside, self._buttons = self._inside, QWidget(), {}
        grid = QGridLayout(self._inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        heads = (
            translate("Sync", "Desk"),
            translate("Sync", "Last met"),
            translate("Sync", "Waiting"),
            translate("Sync", "Clock"),
            translate("Sync", "Release"),
        )
        for column, head in enumerate(heads):
            grid.addWidget(label(head, "caption"), 0, column, _side(column))
        for number, line in enumerate(self.lines):
            grid.addWidget(rule(), 3 * number + 1, 0, 1, len(heads) + 1)
            self._row(grid, 3 * number + 2, line)
        self.column.addWidget(self._inside)
        if old is not None:
            self.column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._inside.show()
        self._focus(held)

    def _held(self) -> tuple[str, str]:
        """The button that has the focus: what it does, and of which desk."""
        return next((key for key, each in self._buttons.items() if each.hasFocus()), _NOWHERE)

    def _focus(self, *wanted: tuple[str, str]) -> None:
        """To the first of these that is there."""
        found = next((self._buttons[key] for key in wanted if key in self._buttons), None)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, grid: QGridLayout, row: int, line: Line) -> None:
        grid.setRowMinimumHeight(row, _ROW)
        grid.addWidget(_name(line), row, 0)
        for column, text in enumerate((line.met, line.waiting, line.clock, line.release), 1):
            cell = label(text, "muted" if line.mark is Mark.REVOKED else "")
            cell.setFont(fonts.font(15, figures=True))
            grid.addWidget(cell, row, column, _side(column))
        if line.desk and line.desk == self._asked:
            grid.addWidget(self._question(line), row + 1, 0, 1, 6)
        elif line.desk:
            ask = self._button(_ASK, line, translate("Sync", "Revoke …"), "plain")
            ask.clicked.connect(lambda: self._ask(line.desk))
            grid.addWidget(ask, row, 5, Qt.AlignmentFlag.AlignRight)

    def _question(self, line: Line) -> QWidget:
        """Revoking cannot be undone, so it is asked once more, here and not in a dialog."""
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 8)
        row.setSpacing(8)
        row.addWidget(_means(), 1)
        keep = self._button(_KEEP, line, translate("Sync", "Keep"))
        keep.clicked.connect(lambda: self._ask(""))
        sure = self._button(_SURE, line, translate("Sync", "Revoke for good"), "danger")
        sure.clicked.connect(lambda: self._on_sure(line.desk))
        for button in (keep, sure):
            row.addWidget(button)
        return made

    def _button(self, does: str, line: Line, text: str, kind: str = "") -> KeyButton:
        made = self._buttons[does, line.desk] = KeyButton(text, kind=kind)
        made.setAccessibleDescription(line.name)
        return made

    def _ask(self, desk: str) -> None:
        before, self._asked = self._asked, desk
        self._build()
        self._focus((_KEEP, desk), (_ASK, before))

    def _on_sure(self, desk: str) -> None:
        self._hub_desks.revoke(desk)
        self._ask("")


def _name(line: Line) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 2, 0, 2)
    row.setSpacing(8)
    mark = QLabel()
    mark.setFixedWidth(16)
    theme = look.theme
    drawn = {
        Mark.WELL: ("check", theme.admit.ink),
        Mark.WARNS: ("warning", theme.refer.ink),
        Mark.REVOKED: ("refused", theme.refuse.ink),
    }.get(line.mark)
    if drawn is not None:
        mark.setPixmap(icons.pixmap(*drawn, 16, mark.devicePixelRatioF()))
    row.addWidget(mark)
    row.addWidget(label(line.name, "strong"))
    row.addWidget(label(line.note, "small"), 1)
    return made


def _means() -> QWidget:
    """What revoking does, before it is done."""
    return label(
        translate(
            "Sync",
            "From then on the hub takes nothing from this desk, and what it records counts "
            "nowhere. What it recorded before stays. Only a new enrolment lets it back in.",
        ),
        "problem",
        wrap=True,
    )


def _side(column: int) -> Qt.AlignmentFlag:
    if column == 0:
        return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
