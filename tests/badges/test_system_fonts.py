"""Without the extra for Chinese, Japanese and Korean, the operating system's fonts stand in."""

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest

from checkin_app.badges.render import render
from checkin_app.badges.subject import BadgeSubject
from checkin_app.badges.text import faces, families, system_fonts
from checkin_app.cli.doctor import Finding, examine

builder = pytest.importorskip("fontTools.fontBuilder", reason="comes with the extra cjk")
pens = pytest.importorskip("fontTools.pens.t2CharStringPen")
glyph_pens = pytest.importorskip("fontTools.pens.ttGlyphPen")
collections = pytest.importorskip("fontTools.ttLib")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks fontconfig")

LETTERS = "王颖顆あ한明 "
#: What the made font draws with the glyph of the first letter, too.
ALSO = "玉"
System = Callable[..., None]


def forget() -> None:
    for known in (families.source, faces.face, system_fonts._files):
        known.cache_clear()


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[System]:
    """Makes a machine without the extra that has these font files only."""
    folder = tmp_path / "fonts"
    folder.mkdir()
    conf = tmp_path / "fonts.conf"
    conf.write_text(
        f"<fontconfig><dir>{folder}</dir><cachedir>{tmp_path / 'cache'}</cachedir></fontconfig>"
    )
    monkeypatch.setenv("FONTCONFIG_FILE", str(conf))
    monkeypatch.setitem(sys.modules, "justmytype_intl_cjk", None)
    monkeypatch.setattr(system_fonts, "_OTHERS", {})

    def make(**fonts: bytes) -> None:
        for name, content in fonts.items():
            (folder / name.replace("_", ".")).write_bytes(content)
        forget()

    make()
    yield make
    forget()


def font(folder: Path, letters: str, *, postscript: bool, rights: int = 0) -> Path:
    """A font whose letters are boxes of different heights."""
    names = [".notdef", *(f"u{ord(c):04X}" for c in letters)]
    made = builder.FontBuilder(1000, isTTF=not postscript)
    made.setupGlyphOrder(names)
    mapped = {ord(c): f"u{ord(c):04X}" for c in letters}
    made.setupCharacterMap({**mapped, ord(ALSO): names[1]})
    drawn = {}
    for number, name in enumerate(names):
        pen = pens.T2CharStringPen(900, None) if postscript else glyph_pens.TTGlyphPen(None)
        corners = [(100, 0), (100, 500 + 50 * number), (800, 500 + 50 * number), (800, 0)]
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
        drawn[name] = pen.getCharString() if postscript else pen.glyph()
    if postscript:
        made.setupCFF("System-Boxes", {}, drawn, {})
    else:
        made.setupGlyf(drawn)
    made.setupHorizontalMetrics(dict.fromkeys(names, (900, 100)))
    made.setupHorizontalHeader(ascent=900, descent=-200)
    made.setupNameTable({"familyName": "System", "styleName": "Boxes", "psName": "System-Boxes"})
    made.setupOS2(fsType=rights)
    made.setupPost()
    path = folder / "made.font"
    made.save(path)
    return path


def collection(folder: Path) -> bytes:
    """Two fonts in a file; the second has the letters."""
    both = collections.TTCollection()
    for letters in ("A", LETTERS):
        both.fonts.append(collections.TTFont(font(folder, letters, postscript=False)))
        path = folder / f"{len(both.fonts)}.ttf"
        both.fonts[-1].save(path)
        both.fonts[-1] = collections.TTFont(path)
    both.save(folder / "both.ttc")
    return (folder / "both.ttc").read_bytes()


def fonts_of_this_machine() -> Finding:
    return next(finding for finding in examine(None) if finding.part == "fonts")


def test_without_any_font_it_is_said_what_is_missing_and_how_to_get_it(
    system: System, tmp_path: Path
) -> None:
    rendered = render(
        [BadgeSubject("d1", "Wang Ming", "1" * 27, own_name="王明", country="CN")],
        tmp_path / "badge.pdf",
    )
    (warning,) = rendered.warnings
    assert (warning.problem, warning.field) == ("missing_glyph", "own_name")
    assert warning.detail.startswith("王 U+738B, 明 U+660E")
    finding = fonts_of_this_machine()
    assert finding.state == "look"
    assert "Korean" in finding.detail and "checkin-app[cjk]" in finding.advice


@pytest.mark.parametrize("kind", ["postscript", "collection"])
def test_a_font_of_the_system_is_embedded(
    kind: str, system: System, tmp_path: Path, tool: Callable[..., str]
) -> None:
    if kind == "postscript":
        system(boxes_otf=font(tmp_path, LETTERS, postscript=True).read_bytes())
    else:
        system(boxes_ttc=collection(tmp_path))
    assert fonts_of_this_machine().state == "works"
    pdf = tmp_path / "badge.pdf"
    rendered = render(
        [
            BadgeSubject("d1", "Trần 王颖玉", "1" * 27, country="VN"),
            BadgeSubject("d2", "あ王", "2" * 27, country="JP"),
        ],
        pdf,
    )
    assert not rendered.warnings
    kinds = {"postscript": "CID Type 0C +Custom", "collection": "CID TrueType +Identity-H"}
    own = [line for line in tool("pdffonts", str(pdf)).splitlines() if "System" in line]
    assert own
    for line in own:
        assert re.fullmatch(rf"[A-Z]{{6}}\+System-Boxes +{kinds[kind]} +yes yes yes .*", line), line
    tool("qpdf", "--check", str(pdf))
    first, second, *_ = tool("pdftotext", str(pdf), "-").split("\f")
    assert "Trần 王颖玉" in first and "あ王" in second
    document = pypdfium2.PdfDocument(pdf)
    try:
        assert "Trần 王颖玉" in document[0].get_textpage().get_text_range()
        page = document[1].render(scale=2).to_pil().convert("L")
    finally:
        document.close()
    name = page.crop((0, int(page.height * 0.25), page.width, int(page.height * 0.6)))
    dark = name.point(lambda level: 255 if level < 60 else 0)
    left, top, right, low = dark.getbbox() or (0, 0, 0, 0)
    assert right - left > 100 and low - top > 30
    high, less = (dark.crop((x, 0, x + 1, dark.height)).getbbox() for x in (left + 5, right - 5))
    assert high is not None and less is not None
    assert (high[3] - high[1]) / (less[3] - less[1]) == pytest.approx(700 / 550, rel=0.05)


def test_a_font_that_may_not_be_embedded_is_not(system: System, tmp_path: Path) -> None:
    system(boxes_ttf=font(tmp_path, LETTERS, postscript=False, rights=2).read_bytes())
    assert system_fonts.find("SC", 400) is None
    system(boxes_ttf=font(tmp_path, LETTERS, postscript=False, rights=8).read_bytes())
    assert system_fonts.find("SC", 400) is not None


def test_a_broken_font_file_is_passed_over(system: System) -> None:
    system(boxes_ttf=b"\0\1\0\0 no font")
    assert system_fonts.find("SC", 400) is None
