"""Owns PDFium's turn: the library is not made for threads, so whoever calls it holds this lock.

Opening, drawing, reading and closing; not between two pages. What is not closed within a turn is
closed by the garbage collector at any time, in any thread.
"""

from __future__ import annotations

from threading import RLock

turn = RLock()
