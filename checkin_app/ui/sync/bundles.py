"""Owns how a bundle is taken in beside the window: page by page, so that scans come between."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from checkin_app.ui.background import Say
from checkin_app.ui.language import translate

if TYPE_CHECKING:
    from checkin_app.desk.bundles import BundleRead
    from checkin_app.ledger.pages import Page
    from checkin_app.press.press import Ask
    from checkin_app.store.receiving import Taken

ENDING = ".checkin-bundle"
#: Milliseconds for which the desk lane takes in pages before a scan may come between.
_SLICE = 4.0


def kinds() -> str:
    """The name filter of the file dialogs."""
    name = translate("Sync", "Bundles")
    return f"{name} (*{ENDING} *.bundle)"


def take_in(ask: Ask, file: Path, say: Say) -> BundleRead:
    """Takes in what is new; not for the window's thread. Raises BundleError, StoreError."""
    from checkin_app.desk.bundles import BundleRead

    def kilobytes(done: int, total: int) -> None:
        say(done // 1024, total // 1024)

    summary = ask(lambda desk: desk.bundle(file)).summary
    walk = ask(lambda desk: desk.bundle_pages(file, progress=kilobytes))
    source = f"bundle {summary.desk}"
    taken = known = refused = 0
    for group in walk:
        for page in group:
            for came in _all_of(ask, page, source):
                taken, known, refused = (
                    taken + came.taken,
                    known + came.known,
                    refused + len(came.refused),
                )
    return BundleRead(summary, taken, known, refused)


def _all_of(ask: Ask, page: Page, source: str) -> list[Taken]:
    """One page, in as many slices as it needs."""
    came: list[Taken] = []
    while not came or came[-1].left:
        came.append(ask(lambda desk: desk.receive([page], source, budget_ms=_SLICE)))
    return came
