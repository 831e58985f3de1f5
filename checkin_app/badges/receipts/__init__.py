"""Owns the custody receipts: before a delegation's badges, who takes them, and which they are.

A receipt is made of layouts with fixed texts, so that it is drawn by what draws badges: every
script, the same fonts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from checkin_app.badges.layout.elements import Layout
from checkin_app.badges.receipts.page import Page, Paper, Part, Person, page
from checkin_app.badges.subject import BadgeSubject
from checkin_app.domain.errors import NotPossible

#: The least width and height of paper, in millimetres, on which a receipt can be read and signed.
LEAST = (80.0, 50.0)
#: Rows that go on to a page of signature lines, so that it does not stand alone.
_KEPT = 2


@dataclass(frozen=True, slots=True)
class Group:
    """The badges of one delegation, in their order; those of nobody's are one group too.

    `id` tells delegations of one name apart.
    """

    id: str
    delegation: str
    people: tuple[Person, ...]


def groups(subjects: Iterable[BadgeSubject]) -> Iterator[Group]:
    """What lies between two receipts: neighbours of one delegation."""
    last: BadgeSubject | None = None
    people: list[Person] = []
    for subject in subjects:
        if last is not None and not _together(last, subject):
            yield Group(last.delegation_id, last.delegation, tuple(people))
            people = []
        last = subject
        people.append(Person(subject.name, subject.category_vi, subject.category_en))
    if last is not None:
        yield Group(last.delegation_id, last.delegation, tuple(people))


def _together(one: BadgeSubject, other: BadgeSubject) -> bool:
    whose = one.delegation_id, one.delegation
    return whose == (other.delegation_id, other.delegation)


class Receipts:
    """The pages that go before each delegation's badges; see render's `inserts`.

    `subjects` are the badges in the order in which they come, `width` and `height` the paper's
    millimetres. `part` is what all receipts say; `liaisons` the liaison officers by the
    delegation's id.
    With `duplex` the badges have backs: a receipt takes whole sheets of paper. Raises NotPossible
    where the paper is too small.
    """

    def __init__(
        self,
        subjects: Iterable[BadgeSubject],
        width: float,
        height: float,
        part: Part,
        *,
        liaisons: Mapping[str, str] | None = None,
        duplex: bool = False,
    ) -> None:
        if width < LEAST[0] or height < LEAST[1]:
            raise NotPossible(
                "Receipts need paper of {least_width} × {least_height} mm at least, and this is"
                " {width} × {height} mm. Print the badges on sheets, or without receipts.",
                least_width=f"{LEAST[0]:g}",
                least_height=f"{LEAST[1]:g}",
                width=f"{width:g}",
                height=f"{height:g}",
            )
        self._paper = Paper(width, height)
        self._part = part
        self._liaisons = liaisons or {}
        self._duplex = duplex
        self._left = iter(tuple(groups(subjects)))

    def __call__(self, before: BadgeSubject | None, after: BadgeSubject | None) -> Iterator[Layout]:
        """The receipt of the group that begins after `before`, if one does."""
        if after is None or (before is not None and _together(before, after)):
            return
        group = next(self._left, None)
        if group is not None:
            yield from self._pages(group)

    def _pages(self, group: Group) -> Iterator[Layout]:
        part = replace(
            self._part,
            delegation=group.delegation,
            liaison=self._liaisons.get(group.id, ""),
            badges=len(group.people),
        )
        shares = list(paginated(len(group.people), self._paper))
        start = 0
        for number, rows in enumerate(shares, 1):
            here = group.people[start : start + rows]
            yield page(self._paper, Page(part, here, start + 1, number, len(shares)))
            start += rows
        if self._duplex and len(shares) % 2:
            yield Layout("receipt-back", self._paper.width, self._paper.height, ())


def paginated(people: int, paper: Paper) -> Iterator[int]:
    """How many rows go on each page; the last one has room for the signature too."""
    left = people
    first = True
    while True:
        whole, signed = paper.rows(first=first, last=False), paper.rows(first=first, last=True)
        if left <= signed:
            yield left
            return
        rows = min(left, whole)
        if rows == left and rows > 2 * _KEPT:
            rows -= _KEPT
        yield rows
        left -= rows
        first = False
