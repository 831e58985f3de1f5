"""Labels in ZPL, drawn by an interpreter that is not ours, beside the page they were made of.

The interpreter is zpl-renderer-js (Zebrash compiled to WebAssembly), from the npm registry.
"""

from __future__ import annotations

import base64
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw

from checkin_app.badges.layout import LAYOUTS
from checkin_app.badges.render import render
from checkin_app.badges.subject import BadgeSubject
from checkin_app.printing import raster, zpl_label

RENDERER = "zpl-renderer-js@3.4.0"
CODE = "104567890123456789012345678"

#: Node.js 18, which Debian 12 has, keeps the Web Crypto that Go's WebAssembly asks for apart.
_SCRIPT = """
globalThis.crypto ??= require('node:crypto').webcrypto;
const { ready } = require('zpl-renderer-js');
let zpl = '';
process.stdin.on('data', (data) => (zpl += data)).on('end', async () => {
  const { api } = await ready;
  const [wide, high, dpmm] = process.argv.slice(2).map(Number);
  process.stdout.write(await api.zplToBase64Async(zpl, wide, high, dpmm), () => process.exit(0));
});
"""


def run(*command: str, folder: Path | None = None, given: bytes = b"") -> bytes:
    done = subprocess.run(command, cwd=folder, input=given, capture_output=True, timeout=180)
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def interpreter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        pytest.skip("needs node and npm (Makefile, TEST_DEBIAN)")
    folder = tmp_path_factory.mktemp("zpl")
    run(npm, "install", "--no-audit", "--no-fund", "--prefix", str(folder), RENDERER)
    (folder / "draw.cjs").write_text(_SCRIPT)
    return folder


def drawn(interpreter: Path, zpl: bytes, size: tuple[int, int], dpmm: int) -> Image.Image:
    """What the interpreter makes of a label, cut to `size` dots."""
    millimetres = [str(side / dpmm) for side in size]
    told = run("node", "draw.cjs", *millimetres, str(dpmm), folder=interpreter, given=zpl)
    picture = Image.open(BytesIO(base64.b64decode(told))).convert("L")
    return picture.crop((0, 0, *size)).point(lambda v: 255 if v > 127 else 0)


@pytest.mark.serial
@pytest.mark.parametrize(
    ("layout", "dpi"), [("a6", 203), ("card", 300), ("roll-62", 203), ("qr-label", 203)]
)
def test_an_independent_interpreter_prints_the_same_dots_and_zbar_reads_the_code(
    interpreter: Path, tmp_path: Path, layout: str, dpi: int
) -> None:
    subject = BadgeSubject("D1", "Nguyễn Thị Minh Khai", CODE, organization="Sở Ngoại vụ")
    pdf = tmp_path / "badge.pdf"
    render([subject], pdf, layout=LAYOUTS[layout], dpi=dpi)
    [page] = list(raster.pages(pdf, dpi, grey=True))[:1]
    dots = zpl_label.black_and_white(page)
    zpl = next(zpl_label.labels(pdf, dpi))
    picture = drawn(interpreter, zpl, dots.size, round(dpi / 25.4))
    assert ImageChops.difference(picture, dots.convert("L")).getbbox() is None

    picture.save(tmp_path / "label.png")
    read = run("zbarimg", "--quiet", "--raw", str(tmp_path / "label.png"))
    assert read.decode().strip() == CODE


def test_pages_are_drawn_dot_by_dot_and_only_photos_are_dithered(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    dot = 72 / 203
    wide, high = 400.1 * dot, 300.1 * dot
    photo = Image.linear_gradient("L").resize((60, 60))
    canvas = Canvas(str(tmp_path / "x.pdf"), pagesize=(wide, high))
    for number in range(64):
        # A hair inside its dots, as badges/pdf/codes.py draws: pdfium fills what an edge touches.
        left = (10.05 + 6 * number) * dot
        canvas.rect(left, high - 40 * dot, 2.9 * dot, 30 * dot, stroke=0, fill=1)
    canvas.setFillGray(0.4)
    canvas.rect(300 * dot, high - 60 * dot, 40 * dot, 40 * dot, stroke=0, fill=1)
    canvas.drawInlineImage(photo, 10 * dot, high - 260 * dot, 100 * dot, 100 * dot)
    canvas.save()
    [page] = raster.pages(tmp_path / "x.pdf", 203, grey=True)
    dots = zpl_label.black_and_white(page)
    assert dots.size == (401, 301)

    bars = dots.convert("L").crop((0, 15, 401, 16))
    wanted = Image.new("L", (401, 1), 255)
    for number in range(64):
        ImageDraw.Draw(wanted).line((10 + 6 * number, 0, 12 + 6 * number, 0), fill=0)
    assert ImageChops.difference(bars, wanted).getbbox() is None, "modules of three dots stay so"
    assert set(dots.crop((305, 25, 335, 55)).get_flattened_data()) == {0}, "a grey area is no photo"
    black = [
        sum(v == 0 for v in dots.crop((10, y, 110, y + 10)).get_flattened_data())
        for y in range(165, 255, 30)
    ]
    assert black[0] > black[1] > black[2] > 0, "the greys of a photo become more or fewer dots"


def test_a_page_of_many_metres_is_refused(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "x.pdf"), pagesize=(14_000, 14_000))
    canvas.showPage()
    canvas.save()
    with pytest.raises(raster.TooLarge):
        list(zpl_label.labels(tmp_path / "x.pdf", 203))
    (tmp_path / "y.pdf").write_bytes(b"%PDF-1.7 oops")
    with pytest.raises(raster.NotPdf):
        list(zpl_label.labels(tmp_path / "y.pdf", 203))
