"""Owns the way from a badge PDF to a picture of one of its faces, and where its texts stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QTransform

from checkin_app.badges.layout.elements import POINT, Box, Layout
from checkin_app.pdfium import turn
from checkin_app.ui.editor.core.document import Side

#: The most pixels a picture has, whatever the zoom.
_MOST_PIXELS = 16_000_000


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of text on a face: where it stands (millimetres), how large it is (points, 0 where
    that is not known)."""

    text: str
    box: Box
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A face as it prints, with the words on it; `scale` is pixels a millimetre."""

    image: QImage
    scale: float
    words: tuple[Words, ...] = ()


def picture(pdf: bytes, layout: Layout, side: Side, scale: float) -> Picture:
    """One face of the first badge in a PDF. ValueError where the file has no such page."""
    import pypdfium2

    width, height = layout.paper
    scale = min(scale, (_MOST_PIXELS / (width * height)) ** 0.5)
    with turn:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as why:
            raise ValueError("no PDF") from why
        try:
            number = 1 if side == "back" and layout.fold == "none" else 0
            if number >= len(document):
                return Picture(_blank(layout, scale), scale)
            page = document[number]
            bitmap = page.render(scale=scale / POINT, prefer_bgrx=True)
            image = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGB32,
            ).copy()
            bitmap.close()
            words = _words(page, height)
            page.close()
        finally:
            document.close()
    return Picture(_face(image, layout, side), scale, _on_face(words, layout, side))


def _words(page: Any, height: float) -> list[Words]:
    """The texts of a page as PDFium puts them together."""
    textpage = page.get_textpage()
    found = []
    for number in range(textpage.count_rects()):
        left, bottom, right, top = textpage.get_rect(number)
        text = textpage.get_text_bounded(left, bottom, right, top)
        box = Box(
            left / POINT, height - top / POINT, (right - left) / POINT, (top - bottom) / POINT
        )
        found.append(Words(text.strip(), box, _size(textpage, left, (bottom + top) / 2)))
    textpage.close()
    return found


def _size(textpage: Any, x: float, y: float) -> float:
    """How large the letter at a point is set: our texts are of size 1, scaled by their matrix."""
    import ctypes

    from pypdfium2 import raw

    letter = raw.FPDFText_GetCharIndexAtPos(textpage.raw, x + 1, y, 4, 6)
    matrix = raw.FS_MATRIX()
    if letter < 0 or not raw.FPDFText_GetMatrix(textpage.raw, letter, ctypes.byref(matrix)):
        return 0.0
    across = float((matrix.c**2 + matrix.d**2) ** 0.5)
    return across * float(raw.FPDFText_GetFontSize(textpage.raw, letter))


def _blank(layout: Layout, scale: float) -> QImage:
    image = QImage(
        round(layout.width * scale), round(layout.height * scale), QImage.Format.Format_RGB32
    )
    image.fill(0xFFFFFFFF)
    return image


def _face(image: QImage, layout: Layout, side: Side) -> QImage:
    """The part of folded paper that is the face, the right way up."""
    width, height = image.width(), image.height()
    match layout.fold:
        case "none":
            return image
        case "top":
            half = height // 2
            if side == "front":
                return image.copy(QRect(0, half, width, height - half))
            return image.copy(QRect(0, 0, width, half)).transformed(QTransform().rotate(180))
        case "left":
            half = width // 2
            return image.copy(QRect(half if side == "front" else 0, 0, half, height))


def _on_face(words: Sequence[Words], layout: Layout, side: Side) -> tuple[Words, ...]:
    """The words of a face, in its own millimetres."""
    found = []
    for word in words:
        box = word.box
        x, y = box.x, box.y
        if layout.fold == "top":
            lower = y + box.height / 2 >= layout.height
            if lower != (side == "front"):
                continue
            if lower:
                y -= layout.height
            else:
                x, y = layout.width - x - box.width, layout.height - y - box.height
        elif layout.fold == "left":
            right = x + box.width / 2 >= layout.width
            if right != (side == "front"):
                continue
            x -= layout.width if right else 0.0
        found.append(Words(word.text, Box(x, y, box.width, box.height), word.size))
    return tuple(found)
