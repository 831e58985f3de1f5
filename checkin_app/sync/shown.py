"""Owns what the other side showed last that it knows, as two loops heard it."""

from __future__ import annotations

import threading

from checkin_app.ledger.clock import now_ms
from checkin_app.ledger.pages import Vector


class Shown:
    """The newest of several vectors of one side.

    Each loop's own latest vector holds; of two loops' the further head of each stream, for both
    were true a moment ago. Where a loop hears less than it heard before, the other side was put
    back to a backup, and what the other loops heard before that is forgotten.
    """

    def __init__(self) -> None:
        #: When it said anything last, ms since 1970 UTC on this desk's clock; 0: never.
        self.at = 0
        self._lock = threading.Lock()
        self._heard: dict[str, Vector] = {}

    def hear(self, loop: str, vector: Vector) -> None:
        with self._lock:
            self.at = now_ms()
            before = self._heard.get(loop, {})
            if any(n > vector.get(line, (0, b""))[0] for line, (n, _) in before.items()):
                self._heard.clear()
            self._heard[loop] = vector

    def vector(self) -> Vector:
        """What the other side knows, as far as it said."""
        with self._lock:
            merged: Vector = {}
            for vector in self._heard.values():
                for line, head in vector.items():
                    if line not in merged or head[0] > merged[line][0]:
                        merged[line] = head
            return merged

    def forget(self) -> None:
        with self._lock:
            self._heard.clear()
