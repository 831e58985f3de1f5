"""Owns the style sheet: the template in resources/styles filled with a theme's tokens."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor

from checkin_app import assets
from checkin_app.ui.theme.tokens import FAMILY, Ground, Size, Theme

_TOKEN = re.compile(r"@([a-z_]+)(?:\.([a-z]+))?")


def style_sheet(theme: Theme) -> str:
    """The style sheet of `theme`; a token that does not exist raises AttributeError."""
    template = assets.resource("styles", "desk.qss").read_text("utf-8")

    def value(match: re.Match[str]) -> str:
        name, part = match[1], match[2]
        if name == "family":
            return FAMILY
        if name == "tick":  # A mark that shows on the accent colour of this theme.
            shade = "dark" if QColor(theme.on_accent).lightness() < 128 else "light"
            return assets.resource("icons", f"tick-{shade}.svg").as_posix()
        if name.startswith("px_"):
            return f"{getattr(Size, name[3:].upper())}px"
        token = getattr(theme, name)
        if isinstance(token, Ground):
            return str(getattr(token, part))
        return f"{token}px" if isinstance(token, int) else str(token)

    if theme.border > 1:
        template += assets.resource("styles", "contrast.qss").read_text("utf-8")
    return _TOKEN.sub(value, template)
