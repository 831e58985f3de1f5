"""Owns the commands that found a hub and serve it; who may is in `hub_desks`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checkin_app.cli import hub_desks, output
from checkin_app.cli.hub_desks import store_option
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.language import say
from checkin_app.cli.parts import Group, option
from checkin_app.domain.errors import StoreLocked

if TYPE_CHECKING:
    from checkin_app.hub.process import Ready
    from checkin_app.store.event_file import EventFile


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
@option(
    "--metrics-token",
    "metrics_token",
    type=click.Path(),
    metavar="FILE",
    help="A file with the token that /metrics asks of other computers.",
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
    metrics_token: str | None,
    until_stdin_ends: bool,
) -> None:
    from checkin_app.hub import process
    from checkin_app.hub.operators import token_of
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
        metrics_token=token_of(Path(metrics_token)) if metrics_token else "",
    )

    def ready(at: Ready) -> None:
        if asked.json:
            place = {"address": at.address, "port": at.port, "pin": at.pin.hex()}
            output.line(output.to_json(place))
        else:
            output.line(at.address)
        sys.stdout.flush()

    process.serve(store, wanted, ready, with_input=until_stdin_ends)


for _command in hub_desks.COMMANDS:
    hub_command.add_command(_command)


def _event_file(path: Path) -> EventFile:
    """Open for writing; for reading only where a window has it, then the hub names itself."""
    from checkin_app.store.event_file import EventFile

    try:
        return EventFile.open(path, write=True)
    except StoreLocked:
        return EventFile.open(path, write=False)
