"""Owns the preflight page: against what, how far it is, what it found and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from checkin_app.domain.errors import CheckinError
from checkin_app.ui.language import number, translate
from checkin_app.ui.preflight.check import Check, Result
from checkin_app.ui.preflight.findings import Findings
from checkin_app.ui.settings.rows import choice
from checkin_app.ui.theme.tokens import Tone
from checkin_app.ui.widgets.flow_row import flow_row
from checkin_app.ui.widgets.parts import KeyButton, label, restyle
from checkin_app.ui.workplace import Workplace
from checkin_app.verdict_words import clock

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checkin_app.badges.layout import Layout
    from checkin_app.desk import Desk

#: Printers' usual resolutions, in dots an inch.
RESOLUTIONS = (203, 300, 600)
#: After a change of the roster so many badges with findings are looked at again by themselves.
_AGAIN = 200
_SOON = 150


class PreflightPage(QWidget):
    """Looks at every badge; a row opens the delegate, and what is corrected goes from the list."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._opened: set[str] = set()
        self._titles: dict[str, str] = {}
        self.check = workplace.findChild(Check) or Check(workplace)
        self.check.progressed.connect(self._on_progress)
        self.check.ended.connect(self._on_ended)
        self.check.failed.connect(self._on_failed)
        self.form = choice((("", translate("Preflight", "Each category’s own layout")),), "")
        self.form.setAccessibleName(translate("Preflight", "Layout"))
        self.dpi = choice(
            [
                (str(dpi), translate("Preflight", "{dpi} dots an inch").format(dpi=dpi))
                for dpi in RESOLUTIONS
            ],
            str(RESOLUTIONS[0]),
        )
        self.dpi.setAccessibleName(translate("Preflight", "Resolution of the printer"))
        self.start = KeyButton(
            translate("Preflight", "Look at all badges"), kind="primary", icon="check"
        )
        self.start.clicked.connect(self.look)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("Preflight", "Progress"))
        self.cancel = KeyButton(translate("Preflight", "Stop"))
        self.cancel.clicked.connect(self.check.stop)
        self.said = label(wrap=True)
        self.against = label(role="muted", wrap=True)
        self.findings = Findings(workplace.lang)
        self.findings.opened.connect(self.open_delegate)
        self._soon = QTimer(self)
        self._soon.setObjectName("preflight-again")
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._look_again)
        self._lay_out()
        self._working(self.check.busy)
        self._say(
            translate(
                "Preflight",
                "Before the first day: every badge is put together as the printer would get it, "
                "and what would come out wrong is listed here.",
            )
        )
        self.findings.hide()
        self.against.hide()
        if self.check.result is not None:
            self._on_ended(self.check.result)
        workplace.touched.connect(self._on_touched)
        workplace.opened.connect(self.forget)

    def _lay_out(self) -> None:
        working = QHBoxLayout()
        working.setSpacing(12)
        working.addWidget(self.bar, 1)
        working.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(flow_row(self.form, self.dpi, self.start, gap=12))
        column.addLayout(working)
        column.addWidget(self.said)
        column.addWidget(self.against)
        column.addWidget(self.findings, 1)
        column.addStretch(0)

    def shown(self) -> None:
        """The page came to the front: asks which layouts there are."""
        self._workplace.lane.run(_layouts, self._on_layouts, self._workplace.failed)

    def _on_layouts(self, layouts: Mapping[str, Layout]) -> None:
        vi = self._workplace.lang == "vi"
        self._titles = {
            name: (layout.title_vi if vi else layout.title_en) or name
            for name, layout in layouts.items()
            if name != "invitation"
        }
        chosen = self.form.currentData()
        while self.form.count() > 1:
            self.form.removeItem(1)
        for name, title in self._titles.items():
            self.form.addItem(title, name)
        self.form.setCurrentIndex(max(0, self.form.findData(chosen)))

    # -- looking -----------------------------------------------------------

    def look(self) -> None:
        """Begins to look at all badges against what is chosen."""
        from checkin_app.press.preflights import Inquiry

        if self.check.busy:
            return
        self._opened.clear()
        self.findings.hide()
        self.against.hide()
        self._working(True)
        self._say(translate("Preflight", "Looking at the badges …"))
        self.check.start(
            Inquiry(
                layout=str(self.form.currentData()),
                dpi=int(self.dpi.currentData()),
                usual=self._workplace.settings.usual_layout,
            )
        )

    def _on_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        text = translate("Preflight", "{done} of {total} badges")
        self._say(text.format(done=number(done), total=number(total)))

    def _on_ended(self, result: Result) -> None:
        self._working(self.check.busy)
        if not self.check.busy:
            self._show(result)

    def _on_failed(self, error: CheckinError) -> None:
        self._working(False)
        self._say(self._workplace.say(error), Tone.REFUSE)

    def _show(self, result: Result) -> None:
        checked = result.checked
        findings = checked.findings
        people = len({finding.delegate_id for finding in findings})
        badges = number(checked.badges)
        if checked.cancelled:
            text = translate(
                "Preflight", "Stopped after {badges} badges; {people} of them need a look."
            )
            tone = Tone.REFER
        elif people:
            text = translate(
                "Preflight", "{people} people’s badges need a look; {badges} were put together."
            )
            if not any(finding.barred for finding in findings):
                text += " " + translate("Preflight", "They can be printed all the same.")
            tone = Tone.REFER
        elif checked.badges:
            text = translate("Preflight", "All {badges} badges are fine.")
            tone = Tone.ADMIT
        else:
            text = translate("Preflight", "Nobody gets a badge yet: the roster is empty.")
            tone = Tone.NEUTRAL
        self._say(text.format(badges=badges, people=number(people)), tone)
        self._show_against(result)
        self.findings.setVisible(bool(findings))
        self.findings.show_findings(findings)

    def _show_against(self, result: Result) -> None:
        layout = result.inquiry.layout
        own = translate("Preflight", "each category’s own layout")
        text = translate("Preflight", "Looked at {time} against {layout}, {dpi} dots an inch.")
        lang = self._workplace.lang
        at = clock(result.at, self._workplace.zone, lang=lang, seconds=False)
        told = text.format(
            time=at,
            layout=self._titles.get(layout, layout) if layout else own,
            dpi=result.inquiry.dpi,
        )
        if result.stale:
            told += " " + translate(
                "Preflight", "The roster has changed since; badges listed here are looked at again."
            )
        self.against.setText(told)
        self.against.show()

    # -- corrections -------------------------------------------------------

    def open_delegate(self, delegate_id: str) -> None:
        """Shows the delegate; when they were corrected their badge is looked at again."""
        self._opened.add(delegate_id)
        self._workplace.show_person(delegate_id)

    def forget(self) -> None:
        """Another event: what was found was about the former one."""
        self.check.forget()
        self.findings.hide()
        self.against.hide()
        self.said.setText("")

    def _on_touched(self, kind: str) -> None:
        if self.check.result is not None and kind in ("roster", "programme"):
            self._soon.start()

    def _look_again(self) -> None:
        result = self.check.result
        if result is None:
            return
        people = {finding.delegate_id for finding in self.findings.findings}
        people |= {finding.other for finding in self.findings.findings if finding.other}
        chosen = people if len(people) <= _AGAIN else people & self._opened
        self.check.again(result.inquiry, chosen | self._opened)

    # -- states ------------------------------------------------------------

    def _working(self, on: bool) -> None:
        self.bar.setVisible(on)
        self.cancel.setVisible(on)
        for part in (self.start, self.form, self.dpi):
            part.setEnabled(not on)
        if on:
            self.bar.setRange(0, 0)

    def _say(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        self.said.setText(text)
        self.said.setAccessibleName(text)
        role = {Tone.REFUSE: "problem", Tone.NEUTRAL: "muted"}.get(tone, "strong")
        self.said.setProperty("role", role)
        restyle(self.said)


def _layouts(desk: Desk) -> Mapping[str, Layout]:
    return desk.layouts()
