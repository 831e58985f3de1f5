"""import: the JSON of the contract; what an unusable file and a bad row leave behind."""

from __future__ import annotations

import csv
import json

import pytest

ROSTER = (
    "STT;Danh xưng;Họ và tên;Đoàn;Điện thoại;Năm sinh;Màu yêu thích\r\n"
    "1;Bà;Lê Thị Hồng;Đoàn Huế;+84 912 345 678;1980;xanh\r\n"
    "2;Ông;Vũ;Đoàn Đà Nẵng;0905 111 222;abc;đỏ\r\n"
    "3;;;Đoàn Đà Nẵng;;;\r\n"
)


@pytest.fixture
def roster(tmp_path):
    file = tmp_path / "roster.csv"
    file.write_text(ROSTER, encoding="utf-8-sig", newline="")
    return file


def test_import_is_the_contract_and_doing_it_again_changes_nothing(cli, forum, roster) -> None:
    event = ("--event", forum.file, "--json")
    rejects = roster.with_name("rejects.csv")
    first = cli(*event, "import", roster, "--rejects", rejects).json
    assert list(first) == [
        *("read", "added", "updated", "unchanged", "rejected", "warnings", "columns")
    ]
    assert (first["read"], first["added"], first["rejected"]) == (3, 2, 1)
    assert first["columns"]["Họ và tên"] == "name"
    assert first["columns"]["Màu yêu thích"] is None
    assert all(set(w) == {"row", "field", "problem"} for w in first["warnings"])
    assert any(w["field"] == "birth_year" for w in first["warnings"])
    assert len(rejects.read_text(encoding="utf-8-sig").splitlines()) == 2

    before = cli(*event, "check").json
    again = cli(*event, "import", roster).json
    assert (again["added"], again["updated"], again["unchanged"]) == (0, 0, 2)
    assert cli(*event, "check").json == before


def test_a_trial_changes_nothing(cli, forum, roster) -> None:
    before = cli("--event", forum.file, "--json", "check").json
    answer = cli("--event", forum.file, "import", roster, "--dry-run")
    assert answer.status == 0
    assert "nothing was changed" in answer.err
    assert cli("--event", forum.file, "--json", "check").json == before


def test_columns_by_hand(cli, forum, roster) -> None:
    event = ("--event", forum.file, "--json")
    answer = cli(*event, "import", roster, "--map", "notes=Màu yêu thích")
    assert answer.json["columns"]["Màu yêu thích"] == "notes"
    wrong = cli(*event, "import", roster, "--map", "notes=No such column")
    assert (wrong.status, wrong.out) == (3, "")
    for wrong in ("notes", "nothing=Đoàn"):
        assert cli(*event, "import", roster, "--map", wrong).status == 2


def test_rejects_that_cannot_be_written_stop_the_import_before_it_begins(
    cli, forum, roster, tmp_path
) -> None:
    for rejects in (tmp_path, tmp_path / "no" / "rejects.csv"):
        answer = cli("--event", forum.file, "import", roster, "--rejects", rejects)
        assert answer.status == 2
        assert len(answer.err.splitlines()) == 1
    assert cli("--event", forum.file, "--json", "stats").json["expected"] == 3


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize(
    "content", [b"", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\0" * 500, b"PK\x03\x04junk"]
)
def test_an_unusable_file_is_three_and_one_sentence(cli, forum, tmp_path, lang, content) -> None:
    before = cli("--event", forum.file, "--json", "check").json
    for name in ("bad.csv", "bad.xlsx", "bad.json", "bad.ods"):
        file = tmp_path / name
        file.write_bytes(content)
        answer = cli("--event", forum.file, "--lang", lang, "--json", "import", file)
        assert (answer.status, answer.out) == (3, ""), name
        assert len(answer.err.splitlines()) == 1
        assert name in answer.err
    assert cli("--event", forum.file, "import", tmp_path / "nowhere.csv").status == 3
    assert cli("--event", forum.file, "--json", "check").json == before


def test_a_roster_that_was_exported_comes_back_unchanged(cli, forum, roster, tmp_path) -> None:
    event = ("--event", forum.file, "--json")
    cli(*event, "import", roster)
    out = tmp_path / "roster.csv"
    cli(*event, "export", "roster", "--out", out)
    with out.open(encoding="utf-8-sig", newline="") as file:
        people = list(csv.DictReader(file))
    assert "+84912345678" in {person["Phone"] for person in people}

    copy = tmp_path / "copy.checkin"
    cli("init", copy, "--name", "Copy", "--from", "2026-11-25", "--to", "2026-11-27")
    made = cli("--event", copy, "--json", "import", out).json
    assert (made["added"], made["rejected"]) == (len(people), 0)
    fields = ("name", "phone", "delegation", "position", "organization", "country", "category")
    rosters = []
    for source in (forum.file, copy):
        file = tmp_path / "again.json"
        cli("--event", source, "export", "roster", "--out", file)
        rows = json.loads(file.read_text(encoding="utf-8"))
        rosters.append(sorted(tuple(str(row[f]) for f in fields) for row in rows))
    assert rosters[0] == rosters[1]


def test_rejects_never_take_the_place_of_the_roster(cli, forum, tmp_path) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text("Họ và tên\n12\nLê An\n", encoding="utf-8")
    before = roster.read_bytes()
    for lang in ("en", "vi"):
        answer = cli(
            *("--event", forum.file, "--lang", lang),
            *("import", roster, "--rejects", tmp_path / "." / "roster.csv"),
        )
        assert (answer.status, len(answer.err.splitlines())) == (2, 1), answer
    assert roster.read_bytes() == before
    assert cli("--event", forum.file, "--json", "find", "Lê An").json == []
