"""Owns the keys of the editor, and the menu under the right mouse button."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from checkin_app.ui.editor.core import arranging, commands
from checkin_app.ui.editor.core.document import Document
from checkin_app.ui.language import translate

if TYPE_CHECKING:
    from checkin_app.ui.editor.editor import LayoutEditor


def add_keys(editor: LayoutEditor) -> None:
    """The keys that work anywhere in the editor; arrows, Delete and Tab are the page's own."""
    canvas = editor.canvas
    keys: tuple[tuple[str, Callable[[], object]], ...] = (
        ("Ctrl+Z", editor.undo),
        ("Ctrl+Y", editor.redo),
        ("Ctrl+Shift+Z", editor.redo),
        ("Ctrl+S", editor.save),
        ("Ctrl+D", lambda: editor.edit(commands.duplicate, "")),
        ("Ctrl+A", editor.choose_all),
        ("Ctrl++", lambda: canvas.zoom(1)),
        ("Ctrl+=", lambda: canvas.zoom(1)),
        ("Ctrl+-", lambda: canvas.zoom(-1)),
        ("Ctrl+0", canvas.fit),
    )
    for key, slot in keys:
        shortcut = QShortcut(QKeySequence(key), editor)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)


def open_menu(editor: LayoutEditor, at: QPoint) -> None:
    """What can be done with what is chosen, at a point on the screen."""
    menu = QMenu(editor)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    deeds: tuple[tuple[str, Callable[[Document], Document]], ...] = (
        (translate("Editor", "Duplicate"), commands.duplicate),
        (translate("Editor", "To the top"), lambda d: arranging.reorder(d, "top")),
        (translate("Editor", "To the bottom"), lambda d: arranging.reorder(d, "bottom")),
        (translate("Editor", "Delete"), commands.remove),
    )
    for word, command in deeds:
        action = menu.addAction(word)
        action.setEnabled(bool(editor.history.present.chosen))
        action.triggered.connect(lambda _=False, c=command: editor.edit(c, ""))
    menu.popup(at)
