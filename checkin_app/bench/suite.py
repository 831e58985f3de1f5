"""Owns the order of the measurements and the folder they take place in."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from checkin_app.bench import (
    exchanges,
    hubs,
    imports,
    pages,
    preflights,
    prints,
    rosters,
    scans,
    searches,
    windows,
)
from checkin_app.bench.measure import Figure

IMPORTED = 100_000


def run(
    sizes: Sequence[int], told: Callable[[str], None] = lambda text: None, *, soak: int = 0
) -> Iterator[Figure]:
    """Every figure, as soon as it is measured; `told` hears what is going on meanwhile.

    `sizes` are how many people the measured events have, `soak` how many scans go through the
    window at the end (0: none).
    """
    with _folder() as folder:
        times = []
        for people in sizes:
            told(f"making an event of {people:,} people")
            event = folder / f"{people}.checkin"
            desk = rosters.new_event(event, people)
            told(f"scanning and searching among {people:,} people")
            times.append(scans.measure(desk, people, folder))
            yield from searches.figures(desk, people)
            if people == min(sizes):
                told("drawing badges")
                yield from pages.figures(folder)
                told("printing badges one by one")
                yield from prints.figures(folder)
            if people == sorted(sizes)[len(sizes) // 2]:
                told("looking at badges before they are printed")
                yield from preflights.figures(desk, folder)
            codes = folder / f"{people}.codes"
            chosen = [credential.code for _, credential in desk.all_credentials()]
            codes.write_text("\n".join(chosen), encoding="ascii")
            desk.close()
        yield from scans.figures(times)
        middle = sorted(sizes)[len(sizes) // 2]
        event, codes = folder / f"{middle}.checkin", folder / f"{middle}.codes"
        told("starting the window")
        yield from windows.start_figures(event, middle)
        yield from windows.verdict_figures(event, codes, folder)
        told(f"importing {IMPORTED:,} rows")
        yield from imports.figures(folder, min(IMPORTED, max(sizes)))
        yield from hubs.figures(folder, max(sizes), told)
        yield from exchanges.figures(folder, event, told)
        if soak:
            told(f"{soak:,} scans through the window")
            yield from windows.soak_figures(event, codes, soak)


@contextmanager
def _folder() -> Iterator[Path]:
    """A folder with a station of its own, so that nothing of this station is touched."""
    before = {name: os.environ.get(name) for name in ("CHECKIN_HOME", "CHECKIN_KEYRING")}
    with tempfile.TemporaryDirectory(prefix="checkin-bench-") as name:
        os.environ.update(CHECKIN_HOME=str(Path(name) / "station"), CHECKIN_KEYRING="off")
        try:
            yield Path(name)
        finally:
            for key, value in before.items():
                os.environ.pop(key, None)
                if value is not None:
                    os.environ[key] = value
