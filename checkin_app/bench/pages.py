"""Measures badge pages beside naive ReportLab pages of the same content, and their memory."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from checkin_app.badges.selection import Selection, subjects
from checkin_app.badges.subject import BadgeSubject
from checkin_app.bench.measure import Figure, cpu_seconds
from checkin_app.bench.rosters import new_event
from checkin_app.desk import Desk

PAGES = 2000
NAIVE_PAGES = 100
ROUNDS = 3
BATCHES = (2000, 20_000)
#: The most bytes of a page of Latin or Vietnamese texts without a photo.
MOST_BYTES = 4096
#: The event they are taken from: so large that there are PAGES people of each kind.
PEOPLE = 16_000
#: A layout with a photo, and how many different pictures there are; each is put in by itself.
PHOTO_LAYOUT, PHOTOS = "badge-90x120", 200


def figures(folder: Path) -> Iterator[Figure]:
    """Pages a second of CPU, bytes, sheets, then memory from 2,000 to 20,000 pages (not on
    Windows). Each is the best of three rounds, in turn with its floor."""
    desk = new_event(folder / "badges.checkin", PEOPLE)
    try:
        yield from _plain(desk, folder)
        yield from _mixed(desk, folder)
        yield from _sheets(desk, folder)
    finally:
        desk.close()
    if sys.platform == "win32":
        return  # Windows does not tell the most memory that a process had.
    small, large = (_peak(folder / "badges.checkin", count, folder) for count in BATCHES)
    yield Figure(
        f"badge PDF, peak memory at {BATCHES[1]:,} pages",
        "MiB",
        large / 2**20,
        small / 2**20,
        1.1,
        note=f"floor: at {BATCHES[0]:,} pages",
    )


def vietnamese(desk: Desk) -> list[BadgeSubject]:
    """PAGES badges of different people with Vietnamese names."""
    return [s for s in desk.badge_subjects(Selection()) if s.country == "VN"][:PAGES]


def mixed(desk: Desk) -> list[BadgeSubject]:
    """PAGES badges of different people with a name in another script too, and photos."""
    people = [s for s in desk.badge_subjects(Selection()) if not _plain_letters(s.own_name)]
    return [
        replace(subject, photo=f"photo-{number}") for number, subject in enumerate(people[:PAGES])
    ]


def _plain(desk: Desk, folder: Path) -> Iterator[Figure]:
    from checkin_app.badges.render import render
    from checkin_app.bench.yardstick import naive_pages

    chosen = vietnamese(desk)
    out, naive = folder / "ours.pdf", folder / "naive.pdf"
    rates = _rates(lambda some: render(some, out), lambda some: naive_pages(some, naive), chosen)
    yield Figure(
        "badge pages, Vietnamese names, A6",
        "pages/s of CPU",
        *rates,
        30.0,
        at_least=True,
        note="floor: naive ReportLab",
    )
    yield Figure(
        f"badge PDF, bytes a page of {PAGES:,}",
        "bytes",
        out.stat().st_size / PAGES,
        bound=MOST_BYTES,
        note="Vietnamese names, no photos, fonts included",
    )


def _mixed(desk: Desk, folder: Path) -> Iterator[Figure]:
    from checkin_app.badges.render import render
    from checkin_app.bench.yardstick import naive_pages

    chosen = mixed(desk)
    photos = {s.photo: _photo(number % PHOTOS) for number, s in enumerate(chosen)}
    out, naive = folder / "mixed.pdf", folder / "naive.pdf"
    rates = _rates(
        lambda some: render(some, out, layout=PHOTO_LAYOUT, photos=photos.get),
        lambda some: naive_pages(some, naive, photos),
        chosen,
    )
    yield Figure(
        "badge pages, mixed scripts with photos",
        "pages/s of CPU",
        *rates,
        6.0,
        at_least=True,
        note=f"photos of {len(_photo(0)):,} bytes; floor: naive ReportLab, unshaped",
    )


def _sheets(desk: Desk, folder: Path) -> Iterator[Figure]:
    from checkin_app.badges.render import render

    chosen = vietnamese(desk)
    single: list[float] = []
    sheet: list[float] = []
    for _ in range(ROUNDS):
        for times, name in ((single, None), (sheet, "a4-4up")):
            work = partial(render, chosen, folder / "sheets.pdf", sheet=name)
            times.append(cpu_seconds(work) / PAGES * 1e6)
    yield Figure(
        "a badge on sheets of 4",
        "µs of CPU",
        min(sheet),
        min(single),
        1.0,
        note="floor: one a page",
    )


def _rates(
    ours: Callable[[list[BadgeSubject]], object],
    floor: Callable[[list[BadgeSubject]], object],
    chosen: list[BadgeSubject],
) -> tuple[float, float]:
    """Pages a second of CPU, the best of each; both are warm."""
    some = chosen[:NAIVE_PAGES]
    floor(some[:2])
    ours(some[:2])
    rates: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        rates[1].append(len(some) / cpu_seconds(lambda: floor(some)))
        rates[0].append(len(chosen) / cpu_seconds(lambda: ours(chosen)))
    return max(rates[0]), max(rates[1])


def _plain_letters(text: str) -> bool:
    """Whether there is nothing but Latin in it."""
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 for c in text)


@cache
def _photo(number: int) -> bytes:
    """A made-up portrait as they are stored: 300 × 400, smooth and a little noisy."""
    from PIL import Image

    noise = Image.effect_noise((75, 100), 40 + number % 7).resize((300, 400))
    ground = Image.linear_gradient("L").resize((300, 400)).rotate(number)
    picture = Image.merge("RGB", (ground, Image.blend(noise, ground, 0.6), noise))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=70)
    return out.getvalue()


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
