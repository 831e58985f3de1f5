"""Owns the settings of this station: one TOML file in the station's folder.

Keys that this release does not know are kept. Settings are written to a new file that then takes
the old one's place, so a power cut leaves either the old or the new ones.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field, fields
from pathlib import Path

from checkin_app.domain.errors import ConfigError

SETTINGS_FILE = "station.toml"

LANGUAGES = ("vi", "en")
THEMES = ("system", "light", "dark", "contrast")
PRINT_POLICIES = ("never", "if_not_printed", "always")
RECENT_EVENTS = 8
DEFAULT_LAYOUT = "a6"


def station_dir() -> Path:
    """The folder of this station, made (readable by its owner only) when missing.

    `CHECKIN_HOME` names another one.
    """
    named = os.environ.get("CHECKIN_HOME")
    if named:
        folder = Path(named)
    else:
        from platformdirs import user_data_dir

        folder = Path(user_data_dir("checkin-app", appauthor=False))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


@dataclass(slots=True)
class Station:
    """What this station remembers.

    `language` is vi or en; `theme`, `print_policy` are one of `THEMES`, `PRINT_POLICIES`;
    events are paths, the latest first; `window` is Qt's saved geometry in base64;
    `typed_printers` are addresses (`ipp://…`, `zpl://…`) that the system does not list;
    `stock_warning` is how many badges left at a printer are few;
    `ready_after` seconds of quiet bring the scan screen back to ready (0: never);
    `routes` are printers by category id, before `printer`; `keep_code_on_reprint` prints the same
    code again; `verify_before_handover` asks for each fresh badge to be scanned;
    `lan` exchanges with desks of the same event nearby; `hubs` are events (paths) whose hub this
    station is, `hub_ports` by such a path where it is not the usual one;
    `scanner_prefix` and `scanner_suffix` are what the scanner types around a code.
    """

    language: str = "vi"
    theme: str = "system"
    event: str = ""
    recent_events: list[str] = field(default_factory=list)
    operator: str = ""
    desk_name: str = ""
    checkpoint: str = "registration"
    printer: str = ""
    badge_layout: str = ""
    export_folder: str = ""
    print_policy: str = "if_not_printed"
    routes: dict[str, str] = field(default_factory=dict)
    keep_code_on_reprint: bool = False
    typed_printers: list[str] = field(default_factory=list)
    stock_warning: int = 20
    verify_before_handover: bool = False
    lan: bool = False
    hubs: list[str] = field(default_factory=list)
    hub_ports: dict[str, str] = field(default_factory=dict)
    sounds: bool = True
    motion: bool = True
    ready_after: int = 12
    scanner_prefix: str = ""
    scanner_suffix: str = ""
    window: str = ""
    screen: str = "scan"
    unknown: dict[str, object] = field(default_factory=dict)

    @property
    def usual_layout(self) -> str:
        """The layout of badges whose category has none of its own."""
        return self.badge_layout or DEFAULT_LAYOUT

    def opened(self, event: str) -> None:
        """Remembers `event` as the last one and the first of the recent ones."""
        self.event = event
        others = [e for e in self.recent_events if e != event]
        self.recent_events = [event, *others][:RECENT_EVENTS]


_CHOICES = {"language": LANGUAGES, "theme": THEMES, "print_policy": PRINT_POLICIES}
_KNOWN = tuple(f.name for f in fields(Station) if f.name != "unknown")


def load(path: Path | None = None) -> tuple[Station, ConfigError | None]:
    """The settings, and what was wrong with the file, if anything.

    A missing file means the defaults. A file that is no TOML is set aside as `station.toml.broken`
    and the defaults hold; a value of a wrong type is replaced by its default alone.
    """
    import tomllib

    path = path or station_dir() / SETTINGS_FILE
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Station(), None
    except OSError as error:
        return Station(), ConfigError(file=path, why=error.strerror or str(error))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        _set_aside(path)
        return Station(), ConfigError(file=path, why=str(error))
    return _from_table(table, path)


def _from_table(table: dict[str, object], path: Path) -> tuple[Station, ConfigError | None]:
    station = Station()
    wrong: list[str] = []
    for key, value in table.items():
        if key not in _KNOWN:
            station.unknown[key] = value
        elif _fits(key, value, getattr(station, key)):
            setattr(station, key, value)
        else:
            wrong.append(key)
    if wrong:
        return station, ConfigError(file=path, why=", ".join(wrong))
    return station, None


def _fits(key: str, value: object, default: object) -> bool:
    if type(value) is not type(default):
        return False
    if key in _CHOICES:
        return value in _CHOICES[key]
    if isinstance(value, list):
        return all(isinstance(item, str) for item in value)
    if isinstance(value, dict):
        return all(isinstance(item, str) for item in value.values())
    return True


def _set_aside(path: Path) -> None:
    try:
        path.replace(path.with_name(path.name + ".broken"))
    except OSError:
        return


def save(station: Station, path: Path | None = None) -> None:
    """Writes the settings; raises `ConfigError` when the folder or the disk refuses."""
    import tomli_w

    from checkin_app.whole import replacing

    path = path or station_dir() / SETTINGS_FILE
    table = dict(station.unknown) | {key: getattr(station, key) for key in _KNOWN}
    try:
        with replacing(path) as draft:
            draft.write_bytes(tomli_w.dumps(table).encode())
    except OSError as error:
        raise ConfigError(file=path, why=error.strerror or str(error)) from error
