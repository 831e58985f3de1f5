"""Owns undo and redo: the documents that were, the one that is, those that could be again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checkin_app.badges.layout.elements import Layout
from checkin_app.ui.editor.core.document import Document

#: How many steps can be taken back.
DEPTH = 200


@dataclass(frozen=True, slots=True)
class History:
    """`saved` is the layout as the event has it; None while it has none."""

    present: Document
    past: tuple[Document, ...] = ()
    future: tuple[Document, ...] = ()
    saved: Layout | None = None
    merge: str = ""

    @property
    def changed(self) -> bool:
        """Whether there is something to save."""
        return self.present.layout != self.saved

    def did(self, document: Document, merge: str = "") -> History:
        """One step further. Steps in a row of the same `merge` are taken back as one."""
        if document.layout == self.present.layout:
            return self.looked(document)
        if merge and merge == self.merge:
            return replace(self, present=document, future=())
        past = (*self.past, self.present)[-DEPTH:]
        return replace(self, present=document, past=past, future=(), merge=merge)

    def looked(self, document: Document) -> History:
        """Something else is chosen, or the other side is in front: no step."""
        return replace(self, present=document, merge="") if document != self.present else self

    def undone(self) -> History:
        """One step back."""
        if not self.past:
            return self
        return replace(
            self,
            present=self.past[-1],
            past=self.past[:-1],
            future=(self.present, *self.future),
            merge="",
        )

    def redone(self) -> History:
        """One step forward again."""
        if not self.future:
            return self
        return replace(
            self,
            present=self.future[0],
            past=(*self.past, self.present),
            future=self.future[1:],
            merge="",
        )

    def kept(self, layout: Layout) -> History:
        """The event has this layout now."""
        return replace(self, saved=layout, merge="")
