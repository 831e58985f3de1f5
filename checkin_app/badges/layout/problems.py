"""Owns what can be said against a layout's document: where, and in which words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from checkin_app.domain.errors import RequestError


@dataclass(frozen=True, slots=True)
class LayoutProblem:
    """`line` counts from 1; `path` is the place in the document (`front[2].lines[0].field`, empty
    for the whole); `sentence` is an English template, the key of its translation, which `details`
    fill."""

    line: int
    path: str
    sentence: str
    details: dict[str, str] = field(default_factory=dict)

    @property
    def message(self) -> str:
        return self.sentence.format(**self.details)


class LayoutError(RequestError):
    """A document that is no layout; it says its first problem, `problems` has all of them."""

    def __init__(self, problems: Sequence[LayoutProblem]) -> None:
        self.problems = tuple(problems)
        first = self.problems[0]
        super().__init__(first.sentence, **first.details)
