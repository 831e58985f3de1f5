"""Owns what photos ask of the desk and of files; no Qt widget in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from checkin_app.photos.framing import Frame, portrait
from checkin_app.photos.reading import Picture, read
from checkin_app.photos.sources import content

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.ui.background import Say, Stopped


def read_file(file: Path, say: Say, stopped: Stopped) -> Picture:
    """The picture in a file. Raises UnusablePicture."""
    return read(content(file), file.name)


def image_of(picture: Picture) -> QImage:
    """A picture as the window shows it."""
    image = picture.image
    data = image.tobytes()
    return QImage(
        data, image.width, image.height, 3 * image.width, QImage.Format.Format_RGB888
    ).copy()


def picture_of(image: QImage) -> Picture:
    """What a camera saw, as a picture."""
    from PIL import Image

    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    width, height = plain.width(), plain.height()
    bits = bytes(plain.constBits())
    bare = Image.frombuffer("RGB", (width, height), bits, "raw", "RGB", plain.bytesPerLine(), 1)
    return Picture(bare.copy(), width, height)


def keep(delegate_id: str, picture: Picture, frame: Frame, operator: str, desk: Desk) -> str:
    """Keeps a portrait; returns what the delegate's photo was before."""
    before = desk.delegate(delegate_id).delegate.photo
    desk.keep_photo(delegate_id, portrait(picture, frame), operator=operator)
    return before


def remove(delegate_id: str, operator: str, desk: Desk) -> str:
    """Takes the photo off; returns what it was."""
    before = desk.delegate(delegate_id).delegate.photo
    desk.drop_photo(delegate_id, operator=operator)
    return before


def put_back(delegate_id: str, before: str, operator: str, desk: Desk) -> None:
    """Undoes either."""
    desk.amend(delegate_id, {"photo": before}, operator=operator)
