"""Owns vector marks: an SVG of filled paths turned into PDF operators.

Understood is what our marks are made of: `viewBox` from 0 0, `<path fill="#RRGGBB" d="…">` with the
absolute commands M, L, C and Z.
"""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from checkin_app.badges.pdf.inks import fill

_STEP = re.compile(r"([MLCZ])([^MLCZ]*)")
_OPERATORS = {"M": "m", "L": "l", "C": "c"}


def operators(svg: Path, x: float, y: float, width: float, height: float) -> bytes:
    """The mark drawn as large as it goes into a box, centred; points from the bottom left."""
    root = ElementTree.parse(svg).getroot()
    _, _, wide, high = (float(n) for n in root.attrib["viewBox"].split())
    scale = min(width / wide, height / high)
    left = x + (width - wide * scale) / 2
    top = y + (height + high * scale) / 2
    out = [f"q {scale:.5f} 0 0 {-scale:.5f} {left:.3f} {top:.3f} cm"]
    for path in root.iter("{http://www.w3.org/2000/svg}path"):
        out.append(fill(path.attrib["fill"]).decode())
        for command, numbers in _STEP.findall(path.attrib["d"]):
            out.append(f"{numbers.strip()} {_OPERATORS[command]}" if command != "Z" else "h")
        out.append("f")
    return "\n".join([*out, "Q\n"]).encode()
