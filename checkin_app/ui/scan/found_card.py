"""Owns the card of somebody found by name, and of a failure: what no scan has answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin_app.domain.delegates import Standing
from checkin_app.ui.language import translate
from checkin_app.ui.scan.card import (
    Action,
    Card,
    Sound,
    found_actions,
    person_of,
    without_badge,
)
from checkin_app.ui.theme.tokens import Tone

if TYPE_CHECKING:
    from checkin_app.store.roster import DelegateCard


def found_card(found: DelegateCard, lang: str, country: str) -> Card:
    """Somebody found by name; nothing is recorded yet."""
    person = person_of(
        found.delegate, found.delegation, found.category, found.completeness, lang, country
    )
    standing = found.delegate.standing
    if standing is Standing.WITHDRAWN:
        headline = translate("Scan", "No longer taking part")
        line = translate("Scan", "The delegation withdrew this name")
    elif found.checked_in:
        headline = translate("Scan", "Already checked in")
        line = translate("Scan", "Found by name; nothing needs to be done")
    else:
        headline = translate("Scan", "Not here yet")
        line = translate("Scan", "Found by name; Enter checks in")
    return Card(
        tone=Tone.NEUTRAL,
        headline=headline,
        line=line,
        step="",
        person=person,
        actions=without_badge(found_actions(standing, found.checked_in), found.delegate),
        sound=None,
    )


def failure_card(sentence: str) -> Card:
    """The desk could not record: said where the verdict would stand."""
    return Card(
        tone=Tone.REFER,
        headline=translate("Scan", "Not recorded"),
        line=sentence,
        step="",
        person=None,
        actions=(Action.FIND,),
        sound=Sound.REFER,
    )
