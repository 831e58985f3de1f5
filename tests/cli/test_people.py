"""find, register, amend, code: people by their names, and what belongs to them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

FOUND = [
    *("id", "name", "honorific", "position", "organization", "delegation"),
    *("country", "category", "checked_in", "score"),
]


def test_find_is_the_contract(cli, forum) -> None:
    found = cli("--event", forum.file, "--json", "find", "tran", "minh").json
    assert list(found[0]) == FOUND
    assert found[0]["name"] == "Trần Đức Minh"
    assert found[0]["checked_in"] is False
    cli("--event", forum.file, "scan", forum.codes["minh"])
    assert cli("--event", forum.file, "--json", "find", "minh tran").json[0]["checked_in"] is True
    assert cli("--event", forum.file, "--json", "find", "zzzz").json == []
    assert len(cli("--event", forum.file, "--json", "find", "t", "--limit", "1").json) == 1


def test_find_for_people_is_a_table(cli, forum) -> None:
    lines = cli("--event", forum.file, "find", "lan").out.splitlines()
    assert lines[0].split()[0] == "Name"
    assert "Nguyễn Thị Lan" in lines[1]
    assert lines[1].endswith(forum.ids["lan"])
    nobody = cli("--event", forum.file, "find", "zzzz")
    assert (nobody.status, nobody.out) == (0, "")
    assert nobody.err


def test_a_walk_in_and_somebody_alike(cli, forum) -> None:
    given = ("register", "--name", "nguyen thi lan", "--delegation", "doan hue")
    alike = cli("--event", forum.file, "--json", *given).json
    assert (alike["registered"], alike["delegate"]) == (False, None)
    assert [hit["id"] for hit in alike["alike"]] == [forum.ids["lan"]]
    assert cli("--event", forum.file, "--json", "stats").json["expected"] == 3
    people = cli("--event", forum.file, *given)
    assert "Nguyễn Thị Lan" in people.out
    assert "--force" in people.err

    made = cli("--event", forum.file, "--json", *given, "--force", "--category", "VIP").json
    assert made["registered"] is True
    assert made["delegate"]["delegation"] == "Đoàn Huế"
    [scan] = cli("--event", forum.file, "--json", "scan", made["delegate"]["code"]).lines
    assert scan["delegate"]["id"] == made["delegate"]["id"]


def test_a_correction_keeps_the_code(cli, forum) -> None:
    event = ("--event", forum.file, "--json")
    amended = cli(
        *event, "amend", forum.ids["lan"], "name=Nguyễn Thị Lân", "position=a=b", "hold=yes"
    ).json
    assert (amended["name"], amended["position"], amended["hold"]) == (
        "Nguyễn Thị Lân",
        "a=b",
        True,
    )
    assert [c["code"] for c in cli(*event, "code", "show", forum.ids["lan"]).json] == [
        forum.codes["lan"]
    ]
    for change in ("id=x", "birth_year=soon", "standing=maybe", "name="):
        assert cli(*event, "amend", forum.ids["lan"], change).status == 2
    assert cli(*event, "amend", "nobody", "name=X").status == 2


def test_codes(cli, forum, tmp_path) -> None:
    event = ("--event", forum.file, "--json")
    listed = cli(*event, "code", "list").json
    assert {c["delegate_id"]: c["code"] for c in listed} == {
        forum.ids[alias]: forum.codes[alias] for alias in forum.ids
    }
    assert list(listed[0]) == ["delegate_id", "name", "code", "status", "issued_at"]
    assert listed[0]["issued_at"].endswith("+07:00")

    out = tmp_path / "codes.csv"
    assert cli(*event, "code", "list", "--out", out).json == {"rows": 3, "file": str(out)}
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert [row[2] for row in rows[1:]] == [c["code"] for c in listed]

    made = cli(*event, "code", "image", *forum.ids.values(), "--out", tmp_path / "qr").json
    assert len(made) == 3
    assert all(Path(image["file"]).read_bytes()[:4] == b"\x89PNG" for image in made)
    [made] = cli(
        *event, "code", "image", forum.ids["lan"], "--out", tmp_path, "--format", "svg"
    ).json
    assert "<svg" in Path(made["file"]).read_text(encoding="utf-8")


def test_the_roster_of_json_is_what_went_in(cli, forum, tmp_path) -> None:
    out = tmp_path / "roster.json"
    cli("--event", forum.file, "export", "roster", "--out", out)
    people = {row["name"]: row for row in json.loads(out.read_text(encoding="utf-8"))}
    assert set(people) == {"Nguyễn Thị Lan", "Trần Đức Minh", "Tarō Tanaka"}
    assert people["Tarō Tanaka"]["own_name"] == "田中 太郎"
    assert people["Nguyễn Thị Lan"]["category"] == "VIP"
