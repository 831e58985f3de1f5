"""Owns the zeros that a workbook shows before numbers: 42 with the format 00000 is 00042."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Mapping

from checkin_app.importing.archives import Archive

#: Row → column → how many digits are shown at least; both count from 0.
Padding = Mapping[int, Mapping[int, int]]

_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*["']([^"']*)["']""")
_FORMAT = re.compile(r"<(?:\w+:)?numFmt\s([^>]*)>")
_STYLES = re.compile(r"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(r"<(?:\w+:)?xf\s([^>]*)>")
_SHEET = re.compile(r"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s([^>]*)>")
_ZEROS = re.compile(r"(?:\[[^\]]*\])?0[0 ]*0")


def padding(archive: Archive, sheet: str) -> Padding:
    """The cells of a sheet of an XLSX file that show zeros before their number."""
    widths = _widths(archive)
    member = _member(archive, sheet) if widths else ""
    if not member:
        return {}
    styles = "|".join(map(str, widths))
    cell = re.compile(
        rf"""<(?:\w+:)?c(?=[^>]*\sr=["']([A-Z]+)(\d+))(?=[^>]*\ss=["']({styles})["'])[^>]*>""".encode()
    )
    found: dict[int, dict[int, int]] = {}
    for column, row, style in cell.findall(archive.read(member)):
        found.setdefault(int(row) - 1, {})[_number(column)] = widths[int(style)]
    return found


def _widths(archive: Archive) -> dict[int, int]:
    """Style → digits, for the styles that are nothing but zeros."""
    text = _text(archive, "xl/styles.xml")
    zeros = {}
    for attributes in map(_attributes, _FORMAT.findall(text)):
        code = html.unescape(attributes.get("formatCode", "")).replace("\\", "")
        if _ZEROS.fullmatch(code):
            zeros[attributes.get("numFmtId", "")] = code.count("0")
    styles = _STYLES.search(text) if zeros else None
    if styles is None:
        return {}
    formats = [_attributes(style).get("numFmtId", "") for style in _STYLE.findall(styles.group())]
    return {style: zeros[number] for style, number in enumerate(formats) if number in zeros}


def _member(archive: Archive, sheet: str) -> str:
    """Where in the archive the XML of a sheet lies, or ""."""
    relation = ""
    for attributes in map(_attributes, _SHEET.findall(_text(archive, "xl/workbook.xml"))):
        if html.unescape(attributes.get("name", "")) == sheet:
            relation = next((v for k, v in attributes.items() if k.endswith(":id")), "")
    for attributes in map(
        _attributes, _RELATION.findall(_text(archive, "xl/_rels/workbook.xml.rels"))
    ):
        if relation and attributes.get("Id") == relation:
            target = posixpath.join("/xl", attributes.get("Target", ""))
            name = posixpath.normpath(target).lstrip("/")
            return name if name in archive.names() else ""
    return ""


def _text(archive: Archive, name: str) -> str:
    return archive.read(name).decode("utf-8", "replace") if name in archive.names() else ""


def _attributes(text: str) -> dict[str, str]:
    return dict(_ATTRIBUTE.findall(text))


def _number(column: bytes) -> int:
    number = 0
    for letter in column:
        number = number * 26 + letter - 64
    return number - 1
