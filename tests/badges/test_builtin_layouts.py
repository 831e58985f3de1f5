"""The layouts that come with the program: read by scanners, with room for the longest names."""

import dataclasses
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image as Picture
from PIL import ImageChops

from checkin_app.badges.layout import BUILT_IN, LAYOUTS, POINT, Code
from checkin_app.badges.layout.sheets import SHEETS
from checkin_app.badges.render import render
from checkin_app.badges.subject import BadgeSubject
from checkin_app.badges.testpage import SAYS, write

Maker = Callable[..., BadgeSubject]
Tool = Callable[..., str]

#: As long as they come in the sample event, and longer.
LONGEST = {
    "name": "Mônica Guimarães Leitão de Albuquerque e Vasconcelos",
    "position": "Regional Director for Sustainability and Circular Economy Partnerships",
    "organization": "Trung tâm Cách mạng công nghiệp lần thứ tư Thành phố Hồ Chí Minh",
    "delegation": "Ủy ban nhân dân tỉnh Bà Rịa – Vũng Tàu",
    "category_vi": "Trưởng đoàn",
    "category_en": "Head of delegation",
}


def portrait() -> bytes:
    out = io.BytesIO()
    Picture.linear_gradient("L").resize((300, 400)).convert("RGB").save(out, "JPEG")
    return out.getvalue()


def people(person: Maker) -> list[BadgeSubject]:
    longest = person("")
    longest = dataclasses.replace(longest, **LONGEST)
    return [
        person("Lê Vũ"),
        longest,
        dataclasses.replace(longest, photo="p", delegate_id="longest-photo"),
        person("Đặng Thị Khánh Vân", photo="p", organization="", own_name="鄧氏慶雲"),
        person("An", honorific="", position="", organization="", delegation="", country=""),
    ]


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("name", BUILT_IN)
def test_every_code_is_read_and_nothing_is_too_small(
    name: str,
    dpi: int,
    tmp_path: Path,
    person: Maker,
    tool: Tool,
    read_codes: Callable[..., list[str]],
) -> None:
    chosen = people(person)
    pdf = tmp_path / "a.pdf"
    done = render(chosen, pdf, layout=name, dpi=dpi, photos={"p": portrait()}.get)
    assert not [w for w in done.warnings if w.problem != "missing_glyph"]
    tool("qpdf", "--check", str(pdf))
    tool("pdftoppm", "-r", str(dpi), "-mono", str(pdf), str(tmp_path / "page"))
    pages = sorted(tmp_path.glob("page-*.pbm"))
    assert len(pages) == len(chosen)
    faces = (*LAYOUTS[name].front, *LAYOUTS[name].back)
    codes = sum(isinstance(element, Code) for element in faces)
    assert read_codes(pages) == [who.code for who in chosen for _ in range(codes)]
    assert codes or name == "tent-card"


@pytest.mark.parametrize("name", BUILT_IN)
def test_names_are_whole_and_the_margins_are_free(
    name: str, tmp_path: Path, person: Maker, tool: Tool
) -> None:
    layout = LAYOUTS[name]
    chosen = people(person)
    pdf = tmp_path / "a.pdf"
    render(chosen, pdf, layout=name, photos={"p": portrait()}.get)
    pages = tool("pdftotext", "-raw", str(pdf), "-").split("\f")
    for who, page in zip(chosen, pages, strict=False):
        assert "".join(who.name.split()) in "".join(page.split())
    width, height = layout.paper
    size = re.findall(r"Page size: +([\d.]+) x ([\d.]+)", tool("pdfinfo", str(pdf)))
    assert [float(n) for n in size[0]] == pytest.approx([width * POINT, height * POINT], abs=0.01)
    blank = dataclasses.replace(
        layout,
        front=tuple(e for e in layout.front if type(e).__name__ == "Area"),
        back=tuple(e for e in layout.back if type(e).__name__ == "Area"),
    )
    render(chosen, tmp_path / "b.pdf", layout=blank)
    for file in ("a", "b"):
        tool("pdftoppm", "-r", "127", "-gray", f"{tmp_path / file}.pdf", str(tmp_path / file))
    for page_file, ground in zip(
        sorted(tmp_path.glob("a-*.pgm")), sorted(tmp_path.glob("b-*.pgm")), strict=True
    ):
        with Picture.open(page_file) as page_picture, Picture.open(ground) as below:
            ink = ImageChops.difference(page_picture, below).getbbox()
        assert ink is not None
        left, top, right, low = (pixel / 5 for pixel in ink)
        assert min(left, top, width - right, height - low) >= 2.4


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_badge_has_its_titles_and_takes_little_room(
    name: str, tmp_path: Path, person: Maker
) -> None:
    layout = LAYOUTS[name]
    assert layout.title_en and layout.title_vi and layout.media
    made = [person(f"Nguyễn Thị Minh Khai {n}", delegation=f"Đoàn {n}") for n in range(100)]
    pdf = tmp_path / "a.pdf"
    render(made, pdf, layout=name)
    assert pdf.stat().st_size < 100 * 4096


@pytest.mark.parametrize("sheet", [None, "a4-8up"])
def test_a_test_page_is_true_to_size(
    sheet: str | None, tmp_path: Path, tool: Tool, read_codes: Callable[..., list[str]]
) -> None:
    pdf = tmp_path / "a.pdf"
    chosen = SHEETS[sheet] if sheet else None
    write(pdf, LAYOUTS["card"], printer="Badge 1", sheet=chosen, dpi=203)
    tool("qpdf", "--check", str(pdf))
    width, height = (210, 297) if sheet else (86, 54)
    text = tool("pdftotext", "-raw", str(pdf), "-")
    assert "Badge 1" in text and f"{width - 10} × {height - 10} mm" in text
    tool("pdftoppm", "-r", "508", "-gray", "-singlefile", str(pdf), str(tmp_path / "p"))
    with Picture.open(tmp_path / "p.pgm") as page:
        assert page.size == pytest.approx((width * 20, height * 20), abs=1)
        row = page.crop((0, 45, page.width, 46)).tobytes()
    strokes = [match.start() / 20 for match in re.finditer(rb"[\xc0-\xff][\x00-\x7f]", row)]
    assert [round(s) for s in strokes if s < width - 1] == [
        n for n in range(5, width) if n % 5 == 0
    ]
    tool("pdftoppm", "-r", "203", "-mono", "-singlefile", str(pdf), str(tmp_path / "q"))
    found = read_codes([tmp_path / "q.pbm"])
    assert len(found) >= 2 and set(found) == {SAYS}


def test_a_test_page_goes_on_any_paper(tmp_path: Path) -> None:
    for name, layout in LAYOUTS.items():
        write(tmp_path / f"{name}.pdf", layout)
    for sheet in SHEETS.values():
        layout = next(la for la in LAYOUTS.values() if sheet.takes(*la.paper))
        write(tmp_path / f"{sheet.name}.pdf", layout, sheet=sheet)
