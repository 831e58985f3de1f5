"""Owns whether all goes on that a hub does beside its requests; what fails is tried again."""

from __future__ import annotations

import logging
import threading

from checkin_app.domain.errors import CheckinError
from checkin_app.logs import crashed

logger = logging.getLogger(__name__)

#: The pause before what failed is tried again, seconds: it doubles.
LEAST, MOST = 0.5, 5.0


class Health:
    """What fails now, by name. From any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._failures: dict[str, int] = {}

    @property
    def failing(self) -> list[str]:
        with self._lock:
            return sorted(self._failures)

    def well(self, what: str) -> None:
        """`what` did its work."""
        with self._lock:
            if not self._failures.pop(what, 0):
                return
        logger.info("%s goes on", what)

    def failed(self, what: str, error: Exception) -> float:
        """After how many seconds `what` should be tried again. The log has why, more and more
        seldom: the 1st, 2nd, 4th, 8th … failure in a row."""
        with self._lock:
            count = self._failures[what] = self._failures.get(what, 0) + 1
        if count & (count - 1) == 0:
            if isinstance(error, CheckinError):
                logger.warning("%s does not go on: %s", what, error)
            else:
                crashed(__name__, f"{what} does not go on", error)
        return min(MOST, LEAST * 2.0 ** min(count - 1, 10))
