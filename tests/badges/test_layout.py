"""Layout documents: written and read back the same, and every fault told with its line."""

import base64
import dataclasses
import io
import json
import math
import re
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image as Picture

from checkin_app import assets
from checkin_app.badges.layout import (
    BUILT_IN,
    INKS,
    LAYOUTS,
    MARK,
    Area,
    Box,
    Code,
    Condition,
    Country,
    Element,
    Image,
    Layout,
    LayoutError,
    LayoutProblem,
    Line,
    Photo,
    Rule,
    Stack,
    built_in_document,
    dump,
    parse,
)
from checkin_app.badges.layout.fields import FIELDS
from checkin_app.badges.layout.files import read_document
from checkin_app.badges.layout.json_lines import Node, NotJson, read
from checkin_app.badges.picture_files import decoded, header
from checkin_app.domain.errors import NotPossible

WIDTH, HEIGHT = 105.0, 148.0

TENTHS = st.integers(0, 400).map(lambda n: n / 10)
WORDS = st.text(max_size=12).filter(lambda t: t.isprintable())
INK = st.sampled_from(INKS) | st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06X}")
WHEN = st.none() | st.builds(
    Condition,
    field=st.sampled_from([*FIELDS, "photo"]),
    values=st.lists(WORDS, max_size=3).map(tuple),
    categories=st.lists(WORDS, max_size=3).map(tuple),
    absent=st.booleans(),
)
BOX = st.builds(Box, TENTHS, TENTHS, TENTHS.map(lambda n: n + 10), TENTHS.map(lambda n: n + 10))


@st.composite
def lines(draw: st.DrawFn) -> Line:
    size = draw(st.integers(8, 60)) / 2
    field = draw(st.sampled_from([*FIELDS, ""]))
    return Line(
        field,
        size,
        draw(st.integers(4, int(size * 2))) / 2,
        draw(st.integers(1, 6)),
        draw(st.sampled_from([400, 500, 600])),
        draw(INK),
        draw(st.integers(0, 9)) / 10,
        draw(st.booleans()),
        "" if field else draw(WORDS),
        "" if field else draw(WORDS.filter(bool)),
        draw(WHEN),
    )


def fitting(stack: Stack) -> bool:
    return sum(line.least * 0.36 + line.gap for line in stack.lines) < stack.box.height


ELEMENTS: st.SearchStrategy[Element] = st.one_of(
    st.builds(Area, BOX, INK, st.integers(0, 5).map(float), when=WHEN),
    st.builds(Area, BOX, INK, shape=st.just("ellipse"), when=WHEN),
    st.builds(Rule, BOX, INK, st.sampled_from([0.1, 0.5, 2.0]), when=WHEN),
    st.builds(
        Stack,
        BOX,
        st.lists(lines(), min_size=1, max_size=2).map(tuple),
        st.sampled_from(["left", "center", "right"]),
        st.sampled_from(["top", "middle", "bottom"]),
        when=WHEN,
    ).filter(fitting),
    st.builds(Image, BOX, when=WHEN),
    st.builds(Photo, BOX, st.integers(0, 5).map(float), when=WHEN),
    st.builds(Code, BOX, when=WHEN),
    st.builds(Country, BOX, st.sampled_from(["code", "flag"]), when=WHEN),
)


@given(
    front=st.lists(ELEMENTS, min_size=1, max_size=6),
    back=st.lists(ELEMENTS, max_size=4),
    title=WORDS.filter(bool),
    fold=st.sampled_from(["none", "top", "left"]),
)
def test_what_is_written_is_read_back(
    front: list[Element], back: list[Element], title: str, fold: str
) -> None:
    layout = Layout(
        "mine",
        WIDTH,
        HEIGHT,
        tuple(front),
        tuple(back),
        fold if back else "none",  # type: ignore[arg-type]
        title,
        title[::-1],
        "A6",
    )
    document = dump(layout)
    assert parse(document) == layout
    assert dump(parse(document)) == document


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_built_in_layout_is_written_as_the_program_writes_it(name: str) -> None:
    assert dump(LAYOUTS[name]) == built_in_document(name)
    assert LAYOUTS[name].name == name


