"""Owns putting a font into a PDF: the glyphs that were used, as a composite font with its texts.

Codes in the page are glyph numbers of the original font (Identity-H), so that whatever a shaper
gives can be shown and a document needs one font object a face.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from checkin_app.badges.text.faces import Face
from checkin_app.badges.text.glyph_codes import Composed, GlyphCodes
from checkin_app.badges.text.truetype import Addition, with_additions

_LINES = 100
#: Tables that say nothing to a PDF viewer.
_DROPPED = (
    b"BASE DSIG GDEF GPOS GSUB LTSH OS/2 STAT VDMX VORG cmap gasp hdmx meta name post vhea vmtx"
).split()
_SHORT = 0x7FFF


def composite(share: Callable[[pdfdoc.PDFObject], str], font: Face, used: GlyphCodes) -> str:
    """Adds a face with the glyphs behind the codes in `used` and returns its reference.

    `share` adds one object and returns its reference.
    """
    name = f"{_tag(used)}+{font.name}"
    upem = font.face.upem
    extents = hb.Font(font.face).get_font_extents("ltr")
    descriptor = {
        "Type": "/FontDescriptor",
        "FontName": f"/{name}",
        "Flags": 4,
        "FontBBox": "[-1000 -500 3000 1500]",
        "ItalicAngle": 0,
        "Ascent": round(extents.ascender * 1000 / upem),
        "Descent": round(extents.descender * 1000 / upem),
        "CapHeight": 700,
        "StemV": 80,
    }
    descendant = {
        "Type": "/Font",
        "BaseFont": f"/{name}",
        "CIDSystemInfo": "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
    }
    encoding = "/Identity-H"
    numbers = {code: code for code in used.texts}
    if font.truetype:
        descriptor["FontFile2"] = share(_truetype(font, used))
        descendant |= {"Subtype": "/CIDFontType2", "CIDToGIDMap": "/Identity"}
    else:
        file, numbers = _compact(font, used)
        descriptor["FontFile3"] = share(file)
        descendant["Subtype"] = "/CIDFontType0"
        encoding = share(_encoding(numbers))
    descendant["FontDescriptor"] = share(pdfdoc.PDFDictionary(descriptor))
    widths = (f"{numbers[code]}[{used.width(code)}]" for code in sorted(used.texts))
    descendant["W"] = f"[{''.join(widths)}]"
    return share(
        pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": f"/{name}",
                "Encoding": encoding,
                "DescendantFonts": f"[{share(pdfdoc.PDFDictionary(descendant))}]",
                "ToUnicode": share(_texts(used)),
            }
        )
    )


def _tag(used: GlyphCodes) -> str:
    """Six letters that stand for this subset."""
    digest = hashlib.sha256(repr(sorted(used.texts)).encode()).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def _truetype(font: Face, used: GlyphCodes) -> pdfdoc.PDFStream:
    """The font's file with the glyphs used, under their numbers, and the composed ones."""
    content = _subset(font, _glyphs(used), hb.SubsetFlags.RETAIN_GIDS).blob.data
    if used.composed:
        scale = font.face.upem / 1000
        added = [_addition(font, used.composed[c], scale) for c in sorted(used.composed)]
        content = with_additions(content, font.glyph_count, added)
    stream = _packed(content)
    stream.dictionary["Length1"] = len(content)
    return stream


def _compact(font: Face, used: GlyphCodes) -> tuple[pdfdoc.PDFStream, dict[int, int]]:
    """A font with PostScript outlines, and the numbers its glyphs have there by code.

    The glyphs are numbered anew: a table of those left out would take more room than the others.
    """
    codes = sorted({0, *used.texts})
    numbers = {code: number for number, code in enumerate(codes)}
    flags = hb.SubsetFlags.CFF_IDENTITY_CHARSET | hb.SubsetFlags.DOWNGRADE_CFF2
    subset = _subset(font, codes, flags)
    if subset.glyph_count != len(codes):
        subset = _subset(font, codes, flags | hb.SubsetFlags.RETAIN_GIDS)
        numbers = {code: code for code in codes}
    stream = _packed(subset.reference_table("CFF ").data)
    stream.dictionary["Subtype"] = "/CIDFontType0C"
    return stream, numbers


