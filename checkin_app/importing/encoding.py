"""Owns which encoding a text file is in; what cannot be told for certain is refused."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from checkin_app.domain.errors import UnreadableFile
from checkin_app.importing.problems import unreadable

#: Tone marks of Windows-1258, which has them as letters of their own after a vowel.
_TONES = b"\xcc\xd2\xde\xec\xf2"
_VOWELS = b"AEIOUYaeiouy\xc2\xc3\xca\xd4\xd5\xdd\xe2\xe3\xea\xf4\xf5\xfd"
_TONE_ON_VOWEL = re.compile(b"[" + _VOWELS + b"][" + _TONES + b"]")
#: Vietnamese letters without a tone that are written otherwise in Western languages.
_VIETNAMESE_LETTER = re.compile(
    rb"[\xd0\xf0][\w\xc0-\xff]|[\xc3\xe3](?:[cnCN]|[mptMPT]\b)", re.ASCII
)
_WESTERN_LETTER = re.compile(rb"[\xc3\xe3\xd5\xf5][eosEOS]|[\xc3\xe3]\b|\xe7\xe3|\xe7\xf5")

_WORD = re.compile(r"[^\W\d_]{3,}")
_SIGNS = "‘’“”–—…•«»°·ªº€®™\xa0"


@dataclass(frozen=True, slots=True)
class Text:
    """Bytes of a text, the codec that reads them, and what the encoding is called."""

    data: bytes
    codec: str
    encoding: str


def recognise_encoding(data: bytes, file: str) -> Text:
    """How `data` is to be read. Raises UnreadableFile where that is not certain."""
    if data.startswith(codecs.BOM_UTF8):
        return _utf8(data, file, "utf-8-sig")
    for bom, order in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(bom):
            return _utf16(data[2:], order, file)
    if b"\0" in data:
        if codec := _likely_utf16(data):
            return _utf16(data, codec, file)
        raise unreadable(file, "nul", row=_row(data, data.index(b"\0")))
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(data, file, error)
    return Text(data, "utf-8", "UTF-8")


def _utf8(data: bytes, file: str, codec: str) -> Text:
    if b"\0" in data:
        raise unreadable(file, "nul", row=_row(data, data.index(b"\0")))
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _broken_utf8(data, file, error, 1) from None
    return Text(data, codec, "UTF-8")


def _utf16(data: bytes, codec: str, file: str) -> Text:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        why = "cut_short" if error.end >= len(data) - 1 else "unknown_encoding"
        raise unreadable(file, why) from None
    if "\0" in text:
        raise unreadable(file, "nul", row=text.count("\n", 0, text.index("\0")) + 1)
    return Text(data, codec, "UTF-16")


def _likely_utf16(data: bytes) -> str | None:
    """The byte order under which a text without a mark has line ends and separators."""
    if len(data) % 2:
        return None
    best, most = None, 0
    for codec in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        plain = sum(map(text.count, "\n\r\t,;| \"'"))
        if "\0" not in text and plain > most and plain * 200 > len(text):
            best, most = codec, plain
    return best


def _row(data: bytes, at: int) -> int:
    return data.count(b"\n", 0, at) + 1


def _broken_utf8(
    data: bytes, file: str, error: UnicodeDecodeError, utf8_row: int
) -> UnreadableFile:
    """Why a text with UTF-8 in a row, and something else where the error is, cannot be read."""
    if error.end >= len(data) and "end of data" in error.reason:
        return unreadable(file, "cut_short")
    return unreadable(file, "mixed", row=max(utf8_row, _row(data, error.start)))


def _legacy(data: bytes, file: str, error: UnicodeDecodeError) -> Text:
    """Windows-1258 or Windows-1252, where the text makes sense as one of them."""
    if row := _first_utf8_line(data):
        raise _broken_utf8(data, file, error, row)
    codec = "cp1258" if _is_vietnamese(data) else "cp1252"
    try:
        text = unicodedata.normalize("NFC", data.decode(codec))
    except UnicodeDecodeError:
        raise unreadable(file, "unknown_encoding") from None
    if codec == "cp1252" and not _makes_sense(text):
        raise unreadable(file, "unknown_encoding")
    name = "Windows-1258" if codec == "cp1258" else "Windows-1252"
    return Text(text.encode(), "utf-8", name)


def _first_utf8_line(data: bytes) -> int:
    """The number of the first line whose letters are surely UTF-8, or 0.

    In other encodings a single letter and a sign after it can look so, hardly two in one line.
    """
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.isascii():
            continue
        try:
            letters = [c for c in line.decode() if c > "\x7f" and c.isalpha()]
        except UnicodeDecodeError:
            continue
        if len(letters) > 1 or (letters and max(letters) > "\u07ff"):
            return number
    return 0


def _is_vietnamese(data: bytes) -> bool:
    """Tones stand on vowels there; the same bytes in Western languages stand anywhere."""
    tones = len(_TONE_ON_VOWEL.findall(data))
    astray = sum(map(data.count, (bytes([tone]) for tone in _TONES))) - tones
    if tones or astray:
        return tones > 3 * astray
    return len(_VIETNAMESE_LETTER.findall(data)) > len(_WESTERN_LETTER.findall(data))


def _makes_sense(text: str) -> bool:
    """Whether a text read as Windows-1252 has strange letters among plain ones, and few odd signs.

    Russian read so is words of strange letters only; Chinese is full of odd signs.
    """
    strange = [c for c in text if c > "\x7f"]
    odd = sum(not c.isalpha() and c not in _SIGNS for c in strange)
    words = "".join(word for word in _WORD.findall(text) if not word.isascii())
    plain = sum(map(str.isascii, words))
    return plain * 2 >= len(words) and odd * 4 <= len(strange)
