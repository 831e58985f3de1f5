"""Owns the command that makes badges as PDF: badges."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from checkin_app.cli import output
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.language import say, spoken
from checkin_app.cli.parts import command, option

if TYPE_CHECKING:
    from checkin_app.press.bulk import Made

#: Lines of a kind shown to people.
_SHOWN = 20
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
@option(
    "--dpi",
    type=click.IntRange(72, 2400),
    default=None,
    metavar="N",
    help="The printer's resolution in dots an inch: the code's modules are whole dots then.",
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
    dpi: int | None,
    delegation: str,
    category: str,
    delegates: tuple[str, ...],
    letter: str,
    not_printed: bool,
    changed: bool,
    sort: str | None,
    separators: bool,
) -> None:
    from checkin_app import config
    from checkin_app.badges.selection import Selection
    from checkin_app.press.bulk import Bulk, make

    if Path(out).suffix.lower() != ".pdf":
        raise click.UsageError(say("Badges are a PDF file: {file} does not end in .pdf.", file=out))
    begun = time.perf_counter()
    selection = Selection(delegates, delegation, category, not_printed, sort or "", letter, changed)
    usual = config.load()[0].usual_layout
    bulk = Bulk(selection, layout, sheet, sides, separators, dpi, usual)
    with asked.desk() as desk, output.progress("Making badges") as bar:
        made = make(desk, bulk, Path(out), progress=bar)
    seconds = round(time.perf_counter() - begun, 3)
    count = len(made.badges)
    _tell(made)
    if asked.json:
        output.emit(
            {
                "badges": count,
                "pages": made.pages,
                "seconds": seconds,
                "left_out": _left_out(made),
            }
        )
    elif count:
        output.notice(say("Badges in {file}: {count}.", count=count, file=out))
    else:
        output.notice(say("There is nobody to make a badge for; no file was written."))


def _tell(made: Made) -> None:
    """Whose badge is not as it should be, and who has none."""
    from checkin_app.press.told import what, why

    without = {left.delegate_id for left in made.left_out}
    lang = spoken()
    _some([f"{w.name}: {what(w, lang)}" for w in made.warnings if w.delegate_id not in without])
    if made.left_out:
        output.notice(say("{count} of those chosen have no badge:", count=len(made.left_out)))
        _some([why(left, lang) for left in made.left_out])


def _some(lines: Sequence[str]) -> None:
    for line in lines[:_SHOWN]:
        output.notice(line)
    if len(lines) > _SHOWN:
        output.notice(say("… and {count} more.", count=len(lines) - _SHOWN))


def _left_out(made: Made) -> list[dict[str, Any]]:
    return [
        {"delegate_id": left.delegate_id, "name": left.name, "reason": left.reason}
        for left in made.left_out
    ]
