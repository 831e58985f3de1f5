"""Owns when a badge is printed without being asked for."""

from __future__ import annotations

from checkin_app.config import Station
from checkin_app.domain.programme import CheckpointKind
from checkin_app.domain.scans import Decision, ScanOutcome


def wants_badge(outcome: ScanOutcome, settings: Station) -> bool:
    """Whether this admission may print a badge; “if not printed” still has to be looked up.

    Nothing prints by itself before a printer was chosen.
    """
    return (
        settings.print_policy != "never"
        and bool(settings.printer)
        and outcome.verdict.decision is Decision.ADMIT
        and outcome.checkpoint.kind is CheckpointKind.REGISTRATION
        and not outcome.repeated
        and not outcome.undone
    )