def test_every_file_in_the_folder_is_a_layout_of_its_name() -> None:
    files = sorted(assets.resource("badges", "layouts").glob("*.json"))
    assert {file.stem for file in files} >= set(LAYOUTS)
    for file in files:
        assert parse(read_document(file)).name == file.stem
    with pytest.raises(KeyError):
        LAYOUTS["a7"]


PLAIN: dict[str, Any] = {
    "name": "plain",
    "width": 80,
    "height": 50,
    "front": [
        {
            "type": "text",
            "box": [5, 5, 40, 20],
            "lines": [{"field": "name", "size": 20, "least": 9}],
        },
        {"type": "code", "box": [50, 20, 25, 25]},
        {"type": "area", "box": [0, 0, 80, 4], "ink": "band"},
    ],
}


def faults(document: str) -> tuple[LayoutProblem, ...]:
    with pytest.raises(LayoutError) as caught:
        parse(document)
    return caught.value.problems


def changed(path: str, value: Any) -> str:
    """PLAIN with one value put at a path, a value a line."""
    document = json.loads(json.dumps(PLAIN))
    place: Any = document
    *steps, last = [int(s) if s.isdigit() else s for s in re.findall(r"\w+", path)]
    for step in steps:
        place = place[step]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return json.dumps(document, indent=1, ensure_ascii=False)


def line_of(document: str, piece: str) -> int:
    return next(n for n, row in enumerate(document.split("\n"), 1) if piece in row)


