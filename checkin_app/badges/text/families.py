"""Owns which fonts there are, and in which order they are asked for the letters of a script.

They come from packages made for that (SIL Open Font License). Be Vietnam Pro goes first; Noto has
the other scripts; where there is neither, the operating system's fonts stand in.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module, util
from pathlib import Path

from checkin_app.badges.text import system_fonts
from checkin_app.badges.text.scripts import CJK, COMMON

#: Weights of type and what font files call them.
STYLES = {400: "Regular", 500: "Medium", 600: "SemiBold"}


@dataclass(frozen=True, slots=True)
class Family:
    """A font in all weights: a file of a package, or where `script` is given the system's.

    {style} in the file's name is the weight's; a file with [axes] holds all weights.
    """

    name: str
    package: str = ""
    file: str = ""
    script: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a font lies; `index` is its number in a collection."""

    path: Path
    index: int = 0


def _noto(name: str) -> Family:
    return Family(f"Noto Sans {name}", "manimgx_fonts", f"NotoSans{name}[wght].ttf")


def _cjk(region: str) -> Family:
    folder = f"notosans{region.lower()}"
    file = f"fonts/ofl/{folder}/NotoSans{region}[wght].ttf"
    return Family(f"Noto Sans {region}", "justmytype_intl_cjk", file)


VIETNAMESE = Family("Be Vietnam Pro", "fontpkg_be_vietnam_pro", "files/BeVietnamPro-{style}.ttf")
NOTO = Family("Noto Sans", "fontpkg_noto_sans", "files/NotoSans[wdth,wght].ttf")
SYMBOLS = _noto("Symbols")
#: Families by the script they are for.
NOTO_OF = {
    "Arab": _noto("Arabic"),
    "Armn": _noto("Armenian"),
    "Beng": _noto("Bengali"),
    "Deva": _noto("Devanagari"),
    "Ethi": _noto("Ethiopic"),
    "Geor": _noto("Georgian"),
    "Gujr": _noto("Gujarati"),
    "Guru": _noto("Gurmukhi"),
    "Hebr": _noto("Hebrew"),
    "Khmr": _noto("Khmer"),
    "Knda": _noto("Kannada"),
    "Laoo": _noto("Lao"),
    "Mlym": _noto("Malayalam"),
    "Mymr": _noto("Myanmar"),
    "Orya": _noto("Oriya"),
    "Sinh": _noto("Sinhala"),
    "Taml": _noto("Tamil"),
    "Telu": _noto("Telugu"),
    "Thai": _noto("Thai"),
}
#: The regions whose forms of Chinese characters differ, in the order asked for each.
REGIONS = {
    "SC": ("SC", "TC", "JP", "KR"),
    "TC": ("TC", "SC", "JP", "KR"),
    "JP": ("JP", "SC", "TC", "KR"),
    "KR": ("KR", "SC", "TC", "JP"),
}


@cache
def asked(script: str, han: str) -> tuple[Family, ...]:
    """The families that are asked for letters of `script` (ISO 15924), in order.

    `han` says whose Chinese characters are meant: SC, TC, JP, KR or nothing.
    """
    if script in CJK or (script == COMMON and han):
        regions = REGIONS[han or ("KR" if script == "Hang" else "SC")]
        first = (
            *(_cjk(region) for region in regions),
            *(Family(system_fonts.title(region), script=region) for region in regions),
        )
        return (VIETNAMESE, NOTO, *first, SYMBOLS) if script == COMMON else (*first, NOTO, SYMBOLS)
    if script in ("Latn", "Cyrl", "Grek", COMMON):
        return (VIETNAMESE, NOTO, SYMBOLS)
    own = NOTO_OF.get(script) or Family(system_fonts.title(script), script=script)
    return (own, VIETNAMESE, NOTO, SYMBOLS)


@cache
def source(family: Family, weight: int) -> Source | None:
    """Where a family lies at a weight of STYLES; None where this machine does not have it."""
    if family.script:
        found = system_fonts.find(family.script, weight)
        return Source(*found) if found else None
    if util.find_spec(family.package) is None:
        return None
    root = Path(str(import_module(family.package).__file__)).parent
    path = root / family.file.format(style=STYLES[weight])
    return Source(path) if path.is_file() else None
