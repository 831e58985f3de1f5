"""Owns the list of screens: id, icon, name, and how each is built when it is first gone to.

A new screen is one more Place; its module is imported by its builder, never here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from checkin_app.ui.language import translate
from checkin_app.ui.workplace import Workplace


class Screen(Protocol):
    """What the window calls on a screen that has it."""

    def shown(self) -> None:
        """The screen came to the front: put the focus where work begins, ask for news."""


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the rail. `name` is asked each time, so that it follows the language."""

    id: str
    icon: str
    name: Callable[[], str]
    build: Callable[[Workplace], QWidget]


SCAN = "scan"


def _scan(workplace: Workplace) -> QWidget:
    from checkin_app.ui.scan.screen import ScanScreen

    return ScanScreen(workplace)


def _roster(workplace: Workplace) -> QWidget:
    from checkin_app.ui.roster.screen import RosterScreen

    return RosterScreen(workplace)


def _import(workplace: Workplace) -> QWidget:
    from checkin_app.ui.importing.screen import ImportScreen

    return ImportScreen(workplace)


def _badges(workplace: Workplace) -> QWidget:
    from checkin_app.ui.badges.screen import BadgesScreen

    return BadgesScreen(workplace)


def _exports(workplace: Workplace) -> QWidget:
    from checkin_app.ui.exports.screen import ExportsScreen

    return ExportsScreen(workplace)


def _sync(workplace: Workplace) -> QWidget:
    from checkin_app.ui.sync.screen import SyncScreen

    return SyncScreen(workplace)


def _settings(workplace: Workplace) -> QWidget:
    from checkin_app.ui.settings.screen import SettingsScreen

    return SettingsScreen(workplace)


PLACES: tuple[Place, ...] = (
    Place(SCAN, "scan", lambda: translate("Shell", "Scan"), _scan),
    Place("roster", "roster", lambda: translate("Shell", "Roster"), _roster),
    Place("import", "import", lambda: translate("Shell", "Import"), _import),
    Place("badges", "badges", lambda: translate("Shell", "Badges"), _badges),
    Place("exports", "export", lambda: translate("Shell", "Exports"), _exports),
    Place("sync", "sync", lambda: translate("Shell", "Sync"), _sync),
    Place("settings", "settings", lambda: translate("Shell", "Settings"), _settings),
)
