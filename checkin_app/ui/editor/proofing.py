"""Owns what is known of the document in front: whose badge is seen, its picture, its faults."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from checkin_app.badges.layout.elements import Box, Layout, Stack
from checkin_app.ui.background import Background
from checkin_app.ui.editor import people, proofs, spoken
from checkin_app.ui.editor.core.document import Document
from checkin_app.ui.editor.latest import LatestJob
from checkin_app.ui.editor.people import Cast, Stand
from checkin_app.ui.editor.proofs import Fault
from checkin_app.ui.editor.rasters import Picture, Words
from checkin_app.ui.workplace import Workplace

#: Milliseconds before the page is drawn anew, and before it is tried for everybody.
_SOON, _SETTLED = 25, 350
#: How many people a layout is tried for at each change.
_TRIED = 30


class Proofing(QObject):
    """Emits `painted` with a Proof, `judged` with the layout, its faults and for how many people,
    `seen` when somebody else's badge is to be seen, `cast_known` when the roster was read."""

    painted = Signal(object)
    judged = Signal(object, object, int)
    seen = Signal()
    cast_known = Signal()

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.cast = Cast((Stand("sample", people.sample()),), {})
        self.stand = self.cast.stands[0]
        self._judgement: tuple[Layout, tuple[Fault, ...]] | None = None
        self._easel = LatestJob(self, _SOON)
        self._easel.done.connect(self.painted)
        self._trial = LatestJob(self, _SETTLED, settles=True)
        self._trial.done.connect(self._on_tried)
        self._trial.failed.connect(self._on_crashed)
        self._trying: Layout | None = None
        self._beside = Background(self)

    @property
    def busy(self) -> bool:
        """Whether something is still to be read, drawn or tried."""
        return self._beside.busy or self._easel.busy or self._trial.busy

    @property
    def stops(self) -> bool:
        """Whether something is known that keeps the layout from being saved."""
        return self._judgement is not None and any(f.stops for f in self._judgement[1])

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is known against the layout in front."""
        return self._judgement[1] if self._judgement is not None else ()

    def knows(self, layout: Layout) -> bool:
        """Whether this very layout was tried."""
        return self._judgement is not None and self._judgement[0] == layout

    def take_over(self, layout: Layout) -> None:
        """The layout that was tried is this one now: it was saved, and read back."""
        if self._judgement is not None:
            self._judgement = (layout, self._judgement[1])

    def forget(self) -> None:
        """Nothing is known of what comes now."""
        self._judgement = None

    # -- whose badge -------------------------------------------------------

    def read(self) -> None:
        """Looks through the roster for who shows what can go wrong."""
        self._beside.read(
            self._workplace.lane,
            lambda desk, say, stopped: people.cast(desk),
            self._on_cast,
            self._workplace.failed,
        )

    def see(self, stand: Stand) -> None:
        """Somebody else's badge is to be seen."""
        self.stand = stand
        photo = stand.subject.photo
        if photo and photo not in self.cast.photos:
            self._workplace.lane.run(
                lambda desk: (photo, people.photo(desk, photo)), self._on_photo
            )
        self.seen.emit()

    def _on_cast(self, cast: Cast) -> None:
        self.cast = cast
        self.cast_known.emit()
        self.see(cast.stands[0])

    def _on_photo(self, found: tuple[str, bytes | None]) -> None:
        name, content = found
        if content is not None:
            self.cast.photos[name] = content
            self.seen.emit()

    # -- how it prints -----------------------------------------------------

    def paint(self, document: Document, scale: float) -> None:
        """Draws the side in front, soon; `scale` in pixels a millimetre."""
        layout, side, subject = document.layout, document.side, self.stand.subject
        photos = self.cast.photos.get
        self._easel.ask(lambda: proofs.paint(layout, subject, side, scale, photos))

    def examine(self, layout: Layout) -> None:
        """Tries the layout for everybody who stands in, once nothing changes for a moment."""
        subjects = [s.subject for s in (*self.cast.stands[:_TRIED], self.stand)]
        tried = list({id(s): s for s in subjects}.values())
        photos = dict(self.cast.photos)
        self._judgement = None
        self._trying = layout
        self._trial.ask(lambda: (layout, proofs.faults(layout, tried, photos.get), len(tried)))

    def _on_tried(self, outcome: tuple[Layout, tuple[Fault, ...], int]) -> None:
        self._judgement = outcome[:2]
        self.judged.emit(*outcome)

    def _on_crashed(self, error: object) -> None:
        """What cannot even be tried cannot be saved."""
        if self._trying is not None:
            self._on_tried((self._trying, (Fault("crash", True),), 0))

    # -- what it says ------------------------------------------------------

    def line_at(self, stack: Stack, picture: Picture, x: float, y: float) -> int:
        """The number of a text's line at a place on the page."""
        return spoken.line_under(stack, self.stand.subject, picture.words, x, y)

    def words_of_line(self, document: Document, picture: Picture) -> list[Words]:
        """The words of the chosen line as they are printed."""
        stack = document.single
        if not isinstance(stack, Stack):
            return []
        found = spoken.spoken(stack, self.stand.subject, picture.words)
        return [word for word, number in found if number == document.line]

    def lit(self, document: Document, picture: Picture | None) -> list[Box]:
        """Where the chosen line of a text with many is printed."""
        stack = document.single
        if picture is None or not isinstance(stack, Stack) or len(stack.lines) < 2:
            return []
        return [word.box for word in self.words_of_line(document, picture)]

    def silent(self, document: Document) -> list[int]:
        """Which elements print nothing on the badge that is seen."""
        return spoken.silent(document.elements, self.stand.subject, self.cast.photos)

    def says(self, document: Document) -> bool:
        """Whether the chosen line says something on the badge that is seen."""
        line = document.text
        there = line is not None and spoken.printed(line, self.stand.subject)
        return there and document.chosen[0] not in self.silent(document)
