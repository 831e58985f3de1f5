"""Owns how a ReportLab drawing becomes SVG that lies in the page: its colours are the theme's.

A drawing is made with the inks below; in the SVG each is a class, so that one picture is right in
light, in dark and on paper, and nothing in it needs a style attribute, which the page's content
security policy would refuse.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from io import StringIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import Color
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

SVG = "http://www.w3.org/2000/svg"
NAMES = ("text", "muted", "line", "accent", "quiet", "surface")
INKS = {name: Color((at + 0.5) / 100, 0, 0) for at, name in enumerate(NAMES, 1)}
_CLASSES = {f"rgb({at}%,0%,0%)": name for at, name in enumerate(NAMES, 1)}
_KEPT = frozenset({"stroke-width", "stroke-linecap", "stroke-dasharray", "font-size"})


def svg(drawing: Drawing, title: str, description: str, key: str) -> str:
    """The drawing as an inline picture with a name and a description; `key` is unique in a page."""
    out = StringIO()
    canvas: Any = renderSVG.SVGCanvas((drawing.width, drawing.height), useClip=True)
    renderSVG.draw(drawing, canvas)
    canvas.save(out)
    drawn = ElementTree.fromstring(out.getvalue())
    for element in drawn.iter():
        _class(element)
    root = ElementTree.Element(
        "svg",
        {
            "xmlns": SVG,
            "viewBox": drawn.attrib["viewBox"],
            "role": "img",
            "aria-labelledby": f"{key}-title {key}-desc",
        },
    )
    for name, text in (("title", title), ("desc", description)):
        ElementTree.SubElement(root, name, {"id": f"{key}-{name}"}).text = text
    root.extend(drawn.findall("g"))
    return ElementTree.tostring(root, encoding="unicode")


@cache
def font() -> str:
    """The name under which ReportLab knows the page's typeface, so that it can measure it."""
    spec = find_spec("fontpkg_be_vietnam_pro")
    if spec is None or spec.origin is None:
        return "Helvetica"
    name = "hub-page"
    try:
        file = Path(spec.origin).parent / "files" / "BeVietnamPro-Regular.ttf"
        pdfmetrics.registerFont(TTFont(name, str(file)))
    except (OSError, TTFError):
        return "Helvetica"
    return name


def _class(element: ElementTree.Element) -> None:
    """Takes the namespace, the empty and the inline away, and puts classes of the theme."""
    element.tag = element.tag.removeprefix(f"{{{SVG}}}")
    for name in ("id", "clip", "clip0", "clip1"):
        element.attrib.pop(name, None)
    if not element.get("transform", "").strip():
        element.attrib.pop("transform", None)
    classes = []
    for declaration in element.attrib.pop("style", "").split(";"):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name in ("fill", "stroke"):
            if value in _CLASSES:
                classes.append(f"{name}-{_CLASSES[value]}")
            else:
                element.set(name, "none")
        elif name in _KEPT:
            element.set(name, value)
    if classes:
        element.set("class", " ".join(classes))
    element.tail = None
