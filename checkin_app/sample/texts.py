"""Owns what people of the sample event are besides their name: titles, positions, notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checkin_app.sample.draw import Chance, pick
from checkin_app.sample.words import choices, table

COLLECTIVES = 19
INDIVIDUALS = 71


@dataclass(frozen=True, slots=True)
class Texts:
    """The word lists that people are filled in from; keys end in the language, "vi" or "en"."""

    positions: dict[str, tuple[str, tuple[str, ...]]]
    departments: dict[str, tuple[str, ...]]
    honorifics: dict[str, tuple[tuple[str, ...], ...]]
    attentions: Sequence[str]
    holds: Sequence[str]
    notes: Sequence[str]
    collective: str
    individual: str

    @classmethod
    def read(cls) -> Texts:
        lists = table("bodies")
        notes = lists["notes"]
        return cls(
            positions={k: (head, choices(v)) for k, (head, v) in lists["positions"].items()},
            departments={k: choices(v) for k, v in lists["departments"].items()},
            honorifics={
                k: tuple(choices(v) for v in levels) for k, levels in lists["honorifics"].items()
            },
            attentions=notes["attention"],
            holds=notes["hold"],
            notes=notes["plain"],
            collective=notes["award_collective"],
            individual=notes["award_individual"],
        )

    def honorific(self, draw: Chance, language: str, female: bool, level: int) -> str:
        """How to address somebody: level 0 runs the event, 1 visits it, 2 is of high rank."""
        return pick(draw, self.honorifics[f"{language}_{'f' if female else 'm'}"][level])

    def position(self, draw: Chance, kind: str, language: str, head: bool) -> str:
        first, others = self.positions[f"{kind}_{language}"]
        return first if head else pick(draw, others)

    def department(self, draw: Chance, language: str) -> str:
        """A department for one in four."""
        return pick(draw, self.departments[language]) if draw() < 0.25 else ""

    def note(self, delegation: int, member: int, luck: int) -> str:
        """The award of some heads and second members; a remark for one in 25 of the others."""
        if member == 0 and delegation < COLLECTIVES:
            return self.collective.format(number=delegation + 1)
        if member == 1 and delegation < INDIVIDUALS:
            return self.individual.format(number=delegation + 1)
        return "" if luck % 25 else self.notes[luck // 25 % len(self.notes)]
