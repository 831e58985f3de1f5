"""Owns a preflight under way: beside the desk lane, in a process of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from checkin_app.domain.errors import CheckinError, NoSuchDelegate
from checkin_app.ui.background import Background, Say, Stopped
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.badges.preflight import Checked
    from checkin_app.badges.preflight.findings import Finding
    from checkin_app.desk import Desk
    from checkin_app.press.preflights import Inquiry


@dataclass(frozen=True, slots=True)
class Result:
    """What was found, when, and against what; `stale` where the roster has changed since."""

    inquiry: Inquiry
    checked: Checked
    at: datetime
    stale: bool = False


class Check(QObject):
    """Looks at all badges, and again at single ones.

    Emits `progressed` (done, in all; 0 while unknown), `ended` with a Result, also after single
    ones were looked at again, `failed` with a CheckinError.
    """

    progressed = Signal(int, int)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._inquiry: Inquiry | None = None
        self.result: Result | None = None
        self._work = Background(self)
        self._work.progressed.connect(self.progressed)
        self._again = Background(self)
        self._waiting: set[str] = set()

    @property
    def busy(self) -> bool:
        """Whether all badges are being looked at."""
        return self._inquiry is not None

    def start(self, inquiry: Inquiry) -> None:
        """Begins to look at all badges; what was recorded before is seen."""
        if self.busy:
            return
        self._inquiry = inquiry
        self._workplace.lane.run(_path, self._on_path, self._on_failed)

    def forget(self) -> None:
        """Another event: what was found was about the former one."""
        self._work.stop()
        self.result = None

    def stop(self) -> None:
        """Asks it to end; `ended` still comes, with what was found until then."""
        self._work.stop()

    def again(self, inquiry: Inquiry, delegates: Iterable[str]) -> None:
        """Looks at single badges once more."""
        self._waiting |= set(delegates)
        if self._waiting and not self._again.busy:
            chosen, self._waiting = frozenset(self._waiting), set()
            self._again.read(
                self._workplace.lane,
                partial(_look_again, inquiry, chosen),
                partial(self._on_again, inquiry),
                self._workplace.failed,
            )

    def _on_path(self, event: Path) -> None:
        inquiry = self._inquiry
        assert inquiry is not None
        self._work.start(partial(_look, event, inquiry), self._on_checked, self._on_failed)

    def _on_checked(self, checked: Checked) -> None:
        inquiry, self._inquiry = self._inquiry, None
        assert inquiry is not None
        self.result = Result(inquiry, checked, self._workplace.now())
        self.ended.emit(self.result)

    def _on_failed(self, error: CheckinError) -> None:
        self._inquiry = None
        self.failed.emit(error)

    def _on_again(self, inquiry: Inquiry, found: dict[str, list[Finding]]) -> None:
        if self.result is not None:
            known = self.result.checked
            kept = [f for f in known.findings if f.delegate_id not in found]
            news = [f for findings in found.values() for f in findings]
            checked = replace(known, findings=(*kept, *news))
            self.result = replace(self.result, checked=checked, stale=True)
            self.ended.emit(self.result)
        self.again(inquiry, ())


def _path(desk: Desk) -> Path:
    return desk.path


def _look(event: Path, inquiry: Inquiry, say: Say, stopped: Stopped) -> Checked:
    from checkin_app.press.preflights import look_apart

    def progress(done: int, total: int | None) -> None:
        say(done, total or 0)

    return look_apart(event, inquiry, progress=progress, cancelled=stopped)


def _look_again(
    inquiry: Inquiry, delegates: Iterable[str], desk: Desk, say: Say, stopped: Stopped
) -> dict[str, list[Finding]]:
    from checkin_app.press.preflights import look_again

    found = {}
    for key in delegates:
        try:
            found[key] = look_again(desk, inquiry, key)
        except NoSuchDelegate:
            found[key] = []
    return found
