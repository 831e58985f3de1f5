"""join and sync on the command line, against a hub in this process and as a program."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from checkin_app.cli import sync
from checkin_app.desk import Desk
from checkin_app.sync.intake import Intake
from checkin_app.sync.lan_server import LanServer
from tests.cli.conftest import Cli, Forum
from tests.desk_support import new_desk
from tests.sync.sync_support import LIMIT, Hub, answering, elsewhere, hub_of, posted


@pytest.fixture
def hub(forum: Forum) -> Iterator[Hub]:
    with hub_of(forum.file) as hub:
        yield hub


def test_join_into_a_new_file_and_exchange(
    cli: Cli, hub: Hub, forum: Forum, tmp_path: Path
) -> None:
    target = tmp_path / "two.checkin"
    joined = cli("--json", "--event", target, "join", hub.enrolment("Quầy 2", "door"))
    assert joined.status == 0, joined.err
    assert joined.json["profile"] == "door" and not joined.json["attached"]
    assert cli("--event", target, "scan", forum.codes["lan"]).status == 0
    assert cli("--json", "--event", target, "stats").json["outbox"] == 1
    done = cli("--json", "--event", target, "sync", "--once")
    assert done.status == 0, done.err
    assert done.json["pushed"] >= 1 and done.json["outbox"] == done.json["rejected"] == 0
    assert [met["kind"] for met in done.json["met"]] == ["hub"]
    attached = cli("--json", "--event", forum.file, "join", "-", stdin=hub.enrolment().encode())
    assert attached.status == 0 and attached.json["attached"]
    assert cli("--json", "--event", forum.file, "sync", "--once").json["pulled"] >= 1
    cli("--event", target, "sync", "--once")
    first, second = (cli("--json", "--event", f, "stats").json for f in (forum.file, target))
    assert first["digest"] == second["digest"] and first["arrived"] == 1
    assert first["outbox"] == second["outbox"] == 0 and first["conflicts"] == 0


def test_what_is_waiting_is_counted_while_the_hub_is_away(
    cli: Cli, hub: Hub, forum: Forum, tmp_path: Path
) -> None:
    target = tmp_path / "two.checkin"
    assert cli("--event", target, "join", hub.enrolment()).status == 0
    assert cli("--event", target, "sync", "--once").status == 0
    hub.stop()
    assert cli("--event", target, "scan", forum.codes["lan"], forum.codes["minh"]).status == 0
    missed = cli("--json", "--event", target, "sync", "--once")
    assert missed.status == 5 and missed.out == ""
    assert missed.err.count("\n") == 1 and "kept here" in missed.err
    assert cli("--json", "--event", target, "stats").json["outbox"] == 2
    hub.start()
    assert cli("--json", "--event", target, "sync", "--once").json["outbox"] == 0


@pytest.mark.parametrize("language", ["en", "vi"])
def test_what_cannot_be_joined_is_told_in_one_sentence(
    cli: Cli, hub: Hub, forum: Forum, tmp_path: Path, language: str
) -> None:
    used = hub.enrolment()
    assert cli("--event", tmp_path / "two.checkin", "join", used).status == 0
    for text, status in ((used, 5), ("CHECKIN-nonsense", 2)):
        answer = cli("--lang", language, "--event", tmp_path / "three.checkin", "join", text)
        assert answer.status == status and answer.err.count("\n") == 1
        assert not (tmp_path / "three.checkin").exists()


def test_an_enrolment_need_stand_in_no_list_of_processes(
    cli: Cli, hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    piped = cli("--event", tmp_path / "two.checkin", "join", stdin=hub.enrolment().encode())
    assert piped.status == 0, piped.err
    line = io.StringIO(f"{hub.enrolment()}\nmore that is typed later\n")
    monkeypatch.setattr(line, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sync, "sys", SimpleNamespace(stdin=line))
    typed = cli("--event", tmp_path / "three.checkin", "join")
    assert typed.status == 0 and "Paste the enrolment" in typed.err
    assert line.read() == "more that is typed later\n"


def test_what_keeps_a_desk_of_the_lan_away_is_said(
    cli: Cli, forum: Forum, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Here the program is pointed at a desk of another event."""
    (tmp_path / "other").mkdir()
    new_desk(tmp_path / "other").close()
    stop: list[Any] = []
    real = sync.output.notice

    def notice(text: str) -> None:
        real(text)
        if "is no desk of this event" in text:
            stop[-1](2, None)  # As Ctrl+C would.

    monkeypatch.setattr(sync.output, "notice", notice)
    monkeypatch.setattr(signal, "signal", lambda number, handler: stop.append(handler))
    with posted(tmp_path / "other" / "forum.checkin") as post:
        server = LanServer(post.path, Intake(post.ask, lambda: False), host="127.0.0.1")
        server.start()
        at_last = threading.Timer(LIMIT, lambda: stop[-1](2, None))
        at_last.start()
        try:
            address = f"127.0.0.1:{server.port}"
            answer = cli("--json", "--event", forum.file, "sync", "--desk", address)
        finally:
            at_last.cancel()
            assert server.stop()
    assert answer.status == 0 and answer.json["met"] == []
    assert f"At {address} is no desk of this event." in answer.err


def test_join_without_a_file_says_which_is_meant(cli: Cli) -> None:
    answer = cli("join", "-", stdin=b"CHECKIN-x")
    assert answer.status == 2 and "--event FILE. It is made new." in answer.err


@pytest.mark.parametrize("plain", [True, False])
def test_who_joins_where_no_hub_is_is_promised_nothing(
    cli: Cli, hub: Hub, tmp_path: Path, plain: bool
) -> None:
    """Nobody there; and a web server that is none."""
    text = hub.enrolment()
    hub.app.instead["/v1/enrol"] = answering(404, b"<h1>Not here</h1>")
    nowhere = hub.settings.addresses[0] if plain else "https://127.0.0.1:1"
    answer = cli(
        "--event", tmp_path / "two.checkin", "join", "-", stdin=elsewhere(text, nowhere).encode()
    )
    assert answer.status == 5 and f"At {nowhere} no hub answers." in answer.err
    for promise in ("Scans go on", "tried again", "Nothing is lost"):
        assert promise not in answer.err


def test_a_file_that_belongs_to_no_hub_is_told(cli: Cli, forum: Forum) -> None:
    for options in (["--once"], []):
        answer = cli("--event", forum.file, "sync", *options)
        assert answer.status == 2 and "join" in answer.err


@pytest.mark.serial
def test_sync_goes_on_until_it_is_stopped(cli: Cli, hub: Hub, forum: Forum, tmp_path: Path) -> None:
    target = tmp_path / "two.checkin"
    cli("--event", target, "join", hub.enrolment())
    program = subprocess.Popen(
        [sys.executable, "-m", "checkin_app", "--json", "--event", str(target), "sync"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    try:
        assert program.stderr is not None
        assert "Ctrl+C" in program.stderr.readline()
        cli("--event", forum.file, "join", hub.enrolment())
        cli("--event", forum.file, "scan", forum.codes["taro"])
        cli("--event", forum.file, "sync", "--once")
        reader = Desk.open(target, write=False)
        try:
            while reader.figures().arrived == 0:  # It comes by itself, or this test hangs.
                reader._file.forget()
        finally:
            reader.close()
    finally:
        program.send_signal(signal.SIGTERM)
        out, err = program.communicate(timeout=LIMIT)
    assert program.returncode == 0, err
    assert '"outbox": 0' in out
