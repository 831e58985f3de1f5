"""init, check, backup, restore: whole event files."""

from __future__ import annotations

import sqlite3

import pytest

NEW = ("--name", "Forum", "--name-vi", "Diễn đàn", "--from", "2026-11-25", "--to", "2026-11-27")


def test_init_makes_an_event_with_one_checkpoint_and_overwrites_nothing(cli, tmp_path) -> None:
    file = tmp_path / "new.checkin"
    made = cli("--json", "init", file, *NEW).json
    assert made == {
        "file": str(file),
        "event": "Forum",
        "name_vi": "Diễn đàn",
        "from": "2026-11-25",
        "to": "2026-11-27",
        "timezone": "Asia/Ho_Chi_Minh",
    }
    stats = cli("--event", file, "--json", "stats").json
    assert (stats["expected"], list(stats["per_checkpoint"])) == (0, ["registration"])
    before = file.read_bytes()
    again = cli("init", file, *NEW)
    assert again.status == 4
    assert file.read_bytes() == before
    assert cli("init", tmp_path / "no" / "x.checkin", *NEW).status == 4


@pytest.mark.parametrize(
    "wrong", [("--timezone", "Mars/Olympus"), ("--timezone", "../etc"), ("--name", "  ")]
)
def test_init_with_something_wrong_leaves_no_file(cli, tmp_path, wrong) -> None:
    answer = cli("init", tmp_path / "new.checkin", *NEW, *wrong)
    assert answer.status == 2
    assert list(tmp_path.iterdir()) == []


def test_check_tells_a_whole_file_from_a_changed_one(cli, forum) -> None:
    report = cli("--event", forum.file, "--json", "check")
    assert (report.status, report.json["whole"], report.json["problems"]) == (0, True, [])
    assert report.json["entries"] > 3
    assert cli("--event", forum.file, "check").out.strip().endswith(f"{report.json['digest']}.")

    connection = sqlite3.connect(forum.file)
    connection.execute("UPDATE delegates SET name = 'Somebody else'")
    connection.commit()
    connection.close()
    report = cli("--event", forum.file, "--json", "check")
    assert (report.status, report.json["whole"]) == (4, False)
    assert len(report.json["problems"]) == 1
    assert len(report.err.splitlines()) == 1
    assert cli("--event", forum.file, "--json", "check", "--rebuild").json["whole"]
    assert cli("--event", forum.file, "--json", "find", "lan").json[0]["name"] == "Nguyễn Thị Lan"


def test_check_finds_a_changed_entry(cli, forum) -> None:
    connection = sqlite3.connect(forum.file)
    changed = "CAST(replace(CAST(body AS TEXT), 'walk-in', 'walk-on') AS BLOB)"
    assert connection.execute(f"UPDATE entries SET body = {changed} WHERE n > 4").rowcount > 0
    connection.commit()
    connection.close()
    assert cli("--event", forum.file, "check").status == 4


def test_a_backup_beside_a_desk_at_work_and_its_return(cli, forum, tmp_path) -> None:
    from checkin_app.desk import Desk

    copy = tmp_path / "copy.checkin"
    desk = Desk.open(forum.file)
    desk.scan(forum.codes["lan"])
    assert cli("--event", forum.file, "--json", "backup", copy).json == {"file": str(copy)}
    desk.close()
    assert cli("--event", forum.file, "backup", copy).status == 4
    assert cli("--event", forum.file, "backup", tmp_path / "no" / "x.checkin").status == 4

    cli("--event", forum.file, "scan", forum.codes["minh"])
    assert cli("--event", forum.file, "--json", "stats").json["arrived"] == 2
    restored = cli("--event", forum.file, "--json", "restore", copy).json
    assert restored["file"] == str(forum.file)
    assert cli("--event", forum.file, "--json", "stats").json["arrived"] == 1
    assert cli("--event", restored["kept"], "--json", "stats").json["arrived"] == 2

    cli("--event", forum.file, "scan", forum.codes["minh"])
    report = cli("--event", forum.file, "--json", "check").json
    assert report["whole"]
    streams = sqlite3.connect(forum.file)
    assert streams.execute("SELECT count(*) FROM streams").fetchone() == (2,)
    streams.close()


def test_restore_refuses_what_is_no_copy(cli, forum, tmp_path) -> None:
    (tmp_path / "junk").write_bytes(b"junk")
    before = cli("--event", forum.file, "--json", "stats").json
    for copy in (tmp_path / "junk", tmp_path / "nowhere"):
        answer = cli("--event", forum.file, "restore", copy)
        assert answer.status == 4
        assert len(answer.err.splitlines()) == 1
    assert cli("--event", forum.file, "--json", "stats").json == before
