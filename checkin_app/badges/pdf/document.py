"""Owns the PDF file around the pages: written page by page, so that memory does not grow with it.

ReportLab's document holds the few shared objects (fonts, backs, catalogue) and formats them at the
end; a page goes to the file at once, and of it only two offsets and its number stay.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable
from typing import Any, BinaryIO, Literal, cast

from reportlab.pdfbase import pdfdoc

_KIDS = 64

#: Which side of the paper a page is: the first, or the other one; a back says beside that the
#: file is to be printed on both sides.
Side = Literal["front", "other", "back"]


class PageFile:
    """A PDF, its pages' sizes in points. `close` finishes it; nothing is usable before.

    Where a page is the back of another one, each front without gets an empty back at the end, so
    that all lie on their own paper.
    """

    def __init__(self, out: BinaryIO) -> None:
        document: Any = cast(Any, pdfdoc.PDFDocument(compression=1, pdfVersion=(1, 7), lang="vi"))
        document.Catalog.Outlines = None
        self._document = document
        self.pages = 0
        self._out = out
        self._box = ""
        self._offsets = array("Q", [0])
        self._at = 0
        self._fonts = pdfdoc.PDFDictionary()
        self._font_number = self._reserve(self._fonts, "Fonts")
        self._drawn: dict[str, int] = {}
        self._everywhere = pdfdoc.PDFDictionary()
        resources = {"Font": f"{self._font_number} 0 R", "XObject": self._everywhere}
        self._resources = self._reserve(pdfdoc.PDFDictionary(resources), "Resources")
        self._root = pdfdoc.PDFDictionary({"Type": "/Pages", "Resources": f"{self._resources} 0 R"})
        self._root_number = self._reserve(self._root, "PageTree")
        document.Catalog.Pages = document.Reference(self._root)
        self._branches: list[int] = []
        self._two_sided = False
        self._kids = array("Q")
        self._others = array("B")
        self._boxes: list[str] = []
        self._box_of = array("H")
        self._write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def title(self, text: str) -> None:
        self._document.setTitle(text)

    def form(self, content: bytes, width: float, height: float) -> str:
        """Adds what many pages share, and returns the name that any page draws it by."""
        entries = (
            f"/Type/XObject/Subtype/Form/BBox{_box(width, height)}"
            f"/Resources {self._resources} 0 R/Filter/FlateDecode"
        )
        name = f"B{len(self._drawn)}"
        self.everywhere(name, self.stream(entries, zlib.compress(content, 9)))
        return name

    def everywhere(self, name: str, number: int) -> None:
        """Lets all pages draw a picture or form by this name."""
        self._drawn[name] = number
        self._everywhere[name] = f"{number} 0 R"

    def share(self, thing: pdfdoc.PDFObject) -> str:
        """Adds an object that is written at the end, and returns what refers to it."""
        reference: bytes = self._document.Reference(thing).format(self._document)
        return reference.decode()

    def font(self, name: str, reference: str) -> None:
        self._fonts[name] = reference

    def page(
        self,
        content: bytes,
        width: float,
        height: float,
        own: Iterable[tuple[str, int]] = (),
        side: Side = "front",
    ) -> None:
        """Adds a page; `own` are pictures that it alone draws, by name and object number.

        What is not a front is the other side of the page before.
        """
        if len(self._kids) % _KIDS == 0:
            self._branches.append(self._number())
        box = _box(width, height)
        more = self._media(box)
        alone = dict(own)
        if alone:
            drawn = "".join(f"/{name} {n} 0 R" for name, n in {**self._drawn, **alone}.items())
            more += f"/Resources<</Font {self._font_number} 0 R/XObject<<{drawn}>>>>"
        stream = self.stream("/Filter/FlateDecode", zlib.compress(content, 1))
        page = self._number()
        self._object(
            page,
            b"<</Type/Page/Parent %d 0 R/Contents %d 0 R%b>>"
            % (self._branches[-1], stream, more.encode()),
        )
        self._kids.append(page)
        self._others.append(side != "front")
        if box not in self._boxes:
            self._boxes.append(box)
        self._box_of.append(self._boxes.index(box))
        self._two_sided = self._two_sided or side == "back"
        self.pages += 1

    def close(self) -> None:
        """Writes the shared objects, the page tree, the table of offsets."""
        for number, branch in enumerate(self._branches):
            self._branch(branch, number * _KIDS)
        document = self._document
        self._root["Kids"] = "[" + " ".join(f"{n} 0 R" for n in self._branches) + "]"
        self._root["Count"] = self.pages
        self._root["MediaBox"] = self._box
        catalogue = document.Reference(document.Catalog)
        information = document.Reference(document.info)
        document.info.invariant = document.invariant
        document.info.digest(document.signature)
        written = 0
        while written < len(document.numberToId):
            for number, name in list(document.numberToId.items())[written:]:
                body = pdfdoc.format(document.idToObject[name], document, toplevel=1)
                self._object(number, body)
                written += 1
        start = self._at
        count = len(self._offsets)
        self._write(b"xref\n0 %d\n0000000000 65535 f \n" % count)
        for offset in self._offsets[1:]:
            self._write(b"%010d 00000 n \n" % offset)
        self._write(
            pdfdoc.PDFTrailer(
                startxref=start,
                Size=count,
                Root=catalogue,
                Info=information,
                ID=document.ID(),
            ).format(document)
        )

    def _reserve(self, thing: pdfdoc.PDFObject, name: str) -> int:
        self._document.Reference(thing, name)
        return int(self._document.idToObjectNumberAndVersion[name][0])

    def _number(self) -> int:
        self._document.objectcounter += 1
        return int(self._document.objectcounter)

    def _branch(self, branch: int, start: int) -> None:
        """Writes the part of the page tree that begins with a page."""
        kids = []
        for at in range(start, min(start + _KIDS, len(self._kids))):
            kids.append(self._kids[at])
            alone = not any(self._others[at : at + 2])
            if self._two_sided and alone:
                kids.append(self._empty(branch, self._boxes[self._box_of[at]]))
        listed = " ".join(f"{n} 0 R" for n in kids)
        self._object(
            branch,
            f"<</Type/Pages/Parent {self._root_number} 0 R/Count {len(kids)}"
            f"/Kids[{listed}]>>".encode(),
        )

    def _empty(self, branch: int, box: str) -> int:
        """Writes a page with nothing on it."""
        number = self._number()
        self._object(number, f"<</Type/Page/Parent {branch} 0 R{self._media(box)}>>".encode())
        self.pages += 1
        return number

    def _media(self, box: str) -> str:
        """What a page says of its size: nothing where it is that of the first."""
        self._box = self._box or box
        return "" if box == self._box else f"/MediaBox{box}"

    def stream(self, entries: str, content: bytes) -> int:
        """Writes a stream as it is, its filter named in `entries`, and returns its number."""
        number = self._number()
        self._object(
            number,
            b"<<%b/Length %d>>stream\n%b\nendstream" % (entries.encode(), len(content), content),
        )
        return number

    def _object(self, number: int, body: bytes) -> None:
        missing = number + 1 - len(self._offsets)
        if missing > 0:
            self._offsets.extend([0] * missing)
        self._offsets[number] = self._at
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def _write(self, data: bytes) -> None:
        self._out.write(data)
        self._at += len(data)


def _box(width: float, height: float) -> str:
    return f"[0 0 {width:.3f} {height:.3f}]"
