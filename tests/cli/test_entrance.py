"""The entrance: which commands there are, how wrong use is answered, in both languages."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from checkin_app import __version__
from checkin_app.cli import entrance, failures
from checkin_app.domain import errors

HERE = [
    *("init", "sample", "import", "find", "code", "scan", "admit", "override", "undo"),
    *("register", "amend", "badges", "print", "printers", "export", "stats", "check"),
    *("backup", "restore", "bench", "doctor"),
]


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_help_names_every_command(cli, lang) -> None:
    answer = cli("--lang", lang, "--help")
    assert answer.status == 0
    listed = [line.split()[0] for line in answer.out.splitlines() if line.startswith("  ")]
    assert set(HERE) <= set(listed)


@pytest.mark.parametrize("name", HERE)
def test_every_command_has_help_in_both_languages(cli, name) -> None:
    said = {lang: cli("--lang", lang, name, "--help") for lang in ("en", "vi")}
    assert [answer.status for answer in said.values()] == [0, 0]
    assert said["vi"].out.split("\n\n")[1] != said["en"].out.split("\n\n")[1]


@pytest.mark.parametrize("name", ["report", "closing"])
def test_commands_of_later_releases_are_not_there(cli, name) -> None:
    answer = cli(name)
    assert answer.status == 2
    assert answer.out == ""
    assert answer.err.startswith(f"There is no command “{name}”.")


WRONG = [
    (),
    ("--json",),
    ("fnd", "x"),
    ("find",),
    ("find", "--limit", "0", "x"),
    ("find", "--limit", "few", "x"),
    ("find", "x", "--limit"),
    ("--json=yes", "find", "x"),
    ("undo", "a", "b"),
    ("sample", "x.checkin", "--seed", "one"),
    ("find", "--lmit", "3", "x"),
    ("find", "an"),
    ("--event",),
    ("--lang", "fr", "stats"),
    ("export", "everything", "--out", "x.csv"),
    ("export", "scans"),
    ("init", "x.checkin", "--name", "X", "--from", "25/11/2026", "--to", "2026-11-27"),
    ("init", "x.checkin", "--name", "X", "--from", "2026-11-27", "--to", "2026-11-25"),
    ("--event", "x", "amend", "d1", "name"),
    ("--event", "x", "scan", "1", "--at", "2026-11-25T08:00:00"),
    ("--event", "x", "scan", "1", "--at", "yesterday"),
    ("--event", "x", "scan", "1", "--direction", "up"),
    ("--event", "x", "override", "scan"),
    ("code", "shw"),
]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_usage_is_two_and_one_line_in_each_language(cli, arguments, tmp_path) -> None:
    said = {
        lang: cli(*(["--lang", lang] if lang == "vi" else []), *arguments) for lang in ["en", "vi"]
    }
    for answer in said.values():
        assert answer.status == 2
        assert answer.out == ""
        assert len(answer.err.splitlines()) == 1
        assert "Traceback" not in answer.err
    if "--lang" not in arguments:
        assert said["en"].err != said["vi"].err
    assert not Path("x.checkin").exists()


def test_the_language_comes_from_option_then_variable_then_system(cli, monkeypatch) -> None:
    assert "no command" in cli("nope").err
    monkeypatch.setenv("LANG", "vi_VN.UTF-8")
    assert "lệnh" in cli("nope").err
    monkeypatch.setenv("CHECKIN_LANG", "en")
    assert "no command" in cli("nope").err
    assert "lệnh" in cli("--lang=vi", "nope").err
    monkeypatch.setenv("CHECKIN_LANG", "xx")
    assert "lệnh" in cli("nope").err


def test_options_of_the_group_are_understood_behind_the_command_too(cli, forum) -> None:
    before = cli("--event", forum.file, "--json", "find", "lan")
    assert cli("find", "lan", "--json", "--event", forum.file).out == before.out
    assert "Không" in cli("find", "zzz", "--lang", "vi", "--event", forum.file).err


def test_the_event_may_be_named_by_the_environment(cli, forum, monkeypatch) -> None:
    monkeypatch.setenv("CHECKIN_EVENT", str(forum.file))
    assert cli("--json", "stats").json["expected"] == 3


def test_version(cli) -> None:
    assert cli("--version").out.strip() == __version__


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (errors.UnreadableFile(file="a", why="b"), 3),
        (errors.NoSuchColumn(file="a", column="b", columns="c"), 3),
        (errors.StoreMissing(file="a"), 4),
        (errors.StoreLocked(file="a"), 4),
        (errors.StoreDamaged(file="a"), 4),
        (errors.StoreTooNew(file="a"), 4),
        (errors.StoreReadOnly(file="a"), 4),
        (errors.DiskFull(), 4),
        (errors.PrinterFailed(printer="a", why="b"), 6),
        (errors.NoSuchDelegate(id="a"), 2),
        (errors.NoSuchScan(id="a"), 2),
        (errors.NoSuchCheckpoint(id="a", known="b"), 2),
        (errors.NotPossible(why="a"), 2),
        (errors.ConfigError(file="a", why="b"), 2),
        (errors.CheckinError(), 2),
        (KeyboardInterrupt(), 130),
        (ZeroDivisionError(), 1),
    ],
)
def test_the_status_of_every_failure(error, status) -> None:
    assert failures.exit_status(error) == status


def test_every_family_of_errors_has_a_status_of_its_own() -> None:
    families = {
        failures.exit_status(
            cls(file="", why="", id="", known="", printer="", columns="", column="", address="")
        )
        for cls in errors.CheckinError.__subclasses__()
        if cls.__module__ == errors.__name__
    }
    assert families == {2, 3, 4, 5, 6}


def test_a_bug_is_one_sentence_and_a_traceback_only_when_asked_for(
    cli, forum, monkeypatch, station, caplog
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("inside")

    monkeypatch.setattr("checkin_app.desk.Desk.find", broken)
    answer = cli("--event", forum.file, "find", "lan")
    assert answer.status == 1
    assert answer.out == ""
    assert len(answer.err.splitlines()) == 1
    assert "ZeroDivisionError" in answer.err
    kept = (station / "checkin.log").read_text(encoding="utf-8")
    assert "ZeroDivisionError" in kept
    answer = cli("--event", forum.file, "--debug", "find", "lan")
    assert "Traceback" in answer.err
    assert "inside" in answer.err


def test_ctrl_c_ends_with_a_sentence(cli, forum, monkeypatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("checkin_app.desk.Desk.find", stopped)
    answer = cli("--event", forum.file, "find", "lan")
    assert answer.status == 130
    assert answer.err == "Stopped. What was shown as done is done.\n"


def _program(*arguments: object, **given: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "checkin_app", *map(str, arguments)],
        capture_output=True,
        timeout=60,
        **given,
    )


def test_a_reader_that_went_away_is_no_failure_to_talk_about(forum) -> None:
    script = (
        f'"{sys.executable}" -m checkin_app --event "{forum.file}" --json code list | head -c 1'
    )
    done = subprocess.run(["bash", "-c", script], capture_output=True, timeout=60)
    assert (done.stdout, done.stderr) == (b"[", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_under_the_output_is_one_sentence(forum) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "checkin_app", "--event", forum.file, "--json", "stats"],
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
        )
    assert done.returncode == 2
    assert done.stderr.decode().startswith("There is no space left")
    assert len(done.stderr.splitlines()) == 1


def test_output_is_utf8_whatever_the_system_says(forum) -> None:
    environ = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = _program("--event", forum.file, "find", "lan", env=environ)
    assert "Nguyễn Thị Lan" in done.stdout.decode("utf-8")


HEAVY = "sqlite_utils reportlab babel PIL xlsxwriter cryptography qrcode keyring openpyxl PySide6"


def test_find_imports_nothing_heavy(forum) -> None:
    script = (
        "import sys; from checkin_app.cli import main;"
        f"main(['--event', {str(forum.file)!r}, 'find', 'lan']);"
        f"print(sorted(set({HEAVY.split()!r}) & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, timeout=60)
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_the_table_of_commands_names_modules_that_are_there(cli) -> None:
    for name in entrance.checkin_app.list_commands(None):
        assert entrance.checkin_app.get_command(None, name).name == name
