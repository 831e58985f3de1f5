"""Owns what a page of a receipt looks like: a head, the list to tick off, the lines to sign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checkin_app.badges.layout.elements import (
    Align,
    Area,
    Box,
    Element,
    Layout,
    Line,
    Rule,
    Stack,
    Valign,
    Weight,
)

#: Vietnamese and English.
Both = tuple[str, str]
_TITLE: Both = ("Phiếu giao nhận thẻ", "Badge receipt")
_COUNT: Both = ("Số thẻ", "Badges")
_NOBODY: Both = ("Không thuộc đoàn nào", "Without a delegation")
_LIAISON: Both = ("Cán bộ liên lạc", "Liaison officer")
_PLACE: Both = ("Nơi giao", "Handed out at")
_TAKEN: Both = (
    "Đã nhận đủ các thẻ được đánh dấu ở trên.",
    "The badges ticked above were received.",
)
_WHO: Both = ("Người nhận", "Received by")
_SIGNED: Both = ("Chữ ký", "Signature")
_WHEN: Both = ("Ngày, giờ", "Date, time")
_COLUMNS: tuple[Both, ...] = (("Họ và tên", "Name"), ("Nhóm", "Category"))

_HAIR, _LINE = 0.15, 0.25


@dataclass(frozen=True, slots=True)
class Person:
    """A row of the list."""

    name: str
    category_vi: str
    category_en: str


@dataclass(frozen=True, slots=True)
class Part:
    """What every page of a receipt says. `desk` is where the badges are given out, `made` when
    and where the list was made, as people write it."""

    event_vi: str = ""
    event_en: str = ""
    desk: str = ""
    made: str = ""
    delegation: str = ""
    liaison: str = ""
    badges: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its rows, the number of the first, its number and how many there are."""

    part: Part
    people: Sequence[Person]
    start: int
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class Paper:
    """The paper in millimetres, and how it is divided."""

    width: float
    height: float

    @property
    def large(self) -> bool:
        """Whether there is room for more than a badge's size of type."""
        return min(self.width, self.height) >= 140

    @property
    def margin(self) -> float:
        return 16.0 if self.large else 7.0 if self.height >= 90 else 4.5

    @property
    def room(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    @property
    def row(self) -> float:
        return 8.5 if self.large else 7.0

    def head(self, *, first: bool) -> float:
        """The height of the head; that of a further page only says whose it is."""
        if self.height < 90:
            return 21.0 if first else 12.0
        full = 50.0 if self.large else 36.0
        return full if first else full * 0.45

    @property
    def foot(self) -> float:
        """The height of the lines to sign."""
        if self.height < 90:
            return 26.0
        return 46.0 if self.large else 35.0

    def rows(self, *, first: bool, last: bool) -> int:
        """How many rows fit."""
        room = self.height - 2 * self.margin - self.head(first=first) - 4.0
        return max(0, int((room - (self.foot if last else 0.0)) / self.row))


def page(paper: Paper, said: Page) -> Layout:
    """The page as a layout without fields."""
    first, last = said.number == 1, said.number == said.pages
    elements = [*_head(paper, said, first=first), *_list(paper, said, first=first)]
    if last:
        elements += _foot(paper)
    return Layout("receipt", paper.width, paper.height, tuple(elements))


def _head(paper: Paper, said: Page, *, first: bool) -> Iterator[Element]:
    part, height = said.part, paper.head(first=first)
    scale = 1.35 if paper.large else 1.0 if paper.height >= 90 else 0.85
    aside = 22.0 * scale if said.pages > 1 else 0.0
    number = f"{said.number}/{said.pages}"
    if aside:
        box = Box(paper.width - paper.margin - aside, paper.margin, aside, 8 * scale)
        yield _texts(box, (_line(number, 13 * scale, weight=600),), align="right")
    lines = [
        _line(_joined(part.event_vi, part.event_en), 8 * scale, ink="muted", least=5, rows=2),
        _line(_joined(*_TITLE), 10.5 * scale, weight=500, least=6, gap=1),
    ]
    whose = part.delegation or _joined(*_NOBODY)
    lines.append(_line(whose, 17 * scale, weight=600, least=8, rows=2, gap=2 * scale))
    facts = [f"{_joined(*_COUNT)}: {part.badges}"]
    if part.liaison:
        facts.append(f"{_joined(*_LIAISON)}: {part.liaison}")
    if not first:
        lines, facts = lines[2:], []
    lines += [_line(fact, 9.5 * scale, weight=500, least=6, gap=1) for fact in facts]
    made = _joined(f"{_joined(*_PLACE)}: {part.desk}" if part.desk else "", part.made)
    if made and first:
        lines.append(_line(made, 7.5 * scale, ink="muted", least=5, gap=1))
    box = Box(paper.margin, paper.margin, paper.room - aside, height - 1.5)
    yield Stack(box, tuple(lines), valign="top")


def _list(paper: Paper, said: Page, *, first: bool) -> Iterator[Element]:
    if not said.people:
        return
    left, row = paper.margin, paper.row
    top = left + paper.head(first=first)
    tick = row - 2.6
    number = 10.0 if paper.large else 8.0
    category = paper.room * 0.3
    name = paper.room - number - category - tick - 4.0
    places = (left + number, left + number + name + 2.0)
    for at, width, words in zip(places, (name, category), _COLUMNS, strict=True):
        box = Box(at, top, width, 4.0)
        yield _texts(box, (_line(_joined(*words), 6.5, ink="muted", least=4),))
    top += 4.0
    yield Rule(Box(left, top, paper.room, 0), "text", _LINE)
    size = 11.0 if paper.large else 9.5
    for place, person in enumerate(said.people):
        y = top + place * row
        inside = y + 0.5, row - 1.0
        yield _texts(
            Box(left, inside[0], number - 1.5, inside[1]),
            (_line(str(said.start + place), size * 0.9, ink="muted", least=5),),
        )
        yield _texts(
            Box(places[0], inside[0], name, inside[1]),
            (_line(person.name, size, weight=500, least=5, rows=2),),
        )
        kinds = tuple(dict.fromkeys(k for k in (person.category_vi, person.category_en) if k))
        if kinds:
            yield _texts(
                Box(places[1], inside[0], category, inside[1]),
                tuple(_line(kind, size * 0.72, ink="muted", least=4) for kind in kinds),
            )
        yield from _box(paper.width - left - tick, y + (row - tick) / 2, tick)
        yield Rule(Box(left, y + row, paper.room, 0), "muted", _HAIR)


def _foot(paper: Paper) -> Iterator[Element]:
    left, foot = paper.margin, paper.foot
    top = paper.height - paper.margin - foot
    scale = 1.2 if paper.large else 1.0
    said = 9.0 if paper.height >= 90 else 6.5
    yield _texts(
        Box(left, top + 1.0, paper.room, said - 1.0),
        tuple(_line(text, 7.5 * scale, least=5) for text in _TAKEN),
        valign="top",
    )
    step = (foot - said) / 3
    label = min(36.0 * scale, paper.room * 0.4)
    for place, words in enumerate((_WHO, _SIGNED, _WHEN)):
        low = top + said + (place + 1) * step
        yield _texts(
            Box(left, low - 4.5 * scale, label, 4.5 * scale),
            (_line(_joined(*words), 7.5 * scale, ink="muted", least=4.5),),
            valign="bottom",
        )
        yield Rule(Box(left + label + 1.5, low, paper.room - label - 1.5, 0), "text", _LINE)


def _box(x: float, y: float, side: float) -> Iterator[Element]:
    """An empty box to tick."""
    yield Area(Box(x, y, side, side), "text", radius=0.4)
    inner = side - 2 * _LINE
    yield Area(Box(x + _LINE, y + _LINE, inner, inner), "white", radius=0.2)


def _joined(*texts: str) -> str:
    """Texts that say something, each once."""
    return " · ".join(dict.fromkeys(filter(None, texts)))


def _texts(
    box: Box, lines: tuple[Line, ...], *, align: Align = "left", valign: Valign = "middle"
) -> Stack:
    return Stack(box, lines, align, valign)


def _line(
    text: str,
    size: float,
    *,
    weight: Weight = 400,
    ink: str = "text",
    least: float = 6.0,
    rows: int = 1,
    gap: float = 0.0,
) -> Line:
    return Line("", size, least, rows, weight, ink, gap, text_vi=text)
