"""Owns the columns of the roster table: header, order, share of the width, and what a cell says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin_app import verdict_words
from checkin_app.domain.delegates import Category, Standing
from checkin_app.ui.language import VI, translate
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.store.roster import RosterRow

MARK_WIDTH = 46


@dataclass(frozen=True, slots=True)
class Column:
    """`sort` is a word of `store.roster.SORTS` or empty; `share` of the width left beside the mark.

    It is left out where less than `least` pixels are left. `lines` gives a cell's first and second
    line, `text` all of it for screen readers.
    """

    id: str
    header: str
    sort: str
    share: float
    lines: Callable[[RosterRow], tuple[str, str]]
    text: Callable[[RosterRow], str]
    least: int = 0

    @property
    def shown_header(self) -> str:
        """The mark's column is too narrow for its name."""
        return "" if self.id == "mark" else self.header


def state(row: RosterRow) -> str:
    """What the mark says: arrived, expected, withdrawn, not_accredited, hold."""
    delegate = row.delegate
    if delegate.standing is Standing.WITHDRAWN:
        return "withdrawn"
    if row.checked_in:
        return "arrived"
    if delegate.standing is Standing.NOT_ACCREDITED:
        return "not_accredited"
    return "hold" if delegate.hold else "expected"


def state_word(which: str) -> str:
    """A status in the language on screen."""
    return {
        "arrived": translate("Roster", "Arrived"),
        "expected": translate("Roster", "Not here yet"),
        "withdrawn": translate("Roster", "Withdrawn"),
        "not_accredited": translate("Roster", "Not accredited"),
        "accredited": translate("Roster", "Accredited"),
        "hold": translate("Roster", "On hold"),
    }[which]


def category_name(category: Category | None, lang: str) -> str:
    """Its name in `lang`."""
    if category is None:
        return ""
    return (category.name_vi if lang == VI else category.name_en) or category.id


def columns(workplace: Workplace) -> tuple[Column, ...]:
    """The columns in the language on screen."""
    lang = workplace.lang

    def country(row: RosterRow) -> str:
        code = row.delegate.country
        return workplace.country(code) or code

    def category(row: RosterRow) -> tuple[str, str]:
        word = state(row)
        seen = "" if word in ("arrived", "expected") else state_word(word)
        return category_name(row.category, lang) or row.delegate.category, seen

    return (
        _column(
            "mark",
            translate("Roster", "Arrived"),
            "",
            0,
            lambda row: (state_word(state(row)), ""),
        ),
        _column(
            "name",
            translate("Roster", "Name"),
            "full_name",
            0.255,
            lambda row: (verdict_words.name_of(row.delegate, lang), row.delegate.own_name),
        ),
        _column(
            "position",
            translate("Roster", "Position, organisation"),
            "organization",
            0.265,
            lambda row: (row.delegate.position, row.delegate.organization),
        ),
        _column(
            "delegation",
            translate("Roster", "Delegation"),
            "delegation",
            0.19,
            lambda row: (row.delegation_name, ""),
            560,
        ),
        _column("category", translate("Roster", "Category"), "category", 0.17, category),
        _column(
            "country",
            translate("Roster", "Country"),
            "country",
            0.12,
            lambda row: (country(row), ""),
            680,
        ),
    )


def _column(
    id_: str,
    header: str,
    sort: str,
    share: float,
    lines: Callable[[RosterRow], tuple[str, str]],
    least: int = 0,
) -> Column:
    return Column(
        id_, header, sort, share, lines, lambda row: ". ".join(t for t in lines(row) if t), least
    )
