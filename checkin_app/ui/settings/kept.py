"""Owns writing a setting: kept at once, and told to the window."""

from __future__ import annotations

from checkin_app.ui.workplace import Workplace


def keep(workplace: Workplace, name: str, value: object) -> None:
    """Sets a field of Station, writes the file, says that settings changed."""
    if getattr(workplace.settings, name) == value:
        return
    setattr(workplace.settings, name, value)
    workplace.keep_settings()
    workplace.touched.emit("settings")
