"""Owns network printers spoken to directly by IPP (IPP Everywhere, AirPrint): `ipp://host/path`."""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

from checkin_app.printing import (
    ipp_calls,
    ipp_lookup,
    ipp_told,
    marks,
    media_sizes,
    pwg_raster,
    raster,
)
from checkin_app.printing.ipp import Answer, Attributes, Sent, Tag, sent
from checkin_app.printing.ipp_http import Address, NoAnswer, address
from checkin_app.printing.printer import (
    ONE_SIDED,
    Attention,
    JobReport,
    Printer,
    PrintOutcome,
    Sides,
)

PREFIXES = ("ipp://", "ipps://")
_SEND_SECONDS = 60.0
_BUSY_SECONDS = (0.25, 0.5, 1.0, 2.0, 4.0)
_PDF = "application/pdf"
_FINEST = 600
NO_PDF = (
    "This printer takes neither PDF nor PWG Raster. Add it to the system’s printers, and print to "
    "it there: the system converts badges for it."
)
OTHER_PAPER = "This printer does not offer paper of the badge’s size; it prints on what is loaded."


def printer(name: str) -> Printer | None:
    """The printer of that address, not asked yet; None where it is no address."""
    return None if address(name) is None else Printer(name, "ipp")


def printer_state(known: Printer) -> Printer:
    """The printer as it is now; “offline” where it does not answer."""
    try:
        told = ipp_calls.printer_attributes(_at(known))
    except NoAnswer as problem:
        return replace(known, note=str(problem), attention=(_silent(problem),))
    return replace(ipp_told.printer(known, told), confirms=_confirms(told))


def send(
    known: Printer, pdf: Path, title: str, media: str, copies: int = 1, sides: Sides = ""
) -> PrintOutcome:
    """Hands the PDF to the printer, or its pages as pixels where it takes no PDF."""
    to = _at(known)
    try:
        told = ipp_calls.printer_attributes(to)
    except NoAnswer as problem:
        return PrintOutcome("failed", detail=str(problem))
    size = media_sizes.size_of(media)
    paper = media_sizes.offered(size, ipp_calls.texts(told, "media-supported")) if size else ""
    both = sides if sides in ipp_calls.texts(told, "sides-supported") else ""
    notes = [OTHER_PAPER] if media and not paper else []
    notes += [ONE_SIDED] if sides and not both else []
    order = _Order(title, _wishes(told, paper, copies, both), "; ".join(notes))
    formats = ipp_calls.texts(told, "document-format-supported")
    if _PDF in formats:
        return _sent(to, told, order, _PDF, pdf)
    pixels = _pixels(told) if pwg_raster.MIME in formats else None
    if pixels is None:
        return PrintOutcome("failed", detail=NO_PDF)
    dpi, grey = pixels
    with tempfile.TemporaryDirectory(prefix="badges-") as folder:
        file = Path(folder) / "badges.pwg"
        try:
            with file.open("wb") as out:
                pages = raster.pages(pdf, dpi, grey=grey)
                mode = "L" if grey else "RGB"
                back = ipp_calls.text(told, "pwg-raster-document-sheet-back")
                images = (page.image.convert(mode) for page in pages)
                pwg_raster.write(out, images, dpi, pwg_raster.Turn(both, back))
        except (raster.NotPdf, raster.TooLarge):
            return PrintOutcome("failed", detail="The badge’s file is damaged.")
        return _sent(to, told, order, pwg_raster.MIME, file)


def _pixels(told: Attributes) -> tuple[int, bool] | None:
    """The resolution of pages as pixels, and whether they are grey; None for none we can make."""
    kinds = ipp_calls.texts(told, "pwg-raster-document-type-supported")
    if "srgb_8" not in kinds and "sgray_8" not in kinds:
        return None
    offered = [
        value[0]
        for value in told.get("pwg-raster-document-resolution-supported", ())
        if isinstance(value, tuple) and len(value) == 3 and value[0] == value[1] and value[2] == 3
    ]
    fitting = [dpi for dpi in offered if 0 < dpi <= _FINEST]
    return (max(fitting), "srgb_8" not in kinds) if fitting else None


@dataclass(frozen=True, slots=True)
class _Order:
    title: str
    wishes: list[Sent]
    note: str


