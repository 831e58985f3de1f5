"""Owns the commands about codes: code show, code list, code image."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from checkin_app.cli import answers, output
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.language import say, spoken
from checkin_app.cli.parts import Group, option

_HEADERS = ("Code", "Status", "Issued at", "Name", "ID")


@click.group("code", cls=Group, help="Show codes, list them all, or make images of them.")
def code_command() -> None:
    """The group of the three."""


@code_command.command("show", help="Show the codes of one delegate.")
@click.argument("delegate")
@pass_invocation
def show(asked: Invocation, delegate: str) -> None:
    with asked.desk() as desk:
        card = desk.delegate(delegate)
        records = [answers.code(card.delegate, c, desk.event) for c in card.credentials]
    if asked.json:
        output.emit_list(records)
    else:
        output.table(
            [say(header) for header in _HEADERS],
            [
                (r["code"], r["status"], r["issued_at"], r["name"], r["delegate_id"])
                for r in records
            ],
        )


@code_command.command("list", help="List the codes of all delegates.")
@option("--out", metavar="FILE", help="Write them to this file: .csv, .xlsx or .json.")
@pass_invocation
def list_(asked: Invocation, out: str | None) -> None:
    from checkin_app.exporting.columns import CODES
    from checkin_app.exporting.formats import write

    with asked.desk() as desk:
        event = desk.event
        records = (answers.code(person, code, event) for person, code in desk.all_credentials())
        if out is None and asked.json:
            output.emit_list(records)
            return
        rows = (tuple(record.values()) for record in records)
        if out is None:
            output.table([say(column.en) for column in CODES], rows)
            return
        count = write(Path(out), CODES, rows, lang=spoken(), title="Codes")
    if asked.json:
        output.emit({"rows": count, "file": out})
    else:
        output.notice(say("Rows written to {file}: {count}.", count=count, file=out))


@code_command.command("image", help="Make QR images, as sent with invitations.")
@click.argument("delegates", nargs=-1, required=True, metavar="DELEGATE…")
@option("--out", required=True, metavar="DIR", help="The folder for them.")
@option("--format", "form", type=click.Choice(["png", "svg"]), default="png", help="The format.")
@pass_invocation
def image(
    asked: Invocation, delegates: tuple[str, ...], out: str, form: Literal["png", "svg"]
) -> None:
    from checkin_app.badges.images import code_image
    from checkin_app.domain.credentials import CredentialStatus
    from checkin_app.domain.errors import NotPossible
    from checkin_app.exporting.files import replaced, unwritable

    folder = Path(out)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(folder, error) from error
    files = []
    with asked.desk() as desk:
        for delegate in delegates:
            codes = desk.credentials(delegate)
            if not codes or codes[0].status is not CredentialStatus.ACTIVE or codes[0].day:
                raise NotPossible(
                    "{id} has no code that counts. Print a new badge first.", id=delegate
                )
            target = folder / f"{delegate}.{form}"
            with replaced(target) as draft:
                draft.write_bytes(code_image(codes[0].code, form))
            files.append({"delegate_id": delegate, "file": str(target)})
    if asked.json:
        output.emit_list(files)
    else:
        output.notice(say("Images in {folder}: {count}.", count=len(files), folder=folder))
