"""Every script: the same glyphs in the same order as Pango sets them, and the text comes back."""

import os
import re
import subprocess
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from checkin_app.badges.layout import Box, Layout, Line, Stack
from checkin_app.badges.render import render
from checkin_app.badges.subject import BadgeSubject
from checkin_app.badges.text.families import NOTO, VIETNAMESE, asked, source
from checkin_app.badges.text.scripts import COMMON, han_of, script_of
from checkin_app.badges.text.words import clean

Tool = Callable[..., str]

#: Language, country, name.
NAMES = [
    ("Vietnamese", "VN", "Nguyễn Thị Ậm Ễnh Khuỷu"),
    ("Vietnamese, decomposed", "VN", unicodedata.normalize("NFD", "Đặng Thị Ữ Ẵng Ỡ")),
    ("English", "GB", "Elizabeth O’Connor-Ward"),
    ("Polish", "PL", "Łukasz Brzęczyszczykiewicz"),
    ("Turkish", "TR", "Şükrü Çağlayangil Işık"),
    ("Azerbaijani", "AZ", "Əli Ağayev"),
    ("Yoruba", "NG", "Ọlọ́runtóbi Ẹ̀kẹ̀"),
    ("Russian", "RU", "Екатерина Дмитриевна Щукина"),
    ("Ukrainian", "UA", "Євгенія Ґалаґан"),
    ("Kazakh", "KZ", "Нұрсұлтан Әбішұлы"),
    ("Greek", "GR", "Αλεξάνδρα Κωνσταντινοπούλου"),
    ("Georgian", "GE", "ნინო ბერიძე"),
    ("Armenian", "AM", "Արմեն Հովհաննիսյան"),
    ("Arabic", "AE", "محمد بن عبد الله الأمير"),
    ("Arabic, vowelled", "SA", "مُحَمَّد السَّلامُ"),
    ("Persian", "IR", "علی‌رضا گلچین پژمان"),
    ("Urdu", "PK", "ٹیپو سلطان خان"),
    ("Hebrew", "IL", "שלמה בן־דוד כהן"),
    ("Hebrew, vowelled", "IL", "שָׁלוֹם כֹּהֵן"),
    ("Hindi", "IN", "श्रीकृष्ण द्विवेदी"),
    ("Nepali", "NP", "लक्ष्मी प्रसाद श्रेष्ठ"),
    ("Bengali", "BD", "শ্রীকান্ত চট্টোপাধ্যায়"),
    ("Tamil", "LK", "ஸ்ரீநிவாசன் கிருஷ்ணமூர்த்தி"),
    ("Telugu", "IN", "శ్రీనివాస్ కృష్ణమూర్తి"),
    ("Kannada", "IN", "ಶ್ರೀನಿವಾಸ ಕೃಷ್ಣಮೂರ್ತಿ"),
    ("Malayalam", "IN", "ശ്രീനിവാസൻ കൃഷ്ണമൂർത്തി"),
    ("Gujarati", "IN", "શ્રીનિવાસ કૃષ્ણમૂર્તિ"),
    ("Punjabi", "IN", "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ"),
    ("Odia", "IN", "ଶ୍ରୀନିବାସ ମହାପାତ୍ର"),
    ("Sinhala", "LK", "ශ්‍රී ජයවර්ධනපුර"),
    ("Thai", "TH", "สมศักดิ์ ศรีวิไลกุล น้ำผึ้ง"),
    ("Lao", "LA", "ທອງລຸນ ສີສຸລິດ ນ້ຳ"),
    ("Khmer", "KH", "ស្រីមុំ ព្រះសីហនុ"),
    ("Burmese", "MM", "အောင်ဆန်း ကြည်ဖြူ စုံ့"),
    ("Amharic", "ET", "አበበ ቢቂላ"),
    ("Chinese, simplified", "CN", "王晓明 欧阳丽"),
    ("Chinese, traditional", "TW", "陳曉東 歐陽麗華"),
    ("Japanese", "JP", "山田 さくら タロー"),
    ("Korean", "KR", "김민준 박서연"),
    ("Korean, decomposed", "KR", unicodedata.normalize("NFD", "이순신 장군")),
]
MIXED = [
    ("Chinese in Vietnamese", "VN", "Trần Đại Nghĩa 陳大義"),
    ("Arabic in Vietnamese", "VN", "Ông محمد الأمير và bà Lê"),
    ("Hebrew with Latin", "IL", "שלמה Smith (תל אביב)"),
    ("Arabic with figures", "AE", "الشيخ محمد 25 دبي"),
    ("Thai with Latin", "TH", "บริษัท ABC จำกัด"),
    ("Japanese with Latin", "JP", "ABC株式会社 東京"),
]
#: Letters and figures that fonts of other scripts have, too.
ABC = re.compile("[A-Za-z0-9]")
_DOTS = 400
#: What ink of one picture must lie under the other's, and how much longer one may be.
_ALIKE, _LONGER = 0.985, 0.02
_BIDI = {ord(c): None for c in "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"}


