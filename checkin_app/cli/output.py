"""Owns how things are printed: one JSON document, or tables; messages go to standard error."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

from checkin_app.cli.language import say


def to_json(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False)


def emit(document: Any) -> None:
    """One JSON document."""
    json.dump(document, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def emit_list(records: Iterable[Any]) -> None:
    """One JSON array, written as its records come."""
    write = sys.stdout.write
    write("[")
    separator = "\n"
    for record in records:
        write(separator + to_json(record))
        separator = ",\n"
    write("]\n" if separator == "\n" else "\n]\n")


def line(text: str) -> None:
    """One line for people on standard output."""
    print(_printable(text))


def notice(text: str) -> None:
    """One line for people on standard error."""
    print(_printable(text), file=sys.stderr)


def table(headers: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Rows under headers, in columns as wide as their widest cell; numbers to the right."""
    given = [list(row) for row in rows]
    cells = [[_printable("" if v is None else str(v)) for v in row] for row in given]
    numeric = [
        bool(given) and all(type(row[place]) in (int, float) for row in given)
        for place in range(len(headers))
    ]
    widths = [max(_width(row[place]) for row in [headers, *cells]) for place in range(len(headers))]
    for row in [headers, *cells]:
        padded = []
        for text, width, right in zip(row, widths, numeric, strict=True):
            blank = " " * (width - _width(text))
            padded.append(blank + text if right else text + blank)
        print("  ".join(padded).rstrip())


def facts(pairs: Iterable[tuple[str, object]]) -> None:
    """Names and values, a pair a line, values in one column."""
    given = [(name, _printable(str(value))) for name, value in pairs]
    widest = max((_width(name) for name, _ in given), default=0)
    for name, value in given:
        print(name + " " * (widest - _width(name) + 2) + value)


def _width(text: str) -> int:
    """Columns that a text takes in a terminal."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else 2 if _is_wide(c) else 1
        for c in text
    )


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in ("W", "F")


def _printable(text: str) -> str:
    """`text` without what could steer a terminal."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in "\u200c\u200d" else " " for c in text)


class Bar(Protocol):
    def __call__(self, done: int, total: int | None) -> None: ...


@contextmanager
def progress(label: str) -> Iterator[Bar]:
    """A bar on standard error while the block runs; nothing where that is no terminal."""
    if not sys.stderr.isatty():
        yield _no_bar
        return
    import click

    with click.progressbar(length=1, label=say(label), file=sys.stderr) as bar:

        def show(done: int, total: int | None) -> None:
            bar.length = max(total or done, 1)
            bar.update(done - bar.pos)

        yield show


def _no_bar(done: int, total: int | None) -> None:
    """Nothing is shown."""
