"""Takes a program of a test apart in this thread: what is left would be collected in any other."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

from checkin_app.ui.app import DeskProgram


def put_away(program: DeskProgram) -> None:
    """Closes, ends and deletes it."""
    program.window.close()
    program.end()
    application = QApplication.instance()
    assert application is not None
    application.removeEventFilter(program.wedge)
    lane = program.lane
    parts: list[QObject] = [program.window, program.workplace, program]
    if isinstance(lane, QObject):
        parts.append(lane)
    for part in parts:
        part.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
