"""Owns the shape in which people, codes and verdicts are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checkin_app import verdict_words
from checkin_app.cli.language import say, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from checkin_app.domain.credentials import Credential
    from checkin_app.domain.delegates import Category, Delegate, FoundDelegate
    from checkin_app.domain.programme import Event
    from checkin_app.domain.scans import ScanOutcome
    from checkin_app.store.roster import DelegateCard

_PERSON = (
    "id",
    "name",
    "honorific",
    "own_name",
    "position",
    "organization",
    "delegation",
    "country",
    "category",
)
_FOUND = tuple(field for field in _PERSON if field != "own_name")


def moment(at: datetime, event: Event) -> str:
    """ISO 8601 with the event's offset, to the millisecond if it has any."""
    local = at.astimezone(event.zone)
    return local.isoformat(timespec="milliseconds" if local.microsecond else "seconds")


def person(delegate: Delegate, delegation: str, category: Category | None) -> dict[str, Any]:
    """Who somebody is; delegation and category by their names."""
    record = {field: getattr(delegate, field) for field in _PERSON}
    record["delegation"] = delegation or delegate.delegation
    record["category"] = category.name_en if category else delegate.category
    return record


def full(card: DelegateCard) -> dict[str, Any]:
    """Every field of one person."""
    from dataclasses import asdict

    record = asdict(card.delegate)
    record["standing"] = card.delegate.standing.value
    named = person(card.delegate, card.delegation.name if card.delegation else "", card.category)
    return record | named | {"checked_in": card.checked_in}


def found(hit: FoundDelegate) -> dict[str, Any]:
    record = person(hit.delegate, hit.delegation_name, hit.category)
    return {field: record[field] for field in _FOUND} | {
        "checked_in": hit.checked_in,
        "score": hit.score,
    }


def found_row(hit: FoundDelegate) -> Sequence[object]:
    """A hit for people; goes with `FOUND_HEADERS`."""
    delegate = hit.delegate
    category = hit.category
    group = (category.name_vi if spoken() == "vi" else category.name_en) if category else ""
    return (
        say("here") if hit.checked_in else "",
        f"{delegate.honorific} {verdict_words.name_of(delegate, spoken())}".strip(),
        delegate.position,
        delegate.organization,
        hit.delegation_name,
        group or delegate.category,
        delegate.id,
    )


FOUND_HEADERS = ("", "Name", "Position", "Organization", "Delegation", "Category", "ID")


def code(delegate: Delegate, credential: Credential, event: Event) -> dict[str, Any]:
    from datetime import datetime

    return {
        "delegate_id": delegate.id,
        "name": delegate.name,
        "code": credential.code,
        "status": credential.status.value,
        "issued_at": moment(datetime.fromisoformat(credential.issued_at), event),
    }


def verdict(outcome: ScanOutcome, event: Event) -> dict[str, Any]:
    """A durable verdict. `repeated` and `undone` are there only where they are true."""
    answer = outcome.verdict
    first = answer.first_scan
    delegate = outcome.delegate
    delegation = outcome.delegation.name if outcome.delegation else ""
    record: dict[str, Any] = {
        "scan_id": outcome.scan_id,
        "code": outcome.code,
        "checkpoint": outcome.checkpoint.id,
        "direction": outcome.direction.value,
        "at": moment(outcome.at, event),
        "decision": answer.decision.value,
        "reason": answer.reason.value,
        "delegate": person(delegate, delegation, outcome.category) if delegate else None,
        "first_scan": (
            {"at": moment(first.at, event), "desk": first.desk, "checkpoint": first.checkpoint}
            if first
            else None
        ),
        "notes": list(answer.notes),
        "message": verdict_words.message(outcome, event.zone),
    }
    if outcome.repeated:
        record["repeated"] = True
    if outcome.undone:
        record["undone"] = True
    return record


def verdict_line(outcome: ScanOutcome, event: Event) -> str:
    """A verdict for people, in one line."""
    said = verdict_words.words(outcome, spoken(), event.zone)
    sign = {"admit": "●", "refuse": "■", "refer": "▲"}[outcome.verdict.decision.value]
    parts = [f"{sign} {verdict_words.clock(outcome.at, event.zone)}  {said.headline}"]
    if outcome.delegate:
        called = verdict_words.name_of(outcome.delegate, spoken())
        name = f"{outcome.delegate.honorific} {called}".strip()
        parts.append(f"{name} ({outcome.delegation.name})" if outcome.delegation else name)
    parts += [said.line, *outcome.verdict.notes, outcome.scan_id]
    return " · ".join(part for part in parts if part)
