"""Owns labels in ZPL: each page of a PDF as one bit a dot, at the printer's resolution."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from checkin_app.printing import raster

if TYPE_CHECKING:
    from PIL import Image

_BLACK_BELOW = 128


def labels(pdf: Path, dpi: int, copies: int = 1) -> Iterator[bytes]:
    """A ZPL format a page, `copies` of it printed. raster.TooLarge, raster.NotPdf."""
    from zebrafy.graphic_field import GraphicField

    for page in raster.pages(pdf, dpi, grey=True):
        dots = black_and_white(page)
        width, height = dots.size
        # Z64 is what Zebra's own drivers send: it is the smallest and has a checksum.
        field = GraphicField(dots, format="Z64").get_graphic_field()
        yield (f"^XA^PW{width}^LL{height}^LH0,0^PON^FO0,0{field}^PQ{copies},0,1,N^XZ\n").encode(
            "ascii"
        )


def black_and_white(page: raster.Page) -> Image.Image:
    """The page in one bit a pixel.

    Lines, letters and codes are cut at half grey, which leaves whole dots whole; only pictures are
    dithered, or a face would be a blot.
    """
    from PIL import Image

    dots = page.image.point(lambda v: 255 if v >= _BLACK_BELOW else 0).convert(
        "1", dither=Image.Dither.NONE
    )
    for box in page.pictures:
        part = page.image.crop(box)
        dots.paste(part.convert("1", dither=Image.Dither.FLOYDSTEINBERG), box[:2])
    return dots