@pytest.mark.parametrize(
    ("path", "value", "piece", "at", "said"),
    [
        ("front[0].lines[0].field", "nmae", '"nmae"', "", "no field “nmae”. Did you mean “name”?"),
        ("front[0].lines[0].field", "zzz", '"zzz"', "", "no field “zzz”. Known are: honorific, "),
        ("front[0].lines[0].size", "20pt", "20pt", "", "“20pt”. Write a number alone"),
        ("front[0].lines[0].least", 30, "{", "", "“least” is 30 and thus more than “size”, 20"),
        ("front[0].lines[0].rows", 1.5, "1.5", "", "a whole number"),
        ("front[0].lines[0].rows", 7, "7", "", "from 1 to 6"),
        ("front[0].lines[0].weight", 700, "{", "", "one of: 400, 500, 600"),
        ("front[0].lines[0].ink", "red", '"red"', "", "#RRGGBB or one of: text, muted"),
        ("front[0].lines[0].whole", 1, '"whole"', "", "true or false"),
        ("front[0].lines[0].colour", "#FFFFFF", '"colour"', "", "“colour” is not known here"),
        ("front[0].lines[0].text_en", "Hello", "{", "front[0].lines[0]", "either “field” or"),
        ("front[0].lines", {}, '"lines"', "", "a list in square brackets"),
        ("front[0].align", "middle", '"middle"', "", "one of: left, center, right"),
        ("front[0].box", [5, 5, 40, 2], "{", "front[0].lines", "need 3.1 mm, and the box is 2 mm"),
        ("front[1].box", [60, 20, 25, 25], '"box"', "", "to 85, 45 mm and thus out of the page"),
        ("front[1].box", [-1, 20, 25, 25], '"box"', "", "from -1, 20 to"),
        ("front[1].box", [1, 2, 3], '"box"', "", "a list: x, y, width, height"),
        ("front[1].box", [50, 20, 0, 25], "0", "front[1].box[2]", "must be from 0.1"),
        ("front[1].box", [50, 20, 5, 5], '"box"', "front[1].box", "a box of 6 mm at least"),
        ("front[1].box", [50, 20, 1e300, 25], "1e+300", "front[1].box[2]", "is 1e+300"),
        ("front[1].when", {"values": ["VN"]}, '"when"', "front[1].when", "needs “field” or"),
        ("front[1].when", {"field": "fone"}, '"fone"', "front[1].when.field", "no field “fone”"),
        (
            "front[1].when",
            {"category": ["x"] * 101},
            '"x"',
            "front[1].when.category",
            "has 100 ent",
        ),
        ("front[1].when", {"category": "vip"}, '"vip"', "front[1].when.category", "a list in"),
        ("front[1].when", {"category": [1]}, "1", "front[1].when.category[0]", "a text in quotes"),
        ("front[1].type", "qr", '"qr"', "", "no element of the type “qr”"),
        ("front[1].type", "codes", '"codes"', "", "Did you mean “code”?"),
        ("front[1].type", None, "{", "", "“type” is missing here"),
        ("front[2].ink", None, "{", "", "“ink” is missing here"),
        ("front[2].type", "image", '"ink"', "front[2].ink", "“ink” is not known here"),
        ("width", "80 mm", '"80 mm"', "", "“80 mm”. Write a number alone"),
        ("width", 5, "5", "", "from 10 to 1200"),
        ("height", True, "true", "", "“height” must be a number"),
        ("name", "My badge", '"My badge"', "", "small letters, digits and hyphens"),
        ("name", None, "{", "", "“name” is missing here"),
        ("front", [], '"front"', "", "“front” has nothing on it"),
        ("front[2]", 7, "7", "", "an object in braces"),
        ("fold", "top", '"fold"', "", "needs elements in “back”"),
        ("hieght", 50, '"hieght"', "", "Did you mean “height”?"),
        ("media", "A 6", '"A 6"', "", "no name of a paper size"),
        ("title_en", "x" * 200, "title_en", "", "longer than 120 characters"),
        ("images", {"logo": "%%%"}, '"logo"', "images.logo", "no base64 text"),
        ("images", {"logo": "aGFsbG8="}, '"logo"', "images.logo", "no PNG or JPEG"),
        ("images", {"Logo!": ""}, '"Logo!"', "images.Logo!", "cannot be an image's name"),
    ],
)
def test_a_fault_is_told_with_its_line(
    path: str, value: Any, piece: str, at: str, said: str
) -> None:
    document = changed(path, value)
    first = next(p for p in faults(document) if said in p.message)
    assert first.path == (at or path)
    if piece != "{":
        assert piece in document.split("\n")[first.line - 1]
    assert first.message.startswith(f"Line {first.line}: ")


def test_all_faults_are_told_at_once_in_the_order_of_their_lines() -> None:
    document = """{
  "name": "x",
  "width": "80mm",
  "height": 50,
  "front": [
    {"type": "text", "box": [5, 5, 40, 20], "lines": [
      {"field": "nam", "size": 1},
      {"field": "name", "sise": 20}
    ]},
    {"type": "image", "box": [0, 0, 5, 5], "source": "logo"}
  ],
  "back": 3
}"""
    found = faults(document)
    assert [(p.line, p.path) for p in found] == [
        (3, "width"),
        (6, "front[0].box"),
        (7, "front[0].lines[0].field"),
        (7, "front[0].lines[0].size"),
        (8, "front[0].lines[1].sise"),
        (10, "front[1].source"),
        (12, "back"),
    ]
    assert str(LayoutError(found)) == found[0].message


