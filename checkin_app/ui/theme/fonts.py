"""Owns the typeface: loads Be Vietnam Pro from its package and makes fonts by size and weight.

Other scripts fall back to what the system has.
"""

from __future__ import annotations

import functools
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

from checkin_app.ui.theme.tokens import FAMILY, Size

_FIRST = ("Regular", "Medium", "SemiBold")
_LATER = ("Bold",)


def load(weights: tuple[str, ...] = _FIRST) -> bool:
    """Makes the typeface known to Qt; False when its package is not there.

    What the first paint needs, unless told otherwise.
    """
    spec = find_spec("fontpkg_be_vietnam_pro")
    if spec is None or spec.origin is None:
        return False
    files = Path(spec.origin).parent / "files"
    ids = [QFontDatabase.addApplicationFont(str(files / f"BeVietnamPro-{w}.ttf")) for w in weights]
    return all(n >= 0 for n in ids)


@functools.cache
def load_rest() -> bool:
    """Makes the other weights known."""
    return load(_LATER)


@functools.cache
def font(
    pixels: int = Size.BODY,
    weight: QFont.Weight = QFont.Weight.Normal,
    *,
    figures: bool = False,
) -> QFont:
    """The typeface at a size; with `figures` all digits are equally wide."""
    made = QFont(FAMILY)
    made.setPixelSize(pixels)
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if figures:
        made.setFeature(QFont.Tag.fromString("tnum"), 1)
    return made


def medium(pixels: int = Size.BODY, *, figures: bool = False) -> QFont:
    """Medium weight."""
    return font(pixels, QFont.Weight.Medium, figures=figures)


def strong(pixels: int = Size.BODY, *, figures: bool = False) -> QFont:
    """Semibold weight."""
    return font(pixels, QFont.Weight.DemiBold, figures=figures)


def bold(pixels: int = Size.BODY, *, figures: bool = False) -> QFont:
    """Bold weight."""
    return font(pixels, QFont.Weight.Bold, figures=figures)


def advance(face: QFont, text: str) -> int:
    """How many pixels wide a short text is; measured once."""
    return _advance(face.pixelSize(), face.weight(), text)


@functools.lru_cache(maxsize=4096)
def _advance(pixels: int, weight: QFont.Weight, text: str) -> int:
    return QFontMetrics(font(pixels, weight)).horizontalAdvance(text)
