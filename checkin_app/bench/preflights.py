"""Measures the preflight of a whole forum beside drawing as many naive badges."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from checkin_app.badges.preflight import Checked
from checkin_app.badges.selection import Selection
from checkin_app.bench.measure import Figure, cpu_seconds
from checkin_app.desk import Desk
from checkin_app.press.preflights import Inquiry, look

BADGES = 20_000
_NAIVE = 100
#: The contract: so many badges in so many seconds.
MOST_SECONDS = 60.0


def figures(desk: Desk, folder: Path) -> Iterator[Figure]:
    """Seconds of CPU for BADGES badges of the A6 layout, fewer where the event has fewer."""
    from checkin_app.bench.yardstick import naive_pages

    keys = desk.roster_ids()[:BADGES]
    ids = [row.delegate.id for row in desk.roster_rows(keys)]
    some = list(desk.badge_subjects(Selection(delegates=ids[:_NAIVE])))
    naive_pages(some[:2], folder / "naive.pdf")
    naive = cpu_seconds(lambda: naive_pages(some, folder / "naive.pdf")) * len(ids) / len(some)
    checked: list[Checked] = []
    inquiry = Inquiry(Selection(delegates=ids), layout="a6")
    seconds = cpu_seconds(lambda: checked.append(look(desk, inquiry)))
    found = len(checked[0].findings)
    yield Figure(
        f"preflight of {len(ids):,} badges, A6",
        "s of CPU",
        seconds,
        naive,
        MOST_SECONDS / naive,
        note=f"{found:,} findings; at most {MOST_SECONDS:.0f} s; floor: as many naive pages",
    )
