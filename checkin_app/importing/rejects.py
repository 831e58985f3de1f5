"""Owns the file of rows that could not be imported, to be corrected and imported again."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from pathlib import Path

from checkin_app.formulas import defused
from checkin_app.importing.problems import REJECTING, sentence
from checkin_app.importing.rows import ImportedRow
from checkin_app.importing.sheets import Sheet
from checkin_app.whole import replacing

HEADING = "Reason"


def write_rejects(
    path: Path | str,
    sheet: Sheet,
    rejected: Iterable[ImportedRow],
    say: Callable[[str], str] = str,
) -> int:
    """Writes rejected rows as they were, with the reason after them. How many there were.

    CSV, UTF-8 with a mark so that Excel shows the names; no cell can run as a formula. `say`
    translates the heading and the sentences. The file appears whole or not at all. Raises OSError.
    """
    path = Path(path)
    width = len(sheet.columns)
    written = 0
    with (
        replacing(path) as draft,
        draft.open("w", encoding="utf-8-sig", errors="replace", newline="") as file,
    ):
        writer = csv.writer(file)
        writer.writerow([*map(defused, sheet.columns), say(HEADING)])
        for row in rejected:
            cells = [*row.cells, *[""] * (width - len(row.cells))]
            reason = " ".join(sentence(p, say) for p in row.problems if p.problem in REJECTING)
            writer.writerow([*map(_plain, cells[:width]), reason])
            written += 1
    return written


def _plain(cell: str) -> str:
    return defused(cell.replace("\0", ""))
