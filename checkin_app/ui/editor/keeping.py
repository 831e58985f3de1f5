"""Owns saving the layout in front into the event: not before it is known that it prints."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractSpinBox, QApplication

from checkin_app.badges.layout.elements import Layout
from checkin_app.ui.editor import shelf, words
from checkin_app.ui.editor.core import page
from checkin_app.ui.editor.shelf import Shelf
from checkin_app.ui.language import translate

if TYPE_CHECKING:
    from checkin_app.ui.editor.editor import LayoutEditor


class Keeping(QObject):
    """One saving at a time; one that is asked for early waits for the trial."""

    def __init__(self, editor: LayoutEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._waits = False

    def save(self) -> None:
        """Saves what was changed, if nothing stops it."""
        editor = self._editor
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractSpinBox):
            focused.interpretText()
        layout, proofing = editor.history.present.layout, editor.proofing
        known = proofing.knows(layout)
        self._waits = editor.history.changed and not known
        if not editor.history.changed or not known or proofing.stops:
            return
        tidy, operator = page.without_unused_images(layout), editor.workplace.operator
        editor.workplace.lane.run(
            lambda desk: (layout, shelf.save(desk, tidy, operator), shelf.shelf(desk)),
            self._on_saved,
            editor.workplace.failed,
        )

    def go_on(self) -> None:
        """The trial has come to its end."""
        if self._waits:
            self.save()

    def _on_saved(self, outcome: tuple[Layout, Layout, Shelf]) -> None:
        editor = self._editor
        asked, kept, editor.shelf = outcome
        history = editor.history
        if history.present.layout == asked:
            editor.proofing.take_over(kept)
            history = replace(history, present=replace(history.present, layout=kept))
        editor.keep(history.kept(kept))
        editor.workplace.touched.emit("programme")
        editor.workplace.toast(
            translate("Editor", "Saved: {title}").format(title=words.title(kept))
        )
        editor.saved.emit(kept.name)
