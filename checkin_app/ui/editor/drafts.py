"""Owns layouts that were changed and not saved: they outlive the screen that changed them."""

from __future__ import annotations

from PySide6.QtCore import QObject

from checkin_app.ui.editor.core.history import History
from checkin_app.ui.workplace import Workplace


class Drafts(QObject):
    """What is being edited in this window, by name of layout; `last` is the one in front."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.setObjectName("drafts")
        self.histories: dict[str, History] = {}
        self._from: dict[str, str] = {}
        self.last = ""
        workplace.opened.connect(self._on_opened)

    def keep(self, history: History) -> None:
        """Remembers a document and what can be undone of it."""
        self.last = history.present.layout.name
        self.histories[self.last] = history
        self._from[self.last] = (*history.past, history.present)[0].layout.name

    def meant(self, name: str) -> str:
        """Which layout to go on with where this one is asked for: an unsaved copy of it comes
        first."""
        unsaved = self.unsaved()
        copies = [kept for kept in unsaved if self._from.get(kept) == name]
        return copies[-1] if copies and name not in unsaved else name

    def forget(self, name: str) -> None:
        """There is nothing to save under this name any more."""
        self.histories.pop(name, None)

    def unsaved(self) -> list[str]:
        """Names of the layouts with changes that were not saved."""
        return [name for name, history in self.histories.items() if history.changed]

    def _on_opened(self) -> None:
        self.histories.clear()
        self._from.clear()
        self.last = ""


def drafts(workplace: Workplace) -> Drafts:
    """Those of this window."""
    found = workplace.findChild(Drafts)
    return found if isinstance(found, Drafts) else Drafts(workplace)
