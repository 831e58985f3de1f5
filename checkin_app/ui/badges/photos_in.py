"""Owns the page that takes photos in: a folder or ZIP looked at first, then kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from checkin_app.domain.errors import CheckinError
from checkin_app.ui import file_dialogs
from checkin_app.ui.background import Background, Say
from checkin_app.ui.background import Stopped as Stop
from checkin_app.ui.language import number, translate
from checkin_app.ui.queue.asked import Asked
from checkin_app.ui.queue.asked import Stopped as Unanswered
from checkin_app.ui.settings.rows import choice
from checkin_app.ui.widgets.flow_row import flow_row
from checkin_app.ui.widgets.parts import KeyButton, label, restyle
from checkin_app.ui.widgets.rows import Row, RowList
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.photos.matching import Person
    from checkin_app.photos.taking import Row as Found
    from checkin_app.photos.taking import Taken

_SHOWN = 500
_DONE = ("added", "replaced")


class PhotosPage(QWidget):
    """Looks first whose photos they are; nothing is kept before the second button."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._beside = Background(self)
        self._beside.progressed.connect(self._on_progress)
        self._asked = Asked(workplace.lane, self)
        self._source: Path | None = None
        self._names: dict[str, str] = {}
        self._trying = True
        self.by = choice(
            (
                ("auto", translate("Badges", "By id or name")),
                ("id", translate("Badges", "By id")),
                ("name", translate("Badges", "By name")),
            ),
            "auto",
        )
        self.by.setAccessibleName(translate("Badges", "How a file is matched"))
        self.by.activated.connect(self._on_by)
        self.folder = KeyButton(translate("Badges", "Choose a folder …"), icon="open")
        self.folder.clicked.connect(self._on_folder)
        self.archive = KeyButton(translate("Badges", "Choose a ZIP …"), icon="open")
        self.archive.clicked.connect(self._on_archive)
        self.take = KeyButton(
            translate("Badges", "Take the photos in"), kind="primary", icon="import"
        )
        self.take.clicked.connect(self._on_take)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.cancel = KeyButton(translate("Badges", "Cancel"))
        self.cancel.clicked.connect(self._beside.stop)
        self.said = label(wrap=True)
        self.list = RowList(translate("Badges", "Files"))
        self._lay_out()
        self._working(False)

    def _lay_out(self) -> None:
        panel = QFrame()
        panel.setObjectName("panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(24, 20, 24, 16)
        inside.setSpacing(12)
        inside.addWidget(flow_row(self.folder, self.archive, self.by, self.take, gap=12))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        inside.addLayout(row)
        inside.addWidget(self.said)
        inside.addWidget(self.list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(
            label(
                translate(
                    "Badges",
                    "Pictures whose file names are ids or names of delegates. They are cut to the "
                    "face’s frame and stored small. A single photo is taken from the card in the "
                    "roster.",
                ),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(panel, 1)

    def leave(self) -> None:
        """The page is left: what was taken in stays, no more is."""
        self._beside.stop()
        self._asked.stop()

    def _on_folder(self) -> None:
        chosen = file_dialogs.open_folder(self, self.folder.text(), str(self._beside_it()))
        if chosen:
            self.look(Path(chosen))

    def _on_archive(self) -> None:
        chosen = file_dialogs.open_file(
            self, self.archive.text(), str(self._beside_it()), "ZIP (*.zip)"
        )
        if chosen:
            self.look(Path(chosen))

    def _beside_it(self) -> Path:
        event = self._workplace.event_file
        return event.parent if event else Path.home()

    def _on_by(self, _: int) -> None:
        if self._source is not None:
            self.look(self._source)

    def look(self, source: Path) -> None:
        """Whose the photos of a folder or ZIP are; nothing is kept."""
        self._source = source
        self._start(trying=True)

    def _on_take(self) -> None:
        self._start(trying=False)

    def _start(self, *, trying: bool) -> None:
        source = self._source
        if self._beside.busy or source is None:
            return
        self._trying = trying
        self._working(True)
        self._say(
            translate("Badges", "Looking at the photos …")
            if trying
            else translate("Badges", "Taking photos in …")
        )
        by: Literal["auto", "id", "name"] = self.by.currentData()
        keeping = _Keeping(self._asked, self._workplace.operator)

        def work(say: Say, stopped: Stop) -> tuple[Taken, dict[str, str]]:
            from checkin_app.photos.taking import Taken, take_in

            people = keeping.people()

            def progress(done: int, total: int | None) -> None:
                say(done, total or done)

            try:
                taken = take_in(
                    source,
                    people,
                    keeping,
                    by=by,
                    dry_run=trying,
                    progress=progress,
                    cancelled=stopped,
                )
            except Unanswered:
                taken = Taken((), cancelled=True)
            return taken, {person.id: person.name for person in people}

        self._beside.start(work, self._on_taken, self._on_failed)

    def _on_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _on_taken(self, answer: tuple[Taken, dict[str, str]]) -> None:
        taken, self._names = answer
        counts = taken.counts
        good = sum(counts[word] for word in _DONE)
        bad = sum(counts[word] for word in ("ambiguous", "nobody", "unusable"))
        if self._trying:
            text = translate(
                "Badges", "{good} photos to take in, {same} as they are, {bad} unclear"
            )
        else:
            text = translate("Badges", "{good} photos taken in, {same} as they were, {bad} left")
        same = number(counts["unchanged"] + counts["left"])
        self._working(False)
        self._say(text.format(good=number(good), same=same, bad=number(bad)))
        if taken.cancelled:
            self._say(translate("Badges", "Cancelled. What was taken in before stays."))
        self.take.setVisible(self._trying and good > 0)
        rows = sorted(taken.rows, key=lambda row: row.state == "matched")
        self.list.show_rows([self._row(row) for row in rows[:_SHOWN]])
        if not self._trying and good:
            self._workplace.touched.emit("roster")

    def _row(self, row: Found) -> Row:
        names = ", ".join(self._names.get(key, key) for key in row.people[:4])
        if row.problem is not None:
            return Row(row.file, row.file, self._workplace.say(row.problem), "refused")
        if row.state == "matched":
            words = {
                "added": translate("Badges", "new"),
                "replaced": translate("Badges", "in place of another"),
                "left": translate("Badges", "somebody chose otherwise since"),
            }.get(row.outcome, translate("Badges", "as it is"))
            return Row(row.file, names, f"{row.file} · {words}", "check")
        if row.state == "ambiguous":
            said = translate("Badges", "Could be of: {names}").format(names=names)
            return Row(row.file, row.file, said, "referred")
        return Row(row.file, row.file, translate("Badges", "Nobody of that id or name"), "referred")

    def _on_failed(self, error: CheckinError) -> None:
        self._working(False)
        self._say(self._workplace.say(error), wrong=True)

    def _working(self, on: bool) -> None:
        for part in (self.bar, self.cancel):
            part.setVisible(on)
        for control in (self.folder, self.archive, self.by):
            control.setEnabled(not on)
        self.take.hide()
        if on:
            self.bar.setRange(0, 0)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self.said.setText(text)
        self.said.setProperty("role", "problem" if wrong else "")
        restyle(self.said)


class _Keeping:
    """What taking photos in needs of the desk, a photo at a time, so that scans go on between."""

    def __init__(self, asked: Asked, operator: str) -> None:
        self._asked = asked
        self._operator = operator

    def people(self) -> list[Person]:
        """Everybody on the roster."""
        return self._asked.ask(_people)

    def keep_photo(self, delegate_id: str, jpeg: bytes) -> str:
        """See `Keeping` in photos.taking."""
        operator = self._operator
        return self._asked.ask(lambda desk: desk.keep_photo(delegate_id, jpeg, operator=operator))

    def had_photo(self, delegate_id: str, name: str) -> bool:
        """See `Keeping` in photos.taking."""
        return self._asked.ask(lambda desk: desk.had_photo(delegate_id, name))


def _people(desk: Desk) -> list[Person]:
    from checkin_app.photos.matching import Person

    return [
        Person(d.id, d.name, d.own_name, d.external_id, d.photo)
        for row in desk.roster_rows(desk.roster_ids())
        for d in (row.delegate,)
    ]
