"""Owns the settings of this desk: who works here, what it is called, where it stands."""

from __future__ import annotations

from PySide6.QtCore import QObject

from checkin_app.ui.language import translate
from checkin_app.ui.settings.kept import keep
from checkin_app.ui.settings.rows import Section, SettingRow, choice, seconds, text_field
from checkin_app.ui.workplace import Workplace


class DeskSection(QObject):
    """Operator, name of the desk, checkpoint, back to ready."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        settings = workplace.settings
        self.operator = text_field(settings.operator, translate("Settings", "Your name"))
        self.desk_name = text_field(settings.desk_name, "A2")
        self.checkpoint = choice(
            [(c.id, workplace.checkpoint_name(c)) for c in workplace.checkpoints],
            settings.checkpoint,
        )
        self.ready = seconds(settings.ready_after, translate("Settings", "seconds"))
        self.ready.setSpecialValueText(translate("Settings", "never"))
        self.section = Section(
            translate("Settings", "This desk"),
            [
                SettingRow(
                    translate("Settings", "Operator"),
                    translate("Settings", "Stands beside every scan and correction made here."),
                    self.operator,
                ),
                SettingRow(
                    translate("Settings", "Name of this desk"),
                    translate("Settings", "Short, as on the sign above it."),
                    self.desk_name,
                ),
                SettingRow(
                    translate("Settings", "Checkpoint"),
                    translate("Settings", "Where the codes read here let people in."),
                    self.checkpoint,
                ),
                SettingRow(
                    translate("Settings", "Back to ready"),
                    translate("Settings", "After so much quiet the last verdict goes away."),
                    self.ready,
                ),
            ],
        )
        self.operator.editingFinished.connect(self._on_operator)
        self.desk_name.editingFinished.connect(self._on_desk_name)
        self.checkpoint.activated.connect(self._on_checkpoint)
        self.ready.valueChanged.connect(self._on_ready)

    def _on_operator(self) -> None:
        keep(self._workplace, "operator", self.operator.text().strip())

    def _on_desk_name(self) -> None:
        keep(self._workplace, "desk_name", self.desk_name.text().strip())

    def _on_checkpoint(self) -> None:
        keep(self._workplace, "checkpoint", self.checkpoint.currentData())
        self._workplace.touched.emit("scans")

    def _on_ready(self, value: int) -> None:
        keep(self._workplace, "ready_after", value)
