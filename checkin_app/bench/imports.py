"""Measures the import of a CSV roster beside reading the same file into one bare table."""

from __future__ import annotations

import csv
import sqlite3
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from checkin_app.bench.measure import Figure
from checkin_app.desk import Desk
from checkin_app.sample import delegations
from checkin_app.sample.people import delegates

COLUMNS = {
    "honorific": "Danh xưng",
    "name": "Họ và tên",
    "own_name": "Tên nguyên ngữ",
    "position": "Chức vụ",
    "organization": "Cơ quan",
    "department": "Phòng ban",
    "delegation": "Đoàn",
    "country": "Quốc gia",
    "category": "Nhóm đại biểu",
    "email": "Email",
    "phone": "Điện thoại",
    "birth_year": "Năm sinh",
    "language": "Ngôn ngữ",
    "seat": "Ghế",
    "notes": "Ghi chú",
    "external_id": "Mã đăng ký",
}
ROUNDS = 3


def write_roster(path: Path, people: int) -> None:
    """A CSV as organisers send it, with that many sample delegates."""
    names = {group.id: group.name for group in delegations(people)}
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(COLUMNS.values())
        for number, (person, _) in enumerate(delegates(people, irregular=False)):
            values = {field: getattr(person, field) for field in COLUMNS}
            values["delegation"] = names.get(person.delegation, "")
            values["external_id"] = f"R{number:07d}"
            rows.writerow(["" if value is None else value for value in values.values()])


def figures(folder: Path, people: int) -> Iterator[Figure]:
    """The best of three rounds each, in turn, in processor time: a busy machine shares its disk."""
    roster = folder / "roster.csv"
    write_roster(roster, people)
    ours, floor = [], []
    for number in range(ROUNDS):
        floor.append(_bare(roster, folder / f"bare-{number}.db"))
        ours.append(_import(roster, folder / f"import-{number}.checkin"))
    yield Figure(
        f"import of {people:,} CSV rows",
        "µs of CPU a row",
        min(ours) / people * 1e6,
        min(floor) / people * 1e6,
        6.0,
        note=f"{people / min(ours):,.0f} rows/s of CPU; floor: csv.reader and executemany",
    )


def _bare(roster: Path, target: Path) -> float:
    connection = sqlite3.connect(target, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    start = time.process_time()
    with roster.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        header = next(rows)
        connection.execute(f"CREATE TABLE t ({', '.join(f'c{n}' for n in range(len(header)))})")
        connection.execute("BEGIN")
        connection.executemany(f"INSERT INTO t VALUES ({', '.join('?' * len(header))})", rows)
        connection.execute("COMMIT")
    taken = time.process_time() - start
    connection.close()
    return taken


def _import(roster: Path, target: Path) -> float:
    desk = Desk.create(
        target, name="Bench", first_day=date(2026, 11, 25), last_day=date(2026, 11, 27)
    )
    start = time.process_time()
    result = desk.import_roster(roster)
    taken = time.process_time() - start
    desk.close()
    if result.rejected or not result.added:
        raise RuntimeError(f"the roster was not taken whole: {result.rejected} rejected")
    return taken