@pytest.mark.parametrize(
    ("document", "line", "said"),
    [
        ("", 1, "ends too early"),
        ('{\n"name": "x",\n', 3, "ends too early"),
        ('{\n"name": "x"\n"width": 3}', 3, 'no JSON at “"width": 3}”'),
        ('{"a": 1,\n"a": 2}', 2, "“a” is there twice"),
        ('{"width": NaN}', 1, "no JSON at “NaN}”"),
        ('{"width": -Infinity}', 1, "no JSON at"),
        ('{"a": 01}', 1, "no JSON at “1}”"),
        ('{"a": "x\ny"}', 1, "does not end on its line"),
        ('{"a": "\\ud800"}', 1, "characters that do not exist"),
        ("[" * 1000, 1, "nested too deep"),
        ('{"a":' * 1000, 1, "nested too deep"),
        ("{} {}", 1, "no JSON at “{}”"),
        ("{'a': 1}", 1, "no JSON at"),
        ("{} // so", 1, "no JSON at"),
    ],
)
def test_what_is_no_json_is_told_with_its_line(document: str, line: int, said: str) -> None:
    [problem] = faults(document)
    assert problem.line == line
    assert said in problem.message


def plain(node: Node) -> Any:
    if isinstance(node.value, dict):
        return {key: plain(value) for key, value in node.value.items()}
    if isinstance(node.value, list):
        return [plain(value) for value in node.value]
    return node.value


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(value=JSON, indent=st.none() | st.integers(0, 3), escaped=st.booleans())
def test_json_is_read_as_the_standard_library_reads_it(
    value: Any, indent: int | None, escaped: bool
) -> None:
    try:
        text = json.dumps(value, indent=indent, ensure_ascii=escaped)
        text.encode()
    except UnicodeEncodeError:
        return
    try:
        read_value = plain(read(text))
    except NotJson as error:
        assert "do not exist" in error.sentence or "too deep" in error.sentence
    else:
        assert read_value == json.loads(text, parse_int=float, parse_float=float)


@given(st.text() | st.text('{}[]":,0123456789.-eE+truefalsn \n\\'))
def test_no_text_does_worse_than_a_fault(text: str) -> None:
    with pytest.raises(LayoutError) as caught:
        parse(text)
    rows = text.count("\n") + 1
    assert all(1 <= problem.line <= rows for problem in caught.value.problems)


@given(path=st.sampled_from(["front", "front[0]", "front[0].lines", "front[0].lines[0]",
                             "front[0].box", "front[1].when", "images", "width", "name"]),
       value=JSON)  # fmt: skip
def test_no_value_anywhere_does_worse_than_a_fault(path: str, value: Any) -> None:
    if value is None:
        return
    document = changed(path, value)
    if not any("\ud800" <= c <= "\udfff" for c in document):
        try:
            assert parse(document).front
        except LayoutError as error:
            assert all(problem.message for problem in error.problems)


def test_ten_thousand_elements_are_one_fault() -> None:
    document = changed("front", PLAIN["front"] * 3334)
    [problem] = faults(document)
    assert problem.message.endswith("10002 elements are too many; a side has 500 at most.")


def test_a_document_too_large_is_not_read() -> None:
    [problem] = faults('{"name": "' + "x" * 2_000_000 + '"}')
    assert "larger than 2,000,000 characters" in problem.message


def test_not_more_faults_are_noted_than_anybody_reads() -> None:
    wrong = [{"type": "code", "box": [0, 0, 1, 1]}] * 400
    assert len(faults(changed("front", wrong))) == 200


