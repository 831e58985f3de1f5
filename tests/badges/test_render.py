"""The badge PDF, read back by independent programs: pages, fonts, texts, codes, ink."""

import dataclasses
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from checkin_app.badges.layout import LAYOUTS, Box, Code, Stack
from checkin_app.badges.render import page_of, render
from checkin_app.badges.subject import BadgeSubject
from checkin_app.domain.errors import NotPossible

Maker = Callable[..., BadgeSubject]
Tool = Callable[..., str]

NAMES = [
    "Đặng Thị Khánh Vân",
    "Lê Vũ",
    "NGUYỄN HOÀNG PHƯƠNG QUỲNH ẪỄỘỰ",
    unicodedata.normalize("NFD", "Trần Thị Ngữ Ỹ"),
    "Jean-Baptiste Mbeki-Lefèvre",
    "Wolfgang Amadeus von Hohenzollern-Sigmaringen zu Löwenstein-Wertheim",
    "Екатерина Дмитриевна Волкова",
    "Нұрсұлтан Әбішұлы",
    "Αλεξάνδρα Κωνσταντινοπούλου",
    "Ọlọ́runtóbi Ẹ̀kẹ̀",
    "Şükrü Əliyev",
    "Mc(Paren)\\slash [x] <y>",
    "O’Brien-Ỹ",
]


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("layout", ["a6", "card"])
def test_every_code_is_read_at_printer_resolution(
    layout: str,
    dpi: int,
    tmp_path: Path,
    person: Maker,
    tool: Tool,
    read_codes: Callable[..., list[str]],
) -> None:
    people = [person(name) for name in NAMES]
    people.append(person("External", code="EXT-2026/000117"))
    pdf = tmp_path / "badges.pdf"
    rendered = render(people, pdf, layout=layout, dpi=dpi)
    assert (rendered.badges, rendered.pages) == (len(people), len(people))
    assert not [w for w in rendered.warnings if w.field == "code"]
    tool("pdftoppm", "-r", str(dpi), "-mono", str(pdf), str(tmp_path / "page"))
    pages = sorted(tmp_path.glob("page-*.pbm"))
    assert len(pages) == len(people)
    assert read_codes(pages) == [p.code for p in people]


def test_modules_are_whole_printer_dots(tmp_path: Path, person: Maker, tool: Tool) -> None:
    pdf = tmp_path / "badge.pdf"
    for layout, left, dots in (("a6", 0.64, 8), ("card", 0.73, 6)):
        render([person("Lê Vũ")], pdf, layout=layout, dpi=203)
        tool("pdftoppm", "-r", "203", "-mono", "-singlefile", str(pdf), str(tmp_path / layout))
        with Image.open(tmp_path / f"{layout}.pbm") as page:
            runs = [len(run) for run in re.findall(b"\x00+", code_row(page.convert("L"), left))]
        assert runs and all(run % dots == 0 for run in runs)
        assert runs[0] == runs[-1] == 7 * dots


