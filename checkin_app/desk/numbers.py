"""Owns the live numbers of the event."""

from __future__ import annotations

from dataclasses import dataclass

from checkin_app.desk.station import Station, verb
from checkin_app.domain.programme import REGISTRATION
from checkin_app.ledger.clock import now_ms
from checkin_app.store import conflicts, derive

COUNT_RECENT = """
    SELECT count(*) FROM scans
    WHERE id > ? AND door > ? AND decision = 'admit' AND direction = 'in' AND checkpoint = ?
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """The live numbers. `per_minute` is the mean of the last five minutes at registration.

    `outbox` is how many entries the hub did not have when it was met last, None before it was
    met; `conflicts` how many things wait for a person.
    """

    expected: int
    arrived: int
    inside: int
    delegations_expected: int
    delegations_present: int
    per_minute: float
    per_checkpoint: dict[str, dict[str, int]]
    outbox: int | None = 0
    conflicts: int = 0


class Numbers(Station):
    """What this desk can count."""

    @verb
    def figures(self) -> Figures:
        """The live numbers, from what this desk knows."""
        from checkin_app.sync.outbox import outbox

        tally, programme = self._file.tally, self._file.programme
        since = now_ms() - 5 * 60_000
        recently = self._file.connection.execute(
            COUNT_RECENT, (f"{since >> 16:08x}", since, REGISTRATION)
        ).fetchone()[0]
        return Figures(
            expected=tally.expected,
            arrived=len(tally.arrived),
            inside=len(tally.inside[REGISTRATION]),
            delegations_expected=tally.delegations,
            delegations_present=len(tally.present_delegations),
            per_minute=recently / 5,
            per_checkpoint={
                checkpoint: {
                    "admitted": len(tally.admitted[checkpoint]),
                    "inside": len(tally.inside[checkpoint]),
                }
                for checkpoint in programme.checkpoints
            },
            outbox=outbox(self._file),
            conflicts=conflicts.open_count(self._file.connection),
        )

    @verb
    def digest(self) -> str:
        """Eight characters, equal on all who know the same."""
        return derive.digest(self._file.connection)
