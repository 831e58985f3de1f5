"""Owns the hub's log: one JSON object a line, without names, addresses, secrets or bodies.

A line has `at` (UTC), `level`, `from` (the module), `said`, and what is particular to it. Requests
are told by route, status, milliseconds and the id of the desk. What strangers send in masses is
counted and told once in a while, so that garbage cannot fill a disk.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import threading
import time
import traceback
from collections import Counter
from datetime import UTC, datetime
from typing import IO, Any

requests = logging.getLogger("checkin_app.hub.requests")

#: How often refusals are told, seconds.
_TOLD_EVERY = 10.0
_LONG = re.compile(r"[A-Za-z0-9_-]{40,}|\d{15,}")
_FIELDS = "fields"


class JsonLines(logging.Formatter):
    """Writes a record as one line; what looks like a token or a code is left out of it."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "said": _LONG.sub("[redacted]", record.getMessage()),
        }
        line |= getattr(record, _FIELDS, {})
        if record.exc_info and record.exc_info[0] is not None:
            # The message of an exception may hold a name; where it came from does not.
            frames = traceback.extract_tb(record.exc_info[2])
            line["error"] = record.exc_info[0].__name__
            line["trace"] = [f"{frame.name}:{frame.lineno}" for frame in frames[-12:]]
        return json.dumps(line, ensure_ascii=False)


#: What the web server says of each stranger's rubbish; the metrics count it.
_OF_STRANGERS = (
    "Invalid HTTP request received.",
    "Unsupported upgrade request.",
    "Exceeded concurrency limit.",
)


def _worth_a_line(record: logging.LogRecord) -> bool:
    return record.msg not in _OF_STRANGERS


class _Quiet(logging.StreamHandler[IO[str]]):
    """A log nobody reads, or on a full disk, disturbs nobody."""

    def handleError(self, record: logging.LogRecord) -> None:
        pass


def to_stream(stream: IO[str] | None = None) -> logging.Handler:
    """From now on the hub and its web server log there (standard error); for `end`."""
    handler = _Quiet(stream or sys.stderr)
    handler.setFormatter(JsonLines())
    for name in ("checkin_app.hub", "uvicorn"):
        logger = logging.getLogger(name)
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
        logger.propagate = name != "uvicorn"
    return handler


def quiet_strangers() -> None:
    """The web server's own log passes over what the metrics count."""
    logging.getLogger("uvicorn.error").addFilter(_worth_a_line)


def end(handler: logging.Handler) -> None:
    for name in ("checkin_app.hub", "uvicorn"):
        logging.getLogger(name).removeHandler(handler)
        logging.getLogger(name).propagate = True


def answered(route: str, status: int, seconds: float, desk: str, *, level: int) -> None:
    fields = {"route": route, "status": status, "ms": round(seconds * 1000, 1), "desk": desk}
    requests.log(level, "answered", extra={_FIELDS: fields})


class Refusals:
    """Sums up refusals of one kind, and tells each sum once in a while."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: Counter[str] = Counter()
        self._told = -_TOLD_EVERY

    def add(self, code: str) -> None:
        with self._lock:
            self._counts[code] += 1
            if time.monotonic() - self._told < _TOLD_EVERY:
                return
            counts, self._counts = self._counts, Counter()
            self._told = time.monotonic()
        requests.info("refused", extra={_FIELDS: {"refused": dict(counts)}})

    def flush(self) -> None:
        with self._lock:
            counts, self._counts = self._counts, Counter()
        if counts:
            requests.info("refused", extra={_FIELDS: {"refused": dict(counts)}})
