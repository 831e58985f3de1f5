"""Owns the layout editor: the document, its history, and everybody who shows or changes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from checkin_app.badges.layout.elements import Area, Layout, Stack
from checkin_app.ui.editor import deeds, shelf, words
from checkin_app.ui.editor.canvas import Canvas
from checkin_app.ui.editor.core import commands, elements, page
from checkin_app.ui.editor.core.document import Document, Side
from checkin_app.ui.editor.core.gestures import margin
from checkin_app.ui.editor.core.history import History
from checkin_app.ui.editor.core.room import roomy
from checkin_app.ui.editor.drafts import drafts
from checkin_app.ui.editor.head import Head, SeeingBar
from checkin_app.ui.editor.keeping import Keeping
from checkin_app.ui.editor.library import Library
from checkin_app.ui.editor.outline import Outline
from checkin_app.ui.editor.panel.panel import Panel
from checkin_app.ui.editor.people import Stand
from checkin_app.ui.editor.proofing import Proofing
from checkin_app.ui.editor.proofs import Fault, Proof
from checkin_app.ui.editor.shelf import Shelf
from checkin_app.ui.editor.verdict import Verdict
from checkin_app.ui.language import translate
from checkin_app.ui.theme.tokens import Tone
from checkin_app.ui.workplace import Workplace

DEFAULT = "a6"


class LayoutEditor(QWidget):
    """Edits the layout of that name, or goes on where it was left.

    Emits `left` when the way back is asked for, `saved` with a layout's name.
    """

    left = Signal()
    saved = Signal(str)

    def __init__(self, workplace: Workplace, layout_name: str = "") -> None:
        super().__init__()
        self.setObjectName("page")
        self.workplace = workplace
        self.shelf: Shelf | None = None
        self._wanted = layout_name
        self.drafts = drafts(workplace)
        self.history = History(Document(Layout(DEFAULT, 105, 148, ())))
        self.proofing = Proofing(workplace, self)
        self.head = Head()
        self.seeing = SeeingBar(workplace)
        self.outline = Outline()
        self.canvas = Canvas(self.history.present)
        self.panel = Panel(self.edit)
        self.verdict = Verdict()
        self.library = Library(self)
        self.keeping = Keeping(self)
        self._lay_out()
        self._connect()
        deeds.add_keys(self)
        self.setEnabled(False)
        workplace.lane.run(shelf.shelf, self._on_shelf, workplace.failed)

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.seeing)
        middle.addWidget(self.canvas, 1)
        middle.addWidget(self.verdict)
        left, right = QFrame(), QFrame()
        left.setObjectName("rail")
        right.setObjectName("aside")
        for frame, inside in ((left, self.outline), (right, self.panel)):
            column = QVBoxLayout(frame)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(inside)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(left)
        row.addLayout(middle, 1)
        row.addWidget(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        proofing = self.proofing
        proofing.painted.connect(self._on_painted)
        proofing.judged.connect(self._on_judged)
        proofing.seen.connect(self._on_seen)
        proofing.cast_known.connect(self._on_cast)
        self.canvas.line_at = self._line_at
        self.canvas.line_boxes = lambda: proofing.lit(self.canvas.document, self.canvas.picture)
        self.canvas.silent = proofing.silent
        self.canvas.tried.connect(self._on_trying)
        self.canvas.did.connect(self.did)
        self.canvas.looked.connect(self._on_looked)
        self.canvas.zoomed.connect(self._on_zoomed)
        self.canvas.menu_asked.connect(lambda at: deeds.open_menu(self, at))
        self.canvas.entered.connect(self._on_entered)
        self.outline.looked.connect(self._on_looked)
        self.outline.adding.connect(self.add)
        self.outline.removing.connect(lambda: self.edit(commands.remove, ""))
        self.panel.image.file_asked.connect(self.library.choose_picture)
        self.verdict.chosen.connect(self._on_fault)
        head, seeing = self.head, self.seeing
        head.back.clicked.connect(self._on_back)
        head.undo.clicked.connect(self.undo)
        head.redo.clicked.connect(self.redo)
        head.save.clicked.connect(self.save)
        head.use.clicked.connect(self.library.use)
        head.menu.aboutToShow.connect(self.library.fill_menu)
        seeing.stand.picked.connect(proofing.see)
        seeing.turned.connect(self.turn)
        seeing.snap.toggled.connect(self._on_snap)
        seeing.smaller.clicked.connect(lambda: self.canvas.zoom(-1))
        seeing.larger.clicked.connect(lambda: self.canvas.zoom(1))
        seeing.percent.clicked.connect(self.canvas.fit)

    # -- the document ------------------------------------------------------

    @property
    def layout_name(self) -> str:
        """The name of the layout in front."""
        return self.history.present.layout.name

    def shown(self) -> None:
        """The editor came to the front."""
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit(self, command: Callable[[Document], Document], merge: str) -> None:
        """Does a command; see History.did for `merge`."""
        self.did(command(self.history.present), merge)

    def did(self, document: Document, merge: str) -> None:
        """The document is another one now."""
        before = self.history.present.layout
        if document.layout != before:
            document = self._own(before, document)
        self.keep(self.history.did(document, merge))

    def undo(self) -> None:
        """Takes the last step back."""
        self.keep(self.history.undone())

    def redo(self) -> None:
        """Does the step again that was taken back."""
        self.keep(self.history.redone())

    def save(self) -> None:
        """Saves into the event, once it is known that it prints."""
        self.keeping.save()

    def add(self, what: elements.Kind) -> None:
        """Puts a new element where there is room on the page."""
        document = self.history.present
        layout = document.layout
        made = elements.new(what, layout.width, layout.height)
        if isinstance(made, Stack):
            made = replace(made, lines=(words.new_line(made.lines[0], layout),))
        others = [e.box for e in document.elements if not isinstance(e, Area)]
        room = margin(layout.width, layout.height)
        box = roomy(made.box, others, layout.width, layout.height, room)
        self.edit(lambda d: commands.add(d, elements.with_box(made, box)), "")
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn(self, side: Side) -> None:
        """Shows the other side."""
        self._on_looked(self.history.present.turn(side))

    def open_layout(self, name: str) -> None:
        """Brings another layout to the front; the one that was there keeps its changes."""
        if self.shelf is None:
            self._wanted = name
            return
        kept = self.drafts.histories.get(name)
        layout = self.shelf.layouts.get(name)
        if kept is not None:
            self.show_history(kept)
        elif layout is not None:
            self.show_history(History(Document(layout), saved=layout))
        elif name != DEFAULT:
            self.open_layout(DEFAULT)

    def show_history(self, history: History) -> None:
        """Brings a document to the front, with what can be undone of it."""
        self.proofing.forget()
        self.keep(history)
        self.canvas.fit()

    def _own(self, before: Layout, document: Document) -> Document:
        """A change of a layout that comes with the program is a change of a copy of it."""
        layout = document.layout
        if self.shelf is None or before.name not in self.shelf.built_in:
            return document
        taken = {*self.shelf.layouts, *self.drafts.histories}
        if (layout.title_en, layout.title_vi) != (before.title_en, before.title_vi):
            name = shelf.free_name(layout.title_en or layout.title_vi, taken)
            return page.rename(document, name, layout.title_en, layout.title_vi)
        own = shelf.own_copy(layout, taken, (", own", ", bản riêng"))
        text = translate("Editor", "The built-in layout stays as it is. This is your copy: {title}")
        self.workplace.toast(text.format(title=words.title(own)))
        return replace(document, layout=own)

    def keep(self, history: History) -> None:
        """Shows a document, with what can be undone of it, and remembers it until it is saved."""
        before = self.history
        self.history = history
        document = history.present
        if history.changed:
            self.drafts.keep(history)
        else:
            self.drafts.forget(document.layout.name)
        self.drafts.last = document.layout.name
        self.canvas.show_document(document)
        self.outline.show_document(document)
        self.panel.show_document(document)
        self._say_printed()
        self.seeing.show_side(document.side)
        if before.present.layout != document.layout or self.canvas.picture is None:
            self._paint(document)
            self._try()
        elif before.present.side != document.side:
            self._paint(document)
        self.say_state()

    def _on_looked(self, document: Document) -> None:
        self.keep(self.history.looked(document))

    def _on_trying(self, document: Document) -> None:
        self._paint(document)

    def _on_entered(self) -> None:
        self.panel.take_focus(self.history.present)

    def choose_all(self) -> None:
        """Chooses everything on the side in front."""
        present = self.history.present
        self._on_looked(present.choose(*range(len(present.elements))))

    # -- what it looks like ------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether the page is still to be drawn or tried."""
        return self.proofing.busy

    def _paint(self, document: Document) -> None:
        self.proofing.paint(document, self.canvas.view.scale * self.devicePixelRatioF())

    def _on_painted(self, proof: Proof) -> None:
        shown = self.canvas.shown
        page_now = (shown.layout.width, shown.layout.height, shown.side)
        if (proof.layout.width, proof.layout.height, proof.side) == page_now:
            self.canvas.show_picture(proof.picture)
            self._say_printed()

    def _on_seen(self) -> None:
        stand = self.proofing.stand
        self.seeing.stand.show_stand(stand)
        self.panel.condition.see(stand.subject)
        self.panel.show_document(self.history.present)
        self._paint(self.history.present)
        self._try()

    def _on_cast(self) -> None:
        self.seeing.stand.offer(self.proofing.cast.stands)

    def _on_zoomed(self) -> None:
        self.seeing.show_percent(self.canvas.view.percent)
        if self.shelf is not None:
            self._paint(self.canvas.shown)

    def _on_snap(self, on: bool) -> None:
        self.canvas.snaps = on

    def _line_at(self, number: int, x: float, y: float) -> int:
        stack, picture = self.history.present.elements[number], self.canvas.picture
        if not isinstance(stack, Stack) or picture is None:
            return 0
        return self.proofing.line_at(stack, picture, x, y)

    def _say_printed(self) -> None:
        document, picture = self.canvas.document, self.canvas.picture
        if document.text is None:
            return
        words_there = self.proofing.words_of_line(document, picture) if picture else []
        size = min((word.size for word in words_there if word.size), default=0.0)
        there = self.proofing.says(document)
        self.panel.line.say_printed(document.text, size, there=there)

    # -- whether it prints right -------------------------------------------

    def _try(self) -> None:
        self.verdict.say_busy()
        self.proofing.examine(self.history.present.layout)

    def _on_judged(self, layout: Layout, faults: tuple[Fault, ...], count: int) -> None:
        if layout != self.history.present.layout:
            return
        self.verdict.say(faults, layout, count)
        self.say_state()
        self.keeping.go_on()

    def _on_fault(self, fault: Fault) -> None:
        document = self.history.present
        if fault.side:
            document = document.turn(fault.side).choose(fault.number, line=fault.line)
            self._on_looked(document)
        stands: tuple[Stand, ...] = self.proofing.cast.stands if fault.delegate else ()
        stand = next((s for s in stands if s.subject.delegate_id == fault.delegate), None)
        if stand is not None:
            self.proofing.see(stand)

    def say_state(self) -> None:
        """Says in the head whose layout it is and whether it is saved."""
        layout = self.history.present.layout
        built_in = self.shelf is not None and layout.name in self.shelf.built_in
        tone = Tone.NEUTRAL
        if self.proofing.stops:
            state, tone = translate("Editor", "Cannot be saved: see below the page"), Tone.REFUSE
        elif built_in:
            state = translate("Editor", "Comes with the program; a change makes your own copy")
        elif self.history.changed:
            state = translate("Editor", "Not saved yet")
        elif self.library.used:
            state = translate("Editor", "Saved, used at this desk")
        else:
            state = translate("Editor", "Saved in the event")
        self.head.say(words.title(layout), state, tone)
        self.head.save.setEnabled(self.history.changed and not self.proofing.stops)
        self.head.undo.setEnabled(bool(self.history.past))
        self.head.redo.setEnabled(bool(self.history.future))
        self.head.use.setVisible(not self.history.changed and not self.library.used)

    def _on_back(self) -> None:
        if self.history.changed:
            text = translate(
                "Editor", "{title} is not saved yet; it is kept while the program is open."
            )
            self.workplace.toast(text.format(title=words.title(self.history.present.layout)))
        self.left.emit()

    # -- beginning ---------------------------------------------------------

    def _on_shelf(self, found: Shelf) -> None:
        self.shelf = found
        self.panel.condition.offer(found.categories)
        self.setEnabled(True)
        self._on_cast()
        self.seeing.stand.show_stand(self.proofing.stand)
        usual = self.workplace.settings.badge_layout or DEFAULT
        unsaved = self.drafts.unsaved()
        self.open_layout(self.drafts.meant(self._wanted or self.drafts.last or usual))
        if unsaved:
            kept = self.drafts.histories[
                self.layout_name if self.layout_name in unsaved else unsaved[-1]
            ]
            text = translate("Editor", "Your changes of {title} are still here, not saved yet.")
            self.workplace.toast(text.format(title=words.title(kept.present.layout)))
        self.proofing.read()
