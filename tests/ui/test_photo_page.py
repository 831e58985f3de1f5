"""The photo of a delegate: from a file or a camera, framed by hand, kept, removed, undone."""

from __future__ import annotations

import builtins
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage, QWheelEvent
from PySide6.QtMultimedia import QVideoFrame, QVideoSink
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.desk import Desk
from checkin_app.photos.framing import is_stored_name
from checkin_app.ui.app import DeskProgram
from checkin_app.ui.photos.camera import Camera
from checkin_app.ui.photos.crop_view import WIDTH, CropView
from checkin_app.ui.photos.page import PhotoPage
from checkin_app.ui.roster.actions import Action
from checkin_app.ui.roster.screen import RosterScreen
from tests.photos.files import face, quarters, saved
from tests.ui.small_forum import named

NAME = "Nguyễn Thị Vân Anh"


@pytest.fixture
def roster(program: DeskProgram, qtbot: QtBot) -> RosterScreen:
    built = program.window.go("roster")
    assert isinstance(built, RosterScreen)
    found: list[str] = []
    program.workplace.lane.run(lambda desk: named(desk, NAME).id, found.append)
    built.open_person(found[0])
    qtbot.waitUntil(lambda: built.person.card is not None)
    return built


@pytest.fixture
def page(roster: RosterScreen) -> PhotoPage:
    roster.person.do(Action.PHOTO)
    assert roster.person.photo.page is not None
    return roster.person.photo.page


@pytest.fixture
def photo(program: DeskProgram) -> Callable[[], str]:
    """What the roster says of the photo now."""

    def ask() -> str:
        found: list[str] = []
        program.workplace.lane.run(lambda desk: named(desk, NAME).photo, found.append)
        return found[0]

    return ask


def stored(program: DeskProgram, name: str) -> Image.Image:
    found: list[bytes | None] = []

    def read(desk: Desk) -> bytes | None:
        return desk.photo(name)

    program.workplace.lane.run(read, found.append)
    assert found[0] is not None
    return Image.open(io.BytesIO(found[0]))


def open_file(page: PhotoPage, qtbot: QtBot, file: Path) -> None:
    page.open(file)
    qtbot.waitUntil(lambda: page.picture is not None or page.problem.isVisible())


def test_from_a_file_framed_kept_and_shown(
    program: DeskProgram,
    roster: RosterScreen,
    page: PhotoPage,
    photo: Callable[[], str],
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(saved(quarters(800, 800), "PNG"))
    open_file(page, qtbot, file)
    page.crop.zoom(2)
    page.crop.move_by(-9, -9)
    page.save.click()
    assert is_stored_name(photo())
    red, green, blue = stored(program, photo()).getpixel((20, 20))  # type: ignore[misc]
    assert red > 220 and green < 40 and blue < 40
    assert roster.person.photo.page is None
    qtbot.waitUntil(lambda: roster.person.view._portrait.has_photo)


def test_undo_brings_the_former_photo_back(
    program: DeskProgram, page: PhotoPage, photo: Callable[[], str], qtbot: QtBot, tmp_path: Path
) -> None:
    undo: list[Callable[[], None]] = []
    program.workplace.toasted.connect(lambda _, again: undo.append(again))
    file = tmp_path / "a.jpg"
    file.write_bytes(saved(face()))
    open_file(page, qtbot, file)
    page.save.click()
    kept = photo()
    undo.pop()()
    assert photo() == ""
    screen = program.window.go("roster")
    assert isinstance(screen, RosterScreen)
    program.workplace.lane.run(
        lambda desk: desk.amend(named(desk, NAME).id, {"photo": kept}), lambda _: None
    )
    screen.person.refresh()
    screen.person.do(Action.PHOTO)
    again = screen.person.photo.page
    assert again is not None and again.remove.isVisible()
    again.remove.click()
    assert photo() == ""
    undo.pop()()
    assert photo() == kept


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"hello", "no picture"), (b"", "empty"), (saved(face())[:900], "damaged")],
)
def test_a_file_that_is_no_photo_is_one_sentence(
    page: PhotoPage, qtbot: QtBot, tmp_path: Path, content: bytes, words: str
) -> None:
    file = tmp_path / "a.jpg"
    file.write_bytes(content)
    open_file(page, qtbot, file)
    assert words in page.problem.text()
    assert not page.save.isVisible() and page.picture is None


