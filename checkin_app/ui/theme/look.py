"""Owns the look in force: puts a theme on the application and tells who paints by hand."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from checkin_app.ui.theme import fonts
from checkin_app.ui.theme.sheet import style_sheet
from checkin_app.ui.theme.tokens import DARK, LIGHT, THEMES, Theme


class Look(QObject):
    """The theme in force; `changed` comes after it is on the application."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("look")
        self.theme = LIGHT
        self.motion = True

    def put_on(self, choice: str) -> None:
        """Puts on `light`, `dark`, `contrast`, or what the system prefers (`system`)."""
        self.theme = THEMES.get(choice) or _preferred()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setFont(fonts.font())
            app.setPalette(_palette(self.theme))
            app.setStyleSheet(style_sheet(self.theme))
        self.changed.emit()


def _preferred() -> Theme:
    """What the system prefers, told from the palette that the style would use by itself."""
    ground = QApplication.style().standardPalette().color(QPalette.ColorRole.Window)
    return DARK if ground.lightness() < 128 else LIGHT


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, theme.bg),
        (role.WindowText, theme.text),
        (role.Base, theme.surface),
        (role.AlternateBase, theme.hover),
        (role.Text, theme.text),
        (role.PlaceholderText, theme.muted),
        (role.Button, theme.surface),
        (role.ButtonText, theme.text),
        (role.ToolTipBase, theme.text),
        (role.ToolTipText, theme.bg),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent),
        (role.Link, theme.accent),
        (role.Mid, theme.line),
        (role.Accent, theme.accent),
    ):
        palette.setColor(which, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(disabled, which, QColor(theme.muted))
    return palette


look = Look()
