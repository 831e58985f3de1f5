"""Owns what the editor calls things: elements, fields, people of the preview, faults."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from checkin_app.badges.layout.elements import (
    MARK,
    Area,
    Condition,
    Element,
    Image,
    Layout,
    Line,
    Stack,
)
from checkin_app.badges.layout.fields import FIELDS
from checkin_app.ui.editor.core.elements import Kind, kind
from checkin_app.ui.editor.people import Stand
from checkin_app.ui.editor.proofs import DPI, Fault
from checkin_app.ui.language import VI, language, translate

if TYPE_CHECKING:
    from checkin_app.i18n import Language

#: What a badge says as a rule, the most important first.
_USUAL = ("name", "organization", "position", "delegation", "category_vi", "country_both")

ICONS: dict[Kind, str] = {
    "text": "text",
    "photo": "person",
    "code": "code",
    "country": "country",
    "image": "image",
    "area": "area",
    "line": "line",
}


def lang() -> Language:
    """The language on screen."""
    return "vi" if language.code == VI else "en"


def title(layout: Layout) -> str:
    """What people call a layout."""
    first, second = layout.title_en, layout.title_vi
    if lang() == VI:
        first, second = second, first
    return first or second or layout.name


def kind_word(what: Kind) -> str:
    """What a kind of element is called."""
    match what:
        case "text":
            return translate("Editor", "Text")
        case "photo":
            return translate("Editor", "Photo")
        case "code":
            return translate("Editor", "QR code")
        case "country":
            return translate("Editor", "Country")
        case "image":
            return translate("Editor", "Picture")
        case "area":
            return translate("Editor", "Area")
        case "line":
            return translate("Editor", "Line")


def element_word(element: Element) -> str:
    """What one element is called: a text by its largest line."""
    match element:
        case Stack(lines=lines) if lines:
            return line_word(max(lines, key=lambda line: line.size))
        case Image(source=source):
            own = translate("Editor", "Picture")
            return translate("Editor", "Logo") if source == MARK else f"{own} · {source}"
        case Area(ink="band"):
            return translate("Editor", "Category colour")
        case _:
            return kind_word(kind(element))


def element_note(element: Element) -> str:
    """What else to know of it: its other lines, or how large it is."""
    box = element.box
    size = f"{_figure(box.width)} × {_figure(box.height)} mm"
    if isinstance(element, Stack) and len(element.lines) > 1:
        return translate("Editor", "%n line(s)", None, len(element.lines)) + f" · {size}"
    return size


def line_word(line: Line) -> str:
    """A line by its field, or by what it always says."""
    if line.field:
        return field_word(line.field)
    said = line.text_vi if lang() == VI else line.text_en
    return f"“{said or line.fixed}”"


@cache
def _labels(which: Language) -> dict[str, str]:
    return {n: f.label_vi if which == "vi" else f.label_en for n, f in FIELDS.items()}


def field_word(name: str) -> str:
    """A field's label; a name that is no field stands for itself."""
    if name == "photo":
        return kind_word("photo")
    if name == "code":
        return kind_word("code")
    return _labels(lang()).get(name, name)


def field_choices() -> list[tuple[str, str]]:
    """Every field, and its label."""
    return [(name, _labels(lang())[name]) for name in FIELDS]


def new_line(like: Line, layout: Layout) -> Line:
    """A line with the first of the usual fields that the layout has not yet, else a fixed text."""
    lines = [x for e in (*layout.front, *layout.back) if isinstance(e, Stack) for x in e.lines]
    there = {line.field for line in lines}
    for name in _USUAL:
        if name not in there:
            return replace(like, field=name)
    text = translate("Editor", "Text")
    return replace(like, field="", text_en=text, text_vi=text)


def condition_word(when: Condition | None) -> str:
    """When an element is printed."""
    if when is None:
        return translate("Editor", "Always")
    if when.categories:
        return (
            translate("Editor", "Not for these categories")
            if when.absent
            else translate("Editor", "Only for these categories")
        )
    return (
        translate("Editor", "Only when a field is empty")
        if when.absent
        else translate("Editor", "Only when a field is filled")
    )


