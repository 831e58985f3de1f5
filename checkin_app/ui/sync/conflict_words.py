"""Owns what the tray says of a conflict: its line in the list, and the question to a person."""

from __future__ import annotations

from checkin_app.domain.conflicts import Conflict, ConflictKind
from checkin_app.ui.language import translate
from checkin_app.ui.roster.field_names import field_name
from checkin_app.ui.sync.shown import Shown
from checkin_app.ui.widgets.rows import Row
from checkin_app.ui.workplace import Workplace

_MARKS = {
    ConflictKind.WALK_IN_TWINS: "people",
    ConflictKind.CROSSED_EDITS: "edit",
    ConflictKind.CROSSED_DECISIONS: "supervisor",
}


def row(shown: Shown, workplace: Workplace) -> Row:
    """A conflict in the list."""
    conflict = shown.conflict
    title = shown.title or field_name(conflict.field) or conflict.record
    return Row(conflict.id, title, line(conflict, workplace), _MARKS.get(conflict.kind, "referred"))


def line(conflict: Conflict, workplace: Workplace) -> str:
    """What does not fit, in a few words."""
    match conflict.kind:
        case ConflictKind.ADMITTED_TWICE:
            return translate("Sync", "Admitted twice: {place}").format(
                place=_places(conflict, workplace)
            )
        case ConflictKind.TWO_DOORS:
            return translate("Sync", "At two doors at once: {place}").format(
                place=_places(conflict, workplace)
            )
        case ConflictKind.REPLACED_CODE_USED:
            return translate("Sync", "Let in with a code that was replaced")
        case ConflictKind.WALK_IN_TWINS:
            return translate("Sync", "Registered at two desks?")
        case ConflictKind.CROSSED_EDITS:
            return translate("Sync", "Changed at two desks: {field}").format(
                field=field_name(conflict.field)
            )
        case ConflictKind.TEMPORARY_TWICE:
            return translate("Sync", "One temporary badge, two people")
        case ConflictKind.CROSSED_DECISIONS:
            return translate("Sync", "Decided differently at two desks")


def question(conflict: Conflict) -> str:
    """What a person is asked."""
    match conflict.kind:
        case ConflictKind.ADMITTED_TWICE:
            return translate("Sync", "One badge was let in twice. What happened?")
        case ConflictKind.TWO_DOORS:
            return translate("Sync", "One badge was at two doors at once. What happened?")
        case ConflictKind.REPLACED_CODE_USED:
            return translate("Sync", "Somebody came in with a badge that no longer counts. Who?")
        case ConflictKind.WALK_IN_TWINS:
            return translate("Sync", "Are these one person?")
        case ConflictKind.CROSSED_EDITS:
            return translate("Sync", "Two desks changed “{field}”. Which one is right?").format(
                field=field_name(conflict.field)
            )
        case ConflictKind.TEMPORARY_TWICE:
            return translate("Sync", "Two people were given one temporary badge. Who has it?")
        case ConflictKind.CROSSED_DECISIONS:
            return translate("Sync", "Two desks decided the same differently. Which one holds?")


def place(checkpoint: str, workplace: Workplace) -> str:
    """The checkpoint's name in the language on screen."""
    known = next((c for c in workplace.checkpoints if c.id == checkpoint), None)
    return workplace.checkpoint_name(known) if known else checkpoint


def _places(conflict: Conflict, workplace: Workplace) -> str:
    places = dict.fromkeys(place(s.checkpoint, workplace) for s in conflict.sides if s.checkpoint)
    return ", ".join(places)
