"""Owns the command that takes photos in: photos import."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from checkin_app.cli import output
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.language import say, sentence
from checkin_app.cli.parts import Group, option

if TYPE_CHECKING:
    from checkin_app.photos.taking import Row, Taken

_COUNTED = ("added", "replaced", "unchanged", "left", "ambiguous", "nobody", "unusable")
_STATE_WORDS = {
    "ambiguous": "could be of several people, or is one of several files for them",
    "nobody": "belongs to nobody on the roster",
    "left": "was this delegate's before; somebody chose otherwise since",
}


@click.group("photos", cls=Group, help="Take photos of delegates in.")
def photos_command() -> None:
    """The group of one."""


@photos_command.command(
    "import", help="Take photos from a file, folder or ZIP, each matched to a delegate."
)
@click.argument("source", metavar="FOLDER|ZIP|FILE")
@option(
    "--match",
    type=click.Choice(("auto", "id", "name")),
    default="auto",
    help="How file names tell whose photo it is.",
)
@option("--dry-run", is_flag=True, help="Only say what would be done.")
@pass_invocation
def import_(
    asked: Invocation, source: str, match: Literal["auto", "id", "name"], dry_run: bool
) -> None:
    from checkin_app.photos.matching import Person
    from checkin_app.photos.taking import take_in

    with asked.desk(write=not dry_run) as desk, output.progress("Taking photos in") as bar:
        people = [
            Person(d.id, d.name, d.own_name, d.external_id, d.photo)
            for row in desk.roster_rows(desk.roster_ids())
            for d in (row.delegate,)
        ]
        taken = take_in(Path(source), people, desk, by=match, dry_run=dry_run, progress=bar)
    if asked.json:
        output.emit(_record(taken))
    else:
        _show(taken, {person.id: person.name for person in people}, dry_run)


def _record(taken: Taken) -> dict[str, Any]:
    counts = taken.counts
    return {
        "files": len(taken.rows),
        **{word: counts[word] for word in _COUNTED},
        "rows": [_row(row) for row in taken.rows],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "file": row.file,
        "state": row.state,
        "outcome": row.outcome,
        "match": row.way,
        "delegates": list(row.people),
        "problem": row.problem.reason if row.problem else None,
    }


def _show(taken: Taken, people: dict[str, str], dry_run: bool) -> None:
    if dry_run:
        output.notice(say("This was a trial: nothing was changed."))
    counts = taken.counts
    output.facts(
        [
            (say("Files"), len(taken.rows)),
            (say("Added"), counts["added"]),
            (say("Replaced"), counts["replaced"]),
            (say("Unchanged"), counts["unchanged"] + counts["left"]),
            (say("Not used"), counts["ambiguous"] + counts["nobody"] + counts["unusable"]),
        ]
    )
    for row in taken.rows:
        if row.problem:
            output.line(sentence(row.problem))
        elif words := _STATE_WORDS.get(row.outcome) or _STATE_WORDS.get(row.state):
            named = ", ".join(dict.fromkeys(f"{people[key]} ({key})" for key in row.people))
            output.line(f"{row.file}: {say(words)}" + (f": {named}" if named else ""))
