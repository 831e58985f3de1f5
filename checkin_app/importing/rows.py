"""Owns how the rows of a sheet become rows of clean values, each with what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, islice, repeat, zip_longest
from typing import Any, NamedTuple, cast

from checkin_app.importing.fields import Cleaner, cleaner
from checkin_app.importing.naming import PARTS, Names
from checkin_app.importing.problems import REJECTING, Problem, unreadable
from checkin_app.importing.recognition import Mapping
from checkin_app.importing.repeats import Repeats
from checkin_app.importing.sheets import Sheet
from checkin_app.importing.texts import Report
from checkin_app.importing.words import fold

__all__ = ["ImportedRow", "Problem", "rows"]

#: Rows are cleaned column by column, so many at a time.
BATCH = 256


class ImportedRow(NamedTuple):
    """One row of a file. `number` is the row as a spreadsheet shows it, from 1.

    `values` has every mapped field: texts are NFC and perhaps empty, `birth_year` an int or None,
    `hold` a bool, `standing` a value of Standing, `country` alpha-2; `delegation` is a name,
    `category` an id or, unknown, a text. Names in parts come as `name` and `given_name`. The
    values of a rejected row are not to be used; `cells` are its cells as they were.
    """

    number: int
    values: dict[str, Any]
    problems: tuple[Problem, ...]
    rejected: bool
    cells: Sequence[str]


def rows(sheet: Sheet, mapping: Mapping) -> Iterator[ImportedRow]:
    """Every row of `sheet` that is not empty, in order.

    Raises UnreadableFile: at once where no column holds the name, and on the way where the file
    turns out to be damaged.
    """
    if not mapping.has_name:
        raise unreadable(sheet.file, "no_name", columns=", ".join(sheet.columns))
    return _rows(sheet, _Table(sheet, mapping))


def _rows(sheet: Sheet, table: _Table) -> Iterator[ImportedRow]:
    source = iter(sheet.rows)
    first = sheet.first_row
    while batch := list(islice(source, BATCH)):
        yield from table.clean(batch, first)
        first += len(batch)


class _Table:
    """Cleans batches of rows by the columns of a mapping."""

    def __init__(self, sheet: Sheet, mapping: Mapping) -> None:
        fields = {field: n for n, field in enumerate(mapping.fields) if field is not None}
        self._width = len(sheet.columns)
        self._mapped = sorted(fields.values())
        self._names = Names(fields, mapping.vietnamese)
        self._columns: list[tuple[str, int, Cleaner]] = [
            (field, n, cleaner(field, mapping.vietnamese))
            for field, n in fields.items()
            if field not in PARTS
        ]
        self._repeats = Repeats(fields)

    def clean(self, batch: list[Sequence[str]], first: int) -> Iterable[ImportedRow]:
        """The rows of a batch that begins with row `first`."""
        findings: dict[int, list[Problem]] = {}

        def report(index: int, field: str, problem: str, detail: str = "") -> None:
            findings.setdefault(index, []).append(Problem(first + index, field, problem, detail))

        cells = self._transposed(batch, report)
        values: dict[str, Sequence[Any]] = {"name": ()}
        for field, n, column in self._columns:
            values[field] = column.clean(cells[n], report)
        beside = self._names.clean(cells, values, report)
        empty = self._without_name(batch, values["name"], cells, report)
        for n, texts in beside.items():
            if heading := texts.pop("heading", ""):
                self._check_heading(n, heading, cells, report)
        rejected = {n for n, found in findings.items() if any(map(_rejects, found))} | empty
        self._repeats.find(values, first, rejected, report)

        blank = dict[str, Any].fromkeys(values)
        records = [blank.copy() for _ in batch]
        for field, found in values.items():
            for record, value in zip(records, found, strict=True):
                record[field] = value
        for n, texts in beside.items():
            _add(records[n], texts)
        plain = zip(count(first), records, repeat(()), repeat(False), batch)
        made = cast("Iterable[ImportedRow]", map(tuple.__new__, repeat(ImportedRow), plain))
        if not findings and not empty:
            return made
        return self._with_findings(made, findings, empty)

    def _transposed(self, batch: list[Sequence[str]], report: Report) -> list[Sequence[str]]:
        """The columns of a batch; what lies beyond the header's last one is reported."""
        width = self._width
        if max(map(len, batch)) > width:
            for n, row in enumerate(batch):
                if beyond := next((cell for cell in row[width:] if cell.strip()), ""):
                    report(n, "", "shifted", beyond)
            batch = [row[:width] for row in batch]
        cells: list[Sequence[str]] = list(zip_longest(*batch, fillvalue=""))
        cells.extend([("",) * len(batch)] * (width - len(cells)))
        return cells

    def _without_name(
        self,
        batch: Sequence[Sequence[str]],
        names: Sequence[str],
        cells: Sequence[Sequence[str]],
        report: Report,
    ) -> set[int]:
        """The rows that are empty, but for a number perhaps; others without a name are reported."""
        empty: set[int] = set()
        if "" not in names:
            return empty
        for n, name in enumerate(names):
            if name:
                continue
            if any(cells[column][n].strip() for column in self._mapped):
                report(n, "name", "no_name", "")
                continue
            texts = (cell.strip() for cell in batch[n])
            if text := next((text for text in texts if any(map(str.isalpha, text))), ""):
                report(n, "", "heading", text)
            else:
                empty.add(n)
        return empty

    def _check_heading(
        self, index: int, text: str, cells: Sequence[Sequence[str]], report: Report
    ) -> None:
        """“II. Đoàn Hà Nội” alone in its row is the heading of those below it."""
        full = sum(1 for column in self._mapped if cells[column][index].strip())
        if full == 1 and len(self._mapped) > 1:
            report(index, "", "heading", text)

    @staticmethod
    def _with_findings(
        made: Iterable[ImportedRow], findings: dict[int, list[Problem]], empty: set[int]
    ) -> Iterator[ImportedRow]:
        for n, row in enumerate(made):
            if n in empty:
                continue
            if found := findings.get(n):
                row = row._replace(problems=tuple(found), rejected=any(map(_rejects, found)))
            yield row


def _rejects(problem: Problem) -> bool:
    return problem.problem in REJECTING


def _add(values: dict[str, Any], texts: dict[str, str]) -> None:
    """Adds what stood beside a name; an honorific column comes before it, other columns win."""
    for field, text in texts.items():
        known = values.get(field)
        if field == "honorific" and known and fold(known) != fold(text):
            values[field] = f"{known} {text}"
        elif not known:
            values[field] = text
