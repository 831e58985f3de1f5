"""Owns the commands about temporary badges: temporary make, list, bind, revoke."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checkin_app import config
from checkin_app.cli import output
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.language import say
from checkin_app.cli.parts import DAY, Group, option

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.domain.badges import Temporary

_HEADERS = ("No.", "Day", "Delegate", "State")


@click.group("temporary", cls=Group, help="Numbered badges for one day, bound to people later.")
def temporary_command() -> None:
    """The group of the four."""


@temporary_command.command("make", help="Make temporary badges for a day, as PDF.")
@click.argument("count", type=click.IntRange(1, 500))
@option("--day", type=DAY, required=True, metavar="DATE", help="The day they count on.")
@option("--out", required=True, metavar="FILE.pdf", help="The PDF file.")
@option("--layout", default="", metavar="NAME", help="The layout.")
@option("--operator", default="", metavar="NAME", help="Who works at the desk.")
@pass_invocation
def make(asked: Invocation, count: int, day: date, out: str, layout: str, operator: str) -> None:
    from checkin_app.badges.render import render
    from checkin_app.exporting.files import unwritable
    from checkin_app.press.temporaries import temporary_subjects

    if Path(out).suffix.lower() != ".pdf":
        raise click.UsageError(say("Badges are a PDF file: {file} does not end in .pdf.", file=out))
    with asked.desk(write=True) as desk:
        chosen = desk.layout(layout or desk.usual_layout(config.load()[0].usual_layout))
        made = desk.make_temporaries(count, day, operator=operator)
        try:
            render(list(temporary_subjects(made, desk.event)), Path(out), layout=chosen)
        except OSError as error:
            raise unwritable(Path(out), error) from error
    if asked.json:
        output.emit_list(map(_record, made))
    else:
        output.notice(
            say(
                "Temporary badges {first} to {last} are in {file}.",
                first=made[0].number,
                last=made[-1].number,
                file=out,
            )
        )


@temporary_command.command("list", help="List the temporary badges.")
@option("--day", type=DAY, metavar="DATE", help="Of this day only.")
@pass_invocation
def list_(asked: Invocation, day: date | None) -> None:
    with asked.desk() as desk:
        _show(asked, desk, desk.temporaries(day))


@temporary_command.command("bind", help="Give a temporary badge to a delegate.")
@click.argument("badge", metavar="NUMBER|CODE")
@click.argument("delegate")
@option("--day", type=DAY, metavar="DATE", help="The day of the badge; else today.")
@option("--operator", default="", metavar="NAME", help="Who works at the desk.")
@pass_invocation
def bind(asked: Invocation, badge: str, delegate: str, day: date | None, operator: str) -> None:
    with asked.desk(write=True) as desk:
        bound = desk.bind_temporary(badge, delegate, day=day or _today(desk), operator=operator)
        _show(asked, desk, [bound])


@temporary_command.command("revoke", help="Take a temporary badge back, or note that it is lost.")
@click.argument("badge", metavar="NUMBER|CODE")
@option("--day", type=DAY, metavar="DATE", help="The day of the badge; else today.")
@option("--operator", default="", metavar="NAME", help="Who works at the desk.")
@pass_invocation
def revoke(asked: Invocation, badge: str, day: date | None, operator: str) -> None:
    with asked.desk(write=True) as desk:
        taken = desk.revoke_temporary(badge, day=day or _today(desk), operator=operator)
        _show(asked, desk, [taken])


def _today(desk: Desk) -> date:
    from datetime import datetime

    return datetime.now(desk.event.zone).date()


def _show(asked: Invocation, desk: Desk, badges: list[Temporary]) -> None:
    if asked.json:
        output.emit_list(map(_record, badges))
    elif badges:
        output.table(
            [say(header) for header in _HEADERS],
            [
                (
                    badge.number,
                    badge.day.isoformat(),
                    desk.delegate(badge.delegate).delegate.name if badge.delegate else "",
                    _state(badge),
                )
                for badge in badges
            ],
        )
    else:
        output.notice(say("There are no temporary badges."))


def _state(badge: Temporary) -> str:
    if badge.revoked:
        return say("revoked")
    return say("given out") if badge.delegate else say("not given out")


def _record(badge: Temporary) -> dict[str, Any]:
    return {
        "number": badge.number,
        "code": badge.code,
        "day": badge.day.isoformat(),
        "delegate_id": badge.delegate or None,
        "revoked": badge.revoked,
    }
