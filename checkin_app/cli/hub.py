"""Owns the commands about a hub: found, serve, enrol, desks, revoke, password."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checkin_app.cli import output
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.language import say
from checkin_app.cli.parts import Group, option
from checkin_app.domain.errors import NotPossible, StoreLocked

if TYPE_CHECKING:
    from checkin_app.hub.process import Ready
    from checkin_app.store.event_file import EventFile

_PROFILES = ("registration", "door", "kiosk", "protocol", "read-only", "read_only")
_LEAST_PASSWORD = 10
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


@click.group("hub", cls=Group, help="Serve a hub where desks meet, and say who may.")
def hub_command() -> None:
    """The group of these."""


@hub_command.command("found", help="Put the event into an empty store and make its authority.")
@store_option
@pass_invocation
def found(asked: Invocation, store: str) -> None:
    from checkin_app.hub.pages import passwords
    from checkin_app.hub.store import found as found_store
    from checkin_app.hub.tls import Certificate

    file = _event_file(asked.file)
    try:
        made, admin = found_store(store, file)
        name = file.event.name
    finally:
        file.close()
    try:
        password = passwords.make()
        admin.keep_password(passwords.keep(password))
        keys = admin.keys()
        pin = Certificate(keys.certificate, keys.certificate_key).pin.hex()
    finally:
        made.close()
        admin.close()
    if asked.json:
        output.emit({"event": name, "pin": pin, "password": password})
        return
    output.notice(say("The hub of “{name}” is founded. Start it with “hub serve”.", name=name))
    output.notice(say("The password of its control-room page, shown once:"))
    output.line(password)


@hub_command.command("serve", help="Serve desks and the control-room page until stopped.")
@store_option
@option("--host", default="0.0.0.0", show_default=True, help="The address to listen at.")
@option("--port", type=click.IntRange(0, 65535), default=8470, show_default=True, help="Its port.")
@option(
    "--address",
    "addresses",
    multiple=True,
    metavar="URL",
    help="Where desks find this hub, as it goes into enrolments; else this computer’s addresses.",
)
@option("--cert", type=click.Path(), metavar="FILE", help="An own certificate (PEM).")
@option("--key", type=click.Path(), metavar="FILE", help="Its private key (PEM).")
@option(
    "--no-pin",
    is_flag=True,
    help="Desks trust the authorities of their system: for a certificate that is renewed.",
)
@option(
    "--insecure-http",
    is_flag=True,
    help="No TLS, on this computer only: for tests, or behind a proxy.",
)
@option(
    "--proxy",
    "proxies",
    multiple=True,
    metavar="ADDRESS",
    help="A proxy that may say for whom it asks.",
)
@option("--until-stdin-ends", is_flag=True, help="Stop when standard input ends.")
@pass_invocation
def serve(
    asked: Invocation,
    store: str,
    host: str,
    port: int,
    addresses: tuple[str, ...],
    cert: str | None,
    key: str | None,
    no_pin: bool,
    insecure_http: bool,
    proxies: tuple[str, ...],
    until_stdin_ends: bool,
) -> None:
    from checkin_app.hub import process
    from checkin_app.hub.tls import Certificate

    if (cert is None) != (key is None):
        raise click.UsageError(say("--cert and --key belong together."))
    if insecure_http and host == "0.0.0.0":
        host = "127.0.0.1"
    wanted = process.Wanted(
        host=host,
        port=port,
        addresses=addresses,
        certificate=Certificate.read(Path(cert), Path(key)) if cert and key else None,
        pinned=not no_pin,
        plain=insecure_http,
        proxies=proxies,
    )

    def ready(at: Ready) -> None:
        if asked.json:
            place = {"address": at.address, "port": at.port, "pin": at.pin.hex()}
            output.line(output.to_json(place))
        else:
            output.line(at.address)
        sys.stdout.flush()

    process.serve(store, wanted, ready, with_input=until_stdin_ends)


@hub_command.command("enrol", help="Make the text with which one desk may join.")
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
    from checkin_app.hub.store import open_admin

    process.check(process.Wanted(addresses=addresses))
    admin = open_admin(store)
    try:
        settings = process.remembered(admin, addresses)
        made = enrolling.enrol(admin, settings, name, profile.replace("-", "_"), hours)
    finally:
        admin.close()
    if qr is not None:
        _draw(made.text, Path(qr))
    until = _moment(made.expires_at)
    if asked.json:
        output.emit({"enrolment": made.text, "expires_at": until})
        return
    output.notice(say("Paste this at the desk before {time}. It is good once.", time=until))
    output.line(made.text)


@hub_command.command("desks", help="List the desks of the hub.")
@store_option
@pass_invocation
def desks(asked: Invocation, store: str) -> None:
    from checkin_app.hub.store import open_admin

    admin = open_admin(store)
    try:
        rows = [_record(row) for row in admin.desks()]
    finally:
        admin.close()
    if asked.json:
        output.emit_list(rows)
    elif rows:
        output.table([say(header) for header in _HEADERS], [_row(row) for row in rows])
    else:
        output.notice(say("No desk is enrolled yet."))


@hub_command.command("revoke", help="Refuse a desk from now on; what it recorded before stays.")
@store_option
@click.argument("desk")
@pass_invocation
def revoke(asked: Invocation, store: str, desk: str) -> None:
    from checkin_app.hub import enrolling
    from checkin_app.hub.store import open_admin, settle_unserved

    admin = open_admin(store)
    try:
        key = enrolling.revoke(admin, desk)
    finally:
        admin.close()
    settle_unserved(store)
    if asked.json:
        output.emit({"desk": key})
    else:
        output.notice(say("The desk {desk} is refused from now on.", desk=desk))


@hub_command.command("password", help="Make a new password for the control-room page.")
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


def _event_file(path: Path) -> EventFile:
    """Open for writing; for reading only where a window has it, then the hub names itself."""
    from checkin_app.store.event_file import EventFile

    try:
        return EventFile.open(path, write=True)
    except StoreLocked:
        return EventFile.open(path, write=False)


def _draw(text: str, file: Path) -> None:
    """The QR code that desks scan: five pixels a module, as large as a screen shows."""
    import qrcode

    from checkin_app.whole import replacing

    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, box_size=5, border=4)
    code.add_data(text)
    with replacing(file) as draft, draft.open("wb") as out:
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


def _row(record: dict[str, Any]) -> list[Any]:
    clock = "" if record["clock"] is None else f"{record['clock'] / 1000:+.1f} s"
    return [
        record["name"],
        record["desk"],
        record["profile"],
        record["enrolled_at"],
        record["met_at"],
        record["release"],
        record["outbox"],
        clock,
        record["revoked_at"],
    ]


def _moment(milliseconds: int | None) -> str | None:
    if milliseconds is None:
        return None
    at = datetime.fromtimestamp(milliseconds / 1000, UTC).astimezone()
    return at.isoformat(timespec="seconds")
