"""Owns the command that makes badges as PDF: badges."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

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
    "clipped_marks": "a part lies beyond the edge",
    "qr_too_fine": "the code is too fine to be read",
    "photo_missing": "the photo is missing",
}
_SORTS = ("given-name", "name", "delegation", "category", "protocol")


@command("badges", help="Make badges as PDF, one a page or on sheets.")
@option("--out", required=True, metavar="FILE.pdf", help="The PDF file.")
@option("--layout", default="", metavar="NAME", help="The layout; without it each category's own.")
@option(
    "--sheet",
    default="",
    metavar="NAME",
    help="The sheet of paper, as a4-4up; without it one badge a page.",
)
@option(
    "--sides",
    type=click.Choice(("front", "both")),
    default="both",
    help="Which sides of the badges.",
)
@option("--delegation", default="", metavar="D", help="Of this delegation only: its name or id.")
@option("--category", default="", metavar="C", help="Of this category only: its name or id.")
@option("--delegate", "delegates", multiple=True, metavar="ID", help="Of this delegate; repeat.")
@option(
    "--letter",
    default="",
    metavar="A",
    help="Of this letter of the given name only, or of a range as A-H.",
)
@option("--not-printed", is_flag=True, help="Only those never printed before.")
@option(
    "--changed",
    is_flag=True,
    help="Only those whose badge would say something else than the one they have.",
)
@option("--sort", type=click.Choice(_SORTS), default=None, help="The order of the badges.")
@option(
    "--separators",
    is_flag=True,
    help="A sheet before each delegation's badges, for whoever collects them to sign.",
)
@pass_invocation
def badges_command(
    asked: Invocation,
    out: str,
    layout: str,
    sheet: str,
    sides: Literal["front", "both"],
    delegation: str,
    category: str,
    delegates: tuple[str, ...],
    letter: str,
    not_printed: bool,
    changed: bool,
    sort: str | None,
    separators: bool,
) -> None:
    from checkin_app.badges.selection import Selection
    from checkin_app.press.bulk import Bulk, make

    if Path(out).suffix.lower() != ".pdf":
        raise click.UsageError(say("Badges are a PDF file: {file} does not end in .pdf.", file=out))
    begun = time.perf_counter()
    selection = Selection(delegates, delegation, category, not_printed, sort or "", letter, changed)
    bulk = Bulk(selection, layout, sheet, sides, separators)
    with asked.desk() as desk, output.progress("Making badges") as bar:
        made = make(desk, bulk, Path(out), progress=bar)
    seconds = round(time.perf_counter() - begun, 3)
    count = len(made.badges)
    _warn(made.warnings)
    if asked.json:
        output.emit({"badges": count, "pages": made.pages, "seconds": seconds})
    elif count:
        output.notice(say("{count} badges are in {file}.", count=count, file=out))
    else:
        output.notice(say("There is nobody to make a badge for; no file was written."))


def _warn(problems: Sequence[BadgeProblem]) -> None:
    for problem in problems[:_SHOWN]:
        words = say(_PROBLEM_WORDS[problem.problem])
        output.notice(f"{problem.name}: {words} ({problem.field}: {problem.detail})")
    if len(problems) > _SHOWN:
        output.notice(say("… and {count} more.", count=len(problems) - _SHOWN))
