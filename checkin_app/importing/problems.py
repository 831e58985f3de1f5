"""Owns what can be wrong with a roster file and with a row of it, and the sentence for each.

Sentences are English templates, the keys of their translations: those about files under the
context “errors”, those about rows under “import”.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from checkin_app.domain.errors import UnreadableFile

#: Why a file is not a roster. Each is the whole sentence that staff read.
FILES = {
    "missing": "{file} is not there. Check the name and the folder.",
    "forbidden": "{file} may not be read. Copy it to a folder of yours and import that.",
    "folder": "{file} is a folder, not a roster file. Choose a file in it.",
    "unread": "{file} cannot be read from its disk. Copy it anew and import the copy.",
    "empty": "{file} is empty. Ask for the file again.",
    "no_rows": "{file} has no rows to import. Check that it is the right file and sheet.",
    "too_big": "{file} is larger than {limit} MB, too large for a roster. Split it into parts.",
    "too_many_rows": "{file} has more than {limit} rows. Split it into parts.",
    "too_wide": "{file} has {columns} columns; {limit} is the most. Delete some.",
    "long_cell": "{file} has a cell of more than {limit} letters in row {row}. Shorten it.",
    "nul": "{file} is damaged: row {row} holds NUL bytes. Export it again from the source.",
    "cut_short": "{file} ends in the middle of a letter: it was cut short. Ask for the file again.",
    "mixed": (
        "{file} mixes UTF-8 with another encoding, first in row {row}. Save it anew as “CSV UTF-8”."
    ),
    "unknown_encoding": (
        "{file} is written in an encoding that cannot be told. Save it anew as “CSV UTF-8”."
    ),
    "open_quote": (
        "{file} has a quotation mark in row {row} that is never closed. Correct it first."
    ),
    "old_excel": "{file} is a workbook of an old kind. Save it as XLSX and import that.",
    "password": "{file} is protected by a password. Save it without one and import that.",
    "damaged": "{file} is damaged or cut short. Ask for the file again.",
    "bomb": (
        "{file} unpacks to far more than a roster can hold, so it was not opened. Ask where it"
        " comes from."
    ),
    "no_sheet": "{file} has no sheet “{sheet}”. Its sheets are: {sheets}.",
    "one_sheet": "{file} is no workbook and has no sheet “{sheet}”. Name no sheet.",
    "bad_json": "{file} is not valid JSON near line {line}. Export it again from the source.",
    "no_objects": (
        "{file} holds no list of delegates. It should be a list of objects, or have one under"
        " “delegates”."
    ),
    "no_name": (
        "{file} has no column known to hold the names. Its columns are: {columns}. Say which one"
        " it is."
    ),
    "image": "{file} is a picture, not a roster. Import a CSV, TSV, XLSX, ODS or JSON file.",
    "pdf": "{file} is a PDF, not a roster. Import a CSV, TSV, XLSX, ODS or JSON file.",
    "document": "{file} is a document, not a roster. Import a CSV, TSV, XLSX, ODS or JSON file.",
    "web": "{file} is a web page, not a roster. Open it in Excel and save it as XLSX.",
    "archive": "{file} is an archive, not a roster. Unpack it and import the file inside.",
    "event": "{file} is an event file, not a roster. Open it instead of importing it.",
    "other": "{file} is not a roster. Import a CSV, TSV, XLSX, ODS or JSON file.",
}

#: What is wrong with a row so that it alone is not imported.
REJECTING = {
    "no_name": "There is no name in this row.",
    "not_a_name": "“{detail}” has no letters, so it is no name.",
    "name_too_long": "The name has {detail} letters; 300 is the most.",
    "heading": "“{detail}” stands alone in its row, so it was taken for a heading.",
    "same_external_id": "This external id is already in row {detail}. Only that row counts.",
    "same_external_code": "This code is already in row {detail}. Only that row counts.",
    "code_taken": (
        "This code is {detail}’s on the roster, under another external id. Correct one of them."
    ),
    "shifted": "This row has more cells than the header: “{detail}” is beyond the last column.",
}

#: What staff should look at; the row is imported.
WARNINGS = {
    "same_name": "The same name in the same delegation is already in row {detail}. Both stay.",
    "cut": "The text was too long and was cut to {detail} letters.",
    "unknown_country": "“{detail}” is no known country or territory. It was left out.",
    "unknown_category": "“{detail}” is a new category. It was kept.",
    "bad_email": "“{detail}” is no whole e-mail address. It was kept.",
    "more_emails": "There is more than one e-mail address: “{detail}”. The first was taken.",
    "bad_phone": "“{detail}” is no telephone number. It was kept.",
    "bad_birth_year": "“{detail}” tells no year of birth. It was left out.",
    "unclear_hold": "“{detail}” is neither yes nor no. It was taken as yes.",
    "unclear_standing": "“{detail}” does not say whether to admit. It was taken as not accredited.",
    "long_code": "The code has {detail} letters, more than is ever read. It was left out.",
    "photo_link": "“{detail}” is a web address, not a file name. It was left out.",
}

ROWS = REJECTING | WARNINGS

_SHOWN = 80


class Problem(NamedTuple):
    """Something about one row: `problem` is a key of `ROWS`, `field` may be empty."""

    row: int
    field: str
    problem: str
    detail: str = ""


def sentence(problem: Problem, say: Callable[[str], str] = str) -> str:
    """The sentence about `problem`; `say` translates its template."""
    detail = problem.detail
    if len(detail) > _SHOWN:
        detail = detail[: _SHOWN - 1] + "…"
    return say(ROWS[problem.problem]).format(detail=detail)


def unreadable(file: str, why: str, **details: object) -> UnreadableFile:
    """The error for a file; `why` is a key of `FILES`."""
    return UnreadableFile(FILES[why], file=file, **details)
