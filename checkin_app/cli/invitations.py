"""Owns the command that makes invitations to be mailed: invitations."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from checkin_app.cli import output
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.language import say
from checkin_app.cli.parts import command, option


@command("invitations", help="Make an invitation with the code for each delegate, to be mailed.")
@option("--out", required=True, metavar="DIR|FILE.zip", help="A new or empty folder, or a ZIP.")
@option("--format", "form", type=click.Choice(["pdf", "png"]), default="pdf", help="The format.")
@option("--layout", default="", metavar="NAME", help="The layout; without it the invitation’s.")
@option("--delegation", default="", metavar="D", help="Of this delegation only: its name or id.")
@option("--category", default="", metavar="C", help="Of this category only: its name or id.")
@option("--delegate", "delegates", multiple=True, metavar="ID", help="Of this delegate; repeat.")
@pass_invocation
def invitations_command(
    asked: Invocation,
    out: str,
    form: Literal["pdf", "png"],
    layout: str,
    delegation: str,
    category: str,
    delegates: tuple[str, ...],
) -> None:
    from checkin_app.badges.invitations import LAYOUT, write_invitations
    from checkin_app.badges.selection import Selection
    from checkin_app.exporting.files import unwritable

    selection = Selection(delegates, delegation, category, invited=True)
    with asked.desk() as desk, output.progress("Making invitations") as bar:
        page = desk.layout(layout) if layout else desk.layouts().get(LAYOUT)
        addresses = {
            row.delegate.id: row.delegate.email for row in desk.roster_rows(desk.roster_ids())
        }
        try:
            made = write_invitations(
                desk.badge_subjects(selection),
                Path(out),
                form=form,
                layout=page,
                emails=lambda key: addresses.get(key, ""),
                photos=desk.photo,
                progress=bar,
            )
        except OSError as error:
            raise unwritable(Path(out), error) from error
        codeless = len(desk.codeless(selection))
    if asked.json:
        output.emit(
            {
                "invitations": made.files,
                "out": out if made.files else None,
                "without_code": codeless,
                "left_out": list(made.left_out),
            }
        )
        return
    if made.files:
        output.notice(say("Invitations in {place}: {count}.", count=made.files, place=out))
    else:
        output.notice(say("There is nobody to invite; nothing was written."))
    if codeless:
        output.notice(say("No active code, so no invitation: {count}.", count=codeless))
    for key in made.left_out:
        output.notice(say("{id} is left out: no font has all letters of the name.", id=key))
