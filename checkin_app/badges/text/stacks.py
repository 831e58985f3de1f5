"""Owns how a stack of lines is set: each text fitted, all of them made to go into the box."""

from __future__ import annotations

from dataclasses import dataclass, field

from checkin_app.badges.layout import POINT, Line, Stack
from checkin_app.badges.layout.conditions import text_of
from checkin_app.badges.pdf.inks import paint
from checkin_app.badges.subject import NAME, BadgeSubject, Fault, unwritten
from checkin_app.badges.text.faces import face
from checkin_app.badges.text.families import asked
from checkin_app.badges.text.rows import HOPELESS, Block, RowSetter
from checkin_app.badges.text.scripts import han_of, region, script_of
from checkin_app.badges.text.words import Typesetter

#: From one baseline to the next, in sizes.
_PITCH = 1.17
#: What is left of a gap at least when a stack is squeezed.
_GAP = 0.4
#: Points by which ink may leave the page unsaid.
_EDGE = 0.5
_SPARE = {"top": 0.0, "middle": 0.5, "bottom": 1.0}
_SHIFT = {"left": 0.0, "center": 0.5, "right": 1.0}
_KEPT = 1024


@dataclass(frozen=True, slots=True)
class Laid:
    """A stack as drawn, and what is wrong with it."""

    drawn: bytes = b""
    faults: tuple[Fault, ...] = ()


@dataclass(slots=True)
class _Line:
    """A line of the layout with its last texts, set."""

    line: Line
    blocks: dict[tuple[str, str], Block] = field(default_factory=dict)


class StackSetter:
    """Sets one stack of a layout, for one document; `page_height` in millimetres."""

    def __init__(self, stack: Stack, page_height: float, typesetter: Typesetter) -> None:
        box = stack.box
        self._x = box.x * POINT
        self._top = (page_height - box.y) * POINT
        self._width = box.width * POINT
        self._height = box.height * POINT
        self._page = page_height * POINT
        self._spare = _SPARE[stack.valign]
        self._shift = _SHIFT[stack.align]
        self._lines = [_Line(line) for line in stack.lines]
        self._fields = [text_of(line) for line in stack.lines]
        self._rows = RowSetter(typesetter)
        self._laid: dict[tuple[str, ...], Laid] = {}

    def laid(self, subject: BadgeSubject) -> Laid:
        texts = [text(subject) for text in self._fields]
        key = (subject.colour, region(subject.country), *texts)
        laid = self._laid.get(key)
        if laid is None:
            if len(self._laid) >= _KEPT:
                self._laid.clear()
            laid = self._laid[key] = self._lay(subject, texts)
        return laid

    def _lay(self, subject: BadgeSubject, texts: list[str]) -> Laid:
        faults: list[Fault] = []
        blocks: list[tuple[Line, Block]] = []
        for known, text in zip(self._lines, texts, strict=True):
            if not text:
                continue
            block = self._block(known, text, han_of(text, subject.country))
            if block.missing:
                told = _told(block.missing, known.line.weight, block.han)
                faults.append(Fault("missing_glyph", known.line.field, told, block.missing))
                if known.line.field == NAME and not block.rows:
                    faults.append(Fault("name_empty", NAME))
            torn = known.line.whole and unwritten(block.missing)
            if block.rows and not torn:
                blocks.append((known.line, block))
        if not blocks:
            return Laid(b"", tuple(faults))
        sizes, baselines, used = _squeezed(blocks, self._height)
        for (line, _), size in zip(blocks, sizes, strict=True):
            if size < line.least * HOPELESS:
                faults.append(Fault("overflow", line.field, f"{size:.1f} pt"))
            elif size < line.least - 0.01:
                faults.append(Fault("below_minimum_size", line.field, f"{size:.1f} pt"))
        top = self._top - self._spare * (self._height - used)
        if top > self._page + _EDGE or top - used < -_EDGE or self._x < -_EDGE:
            faults.append(Fault("clipped_marks", blocks[0][0].field))
        return Laid(self._draw(blocks, sizes, baselines, top, subject.colour), tuple(faults))

    def _block(self, known: _Line, text: str, han: str) -> Block:
        block = known.blocks.get((text, han))
        if block is None:
            if len(known.blocks) >= _KEPT:
                known.blocks.clear()
            block = self._rows.block(known.line, text, han, self._width)
            known.blocks[text, han] = block
        return block

    def _draw(
        self,
        blocks: list[tuple[Line, Block]],
        sizes: list[float],
        baselines: list[float],
        top: float,
        colour: str,
    ) -> bytes:
        out = [b"BT "]
        font = ink = ""
        at = 0
        for (line, block), size in zip(blocks, sizes, strict=True):
            if line.ink != ink:
                ink = line.ink
                out.append(paint(line.ink, colour))
            for row in block.rows:
                y = top - baselines[at]
                at += 1
                x = self._x + row.left * size / 1000
                if self._shift:
                    x += self._shift * (self._width - row.width * size / 1000)
                out.append(b"%.3f 0 0 %.3f %.2f %.2f Tm " % (size, size, x, y))
                for name, shown in row.shown:
                    if name != font:
                        font = name
                        out.append(b"/%b 1 Tf " % name.encode())
                    out.append(shown)
        out.append(b"ET\n")
        return b"".join(out)


def _squeezed(
    blocks: list[tuple[Line, Block]], height: float
) -> tuple[list[float], list[float], float]:
    """How a stack goes into `height`: its lines' sizes, its baselines from the top, its height.

    Too high a stack is squeezed down to the lines' least sizes, and if need be beyond them.
    """
    sizes, baselines, used = _stacked(blocks, 1.0)
    if used <= height:
        return sizes, baselines, used
    low, high = 0.0, 1.0
    for _ in range(12):
        middle = (low + high) / 2
        if _stacked(blocks, middle)[2] > height:
            high = middle
        else:
            low = middle
    sizes, baselines, used = _stacked(blocks, low)
    scale = min(1.0, height / used)
    return [s * scale for s in sizes], [b * scale for b in baselines], used * scale


def _stacked(
    blocks: list[tuple[Line, Block]], factor: float
) -> tuple[list[float], list[float], float]:
    sizes: list[float] = []
    baselines: list[float] = []
    used = top = 0.0
    for line, block in blocks:
        size = block.size * factor
        if size < block.least:
            size = block.least
        sizes.append(size)
        if baselines:
            top = used + line.gap * POINT * max(factor, _GAP)
        first = True
        for row in block.rows:
            above = row.above * size
            base = top + above if first else max(top + _PITCH * size, used + above)
            used = base + row.below * size
            baselines.append(base)
            top = base
            first = False
    return sizes, baselines, used


def _told(missing: str, weight: int, han: str) -> str:
    """Up to five letters with their code points, and the fonts that were asked for them."""
    found = list(dict.fromkeys(missing))
    told = [f"{c} U+{ord(c):04X}" for c in found[:5]]
    fonts = dict.fromkeys(
        known.name if family.script else family.name
        for c in found[:5]
        for family in asked(script_of(c), han)
        if (known := face(family, weight)) is not None
    )
    return f"{', '.join(told)}{' …' if len(found) > len(told) else ''} — {' · '.join(fonts)}"
