"""Owns the commands that answer and overrule scans: scan, admit, override, undo."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

import click

from checkin_app.cli import answers, output
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.parts import MOMENT, Function, command, option
from checkin_app.domain.programme import REGISTRATION, Direction

if TYPE_CHECKING:
    from checkin_app.domain.programme import Event
    from checkin_app.domain.scans import ScanOutcome

#: Bytes of a line that are looked at; no code is longer.
LONGEST_LINE = 4096
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def _where(function: Function) -> Function:
    for decorate in (
        option("--operator", default="", metavar="NAME", help="Who works at the desk."),
        option("--at", type=MOMENT, metavar="TIME", help="When it happened; now if not given."),
        option(
            "--direction",
            type=click.Choice([d.value for d in Direction]),
            default=Direction.IN.value,
            help="Which way the person goes.",
        ),
        option(
            "--checkpoint",
            default=REGISTRATION,
            metavar="ID",
            help="Where it happened; the registration desk if not given.",
        ),
    ):
        function = decorate(function)
    return function


@command("scan", help="Answer codes: CODE…, or - for one code a line on standard input.")
@click.argument("codes", nargs=-1, required=True, metavar="CODE… | -", type=click.UNPROCESSED)
@_where
@pass_invocation
def scan_command(
    asked: Invocation,
    codes: tuple[str, ...],
    checkpoint: str,
    direction: str,
    at: datetime | None,
    operator: str,
) -> None:
    given: Iterator[str] = map(_as_typed, codes)
    if codes == ("-",):
        given = _lines(sys.stdin.buffer)
    with asked.desk(write=True) as desk:
        for code in given:
            outcome = desk.scan(
                code,
                checkpoint=checkpoint,
                direction=Direction(direction),
                at=at,
                operator=operator,
            )
            _print(asked, outcome, desk.event)


@command("admit", help="Check somebody in without a code, found by name.")
@click.argument("delegate")
@_where
@pass_invocation
def admit_command(
    asked: Invocation,
    delegate: str,
    checkpoint: str,
    direction: str,
    at: datetime | None,
    operator: str,
) -> None:
    with asked.desk(write=True) as desk:
        outcome = desk.admit(
            delegate,
            checkpoint=checkpoint,
            direction=Direction(direction),
            at=at,
            operator=operator,
        )
        _print(asked, outcome, desk.event)


@command("override", help="Admit against the verdict of a scan, and say why.")
@click.argument("scan")
@option("--reason", required=True, metavar="TEXT", help="Why; it is kept.")
@option("--operator", default="", metavar="NAME", help="Who works at the desk.")
@pass_invocation
def override_command(asked: Invocation, scan: str, reason: str, operator: str) -> None:
    with asked.desk(write=True) as desk:
        _print(asked, desk.override(scan, reason=reason, operator=operator), desk.event)


@command("undo", help="Take a scan back; it stays in the log.")
@click.argument("scan")
@option("--reason", default="", metavar="TEXT", help="Why; it is kept.")
@option("--operator", default="", metavar="NAME", help="Who works at the desk.")
@pass_invocation
def undo_command(asked: Invocation, scan: str, reason: str, operator: str) -> None:
    with asked.desk(write=True) as desk:
        _print(asked, desk.undo(scan, reason=reason, operator=operator), desk.event)


def _print(asked: Invocation, outcome: ScanOutcome, event: Event) -> None:
    """Says what is recorded by now, at once."""
    if asked.json:
        sys.stdout.write(output.to_json(answers.verdict(outcome, event)) + "\n")
    else:
        output.line(answers.verdict_line(outcome, event))
    sys.stdout.flush()


def _as_typed(argument: str) -> str:
    """An argument of any bytes as text."""
    return os.fsencode(argument)[:LONGEST_LINE].decode("utf-8", "replace")


def _lines(stream: BinaryIO) -> Iterator[str]:
    """Every line as text, of whatever bytes; what goes beyond `LONGEST_LINE` is not kept."""
    first = True
    while line := stream.readline(LONGEST_LINE):
        rest = line
        while len(rest) == LONGEST_LINE and not rest.endswith(b"\n"):
            rest = stream.readline(LONGEST_LINE)
        if first:
            first = False
            line = _without_mark(line)
        yield line.rstrip(b"\r\n").decode("utf-8", "replace")


def _without_mark(line: bytes) -> bytes:
    for mark in _BYTE_ORDER_MARKS:
        line = line.removeprefix(mark)
    return line
