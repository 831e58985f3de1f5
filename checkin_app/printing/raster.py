"""Owns pages as pixels: a PDF drawn for a device that takes no PDF, one pixel a dot."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checkin_app.pdfium import turn

if TYPE_CHECKING:
    from PIL import Image

#: A4 at 600 dpi; nothing that is printed here is larger.
_MOST_PIXELS = 40_000_000
_MM = 72 / 25.4

Box = tuple[int, int, int, int]


class NotPdf(ValueError):
    """The file cannot be read as a PDF."""


class TooLarge(ValueError):
    """A page has more dots than can be drawn."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page drawn, and where pictures of more than one bit a pixel stand on it, in pixels."""

    image: Image.Image
    pictures: tuple[Box, ...]


def page_sizes(pdf: Path) -> list[tuple[float, float]]:
    """Width and height of each page in millimetres. NotPdf."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with turn, PdfDocument(pdf) as document:
            found = map(document.get_page_size, range(len(document)))
            return [(w / _MM, h / _MM) for w, h in found]
    except PdfiumError as error:
        raise NotPdf from error


def pages(pdf: Path, dpi: float, *, grey: bool = False) -> Iterator[Page]:
    """Each page at its own size. TooLarge, NotPdf."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with turn:
            document = PdfDocument(pdf)
        try:
            for number in range(len(document)):
                with turn:
                    drawn = _drawn(document[number], dpi / 72, grey)
                yield drawn
        finally:
            with turn:
                document.close()
    except PdfiumError as error:
        raise NotPdf from error


def _drawn(page: Any, scale: float, grey: bool) -> Page:
    across, along = _widen(page, scale)
    if across * along > _MOST_PIXELS:
        raise TooLarge
    bitmap = page.render(scale=scale, grayscale=grey, rev_byteorder=True)
    image = bitmap.to_pil().copy()
    bitmap.close()
    pictures = tuple(_pictures(page, scale, along))
    page.close()
    return Page(image, pictures)


def _widen(page: Any, scale: float) -> tuple[int, int]:
    """Makes a page whole dots wide and high, to the right and below, so that nothing is stretched.

    pdfium draws a page into the next larger number of pixels, which would put a code's modules
    beside the dots. Gives the size in dots.
    """
    wide, high = page.get_size()
    across, along = math.ceil(wide * scale - 1e-3), math.ceil(high * scale - 1e-3)
    if page.get_rotation() == 0:
        left, _, _, top = page.get_bbox()
        # A hundredth of a dot less, or rounding up would make one more of it.
        whole = (left, top - (along - 0.01) / scale, left + (across - 0.01) / scale, top)
        page.set_mediabox(*whole)
        page.set_cropbox(*whole)
    return across, along


def _pictures(page: Any, scale: float, height: int) -> Iterator[Box]:
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
