"""What each element of a layout puts on paper, seen in the picture and in the file."""

import dataclasses
import io
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image as Picture

from checkin_app.badges.layout import (
    LAYOUTS,
    POINT,
    Area,
    Box,
    Code,
    Condition,
    Country,
    Element,
    Image,
    Layout,
    Line,
    Photo,
    Rule,
    Stack,
)
from checkin_app.badges.render import render
from checkin_app.badges.subject import BadgeSubject

Maker = Callable[..., BadgeSubject]
Tool = Callable[..., str]
Colour = tuple[int, int, int]

WHITE, RED, GREEN, BLUE = (255, 255, 255), (255, 0, 0), (0, 128, 0), (0, 0, 255)
#: Pixels a millimetre.
SCALE = 5


def page(*front: Element, back: tuple[Element, ...] = (), **more: object) -> Layout:
    return Layout("test", 60, 40, front, back, **more)  # type: ignore[arg-type]


def image(colour: Colour, size: tuple[int, int], form: str = "JPEG", **more: object) -> bytes:
    out = io.BytesIO()
    Picture.new("RGB", size, colour).save(out, form, **more)
    return out.getvalue()


Seen = Callable[..., list[Picture.Image]]


@pytest.fixture
def seen(tmp_path: Path, tool: Tool) -> Seen:
    """Renders subjects and gives the pages as pictures, SCALE pixels a millimetre."""

    def look(people: list[BadgeSubject], layout: object, **more: object) -> list[Picture.Image]:
        pdf = tmp_path / "seen.pdf"
        render(people, pdf, layout=layout, **more)  # type: ignore[arg-type]
        tool("qpdf", "--check", str(pdf))
        tool("pdftoppm", "-r", str(25.4 * SCALE), "-aa", "no", str(pdf), str(tmp_path / "seen"))
        pages = []
        for file in sorted(tmp_path.glob("seen-*.ppm")):
            with Picture.open(file) as picture:
                pages.append(picture.copy())
            file.unlink()
        return pages

    return look


def at(picture: Picture.Image, x: float, y: float) -> Colour:
    """The colour of the place so many millimetres from the left and from the top."""
    found = picture.getpixel((int(x * SCALE), int(y * SCALE)))
    assert isinstance(found, tuple)
    return found  # type: ignore[return-value]


def test_areas_and_lines(seen: Seen, person: Maker) -> None:
    layout = page(
        Area(Box(5, 5, 20, 10), "#FF0000"),
        Area(Box(5, 20, 20, 10), "#008000", shape="ellipse"),
        Area(Box(35, 5, 20, 10), "#0000FF", radius=4),
        Rule(Box(35, 25, 20, 0), "#FF0000", 1),
    )
    [picture] = seen([person("Lê Vũ")], layout)
    assert at(picture, 5.4, 5.4) == at(picture, 24.6, 14.6) == RED
    assert at(picture, 4.6, 10) == at(picture, 15, 15.4) == WHITE
    assert at(picture, 15, 25) == at(picture, 5.6, 25) == GREEN
    assert at(picture, 6, 20.8) == at(picture, 24, 29.2) == WHITE
    assert at(picture, 45, 10) == at(picture, 35.4, 10) == BLUE
    assert at(picture, 35.4, 5.4) == at(picture, 54.6, 14.6) == WHITE
    assert at(picture, 45, 25) == RED
    assert at(picture, 45, 25.8) == at(picture, 33, 25) == WHITE


def test_the_colours_of_a_category(seen: Seen, person: Maker) -> None:
    layout = page(Area(Box(0, 0, 30, 40), "band"), Area(Box(30, 0, 30, 40), "on_band"))
    people = [person("A", colour="#FFEE00"), person("B", colour="#202020")]
    light, dark = seen(people, layout)
    assert at(light, 10, 10) == (255, 238, 0)
    assert at(light, 50, 10) != WHITE
    assert at(dark, 50, 10) == WHITE