def _sent(to: Address, told: Attributes, order: _Order, form: str, file: Path) -> PrintOutcome:
    """The job has a number before the document is on its way, where the printer knows how."""
    operations = told.get("operations-supported", ())
    if ipp_calls.CREATE_JOB not in operations or ipp_calls.SEND_DOCUMENT not in operations:
        return _at_once(to, order, form, file)
    try:
        created = _created(to, order)
    except NoAnswer as problem:
        return PrintOutcome(
            "failed", detail=str(problem)
        )  # a job without a document prints nothing
    number = ipp_calls.number(created.first(Tag.JOB), "job-id")
    if not created.ok or number is None:
        return PrintOutcome("failed", detail=str(ipp_calls.refusal(created)))
    job = f"{number}:{marks.mark_of(order.title)}"
    try:
        taken = ipp_calls.send_document(to, number, form, file, _SEND_SECONDS)
    except NoAnswer as problem:
        return PrintOutcome("unknown" if problem.delivered else "failed", job, str(problem))
    return _outcome(taken, job, order.note)


def job_state(known: Printer, job: str) -> JobReport:
    """What the printer says of a job, named as `send` named it: `number:mark`.

    A printer that was switched off may count from 1 again: the mark tells the jobs apart.
    """
    told_number, _, mark = job.partition(":")
    number = ipp_calls.job_number(told_number)
    if number is None:
        return ipp_told.FORGOTTEN
    try:
        told = ipp_calls.job_attributes(_at(known), number)
        now = printer_state(known)
    except NoAnswer as problem:
        return JobReport("unknown", words=str(problem), attention=(_silent(problem),))
    if told is None or not marks.bears(ipp_calls.text(told, "job-name"), mark):
        return ipp_told.FORGOTTEN
    report = ipp_told.job(told, now.attention)
    if report.state == "completed" and not now.confirms:
        return ipp_told.passed_on(report)
    return report


def job_named(known: Printer, title: str) -> str:
    """The latest job that was sent under a title, as `send` would name it; "" where none is."""
    try:
        found = ipp_lookup.latest_named(_at(known), title)
    except NoAnswer:
        return ""
    return f"{found[0]}:{found[1]}" if found else ""


def cancel(known: Printer, job: str) -> bool:
    """Whether the printer agreed to stop the job."""
    number = ipp_calls.job_number(job.partition(":")[0])
    if number is None or job_state(known, job).over:
        return False
    try:
        return ipp_calls.cancel_job(_at(known), number)
    except NoAnswer:
        return False


def _at(known: Printer) -> Address:
    found = address(known.name)
    if found is None:
        raise NoAnswer("There is no printer at this address.", delivered=False)
    return found


def _created(to: Address, order: _Order) -> Answer:
    """A job; small printers hold one at a time and are asked again for a while. NoAnswer."""
    for pause in _BUSY_SECONDS:
        created = ipp_calls.create_job(to, order.title, order.wishes)
        if created.status != ipp_calls.BUSY:
            return created
        time.sleep(pause)
    return created


def _silent(problem: NoAnswer) -> Attention:
    return Attention("other", str(problem)) if problem.delivered else Attention("offline")


def _at_once(to: Address, order: _Order, form: str, file: Path) -> PrintOutcome:
    try:
        answer = ipp_calls.print_job(to, order.title, form, order.wishes, file, _SEND_SECONDS)
    except NoAnswer as problem:
        return PrintOutcome("unknown" if problem.delivered else "failed", detail=str(problem))
    number = ipp_calls.number(answer.first(Tag.JOB), "job-id")
    job = "" if number is None else f"{number}:{marks.mark_of(order.title)}"
    return _outcome(answer, job, order.note)


def _outcome(answer: Answer, job: str, note: str) -> PrintOutcome:
    if not answer.ok:
        return PrintOutcome("failed", job, str(ipp_calls.refusal(answer)))
    return PrintOutcome("sent", job, note)


def _wishes(told: Attributes, media: str, copies: int, sides: Sides) -> list[Sent]:
    wishes = [sent(Tag.INTEGER, "copies", copies)] if copies > 1 else []
    if media:
        wishes.append(sent(Tag.KEYWORD, "media", media))
    if sides:
        wishes.append(sent(Tag.KEYWORD, "sides", sides))
    if "none" in ipp_calls.texts(told, "print-scaling-supported"):
        wishes.append(sent(Tag.KEYWORD, "print-scaling", "none"))
    return wishes


def _confirms(told: Attributes) -> bool:
    """A printer's own word counts; a print server in its place names the device behind it."""
    return "device-uri" not in told
