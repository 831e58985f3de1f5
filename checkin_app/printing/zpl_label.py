"""Owns labels in ZPL: each page of a PDF as one bit a dot, at the printer's resolution."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL import Image

#: The widest head (ZT620 at 300 dpi) has 2,000 dots; no page of ours is longer than this.
_MOST_DOTS = 8_000
_BLACK_BELOW = 128
_MM = 72 / 25.4


class TooLarge(ValueError):
    """A page has another size than a label can have."""


class NotPdf(ValueError):
    """The file cannot be read as a PDF."""


def page_sizes(pdf: Path) -> list[tuple[float, float]]:
    """Width and height of each page in millimetres. NotPdf."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with PdfDocument(pdf) as document:
            return [(w / _MM, h / _MM) for w, h in (page.get_size() for page in document)]
    except PdfiumError as error:
        raise NotPdf from error


def labels(pdf: Path, dpi: int, copies: int = 1) -> Iterator[bytes]:
    """A ZPL format a page, `copies` of it printed. TooLarge."""
    from zebrafy.graphic_field import GraphicField

    for dots in rasters(pdf, dpi):
        width, height = dots.size
        # Z64 is what Zebra's own drivers send: it is the smallest and has a checksum.
        field = GraphicField(dots, format="Z64").get_graphic_field()
        yield (f"^XA^PW{width}^LL{height}^LH0,0^PON^FO0,0{field}^PQ{copies},0,1,N^XZ\n").encode(
            "ascii"
        )


def rasters(pdf: Path, dpi: int) -> Iterator[Image.Image]:
    """Each page in black and white, a pixel a dot.

    Lines, letters and codes are cut at half grey, which leaves whole dots whole; only pictures are
    dithered, or a face would be a blot.
    """
    from PIL import Image
    from pypdfium2 import PdfDocument

    with PdfDocument(pdf) as document:
        for page in document:
            scale = dpi / 72
            size = _widen(page, scale)
            if max(size) > _MOST_DOTS:
                raise TooLarge
            grey = page.render(scale=scale, grayscale=True, rev_byteorder=False).to_pil()
            dots = grey.point(lambda v: 255 if v >= _BLACK_BELOW else 0).convert(
                "1", dither=Image.Dither.NONE
            )
            for box in _pictures(page, scale, size[1]):
                part = grey.crop(box)
                dots.paste(part.convert("1", dither=Image.Dither.FLOYDSTEINBERG), box[:2])
            yield dots


def _widen(page: Any, scale: float) -> tuple[int, int]:
    """Makes a page whole dots wide and high, to the right and below, so that nothing is stretched.

    pdfium draws a page into the next larger number of pixels, which would put a code's modules
    beside the dots. Gives the size in dots.
    """
    wide, high = page.get_size()
    across, along = math.ceil(wide * scale - 1e-3), math.ceil(high * scale - 1e-3)
    box = page.get_bbox()
    if page.get_rotation() == 0:
        left, top = box[0], box[3]
        whole = (left, top - along / scale, left + across / scale, top)
        page.set_mediabox(*whole)
        page.set_cropbox(*whole)
    return across, along


def _pictures(page: Any, scale: float, height: int) -> Iterator[tuple[int, int, int, int]]:
    """Where pictures with more than one bit a pixel stand, in dots from the top left."""
    from pypdfium2 import raw

    left, bottom, _, _ = page.get_bbox()
    for part in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        if part.get_metadata().bits_per_pixel == 1:
            continue
        x0, y0, x1, y1 = part.get_bounds()
        yield (
            math.floor((x0 - left) * scale),
            height - math.ceil((y1 - bottom) * scale),
            math.ceil((x1 - left) * scale),
            height - math.floor((y0 - bottom) * scale),
        )
