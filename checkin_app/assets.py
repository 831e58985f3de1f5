"""Owns where the files that come with the program lie: resources/ and db/.

One rule for checkout, editable install, wheel and bundle: the copy beside this package if there
is one, else the checkout that the package lies in.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def _folder(name: str) -> Path:
    package = Path(__file__).resolve().parent
    beside = package / name
    return beside if beside.is_dir() else package.parent / name


def resources() -> Path:
    """The folder of icons, sounds, styles, badge layouts, translations and column words."""
    return _folder("resources")


def resource(*parts: str) -> Path:
    """One file of resources(), as in resource("columns", "names.toml"); it need not exist."""
    return resources().joinpath(*parts)


def migrations(which: str) -> list[Path]:
    """The migration files of one database, "event" say, in the order they run."""
    return sorted((_folder("db") / which).glob("[0-9][0-9][0-9][0-9]_*.sql"))
