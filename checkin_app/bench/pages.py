"""Measures badge pages beside naive ReportLab pages of the same content, and their memory."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from checkin_app.badges.selection import Selection, subjects
from checkin_app.badges.subject import BadgeSubject
from checkin_app.bench.measure import Figure, cpu_seconds
from checkin_app.desk import Desk

PAGES = 2000
NAIVE_PAGES = 100
BATCHES = (2000, 20_000)


def vietnamese(desk: Desk, count: int) -> list[BadgeSubject]:
    """That many badges of Vietnamese names, over again where there are fewer people."""
    people = [s for s in desk.badge_subjects(Selection()) if s.country == "VN"]
    return [people[number % len(people)] for number in range(count)]


def figures(desk: Desk, folder: Path) -> Iterator[Figure]:
    """Pages a second of CPU, then memory from 2,000 to 20,000 pages (not on Windows)."""
    from checkin_app.badges.render import render
    from checkin_app.badges.yardstick import naive_pages

    chosen = vietnamese(desk, PAGES)
    naive_pages(chosen[:2], folder / "naive.pdf")
    render(chosen[:2], folder / "ours.pdf")
    ours, naive = [], []
    for _ in range(3):
        naive.append(
            NAIVE_PAGES
            / cpu_seconds(lambda: naive_pages(chosen[:NAIVE_PAGES], folder / "naive.pdf"))
        )
        ours.append(PAGES / cpu_seconds(lambda: render(chosen, folder / "ours.pdf")))
    size = (folder / "ours.pdf").stat().st_size / PAGES
    yield Figure(
        "badge pages, Vietnamese names, A6",
        "pages/s of CPU",
        max(ours),
        max(naive),
        30.0,
        at_least=True,
        note=f"{size:,.0f} bytes a page; floor: naive ReportLab",
    )
    if sys.platform == "win32":
        return  # Windows does not tell the most memory that a process had.
    small, large = (_peak(desk.path, count, folder) for count in BATCHES)
    yield Figure(
        f"badge PDF, peak memory at {BATCHES[1]:,} pages",
        "MiB",
        large / 2**20,
        small / 2**20,
        1.1,
        note=f"floor: at {BATCHES[0]:,} pages",
    )


def _peak(event: Path, count: int, folder: Path) -> int:
    """The most memory, in bytes, of a process of its own that renders so many pages."""
    done = subprocess.run(
        [sys.executable, "-m", "checkin_app.bench.pages", str(event), str(count), str(folder)],
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    return int(json.loads(done.stdout)["peak"])


def main() -> None:
    """Renders and tells the peak; see `_peak`."""
    import resource

    from checkin_app.badges.render import render
    from checkin_app.store.event_file import EventFile

    event, count, folder = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    file = EventFile.open(event, write=False)
    people = list(subjects(file, Selection()))[:2000]
    render((people[n % len(people)] for n in range(count)), folder / "memory.pdf")
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
    sys.stdout.write(json.dumps({"peak": peak}))


if __name__ == "__main__":
    main()
