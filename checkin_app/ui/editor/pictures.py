"""Owns taking a picture from a file into a layout: read bounded, made small enough, PNG or JPEG."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from checkin_app.domain.errors import NotPossible

#: The longer side of a kept picture, in pixels: 300 dpi on 100 mm.
LONGEST = 1200
#: Pictures that would need more pixels than this to be read at all are refused.
_MOST_PIXELS = 60_000_000
_LARGEST_FILE = 40_000_000
#: What a picture may take of a layout's document, in bytes.
_MOST_BYTES = 400 * 1024


def taken(file: Path) -> bytes:
    """The picture of a PNG or JPEG file as a layout keeps it. Raises NotPossible."""
    try:
        if file.stat().st_size > _LARGEST_FILE:
            raise NotPossible("{file} is too large for a picture on a badge.", file=file.name)
        data = file.read_bytes()
    except OSError as why:
        raise NotPossible(
            "{file} cannot be read: {reason}", file=file.name, reason=why.strerror or ""
        ) from None
    if not data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        raise NotPossible("{file} is neither a PNG nor a JPEG picture.", file=file.name)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > _MOST_PIXELS:
        raise NotPossible("{file} has too many pixels, or none.", file=file.name)
    if max(size.width(), size.height()) > LONGEST:
        reader.setScaledSize(
            size.scaled(QSize(LONGEST, LONGEST), Qt.AspectRatioMode.KeepAspectRatio)
        )
    image = reader.read()
    if image.isNull():
        raise NotPossible("{file} is damaged and cannot be read.", file=file.name)
    return _small(image)


def _small(image: QImage) -> bytes:
    """The picture in as few bytes as a layout wants; without loss where that is small enough."""
    made = _written(image, "PNG", -1)
    if len(made) <= _MOST_BYTES:
        return made
    if not image.hasAlphaChannel():
        for quality in (90, 75, 60):
            made = _written(image, "JPEG", quality)
            if len(made) <= _MOST_BYTES:
                return made
    return _small(
        image.scaledToWidth(image.width() * 3 // 4, Qt.TransformationMode.SmoothTransformation)
    )


def _written(image: QImage, form: str, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, form, quality)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
