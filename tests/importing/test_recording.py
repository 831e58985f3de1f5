"""A roster file becomes facts: who is new, who changed since the last import, who did not."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from checkin_app.desk import Desk
from checkin_app.domain.errors import UnreadableFile
from tests.desk_support import code_of, new_desk, walk_in

HEADER = ["Họ và tên", "Đoàn", "Cơ quan", "Chức vụ", "Mã đăng ký", "Mã QR"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = new_desk(tmp_path)
    yield desk
    desk.close()


def roster(folder: Path, *rows: list[str], header: list[str] = HEADER) -> Path:
    path = folder / "roster.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([header, *rows])
    return path


def counts(result: Any) -> tuple[int, int, int, int]:
    return result.added, result.updated, result.unchanged, result.rejected


AN = ["Lê An", "Huế", "Sở Ngoại vụ", "Chuyên viên", "", ""]
BINH = ["Vũ Bình", "Huế", "Sở Ngoại vụ", "Trưởng phòng", "", ""]


def test_the_same_file_again_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    file = roster(tmp_path, AN, BINH)
    assert counts(desk.import_roster(file)) == (2, 0, 0, 0)
    before = desk.check()
    assert counts(desk.import_roster(file)) == (0, 0, 2, 0)
    after = desk.check()
    assert (after.entries, after.digest) == (before.entries, before.digest)


def test_what_changed_in_the_file_changes(desk: Desk, tmp_path: Path) -> None:
    desk.import_roster(roster(tmp_path, AN, BINH))
    promoted = [*AN[:3], "Giám đốc", *AN[4:]]
    assert counts(desk.import_roster(roster(tmp_path, promoted, BINH))) == (0, 1, 1, 0)
    assert desk.find("lê an")[0].delegate.position == "Giám đốc"
    emptied = [*AN[:3], "", *AN[4:]]
    desk.import_roster(roster(tmp_path, emptied, BINH))
    assert desk.find("lê an")[0].delegate.position == ""


def test_a_correction_at_the_desk_outlives_the_next_import(desk: Desk, tmp_path: Path) -> None:
    file = roster(tmp_path, AN, BINH)
    desk.import_roster(file)
    person = desk.find("lê an")[0].delegate
    desk.amend(person.id, {"name": "Lê Ân", "position": "Phó phòng"})
    assert counts(desk.import_roster(file)) == (0, 0, 2, 0)
    assert desk.find("lê ân")[0].delegate.position == "Phó phòng"
    promoted = [*AN[:3], "Giám đốc", *AN[4:]]
    assert counts(desk.import_roster(roster(tmp_path, promoted, BINH))) == (0, 1, 1, 0)
    corrected = desk.find("lê ân")[0].delegate
    assert (corrected.id, corrected.position) == (person.id, "Giám đốc")


def test_two_of_one_name_in_one_delegation_both_stay(desk: Desk, tmp_path: Path) -> None:
    twin = [*AN[:3], "Lái xe", *AN[4:]]
    marked = ["Lê Ân", *AN[1:]]
    file = roster(tmp_path, marked, AN, twin)
    result = desk.import_roster(file)
    assert counts(result) == (3, 0, 0, 0)
    assert result.warnings
    assert counts(desk.import_roster(file)) == (0, 0, 3, 0)
    backwards = roster(tmp_path, twin, AN, marked)
    assert counts(desk.import_roster(backwards)) == (0, 0, 3, 0)


def test_people_are_known_by_their_external_id(desk: Desk, tmp_path: Path) -> None:
    first = [*AN[:4], "R1", "TICKET-1"]
    desk.import_roster(roster(tmp_path, first))
    renamed = ["Lê Hoàng An", "Đà Nẵng", *AN[2:4], "R1", "TICKET-2"]
    assert counts(desk.import_roster(roster(tmp_path, renamed))) == (0, 1, 0, 0)
    person = desk.find("hoàng an")[0].delegate
    codes = {credential.code for credential in desk.credentials(person.id)}
    assert {"TICKET-1", "TICKET-2"} <= codes
    assert desk.scan("TICKET-1").delegate == person


def test_one_code_is_never_two_peoples(desk: Desk, tmp_path: Path) -> None:
    other = [*BINH[:4], "R2", "TICKET-1"]
    result = desk.import_roster(roster(tmp_path, [*AN[:4], "R1", "TICKET-1"], other))
    assert result.added + result.rejected == 2
    desk.import_roster(roster(tmp_path, ["Hồ Châu", "Huế", "", "", "R3", "TICKET-1"]))
    owner = desk.scan("TICKET-1").delegate
    assert owner is not None
    assert owner.name == "Lê An"
    assert desk.check().whole


def test_codes_that_are_somebody_elses_are_refused_by_the_row(desk: Desk, tmp_path: Path) -> None:
    an, binh = [*AN[:4], "R1", "T1"], [*BINH[:4], "R2", "T2"]
    desk.import_roster(roster(tmp_path, an, binh))
    swapped = desk.import_roster(roster(tmp_path, [*an[:5], "T2"], [*binh[:5], "T1"]))
    assert (swapped.unchanged, swapped.rejected) == (0, 2)
    own = desk.credentials(desk.find("lê an")[0].delegate.id)[0].code
    stolen = ["Hồ Châu", "Huế", "", "", "R3", own]
    assert desk.import_roster(roster(tmp_path, stolen)).rejected == 1


def test_a_renamed_delegation_keeps_its_name(desk: Desk, tmp_path: Path) -> None:
    file = roster(tmp_path, AN)
    desk.import_roster(file)
    [delegation] = desk.delegations()
    desk.add_records([replace(delegation, name="Thừa Thiên Huế")])
    assert counts(desk.import_roster(file)) == (0, 0, 1, 0)
    assert [d.name for d in desk.delegations()] == ["Thừa Thiên Huế"]


def test_a_walk_in_who_is_on_the_next_roster_is_not_doubled(desk: Desk, tmp_path: Path) -> None:
    person = walk_in(desk, "Lê An", delegation="Huế", organization="Sở Ngoại vụ", position="Trợ lý")
    code = code_of(desk, person)
    file = roster(tmp_path, [*AN[:4], "", ""])
    assert desk.import_roster(file).added == 0
    assert desk.figures().expected == 1
    assert desk.scan(code).delegate is not None
    assert desk.delegate(person.id).delegate.position == "Trợ lý", "typed at the desk: it stays"
    assert counts(desk.import_roster(file)) == (0, 0, 1, 0)


def test_a_dry_run_and_a_cancelled_run_change_nothing(desk: Desk, tmp_path: Path) -> None:
    people = [[f"Người {n}", "Huế", "", "", "", ""] for n in range(1200)]
    file = roster(tmp_path, *people)
    before = desk.digest()
    assert desk.import_roster(file, dry_run=True).added == 1200
    heard: list[int] = []
    result = desk.import_roster(
        file,
        progress=lambda done, total: heard.append(done),
        cancelled=lambda: len(heard) > 1,
    )
    assert result.cancelled
    assert heard == [500, 1000]
    assert desk.digest() == before
    assert desk.delegations() == []
    assert desk.import_roster(file).added == 1200


def test_columns_can_be_named_by_hand(desk: Desk, tmp_path: Path) -> None:
    file = roster(tmp_path, ["Lê An", "xyz"], header=["A", "B"])
    result = desk.import_roster(file, columns={"name": "A", "seat": "B"})
    assert result.columns == {"A": "name", "B": "seat"}
    assert desk.find("le an")[0].delegate.seat == "xyz"


def test_bad_rows_are_written_aside_and_the_rest_is_taken(desk: Desk, tmp_path: Path) -> None:
    file = roster(tmp_path, AN, ["", "Huế", "", "", "", ""], BINH)
    rejects = tmp_path / "rejects.csv"
    assert counts(desk.import_roster(file, rejects=rejects)) == (2, 0, 0, 1)
    assert rejects.read_text(encoding="utf-8-sig").count("\n") == 2


def test_a_file_that_is_no_roster_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    before = desk.digest()
    picture = tmp_path / "roster.xlsx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    with pytest.raises(UnreadableFile):
        desk.import_roster(picture)
    assert desk.digest() == before
