"""Owns the plainest parts: labels by role, hairlines."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QWidget

from checkin_app.ui.theme import numbers


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A text; `role` is one of the style sheet's (muted, small, caption, strong, title …)."""
    made = QLabel(text)
    numbers.put(made, "textFormat", numbers.PLAIN_TEXT)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def rule() -> QFrame:
    """A hairline."""
    made = QFrame()
    made.setObjectName("rule")
    return made


def restyle(widget: QWidget) -> None:
    """Has the style sheet look again at a property that changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
