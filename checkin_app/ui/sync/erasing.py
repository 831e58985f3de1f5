"""Owns erasing a desk's copy of the event: closed first, then gone with all beside it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from checkin_app.domain.errors import CheckinError
from checkin_app.ui.language import translate
from checkin_app.ui.sync.office import sync_office
from checkin_app.ui.workplace import Workplace


def erase_copy(workplace: Workplace) -> None:
    """Closes the open event and erases it; ends at the first page. Was confirmed before."""
    event = workplace.event_file
    if event is None:
        return
    sync_office(workplace).leave()
    workplace.lane.open(
        partial(_erase, event),
        partial(_gone, workplace, event),
        partial(_kept, workplace),
    )


def _erase(event: Path) -> Any:
    """In the lane, in the place of opening another event: the open one is closed by then."""
    from checkin_app.desk.copies import erase_copy

    erase_copy(event)


def _gone(workplace: Workplace, event: Path, _: object) -> None:
    settings = workplace.settings
    settings.recent_events = [each for each in settings.recent_events if each != str(event)]
    settings.hubs = [each for each in settings.hubs if each != str(event)]
    settings.event = ""
    workplace.keep_settings()
    workplace.event_asked.emit("")
    workplace.toast(translate("Sync", "This desk's copy of the event is erased."))


def _kept(workplace: Workplace, error: CheckinError) -> None:
    workplace.failed(error)