@pytest.mark.parametrize(
    ("when", "drawn"),
    [
        (None, (True, True, True)),
        (Condition("country"), (True, True, False)),
        (Condition("country", absent=True), (False, False, True)),
        (Condition("country", ("VN", "LA")), (True, False, False)),
        (Condition(categories=("vip",)), (True, False, True)),
        (Condition("country", ("VN",), ("vip",)), (True, False, False)),
        (Condition("country", ("VN",), ("vip",), absent=True), (False, True, True)),
        (Condition("photo"), (False, True, False)),
    ],
)
def test_conditions(
    seen: Seen, person: Maker, when: Condition | None, drawn: tuple[bool, ...]
) -> None:
    layout = page(Area(Box(10, 10, 10, 10), "#FF0000", when=when))
    people = [
        person("A", country="VN", category="vip", photo="old.jpg", colour="#0B5CAD"),
        person("B", country="FR", category="press", photo="photo-1", colour="#0B5CAD"),
        person("C", country="", category="vip", colour="#0B5CAD"),
    ]
    portraits = {"photo-1": image(BLUE, (30, 40))}
    pages = seen(people, layout, photos=portraits.get)
    assert tuple(at(picture, 15, 15) == RED for picture in pages) == drawn


def test_what_lies_above_something_individual_stays_above_it(seen: Seen, person: Maker) -> None:
    layout = page(
        Area(Box(0, 0, 60, 40), "#0000FF"),
        Photo(Box(10, 10, 20, 20)),
        Area(Box(15, 15, 10, 10), "#FF0000"),
    )
    [picture] = seen([person("A", photo="p")], layout, photos={"p": image(GREEN, (40, 40))}.get)
    assert at(picture, 5, 5) == BLUE
    assert at(picture, 20, 20) == RED
    r, g, b = at(picture, 12, 12)
    assert g > 100 > max(r, b)


def test_a_photo_fills_its_box_and_keeps_its_shape(seen: Seen, person: Maker) -> None:
    wide = Picture.new("RGB", (300, 100), RED)
    wide.paste(BLUE, (100, 0, 200, 100))
    out = io.BytesIO()
    wide.save(out, "JPEG", quality=95, subsampling=0)
    layout = page(Photo(Box(10, 10, 20, 20), radius=10))
    [picture] = seen([person("A", photo="p")], layout, photos={"p": out.getvalue()}.get)
    for x, y in ((20, 20), (10.8, 20), (29, 20), (20, 10.8), (20, 29)):
        red, _, blue = at(picture, x, y)
        assert blue > 200 > 60 > red
    assert at(picture, 11, 11) == at(picture, 29, 29) == WHITE


@pytest.mark.parametrize("line", [Box(10, 30, 20, 0), Box(30, 10, 0, 20)])
def test_a_thick_line_on_the_edge_of_a_photo_is_above_it(
    line: Box, seen: Seen, person: Maker
) -> None:
    layout = page(Photo(Box(10, 10, 20, 20)), Rule(line, "#0000FF", 6))
    [picture] = seen([person("A", photo="p")], layout, photos={"p": image(RED, (60, 80))}.get)
    x, y = (20, 28) if line.height == 0 else (28, 20)
    assert at(picture, x, y) == BLUE
    red, _, blue = at(picture, 15, 15)
    assert red > 200 > 60 > blue


def test_a_photo_goes_into_the_file_as_it_is_and_once(
    tmp_path: Path, person: Maker, tool: Tool
) -> None:
    portraits = {f"photo-{n}": image((n * 60, 80, 90), (300, 400)) for n in range(3)}
    people = [person("A", photo=f"photo-{n % 3}") for n in range(6)]
    pdf = tmp_path / "a.pdf"
    done = render(people, pdf, layout="badge-90x120", photos=portraits.get)
    assert not done.warnings
    content = pdf.read_bytes()
    assert [content.count(jpeg) for jpeg in portraits.values()] == [1, 1, 1]
    listed = tool("pdfimages", "-list", str(pdf)).splitlines()[2:]
    jpegs = [row for row in listed if " jpeg " in row]
    assert len(jpegs) == 6 and all(" 300   400 " in row for row in jpegs)


