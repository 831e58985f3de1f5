"""Owns what the delegate card says of one person, worked out before anything is painted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin_app import verdict_words
from checkin_app.domain.credentials import Credential, CredentialStatus
from checkin_app.domain.delegates import Standing
from checkin_app.ui.language import translate
from checkin_app.ui.roster.columns import category_name
from checkin_app.ui.roster.field_names import field_name
from checkin_app.ui.theme.tokens import Tone
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.store.roster import DelegateCard

_FACTS = (
    "department",
    "country",
    "email",
    "phone",
    "birth_year",
    "language",
    "seat",
    "notes",
    "external_id",
)


@dataclass(frozen=True, slots=True)
class CodeLine:
    """A code as it may be shown: its last four characters, and what it is worth."""

    code: str
    shown: str
    state: str
    active: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """One person on the card; unknown texts are empty, unknown facts left out."""

    delegate_id: str
    name: str
    honorific: str
    own_name: str
    position: str
    organization: str
    category: str
    colour: str
    state: str
    tone: Tone
    attention: str
    delegation: str
    arrived: int
    expected: int
    rows: tuple[tuple[str, str], ...]
    codes: tuple[CodeLine, ...]
    photo: str
    can_check_in: bool
    withdrawn: bool


def facts(card: DelegateCard, workplace: Workplace) -> Facts:
    """What is shown of `card`."""
    delegate = card.delegate
    completeness = card.completeness
    delegation = card.delegation.name if card.delegation else ""
    if card.delegation and (country := workplace.country(card.delegation.country)):
        delegation = f"{delegation} · {country}"
    state, tone = _state(card, workplace)
    return Facts(
        delegate_id=delegate.id,
        name=verdict_words.name_of(delegate, workplace.lang),
        honorific=delegate.honorific,
        own_name=delegate.own_name if delegate.own_name != delegate.name else "",
        position=delegate.position,
        organization=delegate.organization,
        category=category_name(card.category, workplace.lang) or delegate.category,
        colour=card.category.colour if card.category else "",
        state=state,
        tone=tone,
        attention=delegate.attention,
        delegation=delegation,
        arrived=completeness.arrived if completeness else 0,
        expected=completeness.expected if completeness else 0,
        rows=_rows(card, workplace),
        codes=tuple(_code(credential) for credential in card.credentials),
        photo=delegate.photo,
        can_check_in=not card.checked_in and delegate.standing is not Standing.WITHDRAWN,
        withdrawn=delegate.standing is Standing.WITHDRAWN,
    )


def _state(card: DelegateCard, workplace: Workplace) -> tuple[str, Tone]:
    standing = card.delegate.standing
    if standing is Standing.WITHDRAWN:
        return translate("Roster", "Withdrawn"), Tone.REFUSE
    if card.checked_in:
        if card.arrived_at is None:
            return translate("Roster", "Arrived"), Tone.ADMIT
        at = verdict_words.clock(
            card.arrived_at,
            workplace.zone,
            beside=workplace.now(),
            lang=workplace.lang,
            seconds=False,
        )
        return translate("Roster", "Arrived {time}").format(time=at), Tone.ADMIT
    if standing is Standing.NOT_ACCREDITED:
        return translate("Roster", "Not accredited"), Tone.REFER
    if card.delegate.hold:
        return translate("Roster", "On hold"), Tone.REFER
    return translate("Roster", "Not here yet"), Tone.NEUTRAL


def _rows(card: DelegateCard, workplace: Workplace) -> tuple[tuple[str, str], ...]:
    delegate = card.delegate
    found: list[tuple[str, str]] = []
    for field in _FACTS:
        value = getattr(delegate, field)
        text = str(value) if value else ""
        if field == "country":
            text = workplace.country(text) or text
        if text:
            name = translate("Field", "Country") if field == "country" else field_name(field)
            found.append((name, text))
    return tuple(found)


def masked(code: str) -> str:
    """A code with all but its last four characters hidden."""
    return f"•••• {code[-4:]}" if len(code) > 4 else "••••"


def _code(credential: Credential) -> CodeLine:
    words = {
        CredentialStatus.ACTIVE: translate("Roster", "valid"),
        CredentialStatus.REPLACED: translate("Roster", "replaced"),
        CredentialStatus.REVOKED: translate("Roster", "revoked"),
    }
    return CodeLine(
        credential.code,
        masked(credential.code),
        words[credential.status],
        credential.status is CredentialStatus.ACTIVE,
    )
