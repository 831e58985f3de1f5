"""Owns reading a layout's document from a file: bounded, and text."""

from __future__ import annotations

from pathlib import Path

from checkin_app.badges.layout.reading import LONGEST
from checkin_app.domain.errors import NotPossible


def read_document(path: Path) -> str:
    """The text of a layout file; parse() says whether it is one. Raises NotPossible, OSError."""
    most = 4 * LONGEST
    with path.open("rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise NotPossible(
            "{file} is larger than {most} MB and thus no badge layout.",
            file=path.name,
            most=most // 1_000_000,
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotPossible(
            "{file} is no badge layout: it is not a text in UTF-8.", file=path.name
        ) from None
