"""Owns the operating system's fonts: which of them stands in for a script that no package brings.

Windows and macOS come with fonts whose file names are known; elsewhere fontconfig is asked, and
without it the folders where fonts lie are looked through for known names.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import uharfbuzz as hb

#: Region of Chinese characters, or script: a letter that its font must have, and what it is called.
LETTERS = {
    "SC": ("颖", "Chinese (simplified)"),
    "TC": ("顆", "Chinese (traditional)"),
    "JP": ("あ", "Japanese"),
    "KR": ("한", "Korean"),
    "Mong": ("ᠠ", "Mongolian"),
    "Nkoo": ("ߊ", "N’Ko"),
    "Syrc": ("ܐ", "Syriac"),
    "Tfng": ("ⴰ", "Tifinagh"),
    "Thaa": ("ހ", "Thaana"),
    "Tibt": ("ཀ", "Tibetan"),
}
_LANGUAGES = {"SC": "zh-cn", "TC": "zh-tw", "JP": "ja", "KR": "ko"}
#: Files in the order tried: regular type, heavy type if it is another file, number in a collection.
_Files = tuple[tuple[str, str, int], ...]
_WINDOWS: dict[str, _Files] = {
    "SC": (("msyh.ttc", "msyhbd.ttc", 0), ("simsun.ttc", "", 0), ("simhei.ttf", "", 0)),
    "TC": (("msjh.ttc", "msjhbd.ttc", 0), ("mingliu.ttc", "", 0)),
    "JP": (
        ("meiryo.ttc", "meiryob.ttc", 0),
        ("YuGothM.ttc", "YuGothB.ttc", 0),
        ("msgothic.ttc", "", 0),
    ),
    "KR": (("malgun.ttf", "malgunbd.ttf", 0), ("gulim.ttc", "", 0)),
    "Mong": (("monbaiti.ttf", "", 0),),
    "Nkoo": (("ebrima.ttf", "ebrimabd.ttf", 0),),
    "Syrc": (("estre.ttf", "", 0), ("seguihis.ttf", "", 0)),
    "Tfng": (("ebrima.ttf", "ebrimabd.ttf", 0),),
    "Thaa": (("mvboli.ttf", "", 0),),
    "Tibt": (("himalaya.ttf", "", 0),),
}
_MACOS: dict[str, _Files] = {
    "SC": (
        ("Hiragino Sans GB.ttc", "", 0),
        ("PingFang.ttc", "", 2),
        ("STHeiti Medium.ttc", "", 1),
        ("Songti.ttc", "", 0),
    ),
    "TC": (("PingFang.ttc", "", 1), ("STHeiti Medium.ttc", "", 0), ("Songti.ttc", "", 0)),
    "JP": (("ヒラギノ角ゴシック W4.ttc", "ヒラギノ角ゴシック W6.ttc", 0),),
    "KR": (("AppleSDGothicNeo.ttc", "", 0), ("AppleGothic.ttf", "", 0)),
    "Mong": (("NotoSansMongolian-Regular.ttf", "", 0),),
    "Nkoo": (("NotoSansNKo-Regular.ttf", "", 0),),
    "Syrc": (("NotoSansSyriac-Regular.ttf", "", 0),),
    "Tfng": (("NotoSansTifinagh-Regular.otf", "", 0),),
    "Tibt": (("Kailasa.ttc", "", 0),),
}
_OTHERS: dict[str, _Files] = {
    region: (
        ("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc", number),
        (f"NotoSans{region}-Regular.otf", f"NotoSans{region}-Bold.otf", 0),
        *((name, "", 0) for name in more),
        ("DroidSansFallbackFull.ttf", "", 0),
    )
    for number, region, more in (
        (0, "JP", ("ipaexg.ttf", "ipag.ttf", "VL-Gothic-Regular.ttf")),
        (1, "KR", ("NanumGothic.ttf", "UnDotum.ttf")),
        (2, "SC", ("wqy-microhei.ttc", "wqy-zenhei.ttc")),
        (3, "TC", ("wqy-microhei.ttc", "wqy-zenhei.ttc")),
    )
}
_HEAVY = 600
#: OS/2 fsType: may not be put into a document.
_RESTRICTED = 2


def title(script: str) -> str:
    """What the system's font for a script or region is called."""
    return f"the system’s font for {LETTERS[script][1] if script in LETTERS else script}"


def find(script: str, weight: int) -> tuple[Path, int] | None:
    """A file and the font's number in it, for one of LETTERS; None where there is none."""
    if script not in LETTERS:
        return None
    letter = LETTERS[script][0]
    for path, number in _candidates(script, weight, letter):
        if _usable(path, number, letter):
            return path, number
    return None


def _candidates(script: str, weight: int, letter: str) -> Iterator[tuple[Path, int]]:
    windows, macos = sys.platform == "win32", sys.platform == "darwin"
    if not windows and not macos:
        yield from _fontconfig(script, weight, letter)
    known = _WINDOWS if windows else _MACOS if macos else _OTHERS
    for regular, heavy, number in known.get(script, ()):
        for name in (heavy, regular) if weight >= _HEAVY else (regular,):
            if name in _files():
                yield _files()[name], number


def _fontconfig(script: str, weight: int, letter: str) -> Iterator[tuple[Path, int]]:
    program = shutil.which("fc-match")
    if program is None:
        return
    wanted = f"sans-serif:charset={ord(letter):x}:weight={200 if weight >= _HEAVY else 80}"
    if script in _LANGUAGES:
        wanted += f":lang={_LANGUAGES[script]}"
    try:
        done = subprocess.run(
            (program, "-f", "%{file}\n%{index}", wanted),
            capture_output=True,
            timeout=20,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return
    name, _, number = done.stdout.decode("utf-8", "replace").partition("\n")
    if name and number.strip().isdigit():
        yield Path(name), int(number) & 0xFFFF


@cache
def _files() -> dict[str, Path]:
    """The font files of this machine by name."""
    if sys.platform == "win32":
        places = [
            Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "Fonts",
            Path(os.environ.get("LOCALAPPDATA", "")) / "Microsoft" / "Windows" / "Fonts",
        ]
    elif sys.platform == "darwin":
        places = [Path("/System/Library/Fonts"), Path("/Library/Fonts")]
        places.append(Path.home() / "Library" / "Fonts")
    else:
        places = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts")]
        places += [Path.home() / ".local" / "share" / "fonts", Path.home() / ".fonts"]
    return {
        name: Path(folder) / name
        for place in places
        for folder, _, names in os.walk(place)
        for name in names
    }


def _usable(path: Path, number: int, letter: str) -> bool:
    """Whether a font has the letter as an outline and may be embedded."""
    try:
        face = hb.Face(hb.Blob.from_file_path(str(path)), number)
    except (OSError, hb.HarfBuzzError):
        return False
    tables = set(face.table_tags)
    rights = face.reference_table("OS/2").data[8:10]
    return (
        ord(letter) in face.unicodes
        and not tables.isdisjoint({"glyf", "CFF ", "CFF2"})
        and int.from_bytes(rights) & 0xF != _RESTRICTED
    )
