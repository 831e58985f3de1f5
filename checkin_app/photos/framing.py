"""Owns the portrait: which part of a picture it is, and the small JPEG that is kept of it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin_app.photos.reading import ENOUGH, Picture, read
from checkin_app.store.photos import PREFIX

if TYPE_CHECKING:
    from PIL import Image

#: Pixels of a portrait at most; a smaller picture is not blown up.
WIDTH, HEIGHT = 300, 400
MOST_BYTES = 24 * 1024
#: Which part of the room above and below the frame is above it: faces sit high.
_ABOVE = 0.3
_QUALITIES = (88, 82, 75, 66, 56, 46)


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of an upright picture, in its pixels; its width is to its height as 3 to 4."""

    x: float
    y: float
    width: float

    @property
    def height(self) -> float:
        return self.width * HEIGHT / WIDTH


def centred(width: float, height: float) -> Frame:
    """The largest frame in a picture of this size, in the middle, and above it where it is tall."""
    across = min(width, height * WIDTH / HEIGHT)
    spare = height - across * HEIGHT / WIDTH
    return Frame((width - across) / 2, max(0.0, spare * _ABOVE), across)


def inside(frame: Frame, width: float, height: float) -> Frame:
    """The frame moved, and if need be made smaller, so that it lies in a picture of this size."""
    across = min(max(frame.width, 12.0), width, height * WIDTH / HEIGHT)
    high = across * HEIGHT / WIDTH
    return Frame(
        min(max(frame.x, 0.0), width - across), min(max(frame.y, 0.0), height - high), across
    )


def portrait(picture: Picture, frame: Frame | None = None) -> bytes:
    """The JPEG of a part of a picture, by itself of the middle; at most MOST_BYTES."""
    from PIL import Image

    width, height = picture.width, picture.height
    chosen = inside(frame, width, height) if frame else centred(width, height)
    image = picture.image
    scale = image.width / width
    box = (
        chosen.x * scale,
        chosen.y * scale,
        min((chosen.x + chosen.width) * scale, image.width),
        min((chosen.y + chosen.height) * scale, image.height),
    )
    across = min(WIDTH, max(3, round(box[2] - box[0])))
    across -= across % 3
    size = (across, across * HEIGHT // WIDTH)
    small = image.resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=3.0)
    return _jpeg(small)


def portrait_of(data: bytes, file: str, frame: Frame | None = None) -> bytes:
    """The portrait of a file's content. Raises UnusablePicture."""
    return portrait(read(data, file, ENOUGH if frame else 2 * HEIGHT), frame)


def is_stored_name(text: str) -> bool:
    """Whether a delegate's `photo` names a kept portrait, and not a file of the roster."""
    digits = text.removeprefix(PREFIX)
    return len(text) == 38 and len(digits) == 32 and set(digits) <= set("0123456789abcdef")


def _jpeg(image: Image.Image) -> bytes:
    """The image at the highest quality that is small enough; noise is made smaller."""
    from PIL import Image

    while True:
        for quality in _QUALITIES:
            out = io.BytesIO()
            image.save(out, "JPEG", quality=quality, optimize=True)
            if out.tell() <= MOST_BYTES:
                return out.getvalue()
        across = image.width * 3 // 4 // 3 * 3
        image = image.resize((across, across * HEIGHT // WIDTH), Image.Resampling.LANCZOS)
