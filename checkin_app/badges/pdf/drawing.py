"""Owns how each kind of element is drawn for a subject, as PDF operators."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from checkin_app import assets
from checkin_app.badges.layout.conditions import holds
from checkin_app.badges.layout.elements import (
    MARK,
    POINT,
    Area,
    Box,
    Code,
    Country,
    Element,
    Image,
    Layout,
    Line,
    Photo,
    Rule,
    Stack,
)
from checkin_app.badges.pdf import shapes
from checkin_app.badges.pdf.codes import DOTS, CodePlace
from checkin_app.badges.pdf.inks import paint, stroke
from checkin_app.badges.pdf.mark import operators
from checkin_app.badges.pdf.pictures import Picture, Pictures
from checkin_app.badges.subject import BadgeSubject, Fault
from checkin_app.badges.text.stacks import StackSetter
from checkin_app.badges.text.words import Typesetter

Report = Callable[[Fault], None]
PhotoSource = Callable[[str], bytes | None]
#: Of what a photo has too much in height, this part is cut off above.
_ABOVE = 0.3


@dataclass(slots=True)
class Work:
    """One face of one badge in the making. `photo` is the JPEG of the delegate, `own` are the
    pictures that were drawn for this badge alone."""

    subject: BadgeSubject
    report: Report
    photo: bytes | None = None
    own: list[Picture] = field(default_factory=list)


Draw = Callable[[Work], bytes]


@dataclass(frozen=True, slots=True)
class Tools:
    """What the elements of one layout are drawn with."""

    layout: Layout
    typesetter: Typesetter
    pictures: Pictures
    dpi: int | None


def drawer(element: Element, tools: Tools) -> Draw:
    """Draws an element wherever its condition holds."""
    draw = _drawer(element, tools)
    if element.when is None:
        return draw
    test = holds(element.when)
    return lambda work: draw(work) if test(work.subject) else b""


def _drawer(element: Element, tools: Tools) -> Draw:
    match element:
        case Area():
            return _area(element, tools)
        case Rule():
            return _rule(element, tools)
        case Stack():
            return _stack(element, tools)
        case Image():
            return _image(element, tools)
        case Photo():
            return _photo(element, tools)
        case Code():
            return _code(element, tools)
        case Country():
            return _country(element, tools)


def _area(area: Area, tools: Tools) -> Draw:
    x, y, width, height = points(area.box, tools.layout)
    if area.shape == "ellipse":
        path = shapes.ellipse(x, y, width, height) + b"f\n"
    else:
        path = shapes.rectangle(x, y, width, height, area.radius * POINT) + b"f\n"
    ink = area.ink
    return lambda work: paint(ink, work.subject.colour) + path


def _rule(rule: Rule, tools: Tools) -> Draw:
    x, y, width, height = points(rule.box, tools.layout)
    path = b"%.3f w %.3f %.3f m %.3f %.3f l S\n" % (
        rule.thickness * POINT,
        x,
        y + height,
        x + width,
        y,
    )
    ink = rule.ink
    return lambda work: stroke(ink, work.subject.colour) + path


def _stack(stack: Stack, tools: Tools) -> Draw:
    setter = StackSetter(stack, tools.layout.height, tools.typesetter)

    def draw(work: Work) -> bytes:
        laid = setter.laid(work.subject)
        for fault in laid.faults:
            work.report(fault)
        return laid.drawn

    return draw


def _image(image: Image, tools: Tools) -> Draw:
    box = points(image.box, tools.layout)
    if image.source == MARK:
        drawn = operators(assets.resource("badges", "mark.svg"), *box)
    else:
        picture = tools.pictures.image(tools.layout.images.get(image.source, b""))
        drawn = _fitted(picture, *box)[0] if picture else b""
    return lambda _: drawn


def _fitted(
    picture: Picture, x: float, y: float, width: float, height: float
) -> tuple[bytes, bytes]:
    """A picture as large as it goes into a box, centred, and the path around it."""
    scale = min(width / picture.width, height / picture.height)
    wide, high = picture.width * scale, picture.height * scale
    left, low = x + (width - wide) / 2, y + (height - high) / 2
    drawn = b"q %.4f 0 0 %.4f %.3f %.3f cm /%b Do Q\n" % (
        wide,
        high,
        left,
        low,
        picture.name.encode(),
    )
    return drawn, shapes.rectangle(left, low, wide, high)


def _photo(photo: Photo, tools: Tools) -> Draw:
    x, y, width, height = points(photo.box, tools.layout)
    clip = b"q " + shapes.rectangle(x, y, width, height, photo.radius * POINT) + b"W n "

    def draw(work: Work) -> bytes:
        picture = None
        if work.photo is not None:
            picture = tools.pictures.photo(work.subject.photo, work.photo)
        if picture is None:
            work.report(Fault("photo_missing", "photo", work.subject.photo))
            return b""
        work.own.append(picture)
        scale = max(width / picture.width, height / picture.height)
        wide, high = picture.width * scale, picture.height * scale
        left, low = x + (width - wide) / 2, y + (height - high) * (1 - _ABOVE)
        return clip + b"%.4f 0 0 %.4f %.3f %.3f cm /%b Do Q\n" % (
            wide,
            high,
            left,
            low,
            picture.name.encode(),
        )

    return draw


def _code(code: Code, tools: Tools) -> Draw:
    place = CodePlace(code.box, tools.layout.height, tools.dpi)

    def draw(work: Work) -> bytes:
        if not work.subject.code:
            work.report(Fault("no_code", "code"))
            return b""
        try:
            drawn, dots = place.drawn(work.subject.code)
        except ValueError as why:
            work.report(Fault("overflow", "code", str(why)))
            return b""
        if dots < DOTS:
            work.report(Fault("qr_too_fine", "code", f"{dots:.1f} dots a module"))
        return drawn

    return draw


def _country(country: Country, tools: Tools) -> Draw:
    """The two letters on a plate, or the flag where the layout has a picture of it."""
    box = country.box
    plate = _area(Area(box, "muted", radius=min(box.width, box.height) * 0.18), tools)
    size = min(box.height * 0.62, box.width * 0.55) * POINT
    letters = Line("country", size, min(4, size), weight=600, ink="white")
    text = _stack(Stack(box, (letters,), align="center", valign="middle"), tools)
    flags: dict[str, bytes] = {}

    def draw(work: Work) -> bytes:
        code = work.subject.country
        if country.show == "flag" and code not in flags:
            flags[code] = _flag(code, box, tools)
        if flags.get(code):
            return flags[code]
        return plate(work) + text(work) if code else b""

    return draw


def _flag(country: str, box: Box, tools: Tools) -> bytes:
    """The picture of a flag, a hairline around it for those that are white outside."""
    content = tools.layout.images.get(f"flag-{country.lower()}")
    picture = tools.pictures.image(content) if content else None
    if picture is None:
        return b""
    drawn, edge = _fitted(picture, *points(box, tools.layout))
    return drawn + stroke("muted", "") + b".25 w " + edge + b"S\n"


def points(box: Box, layout: Layout) -> tuple[float, float, float, float]:
    """x, y from the bottom left of the face, width and height, in points."""
    y = layout.height - box.y - box.height
    return box.x * POINT, y * POINT, box.width * POINT, box.height * POINT