def test_a_photo_that_is_not_there_is_told(seen: Seen, person: Maker, tmp_path: Path) -> None:
    layout = page(Photo(Box(10, 10, 20, 20)))
    people = [person("A", photo="gone"), person("B"), person("C", photo="broken")]
    done = render(people, tmp_path / "a.pdf", layout=layout, photos={"broken": b"no"}.get)
    assert [(w.delegate_id, w.problem) for w in done.warnings] == [
        (p.delegate_id, "photo_missing") for p in people
    ]
    assert done.pages == 3


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_an_image_is_as_large_as_it_goes_into_its_box(
    form: str, seen: Seen, person: Maker, tool: Tool, tmp_path: Path
) -> None:
    layout = page(
        Image(Box(10, 10, 30, 10), "logo"),
        Image(Box(10, 25, 10, 10), "logo"),
        images={"logo": image(RED, (20, 20), form)},
    )
    pages = seen([person("A"), person("B")], layout)
    for picture in pages:
        red, green, _ = at(picture, 25, 15)
        assert red > 200 > 60 > green
        assert at(picture, 15, 15) == at(picture, 35, 15) == WHITE
    content = (tmp_path / "seen.pdf").read_bytes()
    assert content.count(b"/Subtype/Image") == 1


def test_a_clear_image_lets_through_what_is_below(seen: Seen, person: Maker) -> None:
    out = io.BytesIO()
    half = Picture.new("RGBA", (20, 20), (255, 0, 0, 255))
    half.paste((0, 0, 0, 0), (10, 0, 20, 20))
    half.save(out, "PNG")
    layout = page(
        Area(Box(0, 0, 60, 40), "#0000FF"),
        Image(Box(10, 10, 20, 20), "logo"),
        images={"logo": out.getvalue()},
    )
    [picture] = seen([person("A")], layout)
    assert at(picture, 12, 20) == RED
    assert at(picture, 28, 20) == BLUE


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "CMYK", "I;16"])
def test_images_of_every_kind_are_drawn(mode: str, seen: Seen, person: Maker) -> None:
    out = io.BytesIO()
    Picture.new(mode, (20, 20)).save(out, "JPEG" if mode == "CMYK" else "PNG")
    layout = page(Image(Box(10, 10, 20, 20), "logo"), images={"logo": out.getvalue()})
    [picture] = seen([person("A")], layout)
    clear = mode == "LA"
    assert (at(picture, 20, 20) == WHITE) is (clear or mode == "CMYK")


def test_a_turned_image_stands_upright(seen: Seen, person: Maker) -> None:
    halves = Picture.new("RGB", (40, 40), RED)
    halves.paste(BLUE, (0, 20, 40, 40))
    exif = Picture.Exif()
    exif[0x0112] = 3
    out = io.BytesIO()
    halves.save(out, "JPEG", exif=exif, quality=95, subsampling=0)
    layout = page(Image(Box(10, 10, 20, 20), "logo"), images={"logo": out.getvalue()})
    [picture] = seen([person("A")], layout)
    assert at(picture, 20, 13)[2] > 200
    assert at(picture, 20, 27)[0] > 200


def test_a_country_is_its_two_letters(tmp_path: Path, person: Maker, tool: Tool) -> None:
    pdf = tmp_path / "a.pdf"
    layout = page(Country(Box(10, 10, 12, 8)), Country(Box(30, 10, 12, 8), "flag"))
    render([person("A", country="LA"), person("B", country="")], pdf, layout=layout)
    first, second, _ = tool("pdftotext", "-raw", str(pdf), "-").split("\f")
    assert first.split() == ["LA", "LA"]
    assert not second.split()


