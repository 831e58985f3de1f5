"""Owns how a text becomes rows: broken, sized, put into the order in which it is seen."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

from checkin_app.badges.layout.elements import Line
from checkin_app.badges.text.bidi import levels, runs_both_ways, visual
from checkin_app.badges.text.breaking import Part, letters, parts, syllables
from checkin_app.badges.text.fitting import fit
from checkin_app.badges.text.words import Run, Typesetter, Word, clean

#: Room above and below the baseline that every row has, in sizes.
ABOVE, BELOW = 0.76, 0.22
#: Below this part of its least size a text is broken inside words, too.
HOPELESS = 0.5
#: Ink that may stand out of a row at its ends, in thousandths of the size.
_OUT = 20
_KIND = attrgetter("font", "whole")
_BLANKS = re.compile("( )")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its operators by font, and its room below and above the baseline, in sizes.

    `left` is how far its ink stands out before it begins, `width` its room, in thousandths.
    """

    shown: tuple[tuple[str, bytes], ...]
    below: float
    above: float
    left: int
    width: int


@dataclass(frozen=True, slots=True)
class Block:
    """A line's text broken and sized; `missing` are letters that no font has."""

    size: float
    least: float
    rows: tuple[Row, ...]
    missing: str
    han: str


@dataclass(frozen=True, slots=True)
class _Text:
    """A text to be set: whose Chinese characters it has, and its levels if it runs both ways."""

    text: str
    weight: int
    han: str
    levels: list[int] | None


@dataclass(slots=True)
class _Parts:
    """The parts of a text that can be drawn: where they are in it, and measures for fit()."""

    spans: list[tuple[int, int]] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)
    blanks: list[int] = field(default_factory=list)
    missing: str = ""


class RowSetter:
    """Sets texts in rows, for one document."""

    def __init__(self, typesetter: Typesetter) -> None:
        self._type = typesetter

    def block(self, line: Line, text: str, han: str, room: float) -> Block:
        """A text as `line` wants it, `room` points wide; `han` is whose Chinese characters it has.

        Rows end at blanks; where that makes them smaller than the least size, there is one more,
        and scripts without blanks, then all of them, are broken inside words.
        """
        text = clean(text)
        said = _Text(text, line.weight, han, levels(text) if runs_both_ways(text) else None)
        largest, rows = line.size, line.rows
        measured = self._measured(parts(said.text), said)
        fitted = fit(measured.widths, measured.blanks, room, largest, rows)
        if fitted.size < line.least:
            fitted = fit(measured.widths, measured.blanks, room, largest, rows + 1)
            for broken, enough in ((syllables, 1.0), (letters, HOPELESS)):
                pieces = broken(said.text) if fitted.size < line.least * enough else None
                if pieces is not None:
                    measured = self._measured(pieces, said)
                    fitted = fit(measured.widths, measured.blanks, room, largest, rows + 1)
        set_rows = []
        start = 0
        for end in fitted.ends:
            begin, stop = measured.spans[start][0], measured.spans[end - 1][1]
            set_rows.append(self._row(said, begin, stop))
            start = end
        widest = max((row.width for row in set_rows), default=0)
        size = min(largest, room * 1000 / widest) if widest else fitted.size
        return Block(size, min(size, line.least), tuple(set_rows), measured.missing, said.han)

    def _measured(self, pieces: list[Part], said: _Text) -> _Parts:
        word, weight, han = self._type.word, said.weight, said.han
        blank = word(" ", weight).width
        measured = _Parts()
        at = 0
        for text, spaced in pieces:
            begin = at + 1 if spaced and at else at
            at = begin + len(text)
            if said.levels is None:
                one = word(text, weight, han)
                width, missing, drawn = one.width, one.missing, bool(one.runs)
            else:
                words = self._words(said, begin, at)
                width = sum([word.width for word in words])
                missing = "".join([word.missing for word in words])
                drawn = any(word.runs for word in words)
            if missing:
                measured.missing += missing
            if drawn:
                measured.spans.append((begin, at))
                measured.widths.append(width)
                measured.blanks.append(blank if spaced else 0)
        return measured

    def _words(self, said: _Text, begin: int, end: int) -> list[Word]:
        """A stretch of a text as words and blanks, from left to right; those of which nothing is
        drawn are among them, for what they miss."""
        word, weight, han = self._type.word, said.weight, said.han
        if said.levels is None:
            found: list[Word] = []
            for text in said.text[begin:end].split(" "):
                shaped = word(text, weight, han)
                if found and shaped.runs:
                    found.append(word(" ", weight))
                found.append(shaped)
            return found
        atoms: list[tuple[Word, int]] = []
        blank = word(" ", weight)
        former: Word | None = None
        for level, characters in groupby(range(begin, end), said.levels.__getitem__):
            span = list(characters)
            for text in filter(None, _BLANKS.split(said.text[span[0] : span[-1] + 1])):
                shaped = blank if text == " " else word(text, weight, han, level % 2 == 1)
                if shaped is blank and former is blank:
                    continue
                atoms.append((shaped, level))
                former = shaped if shaped.runs else former
        return visual(atoms)

    def _row(self, said: _Text, begin: int, end: int) -> Row:
        drawn = [word for word in self._words(said, begin, end) if word.runs]
        words = drawn or [self._type.word(" ", said.weight)]
        width = 0
        runs: list[Run] = []
        for word in words:
            width += word.width
            runs += word.runs
        low = min([word.low for word in words])
        high = max([word.high for word in words])
        before = max(0, -words[0].left - _OUT)
        after = max(0, words[-1].right - words[-1].width - _OUT)
        return Row(
            _joined(runs),
            max(BELOW, -low / 1000),
            max(ABOVE, high / 1000),
            before,
            before + width + after,
        )


def _joined(runs: list[Run]) -> tuple[tuple[str, bytes], ...]:
    """Operators by font, neighbours of one font in one."""
    shown: list[tuple[str, bytes]] = []
    for (font, whole), alike in groupby(runs, key=_KIND):
        for run in alike if whole else ():
            shown.append((font, run.shown))
        if not whole:
            shown.append((font, b"[%b]TJ " % b"".join([run.shown for run in alike])))
    return tuple(shown)
