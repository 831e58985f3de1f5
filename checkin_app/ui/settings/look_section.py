"""Owns the settings of how the program looks and sounds."""

from __future__ import annotations

from PySide6.QtCore import QObject

from checkin_app.ui.language import EN, VI, language, translate
from checkin_app.ui.settings.kept import keep
from checkin_app.ui.settings.rows import Section, SettingRow, choice, switch
from checkin_app.ui.theme.look import look
from checkin_app.ui.workplace import Workplace


class LookSection(QObject):
    """Language, theme, sounds, motion."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        settings = workplace.settings
        self.language = choice(((VI, "Tiếng Việt"), (EN, "English")), workplace.lang)
        self.theme = choice(
            (
                ("system", translate("Settings", "As the system")),
                ("light", translate("Settings", "Light")),
                ("dark", translate("Settings", "Dark")),
                ("contrast", translate("Settings", "High contrast")),
            ),
            settings.theme,
        )
        self.sounds = switch(translate("Settings", "Play sounds"), settings.sounds)
        self.motion = switch(translate("Settings", "Move things"), settings.motion)
        self.section = Section(
            translate("Settings", "Look and sound"),
            [
                SettingRow(
                    translate("Settings", "Language"),
                    translate("Settings", "Of this window; the log holds both."),
                    self.language,
                    words="Tiếng Việt English ngôn ngữ",
                ),
                SettingRow(
                    translate("Settings", "Theme"),
                    translate("Settings", "High contrast is black and white, 7 to 1 everywhere."),
                    self.theme,
                ),
                SettingRow(
                    translate("Settings", "Sounds"),
                    translate("Settings", "Three short ones: admitted, refused, a person decides."),
                    self.sounds,
                ),
                SettingRow(
                    translate("Settings", "Motion"),
                    translate("Settings", "Short moves that show where something went."),
                    self.motion,
                ),
            ],
        )
        self.language.activated.connect(self._on_language)
        self.theme.activated.connect(self._on_theme)
        self.sounds.toggled.connect(self._on_sounds)
        self.motion.toggled.connect(self._on_motion)

    def _on_language(self) -> None:
        keep(self._workplace, "language", self.language.currentData())
        language.speak(self._workplace.settings.language)

    def _on_theme(self) -> None:
        keep(self._workplace, "theme", self.theme.currentData())
        look.put_on(self._workplace.settings.theme)

    def _on_sounds(self, on: bool) -> None:
        keep(self._workplace, "sounds", on)

    def _on_motion(self, on: bool) -> None:
        look.motion = on
        keep(self._workplace, "motion", on)
