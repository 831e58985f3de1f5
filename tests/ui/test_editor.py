"""The layout editor in its window: what is pressed, typed and dragged, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from checkin_app.badges.layout import LAYOUTS, dump
from checkin_app.badges.layout.elements import Box, Code, Condition, Image, Photo, Stack
from checkin_app.desk import Desk
from checkin_app.ui.app import DeskProgram
from checkin_app.ui.editor import proofing, words
from checkin_app.ui.editor.core import commands, elements, texts
from checkin_app.ui.editor.editor import LayoutEditor
from checkin_app.ui.language import language
from tests.ui.small_forum import PEOPLE

LONGEST = max((p["name"] for p in PEOPLE), key=len)
KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(program: DeskProgram) -> Desk:
    found: list[Desk] = []
    program.lane.run(found.append)
    return found[0]


def made(program: DeskProgram, qtbot: QtBot, name: str = "") -> LayoutEditor:
    """An editor in the window, everything it asked for there."""
    editor = LayoutEditor(program.workplace, name)
    program.window.stack.addWidget(editor)
    program.window.stack.setCurrentWidget(editor)
    editor.shown()
    settle(editor, qtbot)
    return editor


def settle(editor: LayoutEditor, qtbot: QtBot) -> None:
    """Waits until the page is drawn and tried."""
    qtbot.waitUntil(lambda: not editor.busy, timeout=60_000)
    QApplication.processEvents()


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A layout is tried at once, not after a moment's rest."""
    monkeypatch.setattr(proofing, "_SETTLED", 5)


@pytest.fixture
def editor(program: DeskProgram, qtbot: QtBot) -> Iterator[LayoutEditor]:
    opened = made(program, qtbot)
    yield opened
    settle(opened, qtbot)


def number_of(editor: LayoutEditor, kind: type, field: str = "") -> int:
    """The number of an element: the one of a kind, or the text with a field."""
    return next(
        n
        for n, e in enumerate(editor.history.present.elements)
        if isinstance(e, kind)
        and (not field or (isinstance(e, Stack) and any(x.field == field for x in e.lines)))
    )


def box_of(editor: LayoutEditor, number: int) -> Box:
    return editor.history.present.elements[number].box


