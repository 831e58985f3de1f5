"""Owns what the fields of a delegate are called on screen."""

from __future__ import annotations

from checkin_app.ui.language import translate


def field_name(field: str) -> str:
    """The name of a field of a delegate, or of a column of a roster file."""
    return _names().get(field, field)


def _names() -> dict[str, str]:
    return {
        "honorific": translate("Field", "Honorific"),
        "name": translate("Field", "Full name"),
        "family_name": translate("Field", "Family name"),
        "middle_name": translate("Field", "Middle name"),
        "own_name": translate("Field", "Name in own script"),
        "given_name": translate("Field", "Given name"),
        "position": translate("Field", "Position"),
        "organization": translate("Field", "Organisation"),
        "department": translate("Field", "Department"),
        "delegation": translate("Field", "Delegation"),
        "country": translate("Field", "Country or territory"),
        "category": translate("Field", "Category"),
        "email": translate("Field", "E-mail"),
        "phone": translate("Field", "Phone"),
        "birth_year": translate("Field", "Birth year"),
        "language": translate("Field", "Language"),
        "seat": translate("Field", "Seat"),
        "notes": translate("Field", "Notes"),
        "attention": translate("Field", "Attention note"),
        "photo": translate("Field", "Photo file"),
        "hold": translate("Field", "On hold"),
        "standing": translate("Field", "Standing"),
        "external_id": translate("Field", "External id"),
        "external_code": translate("Field", "External code"),
    }
