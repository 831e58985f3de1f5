"""Owns how a stack of lines is set: each text fitted, all of them made to go into the box."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

from checkin_app.badges.conditions import text_of
from checkin_app.badges.fitting import fit
from checkin_app.badges.inks import paint
from checkin_app.badges.layout import POINT, Line, Stack
from checkin_app.badges.subject import BadgeSubject, Problem
from checkin_app.badges.words import Run, Typesetter, Word, clean, letters, parts

#: Room above and below the baseline that every row has, and its pitch, in sizes.
_ABOVE, _BELOW, _PITCH = 0.76, 0.22, 1.17
#: What is left of a gap at least when a stack is squeezed.
_GAP = 0.4
#: Below this part of its least size a text is broken inside words, too.
_HOPELESS = 0.5
_SPARE = {"top": 0.0, "middle": 0.5, "bottom": 1.0}
_KEPT = 1024
_KIND = attrgetter("font", "whole")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its operators by font, and its room below and above the baseline, in sizes."""

    shown: tuple[tuple[str, bytes], ...]
    below: float
    above: float


@dataclass(frozen=True, slots=True)
class Block:
    """A line's text broken and sized; `missing` are letters that no font has."""

    size: float
    least: float
    rows: tuple[Row, ...]
    missing: str


@dataclass(frozen=True, slots=True)
class Laid:
    """A stack as drawn, and what is wrong with it as (problem, field, detail)."""

    drawn: bytes = b""
    problems: tuple[tuple[Problem, str, str], ...] = ()


@dataclass(slots=True)
class _Line:
    """A line of the layout with its last texts, set."""

    line: Line
    blocks: dict[str, Block] = field(default_factory=dict)


class StackSetter:
    """Sets one stack of a layout, for one document; `page_height` in millimetres."""

    def __init__(self, stack: Stack, page_height: float, typesetter: Typesetter) -> None:
        box = stack.box
        self._x = box.x * POINT
        self._top = (page_height - box.y) * POINT
        self._width = box.width * POINT
        self._height = box.height * POINT
        self._spare = _SPARE[stack.valign]
        self._lines = [_Line(line) for line in stack.lines]
        self._fields = [text_of(line) for line in stack.lines]
        self._type = typesetter
        self._laid: dict[tuple[str, ...], Laid] = {}

    def laid(self, subject: BadgeSubject) -> Laid:
        key = (subject.colour, *[text(subject) for text in self._fields])
        laid = self._laid.get(key)
        if laid is None:
            if len(self._laid) >= _KEPT:
                self._laid.clear()
            laid = self._laid[key] = self._lay(*key)
        return laid

    def _lay(self, colour: str, *texts: str) -> Laid:
        problems: list[tuple[Problem, str, str]] = []
        blocks: list[tuple[Line, Block]] = []
        for known, text in zip(self._lines, texts, strict=True):
            if not text:
                continue
            block = self._block(known, text)
            if block.missing:
                problems.append(("missing_glyph", known.line.field, _told(block.missing)))
            torn = known.line.whole and any(c.isalpha() for c in block.missing)
            if block.rows and not torn:
                blocks.append((known.line, block))
        if not blocks:
            return Laid(b"", tuple(problems))
        sizes, baselines, used = _squeezed(blocks, self._height)
        for (line, _), size in zip(blocks, sizes, strict=True):
            if size < line.least - 0.01:
                problems.append(("below_minimum_size", line.field, f"{size:.1f} pt"))
        top = self._top - self._spare * (self._height - used)
        return Laid(self._draw(blocks, sizes, baselines, top, colour), tuple(problems))

    def _block(self, known: _Line, text: str) -> Block:
        block = known.blocks.get(text)
        if block is None:
            if len(known.blocks) >= _KEPT:
                known.blocks.clear()
            block = known.blocks[text] = self._set(known.line, clean(text))
        return block

    def _set(self, line: Line, text: str) -> Block:
        room, largest, rows = self._width, line.size, line.rows
        words, widths, blanks, missing = self._words(parts(text), line)
        fitted = fit(widths, blanks, room, largest, rows)
        if fitted.size < line.least:
            fitted = fit(widths, blanks, room, largest, rows + 1)
            if fitted.size < line.least * _HOPELESS:
                words, widths, blanks, missing = self._words(letters(text), line)
                fitted = fit(widths, blanks, room, largest, rows + 1)
        set_rows = []
        start = 0
        for end in fitted.ends:
            set_rows.append(self._row(words[start:end], blanks[start:end], line.weight))
            start = end
        return Block(fitted.size, min(fitted.size, line.least), tuple(set_rows), missing)

    def _words(
        self, pieces: list[tuple[str, bool]], line: Line
    ) -> tuple[list[Word], list[int], list[int], str]:
        """The words that can be drawn, their widths, the blanks before them, and what cannot."""
        blank = self._type.word(" ", line.weight).width
        words, widths, blanks = [], [], []
        missing = ""
        for text, spaced in pieces:
            word = self._type.word(text, line.weight)
            if word.missing:
                missing += word.missing
            if word.runs:
                words.append(word)
                widths.append(word.width)
                blanks.append(blank if spaced else 0)
        return words, widths, blanks, missing

    def _row(self, words: list[Word], blanks: list[int], weight: int) -> Row:
        below = max(_BELOW, -min([w.low for w in words]) / 1000)
        above = max(_ABOVE, max([w.high for w in words]) / 1000)
        blank = self._type.word(" ", weight).runs[0]
        runs: list[Run] = []
        for word, spaced in zip(words, blanks, strict=True):
            if spaced and runs:
                runs.append(blank)
            runs += word.runs
        return Row(_joined(runs), below, above)

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
                out.append(b"%.3f 0 0 %.3f %.2f %.2f Tm " % (size, size, self._x, y))
                for name, shown in row.shown:
                    if name != font:
                        font = name
                        out.append(b"/%b 1 Tf " % name.encode())
                    out.append(shown)
        out.append(b"ET\n")
        return b"".join(out)


def _joined(runs: list[Run]) -> tuple[tuple[str, bytes], ...]:
    """Operators by font, neighbours of one font in one."""
    shown: list[tuple[str, bytes]] = []
    for (font, whole), alike in groupby(runs, key=_KIND):
        for run in alike if whole else ():
            shown.append((font, run.shown))
        if not whole:
            shown.append((font, b"[%b]TJ " % b"".join([run.shown for run in alike])))
    return tuple(shown)


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


def _told(missing: str) -> str:
    """Up to five letters with their code points."""
    found = list(dict.fromkeys(missing))
    told = [f"{c} U+{ord(c):04X}" for c in found[:5]]
    return ", ".join(told) + (" …" if len(found) > len(told) else "")
