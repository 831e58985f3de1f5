"""Owns the badge as one would first write it with ReportLab: flowables and its QR widget.

It is what the bench measures the renderer against, with the same content on the same page. All of
its texts are in one font and none is shaped: letters which that lacks come out as boxes, which
costs it nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    Flowable,
    Image,
    KeepInFrame,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
)

from checkin_app.badges.subject import BadgeSubject
from checkin_app.badges.text.faces import font_file

WIDTH, HEIGHT, MARGIN = 105 * mm, 148 * mm, 9 * mm
_ROOM = WIDTH - 2 * MARGIN


def naive_page(subject: BadgeSubject, photo: bytes | None = None) -> list[Flowable]:
    """The flowables of one A6 badge, page break included; `photo` is a JPEG."""
    styles = _styles()

    def text(style: str, value: str) -> Paragraph:
        return Paragraph(escape(value), styles[style])

    person = [
        text("honorific", subject.honorific),
        text("name", subject.name),
        text("small", subject.own_name),
        text("position", subject.position),
        text("small", subject.organization),
        Spacer(0, 6 * mm),
        text("delegation", subject.delegation),
        text("small", f"{subject.country_vi} · {subject.country_en}"),
    ]
    band = Table(
        [
            [
                [
                    text("category", subject.category_vi),
                    text("band", subject.category_en),
                    text("band", subject.number),
                ],
                _code(subject.code),
            ]
        ],
        colWidths=[_ROOM - 34 * mm, 34 * mm],
        style=[
            ("BACKGROUND", (0, 0), (-1, -1), HexColor(subject.colour)),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ],
    )
    return [
        text("event", subject.event_vi),
        text("small", subject.event_en),
        text("small", subject.dates),
        Spacer(0, 6 * mm),
        KeepInFrame(_ROOM, 72 * mm, [_beside(photo, person)] if photo else person, mode="shrink"),
        band,
        PageBreak(),
    ]


def naive_pages(
    subjects: Iterable[BadgeSubject], out: Path, photos: Mapping[str, bytes] | None = None
) -> None:
    """Writes one naive badge a page to `out`, with the photos of `photos` by name."""
    known = photos or {}
    story = [f for s in subjects for f in naive_page(s, known.get(s.photo))]
    SimpleDocTemplate(
        str(out),
        pagesize=(WIDTH, HEIGHT),
        leftMargin=MARGIN - 6,
        rightMargin=MARGIN - 6,
        topMargin=MARGIN - 6,
        bottomMargin=0,
    ).build(story)


def _beside(photo: bytes, person: list[Flowable]) -> Flowable:
    picture = Image(BytesIO(photo), width=24 * mm, height=32 * mm)
    return Table([[picture, person]], colWidths=[27 * mm, _ROOM - 27 * mm])


def _code(code: str) -> Drawing:
    widget: Any = QrCodeWidget(code, barLevel="Q", barWidth=31 * mm, barHeight=31 * mm)
    drawing = Drawing(31 * mm, 31 * mm)
    drawing.add(widget)
    return drawing


@cache
def _styles() -> dict[str, ParagraphStyle]:
    for weight, name in ((400, "Naive"), (500, "NaiveMedium"), (600, "NaiveSemiBold")):
        pdfmetrics.registerFont(TTFont(name, str(font_file(weight=weight))))
    muted, white = HexColor("#52606D"), HexColor("#FFFFFF")

    def style(name: str, font: str, size: float, colour: Any = None) -> ParagraphStyle:
        return ParagraphStyle(
            name,
            fontName=font,
            fontSize=size,
            leading=size * 1.2,
            textColor=colour or HexColor("#14202B"),
        )

    return {
        s.name: s
        for s in (
            style("event", "NaiveSemiBold", 10.5),
            style("small", "Naive", 10, muted),
            style("honorific", "NaiveMedium", 12, muted),
            style("name", "NaiveSemiBold", 32),
            style("position", "NaiveMedium", 12.5),
            style("delegation", "NaiveSemiBold", 12.5, HexColor("#0B5CAD")),
            style("category", "NaiveSemiBold", 20, white),
            style("band", "Naive", 12, white),
        )
    }
