"""Owns asking for a preflight: of which badges, against which layouts, here or apart."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from checkin_app.badges.selection import Selection
from checkin_app.domain.delegates import Standing
from checkin_app.domain.errors import NoSuchLayout
from checkin_app.press.apart import Say, Stopped, apart

if TYPE_CHECKING:
    from checkin_app.badges.layout import Layout
    from checkin_app.badges.preflight import Checked
    from checkin_app.badges.preflight.findings import Finding
    from checkin_app.badges.preflight.proof import Choice
    from checkin_app.badges.subject import BadgeSubject
    from checkin_app.desk import Desk

#: The resolution of most badge printers, in dots an inch.
USUAL_DPI = 203


@dataclass(frozen=True, slots=True)
class Inquiry:
    """Which badges, and how they would be printed.

    `layout` "" is the category's, and where it has none, `usual`.
    """

    selection: Selection = field(default_factory=Selection)
    layout: str = ""
    dpi: int = USUAL_DPI
    usual: str = "a6"


def look(
    desk: Desk,
    inquiry: Inquiry,
    *,
    progress: Say | None = None,
    cancelled: Stopped | None = None,
) -> Checked:
    """The preflight of these badges, and who has none for want of a code.

    Raises NotPossible for a layout that is not there, NoSuchDelegate.
    """
    from checkin_app.badges.preflight import preflight
    from checkin_app.badges.preflight.findings import Finding

    codeless = desk.codeless(inquiry.selection)
    chosen = _with_badge(desk, inquiry.selection)
    checked = preflight(
        desk.badge_subjects(chosen) if chosen else (),
        layout=_choice(desk, inquiry),
        dpi=inquiry.dpi,
        photos=desk.photo,
        progress=progress,
        cancelled=cancelled,
    )
    missing = [Finding(key, name, "no_code", "code", "") for key, name in codeless]
    return replace(checked, findings=(*checked.findings, *missing))


def look_apart(
    event: Path, inquiry: Inquiry, *, progress: Say | None = None, cancelled: Stopped | None = None
) -> Checked:
    """Like look(), in a process of its own that opens the event file for reading."""
    return apart(partial(_opened, event, inquiry), progress=progress, cancelled=cancelled)


def look_again(desk: Desk, inquiry: Inquiry, delegate_id: str) -> list[Finding]:
    """What is wrong with one badge now, after something of it was corrected.

    What it shares with all badges of its category is left out.
    """
    if desk.delegate(delegate_id).delegate.standing is Standing.WITHDRAWN:
        return []
    alike = [delegate_id, *desk.twins(delegate_id)]
    chosen = replace(inquiry, selection=Selection(delegates=alike))
    findings = look(desk, chosen).findings
    return [f for f in findings if f.delegate_id == delegate_id]


def _with_badge(desk: Desk, selection: Selection) -> Selection | None:
    """The selection without those named in it who get no badge."""
    if not selection.delegates:
        return selection
    without = {one.delegate_id for one in desk.unbadged(selection)}
    left = [key for key in selection.delegates if key not in without]
    return replace(selection, delegates=left) if left else None


def _opened(event: Path, inquiry: Inquiry, say: Say, stopped: Stopped) -> Checked:
    from checkin_app.desk import Desk

    desk = Desk.open(event, write=False)
    try:
        return look(desk, inquiry, progress=say, cancelled=stopped)
    finally:
        desk.close()


def _choice(desk: Desk, inquiry: Inquiry) -> Choice:
    """As a Proof asks for it: LookupError for a layout that is not there."""
    choice = desk.layout_choice(inquiry.layout, usual=inquiry.usual)

    def choose(subject: BadgeSubject) -> Layout | None:
        try:
            return choice(subject)
        except NoSuchLayout as error:
            raise LookupError(error.details["name"]) from None

    return choose
