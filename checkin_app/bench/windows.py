"""Measures the desk window in processes of its own: start to first paint, code to verdict, soak."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checkin_app.bench.measure import Figure, spread

STARTS = 7
PAINTED = 1000
FRAME_MS = 16.0

#: The least that shows a window: what a start is held against.
EMPTY_WINDOW = """
import sys, time
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        print(time.monotonic_ns(), flush=True)
        QApplication.quit()
application = QApplication(sys.argv[:1])
QApplication.setStyle("Fusion")
window = Window()
window.resize(1366, 768)
window.show()
application.exec()
"""


def start_figures(event: Path, people: int) -> Iterator[Figure]:
    """From starting Python to the first paint, in turn with an empty window of the same Python."""
    ours, floor = [], []
    for _ in range(STARTS + 1):
        floor.append(_start(["-c", EMPTY_WINDOW], {}, lambda said: int(said)))
        ours.append(
            _start(
                ["-m", "checkin_app", "--event", str(event)],
                {"CHECKIN_TRIAL": "1"},
                lambda said: int(json.loads(said)["painted_at"]),
            )
        )
    yield Figure(
        f"start to first paint, {people:,} people, median of {STARTS}",
        "ms",
        statistics.median(ours[1:]) / 1e6,
        statistics.median(floor[1:]) / 1e6,
        1.5,
        note="floor: an empty Qt window",
    )


def _start(arguments: list[str], extra: dict[str, str], painted_at: Any) -> int:
    """Nanoseconds from the start of a program to the paint that it tells of."""
    begun = time.monotonic_ns()
    said = _run(arguments, extra)
    return int(painted_at(said)) - begun


def verdict_figures(event: Path, codes: Path, folder: Path) -> Iterator[Figure]:
    """From code read to verdict painted, typed key by key into the window, offscreen."""
    report = json.loads(
        _run(["-m", "checkin_app.ui.measured", str(event), str(codes), str(PAINTED)], {})
    )
    times = spread(report["painted"])
    note = f"{len(report['painted']):,} scans"
    yield Figure("code read to verdict painted, p50", "ms", times.p50, note=note)
    yield Figure("code read to verdict painted, p95", "ms", times.p95, bound=FRAME_MS, note=note)


def soak_figures(event: Path, codes: Path, scans: int) -> Iterator[Figure]:
    """Many scans through the window: does anything grow, does anything get slower?"""
    report = json.loads(
        _run(["-m", "checkin_app.ui.measured", str(event), str(codes), str(scans)], {})
    )
    painted, memory, none = report["painted"], report["memory"], report["none"]
    settled = len(memory) // 4
    share = min(1000, len(painted) // 4)
    note = f"{len(painted):,} scans; floor: after the first quarter"
    yield Figure("soak: memory at the end", "MiB", memory[-1] / 2**20, memory[settled] / 2**20,
                 1.1, note=note)  # fmt: skip
    yield Figure("soak: references to None at the end", "", none[-1], none[settled], 1.1, note=note)
    yield Figure(
        f"soak: p99 of the last {share:,}",
        "ms",
        spread(painted[-share:]).p99,
        spread(painted[share : 2 * share]).p99,
        1.5,
        note=f"floor: p99 of the second {share:,}",
    )


def _run(arguments: list[str], extra: dict[str, str]) -> str:
    """What a Python program prints, run offscreen."""
    done = subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **extra},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
        text=True,
    )
    return done.stdout.strip().splitlines()[-1]
