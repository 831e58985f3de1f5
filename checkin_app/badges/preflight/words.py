"""Owns what staff read about a finding of preflight, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from checkin_app import i18n
from checkin_app.badges.layout.fields import FIELDS
from checkin_app.badges.preflight.findings import Finding, Kind
from checkin_app.badges.preflight.proof import LEAST_PHOTO_DPI
from checkin_app.badges.text.scripts import CJK, script_of
from checkin_app.i18n import Language

CONTEXT = "preflight"
#: A line over all findings of a kind.
TITLES: Mapping[Kind, str] = {
    "name_empty": "No name",
    "no_code": "No active code",
    "no_layout": "No layout",
    "missing_glyph": "Letters that no font has",
    "overflow": "Does not fit",
    "clipped_marks": "Cut off",
    "qr_too_fine": "Code too fine for the printer",
    "duplicate": "Two alike",
    "below_minimum_size": "Text too small",
    "covered": "Perhaps covered",
    "photo_missing": "No photo",
    "photo_too_small": "Photo too coarse",
    "character_removed": "Characters left out",
}
_SENTENCES: Mapping[Kind, str] = {
    "name_empty": "There is nothing to print as the name. Write the name.",
    "no_code": "There is no active code, so there is no badge. Issue a new code.",
    "no_layout": "There is no badge layout “{detail}”. Choose another one for the category.",
    "missing_glyph": "{field}: no font on this computer has {detail} (asked: {fonts}). Install a"
    " font of that script, or write it in Latin letters.",
    "overflow": "{field}: far too long; it would only fit at {detail}. Shorten it.",
    "clipped_marks": "{field}: a part of it lies beyond the edge of the badge.",
    "qr_too_fine": "A module of the code is {detail} printer dots wide; it must be 3. Use a layout"
    " with a larger code, or a finer printer.",
    "duplicate": "{other} has the same name in the same delegation. Tell them apart, or withdraw"
    " one.",
    "below_minimum_size": "{field}: only fits at {detail}, which is hard to read. Shorten it.",
    "covered": "{field}: something else of the layout lies over its place. Look at the badge, or"
    " change the layout.",
    "photo_missing": "There is no photo.",
    "photo_too_small": "The photo has {detail} at its printed size; {least} are needed.",
    "character_removed": "{field}: {detail} cannot be printed and is left out.",
}
_CJK = (
    "{field}: no font on this computer has {detail} (asked: {fonts}). Install the Chinese,"
    " Japanese and Korean fonts; “checkin-app doctor” says how."
)
_LONG_CODE = "The code is too long for a QR. Issue a new one."
_SAME_CODE = "{other} has the same code. Issue a new one."
_EVERY = "It is so on every badge of the category."
#: Findings that are about no text of the layout.
_FIELDS: Mapping[str, str] = {"code": "Code", "photo": "Photo", "layout": "Layout"}
#: What stands between letters and the fonts that were asked for them.
FONTS = " — "
FIXED_TEXT = "Fixed text"


def title(kind: Kind, lang: Language) -> str:
    return i18n.say(lang, CONTEXT, TITLES[kind])


def field_label(field: str, lang: Language) -> str:
    """What people call a text of a badge."""
    if field in _FIELDS:
        return i18n.say(lang, CONTEXT, _FIELDS[field])
    known = FIELDS.get(field)
    if known is None:
        return i18n.say(lang, CONTEXT, FIXED_TEXT)
    return known.label_vi if lang == "vi" else known.label_en


def sentence(finding: Finding, lang: Language) -> str:
    """What is wrong, and what to do."""
    template = _SENTENCES[finding.problem]
    if finding.field == "code":
        template = {"duplicate": _SAME_CODE, "overflow": _LONG_CODE}.get(finding.problem, template)
    if finding.problem == "missing_glyph" and script_of(finding.detail[:1]) in CJK:
        template = _CJK
    detail, _, fonts = finding.detail.partition(FONTS)
    if finding.problem == "qr_too_fine":
        detail = detail.partition(" ")[0]
        detail = detail.replace(".", ",") if lang == "vi" else detail
    said = i18n.say(
        lang,
        CONTEXT,
        template,
        field=field_label(finding.field, lang),
        detail=detail,
        fonts=fonts or "—",
        other=finding.other_name,
        least=f"{LEAST_PHOTO_DPI} dpi",
    )
    return f"{said} {i18n.say(lang, CONTEXT, _EVERY)}" if finding.shared else said