def mouse(
    editor: LayoutEditor,
    kind: QEvent.Type,
    x: float,
    y: float,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """A mouse event at a place on the page, in millimetres."""
    canvas = editor.canvas
    at = canvas.view.point(x, y)
    released = kind == QEvent.Type.MouseButtonRelease
    event = QMouseEvent(
        kind,
        at,
        QPointF(canvas.mapToGlobal(at.toPoint())),
        Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton,
        Qt.MouseButton.NoButton if released else Qt.MouseButton.LeftButton,
        held,
    )
    QApplication.sendEvent(canvas, event)


def press(
    editor: LayoutEditor,
    x: float,
    y: float,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    mouse(editor, QEvent.Type.MouseButtonPress, x, y, held)
    mouse(editor, QEvent.Type.MouseButtonRelease, x, y, held)


def drag(
    editor: LayoutEditor,
    start: tuple[float, float],
    end: tuple[float, float],
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    mouse(editor, QEvent.Type.MouseButtonPress, *start)
    for part in (0.3, 0.7, 1.0):
        x = start[0] + (end[0] - start[0]) * part
        y = start[1] + (end[1] - start[1]) * part
        mouse(editor, QEvent.Type.MouseMove, x, y, held)
    mouse(editor, QEvent.Type.MouseButtonRelease, *end, held)


def middle(box: Box) -> tuple[float, float]:
    return box.x + box.width / 2, box.y + box.height / 2


# -- seeing ------------------------------------------------------------------


def test_the_longest_name_of_the_roster_is_on_the_page(editor: LayoutEditor) -> None:
    assert editor.proofing.stand.subject.name == LONGEST
    picture = editor.canvas.picture
    assert picture is not None
    said = " ".join(word.text for word in picture.words)
    assert "Konstantinopolskaya" in said
    assert len({picture.image.pixel(x, 90) for x in range(picture.image.width())}) > 2


def test_there_is_one_to_see_for_each_script(editor: LayoutEditor) -> None:
    scripts = {s.script for s in editor.proofing.cast.stands if s.why == "script"}
    assert {"CYRILLIC", "CJK", "LAO"} <= scripts
    assert editor.proofing.cast.stands[-1].why == "sample"


def test_anybody_can_be_found_to_be_seen(editor: LayoutEditor, qtbot: QtBot) -> None:
    editor.seeing.stand.open_list()
    popup = editor.seeing.stand.popup
    assert popup is not None
    popup.field.setText("yamada")
    qtbot.waitUntil(lambda: [r.title for r in popup.list.rows.rows] == ["Taro Yamada"])
    QTest.keyClick(popup.field, KEY.Key_Return)
    assert editor.proofing.stand.subject.name == "Taro Yamada"
    settle(editor, qtbot)
    picture = editor.canvas.picture
    assert picture is not None and any("Taro" in w.text for w in picture.words)


def test_the_wheel_zooms_around_the_mouse(editor: LayoutEditor) -> None:
    canvas = editor.canvas
    at = canvas.view.point(80, 120)
    before = canvas.view.scale
    wheel = QWheelEvent(
        at,
        QPointF(canvas.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, wheel)
    assert canvas.view.scale > before * 1.4
    assert canvas.view.place(at) == pytest.approx((80, 120))
    QTest.keyClick(canvas, KEY.Key_0, CTRL)
    assert canvas.view.scale == pytest.approx(before)
    assert editor.seeing.percent.text() == f"{canvas.view.percent} %"


# -- doing -------------------------------------------------------------------


def test_a_logo_dragged_to_the_margin_stands_on_it(editor: LayoutEditor) -> None:
    number = number_of(editor, Image)
    x, y = middle(box_of(editor, number))
    drag(editor, (x, y), (x - 3.6, y + 20.2))
    box = box_of(editor, number)
    assert box.x == 5 and box.width == 15
    assert editor.history.present.chosen == (number,)
    assert len(editor.history.past) == 1


def test_dragging_with_ctrl_does_not_snap(editor: LayoutEditor) -> None:
    number = number_of(editor, Image)
    x, y = middle(box_of(editor, number))
    drag(editor, (x, y), (x - 3.6, y + 20.3), CTRL)
    assert box_of(editor, number).x == pytest.approx(5.4, abs=0.35)
    assert box_of(editor, number).x != 5


def test_a_corner_of_the_code_pulled_keeps_it_square(editor: LayoutEditor) -> None:
    number = number_of(editor, Code)
    box = box_of(editor, number)
    press(editor, *middle(box))
    assert editor.history.present.chosen == (number,)
    drag(editor, (box.x, box.y), (box.x - 5, box.y - 5), CTRL)
    after = box_of(editor, number)
    assert after.width == after.height > box.width
    assert after.x + after.width == pytest.approx(box.x + box.width, abs=0.02)


def test_the_arrow_keys_move_by_one_a_tenth_and_five(editor: LayoutEditor) -> None:
    number = number_of(editor, Image)
    press(editor, *middle(box_of(editor, number)))
    for held, step in ((Qt.KeyboardModifier.NoModifier, 1.0), (SHIFT, 0.1), (ALT, 5.0)):
        before = box_of(editor, number)
        QTest.keyClick(editor.canvas, KEY.Key_Right, held)
        QTest.keyClick(editor.canvas, KEY.Key_Down, held)
        after = box_of(editor, number)
        assert (after.x - before.x, after.y - before.y) == pytest.approx((step, step))
    QTest.keyClick(editor.canvas, KEY.Key_Right, CTRL)
    assert box_of(editor, number).width == 16


def test_undo_and_redo_from_the_keyboard(editor: LayoutEditor) -> None:
    number = number_of(editor, Image)
    start = editor.history.present.layout
    press(editor, *middle(box_of(editor, number)))
    QTest.keyClick(editor.canvas, KEY.Key_Right)
    QTest.keyClick(editor.canvas, KEY.Key_D, CTRL)
    QTest.keyClick(editor.canvas, KEY.Key_Delete)
    end = editor.history.present.layout
    for _ in range(3):
        QTest.keyClick(editor.canvas, KEY.Key_Z, CTRL)
    assert editor.history.present.layout == start
    assert not editor.head.save.isEnabled()
    for _ in range(3):
        QTest.keyClick(editor.canvas, KEY.Key_Y, CTRL)
    assert editor.history.present.layout == end


def test_tab_goes_through_the_elements_and_on(editor: LayoutEditor) -> None:
    count = len(editor.history.present.elements)
    seen = []
    editor.canvas.setFocus()
    for _ in range(count):
        QTest.keyClick(editor.canvas, KEY.Key_Tab)
        seen.append(editor.history.present.chosen)
    assert seen == [(n,) for n in range(count)]
    QTest.keyClick(editor.canvas, KEY.Key_Tab)
    assert not editor.canvas.hasFocus()


def test_a_frame_and_shift_choose_many(editor: LayoutEditor) -> None:
    editor.edit(lambda d: commands.remove(d.choose(0)), "")
    drag(editor, (2, 2), (99, 29))
    assert len(editor.history.present.chosen) == 2
    press(editor, *middle(box_of(editor, number_of(editor, Code))), SHIFT)
    assert len(editor.history.present.chosen) == 3
    assert editor.panel.heading.text() == "3 elements chosen"
    editor.panel.arrange.aligning["left"].click()
    chosen = {e.box.x for e in editor.history.present.picked}
    assert len(chosen) == 1


def test_pressing_a_line_of_a_text_chooses_that_line(editor: LayoutEditor) -> None:
    picture = editor.canvas.picture
    assert picture is not None
    word = next(w for w in picture.words if "Deputy Permanent" in w.text)
    press(editor, *middle(word.box))
    line = editor.history.present.text
    assert line is not None and line.field == "position"
    assert editor.panel.line.size_field.value() == line.size


def test_the_name_is_made_larger_in_the_panel(editor: LayoutEditor) -> None:
    number = number_of(editor, Stack, "name")
    stack = editor.history.present.elements[number]
    assert isinstance(stack, Stack)
    at = next(n for n, line in enumerate(stack.lines) if line.field == "name")
    editor._on_looked(editor.history.present.choose(number, line=at))
    field = editor.panel.line.size_field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "42")
    line = editor.history.present.text
    assert line is not None and line.size == 36, "not at each digit"
    QTest.keyClick(field, KEY.Key_Return)
    line = editor.history.present.text
    assert line is not None and (line.size, line.least) == (42, 15)
    editor.panel.line.larger.click()
    line = editor.history.present.text
    assert line is not None and line.size == 43


def test_ctrl_z_in_a_number_takes_the_last_step_back(editor: LayoutEditor) -> None:
    editor._on_looked(editor.history.present.choose(number_of(editor, Image)))
    QTest.keyClick(editor.canvas, KEY.Key_Return)
    field = editor.panel.place.left
    assert field.hasFocus()
    QTest.keyClicks(field, "20")
    QTest.keyClick(field, KEY.Key_Return)
    assert box_of(editor, number_of(editor, Image)).x == 20
    QTest.keyClick(field, KEY.Key_Z, CTRL)
    assert box_of(editor, number_of(editor, Image)).x == 9 and field.value() == 9
    QTest.keyClick(field, KEY.Key_Y, CTRL)
    assert field.value() == 20


def test_one_of_many_pressed_is_meant_alone(editor: LayoutEditor) -> None:
    number = number_of(editor, Code)
    editor._on_looked(editor.history.present.choose(*range(8)))
    press(editor, *middle(box_of(editor, number)))
    assert editor.history.present.chosen == (number,)


def test_delete_in_the_list_of_elements(editor: LayoutEditor) -> None:
    count = len(editor.history.present.elements)
    editor.outline.list.setFocus()
    editor.outline.list.choose(0)
    assert editor.history.present.chosen == (count - 1,)
    QTest.keyClick(editor.outline.list, KEY.Key_Delete)
    assert len(editor.history.present.elements) == count - 1


def test_place_and_size_are_set_in_millimetres(editor: LayoutEditor) -> None:
    number = number_of(editor, Image)
    editor._on_looked(editor.history.present.choose(number))
    place = editor.panel.place
    for field, value in ((place.left, 12.5), (place.top, 300.0), (place.width_field, 20.25)):
        field.setValue(value)
    assert box_of(editor, number) == Box(12.5, 133, 20.25, 15)
    assert place.top.value() == 133, "what cannot be is shown as it became"


@pytest.mark.parametrize("what", elements.KINDS)
def test_each_kind_can_be_added_and_prints(
    editor: LayoutEditor, qtbot: QtBot, what: elements.Kind
) -> None:
    before = len(editor.history.present.elements)
    editor.outline.buttons[what].click()
    assert len(editor.history.present.elements) == before + 1
    assert editor.outline.list.rows.rows[0].id == str(before), "the topmost is first in the list"
    settle(editor, qtbot)
    assert not editor.proofing.stops
    assert editor.canvas.picture is not None


def test_a_new_text_says_what_is_not_said_yet(editor: LayoutEditor) -> None:
    editor.outline.buttons["text"].click()
    line = editor.history.present.text
    assert line is not None and (line.field, line.text_en) == ("", "Text")
    editor._on_looked(editor.history.present.choose(number_of(editor, Stack, "delegation")))
    editor.edit(commands.remove, "")
    editor.outline.buttons["text"].click()
    line = editor.history.present.text
    assert line is not None and line.field == "delegation"


def test_how_large_a_line_came_out_is_said(editor: LayoutEditor, qtbot: QtBot) -> None:
    number = number_of(editor, Stack, "name")
    editor._on_looked(editor.history.present.choose(number, line=1))
    said = editor.panel.line.printed.text()
    assert said.startswith("On this badge it is") and "make the box larger" in said
    editor.proofing.see(editor.proofing.cast.stands[-1])
    settle(editor, qtbot)
    assert editor.panel.line.printed.text() == "On this badge it is that large."
    fields = ("honorific", "name", "own_name", "position", "organization")
    line, stand = next(
        (line, stand)
        for stand in editor.proofing.cast.stands
        for line, field in enumerate(fields)
        if not getattr(stand.subject, field)
    )
    editor._on_looked(editor.history.present.choose(number, line=line))
    editor.proofing.see(stand)
    settle(editor, qtbot)
    assert editor.panel.line.printed.text() == "It is not on this badge."


def test_a_fixed_text_in_both_languages(editor: LayoutEditor, qtbot: QtBot) -> None:
    editor.outline.buttons["text"].click()
    line = editor.panel.line
    line.field.setCurrentIndex(line.field.findData(""))
    line.field.activated.emit(0)
    line.text_vi.setText("Hội trường")
    line.text_vi.textEdited.emit("Hội trường")
    line.text_en.setText("Main hall")
    line.text_en.textEdited.emit("Main hall")
    chosen = editor.history.present.text
    assert chosen is not None
    assert (chosen.field, chosen.text_vi, chosen.text_en) == ("", "Hội trường", "Main hall")
    settle(editor, qtbot)
    assert not editor.proofing.stops
    picture = editor.canvas.picture
    assert picture is not None and any("Main hall" in w.text for w in picture.words)


def test_a_condition_by_category_and_by_field(editor: LayoutEditor) -> None:
    editor._on_looked(editor.history.present.choose(number_of(editor, Image)))
    section = editor.panel.condition

    def choose(kind: str) -> None:
        section.kind.setCurrentIndex(section.kind.findData(kind))
        section.kind.activated.emit(section.kind.currentIndex())

    choose("category")
    section.categories["press"].click()
    section.categories["vip"].click()
    single = editor.history.present.single
    assert single is not None and single.when == Condition(categories=("press",))
    choose("not_field")
    section.field.setCurrentIndex(section.field.findData("photo"))
    section.field.activated.emit(0)
    single = editor.history.present.single
    assert single is not None and single.when == Condition(field="photo", absent=True)
    choose("always")
    single = editor.history.present.single
    assert single is not None and single.when is None


def test_a_picture_from_a_file_is_made_small_enough(
    editor: LayoutEditor, qtbot: QtBot, tmp_path: Path
) -> None:
    image = QImage(3000, 1500, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    assert image.save(str(tmp_path / "Biểu trưng.png"))
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n nothing")
    editor._on_looked(editor.history.present.choose(number_of(editor, Image)))
    said: list[str] = []
    editor.workplace.toasted.connect(lambda text, undo: said.append(text))
    editor.library.take_picture(tmp_path / "broken.png")
    assert "broken.png" in said[-1]
    editor.library.take_picture(tmp_path / "Biểu trưng.png")
    single = editor.history.present.single
    assert isinstance(single, Image) and single.source == "bieu-trung"
    kept = QImage.fromData(editor.history.present.layout.images["bieu-trung"])
    assert (kept.width(), kept.height()) == (1200, 600)
    settle(editor, qtbot)
    assert not editor.proofing.stops


# -- saving ------------------------------------------------------------------


def test_a_built_in_layout_is_never_changed(editor: LayoutEditor, desk: Desk, qtbot: QtBot) -> None:
    assert editor.layout_name == "a6" and not editor.head.save.isEnabled()
    editor._on_looked(editor.history.present.choose(number_of(editor, Image)))
    QTest.keyClick(editor.canvas, KEY.Key_Right)
    assert editor.layout_name == "a6-portrait-own"
    assert editor.history.present.layout.title_vi == "A6 dọc, bản riêng"
    with qtbot.waitSignal(editor.saved) as saved:
        QTest.keyClick(editor.canvas, KEY.Key_S, CTRL)
    assert saved.args == ["a6-portrait-own"]
    kept = desk.layouts()
    assert kept["a6"] == LAYOUTS["a6"]
    assert kept["a6-portrait-own"].front == editor.history.present.layout.front
    assert not editor.history.changed and not editor.head.save.isEnabled()
    QTest.keyClick(editor.canvas, KEY.Key_Right)
    assert editor.layout_name == "a6-portrait-own" and editor.head.save.isEnabled()


def test_what_the_printer_cannot_make_cannot_be_saved(
    editor: LayoutEditor, desk: Desk, qtbot: QtBot
) -> None:
    number = number_of(editor, Code)
    editor._on_looked(editor.history.present.choose(number))
    editor.edit(lambda d: commands.place(d, Box(70, 115, 8, 8)), "")
    QTest.keyClick(editor.canvas, KEY.Key_S, CTRL)
    settle(editor, qtbot)
    assert not editor.head.save.isEnabled()
    assert set(desk.layouts()) == set(LAYOUTS)
    assert editor.verdict.list.rows.rows[0].title == "QR code"
    assert "203 dpi" in editor.verdict.list.rows.rows[0].line
    editor.edit(lambda d: commands.place(d, Box(65, 114, 31, 31)), "")
    settle(editor, qtbot)
    assert editor.head.save.isEnabled()


def test_a_crash_while_trying_stops_it_and_is_logged(
    editor: LayoutEditor,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr("checkin_app.badges.render.render", broken)
        editor.library.new()
        settle(editor, qtbot)
    assert editor.proofing.stops and not editor.head.save.isEnabled()
    assert "Undo the last change" in editor.verdict.list.rows.rows[0].line
    assert "ZeroDivisionError" in caplog.text
    editor.outline.buttons["line"].click()
    settle(editor, qtbot)
    assert editor.head.save.isEnabled()


def test_a_line_more_in_a_text(editor: LayoutEditor, qtbot: QtBot) -> None:
    editor._on_looked(editor.history.present.choose(number_of(editor, Stack, "delegation")))
    lines = editor.panel.lines
    lines.add.click()
    stack = editor.history.present.single
    assert isinstance(stack, Stack) and len(stack.lines) == 3
    assert editor.history.present.line == 1 and lines.list.currentRow() == 1
    lines.down.click()
    assert editor.history.present.line == 2 and not lines.down.isEnabled()
    lines.remove.click()
    stack = editor.history.present.single
    assert isinstance(stack, Stack)
    assert [line.field for line in stack.lines] == ["delegation", "country_both"]
    settle(editor, qtbot)


def test_a_text_too_low_for_its_lines_says_so_in_words(
    editor: LayoutEditor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = number_of(editor, Stack, "name")
    editor._on_looked(editor.history.present.choose(number))
    editor.edit(lambda d: commands.place(d, Box(9, 31, 87, 4)), "")
    editor.edit(lambda d: commands.place(d.choose(number_of(editor, Code)), Box(9, 9, 7, 7)), "")
    settle(editor, qtbot)
    assert editor.proofing.stops
    assert [row.title for row in editor.verdict.list.rows.rows] == ["Name", "QR code"]
    row = editor.verdict.list.rows.rows[0]
    assert row.title == "Name" and row.line.startswith("At their least sizes these lines need")
    monkeypatch.setattr(language, "code", "vi")
    title, sentence = words.fault_word(editor.proofing.faults[0], editor.history.present.layout)
    assert title == "Họ và tên" and sentence.startswith("Ở cỡ nhỏ nhất")


def test_a_fault_is_gone_to(editor: LayoutEditor, qtbot: QtBot) -> None:
    number = number_of(editor, Stack, "name")
    editor._on_looked(editor.history.present.choose(number, line=1))
    editor.edit(lambda d: texts.change_line(d, least=36.0), "")
    editor._on_looked(editor.history.present.choose())
    settle(editor, qtbot)
    assert not editor.proofing.stops
    rows = editor.verdict.list.rows.rows
    about_name = next(row for row in rows if row.title.startswith("Name"))
    editor.verdict.list.opened.emit(about_name.id)
    assert editor.history.present.chosen == (number,) and editor.history.present.line == 1


def test_changes_outlive_the_screen(
    editor: LayoutEditor, program: DeskProgram, qtbot: QtBot
) -> None:
    editor._on_looked(editor.history.present.choose(number_of(editor, Image)))
    QTest.keyClick(editor.canvas, KEY.Key_Right)
    changed = editor.history.present.layout
    settle(editor, qtbot)
    said: list[str] = []
    program.workplace.toasted.connect(lambda text, undo: said.append(text))
    again = made(program, qtbot, "a6")
    assert again.history.present.layout == changed and again.history.changed
    assert any("not saved yet" in text for text in said)
    QTest.keyClick(again.canvas, KEY.Key_Z, CTRL)
    assert again.layout_name == "a6"


def test_leaving_with_changes_is_told(editor: LayoutEditor, qtbot: QtBot) -> None:
    said: list[str] = []
    editor.workplace.toasted.connect(lambda text, undo: said.append(text))
    with qtbot.waitSignal(editor.left):
        editor.head.back.click()
    assert said == []
    editor.library.new()
    with qtbot.waitSignal(editor.left):
        editor.head.back.click()
    assert said == ["A6 portrait, copy is not saved yet; it is kept while the program is open."]


def test_a_built_in_layout_with_another_name_is_ones_own(
    editor: LayoutEditor, desk: Desk, qtbot: QtBot
) -> None:
    for part, text in (
        (editor.panel.paper.title_vi, "Thẻ của chúng tôi"),
        (editor.panel.paper.title_en, "Our badge"),
    ):
        part.selectAll()
        part.insert(text)
        part.textEdited.emit(text)
    settle(editor, qtbot)
    editor.save()
    kept = desk.layouts()[editor.layout_name]
    assert (kept.title_en, kept.title_vi) == ("Our badge", "Thẻ của chúng tôi")
    assert LAYOUTS["a6"].title_en == "A6 portrait"


def test_another_page_size_takes_the_badge_along(editor: LayoutEditor, qtbot: QtBot) -> None:
    paper = editor.panel.paper
    paper.size_choice.setCurrentIndex(paper.size_choice.findData("90x120"))
    paper.size_choice.activated.emit(paper.size_choice.currentIndex())
    layout = editor.history.present.layout
    assert (layout.width, layout.height) == (90, 120)
    settle(editor, qtbot)
    assert not editor.proofing.stops
    picture = editor.canvas.picture
    assert picture is not None
    assert picture.image.width() / picture.image.height() == pytest.approx(0.75, abs=0.01)


def test_new_delete_and_take_it_back(editor: LayoutEditor, desk: Desk, qtbot: QtBot) -> None:
    editor.library.new()
    assert editor.layout_name == "a6-portrait-copy" and editor.history.changed
    settle(editor, qtbot)
    editor.save()
    assert "a6-portrait-copy" in desk.layouts()
    undo: list[object] = []
    editor.workplace.toasted.connect(lambda text, back: undo.append(back))
    editor.library.delete()
    assert "a6-portrait-copy" not in desk.layouts() and editor.layout_name == "a6"
    assert callable(undo[-1])
    undo[-1]()
    settle(editor, qtbot)
    assert "a6-portrait-copy" in desk.layouts()


def test_this_desk_uses_it(editor: LayoutEditor, qtbot: QtBot) -> None:
    editor.library.new()
    settle(editor, qtbot)
    editor.save()
    assert editor.head.use.isVisible()
    editor.head.use.click()
    assert editor.workplace.settings.badge_layout == "a6-portrait-copy"
    assert not editor.head.use.isVisible()


def test_out_to_a_file_and_in_again(editor: LayoutEditor, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "badge.json"
    editor.edit(lambda d: commands.add(d, Photo(Box(60, 30, 30, 40))), "")
    editor.library.export_file(file)
    out = editor.history.present.layout
    assert file.read_text("utf-8") == dump(out)
    editor.library.import_file(file)
    now = editor.history.present.layout
    assert replace(now, name="", media="") == replace(out, name="", media="")
    assert now.name != out.name and editor.history.changed
    settle(editor, qtbot)


def test_a_wrong_file_is_said_line_by_line(
    editor: LayoutEditor, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "wrong.json"
    file.write_text(
        '{\n"name": "x",\n"width": 105,\n"height": 148,\n"front": [\n'
        '{"type": "text", "box": [0, 0, 200, 10], "lines": [{"field": "nmae"}]},\n'
        '{"type": "cod", "box": [0, 0, 20, 20]}\n]\n}',
        "utf-8",
    )
    before = editor.history.present.layout
    editor.library.import_file(file)
    rows = editor.verdict.list.rows.rows
    assert len(rows) == 3
    assert {row.line.partition(" · ")[0] for row in rows} == {"Line 6", "Line 7"}
    assert any("name" in row.title and "nmae" in row.title for row in rows)
    assert "wrong.json" in editor.verdict.said.text()
    assert editor.history.present.layout == before
    editor.verdict.close_list.click()
    assert "prints right" in editor.verdict.said.text() or editor.verdict.list.isHidden()


def test_a_test_page_into_a_folder(editor: LayoutEditor, tmp_path: Path, qtbot: QtBot) -> None:
    editor.workplace.settings.printer = f"folder:{tmp_path / 'out'}"
    with qtbot.waitSignal(editor.workplace.toasted, timeout=30_000):
        editor.library.trial.send(editor.history.present.layout)
    assert len(list((tmp_path / "out").glob("*.pdf"))) == 1


def test_the_other_side(editor: LayoutEditor, qtbot: QtBot) -> None:
    editor.seeing.rear.click()
    assert editor.history.present.side == "back" and editor.history.present.elements == ()
    editor.outline.buttons["text"].click()
    editor.edit(lambda d: texts.change_line(d, field="name", text_en="", text_vi=""), "")
    settle(editor, qtbot)
    picture = editor.canvas.picture
    assert picture is not None and any("Konstantinopolskaya" in w.text for w in picture.words)
    assert not editor.proofing.stops
    for _ in range(2):
        QTest.keyClick(editor.canvas, KEY.Key_Z, CTRL)
    assert editor.history.present.layout.back == ()


def test_everything_has_a_name_to_be_read(editor: LayoutEditor) -> None:
    from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit

    kinds = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox)
    for number in range(len(editor.history.present.elements)):
        editor._on_looked(editor.history.present.choose(number))
    nameless = [
        part
        for kind in kinds
        for part in editor.findChildren(kind)
        if not (part.accessibleName() or getattr(part, "text", lambda: "")())
        and not isinstance(part.parent(), QAbstractSpinBox | QComboBox)
    ]
    assert nameless == []
