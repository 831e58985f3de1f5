"""Owns the command that takes a roster file in: import."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checkin_app import i18n
from checkin_app.cli import output
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.language import say, spoken
from checkin_app.cli.parts import command, option

if TYPE_CHECKING:
    from checkin_app.importing.recording import ImportResult

#: Warnings shown to people; JSON has all of them.
_SHOWN = 20


@command("import", help="Import a roster: CSV, TSV, XLSX, ODS or JSON.")
@click.argument("file")
@option("--sheet", metavar="NAME", help="Which sheet of a workbook; the first if not given.")
@option("--map", "mapped", multiple=True, metavar="FIELD=COLUMN", help="What a column holds.")
@option("--dry-run", is_flag=True, help="Only say what would be done.")
@option("--rejects", metavar="FILE", help="Where rows go that cannot be imported, with the reason.")
@pass_invocation
def import_command(
    asked: Invocation,
    file: str,
    sheet: str | None,
    mapped: tuple[str, ...],
    dry_run: bool,
    rejects: str | None,
) -> None:
    columns = dict(_pair(text) for text in mapped)
    if rejects:
        _try_out(Path(rejects), Path(file))
    with asked.desk(write=True) as desk, output.progress("Importing") as bar:
        result = desk.import_roster(
            Path(file),
            sheet=sheet,
            columns=columns,
            dry_run=dry_run,
            rejects=Path(rejects) if rejects else None,
            say=_in_words,
            progress=bar,
        )
    if asked.json:
        output.emit(_record(result))
    else:
        _show(result, dry_run)


def _in_words(text: str) -> str:
    """A sentence about a row, in the language of this call."""
    return i18n.say(spoken(), "import", text)


def _pair(text: str) -> tuple[str, str]:
    from checkin_app.importing.recognition import FIELDS

    field, sign, column = text.partition("=")
    if not sign:
        raise click.UsageError(say("Write --map as FIELD=COLUMN, not “{text}”.", text=text))
    field = field.strip()
    if field not in FIELDS:
        raise click.UsageError(
            say(
                "There is no field “{name}”. Fields: {fields}.",
                name=field,
                fields=", ".join(FIELDS),
            )
        )
    return field, column


def _try_out(path: Path, roster: Path) -> None:
    """Raises NotWritable where no file can be made, before anything is imported.

    Raises click.UsageError where it would take the place of the roster.
    """
    from checkin_app.exporting.files import unwritable

    try:
        if path.exists() and roster.exists() and path.samefile(roster):
            raise click.UsageError(
                say("Rejected rows cannot go into the roster {file} itself.", file=roster)
            )
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        tempfile.TemporaryFile(dir=path.parent).close()
    except OSError as error:
        raise unwritable(path, error) from error


def _record(result: ImportResult) -> dict[str, Any]:
    return {
        "read": result.read,
        "added": result.added,
        "updated": result.updated,
        "unchanged": result.unchanged,
        "rejected": result.rejected,
        "warnings": [
            {"row": problem.row, "field": problem.field, "problem": problem.problem}
            for problem in result.warnings
        ],
        "columns": result.columns,
    }


def _show(result: ImportResult, dry_run: bool) -> None:
    from checkin_app.importing.problems import sentence

    if dry_run:
        output.notice(say("This was a trial: nothing was changed."))
    output.facts(
        [
            (say("Rows read"), result.read),
            (say("Added"), result.added),
            (say("Updated"), result.updated),
            (say("Unchanged"), result.unchanged),
            (say("Rejected"), result.rejected),
        ]
    )
    ignored = [column for column, field in result.columns.items() if field is None]
    if ignored:
        output.notice(say("Columns left out: {columns}.", columns=", ".join(ignored)))
    for problem in result.warnings[:_SHOWN]:
        words = sentence(problem, _in_words)
        output.notice(say("Row {row}: {problem}", row=problem.row, problem=words))
    more = len(result.warnings) - _SHOWN
    if more > 0:
        output.notice(say("… and {count} more; --json shows all.", count=more))
