"""Owns what a fact about a delegate is called on screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from checkin_app import verdict_words
from checkin_app.domain.scans import Reason
from checkin_app.ledger import kinds
from checkin_app.ui.language import translate

if TYPE_CHECKING:
    from checkin_app.store.roster import HistoryLine

_REASONS = {reason.value: reason for reason in Reason}
_ASIDE = {"operator", "by", "codes", "code", "layout", "printer", "target"}


def history_title(line: HistoryLine, lang: str) -> str:
    """What happened, in a few words."""
    details = line.details
    if line.kind == kinds.SCANNED:
        reason = _REASONS.get(details.get("reason", ""))
        return verdict_words.headline(reason, lang) if reason else details.get("decision", "")
    if line.kind == kinds.OVERRIDDEN:
        return translate("History", "Admitted anyway: {reason}").format(
            reason=details.get("reason", "–")
        )
    if line.kind == kinds.UNDONE:
        return translate("History", "Scan taken back")
    if line.kind == kinds.PRINTED:
        return _print(details.get("outcome", ""))
    if line.kind in (kinds.CREATED, kinds.LISTED):
        if details.get("by") == "walk-in":
            return translate("History", "Registered at the desk")
        return translate("History", "Put on the roster")
    if line.kind == kinds.AMENDED:
        return translate("History", "Corrected")
    if line.kind == kinds.CREDENTIAL_ISSUED:
        return translate("History", "New code issued")
    if line.kind == kinds.CREDENTIAL_CHANGED:
        return translate("History", "Code no longer valid")
    return line.kind


def _print(outcome: str) -> str:
    return {
        "sent": translate("History", "Badge sent to the printer"),
        "written": translate("History", "Badge saved as PDF"),
        "failed": translate("History", "Badge could not be printed"),
    }.get(outcome, translate("History", "Badge handed over, result not known"))


def history_details(line: HistoryLine, places: Mapping[str, str] | None = None) -> str:
    """Who did it and, of a correction, what was there before.

    `places` are the names of checkpoints by id.
    """
    parts = []
    if line.kind == kinds.AMENDED:
        parts += [v for k, v in line.details.items() if k not in _ASIDE]
    if line.kind == kinds.SCANNED and line.details.get("checkpoint"):
        place = line.details["checkpoint"]
        parts.append((places or {}).get(place, place))
    if line.details.get("operator"):
        parts.append(line.details["operator"])
    return " · ".join(parts)
