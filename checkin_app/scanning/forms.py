"""Owns what a run of keys at scanner speed is by its form: codes, or text.

| run                                               | is                                         |
|---------------------------------------------------|--------------------------------------------|
| 27 digits                                         | a code, with or without Return             |
| several times 27 digits in one run                | so many codes                              |
| a whole code behind letters                       | that code                                  |
| begins with the configured prefix                 | a code, whatever follows                   |
| a digit row of another layout, `SURE_DIGITS` long | the digits                                 |
| `SURE_DIGITS` digits in a row, spoilt around      | its digits: unreadable unless they check   |
| ended by Return, no spaces, with a digit          | a code of another registration system      |
| anything else                                     | text: a fast hand, a text expander         |

A name has no digits, so that a name with Return is never a code.
"""

from __future__ import annotations

import re

from checkin_app.domain.credentials import CODE_LENGTH, VERSION

#: A code that lost some digits to an input method still has this many.
SURE_DIGITS = 12
#: The shortest code of another system.
SHORTEST = 4

_DIGIT_ROWS = tuple(
    dict(zip(row, "1234567890", strict=True))
    for row in (
        "&é\"'(-è_çà",
        "&é\"'(§è!çà",
        "+ěščřžýáíé",
        "ăâêô\u0300\u0309\u0303\u0301\u0323đ",
    )
)
_LONG_DIGITS = re.compile(rf"[0-9]{{{SURE_DIGITS},}}")
_AIM = re.compile(r"^\][A-Za-z][0-9a-zA-Z](?=.{4})")
_FOREIGN = re.compile(rf"[!-~]{{{SHORTEST},}}")


def is_whole(text: str) -> bool:
    """Whether `text` is 27 digits whose check holds: nothing more needs to be awaited."""
    return (
        len(text) == CODE_LENGTH
        and text[0] == VERSION
        and text.isascii()
        and text.isdigit()
        and int(text) % 97 == 1
    )


def letters_before(text: str) -> int:
    """How many letters that a person typed stand before a whole code; 0 when it is none.

    More than two came from the scanner, as does the mark of AIM (`]Q1`).
    """
    before = len(text) - CODE_LENGTH
    if not 1 <= before <= 2 or text[0] == "]" or text[before - 1].isdigit():
        return 0
    return before if is_whole(text[before:]) else 0


def codes(
    text: str, *, ended: bool, keys: int, erased: bool, prefix: str = "", suffix: str = ""
) -> list[str]:
    """The codes that a run of `keys` keys at scanner speed holds; none means that it is text.

    `text` is what the keys typed, after erasing; `ended` tells whether Return came with them,
    `erased` whether a Backspace did: an input method or a text expander was at work.
    """
    marked = bool(prefix) and text.startswith(prefix) and len(text) > len(prefix)
    if marked:
        text = text.removeprefix(prefix)
    if suffix:
        text = text.removesuffix(suffix)
    text = _AIM.sub("", text.strip())
    if is_whole(text[-CODE_LENGTH:]) and not text[:-CODE_LENGTH].isdigit():
        return [text[-CODE_LENGTH:]]
    digits = _as_digits(text)
    if digits is not None and (marked or len(digits) >= SURE_DIGITS):
        return _split(digits)
    if not erased and ended and _FOREIGN.fullmatch(text) and _has_digit(text):
        return [text]
    if marked:
        return [text] if text else []
    if keys >= SURE_DIGITS and _LONG_DIGITS.search(text):
        return ["".join(c for c in text if "0" <= c <= "9")]
    return []


def _as_digits(text: str) -> str | None:
    if text.isascii() and text.isdigit():
        return text
    for row in _DIGIT_ROWS:
        if text and all(c in row for c in text):
            return "".join(row[c] for c in text)
    return None


def _split(digits: str) -> list[str]:
    parts = [digits[i : i + CODE_LENGTH] for i in range(0, len(digits), CODE_LENGTH)]
    if len(parts) > 1 and all(is_whole(part) for part in parts):
        return parts
    return [digits]


def _has_digit(text: str) -> bool:
    return any("0" <= c <= "9" for c in text)
