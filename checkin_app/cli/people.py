"""Owns the commands about single people: find, register, amend, erase."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from checkin_app.cli import answers, output
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.language import say
from checkin_app.cli.parts import command, option

if TYPE_CHECKING:
    from checkin_app.desk import Desk


@command("find", help="Find people by any part of a name, with or without marks.")
@click.argument("text", nargs=-1, required=True)
@option("--limit", type=click.IntRange(1, 1000), default=20, help="How many at most.")
@pass_invocation
def find_command(asked: Invocation, text: tuple[str, ...], limit: int) -> None:
    with asked.desk() as desk:
        hits = desk.find(" ".join(text), limit)
    if asked.json:
        output.emit_list(map(answers.found, hits))
    elif hits:
        _show(hits)
    else:
        output.notice(say("Nobody of that name is on the roster."))


@command("register", help="Register somebody who is not on the roster.")
@option("--name", required=True, metavar="TEXT", help="The full name.")
@option("--delegation", required=True, metavar="TEXT", help="The delegation, new or known.")
@option("--category", default="", metavar="TEXT", help="What the person is here as.")
@option("--organization", default="", metavar="TEXT", help="The organization.")
@option("--position", default="", metavar="TEXT", help="The position.")
@option("--honorific", default="", metavar="TEXT", help="How the person is addressed.")
@option("--country", default="", metavar="CODE", help="The country, two letters.")
@option("--force", is_flag=True, help="Register even if somebody alike is on the roster.")
@option("--operator", default="", metavar="NAME", help="Who works at the desk.")
@pass_invocation
def register_command(asked: Invocation, /, force: bool, operator: str, **fields: str) -> None:
    given = {name: value for name, value in fields.items() if value}
    with asked.desk(write=True) as desk:
        made = desk.register(given, force=force, operator=operator)
        if isinstance(made, list):
            if asked.json:
                alike = [answers.found(hit) for hit in made]
                output.emit({"registered": False, "delegate": None, "alike": alike})
            else:
                _show(made)
                output.notice(
                    say(
                        "Nothing was done: somebody alike is on the roster. Add --force if this is"
                        " another person."
                    )
                )
            return
        card = desk.delegate(made.id)
    record = answers.full(card)
    record["code"] = card.credentials[0].code
    if asked.json:
        output.emit({"registered": True, "delegate": record, "alike": []})
    else:
        output.facts((name, value) for name, value in record.items() if value not in ("", None))


@command("amend", help="Correct somebody's fields; the code stays.")
@click.argument("delegate")
@click.argument("changes", nargs=-1, required=True, metavar="FIELD=VALUE…")
@option("--operator", default="", metavar="NAME", help="Who works at the desk.")
@pass_invocation
def amend_command(
    asked: Invocation, delegate: str, changes: tuple[str, ...], operator: str
) -> None:
    values = dict(_change(text) for text in changes)
    with asked.desk(write=True) as desk:
        desk.amend(delegate, values, operator=operator)
        record = answers.full(desk.delegate(delegate))
    if asked.json:
        output.emit(record)
    else:
        output.facts((name, value) for name, value in record.items() if value not in ("", None))


@command("erase", help="Erase for good who somebody is, on every desk; what they did stays.")
@click.argument("delegate")
@option("--reason", required=True, metavar="TEXT", help="Why; it is kept.")
@option("--yes", is_flag=True, help="Do it: nobody can undo it.")
@option("--operator", default="", metavar="NAME", help="Who works at the desk.")
@pass_invocation
def erase_command(asked: Invocation, delegate: str, reason: str, yes: bool, operator: str) -> None:
    with asked.desk(write=yes) as desk:
        who, parts = _who(desk, delegate), desk.erasable(delegate)
        if yes and parts and not asked.json:
            output.notice(
                say("{who} is erased now, for good.", who=who)
            )  # Nobody can say it after.
        if yes:
            parts = desk.erase_person(delegate, reason=reason, operator=operator)
            _tidied(desk)
    if asked.json:
        output.emit({"erased": yes, "delegate": delegate, "parts": parts})
    elif not parts:
        output.notice(
            say("{id} was erased before: nothing here says any more who that is.", id=delegate)
        )
    elif yes:
        output.notice(
            say(
                "Done: nothing here says any more who {id} is. Every desk follows when it hears of"
                " it. Files that were made before (backups, exports, PDFs) still name the person.",
                id=delegate,
            )
        )
    else:
        output.notice(
            say(
                "Nothing was done: {who} would be erased for good, at every desk: the name, the"
                " photo and all that says who this is. Scans stay, without a name. Add --yes if"
                " that is meant.",
                who=who,
            )
        )


def _who(desk: Desk, delegate: str) -> str:
    """As people know somebody: their name and delegation beside the id that was typed."""
    card = desk.delegate(delegate)
    delegation = card.delegation.name if card.delegation else ""
    known = ", ".join(part for part in (card.delegate.name, delegation) if part)
    return f"{known} ({delegate})" if known else delegate


def _tidied(desk: Desk) -> None:
    """The PDFs of badges that are kept here name people too."""
    from datetime import UTC, datetime

    from checkin_app.press.kept import tidy

    tidy(desk, datetime.now(UTC))


def _change(text: str) -> tuple[str, str]:
    field, sign, value = text.partition("=")
    if not sign:
        raise click.UsageError(say("Write a correction as FIELD=VALUE, not “{text}”.", text=text))
    return field.strip(), value


def _show(hits: list[Any]) -> None:
    headers = [say(header) if header else "" for header in answers.FOUND_HEADERS]
    output.table(headers, map(answers.found_row, hits))
