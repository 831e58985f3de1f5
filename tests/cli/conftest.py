"""What the tests of the command line share: a way to call it, and an event with three people."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from checkin_app.cli import main
from checkin_app.desk import Desk


@dataclass(frozen=True)
class Answer:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Cli = Callable[..., Answer]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Calls the command line in this process, in English unless told otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "CHECKIN_LANG"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: object, stdin: bytes = b"") -> Answer:
        capsys.readouterr()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Answer(status, out, err)

    return call


@dataclass(frozen=True)
class Forum:
    """An event file, and the ids and codes of its people by their aliases."""

    file: Path
    ids: dict[str, str]
    codes: dict[str, str]


PEOPLE = {
    "lan": {"name": "Nguyễn Thị Lan", "category": "vip", "organization": "Sở Ngoại vụ"},
    "minh": {"name": "Trần Đức Minh", "position": "Giám đốc", "honorific": "Ông"},
    "taro": {"name": "Tarō Tanaka", "own_name": "田中 太郎", "country": "JP"},
}


@pytest.fixture
def forum(tmp_path: Path) -> Forum:
    """Three people of one delegation, nobody scanned."""
    file = tmp_path / "forum.checkin"
    desk = Desk.create(
        file,
        name="Forum",
        name_vi="Diễn đàn",
        first_day=date(2026, 11, 25),
        last_day=date(2026, 11, 27),
    )
    ids, codes = {}, {}
    try:
        for alias, fields in PEOPLE.items():
            made = desk.register({"delegation": "Đoàn Huế", **fields})
            assert not isinstance(made, list)
            ids[alias] = made.id
            codes[alias] = desk.credentials(made.id)[0].code
    finally:
        desk.close()
    return Forum(file, ids, codes)
