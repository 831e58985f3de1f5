"""Owns how a file becomes a picture: bounded before it is decoded, upright, in sRGB, bare.

What leaves this module has no metadata: neither place nor time nor camera nor thumbnail.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checkin_app.photos.problems import UnusablePicture, unusable

if TYPE_CHECKING:
    from PIL import Image

MOST_BYTES = 40 * 1024 * 1024
#: Of a JPEG, which is decoded smaller; and of anything else, which is decoded whole.
MOST_PIXELS = 80_000_000
MOST_WHOLE_PIXELS = 50_000_000
LEAST_SIDE = 24
FORMATS = ("JPEG", "MPO", "PNG", "WEBP", "BMP", "GIF", "TIFF", "AVIF")
#: How files of these formats end.
ENDINGS = frozenset(
    {".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".apng", ".webp", ".bmp", ".dib", ".gif"}
    | {".tif", ".tiff", ".avif", ".heic", ".heif"}
)
#: Pixels of the shorter side that are enough to choose a face from.
ENOUGH = 1600
_HEIC = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")
#: What damaged files make Pillow raise beside OSError.
_DAMAGED = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RuntimeError,
    MemoryError,
    struct.error,
    zlib.error,
)


@dataclass(frozen=True, slots=True)
class Picture:
    """An upright sRGB image; `width` and `height` are those of the file, upright, in pixels.

    A large file is decoded or brought to a part of its size, so that `image` may be smaller.
    """

    image: Image.Image
    width: int
    height: int


def read(data: bytes, file: str, enough: int = ENOUGH) -> Picture:
    """The picture in a file's content; `file` names it in what is said.

    What has a shorter side of twice `enough` pixels or more is made smaller, a JPEG as it is
    decoded. Raises UnusablePicture.
    """
    from PIL import Image

    if not data:
        raise unusable("empty", file)
    if len(data) > MOST_BYTES:
        raise unusable("too_large", file, most=MOST_BYTES // 2**20)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            opened = Image.open(io.BytesIO(data), formats=_formats())
        except Image.DecompressionBombError:
            raise _too_many(file, MOST_PIXELS) from None
        except _DAMAGED:
            raise _unknown(data, file) from None
        with opened as image:
            return _bare(image, file, enough)


def _too_many(file: str, most: int) -> UnusablePicture:
    return unusable("too_many_pixels", file, most=most // 1_000_000)


def _formats() -> tuple[str, ...]:
    from PIL import Image

    Image.init()
    return tuple(name for name in (*FORMATS, "HEIF") if name in Image.OPEN)


def _unknown(data: bytes, file: str) -> UnusablePicture:
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        return unusable("heic", file)
    starts = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF", b"GIF8", b"II*\0", b"MM\0*")
    return unusable("truncated" if data.startswith(starts) else "not_a_picture", file)


def _bare(image: Image.Image, file: str, enough: int) -> Picture:
    from PIL import Image, ImageOps

    width, height = image.size
    drafted = image.format in ("JPEG", "MPO")
    most = MOST_PIXELS if drafted else MOST_WHOLE_PIXELS
    if width * height > most:
        raise _too_many(file, most)
    if min(width, height) < LEAST_SIDE:
        raise unusable("too_small", file, width=width, height=height)
    if image.format != "MPO" and _frames(image) > 1:
        raise unusable("several" if image.format == "TIFF" else "animated", file)
    profile = image.info.get("icc_profile")
    if drafted:
        image.draft(None, (enough, enough))
    try:
        image.load()
    except Image.DecompressionBombError:
        raise _too_many(file, most) from None
    except _DAMAGED:
        raise unusable("truncated", file) from None
    smaller = _smaller(image, enough)
    try:
        turned = ImageOps.exif_transpose(smaller)
    except _DAMAGED:
        turned = smaller
    if (turned.width > turned.height) is not (width > height) and width != height:
        width, height = height, width
    try:
        flat = _in_srgb(turned, profile)
    except _DAMAGED:
        raise unusable("not_a_picture", file) from None
    bare = Image.frombytes("RGB", flat.size, flat.tobytes())
    return Picture(bare, width, height)


def _smaller(image: Image.Image, enough: int) -> Image.Image:
    """A picture that is much larger than `enough`, made smaller before it is copied any further."""
    factor = min(image.size) // enough
    if factor < 2 or image.mode not in ("L", "RGB", "RGBA", "CMYK"):
        return image
    small = image.reduce(factor)
    small.info = image.info
    image.close()
    return small


def _frames(image: Any) -> int:
    try:
        return int(getattr(image, "n_frames", 1))
    except _DAMAGED:
        return 1


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Eight bits a channel in sRGB by the file's profile; what is transparent becomes white."""
    from PIL import Image

    image = _eight_bits(image)
    if image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info:
        image = image.convert("RGBA")
        ground = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(ground, image).convert("RGB")
    if image.mode == "LAB" or (profile and image.mode in ("RGB", "CMYK", "L")):
        image = _by_profile(image, profile)
    return image if image.mode == "RGB" else image.convert("RGB")


def _by_profile(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The image in sRGB as its profile says, or as it is where the profile cannot be used."""
    from PIL import ImageCms

    try:
        source: Any = (
            ImageCms.createProfile("LAB")
            if image.mode == "LAB"
            else ImageCms.ImageCmsProfile(io.BytesIO(profile or b""))
        )
        converted = ImageCms.profileToProfile(
            image, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, *_DAMAGED):
        return image
    return converted or image


def _eight_bits(image: Image.Image) -> Image.Image:
    """Greys of 16 or 32 bits, or floating, brought to eight."""
    if image.mode.startswith("I;16"):
        return image.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")
    if image.mode == "I":
        _, most = _extremes(image)
        return image.point(lambda grey: grey * (255 / max(most, 255))).convert("L")
    if image.mode == "F":
        low, most = _extremes(image)
        spread = 255 / ((most - low) or 1)
        return image.point(lambda grey: grey * spread - low * spread).convert("L")
    return image


def _extremes(image: Any) -> tuple[float, float]:
    low, most = image.getextrema()
    return float(low), float(most)
