"""Owns the preview: one badge, or one sheet of them, as it will print; leafing from one to next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from checkin_app.domain.errors import CheckinError
from checkin_app.ui.badges.proof import Proof, Proofs, Wanted
from checkin_app.ui.badges.warnings import warning_rows
from checkin_app.ui.language import number, translate
from checkin_app.ui.roster.blank import Blank
from checkin_app.ui.theme import fonts
from checkin_app.ui.theme.look import look
from checkin_app.ui.widgets.parts import KeyButton, label, restyle
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.press.bulk import Bulk


class Paper(QWidget):
    """A page, as large as there is room, with a hairline around it."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(160, 160))

    def show_page(self, image: QImage, name: str) -> None:
        """Shows a page; `name` says it to those who do not see it."""
        self._image = image
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page in the middle."""
        if self._image.isNull():
            return
        room = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        scale = min(room.width() / self._image.width(), room.height() / self._image.height())
        width, height = self._image.width() * scale, self._image.height() * scale
        page = QRectF(room.center().x() - width / 2, room.center().y() - height / 2, width, height)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(page, self._image)
        painter.setPen(QPen(QColor(look.theme.edge), 1))
        painter.drawRect(page.adjusted(-0.5, -0.5, 0.5, 0.5))


class Preview(QFrame):
    """Leafs through the chosen badges."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._workplace = workplace
        self._ids: tuple[str, ...] = ()
        self._at = 0
        self._bulk: Bulk | None = None
        self._back = False
        self.proof: Proof | None = None
        self.proofs = Proofs(workplace, self)
        self.proofs.made.connect(self._on_made)
        self.proofs.failed.connect(self._on_failed)
        self.paper = Paper()
        self.warning = label(role="small", wrap=True)
        self.warning.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.place = label(role="muted")
        self.place.setFont(fonts.medium(14, figures=True))
        self.former = _step("‹", translate("Badges", "The badge before"))
        self.next = _step("›", translate("Badges", "The next badge"))
        self.turn = KeyButton(translate("Badges", "Turn over"), kind="plain")
        self.former.clicked.connect(self._on_former)
        self.next.clicked.connect(self._on_next)
        self.turn.clicked.connect(self._on_turn)
        self.none = Blank(
            "badges",
            translate("Badges", "No badge is to be made"),
            translate("Badges", "Choose other people: all instead of those not printed, say."),
            translate("Badges", "Show all"),
        )
        self.nobody = Blank(
            "roster",
            translate("Roster", "Nobody is on the roster yet"),
            translate("Badges", "Import the list of delegates; then their badges are made here."),
            translate("Roster", "Import a roster"),
        )
        self.nobody.button.clicked.connect(self._on_import)
        self._anybody = True
        self.pages = QStackedWidget()
        self._lay_out()
        self._show()

    def _lay_out(self) -> None:
        seen = QWidget()
        steps = QHBoxLayout()
        steps.setSpacing(8)
        steps.addStretch(1)
        for part in (self.former, self.place, self.next):
            steps.addWidget(part)
        steps.addWidget(self.turn)
        steps.addStretch(1)
        column = QVBoxLayout(seen)
        column.setContentsMargins(20, 20, 20, 14)
        column.setSpacing(8)
        column.addWidget(self.paper, 1)
        column.addWidget(self.warning)
        column.addLayout(steps)
        self.pages.addWidget(seen)
        self.pages.addWidget(self.none)
        self.pages.addWidget(self.nobody)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pages)

    def show_badges(self, ids: tuple[str, ...], bulk: Bulk, *, anybody: bool = True) -> None:
        """Shows the badges of these people; who was shown stays, if still among them."""
        self._anybody = anybody
        before = self._ids[self._at] if self._at < len(self._ids) else ""
        self._ids, self._bulk = ids, bulk
        self._at = ids.index(before) if before in ids else 0
        self._show()

    def show_person(self, delegate_id: str) -> None:
        """Shows one person's badge, if it is among those chosen."""
        if delegate_id in self._ids:
            self._at = self._ids.index(delegate_id)
            self._show()

    @property
    def step(self) -> int:
        """How many badges are seen at once."""
        from checkin_app.badges.layout.sheets import SHEETS

        sheet = SHEETS.get(self._bulk.sheet) if self._bulk else None
        return sheet.places if sheet else 1

    def _show(self) -> None:
        step = self.step
        self._at -= self._at % step
        some = self._ids[self._at : self._at + step]
        self.pages.setCurrentIndex(0 if some else 1 if self._anybody else 2)
        last = min(self._at + step, len(self._ids))
        shown = number(last) if step == 1 else f"{number(self._at + 1)}–{number(last)}"
        self.place.setText(f"{shown} / {number(len(self._ids))}")
        self.former.setEnabled(self._at > 0)
        self.next.setEnabled(last < len(self._ids))
        if not some or self._bulk is None:
            self.proofs.drop()
            return
        pixels = round(max(560, self.paper.height()) * self.devicePixelRatioF() * 1.25)
        self.proofs.want(Wanted(some, self._bulk, pixels))

    def _on_made(self, proof: Proof) -> None:
        self.proof = proof
        self._paint()
        rows = warning_rows(proof.warnings, self._workplace.lang)[:2]
        said = [f"{row.title}: {row.line}" for row in rows]
        self._say("\n".join(said))

    def _paint(self) -> None:
        proof = self.proof
        if proof is None:
            return
        both = len(proof.pages) > 1
        self.turn.setVisible(both)
        page = proof.pages[int(self._back and both)] if proof.pages else QImage()
        told = translate("Badges", "Badge of {name}").format(name=", ".join(proof.names))
        self.paper.show_page(page, told)

    def _on_failed(self, error: CheckinError) -> None:
        self.proof = None
        self.paper.show_page(QImage(), "")
        self._say(self._workplace.say(error), wrong=True)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self.warning.setText(text)
        self.warning.setProperty("role", "problem" if wrong else "small")
        restyle(self.warning)
        self.warning.setVisible(bool(text))

    def _on_import(self) -> None:
        self._workplace.go("import")

    def _on_former(self) -> None:
        self._at = max(0, self._at - self.step)
        self._show()

    def _on_next(self) -> None:
        self._at = min(len(self._ids) - 1, self._at + self.step)
        self._show()

    def _on_turn(self) -> None:
        self._back = not self._back
        self._paint()


def _step(sign: str, name: str) -> KeyButton:
    made = KeyButton(sign, kind="plain")
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made
