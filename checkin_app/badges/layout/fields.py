"""Owns the fields a layout may name: each is a text made from a badge subject."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from operator import attrgetter

from checkin_app.badges.subject import BadgeSubject

Value = Callable[[BadgeSubject], str]


@dataclass(frozen=True, slots=True)
class Field:
    """A text of a badge. `shared` is what is the same for everybody of a category."""

    name: str
    label_en: str
    label_vi: str
    sample: str
    value: Value
    shared: bool = False


def _own_name(subject: BadgeSubject) -> str:
    return "" if subject.own_name == subject.name else subject.own_name


def _organization(subject: BadgeSubject) -> str:
    """The organisation, unless it is the delegation, which has a line of its own."""
    same = subject.organization.casefold() == subject.delegation.casefold()
    return "" if same else subject.organization


def _country_both(subject: BadgeSubject) -> str:
    names = dict.fromkeys(
        name
        for name in (subject.country_vi, subject.country_en)
        if name and name != subject.delegation
    )
    return " · ".join(names) or (subject.country if not subject.delegation else "")


def _first(subject: BadgeSubject, what: str) -> str:
    """The Vietnamese text, the English one where there is none."""
    first: str = getattr(subject, f"{what}_vi") or getattr(subject, f"{what}_en")
    return first


def _second(subject: BadgeSubject, what: str) -> str:
    """The English text where it says something else than the one above it."""
    second: str = getattr(subject, f"{what}_en")
    return "" if second == _first(subject, what) else second


def _category_both(subject: BadgeSubject) -> str:
    return " · ".join(filter(None, (_first(subject, "category"), _second(subject, "category"))))


def _position_organization(subject: BadgeSubject) -> str:
    return ", ".join(filter(None, (subject.position, _organization(subject))))


def _plain(name: str, label_en: str, label_vi: str, sample: str, *, shared: bool = False) -> Field:
    return Field(name, label_en, label_vi, sample, attrgetter(name), shared)


_ALL = (
    _plain("honorific", "Honorific", "Danh xưng", "Bà"),
    _plain("name", "Name", "Họ và tên", "Nguyễn Thị Minh Khai"),
    Field("own_name", "Name in own script", "Tên bằng chữ gốc", "阮氏明开", _own_name),
    _plain("position", "Position", "Chức vụ", "Phó Giám đốc Sở Ngoại vụ"),
    Field("organization", "Organisation", "Cơ quan", "Viện Nghiên cứu Phát triển", _organization),
    Field(
        "position_organization",
        "Position and organisation",
        "Chức vụ và cơ quan",
        "Phó Giám đốc, Viện Nghiên cứu Phát triển",
        _position_organization,
    ),
    _plain("delegation", "Delegation", "Đoàn", "Đoàn Thành phố Hồ Chí Minh"),
    _plain("country", "Country code", "Mã quốc gia", "VN"),
    _plain("country_vi", "Country in Vietnamese", "Quốc gia (tiếng Việt)", "Việt Nam"),
    _plain("country_en", "Country in English", "Quốc gia (tiếng Anh)", "Vietnam"),
    Field(
        "country_both",
        "Country in both languages",
        "Quốc gia (hai thứ tiếng)",
        "Việt Nam · Vietnam",
        _country_both,
    ),
    Field(
        "category_vi",
        "Category in Vietnamese",
        "Nhóm đại biểu (tiếng Việt)",
        "Trưởng đoàn",
        partial(_first, what="category"),
        shared=True,
    ),
    Field(
        "category_en",
        "Category in English",
        "Nhóm đại biểu (tiếng Anh)",
        "Head of delegation",
        partial(_second, what="category"),
        shared=True,
    ),
    Field(
        "category_both",
        "Category in both languages",
        "Nhóm đại biểu (hai thứ tiếng)",
        "Trưởng đoàn · Head of delegation",
        _category_both,
        shared=True,
    ),
    Field(
        "event_vi",
        "Event in Vietnamese",
        "Sự kiện (tiếng Việt)",
        "Diễn đàn Kinh tế Mùa thu 2026",
        partial(_first, what="event"),
        shared=True,
    ),
    Field(
        "event_en",
        "Event in English",
        "Sự kiện (tiếng Anh)",
        "Autumn Economic Forum 2026",
        partial(_second, what="event"),
        shared=True,
    ),
    _plain("dates", "Days of the event", "Ngày diễn ra", "25–27/11/2026", shared=True),
    _plain("number", "Number of the badge", "Số thẻ", "Nº 000427"),
    _plain("code", "Digits of the code", "Dãy số của mã QR", "123000000000042700000000042"),
)

FIELDS: dict[str, Field] = {field.name: field for field in _ALL}
#: What a condition may ask for besides: whether there is a stored picture.
PHOTO = "photo"
