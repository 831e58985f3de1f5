"""Owns one job as the press needs it: gathered at the desk once, made into a PDF away from it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checkin_app.domain.badges import Job, JobState
from checkin_app.domain.errors import NotPossible
from checkin_app.press.kept import kept_path, sha256_of

if TYPE_CHECKING:
    from checkin_app.badges.layout import Layout
    from checkin_app.badges.subject import BadgeSubject
    from checkin_app.desk import Desk
    from checkin_app.printing import Printer
    from checkin_app.printing.printer import Sides


WORTHLESS = (
    "The code was replaced or revoked since, or the person has withdrawn. Order a new badge if one "
    "is still wanted."
)


@dataclass(frozen=True, slots=True)
class Order:
    """A job, what its badges say, and where its PDF is kept.

    `as_kept` says that the kept PDF, if it is whole, says what the badges are to say now.
    """

    job: Job
    subjects: Sequence[BadgeSubject]
    layout: Layout
    photos: dict[str, bytes]
    pdf: Path
    as_kept: bool


def try_title(job: Job) -> str:
    """What a job is called where it is sent; each further try otherwise than those before."""
    return job.title if job.tries < 2 else f"{job.title} ({job.tries})"


def sides_of(layout: Layout) -> Sides:
    """How a layout with a back on the other side of the paper is printed; "" for all others."""
    if layout.sides < 2:
        return ""
    return "two-sided-short-edge" if layout.width > layout.height else "two-sided-long-edge"


def queued(desk: Desk, but: Collection[str] = (), only: str = "") -> Job | None:
    """The job that is next for other printers than `but`, or `only` that; None if not queued.

    Raises NoSuchJob.
    """
    job = desk.job(only) if only else desk.next_job(but)
    return job if job is not None and job.state is JobState.QUEUED else None


def gathered(desk: Desk, job_id: str, why_not: str) -> Order:
    """A job with all that its PDF needs, read in one piece.

    Badges that must not be printed any more become a failed job of their own, which says
    `why_not`. Raises NotPossible where none is left.
    """
    job = desk.job(job_id)
    if gone := desk.worthless_badges(job_id):
        if len(gone) == len(job.badges):
            raise NotPossible(WORTHLESS)
        desk.part_job(job_id, gone, words=why_not)
        job = desk.job(job_id)
    subjects = list(desk.job_subjects(job.id))
    photos = {name: desk.photo(name) for name in {s.photo for s in subjects} if name}
    return Order(
        job=job,
        subjects=subjects,
        layout=desk.layout(job.layout),
        photos={name: jpeg for name, jpeg in photos.items() if jpeg is not None},
        pdf=kept_path(desk.event.id, job.id),
        as_kept=desk.job_as_kept(job.id),
    )


@dataclass(frozen=True, slots=True)
class Made:
    """The kept PDF's hash, and who has no badge in it: no font has the letters of their names."""

    sha256: str
    left_out: frozenset[str] = frozenset()


def make(order: Order, printer: Printer) -> Made:
    """Makes the PDF of a job, unless the one that is kept will do. Raises NotPossible, OSError."""
    from checkin_app.badges.render import render

    if order.as_kept and sha256_of(order.pdf) == order.job.pdf_sha256:
        return Made(order.job.pdf_sha256)
    rendered = render(
        order.subjects,
        order.pdf,
        layout=order.layout,
        dpi=printer.dpi,
        photos=order.photos.get,
    )
    if not rendered.badges:
        raise NotPossible("There is nothing to print for this person.")
    order.pdf.chmod(0o600)
    return Made(sha256_of(order.pdf), rendered.left_out)
