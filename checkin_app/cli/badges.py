"""Owns the command that makes badges as PDF: badges."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checkin_app.cli import output
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.language import say
from checkin_app.cli.parts import command, option

if TYPE_CHECKING:
    from checkin_app.badges.subject import BadgeProblem

#: Warnings shown to people.
_SHOWN = 20
_PROBLEM_WORDS = {
    "missing_glyph": "the fonts lack letters",
    "overflow": "the text does not fit",
    "below_minimum_size": "the text is too small",
    "qr_too_fine": "the code is too fine to be read",
    "photo_missing": "the photo is missing",
}
_LAYOUTS = ("a6", "card")
_SORTS = ("given-name", "name", "delegation", "category")


@command("badges", help="Make badges as PDF, one a page.")
@option("--out", required=True, metavar="FILE.pdf", help="The PDF file.")
@option("--layout", type=click.Choice(_LAYOUTS), default="a6", help="The layout.")
@option("--delegation", default="", metavar="D", help="Of this delegation only: its name or id.")
@option("--category", default="", metavar="C", help="Of this category only: its name or id.")
@option("--delegate", "delegates", multiple=True, metavar="ID", help="Of this delegate; repeat.")
@option("--not-printed", is_flag=True, help="Only those never printed before.")
@option("--sort", type=click.Choice(_SORTS), default="given-name", help="The order of the badges.")
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
    from checkin_app.badges.render import render
    from checkin_app.badges.selection import Selection
    from checkin_app.exporting.files import unwritable

    if Path(out).suffix.lower() != ".pdf":
        raise click.UsageError(say("Badges are a PDF file: {file} does not end in .pdf.", file=out))
    begun = time.perf_counter()
    selection = Selection(delegates, delegation, category, not_printed, sort)
    with asked.desk() as desk, output.progress("Making badges") as bar:
        try:
            made = render(
                desk.badge_subjects(selection),
                Path(out),
                layout=layout,
                progress=bar,
            )
        except OSError as error:
            raise unwritable(Path(out), error) from error
    seconds = round(time.perf_counter() - begun, 3)
    _warn(made.warnings)
    if asked.json:
        output.emit({"badges": made.badges, "pages": made.pages, "seconds": seconds})
    elif made.badges:
        output.notice(say("{count} badges are in {file}.", count=made.badges, file=out))
    else:
        output.notice(say("There is nobody to make a badge for; no file was written."))


def _warn(problems: Sequence[BadgeProblem]) -> None:
    for problem in problems[:_SHOWN]:
        words = say(_PROBLEM_WORDS[problem.problem])
        output.notice(f"{problem.name}: {words} ({problem.field}: {problem.detail})")
    if len(problems) > _SHOWN:
        output.notice(say("… and {count} more.", count=len(problems) - _SHOWN))
