"""Owns pictures inside a badge PDF: each put in once, JPEG files passed on as they are."""

from __future__ import annotations

import zlib
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin_app.badges.picture_files import decoded, header

if TYPE_CHECKING:
    from PIL.Image import Image

    from checkin_app.badges.pdf.document import PageFile

_COLOURS = {1: "/DeviceGray", 3: "/DeviceRGB"}
#: Photos whose place in the file is remembered, for a delegate who is there more than once.
_KEPT = 256


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the file: the number of its object, its width and height in pixels."""

    number: int
    width: int
    height: int

    @property
    def name(self) -> str:
        """What a page calls it."""
        return f"P{self.number}"


class Pictures:
    """The pictures of one file."""

    def __init__(self, file: PageFile) -> None:
        self._file = file
        self._photos: OrderedDict[str, Picture] = OrderedDict()
        self._images: dict[bytes, Picture | None] = {}

    def photo(self, name: str, content: bytes) -> Picture | None:
        """A delegate's picture, a JPEG; nothing where it is none."""
        known = self._photos.get(name)
        if known is None:
            made = self._put(content)
            if made is None:
                return None
            known = self._photos[name] = made
            if len(self._photos) > _KEPT:
                self._photos.popitem(last=False)
        return known

    def image(self, content: bytes) -> Picture | None:
        """A picture of the layout, a PNG or JPEG; every page can draw it by its name."""
        if content not in self._images:
            made = self._images[content] = self._put(content)
            if made is not None:
                self._file.everywhere(made.name, made.number)
        return self._images[content]

    def _put(self, content: bytes) -> Picture | None:
        said = header(content)
        if said is None or not said.width or not said.height:
            return None
        if said.plain:
            return self._object(
                said.width, said.height, _COLOURS[said.channels], "/Filter/DCTDecode", content
            )
        return self._decoded(content)

    def _decoded(self, content: bytes) -> Picture | None:
        picture = decoded(content)
        if picture is None:
            return None
        mask = ""
        if picture.mode in ("LA", "RGBA"):
            alpha = picture.getchannel("A")
            if alpha.getextrema() != (255, 255):
                mask = f"/SMask {self._flat(alpha).number} 0 R"
            picture = picture.convert(picture.mode[:-1])
        return self._flat(picture, mask)

    def _flat(self, picture: Image, more: str = "") -> Picture:
        return self._object(
            picture.width,
            picture.height,
            _COLOURS[len(picture.getbands())],
            f"/Filter/FlateDecode{more}",
            zlib.compress(picture.tobytes(), 9),
        )

    def _object(self, width: int, height: int, colours: str, more: str, content: bytes) -> Picture:
        number = self._file.stream(
            f"/Type/XObject/Subtype/Image/Width {width}/Height {height}"
            f"/ColorSpace{colours}/BitsPerComponent 8{more}",
            content,
        )
        return Picture(number, width, height)
