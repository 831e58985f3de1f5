"""Owns the list of the latest scans: who, when, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from checkin_app import verdict_words
from checkin_app.domain.scans import Decision, ScanOutcome
from checkin_app.ui.language import translate
from checkin_app.ui.widgets.parts import label
from checkin_app.ui.widgets.rows import Row, RowList

_MARKS = {Decision.ADMIT: "check", Decision.REFUSE: "refused", Decision.REFER: "referred"}


def recent_row(outcome: ScanOutcome, lang: str, zone: ZoneInfo, after: str = "") -> Row:
    """One scan as a row; `after` is what became of it, when that says more than the verdict."""
    words = verdict_words.words(outcome, lang, zone)
    delegate = outcome.delegate
    title = words.headline
    if delegate is not None:
        own = delegate.own_name if any(c > "\u02ff" for c in _letters(delegate.own_name)) else ""
        name = verdict_words.name_of(delegate, lang)
        title = f"{own} · {name}" if own else name
    state = after
    if not state or outcome.undone:
        said = words.headline if delegate is not None else ""
        state = said[:1].lower() + said[1:]
    line = verdict_words.clock(outcome.at, zone) + (f" · {state}" if state else "")
    mark = "undo" if outcome.undone else _MARKS[outcome.verdict.decision]
    return Row(outcome.scan_id, title, line, mark)


def _letters(name: str) -> str:
    """The letters without Latin ones: what another script leaves."""
    return "".join(c for c in name if c.isalpha() and not "\u1e00" <= c <= "\u1eff")


class Recent(QWidget):
    """Emits `opened` with the outcome that is to be looked at again."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.outcomes: list[ScanOutcome] = []
        caption = label(translate("Scan", "Recent scans"), "caption")
        self.list = RowList(translate("Scan", "Recent scans"))
        self._nothing = label(translate("Scan", "Scans of this desk appear here."), "muted")
        self._nothing.setWordWrap(True)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(4)
        column.addWidget(caption)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        self.list.opened.connect(self._on_opened)

    def show_scans(
        self,
        outcomes: Sequence[ScanOutcome],
        lang: str,
        zone: ZoneInfo,
        after: Mapping[str, str],
        weigh: Callable[[Row, ScanOutcome], Row],
    ) -> None:
        """Shows other scans; `after` says what became of a scan, `weigh` whether it counts."""
        self.outcomes = list(outcomes)
        self.list.show_rows(
            [weigh(recent_row(o, lang, zone, after.get(o.scan_id, "")), o) for o in outcomes]
        )
        self._nothing.setVisible(not outcomes)

    def _on_opened(self, scan_id: str) -> None:
        for outcome in self.outcomes:
            if outcome.scan_id == scan_id:
                self.opened.emit(outcome)
