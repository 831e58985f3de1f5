"""Owns code images as files: a QR as PNG or SVG, with its quiet zone, ready for an invitation."""

from __future__ import annotations

import io
from typing import Literal

from checkin_app.badges.qr import QUIET, Symbol, symbol

Format = Literal["png", "svg"]


def png(picture: Symbol, module: int = 12) -> bytes:
    """A 1-bit PNG; `module` is the whole number of pixels a module is wide."""
    from PIL import Image

    side = picture.side
    bare = Image.frombytes("1", (side, side), bytes(byte ^ 0xFF for byte in picture.packed))
    page = Image.new("1", (side + 2 * QUIET, side + 2 * QUIET), 1)
    page.paste(bare, (QUIET, QUIET))
    page = page.resize((page.width * module, page.height * module), Image.Resampling.NEAREST)
    out = io.BytesIO()
    page.save(out, "PNG", optimize=True)
    return out.getvalue()


def svg(picture: Symbol, module: int = 12) -> str:
    """An SVG of one path; `module` is the width of a module in CSS pixels."""
    side = picture.side + 2 * QUIET
    path = "".join(
        f"M{column + QUIET} {row + QUIET}h{length}v1h-{length}z"
        for column, row, length in picture.runs()
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{side * module}" height="{side * module}"'
        f' viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path d="{path}"/></svg>\n'
    )


def code_image(code: str, form: Format) -> bytes:
    """The file content of a code's image. ValueError where no QR holds the text."""
    picture = symbol(code)
    return png(picture) if form == "png" else svg(picture).encode()
