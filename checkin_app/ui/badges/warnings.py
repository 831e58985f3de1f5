"""Owns what is said of badges that are not as they should be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from checkin_app.ui.language import translate
from checkin_app.ui.roster.field_names import field_name
from checkin_app.ui.widgets.rows import Row

if TYPE_CHECKING:
    from checkin_app.badges.subject import BadgeProblem

SHOWN = 200


def warning_rows(warnings: Iterable[BadgeProblem]) -> list[Row]:
    """A row for each warning, the person first."""
    words = {
        "missing_glyph": translate("Badges", "A letter is in none of the fonts"),
        "overflow": translate("Badges", "The text is too long for its place"),
        "below_minimum_size": translate("Badges", "The text is smaller than it should be"),
        "clipped_marks": translate("Badges", "A part of it lies beyond the edge"),
        "qr_too_fine": translate("Badges", "The code is too fine for the printer"),
        "photo_missing": translate("Badges", "The photo is not there"),
    }
    rows: list[Row] = []
    for warning in warnings:
        if len(rows) == SHOWN:
            break
        said = words.get(warning.problem, warning.problem)
        parts = (said, field_name(warning.field), warning.detail)
        rows.append(
            Row(
                warning.delegate_id,
                warning.name,
                " · ".join(part for part in parts if part),
                "referred",
            )
        )
    return rows
