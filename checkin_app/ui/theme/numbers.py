"""Owns a few of Qt's flags as the numbers they are.

WORKAROUND: PySide makes all 130 enums of the namespace `Qt` when it is first imported, a tenth of
the time to the first paint. What stands before the first paint uses these instead; everything else
says `Qt.AlignmentFlag.AlignCenter` and so on.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

ALIGN_CENTER = 0x84
ALIGN_MIDDLE = 0x80

PLAIN_TEXT = 0
TEXT_UNDER_ICON = 3


def put(target: QObject, name: str, number: int) -> None:
    """Sets a property of an enum's type by its number; a wrong name is an error."""
    if not target.setProperty(name, number):
        raise AttributeError(name)
