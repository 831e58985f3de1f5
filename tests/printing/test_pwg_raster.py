"""PWG Raster, as the raster reader of cups-filters reads it."""

from __future__ import annotations

import struct
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw

from checkin_app.printing import pwg_raster

READER = Path("/usr/lib/cups/filter/rastertopdf")


def read(pwg: bytes, folder: Path) -> list[Image.Image]:
    """The pages, read by CUPS's library and put into a PDF by cups-filters."""
    if not READER.exists():
        pytest.skip("needs cups-filters")
    (folder / "x.pwg").write_bytes(pwg)
    with (folder / "x.pdf").open("wb") as out:
        command = [str(READER), "1", "user", "title", "1", "", str(folder / "x.pwg")]
        subprocess.run(command, stdout=out, stderr=subprocess.DEVNULL, check=True, timeout=60)
    command = ["pdfimages", "-png", str(folder / "x.pdf"), str(folder / "page")]
    subprocess.run(command, stderr=subprocess.DEVNULL, check=True, timeout=60)
    return [Image.open(file) for file in sorted(folder.glob("page-*.png"))]


def picture(mode: str, turn: int) -> Image.Image:
    """Lines that come often, runs longer than 128, pixels that are all different."""
    image = Image.linear_gradient("L").rotate(turn).resize((700, 600)).convert(mode)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 699, 299), fill="white")
    draw.rectangle((100, 40, 650, 60), fill="black")
    return image


def test_pages_in_colour_are_read_dot_by_dot(tmp_path: Path) -> None:
    pages = [picture("RGB", 0), picture("RGB", 90)]
    out = BytesIO()
    pwg_raster.write(out, pages, 300)
    came = read(out.getvalue(), tmp_path)
    assert len(came) == 2
    for page, there in zip(pages, came, strict=True):
        assert ImageChops.difference(page, there.convert("RGB")).getbbox() is None


def test_grey_pages_are_read_but_for_the_readers_grey_profile(tmp_path: Path) -> None:
    page = picture("L", 90)
    out = BytesIO()
    pwg_raster.write(out, [page], 203)
    [came] = read(out.getvalue(), tmp_path)
    assert ImageChops.difference(page, came.convert("L")).getextrema()[1] <= 8


@pytest.mark.parametrize(
    ("sheet_back", "sides", "signs"),
    [
        ("normal", "two-sided-long-edge", (1, 1)),
        ("flipped", "two-sided-long-edge", (1, -1)),
        ("flipped", "two-sided-short-edge", (-1, 1)),
        ("rotated", "two-sided-long-edge", (-1, -1)),
        ("rotated", "two-sided-short-edge", (1, 1)),
        ("manual-tumble", "two-sided-long-edge", (1, 1)),
        ("manual-tumble", "two-sided-short-edge", (-1, -1)),
        ("rotated", "", (1, 1)),
    ],
)
def test_backs_stand_as_the_printer_wants_them(sheet_back, sides, signs) -> None:
    front, back = Image.new("L", (3, 2), 9), Image.frombytes("L", (3, 2), bytes(range(6)))
    out = BytesIO()
    pwg_raster.write(out, [front, back], 300, pwg_raster.Turn(sides, sheet_back))
    told = out.getvalue()
    first, second = 4, told.index(b"PwgRaster\0", 10)
    assert struct.unpack_from(">ii", told, first + 456) == (1, 1)
    assert struct.unpack_from(">ii", told, second + 456) == signs
    across, along = signs
    lines = [range(3), range(3, 6)][::along]
    drawn = b"".join(bytes((0, 254, *line[::across])) for line in lines)
    assert told[second + 1796 :] == drawn


@given(st.lists(st.integers(0, 3), min_size=1, max_size=400), st.integers(1, 600))
def test_any_line_unpacks_to_itself(greys: list[int], high: int) -> None:
    line = bytes(greys)
    image = Image.frombytes("L", (len(line), high), line * high)
    packed = b"".join(pwg_raster._lines(image))
    at, lines = 0, 0
    while at < len(packed):
        lines += packed[at] + 1
        at, found = at + 1, b""
        while len(found) < len(line):
            count = packed[at]
            if count < 128:
                found += packed[at + 1 : at + 2] * (count + 1)
                at += 2
            else:
                found += packed[at + 1 : at + 258 - count]
                at += 258 - count
        assert found == line
    assert lines == high
