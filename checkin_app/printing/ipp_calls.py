"""Owns the operations of IPP that are used (RFC 8011): each is one question and one answer."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from checkin_app.printing import ipp
from checkin_app.printing.ipp import Answer, Attributes, Sent, Tag, sent
from checkin_app.printing.ipp_http import Address, NoAnswer, post

PRINT_JOB = 0x0002
CREATE_JOB = 0x0005
SEND_DOCUMENT = 0x0006
CANCEL_JOB = 0x0008
GET_JOB = 0x0009
GET_JOBS = 0x000A
GET_PRINTER = 0x000B
CUPS_GET_PRINTERS = 0x4002

ABOUT_PRINTER = (
    *("printer-name", "printer-state", "printer-state-reasons", "printer-state-message"),
    *("printer-is-accepting-jobs", "queued-job-count", "media-ready", "media-supported"),
    *("sides-supported", "pwg-raster-document-sheet-back"),
    *("marker-names", "marker-levels", "printer-resolution-default", "print-scaling-supported"),
    *("document-format-supported", "operations-supported", "device-uri"),
    *("pwg-raster-document-type-supported", "pwg-raster-document-resolution-supported"),
)
ABOUT_JOB = (
    *("job-id", "job-name", "job-state", "job-state-reasons"),
    *(
        "job-state-message",
        "job-printer-state-message",
        "job-impressions-completed",
        "job-media-sheets-completed",
    ),
)

NOT_FOUND = 0x0406
BUSY = 0x0507
_ASK_SECONDS = 5.0
_LATEST = 200
_numbers = itertools.count(1)


def printer_attributes(to: Address, seconds: float | None = None) -> Attributes:
    """What a printer says about itself. NoAnswer where it says nothing."""
    answer = _ask(to, GET_PRINTER, to.uri, [_wanted(ABOUT_PRINTER)], seconds or _ASK_SECONDS)
    if not answer.ok:
        raise refusal(answer)
    return answer.first(Tag.PRINTER)


def cups_printers(to: Address) -> list[Attributes]:
    """The queues of a print server. NoAnswer where it is none."""
    answer = _ask(to, CUPS_GET_PRINTERS, "", [_wanted(ABOUT_PRINTER)], _ASK_SECONDS)
    if answer.status == NOT_FOUND:
        return []
    if not answer.ok:
        raise refusal(answer)
    return answer.all(Tag.PRINTER)


def job_attributes(to: Address, job: int) -> Attributes | None:
    """What a printer says of a job; None where it no longer knows it. NoAnswer."""
    asked = [sent(Tag.INTEGER, "job-id", job), _wanted(ABOUT_JOB)]
    answer = _ask(to, GET_JOB, to.uri, asked, _ASK_SECONDS, named=True)
    if answer.status == NOT_FOUND:
        return None
    if not answer.ok:
        raise refusal(answer)
    return answer.first(Tag.JOB)


def jobs(to: Address, which: str, seconds: float | None = None) -> list[Attributes]:
    """The latest jobs of a printer, `which` is `completed` or `not-completed`. NoAnswer."""
    asked = [
        sent(Tag.INTEGER, "limit", _LATEST),
        sent(Tag.KEYWORD, "which-jobs", which),
        _wanted(ABOUT_JOB),
    ]
    answer = _ask(to, GET_JOBS, to.uri, asked, seconds or _ASK_SECONDS, named=True)
    if not answer.ok:
        raise refusal(answer)
    return answer.all(Tag.JOB)


def cancel_job(to: Address, job: int) -> bool:
    """Whether the printer agreed to stop a job. NoAnswer."""
    asked = [sent(Tag.INTEGER, "job-id", job)]
    return _ask(to, CANCEL_JOB, to.uri, asked, _ASK_SECONDS, named=True).ok


def create_job(to: Address, title: str, job: Iterable[Sent]) -> Answer:
    """A job that has a number before its document is on the way. NoAnswer."""
    named = [sent(Tag.NAME, "job-name", title)]
    return _ask(to, CREATE_JOB, to.uri, named, _ASK_SECONDS, job=job, named=True)


def send_document(to: Address, job: int, form: str, file: Path, seconds: float) -> Answer:
    """The one document of a created job. NoAnswer, OSError (the file)."""
    asked = [
        sent(Tag.INTEGER, "job-id", job),
        sent(Tag.MIME, "document-format", form),
        sent(Tag.BOOLEAN, "last-document", True),
    ]
    return _ask(to, SEND_DOCUMENT, to.uri, asked, seconds, named=True, document=file)


def print_job(
    to: Address, title: str, form: str, job: Iterable[Sent], file: Path, seconds: float
) -> Answer:
    """Job and document at once, for printers that know nothing else. NoAnswer, OSError."""
    asked = [sent(Tag.NAME, "job-name", title), sent(Tag.MIME, "document-format", form)]
    return _ask(to, PRINT_JOB, to.uri, asked, seconds, job=job, named=True, document=file)


def job_number(told: str) -> int | None:
    """A job's number in IPP's range; None where it is none."""
    if not (told.isascii() and told.isdecimal() and len(told) <= 10):
        return None
    return int(told) if 0 < int(told) < 1 << 31 else None


def refusal(answer: Answer) -> NoAnswer:
    """A refusal in the printer's own words, else by its number."""
    said = text(answer.first(Tag.OPERATION), "status-message")
    return NoAnswer(said or f"IPP 0x{answer.status:04X}", delivered=True)


def text(attributes: Attributes, name: str) -> str:
    """The first value that is a text; "" where there is none."""
    return next((v for v in attributes.get(name, ()) if isinstance(v, str)), "")


def texts(attributes: Attributes, name: str) -> tuple[str, ...]:
    """All values that are texts."""
    return tuple(v for v in attributes.get(name, ()) if isinstance(v, str))


def number(attributes: Attributes, name: str) -> int | None:
    """The first value that is a number; None where there is none."""
    return next((v for v in attributes.get(name, ()) if type(v) is int), None)


def _wanted(names: Sequence[str]) -> Sent:
    return sent(Tag.KEYWORD, "requested-attributes", *names)


def _ask(
    to: Address,
    operation: int,
    printer: str,
    asked: Iterable[Sent],
    seconds: float,
    *,
    job: Iterable[Sent] = (),
    named: bool = False,
    document: Path | None = None,
) -> Answer:
    # charset, language and target come first, in this order (RFC 8011, 4.1.4 and 4.1.5).
    about = [
        sent(Tag.CHARSET, "attributes-charset", "utf-8"),
        sent(Tag.LANGUAGE, "attributes-natural-language", "en"),
    ]
    if printer:
        about.append(sent(Tag.URI, "printer-uri", printer))
    told = list(asked)
    if named and told and told[0].name == "job-id":
        about.append(told.pop(0))
    if named:
        about.append(sent(Tag.NAME, "requesting-user-name", _user()))
    groups = [(Tag.OPERATION, [*about, *told])]
    if job_attributes := list(job):
        groups.append((Tag.JOB, job_attributes))
    message = ipp.encode(operation, next(_numbers), *groups)
    body = post(to, message, document, seconds=seconds)
    try:
        return ipp.decode(body)
    except ipp.BadMessage as error:
        raise NoAnswer("The printer gave no clear answer.", delivered=True) from error


def _user() -> str:
    """The name under which lp sends, or CUPS would hide the names of our own jobs from us."""
    try:
        import pwd

        return pwd.getpwuid(os.getuid()).pw_name
    except (ImportError, KeyError):
        return os.environ.get("USERNAME") or "desk"
