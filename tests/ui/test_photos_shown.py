"""A stored photo is shown wherever its person is, and never beside another name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from checkin_app.desk import Desk
from checkin_app.photos.framing import portrait_of
from checkin_app.ui.app import DeskProgram
from checkin_app.ui.lane import InlineLane
from checkin_app.ui.roster.screen import RosterScreen
from checkin_app.ui.scan.screen import ScanScreen
from checkin_app.ui.widgets import stored_photos as shelf
from checkin_app.ui.widgets.portrait import Portrait
from checkin_app.ui.widgets.stored_photos import StoredPhotos, stored_photos
from tests.photos.files import face, saved
from tests.ui.small_forum import code_of, named

NAME = "Nguyễn Thị Vân Anh"


@pytest.fixture
def kept(program: DeskProgram) -> tuple[str, str]:
    """The id and the code of somebody with a photo."""
    found: list[tuple[str, str]] = []

    def keep(desk: Desk) -> tuple[str, str]:
        person = named(desk, NAME)
        desk.keep_photo(person.id, portrait_of(saved(face()), "a.jpg"))
        return person.id, code_of(desk, NAME)

    program.workplace.lane.run(keep, found.append)
    return found[0]


def face_is_in(portrait: Portrait) -> bool:
    """Whether the skin of the drawn head is in the middle of the upper half."""
    image = portrait.grab().toImage()
    colour = QColor(image.pixel(image.width() // 2, int(image.height() * 0.35)))
    return abs(colour.red() - 230) < 14 and abs(colour.blue() - 170) < 14


def test_on_the_scan_screen_and_in_the_roster(
    program: DeskProgram, screen: ScanScreen, kept: tuple[str, str], qtbot: QtBot
) -> None:
    key, code = kept
    screen.code_read(code)
    shown = [p for p in screen.findChildren(Portrait) if p.isVisible()]
    assert len(shown) == 1 and shown[0].has_photo and face_is_in(shown[0])
    roster = program.window.go("roster")
    assert isinstance(roster, RosterScreen)
    roster.open_person(key)
    [portrait] = roster.person.view.findChildren(Portrait)
    assert portrait.has_photo and face_is_in(portrait)


class _Late(InlineLane):
    """What was asked is answered when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Callable[[], None]] = []

    def answer(self) -> None:
        for told in self.waiting:
            told()
        self.waiting.clear()


@pytest.fixture
def late(monkeypatch: pytest.MonkeyPatch) -> _Late:
    lane = _Late()
    jpeg = portrait_of(saved(face()), "a.jpg")

    class _Desk:
        def photo(self, name: str) -> bytes | None:
            return jpeg if name.endswith("1") else None

    def run(verb, done=None, failed=None):  # type: ignore[no-untyped-def]
        lane.waiting.append(lambda: done(verb(_Desk())))

    monkeypatch.setattr(lane, "run", run)
    stored_photos.use(lane)
    return lane


def stored(last: str) -> Path:
    return Path("photos") / ("photo-" + "0" * 31 + last)


def test_a_late_answer_is_not_shown_beside_another_name(qtbot: QtBot, late: _Late) -> None:
    portrait = Portrait()
    qtbot.addWidget(portrait)
    portrait.show_person("Lê An", stored("1"))
    portrait.show_person("Vũ Bình", stored("2"))
    late.answer()
    assert not portrait.has_photo
    portrait.show_person("Lê An", stored("1"))
    assert portrait.has_photo
    portrait.show_person("Hồ Chi", None)
    assert not portrait.has_photo


def test_the_same_person_again_does_not_flicker(qtbot: QtBot, late: _Late) -> None:
    portrait = Portrait()
    qtbot.addWidget(portrait)
    portrait.show_person("Lê An", stored("1"))
    late.answer()
    stored_photos.use(late)
    portrait.show_person("Lê An", stored("1"))
    assert portrait.has_photo


def test_one_photo_is_read_once_and_a_widget_that_is_gone_is_not_told(
    qtbot: QtBot, late: _Late
) -> None:
    first, second = Portrait(), Portrait()
    qtbot.addWidget(second)
    first.show_person("Lê An", stored("1"))
    second.show_person("Lê An", stored("1"))
    assert len(late.waiting) == 1
    first.deleteLater()
    qtbot.wait_signal(first.destroyed, timeout=5000).wait()
    late.answer()
    assert second.has_photo


def test_only_the_latest_are_kept(late: _Late, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "KEPT", 2)
    photos = StoredPhotos()
    photos.use(late)
    names = [f"photo-{n}1" for n in range(3)]
    for name in names:
        photos.ask(name, lambda *_: None)
    late.answer()
    assert list(photos._known) == names[1:]
