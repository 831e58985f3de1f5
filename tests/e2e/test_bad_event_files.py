"""An event file that cannot be used: status 4, one sentence with what to do, nothing changed."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from checkin_app.desk import Desk

pytestmark = pytest.mark.serial

Done = subprocess.CompletedProcess[str]
COMMANDS = (("stats",), ("find", "lan"), ("scan", "123"), ("check",), ("backup", "copy.checkin"))


def program(*arguments: object, stdin: str = "", **given: object) -> Done:
    return subprocess.run(
        [sys.executable, "-m", "checkin_app", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        **given,
    )


@pytest.fixture
def event(tmp_path: Path) -> Path:
    file = tmp_path / "forum.checkin"
    desk = Desk.create(
        file, name="Forum", first_day=date(2026, 11, 25), last_day=date(2026, 11, 27)
    )
    for number in range(300):
        desk.register({"name": f"Nguyễn Thị Lan {number}", "delegation": "Huế"}, force=True)
    desk.close()
    return file


@pytest.fixture
def refused(tmp_path: Path) -> Callable[[Path, str], None]:
    """Every command refuses the file with status 4 and a sentence, and leaves it as it was."""

    def check(file: Path, said: str) -> None:
        before = file.read_bytes() if file.is_file() else None
        for command in COMMANDS:
            done = program("--event", file, "--json", *command, cwd=tmp_path)
            assert done.returncode == 4, (command, done)
            assert done.stdout == ""
            assert said in done.stderr
            assert len(done.stderr.splitlines()) == 1
        assert (file.read_bytes() if file.is_file() else None) == before
        assert not (tmp_path / "copy.checkin").exists()

    return check


def test_missing(tmp_path, refused) -> None:
    refused(tmp_path / "nowhere.checkin", "There is no event file at")
    assert not (tmp_path / "nowhere.checkin").exists()


def test_a_folder(tmp_path, refused) -> None:
    refused(tmp_path, "There is no event file at")


@pytest.mark.parametrize("content", [b"", b"\0" * 8192, b"%PDF-1.7\n", b"SQLite format 3\0"])
def test_not_sqlite(tmp_path, refused, content) -> None:
    file = tmp_path / "bad.checkin"
    file.write_bytes(content)
    refused(file, "is not a whole event file. Restore the latest backup")


def test_a_database_of_something_else(tmp_path, refused) -> None:
    file = tmp_path / "other.checkin"
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE songs (title TEXT)")
    connection.close()
    refused(file, "is a database, but not an event file")


@pytest.mark.parametrize("share", [0.02, 0.5, 0.97])
def test_truncated(event, refused, share) -> None:
    whole = event.read_bytes()
    event.write_bytes(whole[: int(len(whole) * share) // 4096 * 4096 + 17])
    refused(event, "is not a whole event file. Restore the latest backup")


def test_written_by_a_newer_release(event, refused) -> None:
    connection = sqlite3.connect(event)
    connection.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " VALUES ('event', '9999_future', '')"
    )
    connection.commit()
    connection.close()
    refused(event, "was written by a newer release. Update this program")


def test_open_in_a_second_program(event, tmp_path) -> None:
    desk = Desk.open(event)
    try:
        for command in (("scan", "123"), ("amend", "x", "name=y"), ("restore", event)):
            done = program("--event", event, *command)
            assert (done.returncode, done.stdout) == (4, "")
            assert "is open for writing in another program" in done.stderr
        done = program("--event", event, "--json", "stats")
        assert json.loads(done.stdout)["expected"] == 300
    finally:
        desk.close()
    assert program("--event", event, "scan", "123").returncode == 0


@pytest.fixture
def read_only(event: Path) -> Iterator[Path]:
    """The event in a place that cannot be written, even by the superuser."""
    if os.geteuid() != 0:
        event.chmod(0o444)
        event.parent.chmod(0o555)
        yield event
        event.parent.chmod(0o755)
        return
    place = event.parent / "mounted"
    place.mkdir()
    shutil.copy(event, place)
    mounted = subprocess.run(
        ["mount", "--bind", place, place], capture_output=True, check=False
    ).returncode
    if mounted != 0:
        pytest.skip("no file system can be mounted here")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", place], check=True)
        yield place / event.name
    finally:
        subprocess.run(["umount", place], check=True)


def test_read_only(read_only) -> None:
    for command in (("scan", "123"), ("register", "--name", "A", "--delegation", "B")):
        done = program("--event", read_only, *command)
        assert (done.returncode, done.stdout) == (4, "")
        assert "cannot be written. Copy it to a folder you may write to" in done.stderr
        assert len(done.stderr.splitlines()) == 1
    done = program("--event", read_only, "--json", "stats")
    assert done.returncode in (0, 4)
    assert len(done.stderr.splitlines()) == (done.returncode == 4)


def _scan_until_full(
    event: Path, codes: list[str], *, least: int = 1, **given: object
) -> list[dict[str, object]]:
    """Scans until the disk is full; the verdicts that were printed, `least` or more."""
    done = program("--event", event, "--json", "scan", "-", stdin="\n".join(codes), **given)
    assert done.returncode == 4, done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert least <= len(answers) < len(codes)
    return answers


def _nothing_lost(event: Path, answers: list[dict[str, object]]) -> None:
    assert json.loads(program("--event", event, "--json", "check").stdout)["whole"]
    desk = Desk.open(event, write=False)
    try:
        recorded = {outcome.scan_id for outcome in desk.recent(100_000)}
    finally:
        desk.close()
    assert {answer["scan_id"] for answer in answers} <= recorded


def test_no_space_for_a_longer_file(event) -> None:
    """RLIMIT_FSIZE stands for the full disk: nothing acknowledged is lost, nothing is damaged."""
    resource = pytest.importorskip("resource")
    limit = event.stat().st_size + (1 << 18)

    def narrow() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    answers = _scan_until_full(event, [str(n) for n in range(4000)], preexec_fn=narrow)
    _nothing_lost(event, answers)
    assert program("--event", event, "scan", "123").returncode == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", place], capture_output=True, check=False
    ).returncode
    if mounted != 0:
        pytest.skip("no file system can be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


def test_a_full_disk(event, small_disk) -> None:
    file = Path(shutil.copy(event, small_disk))
    answers = _scan_until_full(file, [str(n) for n in range(20_000)])
    # Closing moved the log into the file, which may have made room for a few more.
    answers += _scan_until_full(file, [str(n) for n in range(20_000)], least=0)
    done = program("--event", file, "export", "scans", "--out", small_disk / "scans.csv")
    assert done.returncode in (2, 4)
    assert len(done.stderr.splitlines()) == 1
    roomy = event.with_name("roomy")
    shutil.copytree(small_disk, roomy)
    _nothing_lost(roomy / file.name, answers)
