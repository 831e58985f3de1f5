"""Owns how the text of a cell becomes the text of a field: composed, on one line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from checkin_app.formulas import OPENERS

#: A cell of more letters is no roster's; CSV readers stop at the same.
MAX_CELL = 131_072
#: Texts are cut at this; notes may be longer.
MAX_TEXT = 1_000
MAX_NOTE = 10_000

#: Control and format characters, and halves of letters. The joiners that Persian and Indian
#: names are written with stay; white space is dealt with as such.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)

Report = Callable[[int, str, str, str], None]


def tidy(text: str) -> str:
    """`text` in NFC on one line: control characters out, white space one blank wide.

    An apostrophe that was put before it so that no spreadsheet runs it is taken away again.
    """
    text = unicodedata.normalize("NFC", " ".join(_UNSEEN.sub("", text).split()))
    if text[:1] == "'" and text[1:].lstrip()[:1] in OPENERS and len(text) > 1:
        return text[1:].lstrip()
    return text


def all_tidy(cells: Sequence[str]) -> bool:
    """Whether tidy would leave every cell as it is; far quicker than to do it."""
    joined = "|".join(cells)
    return (
        joined.isprintable()
        and (joined.isascii() or unicodedata.is_normalized("NFC", joined))
        and "  " not in joined
        and "| " not in joined
        and " |" not in joined
        and "|'" not in joined
        and joined[:1] not in (" ", "'")
        and joined[-1:] != " "
    )


class Texts:
    """Cleans a column of plain texts, a batch at a time. Repeated texts are cleaned once."""

    def __init__(self, field: str) -> None:
        self.field = field
        self.limit = MAX_NOTE if field in ("notes", "attention") else MAX_TEXT
        self._seen: dict[str, str] = {}

    def clean(self, cells: Sequence[str], report: Report) -> Sequence[str]:
        """The cells cleaned; `report` is told of each problem as (index, field, kind, detail)."""
        if not all_tidy(cells):
            seen = self._seen
            if len(seen) > 20_000:
                seen.clear()
            cleaned = []
            for cell in cells:
                text = seen.get(cell)
                if text is None:
                    text = seen[cell] = tidy(cell)
                cleaned.append(text)
            cells = cleaned
        if max(map(len, cells)) > self.limit:
            return [self._cut(n, cell, report) for n, cell in enumerate(cells)]
        return cells

    def _cut(self, index: int, text: str, report: Report) -> str:
        if len(text) <= self.limit:
            return text
        report(index, self.field, "cut", str(self.limit))
        return text[: self.limit - 1].rstrip() + "…"