def png(width: int, height: int, rows: bytes | None = None) -> bytes:
    """A PNG whose header says so; its rows need not be there."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    body = zlib.compress(rows if rows is not None else b"\0" * ((width + 7) // 8 + 1) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def with_image(content: bytes) -> str:
    document = json.loads(changed("front[2].type", "code"))
    document["front"] = [{"type": "image", "box": [0, 0, 9, 9], "source": "logo"}]
    document["images"] = {"logo": base64.b64encode(content).decode()}
    return json.dumps(document)


def test_images_are_read_back() -> None:
    content = png(16, 16)
    layout = parse(with_image(content))
    assert layout.images == {"logo": content}
    assert parse(dump(layout)) == layout


def test_an_image_bomb_is_refused_by_its_header() -> None:
    bomb = png(50_000, 50_000, b"\0" * 1000)
    assert len(bomb) < 200
    [problem] = faults(with_image(bomb))
    assert "has 50000 × 50000 pixels; 4 million are the most" in problem.message


def test_an_image_bomb_behind_a_second_header_is_not_decoded() -> None:
    """Pillow takes the last IHDR before the pixels."""
    head = png(10, 10)[:33]
    bomb = head + png(4001, 1000)[8:]
    said = header(bomb)
    assert said is not None and said.width == 10
    assert decoded(bomb) is None
    [problem] = faults(with_image(bomb))
    assert "is damaged" in problem.message
    picture = decoded(head + png(400, 1000)[8:])
    assert picture is not None and picture.size == (400, 1000)


@pytest.mark.parametrize("clear", [None, 30_000])
def test_greys_of_sixteen_bits_stay_greys(clear: int | None) -> None:
    grey = Picture.new("I;16", (3, 1))
    for x, level in enumerate((300, 30_000, 60_000)):
        grey.putpixel((x, 0), level)
    out = io.BytesIO()
    grey.save(out, "PNG", **({} if clear is None else {"transparency": clear}))
    picture = decoded(out.getvalue())
    assert picture is not None
    assert picture.mode == ("L" if clear is None else "LA")
    assert list(picture.getchannel(0).tobytes()) == [1, 117, 234]


def jpeg(size: tuple[int, int] = (40, 30)) -> bytes:
    out = io.BytesIO()
    Picture.effect_noise(size, 90).save(out, "JPEG", quality=95)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (jpeg()[:-200], "damaged"),
        (png(16, 16, b"\0\0"), "damaged"),
        (b"GIF89a" + bytes(60), "no PNG or JPEG"),
        (b"\x89PNG\r\n\x1a\n", "no PNG or JPEG"),
        (b"\xff\xd8\xff\xe0", "no PNG or JPEG"),
        (png(0, 9), "no PNG or JPEG"),
        (b"\x89PNG" + bytes(600_000), "larger than 512 KiB"),
    ],
)
def test_images_that_cannot_be_drawn_are_refused(content: bytes, said: str) -> None:
    assert any(said in problem.message for problem in faults(with_image(content)))


@given(st.binary(max_size=200) | st.binary(max_size=200).map(lambda b: jpeg()[: len(b)] + b))
def test_no_image_whatever_does_worse_than_a_fault(content: bytes) -> None:
    try:
        parse(with_image(content))
    except LayoutError as error:
        assert all(problem.path == "images.logo" for problem in error.problems)


def test_the_mark_is_no_embedded_image() -> None:
    document = json.loads(with_image(png(8, 8)))
    document["images"][MARK] = document["images"]["logo"]
    assert any("cannot be an image's name" in p.message for p in faults(json.dumps(document)))


def test_a_layout_file(tmp_path: Path) -> None:
    file = tmp_path / "badge.json"
    file.write_bytes(b"\xef\xbb\xbf" + changed("name", "mine").encode())
    assert parse(read_document(file)).name == "mine"
    file.write_bytes("{}".encode("utf-16"))
    with pytest.raises(NotPossible, match="not a text in UTF-8"):
        read_document(file)
    file.write_bytes(b" " * 8_000_001)
    with pytest.raises(NotPossible, match="larger than 8 MB"):
        read_document(file)


def test_the_readme_tells_every_key_and_field() -> None:
    told = assets.resource("badges", "README.md").read_text("utf-8")
    classes = (Area, Rule, Stack, Line, Image, Photo, Code, Country, Condition, Layout)
    keys = {f.name for c in classes for f in dataclasses.fields(c)} - {"categories"} | {"category"}
    missing = [key for key in sorted(keys | set(FIELDS) | set(INKS)) if f"`{key}`" not in told]
    assert missing == []


def test_boxes_are_numbers() -> None:
    for layout in LAYOUTS.values():
        for element in (*layout.front, *layout.back):
            assert all(math.isfinite(side) for side in dataclasses.astuple(element.box))
