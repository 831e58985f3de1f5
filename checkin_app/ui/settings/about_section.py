"""Owns what the program says about itself."""

from __future__ import annotations

import platform
import sqlite3

from PySide6.QtCore import QObject, Qt, qVersion

from checkin_app import __version__
from checkin_app.config import SETTINGS_FILE, station_dir
from checkin_app.ui.language import translate
from checkin_app.ui.settings.rows import Section, SettingRow
from checkin_app.ui.widgets.parts import label
from checkin_app.ui.workplace import Workplace


class AboutSection(QObject):
    """Versions, and where the settings are."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        rows = []
        for name, value in (
            (translate("Settings", "Version"), __version__),
            (translate("Settings", "This desk's name in the log"), workplace.desk_name or "–"),
            (translate("Settings", "Settings file"), str(station_dir() / SETTINGS_FILE)),
            (
                translate("Settings", "Built with"),
                f"Python {platform.python_version()} · Qt {qVersion()} · "
                f"SQLite {sqlite3.sqlite_version}",
            ),
        ):
            text = label(value, wrap=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            text.setAccessibleName(f"{name}: {value}")
            row = SettingRow(name, "", words=value)
            row.below.addWidget(text)
            rows.append(row)
        self.section = Section(translate("Settings", "About"), rows)
