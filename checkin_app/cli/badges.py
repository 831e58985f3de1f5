"""Owns the command that makes badges as PDF: badges."""

from __future__ import annotations

import time
from pathlib import Path

import click

from checkin_app.cli import output
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.language import say
from checkin_app.cli.parts import command, option

#: Warnings shown to people.
_SHOWN = 20
_SORTS = ("given-name", "name", "delegation", "organization", "category", "country")


@command("badges", help="Make badges as PDF, one a page.")
@option("--out", required=True, metavar="FILE.pdf", help="The PDF file.")
@option("--layout", type=click.Choice(["a6", "card"]), default="a6", help="The layout.")
@option("--delegation", default="", metavar="D", help="Of this delegation only: its name or id.")
@option("--category", default="", metavar="C", help="Of this category only: its name or id.")
@option("--delegate", "delegates", multiple=True, metavar="ID", help="Of this delegate; repeat.")
@option("--not-printed", is_flag=True, help="Only those never printed before.")
@option("--sort", type=click.Choice(_SORTS), default="name", help="The order of the badges.")
@pass_invocation
def badges_command(
    asked: Invocation,
    out: str,
    layout: str,
    delegation: str,
    category: str,
    delegates: tuple[str, ...],
    not_printed: bool,
    sort: str,
) -> None:
    begun = time.perf_counter()
    with asked.desk() as desk, output.progress("Making badges") as bar:
        made = desk.badges(
            Path(out),
            layout=layout,
            delegation=delegation,
            category=category,
            delegates=delegates,
            not_printed=not_printed,
            sort=sort.replace("-", "_"),
            progress=bar,
        )
    seconds = round(time.perf_counter() - begun, 3)
    for warning in made.warnings[:_SHOWN]:
        output.notice(f"{warning.name}: {warning.problem} ({warning.field}) {warning.detail}")
    if asked.json:
        output.emit({"badges": made.badges, "pages": made.pages, "seconds": seconds})
    elif made.badges:
        output.notice(say("{count} badges are in {file}.", count=made.badges, file=out))
    else:
        output.notice(say("There is nobody to make a badge for; no file was written."))