def test_a_file_can_be_dropped(page: PhotoPage, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    file.write_bytes(saved(face()))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    drop = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(drop)
    qtbot.waitUntil(lambda: page.picture is not None)


class _FilmCamera(Camera):
    """A sink that the test fills stands for the camera."""

    def start(self) -> None:
        self.film = QVideoSink(self)
        self.watch(self.film)


def frame_of(colour: str) -> QVideoFrame:
    image = QImage(640, 480, QImage.Format.Format_RGB32)
    image.fill(colour)
    return QVideoFrame(image)


def test_from_the_camera(
    program: DeskProgram, roster: RosterScreen, photo: Callable[[], str], qtbot: QtBot
) -> None:
    assert roster.person.card is not None
    camera = _FilmCamera()
    page = PhotoPage(program.workplace, roster.person.card.delegate, camera)
    qtbot.addWidget(page)
    page.show()
    page.film.click()
    assert page.shoot.isVisible() and not page.shoot.isEnabled()
    camera.film.setVideoFrame(QVideoFrame())
    assert not page.shoot.isEnabled()
    camera.film.setVideoFrame(frame_of("#204060"))
    camera.film.setVideoFrame(frame_of("#a03020"))
    page.shoot.click()
    assert not camera.on and page.save.isVisible()
    page.save.click()
    red, green, blue = stored(program, photo()).getpixel((100, 100))  # type: ignore[misc]
    assert abs(red - 0xA0) < 6 and abs(green - 0x30) < 6 and abs(blue - 0x20) < 6


def test_leaving_turns_the_camera_off(
    program: DeskProgram, roster: RosterScreen, qtbot: QtBot
) -> None:
    assert roster.person.card is not None
    camera = _FilmCamera()
    page = PhotoPage(program.workplace, roster.person.card.delegate, camera)
    qtbot.addWidget(page)
    page.film.click()
    assert camera.on
    page.leave()
    assert not camera.on


def test_without_a_camera_it_says_so(page: PhotoPage, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = builtins.__import__

    def lacking(name: str, *args: object, **kwargs: object) -> object:
        if name == "PySide6.QtMultimedia":
            raise ImportError("libpulse.so.0: cannot open shared object file")
        return whole(name, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", lacking)
    page.film.click()
    assert "libpulse" in page.problem.text() and page.film.isVisible()


def test_the_frame_by_mouse_wheel_and_keys(qtbot: QtBot, qapp: QApplication) -> None:
    view = CropView()
    qtbot.addWidget(view)
    view.resize(372, 372)
    view.show()
    view.show_image(QImage(1200, 1600, QImage.Format.Format_RGB32), 1200, 1600)
    whole = view.frame
    assert (whole.x, whole.y, whole.width) == (0, 0, 1200)
    middle = QPointF(view.rect().center())
    wheel = QWheelEvent(
        middle,
        view.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 360),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    qapp.sendEvent(view, wheel)
    near = view.frame
    assert near.width < whole.width
    assert near.x + near.width / 2 == pytest.approx(600)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=view.rect().center())
    QTest.mouseMove(view, view.rect().center() + QPoint(30, 0))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton)
    assert view.frame.x == pytest.approx(near.x - 30 / WIDTH * near.width)
    before = view.frame
    for key, across, down in (
        (Qt.Key.Key_Right, 1, 0),
        (Qt.Key.Key_Down, 0, 1),
        (Qt.Key.Key_Left, -1, 0),
        (Qt.Key.Key_Up, 0, -1),
    ):
        start = view.frame
        QTest.keyClick(view, key)
        moved = (view.frame.x - start.x, view.frame.y - start.y)
        assert ((moved[0] > 0) - (moved[0] < 0), (moved[1] > 0) - (moved[1] < 0)) == (across, down)
    assert view.frame.x == pytest.approx(before.x) and view.frame.y == pytest.approx(before.y)
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.frame.width < before.width
    QTest.keyClick(view, Qt.Key.Key_Minus)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.frame == whole


def test_escape_leaves_and_the_roster_is_there_again(
    roster: RosterScreen, page: PhotoPage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(page.isActiveWindow)
    QTest.keyClick(page.file, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: roster.person.photo.page is None)
    assert roster.person.stack.currentWidget() is roster.person._page


def test_an_open_photo_page_stays_while_the_roster_changes(
    program: DeskProgram, roster: RosterScreen, page: PhotoPage
) -> None:
    program.workplace.touched.emit("roster")
    roster.person.refresh()
    assert roster.person.stack.currentWidget() is page


def test_asking_for_somebody_else_leaves_the_page(
    program: DeskProgram, roster: RosterScreen, page: PhotoPage, qtbot: QtBot
) -> None:
    found: list[str] = []
    program.workplace.lane.run(lambda desk: named(desk, "Taro Yamada").id, found.append)
    program.workplace.show_person(found[0])
    assert not roster.person.photo.open
    assert roster.person.stack.currentWidget() is roster.person._page
    assert roster.person.card is not None and roster.person.card.delegate.id == found[0]
