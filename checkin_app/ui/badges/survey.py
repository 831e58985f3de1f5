"""Owns what the badges screen knows of the event: what can be chosen, and who is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from checkin_app.domain.delegates import Category, Delegation
from checkin_app.domain.errors import CheckinError
from checkin_app.ui.background import Background, Say, Stopped
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.badges.selection import Count, Selection
    from checkin_app.desk import Desk

#: Milliseconds after a change here, and after one of the event, in which others may come that
#: make the same question.
_GATHER, _SETTLED = 60, 800


@dataclass(frozen=True, slots=True)
class LayoutFacts:
    """A layout to choose; `width`, `height` are its paper's millimetres, `sides` its pages."""

    name: str
    title_en: str
    title_vi: str
    width: float
    height: float
    sides: int


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen."""

    delegations: tuple[Delegation, ...]
    categories: tuple[Category, ...]
    layouts: tuple[LayoutFacts, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """The answer to a selection: how many, and whose badges in their order.

    `anybody` says that there is somebody on the roster at all.
    """

    selection: Selection
    count: Count
    ids: tuple[str, ...]
    choices: Choices
    anybody: bool = True


class Survey(QObject):
    """Asks beside the desk lane, of several questions the last. Emits `counted` with a Counted,
    `failed` with the error where a question has no answer."""

    counted = Signal(object)
    failed = Signal(object)

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._beside = Background(self)
        self._wanted: Selection | None = None
        self._soon = QTimer(self)
        self._soon.setObjectName("badges-survey")
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._put)

    def ask(self, selection: Selection, *, settled: bool = False) -> None:
        """Asks soon, or after the question that is under way; `settled` waits for a pause in the
        event's changes."""
        self._wanted = selection
        if not self._beside.busy:
            self._soon.start(_SETTLED if settled else _GATHER)

    def _put(self) -> None:
        selection, self._wanted = self._wanted, None
        if selection is None or self._workplace.forum is None:
            return

        def read(desk: Desk, say: Say, stopped: Stopped) -> Counted:
            return survey(desk, selection)

        self._beside.read(self._workplace.lane, read, self._on_counted, self._on_failed)

    def _on_counted(self, counted: Counted) -> None:
        if self._wanted is None:
            self.counted.emit(counted)
        else:
            self._soon.start(_GATHER)

    def _on_failed(self, error: CheckinError) -> None:
        if self._wanted is None:
            self.failed.emit(error)
        else:
            self._soon.start(_GATHER)


def survey(desk: Desk, selection: Selection) -> Counted:
    """Everything the screen shows of a selection."""
    layouts = tuple(
        LayoutFacts(name, one.title_en, one.title_vi, *one.paper, one.sides)
        for name, one in desk.layouts().items()
    )
    return Counted(
        selection,
        desk.badge_count(selection),
        tuple(desk.badge_subjects(selection).ids),
        Choices(tuple(desk.delegations()), tuple(desk.categories()), layouts),
        len(desk.roster_ids()) > 0,
    )