def test_a_flag_is_a_picture_of_the_layout(
    seen: Seen, person: Maker, tool: Tool, tmp_path: Path
) -> None:
    flag = image(RED, (30, 20), "PNG")
    layout = page(Country(Box(10, 10, 15, 10), "flag"), images={"flag-vn": flag})
    pages = seen([person("A", country=c) for c in ("VN", "LA", "", "VN")], layout)
    assert [at(picture, 12, 12) for picture in pages[::3]] == [RED, RED]
    assert at(pages[2], 12, 15) == WHITE
    text = tool("pdftotext", "-raw", str(tmp_path / "seen.pdf"), "-").split("\f")
    assert [page.split() for page in text[:4]] == [[], ["LA"], [], []]
    assert (tmp_path / "seen.pdf").read_bytes().count(b"/Subtype/Image") == 1


def test_fixed_texts_in_both_languages(tmp_path: Path, person: Maker, tool: Tool) -> None:
    pdf = tmp_path / "a.pdf"
    lines = (
        Line(text_vi="Đại biểu", text_en="Delegate"),
        Line(text_vi="Hội trường", when=Condition("country", ("VN",))),
    )
    layout = page(Stack(Box(5, 5, 50, 30), lines))
    render([person("A", country="VN"), person("B", country="LA")], pdf, layout=layout)
    first, second, _ = tool("pdftotext", "-raw", str(pdf), "-").split("\f")
    assert first.split() == ["Đại", "biểu", "·", "Delegate", "Hội", "trường"]
    assert second.split() == ["Đại", "biểu", "·", "Delegate"]


def words(tool: Tool, pdf: Path) -> list[list[tuple[str, float, float]]]:
    """The words of each page with their middles in millimetres from the top left."""
    pages = []
    for text in tool("pdftotext", "-bbox", str(pdf), "-").split("<page ")[1:]:
        found = re.findall(
            r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<',
            text,
        )
        pages.append(
            [
                (word, (float(x) + float(right)) / 2 / POINT, (float(y) + float(low)) / 2 / POINT)
                for x, y, right, low, word in found
            ]
        )
    return pages


FRONT = Stack(Box(10, 5, 40, 8), (Line("name", 12),))
BACK = Stack(Box(10, 5, 40, 8), (Line(text_vi="Mặt-sau", size=12),))


def test_a_back_is_a_page_of_its_own(tmp_path: Path, person: Maker, tool: Tool) -> None:
    pdf = tmp_path / "a.pdf"
    people = [person("Một"), person("Hai")]
    both = page(FRONT, back=(BACK,))
    assert (both.sides, both.paper) == (2, (60, 40))
    assert render(people, pdf, layout=both).pages == 4
    assert [[w for w, _, _ in p] for p in words(tool, pdf)] == [
        ["Một"], ["Mặt-sau"], ["Hai"], ["Mặt-sau"],
    ]  # fmt: skip
    done = render(people, pdf, layout=both, sides="front")
    assert (done.badges, done.pages) == (2, 2)


@pytest.mark.parametrize("dpi", [None, 203, 300])
def test_a_tent_card_has_its_back_upside_down_above(
    dpi: int | None, tmp_path: Path, person: Maker, tool: Tool
) -> None:
    pdf = tmp_path / "a.pdf"
    layout = page(FRONT, back=(BACK,), fold="top")
    assert (layout.sides, layout.paper) == (1, (60, 80))
    assert render([person("Một")], pdf, layout=layout, dpi=dpi).pages == 1
    [found] = words(tool, pdf)
    places = {word: (x, y) for word, x, y in found}
    front, back = places["Một"], places["Mặt-sau"]
    assert 40 < front[1] < 53 and front[0] < 30
    assert 27 < back[1] < 40 and back[0] > 30
    text = tool("pdftotext", "-raw", str(pdf), "-")
    assert "Một" in text and "Mặt-sau" in text


def test_a_card_folded_at_the_left_has_its_back_left(
    tmp_path: Path, person: Maker, tool: Tool
) -> None:
    pdf = tmp_path / "a.pdf"
    render([person("Một")], pdf, layout=page(FRONT, back=(BACK,), fold="left"))
    [found] = words(tool, pdf)
    places = {word: x for word, x, _ in found}
    assert places["Mặt-sau"] < 60 < places["Một"]


