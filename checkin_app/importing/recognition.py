"""Owns which column of a sheet holds which field: by its header, by its contents, by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Mapping as Pairs
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from checkin_app.domain.errors import NoSuchColumn
from checkin_app.importing.headers import Meaning, meaning
from checkin_app.importing.words import IGNORED, answers, category_ids, fold

if TYPE_CHECKING:
    from checkin_app.importing.sheets import Sheet

#: What a column can hold, in the order a screen offers it.
FIELDS = (
    "name",
    "family_name",
    "middle_name",
    "given_name",
    "own_name",
    "honorific",
    "position",
    "organization",
    "department",
    "delegation",
    "country",
    "category",
    "email",
    "phone",
    "birth_year",
    "language",
    "seat",
    "notes",
    "attention",
    "photo",
    "external_id",
    "external_code",
    "hold",
    "standing",
)

SAMPLE = 50

_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_PHONE = re.compile(r"(?:\+|00?|84)[\d .()-]{8,16}")
_NAME = re.compile(r"[^\W\d_]+(?:[ .'’-]+[^\W\d_]+){1,6}\.?")
_LATIN = re.compile(r"[A-Za-zÀ-ɏẠ-ỹ]")


@dataclass(frozen=True, slots=True)
class Mapping:
    """The field of each column, by index; None for a column that is left out.

    `guessed` are the columns recognised by contents alone. `vietnamese` says that the headers
    are, so that names in parts are joined family name first.
    """

    fields: tuple[str | None, ...]
    guessed: frozenset[int] = frozenset()
    vietnamese: bool = False

    def get(self, index: int) -> str | None:
        return self.fields[index] if index < len(self.fields) else None

    def column(self, field: str) -> int | None:
        """The index of the column that holds `field`."""
        return self.fields.index(field) if field in self.fields else None

    def having(self, index: int, field: str | None) -> Mapping:
        """This mapping with `field` in the column `index`, taken from where it was."""
        fields = [None if field is not None and known == field else known for known in self.fields]
        fields[index] = field
        return replace(self, fields=tuple(fields), guessed=self.guessed - {index})

    @property
    def has_name(self) -> bool:
        """Whether anybody could be named from these columns."""
        return any(field in self.fields for field in ("name", "family_name", "given_name"))


def recognise(sheet: Sheet, by_hand: Pairs[str, str] | None = None) -> Mapping:
    """Which column of `sheet` holds which field.

    `by_hand` names a column for a field, or with an empty name leaves the field out. A column is
    named as its header is, with or without marks, or by its letter. Raises NoSuchColumn.
    """
    sample = list(islice(sheet.rows, SAMPLE))
    mapping = recognise_columns(sheet.columns, sample)
    for field, column in (by_hand or {}).items():
        if field not in FIELDS:
            raise ValueError(f"no field is called {field!r}")
        if column.strip():
            mapping = mapping.having(_index(sheet, column), field)
        elif (index := mapping.column(field)) is not None:
            mapping = mapping.having(index, None)
    return mapping


def _index(sheet: Sheet, column: str) -> int:
    wanted = column.strip()
    if wanted in sheet.columns:
        return sheet.columns.index(wanted)
    folded = [fold(name) for name in sheet.columns]
    if fold(wanted) and fold(wanted) in folded:
        return folded.index(fold(wanted))
    if wanted.upper() in sheet.letters:
        return sheet.letters.index(wanted.upper())
    raise NoSuchColumn(file=sheet.file, column=wanted, columns=", ".join(sheet.columns))


def recognise_columns(columns: Sequence[str], sample: Sequence[Sequence[str]]) -> Mapping:
    """As recognise, from headers and some rows below them."""
    contents = [
        [row[n].strip() for row in sample if n < len(row) and row[n].strip()]
        for n in range(len(columns))
    ]
    meanings = [meaning(column) for column in columns]
    fields: dict[str, int] = {}
    plain = [(n, m) for n, m in enumerate(meanings) if m and len(m.fields) == 1]
    for n, certain in sorted(plain, key=lambda pair: -pair[1].certainty):
        if certain.fields[0] != IGNORED:
            fields.setdefault(certain.fields[0], n)
    for n, known in enumerate(meanings):
        if known and len(known.fields) > 1:
            field = _chosen(known, n, contents, fields, meanings)
            if field:
                fields.setdefault(field, n)
    _settle_latin_name(fields, contents)
    guessed = _guess(fields, contents, meanings)
    found: list[str | None] = [None] * len(columns)
    for field, n in fields.items():
        found[n] = field
    return Mapping(tuple(found), guessed, _is_vietnamese(meanings))


def _is_vietnamese(meanings: Iterable[Meaning | None]) -> bool:
    known = [m.vietnamese for m in meanings if m]
    return len(known) > 0 and sum(known) * 2 >= len(known)


def _chosen(
    known: Meaning,
    column: int,
    contents: Sequence[list[str]],
    fields: dict[str, int],
    meanings: Sequence[Meaning | None],
) -> str | None:
    """The field of a header that can be two things."""
    values = contents[column]
    first, second = known.fields
    if known.fields == ("name", "given_name"):
        return _name_or_given(column, contents, fields)
    if known.fields == ("honorific", "position"):
        from checkin_app.importing.people import is_honorific

        suits = _mostly(values, is_honorific)
    elif known.fields == ("external_code", "external_id"):
        suits = bool(values) and min(map(len, values)) >= 10
    elif known.fields == ("standing", "category"):
        words = answers("accredited") | answers("not_accredited") | answers("withdrawn")
        suits = _mostly(values, lambda text: fold(text) in words)
        if not suits and not _mostly(values, _is_category):
            return None
    elif known.fields == ("seat", "position"):
        suits = _mostly(values, lambda text: any(map(str.isdigit, text)))
    elif known.fields == ("name", "category"):
        suits = "name" not in fields and not _mostly(values, _is_category)
    else:
        elsewhere = any(m and second in m.fields and m.fields != known.fields for m in meanings)
        suits = not values or elsewhere or _mostly(values, _is_category)
    wanted, other = (first, second) if suits else (second, first)
    return wanted if wanted not in fields else other


def _name_or_given(
    column: int, contents: Sequence[list[str]], fields: dict[str, int]
) -> str | None:
    """“Name” beside a family name, or beside a full name, is the given name, if it looks so."""
    values = contents[column]
    if "given_name" in fields:
        return "name"
    short = sum(" " not in text for text in values) * 2 > len(values)
    if "family_name" in fields:
        families = contents[fields["family_name"]]
        whole = sum(fold(f) in fold(text) for f, text in zip(families, values, strict=False))
        is_full = whole * 2 > len(values) > 0
        return "name" if is_full and "name" not in fields else "given_name"
    if "name" in fields or "latin_name" in fields:
        return "given_name" if short and values else None if "name" in fields else "name"
    return "name"


def _settle_latin_name(fields: dict[str, int], contents: Sequence[list[str]]) -> None:
    """A name in Latin letters beside another: the other is the name in its own script."""
    latin = fields.pop("latin_name", None)
    if latin is None:
        return
    if "name" not in fields:
        fields["name"] = latin
    elif "own_name" not in fields and not _mostly(
        contents[fields["name"]], lambda text: _LATIN.search(text) is not None
    ):
        fields["own_name"] = fields["name"]
        fields["name"] = latin


def _guess(
    fields: dict[str, int],
    contents: Sequence[list[str]],
    meanings: Sequence[Meaning | None],
) -> frozenset[int]:
    """What the contents alone tell: addresses, numbers, known words, and for want of any, names."""
    guessed = set()
    tests: tuple[tuple[str, Callable[[str], object]], ...] = (
        ("email", lambda text: _EMAIL.fullmatch(text) is not None),
        ("phone", lambda text: _PHONE.fullmatch(text) is not None),
        ("category", _is_category),
        ("country", _is_country),
    )
    free = [n for n, known in enumerate(meanings) if known is None and contents[n]]
    for field, test in tests:
        if field in fields:
            continue
        for n in free:
            if n not in guessed and _mostly(contents[n], test):
                fields[field] = n
                guessed.add(n)
                break
    if not any(field in fields for field in ("name", "family_name", "given_name")):
        for n in free:
            if n not in guessed and _mostly(contents[n], _looks_named) and _differ(contents[n]):
                fields["name"] = n
                guessed.add(n)
                break
    return frozenset(guessed)


def _mostly(values: Sequence[str], test: Callable[[str], object]) -> bool:
    """Whether `test` holds for four of five."""
    return len(values) > 0 and sum(map(bool, map(test, values))) * 5 >= len(values) * 4


def _differ(values: Sequence[str]) -> bool:
    return len(set(values)) * 2 > len(values)


def _looks_named(text: str) -> bool:
    return _NAME.fullmatch(text) is not None


def _is_category(text: str) -> bool:
    return fold(text) in category_ids()


def _is_country(text: str) -> bool:
    from checkin_app.importing.countries import country_code

    return len(text) > 2 and country_code(text, False) != ""
