"""Owns the findings of a preflight as they are shown: a button a kind, a row a badge."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from checkin_app.ui.language import number, translate
from checkin_app.ui.widgets.flow import Flow
from checkin_app.ui.widgets.parts import label
from checkin_app.ui.widgets.rows import Row, RowList

if TYPE_CHECKING:
    from checkin_app.badges.preflight.findings import Finding, Kind
    from checkin_app.i18n import Language

#: Rows that are shown at once; when some are seen to, others come.
SHOWN = 400


class Findings(QWidget):
    """Kinds from the gravest, the first one open. Emits `opened` with a delegate's id."""

    opened = Signal(str)

    def __init__(self, lang: Language) -> None:
        super().__init__()
        self._lang = lang
        self._findings: list[Finding] = []
        self.kind: Kind | None = None
        self.kinds: dict[Kind, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._bar = QWidget()
        self._flow = Flow(self._bar, gap=8)
        self._flow.setContentsMargins(0, 0, 0, 0)
        policy = self._bar.sizePolicy()
        policy.setHeightForWidth(True)
        self._bar.setSizePolicy(policy)
        self.rows = RowList(translate("Preflight", "Badges to look at"))
        self.rows.opened.connect(self._on_opened)
        self.more = label(role="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._bar)
        panel = QFrame()
        panel.setObjectName("panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(16, 8, 16, 8)
        inside.addWidget(self.rows, 1)
        inside.addWidget(self.more)
        column.addWidget(panel, 1)

    @property
    def findings(self) -> Sequence[Finding]:
        """All of them."""
        return self._findings

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Shows other findings; the kind that is open stays open while there are any of it."""
        from checkin_app.badges.preflight.findings import KINDS
        from checkin_app.badges.preflight.words import title

        self._findings = list(findings)
        counts = {
            kind: count for kind in KINDS if (count := sum(f.problem == kind for f in findings))
        }
        for kind in [kind for kind in self.kinds if kind not in counts]:
            button = self.kinds.pop(kind)
            self._group.removeButton(button)
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        for kind, count in counts.items():
            text = f"{title(kind, self._lang)} · {number(count)}"
            if kind in self.kinds:
                self.kinds[kind].setText(text)
            else:
                self.kinds[kind] = self._button(kind, text)
        self._flow.arrange([self.kinds[kind] for kind in counts])
        if self.kind not in counts:
            self.kind = next(iter(counts), None)
        if self.kind:
            self.kinds[self.kind].setChecked(True)
        self._show_rows()

    def _button(self, kind: Kind, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", "pill")
        button.setAutoDefault(False)
        button.setCheckable(True)
        button.setProperty("problem", kind)
        button.clicked.connect(self._on_kind)
        self._group.addButton(button)
        self._flow.addWidget(button)
        return button

    def _on_kind(self) -> None:
        self.kind = self.sender().property("problem")
        self._show_rows()

    def _show_rows(self) -> None:
        from checkin_app.badges.preflight.words import sentence

        chosen = [f for f in self._findings if f.problem == self.kind]
        self.rows.show_rows(
            [
                Row(
                    f.delegate_id,
                    f.name.strip() or translate("Preflight", "(no name)"),
                    sentence(f, self._lang),
                    mark="refused" if f.wrong else "referred",
                )
                for f in chosen[:SHOWN]
            ]
        )
        left = len(chosen) - SHOWN
        self.more.setVisible(left > 0)
        if left > 0:
            text = translate("Preflight", "… and {count} more, shown when these are seen to.")
            self.more.setText(text.format(count=number(left)))

    def _on_opened(self, delegate_id: str) -> None:
        self.opened.emit(delegate_id)
