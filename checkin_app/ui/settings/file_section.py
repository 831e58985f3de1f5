"""Owns the settings of the event file: where it is, backup, check, another one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from checkin_app import i18n
from checkin_app.domain.errors import CheckinError
from checkin_app.ui import file_dialogs
from checkin_app.ui.background import Background
from checkin_app.ui.language import number, translate
from checkin_app.ui.settings.rows import Section, SettingRow
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.store.checking import Finding


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found."""

    entries: int
    digest: str
    problems: tuple[Finding, ...]


def check(desk: Desk) -> Checked:
    """Reads the whole file."""
    report = desk.check()
    return Checked(report.entries, report.digest, tuple(report.problems))


def backup(desk: Desk, target: Path) -> Path:
    """Makes a checked copy. Raises StoreError."""
    from checkin_app.domain.errors import NotPossible

    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotPossible(why=f"{target.parent}: {error.strerror or error}") from error
    desk.backup(target)
    return target


class FileSection(QObject):
    """The event file of this desk."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._copying = Background(self)
        self._checking = Background(self)
        path = label(str(workplace.event_file or "–"), wrap=True)
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.backup_now = KeyButton(translate("Settings", "Back up now"), icon="export")
        self.backup_now.clicked.connect(self._on_backup)
        self.check_now = KeyButton(translate("Settings", "Check the file"), icon="check")
        self.check_now.clicked.connect(self._on_check)
        self.other = KeyButton(translate("Settings", "Open another event …"), icon="open")
        self.other.clicked.connect(self._on_other)
        self.start = KeyButton(translate("Settings", "To the first page"), kind="plain")
        self.start.clicked.connect(self._on_start)
        self.saved = label(role="muted", wrap=True)
        self.checked = label(role="muted", wrap=True)
        file_row = SettingRow(
            translate("Settings", "Event file"),
            translate("Settings", "Everything of this event is in this one file."),
        )
        file_row.below.addWidget(path)
        backup_row = SettingRow(
            translate("Settings", "Backup"),
            translate("Settings", "A whole copy, checked, while the desk goes on."),
            self.backup_now,
            words="backup sao lưu",
        )
        backup_row.below.addWidget(self.saved)
        check_row = SettingRow(
            translate("Settings", "Check"),
            translate("Settings", "Reads every page, hash and seal. Scans go on meanwhile."),
            self.check_now,
            words="check kiểm tra",
        )
        check_row.below.addWidget(self.checked)
        other_row = SettingRow(
            translate("Settings", "Another event"),
            translate("Settings", "This one is closed first; nothing is lost."),
            self.start,
            self.other,
        )
        self.section = Section(
            translate("Settings", "Event file"), [file_row, backup_row, check_row, other_row]
        )

    def _on_backup(self) -> None:
        event = self._workplace.event_file
        if event is None:
            return
        now = self._workplace.now().astimezone(self._workplace.zone)
        target = event.parent / "backups" / f"{event.stem}-{now:%Y%m%d-%H%M%S}{event.suffix}"
        self.backup_now.setEnabled(False)
        self._copying.read(
            self._workplace.lane,
            lambda desk, say, stopped: backup(desk, target),
            self._on_saved,
            self._on_not_saved,
        )

    def _on_saved(self, target: Path) -> None:
        self.backup_now.setEnabled(True)
        self.saved.setText(translate("Settings", "Saved: {file}").format(file=target))

    def _on_not_saved(self, error: CheckinError) -> None:
        self.backup_now.setEnabled(True)
        self.saved.setText(self._workplace.say(error))

    def _on_check(self) -> None:
        self.check_now.setEnabled(False)
        self.checked.setText(translate("Settings", "Checking …"))
        self._checking.read(
            self._workplace.lane,
            lambda desk, say, stopped: check(desk),
            self._on_checked,
            self._on_not_checked,
        )

    def _on_checked(self, found: Checked) -> None:
        self.check_now.setEnabled(True)
        if found.problems:
            text = translate("Settings", "Not whole: {problems} Restore the latest backup.")
            lang = self._workplace.lang
            said = [i18n.say(lang, "check", p.sentence, **p.details) for p in found.problems[:3]]
            self.checked.setText(text.format(problems=" ".join(said)))
        else:
            text = translate("Settings", "Whole: {count} entries, {digest}.")
            self.checked.setText(text.format(count=number(found.entries), digest=found.digest))

    def _on_not_checked(self, error: CheckinError) -> None:
        self.check_now.setEnabled(True)
        self.checked.setText(self._workplace.say(error))

    def _on_other(self) -> None:
        event = self._workplace.event_file
        chosen = file_dialogs.open_file(
            self.other,
            translate("Settings", "Open another event"),
            str(event.parent if event else Path.home()),
            translate("Settings", "Events (*.checkin)"),
        )
        if chosen:
            self._workplace.event_asked.emit(chosen)

    def _on_start(self) -> None:
        self._workplace.event_asked.emit("")
