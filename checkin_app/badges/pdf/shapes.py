"""Owns outlines as PDF operators: rectangles with round corners, ellipses; points from below."""

from __future__ import annotations

#: How far a Bézier curve's handles reach on a quarter of a circle of radius 1.
_HANDLE = 0.5523


def rectangle(x: float, y: float, width: float, height: float, radius: float = 0.0) -> bytes:
    """The path of a rectangle; the caller fills it or clips by it."""
    if radius <= 0:
        return b"%.3f %.3f %.3f %.3f re " % (x, y, width, height)
    return _rounded(x, y, width, height, min(radius, width / 2), min(radius, height / 2))


def ellipse(x: float, y: float, width: float, height: float) -> bytes:
    """The path of the ellipse that fills a rectangle."""
    return _rounded(x, y, width, height, width / 2, height / 2)


def _rounded(x: float, y: float, width: float, height: float, rx: float, ry: float) -> bytes:
    cx, cy = rx * (1 - _HANDLE), ry * (1 - _HANDLE)
    right, high = x + width, y + height
    return (
        f"{x + rx:.3f} {y:.3f} m {right - rx:.3f} {y:.3f} l "
        f"{right - cx:.3f} {y:.3f} {right:.3f} {y + cy:.3f} {right:.3f} {y + ry:.3f} c "
        f"{right:.3f} {high - ry:.3f} l "
        f"{right:.3f} {high - cy:.3f} {right - cx:.3f} {high:.3f} {right - rx:.3f} {high:.3f} c "
        f"{x + rx:.3f} {high:.3f} l "
        f"{x + cx:.3f} {high:.3f} {x:.3f} {high - cy:.3f} {x:.3f} {high - ry:.3f} c "
        f"{x:.3f} {y + ry:.3f} l "
        f"{x:.3f} {y + cy:.3f} {x + cx:.3f} {y:.3f} {x + rx:.3f} {y:.3f} c "
    ).encode()
