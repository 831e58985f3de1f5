"""Owns what a category's badges are like: their layout, their colour, or that there are none."""

from __future__ import annotations

import re
from dataclasses import replace

from checkin_app.desk.layouts import Layouts
from checkin_app.desk.station import verb
from checkin_app.domain.badges import NO_BADGE
from checkin_app.domain.delegates import Category
from checkin_app.domain.errors import NotPossible

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


class Categories(Layouts):
    """Badges by category, the same at every desk of the event."""

    @verb
    def dress(
        self, category_id: str, *, layout: str | None = None, colour: str | None = None
    ) -> Category:
        """Gives a category's badges a layout, a colour (`#RRGGBB`), or both; None stays as it is.

        A layout is a name, "" for the one of each desk, or NO_BADGE. Raises NotPossible,
        NoSuchLayout.
        """
        category = self._file.programme.categories.get(category_id)
        if category is None:
            raise NotPossible("There is no category “{wanted}” in this event.", wanted=category_id)
        if layout is not None:
            if layout not in ("", NO_BADGE):
                self.layout(layout)
            category = replace(category, layout=layout)
        if colour is not None:
            if not _COLOUR.fullmatch(colour):
                raise NotPossible("“{colour}” is no colour. Write it like #0B5CAD.", colour=colour)
            category = replace(category, colour=colour.upper())
        self.add_records([category])
        return category
