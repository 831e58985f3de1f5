"""Measures a search at every keystroke, and that it finds everybody it should."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

from checkin_app.bench.measure import Figure, Spread, spread
from checkin_app.desk import Desk
from checkin_app.domain.names import fold, words

PEOPLE = 150
LIMIT = 20
BOUNDS = {100_000: 5.0, 1_000_000: 20.0}


def measure(desk: Desk, people: int) -> tuple[Spread, int, int]:
    """Types names and organisations letter by letter; how many keystrokes, how many were missed.

    Names are typed without marks, in both word orders, and once as they are written.
    """
    chance = random.Random(people)
    keys = desk.roster_ids()
    rows = desk.roster_rows(sorted(chance.sample(list(keys), min(PEOPLE, len(keys)))))
    times: list[int] = []
    missed = 0
    clock = time.perf_counter_ns
    for row in rows:
        person = row.delegate
        plain = " ".join(words(person.name))
        texts = [plain, " ".join(reversed(plain.split())), person.name]
        if person.organization:
            texts.append(fold(person.organization)[:24])
        for text in texts:
            for length in range(1, len(text) + 1):
                start = clock()
                desk.find(text[:length], LIMIT)
                times.append(clock() - start)
            if row.key not in desk.roster_ids(text=text):
                missed += 1
    return spread(times), len(times), missed


def figures(desk: Desk, people: int) -> Iterator[Figure]:
    """The slowest hundredth of keystrokes, and who was not found."""
    times, strokes, missed = measure(desk, people)
    name = f"search per keystroke, {people:,} people"
    note = f"{strokes:,} keystrokes"
    yield Figure(f"{name}, p50", "ms", times.p50, note=note)
    yield Figure(f"{name}, p99", "ms", times.p99, bound=BOUNDS.get(people), note=note)
    yield Figure(f"people not found, of {people:,}", "people", missed, bound=0)
