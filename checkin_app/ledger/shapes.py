"""Owns what an entry of each kind must look like to be folded; others are kept, and say nothing.

The check is of the entry alone, so that whoever holds it judges it alike. Keys that a newer release
added are let pass, and so are kinds that this one does not know.
"""

from __future__ import annotations

import datetime
import types
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from checkin_app.domain.badges import StoredLayout
from checkin_app.domain.delegates import Category, Delegate, Delegation
from checkin_app.domain.programme import AccessRule, Checkpoint, Session
from checkin_app.ledger import kinds
from checkin_app.ledger.entry import Entry, Private

_Count = Annotated[int, Meta(ge=0, le=2**31)]
_Int = Annotated[int, Meta(ge=-(2**31), le=2**31)]
_Key = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
_Text = Annotated[str, Meta(min_length=1)]

#: Times that every calendar here can show: the years 1 to 9998, in milliseconds since 1970 UTC.
_EARLIEST, _LATEST = -62_135_596_800_000, 253_370_764_800_000
_CLOCK = 1 << 62

_RECORDS: dict[str, type] = {
    "category": Category,
    "checkpoint": Checkpoint,
    "delegate": Delegate,
    "delegation": Delegation,
    "layout": StoredLayout,
    "rule": AccessRule,
    "session": Session,
}
RecordType = Literal[
    "category", "checkpoint", "delegate", "delegation", "layout", "rule", "session"
]


class _Founded(Struct):
    name: str
    name_vi: str
    first_day: datetime.date
    last_day: datetime.date
    timezone: _Text
    tag: Annotated[str, Meta(pattern="^[0-9]{3}$")]


class _Opened(Struct):
    public_key: _Key
    name: str = ""


class _Person(Struct):
    id: _Text
    codes: list[str]
    fields: dict[str, Any]


class _Listed(Struct):
    people: list[_Person]
    by: str = ""


class _Record(Struct):
    type: RecordType
    fields: dict[str, Any]
    codes: list[str] = []
    replaces: dict[str, list[str]] = {}
    unlike: list[str] = []
    by: str = ""
    operator: str = ""


class _Issued(Struct):
    code: _Text
    replaces: str = ""
    operator: str = ""


class _Changed(Struct):
    code: _Text
    status: str
    operator: str = ""
    reason: str = ""


class _Scanned(Struct):
    checkpoint: _Text
    direction: Literal["in", "out"]
    decision: Literal["admit", "refuse", "refer"]
    reason: str
    code: str = ""
    operator: str = ""


class _Ruled(Struct):
    reason: str = ""
    operator: str = ""


class _Printed(Struct):
    code: str = ""
    layout: str = ""
    printer: str = ""
    outcome: str = ""
    reason: str = ""
    words: str = ""
    operator: str = ""
    former: list[str] = []


class _Followed(Struct):
    print: str
    outcome: str
    words: str = ""
    operator: str = ""


class _Handed(Struct):
    code: str = ""
    to: str = ""
    verified: bool = False
    operator: str = ""


class _Photo(Struct):
    name: str


class _Temporary(Struct):
    number: _Count
    code: _Text


class _Made(Struct):
    day: datetime.date
    badges: list[_Temporary]
    operator: str = ""


class _Bound(Struct):
    code: _Text
    delegate: _Text
    day: datetime.date
    operator: str = ""
    replaces: list[str] = []


class _Counted(Struct):
    printer: str
    left: _Count
    operator: str = ""


class _Named(Struct):
    public_key: _Key


class _Enrolled(Struct):
    desk: _Text
    public_key: _Key
    profile: str
    name: str = ""


class _Revoked(Struct):
    desk: _Text
    cuts: dict[str, Annotated[int, Meta(ge=0, le=2**53)]] = {}


class _Erased(Struct):
    stream: _Text
    n: Annotated[int, Meta(ge=1, le=2**53)]
    indexes: list[_Count]


