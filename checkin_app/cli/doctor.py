"""Owns what can be found out about this machine: does each part work, and if not, what to do."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from checkin_app.cli.language import say, sentence, spoken
from checkin_app.domain.errors import CheckinError

State = Literal["works", "look", "broken"]

_LEAST_FREE = 1 << 30
_NETWORK_DISKS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs"})
#: No event is older than this release.
_EARLIEST = datetime(2026, 11, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Finding:
    """One part of the machine; `advice` is empty where nothing needs doing."""

    part: str
    state: State
    detail: str
    advice: str = ""


def examine(event: Path | None) -> Iterator[Finding]:
    """Every part in turn; a part that cannot be examined is a finding too."""
    checks: tuple[tuple[str, Callable[[], Finding]], ...] = (
        ("display", _display),
        ("scanner", _scanner),
        ("sound", _sound),
        ("printers", _printers),
        ("fonts", _fonts),
        ("languages", _languages),
        ("disk", lambda: _disk(event)),
        ("clock", lambda: _clock(event)),
    )
    for part, check in checks:
        try:
            yield check()
        except CheckinError as error:
            yield Finding(part, "broken", sentence(error))
        except Exception as error:
            yield Finding(part, "broken", f"{type(error).__name__}: {error}")


def _display() -> Finding:
    from checkin_app import display

    problem = display.obstacle(spoken())
    if problem is None:
        return Finding("display", "works", say("The desk window can be opened."))
    return Finding("display", "broken", say("The desk window cannot be opened."), problem)


def _scanner() -> Finding:
    return Finding(
        "scanner",
        "look",
        say("A scanner types like a keyboard and needs no driver."),
        say("Open the desk window and scan any code: the answer must appear within a second."),
    )


def _sound() -> Finding:
    if sys.platform != "linux":
        return Finding("sound", "look", say("Press a test sound in the settings of the window."))
    import ctypes

    try:
        ctypes.CDLL("libpulse.so.0")
    except OSError:
        return Finding(
            "sound",
            "broken",
            say("Sounds cannot be played: the library libpulse.so.0 is missing."),
            say("On Debian or Ubuntu, run “sudo apt-get install libpulse0”."),
        )
    socket = Path(os.environ.get("XDG_RUNTIME_DIR", "/nowhere")) / "pulse" / "native"
    if socket.exists() or os.environ.get("PULSE_SERVER"):
        return Finding("sound", "works", say("A sound server is running."))
    return Finding(
        "sound",
        "look",
        say("No sound server is running."),
        say("Verdicts are shown, not heard. Log in to a desktop session to hear them."),
    )


def _printers() -> Finding:
    from checkin_app.cli.printing import STATE_WORDS
    from checkin_app.printing import printers, words

    found = printers()
    names = ", ".join(f"{p.name} ({say(STATE_WORDS[p.state])})" for p in found)
    asked = [
        words.attended(attention, printer.name, spoken())
        for printer in found
        for attention in printer.attention
        if attention.blocking
    ]
    if found:
        return Finding("printers", "look" if asked else "works", names, " ".join(asked))
    return Finding(
        "printers",
        "look",
        say("No printer is set up on this machine."),
        say("Badges can be written to PDF files. To print, add the printer to the system first."),
    )


def _fonts() -> Finding:
    from checkin_app.badges.text.faces import face
    from checkin_app.badges.text.families import NOTO_OF, REGIONS, asked

    scripts = ["Latn", "Cyrl", "Grek", *NOTO_OF]
    broken = [script for script in scripts if face(asked(script, "")[0], 400) is None]
    if broken:
        return Finding(
            "fonts",
            "broken",
            say("Fonts of the program are missing: {scripts}.", scripts=", ".join(broken)),
            say("Install the program again."),
        )
    found = {region: _font_of(region) for region in REGIONS}
    names = ", ".join(dict.fromkeys(name for name in found.values() if name))
    if all(found.values()):
        return Finding(
            "fonts",
            "works",
            say(
                "Letters of {count} scripts; Chinese, Japanese and Korean: {names}.",
                count=len(scripts),
                names=names,
            ),
        )
    titles = {
        "SC": say("Chinese (simplified)"),
        "TC": say("Chinese (traditional)"),
        "JP": say("Japanese"),
        "KR": say("Korean"),
    }
    return Finding(
        "fonts",
        "look",
        say(
            "Letters of {count} scripts; none for: {languages}.",
            count=len(scripts),
            languages=", ".join(titles[region] for region, name in found.items() if not name),
        ),
        say(
            "Run “pip install checkin-app[cjk]”, or install the system’s fonts: on Debian or Ubuntu"
            " with “sudo apt-get install fonts-noto-cjk”, on Windows among the optional features."
        ),
    )


def _font_of(region: str) -> str:
    """The font that has a region’s own letters; empty where none has."""
    from checkin_app.badges.text.faces import face
    from checkin_app.badges.text.families import asked
    from checkin_app.badges.text.system_fonts import LETTERS

    letter = LETTERS[region][0]
    script = {"JP": "Hira", "KR": "Hang"}.get(region, "Hani")
    for family in asked(script, region):
        known = face(family, 400)
        if known is not None and known.has(letter):
            return known.name
    return ""


def _languages() -> Finding:
    from zoneinfo import ZoneInfo

    from checkin_app import assets

    ZoneInfo("Asia/Ho_Chi_Minh")
    if assets.resource("translations", "words_vi.ts").is_file():
        return Finding("languages", "works", "Tiếng Việt, English")
    return Finding(
        "languages",
        "broken",
        say("The Vietnamese texts are missing."),
        say("Install the program again."),
    )


def _disk(event: Path | None) -> Finding:
    from checkin_app.config import station_dir

    folder = event.absolute().parent if event and event.absolute().parent.is_dir() else None
    folder = folder or station_dir()
    free = shutil.disk_usage(folder).free
    took = _durable_write(folder)
    detail = say(
        "{folder}: {free} GB free, a safe write takes {took} ms.",
        folder=folder,
        free=f"{free / 1e9:.1f}",
        took=f"{took * 1000:.1f}",
    )
    kind = _file_system(folder)
    if kind in _NETWORK_DISKS:
        return Finding(
            "disk", "broken", detail, say("This is a network disk. Keep the event on a local one.")
        )
    if free < _LEAST_FREE:
        return Finding("disk", "look", detail, say("Free at least 1 GB before the doors open."))
    if took > 0.25:
        return Finding("disk", "look", detail, say("The disk is slow; close what uses it."))
    return Finding("disk", "works", detail)


def _durable_write(folder: Path) -> float:
    """Seconds that a small write takes until it would outlast a power cut."""
    with tempfile.TemporaryFile(dir=folder) as file:
        begun = time.perf_counter()
        file.write(b"\0" * 4096)
        file.flush()
        os.fsync(file.fileno())
        return time.perf_counter() - begun


def _file_system(folder: Path) -> str:
    """The kind of file system, where the system tells."""
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    best = ("", "")
    for mount in mounts:
        _, point, kind, *_ = mount.split(" ")
        if folder.resolve().is_relative_to(point) and len(point) >= len(best[0]):
            best = (point, kind)
    return best[1]


def _clock(event: Path | None) -> Finding:
    now = datetime.now(UTC).astimezone()
    detail = now.isoformat(timespec="seconds")
    if now < _EARLIEST:
        return Finding(
            "clock", "broken", detail, say("The clock is wrong. Set it before anybody is scanned.")
        )
    if event is None:
        return Finding("clock", "works", detail)
    from checkin_app.desk import Desk

    desk = Desk.open(event, write=False)
    try:
        zone = desk.event.zone
        latest = max((outcome.at for outcome in desk.recent(20)), default=now)
    finally:
        desk.close()
    if (latest - now).total_seconds() > 600:
        return Finding(
            "clock",
            "look",
            detail,
            say("Scans are recorded later than now ({time}). Set the clock.", time=latest),
        )
    if now.utcoffset() != now.astimezone(zone).utcoffset():
        return Finding(
            "clock",
            "works",
            say("{time} here; times are shown as in {zone}.", time=detail, zone=zone),
        )
    return Finding("clock", "works", detail)
