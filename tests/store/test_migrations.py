"""A file of the release before badges had a life keeps what it knows."""

import sqlite3

from checkin_app import assets

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
