"""Owns when garbage is collected: in the thread of the window alone.

Python collects in whichever thread allocates next, and a widget that dies outside the thread of the
window takes the program with it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY = 1_000
#: Objects made since the last look that make one worth it, and looks at the young that make one
#: at the old.
_YOUNG = 2_000
_LOOKS = 20


class Collector(QObject):
    """Collects each second if there is enough to look at; made in the thread of the window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("collector")
        gc.disable()
        timer = QTimer(self)
        timer.setObjectName("collector")
        timer.timeout.connect(self.look)
        timer.start(_EVERY)

    @Slot()
    def look(self) -> None:
        """Collects what is young, and now and then everything."""
        young, _, looks = gc.get_count()
        if young > _YOUNG:
            gc.collect(2 if looks > _LOOKS else 1)

    def settle(self) -> None:
        """What lives now will live long, and is not looked at again."""
        gc.collect()
        gc.freeze()
