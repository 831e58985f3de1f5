"""QR symbols: ours equal the reference's, and an independent decoder reads the images."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import qrcode
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from checkin_app.badges.images import code_image
from checkin_app.badges.qr import MASK, Symbol, symbol
from checkin_app.domain.credentials import mint

OWN = st.text("0123456789", min_size=27, max_size=27)


def modules(picture: Symbol) -> list[list[bool]]:
    side = range(picture.side)
    return [[picture.dark(column, row) for column in side] for row in side]


@given(OWN)
def test_own_codes_are_the_reference_symbols_with_our_mask(code: str) -> None:
    reference = qrcode.QRCode(
        version=1, error_correction=qrcode.ERROR_CORRECT_Q, mask_pattern=MASK, border=0
    )
    reference.add_data(code)
    reference.make(fit=False)
    assert modules(symbol(code)) == reference.modules


@given(st.text(min_size=1, max_size=256).filter(lambda text: text.isprintable()))
def test_any_other_code_is_the_reference_symbol_of_its_level(code: str) -> None:
    reference = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_Q, border=0)
    reference.add_data(code.encode("utf-8", "replace"))
    reference.make(fit=True)
    assert modules(symbol(code)) == reference.modules


def test_a_long_text_gets_a_lower_level_and_too_long_a_text_is_refused() -> None:
    assert symbol("x" * 2900).side == 177
    for text in ("", "x" * 3000):
        with pytest.raises(ValueError, match="text"):
            symbol(text)


@given(OWN)
def test_runs_are_the_dark_modules(code: str) -> None:
    picture = symbol(code)
    drawn = {(c + n, row) for c, row, length in picture.runs() for n in range(length)}
    assert drawn == {(c, r) for c in range(21) for r in range(21) if picture.dark(c, r)}


CODES = [mint("204", b"secret", serial) for serial in range(12)]
CODES += ["ABC-123 / Đoàn 7", "https://example.org/t?id=42"]


def test_png_images_are_read_back(
    tmp_path: Path, read_codes: Callable[[list[Path]], list[str]]
) -> None:
    files = [tmp_path / f"{number:02d}.png" for number in range(len(CODES))]
    for code, file in zip(CODES, files, strict=True):
        file.write_bytes(code_image(code, "png"))
    assert read_codes(files) == CODES


def test_a_png_has_whole_pixels_and_a_quiet_zone_of_four(tmp_path: Path) -> None:
    file = tmp_path / "code.png"
    file.write_bytes(code_image(CODES[0], "png"))
    with Image.open(file) as picture:
        assert (picture.mode, picture.size) == ("1", (29 * 12, 29 * 12))
        assert picture.crop((0, 0, picture.width, 48)).getextrema() == (255, 255)
        small = picture.resize((29, 29), Image.Resampling.NEAREST)
        assert small.resize(picture.size, Image.Resampling.NEAREST).tobytes() == picture.tobytes()


def test_svg_images_are_read_back(
    tmp_path: Path, read_codes: Callable[[list[Path]], list[str]]
) -> None:
    files = []
    for number, code in enumerate(CODES):
        svg = code_image(code, "svg").decode()
        (side,) = map(int, re.findall(r'viewBox="0 0 (\d+) \1"', svg))
        picture = Image.new("1", (side * 8, side * 8), 1)
        pen = ImageDraw.Draw(picture)
        for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", svg):
            left, top = int(x) * 8, int(y) * 8
            pen.rectangle((left, top, left + int(length) * 8 - 1, top + 7), fill=0)
        files.append(tmp_path / f"{number:02d}.png")
        picture.save(files[-1])
    assert read_codes(files) == CODES
