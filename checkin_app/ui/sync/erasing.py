"""Owns erasing a desk's copy of the event: closed first, then gone with all beside it.

What cannot be erased is open again: a door is never without its event.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from checkin_app.domain.errors import CheckinError, StoreLocked
from checkin_app.ui.language import translate
from checkin_app.ui.sync.office import sync_office
from checkin_app.ui.sync.own_hub import own_hub
from checkin_app.ui.workplace import Workplace


def erase_copy(workplace: Workplace) -> None:
    """Closes the open event and erases it; ends at the first page. Was confirmed before."""
    event = workplace.event_file
    if event is None:
        return
    if own_hub(workplace).busy:
        workplace.failed(_serves(event))
        return
    sync_office(workplace).leave()
    workplace.lane.open(
        partial(_erase, event),
        partial(_gone, workplace, event),
        partial(_kept, workplace, event),
    )


def _serves(event: Path) -> CheckinError:
    """Known before anything is closed: the hub of all desks goes on, and so does this one."""
    from checkin_app.desk.copies import SERVES, hub_store

    return StoreLocked(SERVES, file=hub_store(event))


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


def _kept(workplace: Workplace, event: Path, error: CheckinError) -> None:
    # The file goes last: as long as it is there, it can be worked with and erased again.
    workplace.event_asked.emit(str(event) if event.exists() else "")
    workplace.failed(error)
