"""Owns the commands about this machine: bench, doctor."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from checkin_app.cli import output
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.language import say
from checkin_app.cli.parts import command, option
from checkin_app.domain.errors import NotPossible

if TYPE_CHECKING:
    from checkin_app.bench.measure import Figure

_STATE_WORDS = {"works": "works", "look": "look at it", "broken": "does not work"}
_FIGURE_HEADERS = ("Figure", "Here", "Floor", "Ratio", "Must be", "", "Note")
_PART_WORDS = ("display", "scanner", "sound", "printers", "fonts", "languages", "disk", "clock")


@command("doctor", help="Say what works on this machine, and what to do about what does not.")
@pass_invocation
def doctor_command(asked: Invocation) -> None:
    from checkin_app.cli.doctor import examine

    findings = examine(asked.event)
    if asked.json:
        output.emit_list(map(asdict, findings))
        return
    for finding in findings:
        output.line(f"{say(finding.part)}: {say(_STATE_WORDS[finding.state])}. {finding.detail}")
        if finding.advice:
            output.line(f"    {finding.advice}")


@command("bench", help="Measure this build on this machine, each figure beside its floor.")
@option(
    "--sizes",
    default="2000,100000,1000000",
    show_default=True,
    metavar="N,N,…",
    help="How many people, in each of the events measured.",
)
@option(
    "--soak",
    default=0,
    metavar="N",
    help="Also send N scans through the window and see whether anything grows.",
)
@pass_invocation
def bench_command(asked: Invocation, sizes: str, soak: int) -> None:
    from checkin_app.bench.suite import run

    if getattr(sys, "frozen", False):
        raise NotPossible("The bench starts Python, so it needs an installation with Python.")
    try:
        people = sorted({int(size) for size in sizes.split(",")})
    except ValueError:
        people = []
    if not people or people[0] < 1:
        raise click.UsageError(
            say("Write --sizes as whole numbers with commas, as in 2000,100000.")
        )
    figures = run(people, told=output.notice, soak=soak)
    if asked.json:
        output.emit_list(figure.as_json() for figure in figures)
        return
    output.table([say(header) for header in _FIGURE_HEADERS], map(_figure_row, figures))


def _figure_row(figure: Figure) -> tuple[str, ...]:
    sign = "≥" if figure.at_least else "≤"
    return (
        figure.name,
        f"{figure.value:.4g} {figure.unit}",
        "" if figure.floor is None else f"{figure.floor:.4g} {figure.unit}",
        "" if figure.ratio is None else f"{figure.ratio:.2f} ×",
        "" if figure.bound is None else f"{sign} {figure.bound:g}",
        {True: "✓", False: "✗", None: ""}[figure.reached],
        figure.note,
    )
