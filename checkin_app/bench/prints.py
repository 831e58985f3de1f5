"""Measures a single badge from the order to its bytes at the spooler, and the parts of that way."""

from __future__ import annotations

import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol, TypeVar

from checkin_app.bench.measure import Figure, spread
from checkin_app.bench.rosters import new_event
from checkin_app.desk import Desk
from checkin_app.domain.badges import JobState
from checkin_app.press.order import gathered, make
from checkin_app.printing import Printer, print_pdf

T = TypeVar("T")
ROUNDS = 60
WARM = 5
#: The most milliseconds from “admit” to bytes at the spooler.
MOST_MS = 150.0
#: Takes a PDF as CUPS does: a program that reads the file and answers with the name of a job.
LP = """#!/bin/sh
for last; do :; done
cat "$last" > "$CHECKIN_SINK"
echo "request id is badges-1 (1 file(s))"
"""


def figures(folder: Path) -> Iterator[Figure]:
    """A badge to a folder, with its parts, and (not on Windows) through a program as CUPS has."""
    desk = new_event(folder / "prints.checkin", 2 * (ROUNDS + WARM))
    try:
        people = [row.delegate.id for row in desk.roster_rows(desk.roster_ids())]
        out = folder / "printed"
        out.mkdir()
        to_folder = Printer(f"folder:{out}", "folder", state="ready")
        yield from _way(desk, people[: ROUNDS + WARM], to_folder, parts=True)
        if os.name != "nt":
            with_lp = _sink(folder)
            before = os.environ["PATH"]
            os.environ["PATH"] = f"{with_lp}{os.pathsep}{before}"
            try:
                yield from _way(desk, people[ROUNDS + WARM :], Printer("badges", "cups"))
            finally:
                os.environ["PATH"] = before
    finally:
        desk.close()


def _way(
    desk: Desk, people: list[str], printer: Printer, *, parts: bool = False
) -> Iterator[Figure]:
    """Times of whole ways, and of the parts of each, in the order in which they come."""
    times: dict[str, list[int]] = defaultdict(list)

    def timed(part: str, step: Callable[[], T]) -> T:
        start = time.perf_counter_ns()
        done = step()
        times[part].append(time.perf_counter_ns() - start)
        return done

    for who in people:
        desk.admit(who)
        start = time.perf_counter_ns()
        _print(desk, who, printer, timed)
        times["whole"].append(time.perf_counter_ns() - start)
    whole = spread(times.pop("whole")[WARM:])
    sort = "a folder" if printer.kind == "folder" else "a program like CUPS’s lp"
    yield Figure(
        f"one badge from “admit” to bytes at {sort}, p95",
        "ms",
        whole.p95,
        bound=MOST_MS,
        note=f"p50 {whole.p50:.1f}",
    )
    if parts:
        for part, taken in times.items():
            yield Figure(f"… of that: {part}, p50", "ms", spread(taken[WARM:]).p50)


class _Timed(Protocol):
    def __call__(self, part: str, step: Callable[[], T], /) -> T: ...


def _print(desk: Desk, who: str, printer: Printer, timed: _Timed) -> None:
    """The way of the press, step by step."""
    ordered = timed("order", lambda: desk.order_badges([who], printer=printer.name, each=True))
    key = ordered[0].id
    order = timed("gather", lambda: gathered(desk, key, ""))
    made = timed("render and keep", lambda: make(order, printer))
    told = timed(
        "record that it is sent",
        lambda: desk.job_told(key, JobState.SENDING, pdf_sha256=made.sha256),
    )
    timed(
        "hand over",
        lambda: print_pdf(printer, order.pdf, title=told.title, media=order.layout.media),
    )


def _sink(folder: Path) -> Path:
    """A folder with a program lp in it."""
    programs = folder / "programs"
    programs.mkdir()
    program = programs / "lp"
    program.write_text(LP, encoding="ascii")
    program.chmod(0o755)
    os.environ["CHECKIN_SINK"] = str(folder / "sink.pdf")
    return programs
