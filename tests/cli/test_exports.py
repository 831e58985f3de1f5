"""export and stats: the rows that follow from what happened."""

from __future__ import annotations

import csv
import json

import pytest

DAY1, DAY2 = "2026-11-25T08:00:00+07:00", "2026-11-26T09:30:00+07:00"


@pytest.fixture
def happened(cli, forum):
    """Lan came on both days, Minh was let in by override, Taro's scan was taken back."""
    event = ("--event", forum.file, "--json")
    cli(*event, "scan", forum.codes["lan"], "--at", DAY1, "--operator", "Hoa")
    cli(*event, "scan", forum.codes["lan"], "--at", DAY2)
    cli(*event, "amend", forum.ids["minh"], "standing=not_accredited")
    [refused] = cli(*event, "scan", forum.codes["minh"], "--at", DAY1).lines
    cli(*event, "override", refused["scan_id"], "--reason", "Known to protocol")
    [wrong] = cli(*event, "scan", forum.codes["taro"], "--at", DAY1).lines
    cli(*event, "undo", wrong["scan_id"], "--reason", "Wrong badge")
    cli(*event, "scan", "=1+1", "--at", DAY2)
    return forum


@pytest.fixture
def export(cli, happened, tmp_path):
    def rows(kind, *options):
        out = tmp_path / "out.json"
        answer = cli("--event", happened.file, "--json", "export", kind, "--out", out, *options)
        assert answer.status == 0, answer.err
        found = json.loads(out.read_text(encoding="utf-8"))
        assert answer.json == {"rows": len(found), "file": str(out)}
        return found

    return rows


def test_attendance_is_who_was_let_in(export, happened) -> None:
    people = {row["delegate_id"]: row for row in export("attendance")}
    assert set(people) == {happened.ids["lan"], happened.ids["minh"]}
    lan, minh = people[happened.ids["lan"]], people[happened.ids["minh"]]
    assert (lan["first_in"], lan["last_scan"], lan["entries"]) == (DAY1, DAY1, 1)
    assert (lan["inside"], lan["overridden"], lan["category"]) == (True, False, "VIP")
    assert (minh["overridden"], minh["override_reason"]) == (True, "Known to protocol")


def test_attendance_of_a_period(export, happened) -> None:
    assert export("attendance", "--from", DAY2) == []
    assert len(export("attendance", "--to", DAY2)) == 2
    assert len(export("attendance", "--from", DAY1, "--to", DAY2)) == 2
    assert export("attendance", "--to", DAY1) == []


def test_scans_are_all_facts_with_what_was_ruled_since(export, happened) -> None:
    scans = export("scans")
    assert [
        (s["decision"], s["reason"]) for s in scans if s["delegate_id"] == happened.ids["lan"]
    ] == [
        ("admit", "welcome"),
        ("refuse", "already_in"),
    ]
    by_person = {s["delegate_id"]: s for s in scans}
    taro, minh = by_person[happened.ids["taro"]], by_person[happened.ids["minh"]]
    assert (taro["undone"], taro["undo_reason"], taro["decision"]) == (True, "Wrong badge", "admit")
    assert (minh["overridden"], minh["reason"]) == (True, "not_accredited")
    assert minh["override_reason"] == "Known to protocol"
    assert by_person[None]["code"] == "=1+1"
    assert scans[0]["operator"] == "Hoa"
    assert len(export("scans", "--from", DAY2)) == 2
    assert export("scans", "--checkpoint", "registration") == scans


def test_delegations_and_heads(cli, export, happened) -> None:
    [hue] = export("delegations")
    assert (hue["name"], hue["expected"], hue["arrived"], hue["complete"]) == (
        "Đoàn Huế",
        3,
        2,
        False,
    )
    assert (hue["head"], hue["head_arrived"]) == ("", None)
    cli("--event", happened.file, "amend", happened.ids["lan"], "category=head_of_delegation")
    cli("--event", happened.file, "amend", happened.ids["taro"], "standing=withdrawn")
    [hue] = export("delegations")
    assert (hue["head"], hue["head_arrived"]) == ("Nguyễn Thị Lan", True)
    assert (hue["expected"], hue["complete"]) == (2, True)


def test_audit_is_the_whole_ledger_without_a_name_or_a_code(cli, export, happened) -> None:
    entries = export("audit")
    assert [e["n"] for e in entries] == list(range(1, len(entries) + 1))
    assert len({e["chain"] for e in entries}) == len(entries)
    assert all(len(e["chain"]) == 64 for e in entries)
    text = json.dumps(entries, ensure_ascii=False)
    for secret in (*happened.codes.values(), "Lan", "Tanaka", "田中", "=1+1"):
        assert secret not in text
    assert [e["summary"] for e in entries if e["kind"] == "fact.undone"] == ["reason=Wrong badge"]
    checked = cli("--event", happened.file, "--json", "check").json
    assert checked["entries"] == len(entries)


def test_csv_for_staff_in_their_language_with_formulas_defused(cli, happened, tmp_path) -> None:
    out = tmp_path / "scans.csv"
    said = cli("--event", happened.file, "--lang", "vi", "export", "scans", "--out", out)
    assert said.out == ""
    assert str(out) in said.err
    with out.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    assert header[:3] == ["Mã lượt quét", "Thời gian", "Quầy"]
    assert "'=1+1" in {row[header.index("Mã đã đọc")] for row in rows}


def test_an_export_nobody_can_write_or_asks_wrongly(cli, happened, tmp_path) -> None:
    event = ("--event", happened.file)
    assert cli(*event, "export", "scans", "--out", tmp_path / "no" / "x.csv").status == 2
    assert cli(*event, "export", "scans", "--out", tmp_path / "x.pdf").status == 2
    answer = cli(*event, "export", "scans", "--out", tmp_path / "x.csv", "--checkpoint", "nowhere")
    assert (answer.status, (tmp_path / "x.csv").exists()) == (2, False)


def test_stats_are_the_contract(cli, happened) -> None:
    stats = cli("--event", happened.file, "--json", "stats").json
    assert {
        "event",
        "expected",
        "arrived",
        "inside",
        "per_checkpoint",
        "outbox",
        "conflicts",
        "digest",
    } <= set(stats)
    assert (stats["event"], stats["expected"], stats["arrived"]) == ("Forum", 3, 2)
    assert stats["per_checkpoint"] == {"registration": {"admitted": 2, "inside": 2}}
    people = cli("--event", happened.file, "--lang", "vi", "stats").out
    assert people.startswith("Diễn đàn\n")
    assert stats["digest"] in people


def test_an_export_while_another_program_writes(cli, happened, tmp_path) -> None:
    from checkin_app.desk import Desk

    desk = Desk.open(happened.file)
    try:
        answer = cli(
            "--event", happened.file, "--json", "export", "roster", "--out", tmp_path / "r.xlsx"
        )
        assert answer.json["rows"] == 3
        locked = cli("--event", happened.file, "scan", "1")
        assert locked.status == 4
    finally:
        desk.close()
