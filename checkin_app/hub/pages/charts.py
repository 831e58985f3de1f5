"""Owns the picture of the arrivals: how many in each minute, or in each ten of the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.shapes import Drawing

from checkin_app.hub.figures import MINUTE_MS
from checkin_app.hub.pages.drawn import INKS, font, svg
from checkin_app.hub.pages.words import Words

SPANS = ("hour", "day")
#: A picture for a wall or a desk, and one that can be read on a phone; CSS shows one of them.
SIZES = {"wide": (960, 250, 13), "narrow": (340, 210, 12)}
_LADDER = (5, 10, 20, 25, 50)


@dataclass(frozen=True, slots=True)
class Bars:
    """Counts of equal stretches of time, the last one not over yet; `starts` in ms."""

    starts: tuple[int, ...]
    counts: tuple[int, ...]
    minutes: int

    @property
    def total(self) -> int:
        return sum(self.counts)

    @property
    def peak(self) -> int:
        """Which bar is the highest, the latest of those."""
        return max(range(len(self.counts)), key=lambda at: (self.counts[at], at))


def bars(minutes: Mapping[int, int], at: int, words: Words, span: str) -> Bars:
    """The last hour by the minute, or today by ten; `minutes` as in figures.Board."""
    now = at // MINUTE_MS
    if span == "hour":
        return _stretches(minutes, now - 59, now, 1)
    midnight = words.moment(at).replace(hour=0, minute=0, second=0, microsecond=0)
    day = [m for m in minutes if round(midnight.timestamp() / 60) <= m <= now]
    first = min([*day, now - 119])
    local = datetime.fromtimestamp(first * 60, words.zone)
    return _stretches(minutes, first - local.minute % 10, now, 10)


def _stretches(minutes: Mapping[int, int], first: int, last: int, width: int) -> Bars:
    starts = range(first, last + 1, width)
    counts = [0] * len(starts)
    for minute, count in minutes.items():
        if first <= minute <= last:
            counts[(minute - first) // width] += count
    return Bars(tuple(minute * MINUTE_MS for minute in starts), tuple(counts), width)


def arrivals(shown: Bars, words: Words, size: str) -> str:
    """The SVG of the bars in one of SIZES."""
    width, height, letters = SIZES[size]
    drawing = Drawing(width, height)
    top = _ceiling(max(shown.counts))
    chart: Any = VerticalBarChart()
    chart.x, chart.y = 16 + letters * 0.62 * len(words.number(top)), 28
    chart.width, chart.height = width - chart.x - 8, height - chart.y - 12
    chart.data = [shown.counts]
    chart.strokeColor = None
    chart.groupSpacing = 2 if len(shown.counts) <= 90 else 0.6
    chart.barWidth = 5
    chart.bars[0].fillColor = INKS["accent"]
    chart.bars[0].strokeColor = None
    chart.categoryAxis.categoryNames = _names(shown, words, 10 if size == "wide" else 5)
    chart.categoryAxis.visibleTicks = False
    chart.categoryAxis.strokeColor = INKS["muted"]
    chart.valueAxis.valueMin, chart.valueAxis.valueMax = 0, top
    chart.valueAxis.valueStep = top / 5
    chart.valueAxis.labelTextFormat = lambda value: words.number(round(value))
    chart.valueAxis.visibleAxis = chart.valueAxis.visibleTicks = False
    chart.valueAxis.visibleGrid = True
    chart.valueAxis.gridStrokeColor = INKS["line"]
    chart.valueAxis.gridStrokeWidth = 1
    for axis in (chart.categoryAxis, chart.valueAxis):
        axis.labels.fontName = font()
        axis.labels.fontSize = letters
        axis.labels.fillColor = INKS["muted"]
    chart.categoryAxis.labels.dy = -6
    drawing.add(chart)
    return svg(drawing, title(shown, words), told(shown, words), f"arrivals-{size}")


def title(shown: Bars, words: Words) -> str:
    if shown.minutes == 1:
        return words.t("Arrivals per minute, the last hour")
    return words.t("Arrivals per ten minutes, today")


def told(shown: Bars, words: Words) -> str:
    """The picture in one sentence."""
    if not shown.total:
        return words.t("Nobody has arrived in this time.")
    peak = shown.peak
    return words.t(
        "{total} arrived; most at {time}: {count}.",
        total=shown.total,
        time=words.time(shown.starts[peak]),
        count=shown.counts[peak],
    )


def _ceiling(most: int) -> int:
    """A round number that is no lower, and can be divided by five."""
    scale = 1
    while True:
        for step in _LADDER:
            if most <= step * scale:
                return step * scale
        scale *= 10


def _names(shown: Bars, words: Words, most: int) -> list[str]:
    """A time under the bars that begin a round stretch, and none under the others."""
    moments = [words.moment(start) for start in shown.starts]
    for every in (10, 15, 30, 60, 120, 180, 240, 360, 720):
        round_ones = [(m.hour * 60 + m.minute) % every == 0 for m in moments]
        if sum(round_ones) <= most:
            break
    return [
        moment.strftime("%H:%M") if is_round else ""
        for moment, is_round in zip(moments, round_ones, strict=True)
    ]