def needs_cjk(text: str) -> None:
    if han_of(text, "") and source(asked("Hani", "SC")[0], 600) is None:
        pytest.skip("needs the extra cjk")


def subjects() -> list[BadgeSubject]:
    return [
        BadgeSubject(
            f"d{number}",
            name,
            f"{number:027d}",
            position=language,
            organization=name,
            delegation=f"Đoàn {name}",
            country=country,
        )
        for number, (language, country, name) in enumerate(NAMES + MIXED)
    ]


def said(text: str) -> str:
    """A text without blanks and directional marks, for comparing."""
    return "".join(unicodedata.normalize("NFC", text).translate(_BIDI).split())


@pytest.fixture(scope="module")
def badges(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One file with a badge for every name."""
    needs_cjk("王")
    pdf = tmp_path_factory.mktemp("scripts") / "badges.pdf"
    rendered = render(subjects(), pdf)
    assert rendered.pages == len(NAMES + MIXED)
    assert [w for w in rendered.warnings if w.problem != "below_minimum_size"] == []
    return pdf


def test_every_name_comes_back_from_poppler(badges: Path, tool: Tool) -> None:
    pages = tool("pdftotext", str(badges), "-").split("\f")
    for (language, _, name), page in zip(NAMES, pages, strict=False):
        assert said(page).count(said(name)) == 3, (language, page)


def test_every_name_comes_back_from_pdfium(badges: Path) -> None:
    document = pypdfium2.PdfDocument(badges)
    try:
        for (language, _, name), page in zip(NAMES, document, strict=False):
            text = page.get_textpage()
            assert said(text.get_text_range()).count(said(name)) == 3, language
    finally:
        document.close()


def test_the_file_is_sound_and_its_fonts_are_embedded_subsets(badges: Path, tool: Tool) -> None:
    assert "No syntax or stream encoding errors" in tool("qpdf", "--check", str(badges))
    fonts = tool("pdffonts", str(badges)).splitlines()[2:]
    assert len(fonts) > 40
    for line in fonts:
        assert re.fullmatch(r"[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes .*", line), line


def test_pango_sets_the_same_glyphs_in_the_same_order(tmp_path: Path) -> None:
    """The picture `beside.png` has ours at the left, Pango's at the right."""
    needs_cjk("王")
    ours = [ink(picture) for picture in drawn(tmp_path, NAMES)]
    theirs = [ink(pango(tmp_path, country, clean(name))) for _, country, name in NAMES]
    beside(ours, theirs).save(tmp_path / "beside.png")
    scores = {
        language: alike(one, other)
        for (language, _, _), one, other in zip(NAMES, ours, theirs, strict=True)
    }
    assert {k: v for k, v in scores.items() if v < _ALIKE} == {}


@pytest.mark.parametrize("number", range(len(MIXED)))
def test_rows_that_run_both_ways_are_ordered_as_pango_orders_them(
    number: int, tmp_path: Path
) -> None:
    _, country, name = MIXED[number]
    needs_cjk(name)
    (ours,) = map(ink, drawn(tmp_path, MIXED[number : number + 1]))
    theirs = ink(pango(tmp_path, country, name))
    beside([ours], [theirs]).save(tmp_path / "beside.png")
    assert alike(ours, theirs) >= _ALIKE
    turned = ink(pango(tmp_path, country, " ".join(reversed(name.split()))))
    assert alike(ours, turned) < _ALIKE


def drawn(folder: Path, names: Sequence[tuple[str, str, str]]) -> list[Image.Image]:
    """Names as we set them, in one row each, as PDFium draws it."""
    line = Line("name", 24, 24, rows=1, weight=600)
    layout = Layout("row", 240, 40, (Stack(Box(20, 10, 200, 20), (line,)),))
    people = [BadgeSubject(language, name, "1", country=c) for language, c, name in names]
    render(people, folder / "rows.pdf", layout=layout)
    document = pypdfium2.PdfDocument(folder / "rows.pdf")
    try:
        return [page.render(scale=_DOTS / 72).to_pil().convert("L") for page in document]
    finally:
        document.close()


def pango(folder: Path, country: str, name: str) -> Image.Image:
    """A name as Pango sets it, with the same files for the same scripts."""
    folders = {
        file.path.parent
        for script in ("Latn", "Thai", "Hani", "Hira", "Hang")
        for family in asked(script, "SC")
        if not family.script and (file := source(family, 600))
    }
    conf = folder / "fonts.conf"
    conf.write_text(
        "<fontconfig>"
        + "".join(f"<dir>{place}</dir>" for place in sorted(folders))
        + f"<cachedir>{folder / 'cache'}</cachedir></fontconfig>"
    )
    families = [VIETNAMESE.name, NOTO.name]
    for script in dict.fromkeys(map(script_of, name)):
        own = [f.name for f in asked(script, han_of(name, country)) if not f.script]
        if script not in ("Latn", COMMON):
            families = [*own, *families] if "(" in name or not ABC.search(name) else families + own
    out = folder / "pango.png"
    command = [
        "pango-view",
        "--no-display",
        f"--dpi={_DOTS}",
        f"--output={out}",
        "--margin=60",
        "--hinting=none",
        "--hint-metrics=off",
        "--subpixel-positions",
    ]
    command += [f"--font={','.join(families)} SemiBold 24", f"--text={name}"]
    try:
        subprocess.run(
            command, check=True, timeout=60, env={**os.environ, "FONTCONFIG_FILE": str(conf)}
        )
    except FileNotFoundError:
        pytest.skip("needs the program pango-view")
    with Image.open(out) as picture:
        return picture.convert("L")


def ink(picture: Image.Image) -> Image.Image:
    """The ink alone; blanks between words are as narrow as can be."""
    dark = picture.point(lambda level: 255 if level < 128 else 0)
    box = dark.getbbox()
    assert box is not None, "nothing was drawn"
    dark = dark.crop(box)
    columns = dark.resize((dark.width, 1), Image.Resampling.BOX).tobytes()
    kept = [x for x, level in enumerate(columns) if level or columns[x - 1]]
    close = Image.new("L", (len(kept), dark.height))
    for to, x in enumerate(kept):
        close.paste(dark.crop((x, 0, x + 1, dark.height)), (to, 0))
    return close


def alike(one: Image.Image, other: Image.Image) -> float:
    """The part of either's ink that lies under the other's, a pixel more or less; 0 if longer."""
    if abs(one.width - other.width) > _LONGER * one.width:
        return 0.0
    other = other.resize(one.size)

    def under(upper: Image.Image, lower: Image.Image) -> float:
        covered = ImageChops.darker(upper, lower.filter(ImageFilter.MaxFilter(3)))
        return sum(covered.tobytes()) / sum(upper.tobytes())

    return min(under(one, other), under(other, one))


def beside(ours: Sequence[Image.Image], theirs: Sequence[Image.Image]) -> Image.Image:
    wide = max(picture.width for picture in (*ours, *theirs)) + 20
    high = max(picture.height for picture in (*ours, *theirs)) + 10
    sheet = Image.new("L", (2 * wide, len(ours) * high), 255)
    for row, pair in enumerate(zip(ours, theirs, strict=True)):
        for column, picture in enumerate(pair):
            sheet.paste(ImageChops.invert(picture), (column * wide + 10, row * high + 5))
    ImageDraw.Draw(sheet).line((wide, 0, wide, sheet.height), 160)
    return sheet
