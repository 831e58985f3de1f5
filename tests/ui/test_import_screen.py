"""From a roster file to the roster, in three steps; bad files and Cancel change nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from checkin_app.desk import Desk
from checkin_app.ui.app import DeskProgram
from checkin_app.ui.importing.screen import ImportScreen
from tests.ui.small_forum import PEOPLE, named

EVERYBODY = len(PEOPLE) + 11
HEAD = "Họ và tên,Đoàn,Quốc gia,Ghi chú thêm,Chức vụ\n"


@pytest.fixture
def desk(program: DeskProgram) -> Desk:
    found: list[Desk] = []
    program.lane.run(found.append)
    return found[0]


@pytest.fixture
def screen(program: DeskProgram) -> ImportScreen:  # type: ignore[misc]
    built = program.window.go("import")
    assert isinstance(built, ImportScreen)
    return built


def roster_file(folder: Path, people: int = 3, *, bad: int = 1) -> Path:
    file = folder / "roster.csv"
    lines = [f"Phạm Thị Số {n},Đoàn Huế,Việt Nam,x,Chuyên viên\n" for n in range(people)]
    lines += [",Đoàn Huế,Atlantis,x,Chuyên viên\n" for _ in range(bad)]
    file.write_text(HEAD + "".join(lines), "utf-8")
    return file


def open_file(screen: ImportScreen, qtbot: QtBot, file: Path) -> None:
    screen.open_file(file)
    qtbot.waitUntil(lambda: screen.pages.currentWidget() is screen.columns)


def test_from_file_to_roster(
    screen: ImportScreen, qtbot: QtBot, program: DeskProgram, desk: Desk, tmp_path: Path
) -> None:
    open_file(screen, qtbot, roster_file(tmp_path))
    shown = [box.currentText() for box in screen.columns.boxes]
    assert shown[:3] == ["Full name", "Delegation", "Country or territory"]
    screen.columns.go.click()
    assert screen.pages.currentWidget() is screen.problems
    assert [f.text() for f in screen.problems.tally.figures] == ["3", "0", "0", "1"]
    assert len(desk.roster_ids()) == EVERYBODY
    kinds = [row.title for row in screen.problems.kinds.rows.rows]
    assert kinds[0] == "There is no name in this row."
    assert screen.problems.rows.rows.rows[0].title.startswith("Row 5")
    screen.problems.go.click()
    assert screen.pages.currentWidget() is screen.result
    assert len(desk.roster_ids()) == EVERYBODY + 3
    assert named(desk, "Phạm Thị Số 2").position == "Chuyên viên"
    screen.result.roster.click()
    assert program.window.place == "roster"


def test_a_second_import_has_nothing_to_do(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    file = roster_file(tmp_path)
    for _ in range(2):
        open_file(screen, qtbot, file)
        screen.columns.go.click()
        if screen.problems.go.isEnabled():
            screen.problems.go.click()
    assert screen.pages.currentWidget() is screen.problems
    assert [f.text() for f in screen.problems.tally.figures] == ["0", "0", "3", "1"]
    assert not screen.problems.go.isEnabled()


def test_a_column_is_corrected_by_hand(
    screen: ImportScreen, qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    open_file(screen, qtbot, roster_file(tmp_path, bad=0))
    boxes = screen.columns.boxes
    position = next(n for n, box in enumerate(boxes) if box.currentData() == "position")
    boxes[position].setCurrentIndex(boxes[position].findData("organization"))
    boxes[position].activated.emit(boxes[position].currentIndex())
    screen.columns.go.click()
    screen.problems.go.click()
    person = named(desk, "Phạm Thị Số 0")
    assert (person.position, person.organization) == ("", "Chuyên viên")


def test_without_a_name_it_does_not_go_on(
    screen: ImportScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    open_file(screen, qtbot, roster_file(tmp_path))
    box = screen.columns.boxes[0]
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert not screen.columns.go.isEnabled()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.csv", b""),
        ("photo.xlsx", b"\x89PNG\r\n\x1a\n" + b"0" * 50),
        ("cut.xlsx", b"PK\x03\x04" + b"0" * 50),
        ("nul.csv", b"name,seat\nA\0B,1\n" * 3),
    ],
)
def test_a_bad_file_is_one_sentence_and_changes_nothing(
    screen: ImportScreen, qtbot: QtBot, desk: Desk, tmp_path: Path, name: str, content: bytes
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    screen.open_file(file)
    qtbot.waitUntil(lambda: bool(screen.file.problem.text()))
    said = screen.file.problem.text()
    assert name in said and said.endswith(".") and "\n" not in said
    assert screen.file.problem.isVisible() and screen.file.button.isEnabled()
    assert screen.pages.currentWidget() is screen.file
    assert len(desk.roster_ids()) == EVERYBODY


def test_cancel_changes_nothing(
    screen: ImportScreen, qtbot: QtBot, program: DeskProgram, desk: Desk, tmp_path: Path
) -> None:
    open_file(screen, qtbot, roster_file(tmp_path, 2_000))
    screen.columns.go.click()
    assert screen.problems.go.isEnabled()
    seen: list[int] = []

    def on_progress(value: int) -> None:
        seen.append(value)
        screen.working.cancel.click()

    screen.working.bar.valueChanged.connect(on_progress)
    screen.problems.go.click()
    assert seen
    assert screen.pages.currentWidget() is screen.problems
    assert program.window.toast.text == "Cancelled. Nothing was changed."
    assert len(desk.roster_ids()) == EVERYBODY


def test_rejected_rows_are_saved_with_the_reason(
    screen: ImportScreen, qtbot: QtBot, program: DeskProgram, tmp_path: Path
) -> None:
    open_file(screen, qtbot, roster_file(tmp_path))
    screen.columns.go.click()
    screen.problems.go.click()
    target = tmp_path / "rejected.csv"
    screen.result.save_wanted.emit(target)
    qtbot.waitUntil(lambda: program.window.toast.text.startswith("1 row"))
    text = target.read_text("utf-8-sig")
    assert "Atlantis" in text and "There is no name in this row." in text


def test_a_file_can_be_dropped(screen: ImportScreen, qtbot: QtBot, tmp_path: Path) -> None:
    file = roster_file(tmp_path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, buttons, keys)
    screen.file.dropEvent(event)
    qtbot.waitUntil(lambda: screen.pages.currentWidget() is screen.columns)
