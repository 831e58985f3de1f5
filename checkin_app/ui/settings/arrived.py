"""Owns what a scanner's self-test found out from the keys that arrived, without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checkin_app.domain.credentials import CODE_LENGTH
from checkin_app.scanning import forms

#: Slower than this (milliseconds a key) and a scan may be taken for typing.
SLOW = 35
_SIGNS = {"\r": "⏎", "\n": "⏎", "\t": "⇥", " ": "␣"}


class Found(StrEnum):
    """What the keys were."""

    CODE = "code"
    MARKED = "marked"
    FOREIGN = "foreign"
    DAMAGED = "damaged"
    TYPING = "typing"


@dataclass(frozen=True, slots=True)
class Arrived:
    """What came: the text with its control keys shown, how fast, and what it is taken for.

    `before` and `after` are what stands around a whole code and is not set as prefix and suffix.
    """

    shown: str
    keys: int
    pace: float
    ended: bool
    found: Found
    before: str = ""
    after: str = ""

    @property
    def slow(self) -> bool:
        """Whether the scanner should be set to type faster."""
        return self.pace > SLOW


def judge(keys: list[tuple[str, float]], prefix: str, suffix: str) -> Arrived:
    """What these keys are; each is its text and the second at which it came."""
    text = "".join(key for key, _ in keys)
    ended = text.endswith(("\r", "\n", "\t"))
    body = text.rstrip("\r\n\t")
    pace = 0.0
    if len(keys) > 1:
        pace = (keys[-1][1] - keys[0][1]) * 1000 / (len(keys) - 1)
    codes = forms.codes(
        body, ended=ended, keys=len(keys), erased=False, prefix=prefix, suffix=suffix
    )
    found, before, after = _found(body, codes, prefix, suffix)
    shown = "".join(_SIGNS.get(c, c if c >= " " else "␀") for c in text)
    return Arrived(shown, len(keys), pace, ended, found, before, after)


def _found(body: str, codes: list[str], prefix: str, suffix: str) -> tuple[Found, str, str]:
    inner = body.removeprefix(prefix).removesuffix(suffix)
    if any(forms.is_whole(code) for code in codes) and inner in codes:
        return Found.CODE, "", ""
    for start in range(len(inner) - CODE_LENGTH + 1):
        if forms.is_whole(inner[start : start + CODE_LENGTH]):
            return Found.MARKED, inner[:start], inner[start + CODE_LENGTH :]
    if not codes:
        return Found.TYPING, "", ""
    if any(forms.is_whole(code) for code in codes):
        return Found.CODE, "", ""
    return (Found.DAMAGED if codes[0].isdigit() else Found.FOREIGN), "", ""
