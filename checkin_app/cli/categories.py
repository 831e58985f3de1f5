"""Owns the command about badges by category: categories."""

from __future__ import annotations

from dataclasses import asdict

import click

from checkin_app.cli import output
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.language import say, spoken
from checkin_app.cli.parts import command, option

_HEADERS = ("Category", "Name", "Layout", "Colour")
_USUAL = "default"


@command("categories", help="List the categories, or say what the badges of one are like.")
@click.argument("category", required=False)
@option("--layout", metavar="NAME", help="Their layout: a name, “default”, or “none” for no badge.")
@option("--colour", metavar="#RRGGBB", help="The colour of their band.")
@pass_invocation
def categories_command(
    asked: Invocation, category: str | None, layout: str | None, colour: str | None
) -> None:
    changing = layout is not None or colour is not None
    if changing and category is None:
        raise click.UsageError(say("Say which category is meant; the list shows their ids."))
    with asked.desk(write=changing) as desk:
        if category is not None and changing:
            desk.dress(category, layout="" if layout == _USUAL else layout, colour=colour)
        found = [one for one in desk.categories() if category in (None, one.id)]
    if asked.json:
        output.emit_list(map(asdict, found))
    elif found:
        rows = [
            (
                one.id,
                one.name_vi if spoken() == "vi" else one.name_en,
                one.layout or _USUAL,
                one.colour,
            )
            for one in found
        ]
        output.table([say(header) for header in _HEADERS], rows)
    else:
        output.notice(say("There are no categories yet."))
