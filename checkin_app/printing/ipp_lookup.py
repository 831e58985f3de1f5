"""Owns looking for a job by the title it was sent under, where its number got lost."""

from __future__ import annotations

from checkin_app.printing import ipp_calls, marks
from checkin_app.printing.ipp_http import Address


def latest_named(to: Address, title: str) -> tuple[int, str] | None:
    """Number and mark of the latest job of that title; None where the printer knows none.

    NoAnswer.
    """
    wanted = marks.cleaned(title)
    found = [
        (number, mark)
        for which in ("not-completed", "completed")
        for job in ipp_calls.jobs(to, which)
        if (number := ipp_calls.number(job, "job-id")) is not None
        and (mark := marks.mark_of(name := ipp_calls.text(job, "job-name")))
        and name.removesuffix(f" #{mark}") == wanted
    ]
    return max(found, default=None)
