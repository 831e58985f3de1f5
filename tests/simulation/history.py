"""Owns what really happened in a run: every entry made, who was told, what a lost medium took."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from checkin_app.domain.scans import ScanOutcome
from checkin_app.ledger.entry import decode

#: A chain value: it stands for an entry and all before it.
Chain = bytes


@dataclass(frozen=True, slots=True)
class Made:
    """An entry as its desk made it."""

    body: bytes
    private: bytes | None
    machine: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What a person at a door was shown, and when by the desk's clock (milliseconds)."""

    scan: str
    code: str
    decision: str
    reason: str
    door: int

    @classmethod
    def of(cls, outcome: ScanOutcome) -> Shown:
        return cls(
            outcome.scan_id,
            outcome.code,
            outcome.verdict.decision.value,
            outcome.verdict.reason.value,
            round(outcome.at.timestamp() * 1000),
        )


@dataclass(slots=True)
class History:
    """`kept` are the chain values of acknowledged entries that no loss of media excuses."""

    made: dict[Chain, Made] = field(default_factory=dict)
    kept: set[Chain] = field(default_factory=set)
    shown: dict[Chain, Shown] = field(default_factory=dict)
    excused: set[Chain] = field(default_factory=set)
    by_id: dict[str, Chain] = field(default_factory=dict)

    def observe(self, chain: Chain, made: Made, *, told: bool) -> None:
        if chain not in self.made:
            self.made[chain] = made
            self.by_id[decode(made.body).id] = chain
            if told:
                self.kept.add(chain)

    def medium_lost(self, held: Iterable[Chain], elsewhere: Iterable[Chain]) -> None:
        """A medium is gone; what was on no other one may be missing from now on."""
        gone = set(held).difference(elsewhere)
        self.excused |= gone & self.kept
        self.kept -= gone
