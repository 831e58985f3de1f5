"""Owns the commands about this machine: bench, doctor."""

from __future__ import annotations

from dataclasses import asdict

from checkin_app.cli import output
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.language import say
from checkin_app.cli.parts import command

_STATE_WORDS = {"works": "works", "look": "look at it", "broken": "does not work"}
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
