"""Owns who is expected: delegates, delegations, categories, and what of them is personal."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Standing(StrEnum):
    """Whether a delegate may be admitted at all."""

    ACCREDITED = "accredited"
    NOT_ACCREDITED = "not_accredited"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Category:
    """What a delegate is here as; `colour` is `#RRGGBB`, `rank` orders lists (0 first).

    `layout` names the badge layout of its members: empty for the station's default, “none” for no
    badge.
    """

    id: str
    name_en: str
    name_vi: str
    colour: str = "#0B5CAD"
    rank: int = 100
    layout: str = ""


#: Categories an event gets when somebody of theirs is first registered or imported.
DEFAULT_CATEGORIES = (
    Category("vip", "VIP", "Khách VIP", "#8A1538", 10),
    Category("head_of_delegation", "Head of delegation", "Trưởng đoàn", "#0B5CAD", 20),
    Category("speaker", "Speaker", "Diễn giả", "#5B3A9B", 30),
    Category("delegate", "Delegate", "Đại biểu", "#1F6F8B", 40),
    Category("guest", "Guest", "Khách mời", "#3E6B2F", 50),
    Category("press", "Press", "Báo chí", "#A34A00", 60),
    Category("interpreter", "Interpreter", "Phiên dịch", "#54606E", 70),
    Category("organiser", "Organiser", "Ban tổ chức", "#2E3A46", 80),
    Category("staff", "Staff", "Nhân viên", "#4A5560", 90),
    Category("security", "Security", "An ninh", "#20262C", 95),
)


@dataclass(frozen=True, slots=True)
class Delegation:
    """The body that sends delegates; `country` is an ISO 3166-1 alpha-2 code or empty."""

    id: str
    name: str
    country: str = ""
    liaison: str = ""
    quota: int | None = None


@dataclass(frozen=True, slots=True)
class Delegate:
    """One person registered to take part. Texts are NFC; unknown is the empty text.

    `name` is the full name in the order its owner writes it (Vietnamese: family name first),
    `given_name` the part people are addressed and sorted by, `own_name` the name in its own
    script. `photo` is a file name. `hold` asks for a person's decision before admission.
    """

    id: str
    name: str
    given_name: str = ""
    own_name: str = ""
    honorific: str = ""
    position: str = ""
    organization: str = ""
    department: str = ""
    delegation: str = ""
    country: str = ""
    category: str = ""
    email: str = ""
    phone: str = ""
    birth_year: int | None = None
    language: str = ""
    seat: str = ""
    notes: str = ""
    attention: str = ""
    photo: str = ""
    external_id: str = ""
    hold: bool = False
    standing: Standing = Standing.ACCREDITED

    @property
    def erased(self) -> bool:
        """Whether nothing says any more who this is: an erasure leaves nothing else of anybody."""
        return not self.name and not any(getattr(self, field) for field in PERSONAL_FIELDS)


#: Fields that say who somebody is: they travel in the private part of a ledger entry, which can be
#: erased without breaking the chain.
PERSONAL_FIELDS = frozenset(
    {
        "name",
        "given_name",
        "own_name",
        "honorific",
        "position",
        "organization",
        "department",
        "email",
        "phone",
        "birth_year",
        "language",
        "seat",
        "notes",
        "attention",
        "photo",
        "external_id",
    }
)

#: Fields that say what somebody may do: they stay readable in the ledger.
OPEN_FIELDS = frozenset({"delegation", "country", "category", "hold", "standing"})

#: What an operator may correct at the desk, in the order screens show it.
EDITABLE_FIELDS = (
    "honorific",
    "name",
    "own_name",
    "given_name",
    "position",
    "organization",
    "department",
    "delegation",
    "country",
    "category",
    "email",
    "phone",
    "birth_year",
    "language",
    "seat",
    "notes",
    "attention",
    "photo",
    "hold",
    "standing",
)


@dataclass(frozen=True, slots=True)
class Completeness:
    """How much of a delegation is here."""

    arrived: int
    expected: int


@dataclass(frozen=True, slots=True)
class FoundDelegate:
    """One hit of a search. `score` is higher for better, comparable within one answer only."""

    delegate: Delegate
    delegation_name: str
    category: Category | None
    checked_in: bool
    score: int
    highlights: tuple[tuple[int, int], ...] = field(default=())
