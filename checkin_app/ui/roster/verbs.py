"""Owns what the roster screen does through the desk; each function runs in the desk lane."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checkin_app.domain import names
from checkin_app.domain.delegates import Delegate, FoundDelegate
from checkin_app.domain.scans import ScanOutcome

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.store.roster import DelegateCard


@dataclass(frozen=True, slots=True)
class Amended:
    """A correction that was made: the person now, and what takes it back."""

    delegate: Delegate
    undo: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Registered:
    """A walk-in: the person, or those who are alike, with what was typed."""

    fields: Mapping[str, Any]
    delegate: Delegate | None
    alike: list[FoundDelegate]


def card(desk: Desk, key: int) -> DelegateCard | None:
    """The card of a row; None when the row is gone."""
    rows = desk.roster_rows([key])
    return desk.delegate(rows[0].delegate.id) if rows else None


def card_of(desk: Desk, delegate_id: str) -> DelegateCard:
    """The card of a person."""
    return desk.delegate(delegate_id)


def admit(desk: Desk, delegate_id: str, checkpoint: str, operator: str) -> ScanOutcome:
    """Checks somebody in."""
    return desk.admit(delegate_id, checkpoint=checkpoint, operator=operator)


def undo_scan(desk: Desk, scan_id: str, operator: str) -> ScanOutcome:
    """Takes a check-in back."""
    return desk.undo(scan_id, operator=operator)


def amend(desk: Desk, delegate_id: str, changes: Mapping[str, Any], operator: str) -> Amended:
    """Corrects fields. A given name that followed from the name follows the new one."""
    before = desk.delegate(delegate_id).delegate
    wanted = dict(changes)
    follows = before.given_name == names.given_name(before.name, before.country)
    if "name" in wanted and "given_name" not in wanted and follows:
        country = str(wanted.get("country", before.country))
        wanted["given_name"] = names.given_name(str(wanted["name"]), country)
    after = desk.amend(delegate_id, wanted, operator=operator)
    undo = {
        field: getattr(before, field)
        for field in wanted
        if getattr(before, field) != getattr(after, field)
    }
    return Amended(after, undo)


def register(desk: Desk, fields: Mapping[str, Any], force: bool, operator: str) -> Registered:
    """Registers a walk-in, unless somebody alike is on the roster and `force` is not given."""
    made = desk.register(dict(fields), force=force, operator=operator)
    if isinstance(made, list):
        return Registered(fields, None, made)
    return Registered(fields, made, [])


def replace_code(desk: Desk, delegate_id: str, operator: str) -> str:
    """Gives a new code; the old one stops working."""
    desk.replace_code(delegate_id, operator=operator)
    return delegate_id


def revoke(desk: Desk, delegate_id: str, code: str, operator: str) -> str:
    """Takes a code away."""
    desk.revoke(delegate_id, code, operator=operator)
    return delegate_id


def key_of(desk: Desk, delegate_id: str) -> int | None:
    """The row key of a person."""
    name = desk.delegate(delegate_id).delegate.name
    for row in desk.roster_rows(desk.roster_ids(text=name)):
        if row.delegate.id == delegate_id:
            return row.key
    return None
