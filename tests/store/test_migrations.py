"""A file of the release before badges had a life keeps what it knows."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from checkin_app import assets
from checkin_app.desk import Desk
from tests.desk_support import new_desk, walk_in

BEFORE = """
INSERT INTO records (type, id, fields) VALUES ('category', 'vip', '{"name_en":"VIP"}');
INSERT INTO credentials (code, delegate, status, issued_at) VALUES ('1', 'd', 'replaced', 7);
INSERT INTO prints (id, delegate, code, layout, printer, outcome, reason, operator, door, stream)
VALUES ('p', 'd', '1', 'a6', 'P', 'written', '', 'Mai', 9, 1);
"""


def test_what_an_older_file_knows_is_there_after_the_step() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    *older, latest = [file for file in assets.migrations("event") if file.stem <= "0003_badges"]
    for script in older:
        connection.executescript(script.read_text(encoding="utf-8"))
    connection.executescript(BEFORE)
    connection.executescript(latest.read_text(encoding="utf-8"))
    assert connection.execute("SELECT type, id, fields FROM records").fetchall() == [
        ("category", "vip", '{"name_en":"VIP"}')
    ]
    assert connection.execute("SELECT status, day FROM credentials").fetchall() == [
        ("replaced", "")
    ]
    assert connection.execute(
        "SELECT outcome, first_outcome, spoilt, former FROM prints"
    ).fetchall() == [("written", "written", 0, "[]")]
    connection.execute("INSERT INTO records VALUES ('layout', 'layout:a', '{}')")


def test_an_older_file_that_is_put_back_is_brought_up_to_date_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = new_desk(tmp_path)
    walk_in(desk, "Lê An")
    desk.close()
    later = tmp_path / "9999_later.sql"
    later.write_text("CREATE TABLE later (a);", "utf-8")
    every = [*assets.migrations("event"), later]
    monkeypatch.setattr(assets, "migrations", lambda name: every)
    file, old = tmp_path / "forum.checkin", tmp_path / "old"
    shutil.copy(file, old)
    for _ in range(3):
        with_all = Desk.open(file)
        assert with_all.figures().expected == 1
        with_all.close()
        shutil.copy(old, file)
    copies = sorted(path.name for path in tmp_path.glob("forum.before-*.checkin"))
    name = "forum.before-9999_later"
    assert copies == [f"{name}-2.checkin", f"{name}-3.checkin", f"{name}.checkin"]
