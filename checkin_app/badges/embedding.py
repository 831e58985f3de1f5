"""Owns putting a font into a PDF: the glyphs that were used, as a composite font with its texts.

Codes in the page are glyph numbers of the original font (Identity-H), so that whatever a shaper
gives can be shown and a document needs one font object a face.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from checkin_app.badges.faces import Face

_LINES = 100
#: Tables that say nothing to a PDF viewer.
_DROPPED = (b"GSUB", b"GPOS", b"GDEF", b"STAT", b"DSIG", b"gasp")


def composite(share: Callable[[pdfdoc.PDFObject], str], font: Face, used: Mapping[int, str]) -> str:
    """Adds a face with the glyphs in `used` (glyph number → text) and returns its reference.

    `share` adds one object and returns its reference.
    """
    name = f"{_tag(used)}+{font.name}"
    upem = font.face.upem
    extents = hb.Font(font.face).get_font_extents("ltr")
    descriptor = pdfdoc.PDFDictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": f"/{name}",
            "Flags": 4,
            "FontBBox": "[-1000 -500 3000 1500]",
            "ItalicAngle": 0,
            "Ascent": round(extents.ascender * 1000 / upem),
            "Descent": round(extents.descender * 1000 / upem),
            "CapHeight": 700,
            "StemV": 80,
            "FontFile2": share(_file(font, used)),
        }
    )
    descendant = pdfdoc.PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": f"/{name}",
            "CIDSystemInfo": "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
            "CIDToGIDMap": "/Identity",
            "FontDescriptor": share(descriptor),
            "W": "[" + "".join(f"{g}[{font.advance(g)}]" for g in sorted(used)) + "]",
        }
    )
    return share(
        pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": f"/{name}",
                "Encoding": "/Identity-H",
                "DescendantFonts": f"[{share(descendant)}]",
                "ToUnicode": share(_texts(used)),
            }
        )
    )


def _tag(used: Mapping[int, str]) -> str:
    """Six letters that stand for this subset."""
    digest = hashlib.sha256(repr(sorted(used)).encode()).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def _file(font: Face, used: Mapping[int, str]) -> pdfdoc.PDFStream:
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(used)
    wanted.flags = (
        hb.SubsetFlags.RETAIN_GIDS
        | hb.SubsetFlags.NO_HINTING
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        | hb.SubsetFlags.NOTDEF_OUTLINE
    )
    wanted.drop_table_tag_set.update(int.from_bytes(tag) for tag in _DROPPED)
    content = hb.subset(font.face, wanted).blob.data
    stream = _packed(content)
    stream.dictionary["Length1"] = len(content)
    return stream


def _texts(used: Mapping[int, str]) -> pdfdoc.PDFStream:
    lines = [
        f"<{glyph:04x}><{text.encode('utf-16-be').hex()}>"
        for glyph, text in sorted(used.items())
        if text
    ]
    blocks = [lines[at : at + _LINES] for at in range(0, len(lines), _LINES)]
    return _packed(
        "\n".join(
            (
                "/CIDInit/ProcSet findresource begin 12 dict begin begincmap",
                "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def",
                "/CMapName/Adobe-Identity-UCS def/CMapType 2 def",
                "1 begincodespacerange<0000><ffff>endcodespacerange",
                *(
                    f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar"
                    for block in blocks
                ),
                "endcmap CMapName currentdict/CMap defineresource pop end end",
            )
        ).encode()
    )


def _packed(content: bytes) -> pdfdoc.PDFStream:
    return pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])
