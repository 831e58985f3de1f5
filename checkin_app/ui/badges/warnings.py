"""Owns what is said of badges that are not as they should be, or that there are none of."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

from checkin_app.i18n import Language
from checkin_app.ui.widgets.rows import Row

if TYPE_CHECKING:
    from checkin_app.badges.subject import BadgeProblem
    from checkin_app.press.told import LeftOut

SHOWN = 200


def left_out_rows(people: Iterable[LeftOut], lang: Language) -> list[Row]:
    """A row for each who has no badge."""
    from checkin_app.press.told import why

    some = islice(people, SHOWN)
    return [Row(left.delegate_id, why(left, lang), "", "refused") for left in some]


def warning_rows(warnings: Iterable[BadgeProblem], lang: Language) -> list[Row]:
    """A row for each warning, the person first."""
    from checkin_app.press.told import what

    some = islice(warnings, SHOWN)
    return [Row(one.delegate_id, one.name, what(one, lang), "referred") for one in some]
