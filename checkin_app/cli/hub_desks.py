"""Owns the commands that say who may come to a hub: enrol, desks, revoke, password."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checkin_app.cli import output
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.language import say, spoken
from checkin_app.cli.parts import command, option
from checkin_app.domain.errors import NotPossible

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_PROFILES = ("registration", "door", "kiosk", "protocol", "read-only", "read_only")
_LEAST_PASSWORD = 10
OWN = (
    "Nothing was done: “{name}” is the desk on which this hub itself runs. Revoked, what is scanned"
    " there counts nowhere until it is enrolled again. Add --yes if that is meant."
)
_HEADERS = (
    "Desk",
    "Id",
    "Profile",
    "Enrolled",
    "Last met",
    "Release",
    "Outbox",
    "Clock",
    "Revoked",
)


def store_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """The environment holds what a list of processes should not show: a database's password."""
    return option(
        "--store",
        required=True,
        envvar="CHECKIN_STORE",
        metavar="URL",
        help="sqlite:///FILE or postgresql://…, or the environment variable CHECKIN_STORE.",
    )(function)


@command("enrol", help="Make the text with which one desk may join.")
@store_option
@option("--desk", "name", required=True, metavar="NAME", help="The desk’s name.")
@option(
    "--profile",
    type=click.Choice(_PROFILES),
    default="registration",
    show_default=True,
    help="What the desk may record.",
)
@option("--qr", type=click.Path(), metavar="FILE.png", help="Also as a QR code.")
@option(
    "--hours",
    type=click.IntRange(1, 720),
    default=24,
    show_default=True,
    help="How long it may be used.",
)
@option(
    "--address",
    "addresses",
    multiple=True,
    metavar="URL",
    help="Where the desk finds the hub, in place of what the hub says.",
)
@pass_invocation
def enrol(
    asked: Invocation,
    store: str,
    name: str,
    profile: str,
    qr: str | None,
    hours: int,
    addresses: tuple[str, ...],
) -> None:
    from checkin_app.hub import enrolling, process
    from checkin_app.hub.looking import serving
    from checkin_app.hub.store import open_admin

    process.check(process.Wanted(addresses=addresses))
    admin = open_admin(store)
    try:
        settings = process.remembered(admin, addresses)
        made = enrolling.enrol(admin, settings, name, profile.replace("-", "_"), hours)
        zone = process.zone(admin)
    finally:
        admin.close()
    if asked.json:
        output.emit({"enrolment": made.text, "expires_at": _moment(made.expires_at)})
    else:
        until = _clock(made.expires_at, zone, minutes=True)
        output.notice(say("Paste this at the desk before {time}. It is good once.", time=until))
        output.line(made.text)
    if not serving(store, settings):
        output.notice(
            say(
                "No hub serves now. The desk will look for it at {addresses}: start it there with"
                " “hub serve”.",
                addresses=", ".join(settings.addresses),
            )
        )
    if qr is not None:  # Last: whatever becomes of the file, the text was shown.
        _draw(made.text, Path(qr))


@command("desks", help="List the desks of the hub.")
@store_option
@pass_invocation
def desks(asked: Invocation, store: str) -> None:
    from checkin_app.hub.process import zone
    from checkin_app.hub.store import open_admin

    admin = open_admin(store)
    try:
        rows, where = admin.desks(), zone(admin)
    finally:
        admin.close()
    if asked.json:
        output.emit_list(_record(row) for row in rows)
    elif rows:
        output.table([say(header) for header in _HEADERS], [_row(row, where) for row in rows])
    else:
        output.notice(say("No desk is enrolled yet."))


@command("revoke", help="Refuse a desk from now on; what it recorded before stays.")
@store_option
@click.argument("desk")
@option("--yes", is_flag=True, help="Also the desk on which the hub itself runs.")
@pass_invocation
def revoke(asked: Invocation, store: str, desk: str, yes: bool) -> None:
    from checkin_app.hub import enrolling
    from checkin_app.hub.store import open_admin, settle_unserved

    admin = open_admin(store)
    try:
        if not yes and enrolling.is_own(admin, enrolling.enrolled(admin, desk)):
            raise NotPossible(OWN, name=desk)
        key = enrolling.revoke(admin, desk)
    finally:
        admin.close()
    settle_unserved(store)
    if asked.json:
        output.emit({"desk": key})
    else:
        output.notice(say("The desk {desk} is refused from now on.", desk=desk))


@command("password", help="Make a new password for the control-room page.")
@store_option
@option("--from-stdin", is_flag=True, help="Read it from standard input instead.")
@pass_invocation
def password(asked: Invocation, store: str, from_stdin: bool) -> None:
    from checkin_app.hub.pages import passwords
    from checkin_app.hub.store import open_admin

    chosen = sys.stdin.readline().strip() if from_stdin else passwords.make()
    if not _LEAST_PASSWORD <= len(chosen) <= passwords.MOST_LETTERS:
        raise NotPossible(
            "A password has {least} to {most} letters.",
            least=_LEAST_PASSWORD,
            most=passwords.MOST_LETTERS,
        )
    admin = open_admin(store)
    try:
        admin.keep_password(passwords.keep(chosen))
    finally:
        admin.close()
    if from_stdin:
        if asked.json:
            output.emit({"kept": True})
        else:
            output.notice(say("The password is kept."))
    elif asked.json:
        output.emit({"password": chosen})
    else:
        output.line(chosen)


def _draw(text: str, file: Path) -> None:
    """The QR code that desks scan: five pixels a module, as large as a screen shows."""
    import qrcode

    from checkin_app.exporting.files import replaced

    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, box_size=5, border=4)
    code.add_data(text)
    with replaced(file) as draft, draft.open("wb") as out:
        code.make_image().save(out)


def _record(row: Any) -> dict[str, Any]:
    return {
        "desk": row.desk,
        "name": row.name,
        "profile": row.profile,
        "enrolled_at": _moment(row.enrolled_at),
        "met_at": _moment(row.met_at),
        "release": row.release,
        "outbox": row.outbox,
        "clock": row.offset,
        "clock_bound": row.bound,
        "revoked_at": _moment(row.revoked_at),
    }


def _row(row: Any, zone: ZoneInfo) -> list[Any]:
    return [
        row.name,
        row.desk,
        row.profile,
        _clock(row.enrolled_at, zone),
        _clock(row.met_at, zone),
        row.release,
        row.outbox,
        "" if row.offset is None else f"{row.offset / 1000:+.1f} s",
        _clock(row.revoked_at, zone),
    ]


def _moment(milliseconds: int | None) -> str | None:
    """ISO 8601, in UTC."""
    if milliseconds is None:
        return None
    return datetime.fromtimestamp(milliseconds / 1000, UTC).isoformat(timespec="seconds")


def _clock(milliseconds: int | None, zone: ZoneInfo, *, minutes: bool = False) -> str:
    """For people: the event's time, with the day where it is not today's."""
    from checkin_app import verdict_words

    if milliseconds is None:
        return ""
    at, now = datetime.fromtimestamp(milliseconds / 1000, UTC), datetime.now(UTC)
    return verdict_words.clock(at, zone, beside=now, lang=spoken(), seconds=not minutes)


COMMANDS = (enrol, desks, revoke, password)
