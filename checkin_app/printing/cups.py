"""Owns printers of CUPS (Linux, macOS): jobs are sent by its program lp and followed by IPP.

lp honours what the machine's owner has set (server, passwords, trays), and gives the job's number;
what it and lpstat print says too little about states.
"""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

from checkin_app.printing import devices, ipp_calls, ipp_lookup, ipp_told, marks
from checkin_app.printing.commands import run
from checkin_app.printing.ipp import Attributes
from checkin_app.printing.ipp_http import Address, NoAnswer
from checkin_app.printing.printer import (
    ONE_SIDED,
    Attention,
    JobReport,
    Printer,
    PrintOutcome,
    Sides,
)

_LIST_SECONDS = 5.0
_SEND_SECONDS = 20.0
_DEVICE_SECONDS = 2.0
_DEFAULT = re.compile(r"system default destination: (\S+)")
_REQUEST = re.compile(r"request id is (\S+)")
#: What only the device knows; the queue keeps the last it heard.
_OF_DEVICES = (
    "paper_out", "paper_low", "jam", "offline", "cover_open", "wrong_media", "ink_low"
)  # fmt: skip
_SILENT = "The printing system does not answer."


def printers() -> list[Printer]:
    """The queues, the default first; none where there is no CUPS. NoAnswer where it is mute."""
    if shutil.which("lpstat") is None:
        return []
    told = ipp_calls.cups_printers(_server())
    default = _DEFAULT.search(run(["lpstat", "-d"], _LIST_SECONDS).out) if told else None
    found = [_queue(queue, default[1] if default else "") for queue in told]
    return sorted(found, key=lambda p: (not p.default, p.name.casefold()))


def printer_state(known: Printer) -> Printer:
    """The queue as it is now, and the device behind it where it can be asked."""
    try:
        told = ipp_calls.printer_attributes(_at(known.name))
    except NoAnswer as problem:
        return replace(known, state="unknown", note=str(problem), attention=())
    queue = replace(_queue(told, ""), name=known.name, default=known.default)
    device = devices.device(ipp_calls.text(told, "device-uri"))
    queue = replace(queue, confirms=device is not None)
    if device is None:
        return queue
    try:
        behind = ipp_told.printer(
            known, ipp_calls.printer_attributes(device, seconds=_DEVICE_SECONDS)
        )
    except NoAnswer as problem:
        if problem.delivered:
            return queue
        seen = [a for a in queue.attention if a.kind != "offline"]
        return replace(queue, attention=(Attention("offline"), *seen))
    own = [a for a in queue.attention if a.kind not in _OF_DEVICES]
    return replace(
        queue,
        state="stopped" if behind.state == "stopped" else queue.state,
        attention=(*own, *(a for a in behind.attention if a.kind not in {o.kind for o in own})),
        media_ready=behind.media_ready or queue.media_ready,
        supplies=behind.supplies or queue.supplies,
    )


def send(
    name: str, pdf: Path, title: str, media: str, copies: int = 1, sides: Sides = ""
) -> PrintOutcome:
    """Hands the PDF to a queue at its own size. FileNotFoundError where there is no `lp`."""
    options = ["-n", str(copies), "-o", "print-scaling=none"]
    both = sides == "" or _offers(name, sides)
    if sides and both:
        options += ["-o", f"sides={sides}"]
    if media:
        options += ["-o", f"media={media}"]
    ran = run(
        ["lp", "-d", name, "-t", title, *options, "--", str(pdf.absolute())],
        _SEND_SECONDS,
    )
    if ran.status is None:
        return PrintOutcome("unknown", detail="The printing system did not answer in time.")
    if ran.status:
        return PrintOutcome("failed", detail=ran.words)
    found = _REQUEST.search(ran.out)
    return PrintOutcome("sent", found[1] if found else "", ran.words if both else ONE_SIDED)


def _offers(name: str, sides: Sides) -> bool:
    """Whether a queue turns the paper; one that does not answer is asked to."""
    try:
        told = ipp_calls.printer_attributes(_at(name))
    except NoAnswer:
        return True
    return sides in ipp_calls.texts(told, "sides-supported")


def job_state(known: Printer, job: str) -> JobReport:
    """What is known of a job of a queue, named as lp names it (`badge1-12`).

    CUPS calls a job completed when its backend has ended, even one that found a device that was
    switched off and on and knew nothing of the job. Only the device's own word counts.
    """
    number = ipp_calls.job_number(job.rpartition("-")[2])
    if number is None:
        return ipp_told.FORGOTTEN
    try:
        told = ipp_calls.job_attributes(_at(known.name), number)
        if told is None:
            return ipp_told.FORGOTTEN
        report = ipp_told.job(told)
        if report.over and report.state != "cancelled":
            return _word_of_device(known, report, marks.mark_of(ipp_calls.text(told, "job-name")))
        return report if report.over else ipp_told.job(told, printer_state(known).attention)
    except NoAnswer as problem:
        return JobReport("unknown", words=str(problem))


def _word_of_device(known: Printer, report: JobReport, mark: str) -> JobReport:
    """What the device says of a job that CUPS is done with. NoAnswer (the queue)."""
    told = ipp_calls.printer_attributes(_at(known.name))
    device = devices.device(ipp_calls.text(told, "device-uri"))
    if device is None:
        return report if report.state == "aborted" else ipp_told.passed_on(report)
    try:
        for which in ("completed", "not-completed"):
            for job in ipp_calls.jobs(device, which, _DEVICE_SECONDS):
                if marks.bears(ipp_calls.text(job, "job-name"), mark):
                    return ipp_told.job(job)
    except NoAnswer as problem:
        if report.state == "aborted":
            return report
        if problem.delivered:
            return ipp_told.passed_on(report)
        offline = Attention("offline")
        return JobReport("unknown", report.reasons, str(problem), attention=(offline,))
    return report if report.state == "aborted" else ipp_told.FORGOTTEN


def job_named(known: Printer, title: str) -> str:
    """The latest job that was sent under a title, as lp would name it; "" where none is known."""
    try:
        found = ipp_lookup.latest_named(_at(known.name), title)
    except NoAnswer:
        return ""
    return f"{known.name}-{found[0]}" if found else ""


def cancel(job: str) -> bool:
    """Whether CUPS agreed to stop the job. FileNotFoundError where there is no `cancel`."""
    # `cancel` knows no “--”.
    return not job.startswith("-") and run(["cancel", job], _LIST_SECONDS).status == 0


def _queue(told: Attributes, default: str) -> Printer:
    name = ipp_calls.text(told, "printer-name")
    return ipp_told.printer(Printer(name, "cups", name == default), told)


def _at(queue: str) -> Address:
    return _server().at(f"/printers/{queue}")


def _server() -> Address:
    """Where CUPS listens. NoAnswer where it is not installed or cannot tell."""
    return _found(os.environ.get("CUPS_SERVER", ""))


@cache
def _found(_setting: str) -> Address:
    try:
        told = run(["lpstat", "-H"], _LIST_SECONDS).out.strip()
    except (FileNotFoundError, PermissionError) as error:
        raise NoAnswer(_SILENT, delivered=False) from error
    if told.startswith("/"):
        return Address("localhost", socket=told)
    host, _, port = told.rpartition(":")
    if not host or not port.isdecimal():
        raise NoAnswer(_SILENT, delivered=False)
    return Address(host.strip("[]"), int(port))
