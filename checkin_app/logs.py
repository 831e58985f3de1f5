"""Owns the program's log: named loggers into a rotating file that never holds a code or a name.

Modules log with logging.getLogger(__name__) and write ids and counts only. What is redacted
here, runs of digits as long as a code, is the last line of defence.
"""

from __future__ import annotations

import contextlib
import logging
import os
import re
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path

ROOT = "checkin_app"
LEVEL = "CHECKIN_LOG"  # the environment variable that names a level: DEBUG, INFO, WARNING …

#: How many errors that led to an error are told.
_CAUSES = 5
_CODE = re.compile(r"\d(?: ?\d){14,}")


class Redaction(logging.Formatter):
    """Writes a record, traceback included, with all that looks like a code left out."""

    def format(self, record: logging.LogRecord) -> str:
        return _CODE.sub("[redacted]", super().format(record))


class _File(RotatingFileHandler):
    """A log that cannot be written (full disk, file held by another program) disturbs nobody."""

    def handleError(self, record: logging.LogRecord) -> None:
        pass


def start(folder: Path) -> Path:
    """Write the program's log to `folder`, which is made if need be; the file's path.

    The level is that of the environment variable CHECKIN_LOG, INFO if it names none. Starting
    again moves the log. Where the folder cannot be written the program runs without a log.
    """
    stop()
    logger = logging.getLogger(ROOT)
    level = logging.getLevelNamesMapping().get(os.environ.get(LEVEL, "").strip().upper())
    logger.setLevel(logging.INFO if level is None else level)
    path = folder / "checkin.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = _File(path, maxBytes=1_000_000, backupCount=3, encoding="utf-8")
    except OSError:
        return path
    handler.setFormatter(
        Redaction("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s")
    )
    logger.addHandler(handler)
    return path


def begin(folder: Callable[[], Path]) -> None:
    """Starts the log unless it is written already; where `folder` fails there is no log."""
    if any(isinstance(handler, _File) for handler in logging.getLogger(ROOT).handlers):
        return
    with contextlib.suppress(OSError):
        start(folder())


def stop() -> None:
    """Close the log file."""
    logger = logging.getLogger(ROOT)
    for handler in logger.handlers[:]:
        if isinstance(handler, _File):
            logger.removeHandler(handler)
            handler.close()


def crashed(name: str, what: str, error: BaseException) -> None:
    """Writes where an unexpected `error` came from; its message is left out, it may hold a name."""
    told: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(told) < _CAUSES:
        frames = "".join(traceback.format_tb(cause.__traceback__))
        told.append(f"{frames}{type(cause).__name__}")
        cause = cause.__cause__ or cause.__context__
    logging.getLogger(name).error("%s\n%s", what, "\nafter\n".join(told))