def _subset(font: Face, glyphs: Iterable[int], flags: int) -> hb.Face:
    wanted = hb.SubsetInput()
    if font.weight:
        wanted.pin_all_axes_to_default(font.face)
        wanted.pin_axis_location(font.face, "wght", font.weight)
    wanted.glyph_set.update(glyphs)
    wanted.flags = (
        flags
        | hb.SubsetFlags.NO_HINTING
        | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        | hb.SubsetFlags.NOTDEF_OUTLINE
    )
    wanted.drop_table_tag_set.update(int.from_bytes(tag) for tag in _DROPPED)
    return hb.subset(font.face, wanted)


def _glyphs(used: GlyphCodes) -> Iterable[int]:
    """The font's own glyphs that are drawn, by themselves or in composed ones."""
    yield from (code for code in used.texts if code not in used.composed)
    for composed in used.composed.values():
        for number, _, _ in composed.parts:
            yield number


def _addition(font: Face, glyph: Composed, scale: float) -> Addition:
    boxes = [
        (left + dx, low + dy, right + dx, high + dy)
        for number, dx, dy in glyph.parts
        for left, low, right, high in (font.ink(number),)
    ]
    lefts, lows, rights, highs = zip(*boxes, strict=True) if boxes else ((0,),) * 4
    return Addition(
        tuple((n, _units(dx * scale), _units(dy * scale)) for n, dx, dy in glyph.parts),
        max(0, _units(glyph.width * scale)),
        tuple(_units(v * scale) for v in (min(lefts), min(lows), max(rights), max(highs))),  # type: ignore[arg-type]
    )


def _units(value: float) -> int:
    return max(-_SHORT, min(_SHORT, round(value)))


def _texts(used: GlyphCodes) -> pdfdoc.PDFStream:
    """What the codes stand for."""
    lines = [
        f"<{code:04x}><{text.encode('utf-16-be').hex()}>"
        for code, text in sorted(used.texts.items())
        if text
    ]
    return _map("UCS", 2, "bfchar", lines)


def _encoding(numbers: Mapping[int, int]) -> pdfdoc.PDFStream:
    """Which glyph a code is, where it is not the one of that number."""
    lines = [f"<{code:04x}>{number}" for code, number in sorted(numbers.items())]
    stream = _map("Identity", 1, "cidchar", lines)
    stream.dictionary["Type"] = "/CMap"
    stream.dictionary["CMapName"] = "/Adobe-Identity-Identity"
    stream.dictionary["CIDSystemInfo"] = "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    return stream


def _map(ordering: str, kind: int, what: str, lines: list[str]) -> pdfdoc.PDFStream:
    """A CMap, with at most as many lines in a block as its format allows."""
    blocks = [lines[at : at + _LINES] for at in range(0, len(lines), _LINES)]
    return _packed(
        "\n".join(
            (
                "/CIDInit/ProcSet findresource begin 12 dict begin begincmap",
                f"/CIDSystemInfo<</Registry(Adobe)/Ordering({ordering})/Supplement 0>>def",
                f"/CMapName/Adobe-Identity-{ordering} def/CMapType {kind} def",
                "1 begincodespacerange<0000><ffff>endcodespacerange",
                *(
                    f"{len(block)} begin{what}\n" + "\n".join(block) + f"\nend{what}"
                    for block in blocks
                ),
                "endcmap CMapName currentdict/CMap defineresource pop end end",
            )
        ).encode()
    )


def _packed(content: bytes) -> pdfdoc.PDFStream:
    return pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])
