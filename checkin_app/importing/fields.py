"""Owns the fields that are more than text: addresses, numbers, years, known words, codes, files."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Protocol

from checkin_app.domain import credentials
from checkin_app.domain.delegates import Standing
from checkin_app.importing.texts import Report, Texts, tidy
from checkin_app.importing.words import answers, category_ids, fold, is_nothing

FIRST_YEAR = 1900

_PLAIN_EMAIL = re.compile(r"[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_EMAIL = re.compile(r"[^\s@,;:<>()\"]+@[^\s@,;:<>()\".]+(?:\.[^\s@,;:<>()\".]+)+")
_PLAIN_PHONE = re.compile(r"\+?\d{7,15}", re.ASCII)
_PHONE_SIGNS = str.maketrans("", "", " .-()")
_EXTENSION = re.compile(r"(.+?)\s*(?:ext\.?|x|máy lẻ|nội bộ|#)\s*:?\s*(\d{1,6})", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)


class Cleaner(Protocol):
    """Cleans one column, a batch of cells at a time."""

    def clean(self, cells: Sequence[str], report: Report) -> Sequence[object]: ...


class Emails:
    """Addresses: the part after @ in lower case; what is none is kept and reported."""

    def clean(self, cells: Sequence[str], report: Report) -> Sequence[str]:
        plain = _PLAIN_EMAIL.fullmatch
        return [
            cell if not cell or plain(cell) else self._one(n, cell, report)
            for n, cell in enumerate(cells)
        ]

    def _one(self, index: int, cell: str, report: Report) -> str:
        text = tidy(cell)
        if _EMAIL.fullmatch(text):
            return _with_lower_host(text)
        if is_nothing(text):
            return ""
        found = list(dict.fromkeys(_EMAIL.findall(text.replace("mailto:", " "))))
        addresses = [address.rstrip(".") for address in found]
        around = _EMAIL.sub("", text).strip(" ;,.")
        if not addresses or (around and "<" not in around and "mailto" not in around):
            report(index, "email", "bad_email", text)
            return text[:320]
        if len(addresses) > 1:
            report(index, "email", "more_emails", text)
        return _with_lower_host(addresses[0])


def _with_lower_host(address: str) -> str:
    name, _, host = address.rpartition("@")
    return f"{name}@{host.lower()}"


class Phones:
    """Numbers without the signs between their digits; what is none is kept and reported."""

    def clean(self, cells: Sequence[str], report: Report) -> Sequence[str]:
        joined = "\n".join(cells)
        bare = joined.translate(_PHONE_SIGNS).split("\n")
        if len(bare) != len(cells) or "(0)" in joined or ".0" in joined:
            return [self._one(n, cell, report) for n, cell in enumerate(cells)]
        plain = _PLAIN_PHONE.fullmatch
        return [
            text if not cell or plain(text) else self._one(n, cell, report)
            for n, (text, cell) in enumerate(zip(bare, cells, strict=True))
        ]

    def _one(self, index: int, cell: str, report: Report) -> str:
        text = tidy(cell)
        if one := number(text):
            return one
        if is_nothing(text):
            return ""
        numbers = [
            number(part) for part in re.split(r"\s*[/;,|\n]\s*|\s+(?:hoặc|or)\s+", text) if part
        ]
        if not all(numbers) or len(text) > 200:
            report(index, "phone", "bad_phone", text)
            return text[:200]
        return " / ".join(numbers)


def number(text: str) -> str:
    """One telephone number as digits with its plus and extension, or "" if it is none."""
    text = re.sub(r"\A(\+?\d{7,15})\.0\Z", r"\1", text).replace("(0)", "")
    text = re.sub(r"\A(?:tel|đt|sđt|phone|mobile|m|t|p)\s*[.:]\s*", "", text, flags=re.IGNORECASE)
    extension = ""
    if found := _EXTENSION.fullmatch(text):
        text, extension = found.group(1), f" x{found.group(2)}"
    bare = text.translate(_PHONE_SIGNS).replace("\u2013", "").replace("+00", "+")
    if not re.fullmatch(r"\+?\d{3,15}", bare, re.ASCII):
        return ""
    return bare + extension


Understood = tuple[object, str]


class Known:
    """A column of few different values: each is understood once.

    `understand` gives the value of a tidied text and the kind of its problem, perhaps "".
    """

    def __init__(self, field: str, understand: Callable[[str], Understood]) -> None:
        self.field = field
        self._understand = understand
        self._values: dict[str, object] = {}
        self._flaws: dict[str, str] = {}

    def clean(self, cells: Sequence[str], report: Report) -> Sequence[object]:
        values = self._values
        if len(values) > 50_000:
            values.clear()
            self._flaws.clear()
        try:
            cleaned = [values[cell] for cell in cells]
        except KeyError:
            for cell in dict.fromkeys(cells):
                if cell not in values:
                    values[cell], flaw = self._understand(tidy(cell))
                    if flaw:
                        self._flaws[cell] = flaw
            cleaned = [values[cell] for cell in cells]
        if self._flaws and not self._flaws.keys().isdisjoint(cells):
            for n, cell in enumerate(cells):
                if cell in self._flaws:
                    report(n, self.field, self._flaws[cell], tidy(cell))
        return cleaned


def understand_country(vietnamese: bool) -> Callable[[str], Understood]:
    from checkin_app.importing.countries import country_code

    def understand(text: str) -> Understood:
        if not text or len(text) > 200:
            return "", "unknown_country" if text else ""
        code = country_code(text, vietnamese)
        return code, "" if code or is_nothing(text) else "unknown_country"

    return understand


def understand_category(text: str) -> Understood:
    """A known word becomes its id; another is kept as it is."""
    folded = fold(text)
    if not folded or folded in category_ids():
        return category_ids().get(folded, ""), ""
    return text[:200], "unknown_category"


def understand_birth_year(text: str) -> Understood:
    """The one year in a year or a date; two-digit years are not guessed at."""
    years = {int(year) for year in _YEAR.findall(text)} if len(text) < 60 else set()
    now = datetime.now(UTC).year
    if len(years) == 1 and FIRST_YEAR <= (year := years.pop()) <= now:
        return year, ""
    return None, "" if is_nothing(text) else "bad_birth_year"


def understand_hold(text: str) -> Understood:
    folded = fold(text) or text
    if folded in answers("yes"):
        return True, ""
    if not fold(text) or folded in answers("no") or folded in answers("nothing"):
        return False, ""
    return True, "unclear_hold"


def understand_standing(text: str) -> Understood:
    folded = fold(text) or text
    if not folded.strip("-–—"):
        return Standing.ACCREDITED.value, ""
    for standing in Standing:
        if folded in answers(standing.value):
            return standing.value, ""
    if folded in answers("yes"):
        return Standing.ACCREDITED.value, ""
    unclear = folded not in answers("no")
    return Standing.NOT_ACCREDITED.value, "unclear_standing" if unclear else ""


class Codes:
    """Codes of other systems, as a scan of them is cleaned."""

    def clean(self, cells: Sequence[str], report: Report) -> Sequence[str]:
        return [self._one(n, cell, report) for n, cell in enumerate(cells)]

    def _one(self, index: int, cell: str, report: Report) -> str:
        if cell.isascii() and cell.isalnum() and len(cell) < credentials.CODE_LENGTH:
            return cell
        if len(cell) > credentials.MAX_READ:
            report(index, "external_code", "long_code", str(len(cell)))
            return ""
        text = tidy(cell) if cell[:1] == "'" else cell
        return credentials.clean(text)


class Photos(Texts):
    """File names without the folders before them."""

    def clean(self, cells: Sequence[str], report: Report) -> Sequence[str]:
        return [
            cell if cell.isalnum() else self._file(n, cell, report)
            for n, cell in enumerate(super().clean(cells, report))
        ]

    def _file(self, index: int, cell: str, report: Report) -> str:
        if "://" in cell:
            report(index, self.field, "photo_link", cell)
            return ""
        return re.split(r"[\\/]", cell)[-1]


def cleaner(field: str, vietnamese: bool) -> Cleaner:
    """The cleaner for a column that holds `field`."""
    match field:
        case "email":
            return Emails()
        case "phone":
            return Phones()
        case "external_code":
            return Codes()
        case "photo":
            return Photos(field)
        case "country":
            return Known(field, understand_country(vietnamese))
        case "category":
            return Known(field, understand_category)
        case "birth_year":
            return Known(field, understand_birth_year)
        case "hold":
            return Known(field, understand_hold)
        case "standing":
            return Known(field, understand_standing)
    return Texts(field)
