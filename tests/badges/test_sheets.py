"""Sheets: every badge in its place, backs behind their fronts, marks where one cuts."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image as Picture

from checkin_app.badges.layout import LAYOUTS, POINT, Area, Box, Code, Layout, Line, Stack
from checkin_app.badges.layout.sheets import SHEETS, Sheet
from checkin_app.badges.render import render
from checkin_app.badges.subject import BadgeSubject
from checkin_app.domain.errors import NotPossible

Maker = Callable[..., BadgeSubject]
Tool = Callable[..., str]
Words = list[dict[str, tuple[float, float]]]


def words(tool: Tool, pdf: Path) -> Words:
    """The words of each page with their middles in millimetres from the top left."""
    pages = []
    for text in tool("pdftotext", "-bbox", str(pdf), "-").split("<page ")[1:]:
        found = re.findall(
            r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<',
            text,
        )
        pages.append(
            {
                word: ((float(x) + float(right)) / 2 / POINT, (float(y) + float(low)) / 2 / POINT)
                for x, y, right, low, word in found
            }
        )
    return pages


def small(width: float, height: float, *, back: bool = False) -> Layout:
    """A layout with the name in its middle, and in the middle of its back if it has one."""
    name = Stack(Box(0, 0, width, height), (Line("name", 9),), align="center", valign="middle")
    return Layout("small", width, height, (name,), (name,) if back else ())


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS.keys())
def test_the_places_of_a_sheet_lie_on_it_side_by_side(sheet: Sheet) -> None:
    corners = [
        sheet.corner(place, sheet.cell_width, sheet.cell_height) for place in range(sheet.places)
    ]
    assert corners[0] == (sheet.left, sheet.top)
    for x, y in corners:
        assert x >= 0 and x + sheet.cell_width <= sheet.width + 0.01
        assert y >= 0 and y + sheet.cell_height <= sheet.height + 0.01
    for n, (x, y) in enumerate(corners):
        for u, v in corners[n + 1 :]:
            apart = abs(x - u) >= sheet.cell_width - 0.01 or abs(y - v) >= sheet.cell_height - 0.01
            assert apart
    assert any(sheet.takes(*layout.paper) for layout in LAYOUTS.values())
    assert sheet.title_en and sheet.title_vi


@pytest.mark.parametrize("name", ["a4-2up", "a4-8up", "herma-4412", "avery-l7160", "durable-1456"])
def test_badges_stand_in_the_middle_of_their_places_row_by_row(
    name: str, tmp_path: Path, person: Maker, tool: Tool
) -> None:
    sheet = SHEETS[name]
    people = [person(f"N{n:02d}") for n in range(sheet.places + 1)]
    pdf = tmp_path / "a.pdf"
    layout = small(sheet.cell_width - 4, sheet.cell_height - 6)
    done = render(people, pdf, layout=layout, sheet=name)
    assert (done.badges, done.pages) == (sheet.places + 1, 2)
    first, second = words(tool, pdf)
    assert len(first) == sheet.places and list(second) == [people[-1].name]
    for place in range(sheet.places):
        row, column = divmod(place, sheet.columns)
        x, y = first[f"N{place:02d}"]
        wide, high = sheet.cell_width + sheet.gap_x, sheet.cell_height + sheet.gap_y
        assert x == pytest.approx(sheet.left + column * wide + sheet.cell_width / 2, abs=0.5)
        assert y == pytest.approx(sheet.top + row * high + sheet.cell_height / 2, abs=1)
    tool("qpdf", "--check", str(pdf))
    assert "A4" in tool("pdfinfo", str(pdf))


@pytest.mark.parametrize("count", [1, 2, 3, 9])
def test_backs_lie_behind_their_fronts_when_the_paper_is_turned_over_its_long_edge(
    count: int, tmp_path: Path, person: Maker, tool: Tool
) -> None:
    people = [person(f"N{n:02d}") for n in range(count)]
    pdf = tmp_path / "a.pdf"
    done = render(people, pdf, layout=small(86, 54, back=True), sheet="a4-8up")
    assert (done.badges, done.pages) == (count, 2 * -(-count // 8))
    pages = words(tool, pdf)
    for front, back in zip(pages[::2], pages[1::2], strict=True):
        assert set(front) == set(back)
        for name, (x, y) in front.items():
            assert back[name] == pytest.approx((210 - x, y), abs=0.3)
    done = render(people, pdf, layout=small(86, 54, back=True), sheet="a4-8up", sides="front")
    assert done.pages == -(-count // 8)


def test_one_sided_and_two_sided_badges_on_one_sheet(
    tmp_path: Path, person: Maker, tool: Tool
) -> None:
    one, two = small(86, 54), small(86, 54, back=True)
    people = [person("Một"), person("Hai")]
    pdf = tmp_path / "a.pdf"
    done = render(people, pdf, layout=lambda who: two if who is people[1] else one, sheet="a4-8up")
    assert done.pages == 2
    front, back = words(tool, pdf)
    assert set(front) == {"Một", "Hai"} and set(back) == {"Hai"}


@pytest.mark.parametrize("sheet", [None, "a4-8up"])
@pytest.mark.parametrize("backs", [{0}, {20}, {3, 4, 17}, set()])
def test_each_back_is_on_the_paper_of_its_front(
    backs: set[int], sheet: str | None, tmp_path: Path, person: Maker, tool: Tool
) -> None:
    """Printed on both sides, pages 1 and 2 are one sheet of paper, 3 and 4 the next one."""
    one, two = small(86, 54), small(80, 50, back=True)
    people = [person(f"N{n:02d}") for n in range(21)]
    names = {people[n].name for n in backs}
    pdf = tmp_path / "a.pdf"
    receipt = small(105, 148)

    def pick(who: BadgeSubject) -> Layout:
        return two if who.name in names else one

    def between(before: BadgeSubject | None, after: BadgeSubject | None) -> list[Layout]:
        return [receipt] * 3 if after is people[9] else []

    done = render(people, pdf, layout=pick, sheet=sheet, inserts=between)
    pages = words(tool, pdf)
    assert len(pages) == done.pages
    fronts, behind = (pages[::2], pages[1::2]) if backs else (pages, [])
    assert {name for page in fronts for name in page} == {who.name for who in people}
    assert {name for page in behind for name in page} == names
    for front, back in zip(fronts, behind, strict=bool(backs)):
        assert set(back) == set(front) & names
    sizes = re.findall(r"size: +([\d.]+) x ([\d.]+)", tool("pdfinfo", "-l", "99", str(pdf)))
    assert not backs or sizes[::2] == sizes[1::2]
    tool("qpdf", "--check", str(pdf))
    done = render(people, pdf, layout=pick, sheet=sheet, sides="front")
    assert done.pages == (3 if sheet else 21)


def test_backs_in_a_file_of_many_branches(tmp_path: Path, person: Maker, tool: Tool) -> None:
    one, two = small(86, 54), small(86, 54, back=True)
    people = [person(f"N{n:03d}") for n in range(140)]
    pdf = tmp_path / "a.pdf"
    render(people, pdf, layout=lambda who: two if who is people[130] else one)
    pages = words(tool, pdf)
    assert [list(page) for page in pages[::2]] == [[who.name] for who in people]
    assert [n for n, page in enumerate(pages[1::2]) if page] == [130]


@pytest.mark.parametrize("name", ["a4-4up", "a4-8up", "avery-l4785", "avery-l7160", "herma-4677"])
def test_every_code_of_a_sheet_is_read_at_printer_resolution(
    name: str, tmp_path: Path, person: Maker, tool: Tool, read_codes: Callable[..., list[str]]
) -> None:
    sheet = SHEETS[name]
    layout = next(la for la in LAYOUTS.values() if sheet.takes(*la.paper) and la.name != "qr-label")
    people = [person(f"Nguyễn Thị {n}") for n in range(sheet.places)]
    pdf = tmp_path / "a.pdf"
    render(people, pdf, layout=layout, sheet=sheet, dpi=203)
    tool("pdftoppm", "-r", "203", "-mono", "-singlefile", str(pdf), str(tmp_path / "p"))
    with Picture.open(tmp_path / "p.pbm") as page:
        for place, who in enumerate(people):
            left, top = sheet.corner(place, *layout.paper)
            right, low = left + layout.width, top + layout.height
            box = tuple(round(side / 25.4 * 203) for side in (left, top, right, low))
            page.crop(box).convert("L").save(tmp_path / "one.png")  # type: ignore[arg-type]
            assert read_codes([tmp_path / "one.png"]) == [who.code]


def test_modules_on_a_sheet_are_whole_printer_dots(
    tmp_path: Path, person: Maker, tool: Tool
) -> None:
    pdf = tmp_path / "a.pdf"
    people = [person(f"N{n}") for n in range(10)]
    render(people, pdf, layout="label-80x50", sheet="avery-l4785", dpi=203)
    tool("pdftoppm", "-r", "203", "-mono", "-singlefile", str(pdf), str(tmp_path / "p"))
    sheet, layout = SHEETS["avery-l4785"], LAYOUTS["label-80x50"]
    [box] = [element.box for element in layout.front if isinstance(element, Code)]
    with Picture.open(tmp_path / "p.pbm") as page:
        for place in range(10):
            left, top = sheet.corner(place, 80, 50)
            x, y = (round((at + 2) / 25.4 * 203) for at in (left + box.x, top + box.y))
            code = page.crop((x, y, x + 152, y + 152)).convert("L")
            rows = [code.crop((0, n, 152, n + 1)).tobytes() for n in range(152)]
            runs = [len(run) for row in rows for run in re.findall(b"\x00+", row)]
            assert len(runs) > 500
            assert all(run % 6 == 0 for run in runs)


def test_marks_are_outside_the_badges_or_on_their_edges(
    tmp_path: Path, person: Maker, tool: Tool
) -> None:
    blank = Layout("blank", 86, 54, (Area(Box(0, 0, 86, 54), "white"),))
    pdf = tmp_path / "a.pdf"
    render([person("A")] * 8, pdf, layout=blank, sheet="a4-8up")
    tool("pdftoppm", "-r", "254", "-gray", "-singlefile", str(pdf), str(tmp_path / "p"))
    sheet = SHEETS["a4-8up"]
    with Picture.open(tmp_path / "p.pgm") as page:
        inked = page.point(lambda v: 255 if v < 200 else 0)
        assert inked.getbbox() is not None
        for place in range(8):
            x, y = sheet.corner(place, 86, 54)
            inside = tuple(round(10 * side) for side in (x + 0.1, y + 0.1, x + 85.9, y + 53.9))
            assert inked.crop(inside).getbbox() is None  # type: ignore[arg-type]
            for corner in ((x, y), (x + 86, y), (x, y + 54), (x + 86, y + 54)):
                near = tuple(
                    round(10 * side)
                    for side in (corner[0] - 5, corner[1] - 5, corner[0] + 5, corner[1] + 5)
                )
                assert inked.crop(near).getbbox() is not None  # type: ignore[arg-type]
    render([person("A")] * 10, pdf, layout="label-80x50", sheet="herma-4412")
    assert b".5 G .2 w" not in pdf.read_bytes()


def test_a_layout_that_does_not_fit_is_refused(tmp_path: Path, person: Maker) -> None:
    with pytest.raises(NotPossible, match=r"A6 portrait is 105 × 148 mm; the places on .* 80 × 50"):
        render([person("A")], tmp_path / "a.pdf", layout="a6", sheet="herma-4412")
    assert not list(tmp_path.iterdir())
    with pytest.raises(KeyError):
        render([person("A")], tmp_path / "a.pdf", sheet="a4-3up")


def test_a_badge_takes_no_more_bytes_on_a_sheet_than_on_a_page(
    tmp_path: Path, person: Maker
) -> None:
    people = [person(f"Nguyễn Thị Minh {n}") for n in range(200)]
    single, many = tmp_path / "a.pdf", tmp_path / "b.pdf"
    render(people, single)
    done = render(people, many, sheet="a4-4up")
    assert done.pages == 50
    assert many.stat().st_size < single.stat().st_size < 200 * 4096