@pytest.mark.parametrize("dpi", [203, 300, 600])
def test_codes_on_both_faces_of_a_tent_card_are_read(
    dpi: int, tmp_path: Path, person: Maker, tool: Tool, read_codes: Callable[..., list[str]]
) -> None:
    who = person("Một")
    code = Code(Box(20, 10, 18, 18))
    layout = page(code, back=(code,), fold="top")
    render([who], tmp_path / "a.pdf", layout=layout, dpi=dpi)
    tool("pdftoppm", "-r", str(dpi), "-mono", str(tmp_path / "a.pdf"), str(tmp_path / "p"))
    [paper] = tmp_path.glob("p-*.pbm")
    assert read_codes([paper]) == [who.code, who.code]
    dots = int(18 / 29 / 25.4 * dpi)
    with Picture.open(paper) as picture:
        rows = [
            picture.crop((0, y, picture.width, y + 1)).convert("L").tobytes()
            for y in range(picture.height)
        ]
    runs = [len(run) for row in rows for run in re.findall(b"\x00+", row)]
    assert len(runs) > 1000
    assert all(run % dots == 0 for run in runs)


@pytest.mark.parametrize("fold", ["top", "left"])
@pytest.mark.parametrize("size", [(60, 50), (86, 54), (105, 148)])
@pytest.mark.parametrize("dpi", [203, 300])
def test_three_dots_a_module_are_whole_on_both_faces_of_folded_paper(
    fold: Literal["top", "left"],
    size: tuple[float, float],
    dpi: int,
    tmp_path: Path,
    person: Maker,
    tool: Tool,
    read_codes: Callable[..., list[str]],
) -> None:
    who = person("Một")
    side = 3 * 29 * 25.4 / dpi + 0.02
    code = Code(Box(20, 10, side, side))
    layout = Layout("folded", *size, (code,), (code,), fold=fold)
    render([who], tmp_path / "a.pdf", layout=layout, dpi=dpi)
    picture = tmp_path / "p.pbm"
    command = ("-r", str(dpi), "-mono", "-singlefile", str(tmp_path / "a.pdf"))
    tool("pdftoppm", *command, str(tmp_path / "p"))
    assert read_codes([picture]) == [who.code, who.code]
    with Picture.open(picture) as opened:
        for turned in (opened, opened.transpose(Picture.Transpose.TRANSPOSE)):
            grey = turned.convert("L")
            lines = (grey.crop((0, y, grey.width, y + 1)).tobytes() for y in range(grey.height))
            runs = [len(run) for line in lines for run in re.findall(b"\x00+", line)]
            assert len(runs) > 600
            assert all(run % 3 == 0 for run in runs)


def test_layouts_of_several_sizes_and_none_in_one_file(
    tmp_path: Path, person: Maker, tool: Tool
) -> None:
    pdf = tmp_path / "a.pdf"
    chosen = {"vip": LAYOUTS["a6"], "press": LAYOUTS["card"]}
    people = [person("A", category=c) for c in ("vip", "press", "staff", "vip")]
    done = render(people, pdf, layout=lambda who: chosen.get(who.category))
    assert (done.badges, done.pages) == (3, 3)
    assert done.without == done.left_out == {people[2].delegate_id}
    sizes = re.findall(r"size: +([\d.]+) x ([\d.]+)", tool("pdfinfo", "-l", "9", str(pdf)))
    assert [round(float(w) / POINT) for w, _ in sizes] == [105, 86, 105]
    tool("qpdf", "--check", str(pdf))


def test_nobody_with_a_badge_is_no_file(tmp_path: Path, person: Maker) -> None:
    done = render([person("A")], tmp_path / "a.pdf", layout=lambda _: None)
    assert (done.badges, done.pages, len(done.without)) == (0, 0, 1)
    assert not list(tmp_path.iterdir())


