"""Owns an import that is being prepared: the file, its first rows, which column holds what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from checkin_app.i18n import Language, say
from checkin_app.ui.roster.field_names import field_name

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.importing.problems import Problem
    from checkin_app.importing.recognition import Mapping
    from checkin_app.importing.recording import ImportResult

PREVIEW = 8
SHOWN = 500


@dataclass(slots=True)
class Draft:
    """A file that was looked into. `mapping` is what was recognised, then corrected by hand."""

    path: Path
    sheet: str
    sheets: tuple[str, ...]
    columns: list[str]
    preview: list[list[str]]
    mapping: Mapping
    note: str
    total: int | None

    def assign(self, column: int, field_: str | None) -> None:
        """Says what a column holds; None leaves it out. Another that held it is left out then."""
        self.mapping = self.mapping.having(column, field_)

    @property
    def by_hand(self) -> dict[str, str]:
        """A column, or none, for every field, as the desk takes it."""
        from checkin_app.importing.recognition import FIELDS

        chosen: dict[str, str] = {}
        for name in FIELDS:
            index = self.mapping.column(name)
            chosen[name] = "" if index is None else self.columns[index]
        return chosen


def peek(path: Path, sheet: str | None = None) -> Draft:
    """Looks into a file. Raises UnreadableFile."""
    from checkin_app.importing.recognition import recognise
    from checkin_app.importing.sheets import open_sheet

    opened = open_sheet(path, sheet=sheet)
    preview = [list(row) for row in islice((r for r in opened.rows if any(r)), PREVIEW)]
    return Draft(
        path=path,
        sheet=opened.name,
        sheets=opened.sheet_names,
        columns=opened.columns,
        preview=preview,
        mapping=recognise(opened),
        note=opened.note,
        total=opened.total,
    )


def run(
    desk: Desk,
    draft: Draft,
    *,
    trial: bool,
    tell: Callable[[int, int | None], None],
    stopped: Callable[[], bool],
) -> ImportResult:
    """Imports, or only tries; in the desk lane. Raises UnreadableFile, NoSuchColumn."""
    return desk.import_roster(
        draft.path,
        sheet=draft.sheet if len(draft.sheets) > 1 else None,
        columns=draft.by_hand,
        dry_run=trial,
        progress=tell,
        cancelled=stopped,
    )


def save_rejects(draft: Draft, result: ImportResult, target: Path, lang: Language) -> int:
    """Writes the rejected rows with the reasons; how many. Raises NotPossible."""
    from checkin_app.domain.errors import NotPossible
    from checkin_app.importing.rejects import write_rejects
    from checkin_app.importing.sheets import open_sheet

    if target.exists() and draft.path.exists() and target.samefile(draft.path):
        raise NotPossible(
            "Rejected rows cannot go into the roster {file} itself.", file=target.name
        )
    opened = open_sheet(draft.path, sheet=draft.sheet if len(draft.sheets) > 1 else None)
    try:
        return write_rejects(target, opened, result.rejects, lambda text: say(lang, "import", text))
    except OSError as error:
        raise NotPossible(why=f"{target}: {error.strerror or error}") from error


@dataclass(slots=True)
class Group:
    """Rows with the same problem; `rejecting` says that they are not imported."""

    title: str
    rejecting: bool
    count: int = 0
    rows: list[tuple[int, str, str]] = field(default_factory=list)


def grouped(problems: Sequence[Problem], lang: Language) -> list[Group]:
    """The problems by kind, those that reject rows first, then the most frequent."""
    from checkin_app.importing.problems import REJECTING, ROWS, sentence

    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        found[problem.problem].append(problem)
    groups = []
    for kind, members in found.items():
        title = say(lang, "import", ROWS[kind]).format(detail="…")
        group = Group(title, kind in REJECTING, len(members))
        for problem in members[:SHOWN]:
            words = sentence(problem, lambda text: say(lang, "import", text))
            group.rows.append((problem.row, field_name(problem.field), words))
        groups.append(group)
    return sorted(groups, key=lambda group: (not group.rejecting, -group.count))