class _Resolved(Struct):
    conflict: _Text
    kind: str
    decision: _Text
    part: str = ""
    entries: list[str] = []
    people: list[str] = []
    replaces: list[str] = []
    effects: list[str] = []
    reason: str = ""
    operator: str = ""


class _Merged(Struct):
    keep: _Text
    drop: _Text
    codes: Literal["both", "replace"] = "both"
    operator: str = ""


_SHAPES: dict[str, type[Struct]] = {
    kinds.FOUNDED: _Founded,
    kinds.STREAM_OPENED: _Opened,
    kinds.LISTED: _Listed,
    kinds.CREATED: _Record,
    kinds.AMENDED: _Record,
    kinds.CREDENTIAL_ISSUED: _Issued,
    kinds.CREDENTIAL_CHANGED: _Changed,
    kinds.SCANNED: _Scanned,
    kinds.OVERRIDDEN: _Ruled,
    kinds.UNDONE: _Ruled,
    kinds.PRINTED: _Printed,
    kinds.FOLLOWED: _Followed,
    kinds.HANDED: _Handed,
    kinds.PHOTO_KEPT: _Photo,
    kinds.TEMPORARIES_MADE: _Made,
    kinds.TEMPORARY_BOUND: _Bound,
    kinds.STOCK_COUNTED: _Counted,
    kinds.AUTHORITY_NAMED: _Named,
    kinds.ENROLLED: _Enrolled,
    kinds.REVOKED: _Revoked,
    kinds.PRIVATE_ERASED: _Erased,
    kinds.CONFLICT_RESOLVED: _Resolved,
    kinds.MERGED: _Merged,
}


def _partial(record: type) -> type[Struct]:
    """The shape of some fields of a record: each as the record has it, none demanded."""
    assert is_dataclass(record)
    hints = get_type_hints(record)
    return msgspec.defstruct(
        f"Some{record.__name__}",
        [
            (field.name, Union[_bounded(hints[field.name]), UnsetType], UNSET)  # noqa: UP007
            for field in fields(record)
            if field.name != "id"
        ],
    )


def _bounded(hint: Any) -> Any:
    if hint is int:
        return _Int
    if get_origin(hint) in (Union, types.UnionType):
        return Union[tuple(map(_bounded, get_args(hint)))]  # noqa: UP007
    return hint


_PARTIAL = {name: _partial(record) for name, record in _RECORDS.items()}

#: What the private part of a kind says.
_PRIVATE: dict[str, type] = {
    kinds.FOUNDED: msgspec.defstruct("Secret", [("secret", _Key)]),
    kinds.SCANNED: msgspec.defstruct("Code", [("code", str, "")]),
    kinds.HANDED: msgspec.defstruct("Receiver", [("name", str, "")]),
    kinds.PHOTO_KEPT: msgspec.defstruct("Picture", [("jpeg", str, "")]),
}


def fits(entry: Entry, privates: Sequence[Private]) -> bool:
    """Whether an entry can be folded; `privates` are its private parts, None where erased."""
    if not (0 <= entry.at < _CLOCK and _EARLIEST <= entry.door <= _LATEST):
        return False
    shape = _SHAPES.get(entry.kind)
    if shape is None:
        return True
    try:
        data: Any = msgspec.convert(entry.data, shape)
        if isinstance(data, _Record):
            _check_fields(data.type, data.fields, *privates)
        elif isinstance(data, _Listed):
            _check_people(data.people, privates)
        elif (private := _PRIVATE.get(entry.kind)) is not None:
            for part in privates:
                if part is not None:
                    msgspec.convert(part, private)
    except (msgspec.ValidationError, ValueError, OverflowError, RecursionError):
        return False
    return True


def _check_people(people: Sequence[_Person], privates: Sequence[Private]) -> None:
    if len(people) != len(privates):
        raise ValueError
    for person, private in zip(people, privates, strict=True):
        _check_fields("delegate", person.fields, private)


def _check_fields(record: RecordType, *parts: Mapping[str, Any] | None) -> None:
    for part in parts:
        if part:
            msgspec.convert(part, _PARTIAL[record])
