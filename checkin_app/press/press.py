"""Owns the press: takes queued badges, makes them, hands them over, tells the desk what is true."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from checkin_app import config, i18n, logs
from checkin_app.domain.badges import Job, JobState
from checkin_app.domain.errors import CheckinError, NotPossible, PrinterFailed
from checkin_app.press import following, recovery
from checkin_app.press.kept import sha256_of, tidy
from checkin_app.press.order import (
    WORTHLESS,
    Made,
    Order,
    gathered,
    make,
    queued,
    sides_of,
    try_title,
)

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.printing import Printer

T = TypeVar("T")
UNPRINTABLE = "This badge cannot be printed as it is. Check badges says why."


def _settled(key: str, state: JobState, words: str, system_job: str, desk: Desk) -> None:
    if desk.job(key).state is JobState.SENDING:
        desk.job_told(key, state, words=words, system_job=system_job)


class Ask(Protocol):
    """Runs a verb at the desk, in whatever thread it lives, and returns what it returns."""

    def __call__(self, verb: Callable[[Desk], T], /) -> T: ...


class Press:
    """Synchronous, with no thread of its own, each for one thread; two may work side by side.

    A job is told “sending” before a byte leaves, so whatever ends the program in between, no badge
    is printed twice in silence.
    """

    def __init__(self, ask: Ask, station: config.Station | None = None) -> None:
        self._ask = ask
        self._station = station or config.Station()
        #: What the desk has still to hear of jobs that are told “sending”, by their id.
        self._owed: dict[str, tuple[JobState, str, str]] = {}

    def work(self, but: Collection[str] = (), *, only: str = "") -> bool:
        """Prints the job that is next, leaving the printers `but` alone; False when there is none.

        `only` is the id of the one job that may be printed now.

        What goes wrong with a job is told of that job; only a desk that does not answer raises.
        """
        from checkin_app import printing

        self._settle()
        job = self._ask(lambda desk: queued(desk, but, only))
        if job is None:
            return False
        key = job.id
        try:
            order = self._ask(lambda desk: gathered(desk, key, self._say(WORTHLESS)))
            if job.tries and not order.as_kept:
                raise NotPossible("The badge was corrected since. Try again: a new one is made.")
            printer = printing.find(job.printer)
            made = make(order, printer)
        except (CheckinError, OSError) as error:
            self._failed(job, self._words(error))
            return True
        except Exception as crash:
            logs.crashed(__name__, "making a badge", crash)
            self._failed(job, self._words(crash))
            return True
        claimed = self._claim(order, made)
        if claimed is not None:
            self._hand_over(claimed, order, printer)
        return True

    def _claim(self, order: Order, made: Made) -> Job | None:
        """Takes the job for sending; None where it was cancelled or moved meanwhile."""

        def claim(desk: Desk) -> Job | None:
            now = desk.job(key)
            if now != order.job or desk.worthless_badges(key):
                return None
            if made.left_out:
                desk.part_job(now.id, made.left_out, words=self._say(UNPRINTABLE))
            return desk.job_told(now.id, JobState.SENDING, pdf_sha256=made.sha256)

        key = order.job.id
        self._owed[key] = (JobState.QUEUED, "", "")  # a desk may do it and not answer in time
        claimed = self._ask(claim)
        del self._owed[key]
        return claimed

    def _hand_over(self, job: Job, order: Order, printer: Printer) -> None:
        from checkin_app import printing

        state, words, system_job = JobState.UNKNOWN, "", ""
        try:
            if sha256_of(order.pdf) != job.pdf_sha256:
                raise PrinterFailed("The kept badge was changed since it was made. Try again.")
            outcome = printing.print_pdf(
                printer,
                order.pdf,
                title=try_title(job),
                media=order.layout.media,
                sides=sides_of(order.layout),
            )
            state, system_job = JobState(outcome.state), outcome.job
            words = outcome.detail
        except PrinterFailed as error:
            state, words = JobState.FAILED, self._words(error)
        except Exception as crash:
            logs.crashed(__name__, "handing a badge over", crash)
            words = self._words(crash)
        self._owed[job.id] = (state, words, system_job)
        self._settle()

    def _settle(self) -> None:
        """Tells the desk what it did not hear, as when its disk was full."""
        for key, (state, words, system_job) in list(self._owed.items()):
            self._ask(partial(_settled, key, state, words, system_job))
            del self._owed[key]

    def _failed(self, job: Job, words: str) -> None:
        """Nothing was handed over."""

        def tell(desk: Desk) -> None:
            if desk.job(job.id).state is JobState.QUEUED:
                desk.job_told(job.id, JobState.FAILED, words=words)

        self._ask(tell)

    def follow(self) -> None:
        """Asks the printers about every job that they have, and tells what is new."""
        self._settle()
        out = self._ask(lambda desk: desk.jobs_in(JobState.SENT))
        following.follow(self._ask, out, self._words)

    def recover(self) -> None:
        """After a restart: what a former run of the program left “sending” is told truly.

        PDFs that need not be kept any more go.

        Only for the one press that works, before it does.
        """
        for job in self._ask(lambda desk: desk.jobs_in(JobState.SENDING)):
            recovery.recover(self._ask, job, self._say(recovery.ENDED))
        self._ask(lambda desk: tidy(desk, datetime.now(UTC)))

    def cancel(self, job_id: str, *, operator: str = "") -> Job:
        """Cancels a job, at the printer too if that has it. Raises NoSuchJob, NotPossible."""
        job = self._ask(lambda desk: desk.job(job_id))
        if job.state is not JobState.SENT:
            return self._ask(lambda desk: desk.cancel_job(job_id, operator=operator))
        job = following.take_back(self._ask, job, self._words, operator=operator)
        if job.state is not JobState.CANCELLED:
            raise NotPossible("Too late: the printer is done with this job, or does not say.")
        return job

    def move(self, job_id: str, printer: str) -> Job:
        """Gives a job to another printer, back from the one that has it. Raises as `cancel`."""
        from checkin_app import printing

        printing.find(printer)
        job = self._ask(lambda desk: desk.job(job_id))
        if job.state is JobState.SENT:
            job = following.take_back(self._ask, job, self._words, state=JobState.FAILED)
            if job.state is not JobState.FAILED:
                raise NotPossible("Too late: the printer is done with this job, or does not say.")
        return self._ask(lambda desk: desk.move_job(job_id, printer))

    def _say(self, sentence: str) -> str:
        return i18n.say("vi" if self._station.language == "vi" else "en", "errors", sentence)

    def _words(self, error: Exception) -> str:
        """What is kept of a failure, in the station's language."""
        if isinstance(error, CheckinError):
            return i18n.sentence(error, "vi" if self._station.language == "vi" else "en")
        if isinstance(error, OSError) and error.strerror:
            return error.strerror
        return type(error).__name__
