"""scan, admit, override, undo: the JSON of the contract, and input of any bytes."""

from __future__ import annotations

import json
import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

AT = "2026-11-25T08:00:00+07:00"
LATER = "2026-11-25T08:00:10+07:00"
KEYS = [
    *("scan_id", "code", "checkpoint", "direction", "at", "decision", "reason"),
    *("delegate", "first_scan", "notes", "message"),
]


def test_the_json_of_a_scan_is_the_contract(cli, forum) -> None:
    code = forum.codes["taro"]
    answer = cli("--event", forum.file, "--json", "scan", code, "--at", AT)
    assert answer.status == 0
    [scan] = answer.lines
    assert list(scan) == KEYS
    assert scan["delegate"] == {
        "id": forum.ids["taro"],
        "name": "Tarō Tanaka",
        "honorific": "",
        "own_name": "田中 太郎",
        "position": "",
        "organization": "",
        "delegation": "Đoàn Huế",
        "country": "JP",
        "category": "",
    }
    del scan["delegate"], scan["scan_id"]
    assert set(scan.pop("message")) == {"vi", "en"}
    assert scan == {
        "code": code,
        "checkpoint": "registration",
        "direction": "in",
        "at": AT,
        "decision": "admit",
        "reason": "welcome",
        "first_scan": None,
        "notes": [],
    }
    [again] = cli("--event", forum.file, "--json", "scan", code, "--at", LATER).lines
    assert (again["decision"], again["reason"]) == ("refuse", "already_in")
    assert again["first_scan"]["at"] == AT
    assert set(again["first_scan"]) == {"at", "desk", "checkpoint"}


def test_a_refusal_is_an_answer(cli, forum) -> None:
    answer = cli("--event", forum.file, "--json", "scan", "123")
    assert answer.status == 0
    assert (answer.lines[0]["reason"], answer.lines[0]["delegate"]) == ("unreadable", None)


def test_the_same_code_within_three_seconds_is_the_same_scan(cli, forum) -> None:
    code = forum.codes["lan"]
    first, second = cli("--event", forum.file, "--json", "scan", code, code, "--at", AT).lines
    assert second.pop("repeated") is True
    assert second == first
    [third] = cli(
        "--event", forum.file, "--json", "scan", code, "--at", "2026-11-25T08:00:02+07:00"
    ).lines
    assert third["scan_id"] == first["scan_id"]


def test_a_line_in_is_a_line_out(cli, forum) -> None:
    lan, minh = forum.codes["lan"], forum.codes["minh"]
    lines = f"\ufeff{lan}\r\n\n  {minh} \n{'9' * 10_000}\n\x00\x1b[2J\nĐ\n{lan}".encode()
    answer = cli("--event", forum.file, "--json", "scan", "-", "--at", AT, stdin=lines)
    assert [(s["decision"], s["reason"]) for s in answer.lines] == [
        ("admit", "welcome"),
        ("refuse", "unreadable"),
        ("admit", "welcome"),
        ("refuse", "unreadable"),
        ("refuse", "unknown"),
        ("refuse", "unknown"),
        ("admit", "welcome"),
    ]
    assert answer.lines[-1]["repeated"]
    assert all(len(s["code"]) <= 257 for s in answer.lines)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.binary(max_size=5000).map(lambda b: b.replace(b"\n", b"")), max_size=8))
def test_any_bytes_at_all_are_answered_line_by_line(cli, forum, lines) -> None:
    answer = cli(
        "--event", forum.file, "--json", "scan", "-", stdin=b"".join(b + b"\n" for b in lines)
    )
    assert answer.status == 0
    assert answer.err == ""
    assert len(answer.out.split("\n")) - 1 == len(lines)
    assert all(s["decision"] in ("refuse", "refer", "admit") for s in answer.lines)


def test_an_argument_of_bytes_that_are_no_text(cli, forum) -> None:
    answer = cli("--event", forum.file, "--json", "scan", os.fsdecode(b"\xff\xfe\x80"), "--", "-5")
    assert [s["decision"] for s in answer.lines] == ["refuse", "refuse"]


def test_nothing_on_standard_input_is_nothing_scanned(cli, forum) -> None:
    answer = cli("--event", forum.file, "--json", "scan", "-")
    assert (answer.status, answer.out) == (0, "")


def test_an_unknown_checkpoint_is_wrong_usage_and_says_which_there_are(cli, forum) -> None:
    answer = cli("--event", forum.file, "scan", "1", "--checkpoint", "gate")
    assert answer.status == 2
    assert "gate" in answer.err
    assert "registration" in answer.err


def test_people_read_one_line_a_scan(cli, forum) -> None:
    english = cli("--event", forum.file, "scan", forum.codes["minh"], "--at", AT).out
    assert english.startswith("● 08:00:00  Welcome · Ông Trần Đức Minh (Đoàn Huế) · ")
    vietnamese = cli("--event", forum.file, "--lang", "vi", "scan", "77").out
    assert "Quét lại" in vietnamese
    assert len(english.splitlines()) == len(vietnamese.splitlines()) == 1


def test_admit_override_undo(cli, forum) -> None:
    event = ("--event", forum.file, "--json")
    [first] = cli(*event, "admit", forum.ids["lan"], "--at", AT, "--operator", "Hoa").lines
    assert (first["reason"], first["code"]) == ("welcome", "")
    [undone] = cli(*event, "undo", first["scan_id"], "--reason", "wrong person").lines
    assert undone["undone"] is True
    assert cli(*event, "undo", first["scan_id"]).status == 2

    cli(*event, "amend", forum.ids["minh"], "standing=not_accredited")
    [refused] = cli(*event, "scan", forum.codes["minh"]).lines
    assert refused["reason"] == "not_accredited"
    assert cli(*event, "override", refused["scan_id"]).status == 2
    [admitted] = cli(*event, "override", refused["scan_id"], "--reason", "known").lines
    assert (admitted["decision"], admitted["reason"]) == ("admit", "overridden")
    assert admitted["scan_id"] == refused["scan_id"]

    for command in ("undo", "override"):
        answer = cli("--event", forum.file, command, "no-such-scan", "--reason", "x")
        assert answer.status == 2
        assert "no-such-scan" in answer.err
    answer = cli("--event", forum.file, "admit", "nobody")
    assert answer.status == 2
    assert "nobody" in answer.err


def test_what_was_said_before_a_failure_was_recorded(cli, forum, monkeypatch) -> None:
    from checkin_app.desk import Desk
    from checkin_app.domain.errors import DiskFull

    scan = Desk.scan

    def full(self, code, **where):
        if code == "full":
            raise DiskFull(file=forum.file)
        return scan(self, code, **where)

    monkeypatch.setattr(Desk, "scan", full)
    lines = f"{forum.codes['lan']}\nfull\n{forum.codes['minh']}\n".encode()
    answer = cli("--event", forum.file, "--json", "scan", "-", stdin=lines)
    assert answer.status == 4
    assert [s["delegate"]["id"] for s in answer.lines] == [forum.ids["lan"]]
    assert answer.err.startswith("The disk is full")
    recorded = cli("--event", forum.file, "--json", "stats").json
    assert recorded["arrived"] == 1


@pytest.mark.parametrize(
    "text",
    [
        "=cmd()",
        "\u202e",
        "<b>",
        '"',
        "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
    ],
)
def test_json_survives_odd_codes(cli, forum, text) -> None:
    assert (
        json.loads(cli("--event", forum.file, "--json", "scan", text).out)["decision"] == "refuse"
    )