def stand_word(stand: Stand) -> str:
    """Why somebody stands in for everybody."""
    match stand.why:
        case "longest":
            return translate("Editor", "Longest name")
        case "crowded":
            return translate("Editor", "Most text")
        case "plain":
            return translate("Editor", "First of the roster")
        case "script":
            return script_word(stand.script)
        case "photo":
            return translate("Editor", "With a photo")
        case "no_photo":
            return translate("Editor", "Without a photo")
        case "sample":
            return translate("Editor", "Sample person")
        case "found":
            return translate("Editor", "Found by name")


def script_word(script: str) -> str:
    """A script, named in Unicode, in people's words."""
    return {
        "ARABIC": translate("Editor", "Arabic letters"),
        "ARMENIAN": translate("Editor", "Armenian letters"),
        "BENGALI": translate("Editor", "Bengali letters"),
        "CJK": translate("Editor", "Chinese characters"),
        "CYRILLIC": translate("Editor", "Cyrillic letters"),
        "DEVANAGARI": translate("Editor", "Devanagari letters"),
        "ETHIOPIC": translate("Editor", "Ethiopic letters"),
        "GEORGIAN": translate("Editor", "Georgian letters"),
        "GREEK": translate("Editor", "Greek letters"),
        "HANGUL": translate("Editor", "Korean letters"),
        "HEBREW": translate("Editor", "Hebrew letters"),
        "HIRAGANA": translate("Editor", "Japanese letters"),
        "KHMER": translate("Editor", "Khmer letters"),
        "LAO": translate("Editor", "Lao letters"),
        "MYANMAR": translate("Editor", "Burmese letters"),
        "SINHALA": translate("Editor", "Sinhala letters"),
        "TAMIL": translate("Editor", "Tamil letters"),
        "THAI": translate("Editor", "Thai letters"),
    }.get(script, script.capitalize())


def fault_word(fault: Fault, layout: Layout) -> tuple[str, str]:
    """A fault in a title and a sentence."""
    return _fault_title(fault, layout), _fault_sentence(fault)


def _fault_title(fault: Fault, layout: Layout) -> str:
    elements = layout.back if fault.side == "back" else layout.front
    if fault.field_name:
        what = field_word(fault.field_name)
    elif fault.side and 0 <= fault.number < len(elements):
        what = element_word(elements[fault.number])
    else:
        what = translate("Editor", "Layout")
    return f"{what} · {fault.name}" if fault.name and not fault.stops else what


def _fault_sentence(fault: Fault) -> str:
    match fault.kind:
        case "document":
            return plain(fault.sentence, fault.details)
        case "qr_too_fine":
            return translate(
                "Editor", "Too small for a printer of {dpi} dpi: make the QR code larger."
            ).format(dpi=DPI)
        case "overflow":
            return translate("Editor", "It does not go into its box: make the box larger.")
        case "below_minimum_size":
            return translate(
                "Editor", "It gets {size}, less than the smallest size: make the box larger."
            ).format(size=fault.detail)
        case "clipped_marks":
            return translate("Editor", "A part of it lies beyond the edge: move the box.")
        case "missing_glyph":
            return translate("Editor", "Letters that no font has: {detail}").format(
                detail=fault.detail
            )
        case "covered":
            return translate("Editor", "Something else lies over its place: move one of them.")
        case "photo_missing":
            return translate("Editor", "There is no photo to print.")
        case "crash":
            return translate("Editor", "It cannot be printed so. Undo the last change.")
        case _:
            return f"{fault.kind}: {fault.detail}"


def plain(sentence: str, details: dict[str, str]) -> str:
    """A problem of a document without its line, which nobody sees here."""
    from checkin_app.i18n import say

    said = say(lang(), "errors", sentence, **details)
    if "line" in details and sentence.startswith("Line {line}"):
        rest = said.partition(": ")[2] or said
        rest = rest.replace("“least”", f"“{translate('Editor', 'Smallest size')}”")
        return rest[:1].upper() + rest[1:]
    return said


def _figure(value: float) -> str:
    return language.locale.toString(float(round(value, 1)), "g", 4)
