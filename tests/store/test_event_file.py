"""The event file: one writer, its identity, backups, restores, and damage that is noticed."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from checkin_app.config import station_dir
from checkin_app.desk import Desk
from checkin_app.domain.errors import StoreDamaged, StoreError, StoreLocked, StoreTooNew
from checkin_app.store.restoring import restore
from tests.desk_support import code_of, later, new_desk, walk_in


def streams(path: Path) -> list[tuple[str, int]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(
            "SELECT s.id, count(e.n) FROM streams s LEFT JOIN entries e ON e.stream = s.no"
            " GROUP BY s.no ORDER BY s.no"
        ).fetchall()
    finally:
        connection.close()


def test_a_second_writer_is_refused_while_readers_go_on(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    with pytest.raises(StoreLocked):
        Desk.open(desk.path)
    reader = Desk.open(desk.path, write=False)
    walk_in(desk, "Lê An")
    assert [found.delegate.name for found in reader.find("le")] == ["Lê An"]
    with pytest.raises(StoreError):
        reader.scan("1" * 27)
    reader.close()
    desk.close()
    Desk.open(desk.path).close()


def test_every_writing_connection_is_durable(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    pragmas = {
        name: desk._file.connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("synchronous", "journal_mode", "foreign_keys", "secure_delete")
    }
    assert pragmas == {
        "synchronous": 2,
        "journal_mode": "wal",
        "foreign_keys": 1,
        "secure_delete": 1,
    }
    desk.close()


def test_one_desk_keeps_one_stream_and_its_key_is_its_owners_alone(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    desk_id = desk.desk_id
    desk.close()
    for name in ("Lê An", "Vũ Bình"):
        desk = Desk.open(desk.path)
        walk_in(desk, name)
        assert desk.desk_id == desk_id
        desk.close()
    assert len(streams(desk.path)) == 1
    key = station_dir() / "keys" / f"{desk_id}.key"
    assert key.stat().st_mode & 0o077 == 0
    assert key.read_text(encoding="ascii") not in desk.path.read_bytes().decode("latin-1")


def test_a_file_from_another_machine_is_written_by_a_new_desk(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    walk_in(desk, "Lê An")
    first = desk.desk_id
    desk.close()
    shutil.rmtree(station_dir() / "keys")
    desk = Desk.open(desk.path)
    walk_in(desk, "Vũ Bình")
    assert desk.desk_id != first
    report = desk.check()
    assert report.whole, report.problems
    desk.close()
    assert len(streams(desk.path)) == 2


def test_a_restored_file_starts_a_new_stream_and_the_present_one_is_kept(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    person = walk_in(desk, "Lê An")
    copy = tmp_path / "copy.checkin"
    desk.backup(copy)
    with pytest.raises(StoreError):
        desk.backup(copy)
    desk.scan(code_of(desk, person), at=later(0))
    with pytest.raises(StoreLocked):
        restore(copy, desk.path)
    digest = desk.digest()
    desk.close()
    kept = restore(copy, desk.path)
    assert kept is not None
    desk = Desk.open(desk.path)
    assert desk.figures().arrived == 0
    before = streams(desk.path)
    desk.scan(code_of(desk, person), at=later(10))
    assert desk.check().whole
    desk.close()
    after = streams(desk.path)
    assert after[0] == before[0], "the old stream is not written any more"
    assert len(after) == 2
    old = Desk.open(kept, write=False)
    assert old.digest() == digest
    old.close()


def test_a_restore_of_rubbish_changes_nothing(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    desk.close()
    before = desk.path.read_bytes()
    rubbish = tmp_path / "rubbish.checkin"
    rubbish.write_bytes(b"SQLite format 3\x00" + bytes(5000))
    with pytest.raises(StoreError):
        restore(rubbish, desk.path)
    assert desk.path.read_bytes() == before
    assert not [p for p in tmp_path.iterdir() if "arriving" in p.name]


def test_a_newer_release_is_told_apart(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    desk.close()
    connection = sqlite3.connect(desk.path)
    connection.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " VALUES ('event', '9999_tomorrow', '')"
    )
    connection.commit()
    connection.close()
    for write in (True, False):
        with pytest.raises(StoreTooNew):
            Desk.open(desk.path, write=write)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE entries SET body = CAST(replace(body, 'refuse', 'admit') AS BLOB)",
        "DELETE FROM entries WHERE n = 5",
        "UPDATE privates SET body = CAST(replace(body, 'Lê An', 'Lê Ân') AS BLOB)",
        "UPDATE seals SET signature = zeroblob(64)",
        "UPDATE delegates SET name = 'Lê Ân'",
        "DELETE FROM attendance",
        "UPDATE scans SET decision = 'refuse'",
    ],
)
def test_check_notices_what_was_changed_by_hand(tmp_path: Path, change: str) -> None:
    desk = new_desk(tmp_path)
    person = walk_in(desk, "Lê An")
    desk.scan(code_of(desk, person), at=later(0))
    desk.scan("rubbish", at=later(0))
    desk.close()
    connection = sqlite3.connect(desk.path)
    assert connection.execute(change).rowcount
    connection.commit()
    connection.close()
    desk = Desk.open(desk.path, write=False)
    assert desk.check().problems
    desk.close()


def test_tables_that_were_changed_are_folded_anew(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    person = walk_in(desk, "Lê An")
    desk.scan(code_of(desk, person), at=later(0))
    digest = desk.digest()
    desk._file.connection.execute("DELETE FROM attendance")
    desk._file.connection.execute("UPDATE delegates SET name = 'Lê Ân'")
    assert not desk.check().whole
    desk.rebuild()
    assert desk.digest() == digest
    assert desk.check().whole
    assert desk.find("le an")[0].checked_in
    desk.close()


def read_all(path: Path, *, write: bool = True) -> None:
    with closing(Desk.open(path, write=write)) as desk:
        desk.check()


def test_damaged_pages_are_one_sentence(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    for number in range(40):
        walk_in(desk, f"Người {number}")
    desk.close()
    whole = desk.path.read_bytes()
    desk.path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(StoreDamaged):
        read_all(desk.path)
    desk.path.write_bytes(whole[:4096] + b"\xff" * 8192 + whole[12288:])
    with pytest.raises(StoreError):
        read_all(desk.path, write=False)


def test_a_restore_waits_for_readers(tmp_path: Path) -> None:
    """A reader keeps the log from being written back: the file must not be moved without it."""
    desk = new_desk(tmp_path)
    copy = tmp_path / "copy.checkin"
    desk.backup(copy)
    reader = sqlite3.connect(desk.path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM entries").fetchone()
    for number in range(30):
        walk_in(desk, f"Người {number}")
    desk.close()
    with pytest.raises(StoreLocked):
        restore(copy, desk.path)
    reader.close()
    with closing(Desk.open(desk.path)) as desk:
        assert desk.figures().expected == 30


def test_a_copy_with_its_log_beside_it_is_restored_whole(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    for number in range(20):
        walk_in(desk, f"Người {number}")
    copy = tmp_path / "copy.checkin"
    shutil.copyfile(desk.path, copy)
    shutil.copyfile(f"{desk.path}-wal", f"{copy}-wal")
    desk.close()
    restore(copy, tmp_path / "back.checkin")
    with closing(Desk.open(tmp_path / "back.checkin")) as back:
        assert back.figures().expected == 20


def test_a_backup_that_is_opened_as_it_is_starts_a_new_stream(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    copy = tmp_path / "copy.checkin"
    desk.backup(copy)
    desk.close()
    with closing(Desk.open(copy)) as other:
        walk_in(other, "Lê An")
    assert len(streams(copy)) == 2


def test_one_file_by_two_names_has_one_writer(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    link = tmp_path / "link.checkin"
    link.symlink_to(desk.path)
    with pytest.raises(StoreLocked):
        Desk.open(link)
    desk.close()


def test_a_lost_key_stops_nothing(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    (station_dir() / "keys" / f"{desk.desk_id}.key").write_text("", encoding="ascii")
    walk_in(desk, "Lê An")
    desk.seal()
    desk.close()
    with closing(Desk.open(desk.path)) as desk:
        assert desk.figures().expected == 1


def test_check_beside_a_writing_desk_raises_no_alarm(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    walk_in(desk, "Lê An")
    with closing(Desk.open(desk.path, write=False)) as reader:
        seen = []

        def write_meanwhile(statement: str) -> None:
            if "integrity_check" in statement:
                walk_in(desk, f"Người {len(seen)}")
                seen.append(statement)

        reader._file.connection.set_trace_callback(write_meanwhile)
        report = reader.check()
        reader._file.connection.set_trace_callback(None)
    assert seen
    assert report.whole, report.problems
    desk.close()


def test_what_was_recorded_before_a_trial_import_is_sealed(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    walk_in(desk, "Lê An")
    roster = tmp_path / "roster.csv"
    roster.write_text("Họ và tên\nVũ Bình\n", encoding="utf-8")
    desk.import_roster(roster, dry_run=True)
    desk.close()
    with closing(Desk.open(desk.path, write=False)) as reader:
        assert reader.check().sealed == 1


def test_odd_paths_are_one_sentence(tmp_path: Path) -> None:
    ring = tmp_path / "ring.checkin"
    ring.symlink_to(ring)
    for path in (tmp_path / ("x" * 300 + ".checkin"), ring, tmp_path):
        with pytest.raises(StoreError):
            Desk.open(path)
