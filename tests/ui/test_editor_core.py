"""Editing a layout without a window: undo gives back, boxes stay on the page, snapping is right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.badges.layout import dump, parse
from checkin_app.badges.layout.elements import (
    Area,
    Box,
    Code,
    Country,
    Element,
    Image,
    Layout,
    Line,
    Photo,
    Rule,
    Stack,
)
from checkin_app.ui.editor.core import arranging, boxes, commands, elements, page, texts
from checkin_app.ui.editor.core.document import Document
from checkin_app.ui.editor.core.history import History
from checkin_app.ui.editor.core.room import roomy
from checkin_app.ui.editor.core.snapping import Lines, snap_move, snap_resize

WIDTH, HEIGHT = 105.0, 148.0

millimetres = st.floats(-400, 400, allow_nan=False).map(lambda v: round(v, 2))
sides = st.floats(1, 150).map(lambda v: round(v, 2))


@st.composite
def placed(draw: st.DrawFn) -> Element:
    """Any element, anywhere on the page."""
    box = boxes.kept(
        Box(draw(millimetres), draw(millimetres), draw(sides), draw(sides)), WIDTH, HEIGHT
    )
    made: Element = draw(
        st.sampled_from(
            (
                Area(box, "band"),
                Stack(box, (Line("name", 4, 2), Line("", 4, 2, text_en="Hall", text_vi="Sảnh"))),
                Stack(box, (Line("position", 4, 2, rows=2),), align="center", valign="bottom"),
                Photo(box, 1.0),
                Country(box),
                Image(box),
                Rule(replace(box, height=0.0), "muted"),
            )
        )
    )
    return elements.kept(made, WIDTH, HEIGHT)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    front = tuple(draw(st.lists(placed(), max_size=5)))
    code = elements.kept(Code(Box(70, 110, 30, 30)), WIDTH, HEIGHT)
    layout = Layout("mine", WIDTH, HEIGHT, (*front, code), (), title_en="Mine", title_vi="Của tôi")
    chosen = draw(st.lists(st.integers(0, len(front)), max_size=4))
    return Document(layout).choose(*chosen)


Command = Callable[[Document], Document]


@st.composite
def asked(draw: st.DrawFn) -> Command:
    """Any command with any sensible question."""
    dx, dy = draw(millimetres), draw(millimetres)
    handle = draw(st.sampled_from(boxes.HANDLES))
    number = draw(st.integers(0, 7))
    made: Command = draw(
        st.sampled_from(
            (
                lambda d: commands.move(d, dx, dy),
                lambda d: commands.resize(d, handle, dx, dy),
                lambda d: commands.place(d, Box(dx, dy, abs(dy) + 1, abs(dx) + 1)),
                lambda d: commands.add(
                    d,
                    elements.new(elements.KINDS[number % 7], d.layout.width, d.layout.height),
                ),
                commands.remove,
                commands.duplicate,
                lambda d: arranging.reorder(d, ("top", "up", "down", "bottom")[number % 4]),
                lambda d: arranging.align(
                    d, ("left", "center", "right", "top", "middle", "bottom")[number % 6]
                ),
                lambda d: arranging.distribute(d, "xy"[number % 2]),
                lambda d: commands.change(d, ink="#102030", radius=1.0),
                lambda d: texts.change_line(d, size=abs(dx) + 2),
                lambda d: texts.change_line(d, least=abs(dx) + 2),
                lambda d: texts.add_line(d, Line("country_both", 3, 2)),
                texts.remove_line,
                lambda d: texts.move_line(d, 1 if number % 2 else -1),
                lambda d: page.set_page(d, abs(dx), abs(dy), scaled=bool(number % 2)),
                lambda d: d.choose(number),
                lambda d: d.toggle(number % max(1, len(d.elements))),
                lambda d: d.turn("back" if number % 2 else "front"),
            )
        )
    )
    return made


def on_page(layout: Layout) -> bool:
    return all(
        all(map(isfinite, (e.box.x, e.box.y, e.box.width, e.box.height)))
        and e.box.x >= 0
        and e.box.y >= 0
        and e.box.width >= 0
        and e.box.height >= 0
        and e.box.x + e.box.width <= layout.width + 0.011
        and e.box.y + e.box.height <= layout.height + 0.011
        for e in (*layout.front, *layout.back)
    )


@given(documents(), st.lists(asked(), max_size=12))
def test_whatever_is_done_stays_on_the_page(document: Document, steps: list[Command]) -> None:
    for step in steps:
        document = step(document)
        assert on_page(document.layout)
        assert all(n < len(document.elements) for n in document.chosen)
        assert all(e.box.width == e.box.height for e in document.elements if isinstance(e, Code))
        for element in document.elements:
            if isinstance(element, Stack):
                assert element.lines and all(line.least <= line.size for line in element.lines)


@given(documents(), st.lists(asked(), max_size=12))
def test_undoing_everything_gives_back_the_start(document: Document, steps: list[Command]) -> None:
    history = History(document, saved=document.layout)
    for step in steps:
        history = history.did(step(history.present))
    end = history.present.layout
    while history.past:
        history = history.undone()
    assert history.present.layout == document.layout
    assert not history.changed
    while history.future:
        history = history.redone()
    assert history.present.layout == end


@given(documents(), st.lists(asked(), max_size=8))
def test_what_was_edited_is_read_back_the_same(document: Document, steps: list[Command]) -> None:
    for step in steps:
        document = step(document)
    layout = document.layout
    if layout.front and not any(isinstance(e, Code) and e.box.width < 6 for e in layout.front):
        roomy = tuple(
            replace(e, lines=tuple(replace(line, least=2.0, gap=0.0) for line in e.lines[:1]))
            if isinstance(e, Stack)
            else e
            for e in layout.front
            if not isinstance(e, Stack) or e.box.height > 2
        )
        layout = replace(layout, front=roomy or (Area(Box(0, 0, 5, 5), "band"),), back=())
        again = parse(dump(layout))
        assert replace(again, media=layout.media) == layout


@given(documents(), st.lists(asked(), max_size=6))
def test_a_new_command_forgets_what_was_taken_back(
    document: Document, steps: list[Command]
) -> None:
    history = History(document)
    for step in steps:
        history = history.did(step(history.present)).undone()
    assert history.present.layout == document.layout
    assert len(history.past) == 0


def test_steps_of_one_kind_in_a_row_are_one_step_back() -> None:
    start = Document(Layout("x", 105, 148, (Area(Box(10, 10, 20, 20), "band"),))).choose(0)
    history = History(start)
    for _ in range(5):
        history = history.did(commands.move(history.present, 1, 0), "nudge")
    assert history.present.elements[0].box.x == 15
    assert history.undone().present == start
    looked = history.looked(history.present.choose())
    looked = looked.did(commands.move(looked.present.choose(0), 1, 0), "nudge")
    assert looked.undone().present.elements[0].box.x == 15


@pytest.mark.parametrize("wrong", [float("nan"), float("inf")])
def test_no_box_is_ever_infinite(wrong: float) -> None:
    document = Document(Layout("x", 105, 148, (Area(Box(10, 10, 20, 20), "band"),))).choose(0)
    for command in (
        lambda: commands.move(document, wrong, 0),
        lambda: commands.place(document, Box(0, wrong, 5, 5)),
    ):
        with pytest.raises(ValueError):
            command()


@pytest.mark.parametrize(
    ("handle", "expected"),
    [
        ("se", Box(10, 20, 35, 44)),
        ("nw", Box(15, 24, 25, 36)),
        ("e", Box(10, 20, 35, 40)),
        ("n", Box(10, 24, 30, 36)),
    ],
)
def test_a_handle_moves_its_side_and_no_other(handle: boxes.Handle, expected: Box) -> None:
    document = Document(Layout("x", 105, 148, (Area(Box(10, 20, 30, 40), "band"),))).choose(0)
    assert commands.resize(document, handle, 5, 4).elements[0].box == expected


def test_a_picture_keeps_its_form_at_the_corners_and_a_code_everywhere() -> None:
    layout = Layout("x", 105, 148, (Photo(Box(10, 10, 30, 40)), Code(Box(60, 60, 30, 30))))
    photo = commands.resize(Document(layout).choose(0), "se", 15, 0).elements[0].box
    assert photo == Box(10, 10, 45, 60)
    code = commands.resize(Document(layout).choose(1), "e", -10, 0).elements[1].box
    assert code == Box(60, 60, 20, 20)
    wide = commands.resize(Document(layout).choose(1), "se", 500, 500).elements[1].box
    assert wide == Box(60, 60, 45, 45)


def test_snapping_draws_to_the_margin_and_shows_it() -> None:
    snapped = snap_move(Box(4.2, 50.3, 20, 10), Lines(105, 148, margin=5))
    assert snapped.box == Box(5, 50, 20, 10)
    assert [(g.axis, g.at, g.why) for g in snapped.guides] == [("x", 5, "margin")]


def test_snapping_prefers_the_nearest_of_edges_and_centres() -> None:
    other = Box(40, 100, 30, 20)
    lines = Lines(105, 148, (other,), margin=0, reach=2)
    centred = snap_move(Box(44.1, 20.4, 20, 10), lines)
    assert centred.box.x == 45
    assert [(g.axis, g.at, g.start, g.end) for g in centred.guides] == [("x", 55, 20, 120)]
    assert snap_move(Box(43, 20, 20, 10), lines).box.x == 42.5, "the page's middle is nearer"
    assert snap_move(Box(41, 20.4, 20, 10), lines).box == Box(40, 20, 20, 10)


def test_only_the_sides_that_move_are_drawn() -> None:
    lines = Lines(105, 148, (Box(50, 10, 30, 30),), margin=0, reach=2)
    snapped = snap_resize(Box(10.3, 60.3, 69, 20), "e", lines)
    assert snapped.box == Box(10.3, 60.3, 69.7, 20)
    assert [g.at for g in snapped.guides] == [80]


@given(
    st.builds(Box, millimetres, millimetres, sides, sides),
    st.lists(placed(), max_size=4),
    st.sampled_from(boxes.HANDLES),
)
def test_snapping_never_leaves_the_page(
    wanted: Box, others: list[Element], handle: boxes.Handle
) -> None:
    lines = Lines(WIDTH, HEIGHT, tuple(e.box for e in others))
    box = boxes.kept(wanted, WIDTH, HEIGHT)
    for snapped in (snap_move(wanted, lines), snap_resize(box, handle, lines)):
        made = snapped.box
        assert made.x >= 0 and made.y >= 0 and made.width >= 1 and made.height >= 1
        assert made.width > WIDTH or made.x + made.width <= WIDTH + 0.011
        assert made.height > HEIGHT or made.y + made.height <= HEIGHT + 0.011
        for guide in snapped.guides:
            edges = (
                (made.x, made.x + made.width / 2, made.x + made.width)
                if guide.axis == "x"
                else (made.y, made.y + made.height / 2, made.y + made.height)
            )
            assert min(abs(guide.at - e) for e in edges) <= 0.02


def test_aligning_one_is_to_the_page_and_many_to_each_other() -> None:
    layout = Layout(
        "x", 100, 100, (Area(Box(10, 10, 20, 20), "band"), Area(Box(50, 40, 10, 10), "band"))
    )
    one = arranging.align(Document(layout).choose(0), "center").elements[0].box
    assert one == Box(40, 10, 20, 20)
    both = arranging.align(Document(layout).choose(0, 1), "right").elements
    assert [e.box.x for e in both] == [40, 50]


def test_distributing_makes_the_spaces_equal() -> None:
    layout = Layout(
        "x",
        100,
        100,
        tuple(Area(Box(x, 10, w, 10), "band") for x, w in ((0, 10), (15, 20), (80, 20))),
    )
    spread = arranging.distribute(Document(layout).choose(0, 1, 2), "x").elements
    assert [e.box.x for e in spread] == [0, 35, 80]


def test_order_is_what_is_drawn_last() -> None:
    layout = Layout("x", 100, 100, tuple(Area(Box(n, n, 10, 10), "band") for n in range(4)))
    document = Document(layout).choose(1)
    up = arranging.reorder(document, "up")
    assert [e.box.x for e in up.elements] == [0, 2, 1, 3] and up.chosen == (2,)
    assert [e.box.x for e in arranging.reorder(document, "top").elements] == [0, 2, 3, 1]
    assert [e.box.x for e in arranging.reorder(document, "down").elements] == [1, 0, 2, 3]
    assert document.at(5, 5) == 3 and document.at(0.5, 0.5) == 0 and document.at(50, 50) is None


def test_a_smaller_page_takes_what_is_on_it_along() -> None:
    layout = Layout(
        "x",
        100,
        200,
        (Stack(Box(50, 100, 50, 100), (Line("name", 20, 10),)), Code(Box(0, 0, 40, 40))),
    )
    smaller = page.set_page(Document(layout), 50, 100).layout
    assert smaller.front[0] == Stack(Box(25, 50, 25, 50), (Line("name", 10, 5),))
    assert smaller.front[1].box == Box(0, 0, 20, 20)
    kept = page.set_page(Document(layout), 50, 100, scaled=False).layout
    assert kept.front[0].box == Box(0, 0, 50, 100)


def test_a_text_never_has_a_least_size_above_its_size() -> None:
    layout = Layout("x", 100, 100, (Stack(Box(0, 0, 50, 50), (Line("name", 20, 10),)),))
    document = Document(layout).choose(0)
    smaller = texts.change_line(document, size=8.0).text
    assert smaller is not None and (smaller.size, smaller.least) == (8, 8)
    larger = texts.change_line(document, least=30.0).text
    assert larger is not None and (larger.size, larger.least) == (30, 30)


def test_the_last_line_goes_with_its_element() -> None:
    layout = Layout("x", 100, 100, (Stack(Box(0, 0, 50, 50), (Line("name", 20, 10),)),))
    assert texts.remove_line(Document(layout).choose(0)).elements == ()


@given(documents(), millimetres, millimetres)
def test_what_is_moved_together_stays_together(document: Document, dx: float, dy: float) -> None:
    after = commands.move(document, dx, dy)
    for one, other in zip(document.picked, after.picked, strict=True):
        assert (one.box.width, one.box.height) == (other.box.width, other.box.height)
    shifts = {
        (round(b.box.x - a.box.x, 1), round(b.box.y - a.box.y, 1))
        for a, b in zip(document.picked, after.picked, strict=True)
    }
    assert max((abs(x - y) for x, _ in shifts for y, _ in shifts), default=0) <= 0.11
    assert max((abs(x - y) for _, x in shifts for _, y in shifts), default=0) <= 0.11


@given(placed(), st.lists(placed(), max_size=6))
def test_something_new_is_put_on_the_page_where_it_covers_least(
    element: Element, others: list[Element]
) -> None:
    taken = [e.box for e in others]
    box = roomy(element.box, taken, WIDTH, HEIGHT, 5)
    assert (box.width, box.height) == (element.box.width, element.box.height)
    assert box.x >= 0 and box.y >= 0
    assert box.x + box.width <= WIDTH + 0.01 and box.y + box.height <= HEIGHT + 0.01


def test_there_is_room_beside_what_is_there() -> None:
    band = Box(0, 0, 105, 60)
    box = roomy(Box(40, 64, 25, 20), [band], WIDTH, HEIGHT, 5)
    assert box.y >= 60 and abs(box.x + box.width / 2 - WIDTH / 2) <= 3
    assert roomy(Box(0, 0, 105, 148), [band], WIDTH, HEIGHT, 5) == Box(0, 0, 105, 148)


def test_a_text_is_chosen_at_its_largest_line() -> None:
    lines = (Line("honorific", 12, 8), Line("name", 36, 15), Line("position", 12, 8))
    document = Document(Layout("x", 100, 100, (Stack(Box(0, 0, 50, 50), lines),)))
    assert document.choose(0).text == lines[1]
    assert document.choose(0, line=2).text == lines[2]
