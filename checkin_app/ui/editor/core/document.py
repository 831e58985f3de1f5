"""Owns what is being edited: a layout, the side in front, and what of it is chosen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from checkin_app.badges.layout.elements import Element, Layout, Line, Stack

Side = Literal["front", "back"]


@dataclass(frozen=True, slots=True)
class Document:
    """`chosen` are numbers of elements of `side`, in order; `line` one of a chosen stack's."""

    layout: Layout
    side: Side = "front"
    chosen: tuple[int, ...] = ()
    line: int = 0

    @property
    def elements(self) -> tuple[Element, ...]:
        """Those of the side in front, the lowest first."""
        return self.layout.front if self.side == "front" else self.layout.back

    @property
    def picked(self) -> tuple[Element, ...]:
        """The chosen elements."""
        return tuple(self.elements[n] for n in self.chosen)

    @property
    def single(self) -> Element | None:
        """The one chosen element, if it is one."""
        return self.elements[self.chosen[0]] if len(self.chosen) == 1 else None

    @property
    def text(self) -> Line | None:
        """The line that is chosen in the one chosen stack."""
        stack = self.single
        if isinstance(stack, Stack) and self.line < len(stack.lines):
            return stack.lines[self.line]
        return None

    def with_elements(self, elements: tuple[Element, ...]) -> Document:
        """The side in front made of other elements; what is there no more is not chosen."""
        layout = self.layout
        made = (
            replace(layout, front=elements)
            if self.side == "front"
            else replace(layout, back=elements)
        )
        chosen = tuple(n for n in self.chosen if n < len(elements))
        return replace(self, layout=made, chosen=chosen)

    def choose(self, *numbers: int, line: int | None = None) -> Document:
        """Chooses these elements, and a line of the one text: the largest where none is named.

        Numbers that are no element's are left out.
        """
        there = sorted({n for n in numbers if 0 <= n < len(self.elements)})
        if line is None:
            one = self.elements[there[0]] if len(there) == 1 else None
            line = _largest(one.lines) if isinstance(one, Stack) else 0
        return replace(self, chosen=tuple(there), line=line)

    def toggle(self, number: int) -> Document:
        """Chooses one more, or one less."""
        now = set(self.chosen) ^ {number}
        return self.choose(*now)

    def step(self, by: int) -> Document | None:
        """Chooses the next element (or the one before); None beyond the last."""
        count = len(self.elements)
        if not count:
            return None
        if not self.chosen:
            return self.choose(0 if by > 0 else count - 1)
        at = (self.chosen[-1] if by > 0 else self.chosen[0]) + by
        return self.choose(at) if 0 <= at < count else None

    def turn(self, side: Side) -> Document:
        """The other side in front, nothing chosen."""
        return self if side == self.side else replace(self, side=side, chosen=(), line=0)

    def at(self, x: float, y: float, slack: float = 0.0) -> int | None:
        """The number of the topmost element at a point (millimetres), `slack` around it counted."""
        for number in range(len(self.elements) - 1, -1, -1):
            box = self.elements[number].box
            if (
                box.x - slack <= x <= box.x + box.width + slack
                and box.y - slack <= y <= box.y + box.height + slack
            ):
                return number
        return None


def _largest(lines: tuple[Line, ...]) -> int:
    return max(range(len(lines)), key=lambda n: lines[n].size, default=0)
