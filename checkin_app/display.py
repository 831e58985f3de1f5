"""Owns whether a window can be opened on this machine and, if not, the sentence that says why.

Qt ends the process, or Python prints a loader's message, where a system library of Linux is not
there; so the libraries are asked for before Qt is. Nothing of Qt is imported here.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

from checkin_app.i18n import Language, say

# Shared library: its package on Debian and Ubuntu, its package on Fedora.
PACKAGES = {
    "libEGL.so.1": ("libegl1", "libglvnd-egl"),
    "libGL.so.1": ("libgl1", "libglvnd-glx"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb"),
    "libX11.so.6": ("libx11-6", "libX11"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libwayland-client.so.0": ("libwayland-client0", "libwayland-client"),
    "libwayland-cursor.so.0": ("libwayland-cursor0", "libwayland-cursor"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb"),
    "libxcb-util.so.1": ("libxcb-util1", "xcb-util"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libxcb.so.1": ("libxcb1", "libxcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
}

_WIDGETS = "lib/libQt6Widgets.so.6"
_PLUGIN = "plugins/platforms/libq{}.so"
_WANTED = re.compile(r"^(lib[\w.+-]+\.so[.\d]*): cannot open shared object file")

_MISSING = (
    "The window needs system libraries that are not installed here: on Debian or Ubuntu, run "
    "“sudo apt-get install {debian}”; on Fedora, run “sudo dnf install {fedora}”."
)
_UNKNOWN = (
    "The window needs the system library {libraries}, which is not installed here; install the "
    "package of your system that contains it."
)
_NO_SCREEN = (
    "There is no screen here to open the window on: start the program from a desktop session, or "
    "use its commands (checkin-app --help)."
)


def obstacle(
    lang: Language, environ: Mapping[str, str] = os.environ, qt: Path | None = None
) -> str | None:
    """What keeps a window from opening and what to do about it, or None if nothing does.

    `qt` is the folder of Qt's libraries and plugins; PySide6's own if None.
    """
    if sys.platform != "linux":
        return None
    qt = qt or _qt_folder()
    if qt is None:
        return None
    problem = None
    for platform in _platforms(environ):
        missing = _missing(qt, platform)
        if missing:
            problem = problem or _libraries(lang, missing)
        elif platform == "xcb" and not _x_server():
            problem = problem or say(lang, "start", _NO_SCREEN)
        else:
            return None
    return problem


def loader_message(lang: Language, error: ImportError) -> str | None:
    """The sentence for an import that failed for want of a system library; None for any other."""
    wanted = _WANTED.match(str(error))
    return _libraries(lang, [wanted[1]]) if wanted else None


def _qt_folder() -> Path | None:
    spec = find_spec("PySide6")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent / "Qt"
    return folder if (folder / _WIDGETS).exists() else None


def _platforms(environ: Mapping[str, str]) -> list[str]:
    """The Qt platforms that will be tried, in Qt's order."""
    chosen = environ.get("QT_QPA_PLATFORM", "")
    if chosen:
        return [name.partition(":")[0] for name in chosen.split(";")]
    if environ.get("WAYLAND_DISPLAY") or environ.get("XDG_SESSION_TYPE") == "wayland":
        return ["wayland", "xcb"]
    return ["xcb"]


def _missing(qt: Path, platform: str) -> list[str]:
    """The shared libraries that Qt and its plugin for `platform` want and do not find."""
    plugin = qt / _PLUGIN.format(platform)
    files = [qt / _WIDGETS, *([plugin] if plugin.exists() else [])]
    first = next(_refused(map(str, files)), None)
    if first is None:
        return []
    others = [name for name in PACKAGES if _of(name) in ("", platform)]
    return sorted({first, *_refused(others)})


def _of(library: str) -> str:
    """The Qt platform that alone wants this library, "" if all do."""
    if library.startswith("libwayland"):
        return "wayland"
    only_xcb = library.startswith(("libxcb-", "libX11-xcb", "libxkbcommon-x11"))
    return "xcb" if only_xcb else ""


def _refused(libraries: Iterator[str] | list[str]) -> Iterator[str]:
    import ctypes

    for library in libraries:
        try:
            ctypes.CDLL(library)
        except OSError as error:
            wanted = _WANTED.match(str(error))
            if wanted:
                yield wanted[1]


def _x_server() -> bool:
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed


def _libraries(lang: Language, missing: list[str]) -> str:
    known = [PACKAGES[name] for name in missing if name in PACKAGES]
    if not known:
        return say(lang, "start", _UNKNOWN, libraries=", ".join(missing))
    debian, fedora = (" ".join(dict.fromkeys(names)) for names in zip(*known, strict=True))
    return say(lang, "start", _MISSING, debian=debian, fedora=fedora)
