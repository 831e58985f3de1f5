"""Owns the PDF file around the pages: written page by page, so that memory does not grow with it.

ReportLab's document holds the few shared objects (fonts, backs, catalogue) and formats them at the
end; a page goes to the file at once, and of it only two offsets stay.
"""

from __future__ import annotations

import zlib
from array import array
from typing import Any, BinaryIO, cast

from reportlab.pdfbase import pdfdoc

_KIDS = 64


class PageFile:
    """A PDF of pages of one size, in points. `close` finishes it; nothing is usable before."""

    def __init__(self, out: BinaryIO, width: float, height: float) -> None:
        document: Any = cast(Any, pdfdoc.PDFDocument(compression=1, pdfVersion=(1, 7), lang="vi"))
        document.Catalog.Outlines = None
        self._document = document
        self.pages = 0
        self._out = out
        self._box = f"[0 0 {width:.3f} {height:.3f}]"
        self._offsets = array("Q", [0])
        self._at = 0
        self._fonts = pdfdoc.PDFDictionary()
        self._forms = pdfdoc.PDFDictionary()
        self._resources = self._reserve(
            pdfdoc.PDFDictionary({"Font": self._fonts, "XObject": self._forms}), "Resources"
        )
        self._root = pdfdoc.PDFDictionary({"Type": "/Pages", "Resources": f"{self._resources} 0 R"})
        self._root_number = self._reserve(self._root, "PageTree")
        document.Catalog.Pages = document.Reference(self._root)
        self._branches: list[int] = []
        self._kids: list[int] = []
        self._write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def title(self, text: str) -> None:
        self._document.setTitle(text)

    def form(self, name: str, content: bytes) -> None:
        """Adds what many pages share; a page draws it with `/name Do`."""
        number = self._number()
        resources = f"/Resources {self._resources} 0 R"
        self._stream(number, f"/Type/XObject/Subtype/Form/BBox{self._box}{resources}", content)
        self._forms[name] = f"{number} 0 R"

    def share(self, thing: pdfdoc.PDFObject) -> str:
        """Adds an object that is written at the end, and returns what refers to it."""
        reference: bytes = self._document.Reference(thing).format(self._document)
        return reference.decode()

    def font(self, name: str, reference: str) -> None:
        self._fonts[name] = reference

    def page(self, content: bytes) -> None:
        if not self._kids:
            self._branches.append(self._number())
        stream, page = self._number(), self._number()
        self._stream(stream, "", content)
        self._object(
            page, b"<</Type/Page/Parent %d 0 R/Contents %d 0 R>>" % (self._branches[-1], stream)
        )
        self._kids.append(page)
        self.pages += 1
        if len(self._kids) == _KIDS:
            self._branch()

    def close(self) -> None:
        """Writes the shared objects, the page tree, the table of offsets."""
        if self._kids:
            self._branch()
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

    def _branch(self) -> None:
        kids = " ".join(f"{n} 0 R" for n in self._kids)
        self._object(
            self._branches[-1],
            f"<</Type/Pages/Parent {self._root_number} 0 R/Count {len(self._kids)}"
            f"/Kids[{kids}]>>".encode(),
        )
        self._kids = []

    def _stream(self, number: int, entries: str, content: bytes) -> None:
        content = zlib.compress(content, 1)
        self._object(
            number,
            b"<<%b/Filter/FlateDecode/Length %d>>stream\n%b\nendstream"
            % (entries.encode(), len(content), content),
        )

    def _object(self, number: int, body: bytes) -> None:
        missing = number + 1 - len(self._offsets)
        if missing > 0:
            self._offsets.extend([0] * missing)
        self._offsets[number] = self._at
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def _write(self, data: bytes) -> None:
        self._out.write(data)
        self._at += len(data)
