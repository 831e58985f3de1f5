"""Owns rosters in JSON: a list of objects, their keys the columns."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from checkin_app.importing.encoding import Text
from checkin_app.importing.layout import letters
from checkin_app.importing.problems import unreadable
from checkin_app.importing.sheets import MAX_COLUMNS, MAX_ROWS, Sheet
from checkin_app.importing.texts import MAX_CELL, tidy
from checkin_app.importing.values import as_seen


def open_objects(text: Text, file: str) -> Sheet:
    """The list of objects in a JSON file, or the one under “delegates”. Raises UnreadableFile."""
    objects = _objects(text, file)
    if not objects:
        raise unreadable(file, "no_rows")
    if len(objects) > MAX_ROWS:
        raise unreadable(file, "too_many_rows", limit=MAX_ROWS)
    keys = dict.fromkeys(key for each in objects for key in each)
    if len(keys) > MAX_COLUMNS:
        raise unreadable(file, "too_wide", columns=len(keys), limit=MAX_COLUMNS)
    rows = []
    for number, each in enumerate(objects, 1):
        row = [_cell(each.get(key)) for key in keys]
        if row and max(map(len, row)) > MAX_CELL:
            raise unreadable(file, "long_cell", limit=MAX_CELL, row=number)
        rows.append(row)
    return Sheet(
        file=file,
        name="",
        sheet_names=(),
        columns=_names(list(keys)),
        rows=rows,
        first_row=1,
        total=len(rows),
        format="JSON",
        encoding=text.encoding,
        letters=tuple(map(letters, range(len(keys)))),
    )


def _objects(text: Text, file: str) -> Sequence[dict[str, Any]]:
    try:
        found = json.loads(text.data.decode(text.codec).lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        raise unreadable(file, "bad_json", line=error.lineno) from None
    except (ValueError, RecursionError):
        raise unreadable(file, "bad_json", line=1) from None
    if isinstance(found, dict):
        found = found.get("delegates")
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise unreadable(file, "no_objects")
    return found


def _cell(value: object) -> str:
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False) if value else ""
    return as_seen(value)


def _names(keys: Sequence[str]) -> list[str]:
    taken: list[str] = []
    for number, key in enumerate(keys):
        name = tidy(key) or letters(number)
        taken.append(name if name not in taken else f"{name} ({number + 1})")
    return taken
