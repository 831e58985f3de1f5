"""Owns the choice of badges on screen: whose, in which order, on what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from checkin_app.config import DEFAULT_LAYOUT
from checkin_app.ui.badges.survey import Choices, Counted, LayoutFacts
from checkin_app.ui.language import VI, number, translate
from checkin_app.ui.roster.columns import category_name
from checkin_app.ui.roster.picker import Choice, Picker
from checkin_app.ui.settings.rows import choice
from checkin_app.ui.widgets.flow_row import flow_row
from checkin_app.ui.widgets.parts import label
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.badges.selection import Selection
    from checkin_app.press.bulk import Bulk

FRESH, CHANGED, ALL = "fresh", "changed", "all"


class Choosing(QWidget):
    """Emits `changed` when other badges are wanted, `redrawn` when they are to look otherwise."""

    changed = Signal()
    redrawn = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._layouts: dict[str, LayoutFacts] = {}
        self._printed = False
        self.which = QButtonGroup(self)
        self._which = {
            FRESH: _pill(translate("Badges", "Not printed yet")),
            CHANGED: _pill(translate("Badges", "Changed since")),
            ALL: _pill(translate("Badges", "All")),
        }
        for number_, pill in enumerate(self._which.values()):
            self.which.addButton(pill, number_)
        self._which[FRESH].setChecked(True)
        self._which[CHANGED].setToolTip(
            translate("Badges", "Those whose badge would say something else than the one they have")
        )
        self.delegation = Picker(translate("Badges", "All delegations"), [])
        self.category = Picker(translate("Badges", "All categories"), [])
        self.letter = Picker(translate("Badges", "All letters"), [])
        self.order = choice(
            (
                ("given-name", translate("Badges", "Given name")),
                ("name", translate("Badges", "Full name")),
                ("delegation", translate("Badges", "Delegation")),
                ("category", translate("Badges", "Category")),
                ("protocol", translate("Badges", "Order of protocol")),
            ),
            "delegation",
        )
        self.form = QComboBox()
        self.sheet = QComboBox()
        self.backs = QCheckBox(translate("Badges", "Backs too"))
        self.backs.setChecked(True)
        self.receipts = QCheckBox(translate("Badges", "A receipt to sign for each delegation"))
        self.reason_said = label(translate("Badges", "Why again"), "strong")
        self.reason = QLineEdit()
        self.reason.setMaxLength(80)
        self._lay_out()
        self._offer_layouts(())
        self.which.idClicked.connect(self._on_which)
        for picker in (self.delegation, self.category, self.letter):
            picker.picked.connect(self._on_picked)
        self.order.activated.connect(self._on_order)
        self.form.activated.connect(self._on_form)
        self.sheet.activated.connect(self._on_look)
        self.backs.toggled.connect(self._on_look)
        self.receipts.toggled.connect(self._on_receipts)
        self._show_reason()

    def _lay_out(self) -> None:
        for part, name in (
            (self.order, translate("Badges", "Order")),
            (self.form, translate("Badges", "Layout")),
            (self.sheet, translate("Badges", "Paper")),
            (self.reason, translate("Badges", "Why again")),
        ):
            part.setAccessibleName(name)
            part.setMinimumWidth(80)
        for box in (self.form, self.sheet, self.order):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[QWidget, QWidget], ...] = (
            (label(translate("Badges", "Order"), "strong"), self.order),
            (label(translate("Badges", "Layout"), "strong"), self.form),
            (label(translate("Badges", "Paper"), "strong"), self.sheet),
            (self.reason_said, self.reason),
        )
        for place, (said, control) in enumerate(rows):
            grid.addWidget(said, place, 0)
            grid.addWidget(control, place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(flow_row(*self._which.values()))
        column.addWidget(flow_row(self.delegation, self.category, self.letter))
        column.addLayout(grid)
        column.addWidget(self.backs)
        column.addWidget(self.receipts)

    # -- what is chosen ----------------------------------------------------

    def selection(self) -> Selection:
        """Whose badges."""
        from checkin_app.badges.selection import Selection

        return Selection(
            delegation=self.delegation.current,
            category=self.category.current,
            not_printed=self._which[FRESH].isChecked(),
            changed=self._which[CHANGED].isChecked(),
            letter=self.letter.current,
            sort=str(self.order.currentData()),
        )

    def bulk(self) -> Bulk:
        """Whose badges, and how."""
        from checkin_app.press.bulk import Bulk

        return Bulk(
            self.selection(),
            layout=str(self.form.currentData() or ""),
            sheet=str(self.sheet.currentData() or ""),
            sides="both" if self.backs.isChecked() else "front",
            separators=self.receipts.isChecked(),
            default=self._workplace.settings.usual_layout,
        )

    @property
    def apart(self) -> bool:
        """Whether badges cannot go through the queue one by one: sheets, receipts."""
        return bool(self.sheet.currentData()) or self.receipts.isChecked()

    def choose_which(self, which: str) -> None:
        """Those not printed, those changed, or all."""
        self._which[which].setChecked(True)
        self._on_which()

    # -- what can be chosen ------------------------------------------------

    def offer(self, counted: Counted) -> None:
        """Shows what there is to choose from now."""
        lang = self._workplace.lang
        choices = counted.choices
        self.delegation.offer(
            [
                Choice("", translate("Badges", "All delegations")),
                *(Choice(d.id, d.name) for d in choices.delegations),
            ]
        )
        self.category.offer(
            [
                Choice("", translate("Badges", "All categories")),
                *(Choice(c.id, category_name(c, lang)) for c in choices.categories),
            ]
        )
        self.letter.offer(
            [
                Choice("", translate("Badges", "All letters")),
                *(Choice(one, f"{one}  ({number(many)})") for one, many in counted.count.letters),
            ]
        )
        self._printed = counted.count.badges > counted.count.fresh
        self._show_reason()
        self._offer_layouts(choices)

    def _offer_layouts(self, choices: Choices | tuple[()]) -> None:
        layouts = choices.layouts if isinstance(choices, Choices) else ()
        if self.form.count() and tuple(self._layouts.values()) == layouts:
            return
        self._layouts = {layout.name: layout for layout in layouts}
        before = self.form.currentData()
        self.form.clear()
        self.form.addItem(translate("Badges", "Each category's own"), "")
        for layout in layouts:
            title = layout.title_vi if self._workplace.lang == VI else layout.title_en
            self.form.addItem(title or layout.name, layout.name)
        self.form.setCurrentIndex(max(0, self.form.findData(before)))
        self._offer_sheets()

    def _offer_sheets(self) -> None:
        """The sheets on which the layout has a place."""
        from checkin_app.badges.layout.sheets import SHEETS

        usual = self._workplace.settings.usual_layout
        layout = self._layouts.get(str(self.form.currentData() or usual)) or self._layouts.get(
            DEFAULT_LAYOUT
        )
        before = self.sheet.currentData()
        self.sheet.clear()
        self.sheet.addItem(translate("Badges", "One badge a page"), "")
        for sheet in SHEETS.values():
            if layout is not None and sheet.takes(layout.width, layout.height):
                title = sheet.title_vi if self._workplace.lang == VI else sheet.title_en
                self.sheet.addItem(title, sheet.name)
        self.sheet.setCurrentIndex(max(0, self.sheet.findData(before)))
        self.backs.setVisible(layout is not None and layout.sides == 2)

    def _show_reason(self) -> None:
        for part in (self.reason_said, self.reason):
            part.setVisible(self._printed)

    # -- changes -----------------------------------------------------------

    def _on_which(self) -> None:
        changed = self._which[CHANGED].isChecked()
        words = translate("Badges", "What is on the badge has changed")
        if changed and not self.reason.text():
            self.reason.setText(words)
        elif not changed and self.reason.text() == words:
            self.reason.clear()
        self.changed.emit()

    def _on_picked(self, _: str) -> None:
        self.changed.emit()

    def _on_order(self, _: int) -> None:
        self.changed.emit()

    def _on_form(self, _: int) -> None:
        self._offer_sheets()
        self.redrawn.emit()

    def _on_look(self, _: object) -> None:
        self.redrawn.emit()

    def _on_receipts(self, on: bool) -> None:
        at = self.order.findData("delegation")
        self.order.setEnabled(not on)
        if on and self.order.currentIndex() != at:
            self.order.setCurrentIndex(at)
            self.changed.emit()


def _pill(text: str) -> QPushButton:
    made = QPushButton(text)
    made.setProperty("kind", "pill")
    made.setCheckable(True)
    made.setStyleSheet("QPushButton { min-height: 40px; border-radius: 22px; padding: 0 14px; }")
    return made