def code_row(page: Image.Image, left: float) -> bytes:
    """The row of pixels through the upper edge of the code's finders."""
    for y in range(page.height // 2, page.height):
        row = page.crop(
            (int(page.width * left), y, int(page.width * (left + 0.24)), y + 1)
        ).tobytes()
        if re.search(b"\xff\x00{30,}\xff", row):
            return row
    raise AssertionError("there is no code on the page")


@pytest.mark.parametrize("layout", ["a6", "card"])
def test_names_come_back_as_text_and_stand_on_the_page(
    layout: str, tmp_path: Path, person: Maker, tool: Tool
) -> None:
    pdf = tmp_path / "badges.pdf"
    render([person(name, own_name="Волкова Εκάβη") for name in NAMES], pdf, layout=layout)
    pages = tool("pdftotext", "-raw", str(pdf), "-").split("\f")
    for name, page in zip(NAMES, pages, strict=False):
        said = unicodedata.normalize("NFC", "".join(page.split()))
        assert unicodedata.normalize("NFC", "".join(name.split())) in said
        assert "ВолковаΕκάβη" in said and "DiễnđànKinhtế" in said
    chosen = LAYOUTS[layout]
    size = re.findall(r"Page size: +([\d.]+) x ([\d.]+) pts", tool("pdfinfo", str(pdf)))
    assert [float(n) for n in size[0]] == pytest.approx(
        [chosen.width * 72 / 25.4, chosen.height * 72 / 25.4], abs=0.01
    )
    boxes = re.findall(
        r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">',
        tool("pdftotext", "-bbox", str(pdf), "-"),
    )
    assert len(boxes) > 10 * len(NAMES)
    for left, top, right, bottom in (map(float, box) for box in boxes):
        assert 0 <= left < right <= chosen.width * 72 / 25.4
        assert 0 <= top < bottom <= chosen.height * 72 / 25.4


def test_all_fonts_are_embedded_subsets_with_texts(
    tmp_path: Path, person: Maker, tool: Tool
) -> None:
    pdf = tmp_path / "badges.pdf"
    render([person(name) for name in NAMES], pdf)
    fonts = tool("pdffonts", str(pdf)).splitlines()[2:]
    assert len(fonts) >= 4
    for line in fonts:
        assert re.fullmatch(r"[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes .*", line), line


@pytest.mark.parametrize("layout", ["a6", "card"])
def test_the_ink_of_any_name_stays_between_the_margins(
    layout: str, tmp_path: Path, person: Maker, tool: Tool
) -> None:
    """Seen in the picture, whatever the metrics say: marks above and below included."""
    chosen = LAYOUTS[layout]
    box = next(
        e.box
        for e in chosen.front
        if isinstance(e, Stack) and any(line.field == "name" for line in e.lines)
    )
    names = [
        *NAMES,
        "ỄẬ " * 4,
        "a\u0331\u0324\u0331 " * 19,
        "ỄẬ " * 30,
        "Ạ̈̄́" * 60,
        "g" * 300,
        "Nguyễn-" * 30,
        "ស្ត្រី ស៊្រុំ",
        "ကြွှုံ့ " * 3,
        "مُحَمَّدٌ لِلّٰهِ",
        "ที่นั้ำ ปู๊ " * 3,
        "श्र्यूं र्क्ष्मीं",
        "שָּׁ֑ לֹ֖",
    ]
    empty = person("\u00b7", **dict.fromkeys(("honorific", "position", "organization"), ""))
    pdf = tmp_path / "badges.pdf"
    people = [
        dataclasses.replace(empty, name=n, own_name=n, position=n, organization=n) for n in names
    ]
    render([empty, *people], pdf, layout=layout)
    tool("pdftoppm", "-r", "127", "-gray", str(pdf), str(tmp_path / "page"))
    blank, *pages = sorted(tmp_path.glob("page-*.pgm"))
    slack = 0.6
    for page in pages:
        with Image.open(blank) as ground, Image.open(page) as picture:
            ink = ImageChops.difference(ground, picture).getbbox()
        assert ink is not None
        left, top, right, bottom = (pixel / 5 for pixel in ink)
        assert box.x - slack <= left and right <= box.x + box.width + slack
        assert box.y - slack <= top and bottom <= box.y + box.height + slack


def test_what_cannot_be_drawn_is_reported(tmp_path: Path, person: Maker, tool: Tool) -> None:
    pdf = tmp_path / "badges.pdf"
    rendered = render(
        [
            person("Taro Yamada", own_name="𒀭𒂗 𒆠"),
            person("Lan 😀", own_name="Лан 😀"),
            person("A" * 300),
            person("Fine", code="é" * 200),
            person("None", code=""),
        ],
        pdf,
        dpi=203,
    )
    assert [(w.delegate_id, w.name, w.problem, w.field) for w in rendered.warnings] == [
        ("d1", "Taro Yamada", "missing_glyph", "own_name"),
        ("d2", "Lan 😀", "missing_glyph", "name"),
        ("d2", "Lan 😀", "missing_glyph", "own_name"),
        ("d3", "A" * 300, "overflow", "name"),
        ("d4", "Fine", "qr_too_fine", "code"),
        ("d5", "None", "no_code", "code"),
    ]
    assert rendered.left_out == {"d5"} and rendered.badges == 4
    assert rendered.warnings[1].detail.startswith("😀 U+1F600 — Be Vietnam Pro · ")
    first, second, *_ = tool("pdftotext", "-raw", str(pdf), "-").split("\f")
    assert "Taro Yamada" in first and "Лан" in second


TEXT = st.text(max_size=300) | st.text(
    st.sampled_from("aỄ́̂ẹ̀ 😀مשन्क山\u202e\x00\ud800-Ж\u200d"), max_size=300
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.fixed_dictionaries(
        {
            field.name: TEXT
            for field in dataclasses.fields(BadgeSubject)
            if field.name not in ("delegate_id", "photo")
        }
    ),
    layout=st.sampled_from(["a6", "card"]),
)
def test_no_text_whatever_stops_a_badge(texts: dict[str, str], layout: str, tmp_path: Path) -> None:
    """It becomes a badge, or is left out because the name has letters of no font here."""
    people = [BadgeSubject(delegate_id="d", **texts), BadgeSubject("e", "Lê An", "1" * 27)]
    rendered = render(people, tmp_path / "x.pdf", layout=layout)
    assert rendered.pages == 2 - len(rendered.left_out)
    assert rendered.left_out <= {"d"}


def test_a_run_that_breaks_leaves_the_former_file(tmp_path: Path, person: Maker) -> None:
    pdf = tmp_path / "badges.pdf"
    pdf.write_bytes(b"former")

    def people() -> Iterator[BadgeSubject]:
        yield person("Lê Vũ")
        raise RuntimeError("the roster went away")

    with pytest.raises(RuntimeError):
        render(people(), pdf)
    assert pdf.read_bytes() == b"former"
    assert list(tmp_path.iterdir()) == [pdf]


def test_a_cancelled_run_leaves_the_former_file(tmp_path: Path, person: Maker) -> None:
    pdf = tmp_path / "badges.pdf"
    pdf.write_bytes(b"former")
    asked = iter([False, False, True])
    rendered = render([person("Lê Vũ")] * 9, pdf, cancelled=lambda: next(asked))
    assert (rendered.badges, rendered.cancelled) == (0, True)
    assert pdf.read_bytes() == b"former"
    assert list(tmp_path.iterdir()) == [pdf]


def test_nobody_is_no_file(tmp_path: Path) -> None:
    rendered = render([], tmp_path / "badges.pdf")
    assert (rendered.badges, rendered.cancelled) == (0, False)
    assert list(tmp_path.iterdir()) == []


def test_progress_goes_to_the_end(tmp_path: Path, person: Maker) -> None:
    told: list[tuple[int, int | None]] = []
    people = [person("Lê Vũ")] * 120
    render(people, tmp_path / "a.pdf", progress=lambda done, total: told.append((done, total)))
    assert told == [(50, 120), (100, 120), (120, 120)]
    told.clear()
    render(
        iter(people), tmp_path / "a.pdf", progress=lambda done, total: told.append((done, total))
    )
    assert told == [(50, None), (100, None), (120, 120)]


def test_a_page_tree_of_many_pages_is_whole(tmp_path: Path, person: Maker, tool: Tool) -> None:
    pdf = tmp_path / "badges.pdf"
    people = [person(f"Lê Vũ {number}") for number in range(64 * 3 + 1)]
    render(people, pdf)
    pages = tool("pdftotext", "-raw", str(pdf), "-").split("\f")
    assert len(pages) == len(people) + 1
    assert [re.findall(r"Vũ (\d+)", page) for page in pages[:-1]] == [
        [str(number)] for number in range(len(people))
    ]
    assert pdf.stat().st_size < 64_000 + 1024 * len(people)


PEAK = """
import re, sys
from pathlib import Path
from checkin_app.badges.render import page_of, render
from checkin_app.badges.subject import BadgeSubject
def people(count):
    for n in range(count):
        name = f"Nguyễn{n} Thị{n % 97}"
        yield BadgeSubject(str(n), name, f"{n:027d}", organization=f"Sở {n}", photo=f"p{n}")
more = {}
if sys.argv[3:]:
    jpeg = Path(sys.argv[3]).read_bytes()
    more = {"layout": "badge-90x120", "sheet": "a4-4up", "photos": lambda name: jpeg}
render(people(int(sys.argv[1])), Path(sys.argv[2]), dpi=203, **more)
print(re.search(r"VmHWM:\\s*(\\d+) kB", Path("/proc/self/status").read_text())[1])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("photo", [False, True], ids=["pages", "photos on sheets"])
def test_memory_does_not_grow_with_the_pages(photo: bool, tmp_path: Path) -> None:
    jpeg = tmp_path / "p.jpg"
    Image.new("RGB", (30, 40)).save(jpeg)

    def peak(count: int) -> int:
        command = [sys.executable, "-c", PEAK, str(count), str(tmp_path / "x.pdf")]
        command += [str(jpeg)] if photo else []
        return int(subprocess.run(command, check=True, capture_output=True, timeout=120).stdout)

    assert peak(10_000) - peak(3_000) < 1_500


#: What no font here has: cuneiform, a Chinese letter younger than our Unicode, private ones.
UNWRITTEN = [
    "𒀭𒂗 𒆠",
    "😀😁😂🤣😃 𐎠𐎡",
    "陳\U00031350文",
    "陳\ue000文",
    "Lê\U000f0001 An",
    "محمد \u0378",
    "محمد 𐎠𐎡 علي",
]


@pytest.mark.parametrize("name", UNWRITTEN)
def test_a_name_without_letters_in_any_font_makes_no_badge(name: str, tmp_path: Path) -> None:
    """A badge without its name is worse than none: it is left out and said, or refused."""
    nameless = BadgeSubject("d1", name, "112300000000000427999590336")
    named = BadgeSubject("d2", "Lê An", "112300000000000427999590336")
    done = render([nameless, named], tmp_path / "badges.pdf")
    assert (done.badges, done.pages, set(done.left_out)) == (1, 1, {"d1"})
    assert ("d1", "missing_glyph", "name") in {
        (w.delegate_id, w.problem, w.field) for w in done.warnings
    }
    with pytest.raises(NotPossible, match="No font on this computer has all letters"):
        render([nameless], tmp_path / "none.pdf")
    assert not (tmp_path / "none.pdf").exists()
    assert page_of(nameless, LAYOUTS["a6"]) is None


@pytest.mark.parametrize("sign", ["😀", "\U0001fae8", "😀😁😂🤣😃🥹"])
def test_signs_of_no_font_are_left_out_of_a_name(sign: str, tmp_path: Path, tool: Tool) -> None:
    code = "112300000000000427999590336"
    done = render([BadgeSubject("d1", f"Lê An {sign}", code)], tmp_path / "a.pdf")
    assert (done.badges, len(done.left_out)) == (1, 0)
    assert {w.problem for w in done.warnings} == {"missing_glyph"}
    assert "".join(w.missing for w in done.warnings) == sign
    assert "Lê An" in tool("pdftotext", "-raw", str(tmp_path / "a.pdf"), "-")


@pytest.mark.parametrize("name", ["", "\u3164", "\uffa0 \u115f", "\u2800", "\u200b", "😀 😁"])
def test_a_name_of_nothing_makes_no_badge(name: str, tmp_path: Path, person: Maker) -> None:
    nameless, named = person(name), person("Lê An")
    done = render([nameless, named], tmp_path / "a.pdf")
    assert (done.badges, done.pages, set(done.left_out)) == (1, 1, {nameless.delegate_id})
    assert "name_empty" in {w.problem for w in done.warnings}
    with pytest.raises(NotPossible):
        render([nameless], tmp_path / "b.pdf")
    label = dataclasses.replace(LAYOUTS["a6"], front=(Code(Box(10, 10, 30, 30)),))
    done = render([nameless], tmp_path / "c.pdf", layout=label)
    assert (done.badges, done.warnings) == (1, ())


@pytest.mark.parametrize("code", ["", "9" * 8000])
def test_a_code_that_no_qr_holds_makes_no_badge(code: str, tmp_path: Path, person: Maker) -> None:
    coded, without = person("Lê An"), person("Vũ Bình", code=code)
    done = render([coded, without], tmp_path / "a.pdf")
    assert (done.badges, done.pages, set(done.left_out)) == (1, 1, {without.delegate_id})
    with pytest.raises(NotPossible, match="Vũ Bình has no code"):
        render([without], tmp_path / "b.pdf")
    plain = dataclasses.replace(
        LAYOUTS["a6"], front=tuple(e for e in LAYOUTS["a6"].front if not isinstance(e, Code))
    )
    assert render([without], tmp_path / "c.pdf", layout=plain).badges == 1
