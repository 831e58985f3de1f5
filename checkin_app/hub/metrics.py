"""Owns what the hub counts, and how it tells (Prometheus text format 0.0.4). Numbers only."""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Mapping

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
PREFIX = "checkin_hub_"

_COUNTERS = {
    "requests_total": "Requests answered, by what was asked and the status.",
    "refusals_total": "Requests refused, by the word of the refusal.",
    "garbage_total": "Connections that spoke no HTTP, or nothing at all.",
    "entries_given_total": "Entries in pages that desks gave, known ones too.",
    "pages_refused_total": "Pages that were not taken, by the reason.",
    "entries_sent_total": "Entries in pages that desks were sent.",
    "bytes_received_total": "Bytes of request bodies, as they came.",
    "bytes_sent_total": "Bytes of answers, as they went.",
    "enrolments_total": "Desks that used an enrolment.",
    "faults_total": "Mistakes of the program itself; the log has the tracebacks.",
}
_GAUGES = {
    "failing": "Parts of the hub that fail now and are tried again; 0 is right.",
    "waiters": "Desks that wait for something new.",
    "tasks": "Requests that are being worked on or wait for a thread.",
    "streams": "Streams in the store.",
    "entries": "Entries in the store.",
    "connections": "Open connections.",
    "seconds_up": "Seconds since this process began to serve.",
}
_SECONDS = "request_seconds"
_BUCKETS = (0.005, 0.02, 0.1, 0.5, 2.0, 10.0, 30.0)

Labels = tuple[tuple[str, str], ...]


class Metrics:
    """Counts from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: defaultdict[tuple[str, Labels], float] = defaultdict(float)
        self._seconds: dict[str, list[float]] = {}
        self._gauges: dict[str, Callable[[], float]] = {}
        self._of_store: Callable[[], Mapping[str, int]] = dict

    def count(self, name: str, by: float = 1, **labels: str) -> None:
        if name not in _COUNTERS:
            raise KeyError(name)
        with self._lock:
            self._counts[name, tuple(sorted(labels.items()))] += by

    def took(self, route: str, seconds: float) -> None:
        """One request of `route` took that long."""
        with self._lock:
            row = self._seconds.setdefault(route, [0.0] * (len(_BUCKETS) + 2))
            row[bisect_left(_BUCKETS, seconds)] += 1
            row[-1] += seconds

    def gauge(self, name: str, read: Callable[[], float]) -> None:
        """`read` is asked whenever somebody asks for the metrics."""
        if name not in _GAUGES:
            raise KeyError(name)
        self._gauges[name] = read

    def of_store(self, read: Callable[[], Mapping[str, int]]) -> None:
        """What the store counts itself is told under its own names."""
        self._of_store = read

    def value(self, name: str, **labels: str) -> float:
        """The sum of a counter over all labels that agree with those given."""
        wanted = set(labels.items())
        with self._lock:
            return sum(
                value
                for (key, given), value in self._counts.items()
                if key == name and wanted <= set(given)
            )

    def text(self) -> str:
        lines: list[str] = []
        with self._lock:
            counts = sorted(self._counts.items())
            seconds = {route: row[:] for route, row in sorted(self._seconds.items())}
        for name, what in _COUNTERS.items():
            lines += _head(name, what, "counter")
            found = [(labels, value) for (key, labels), value in counts if key == name]
            lines += [_line(name, labels, value) for labels, value in found or [((), 0.0)]]
        for name, read in sorted(self._gauges.items()):
            lines += _head(name, _GAUGES[name], "gauge")
            lines.append(_line(name, (), read()))
        for name, count in sorted(self._of_store().items()):
            lines += _head(f"store_{name}_total", "Counted by the store.", "counter")
            lines.append(_line(f"store_{name}_total", (), count))
        lines += _head(_SECONDS, "How long requests took, waiting included.", "histogram")
        for route, row in seconds.items():
            lines += _histogram(route, row)
        return "\n".join(lines) + "\n"


def _histogram(route: str, row: list[float]) -> list[str]:
    lines, total = [], 0.0
    for bound, count in zip((*map(str, _BUCKETS), "+Inf"), row, strict=False):
        total += count
        lines.append(_line(f"{_SECONDS}_bucket", (("route", route), ("le", bound)), total))
    lines.append(_line(f"{_SECONDS}_sum", (("route", route),), row[-1]))
    lines.append(_line(f"{_SECONDS}_count", (("route", route),), total))
    return lines


def _head(name: str, what: str, kind: str) -> list[str]:
    return [f"# HELP {PREFIX}{name} {what}", f"# TYPE {PREFIX}{name} {kind}"]


def _line(name: str, labels: Labels, value: float) -> str:
    inside = ",".join(f'{key}="{text}"' for key, text in labels)
    return (
        f"{PREFIX}{name}{{{inside}}} {_number(value)}"
        if inside
        else f"{PREFIX}{name} {_number(value)}"
    )


def _number(value: float) -> str:
    """Whole numbers as such: %g would round large counts."""
    return str(int(value)) if value == int(value) else f"{value:.6f}"