def test_what_a_category_shares_is_in_the_file_once(tmp_path: Path, person: Maker) -> None:
    def forms(people: list[BadgeSubject]) -> int:
        pdf = tmp_path / "a.pdf"
        render(people, pdf)
        return pdf.read_bytes().count(b"/Subtype/Form")

    people = [person(f"Người {n}") for n in range(30)]
    assert forms(people[:1]) == 1
    assert forms(people) == len({who.category_en for who in people})


def test_a_fault_of_what_a_category_shares_is_told_of_each(tmp_path: Path, person: Maker) -> None:
    shared = {"category_vi": "𐎠", "category_en": "x", "colour": "#0B5CAD"}
    people = [person("A", **shared), person("B", **shared), person("C")]
    done = render(people, tmp_path / "a.pdf")
    assert [(w.delegate_id, w.problem, w.field) for w in done.warnings] == [
        (who.delegate_id, "missing_glyph", "category_vi") for who in people[:2]
    ]


def test_pages_go_between_badges(tmp_path: Path, person: Maker, tool: Tool) -> None:
    pdf = tmp_path / "a.pdf"
    people = [person("Một", delegation="A"), person("Hai", delegation="A"),
              person("Ba", delegation="B")]  # fmt: skip
    asked: list[tuple[str, str]] = []

    def sheets(before: BadgeSubject | None, after: BadgeSubject | None) -> list[Layout]:
        asked.append((before.name if before else "", after.name if after else ""))
        if after is None or (before and before.delegation == after.delegation):
            return []
        line = Line(text_vi=f"Đoàn-{after.delegation}", size=20)
        return [Layout("sheet", 210, 297, (Stack(Box(20, 20, 100, 20), (line,)),))]

    done = render(people, pdf, layout="label-80x50", sheet="herma-4412", inserts=sheets)
    assert (done.badges, done.pages) == (3, 4)
    assert asked == [("", "Một"), ("Một", "Hai"), ("Hai", "Ba"), ("Ba", "")]
    first, names, second, last = (
        {w for w, _, _ in p} & {"Đoàn-A", "Đoàn-B", "Một", "Hai", "Ba"} for p in words(tool, pdf)
    )
    assert (first, names, second, last) == ({"Đoàn-A"}, {"Một", "Hai"}, {"Đoàn-B"}, {"Ba"})


TEXTS = st.text(max_size=40)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    boxes=st.lists(
        st.tuples(st.integers(0, 50), st.integers(0, 30), st.integers(1, 10), st.integers(1, 10)),
        min_size=8,
        max_size=8,
    ),
    text=TEXTS,
    photo=st.booleans(),
    fold=st.sampled_from(["none", "top", "left"]),
)
def test_whatever_stands_where_the_file_is_sound(
    boxes: list[tuple[int, int, int, int]], text: str, photo: bool, fold: str, tmp_path: Path
) -> None:
    b = [Box(*map(float, box)) for box in boxes]
    line = Line("name", 9, 2)
    elements = (
        Area(b[0], "band", 1),
        Area(b[1], "accent", shape="ellipse"),
        Rule(b[2], "muted", 0.5, Condition("country")),
        Stack(b[3], (line, Line(text_vi=text or "x", size=8, least=2))),
        Image(b[4], "logo"),
        Photo(b[5], 2),
        Code(b[6]),
        Country(b[7]),
    )
    layout = page(
        *elements, back=elements[::-1], fold=fold, images={"logo": image(RED, (8, 8), "PNG")}
    )
    people = [
        BadgeSubject(str(n), "Lê Vũ", f"{n:027d}", country="VN", photo="p" if photo else "")
        for n in range(3)
    ]
    pdf = tmp_path / "x.pdf"
    render(people, pdf, layout=layout, photos={"p": image(BLUE, (30, 40))}.get)
    done = subprocess.run(["qpdf", "--check", str(pdf)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_subject_is_not_changed_by_being_drawn(person: Maker, tmp_path: Path) -> None:
    who = person("A", photo="gone")
    before = dataclasses.asdict(who)
    render([who], tmp_path / "a.pdf", layout="badge-90x120", photos=lambda _: None)
    assert dataclasses.asdict(who) == before
