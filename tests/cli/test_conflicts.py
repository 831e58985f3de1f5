"""The commands about what does not fit together: listed, decided, merged, exported."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from checkin_app.desk import Desk
from tests.cli.conftest import Cli, Forum
from tests.meeting_support import copy_of, exchange

MORNING = "2026-11-25T08:00:00+07:00"
LATER = "2026-11-25T09:30:00+07:00"


@pytest.fixture
def other(forum: Forum, tmp_path: Path) -> Path:
    """A second desk of the same event."""
    desk = Desk.open(forum.file)
    copy_of(desk, tmp_path, "other").close()
    desk.close()
    return tmp_path / "other.checkin"


def meet(*files: Path) -> None:
    desks = [Desk.open(file) for file in files]
    exchange(*desks)
    for desk in desks:
        desk.close()


def listed(cli: Cli, file: Path, *more: str) -> list[Any]:
    answer = cli("--event", file, "--json", "conflicts", *more)
    assert answer.status == 0, answer.err
    found: list[Any] = answer.json
    return found


@pytest.fixture
def conflict(cli: Cli, forum: Forum, other: Path) -> dict[str, Any]:
    """Lan was admitted at both desks."""
    for file, at in ((forum.file, MORNING), (other, LATER)):
        arguments = ("--event", file, "scan", forum.codes["lan"], "--at", at, "--operator", "Mai")
        assert cli(*arguments).status == 0
    assert listed(cli, forum.file) == []
    meet(forum.file, other)
    [found] = listed(cli, other)
    assert listed(cli, forum.file) == [found]
    return dict(found)


def test_a_conflict_is_listed_with_both_scans_and_what_decides_it(
    conflict: dict[str, Any], forum: Forum
) -> None:
    assert conflict["kind"] == "admitted_twice"
    assert conflict["delegate"]["id"] == forum.ids["lan"]
    assert conflict["proposals"] == ["same_person", "copied_badge", "mistake"]
    assert [scan["at"] for scan in conflict["scans"]] == [MORNING, LATER]
    assert [scan["corrected_at"] for scan in conflict["scans"]] == [MORNING, LATER]
    for scan in conflict["scans"]:
        assert scan["desk"] and scan["operator"] == "Mai"
        assert scan["checkpoint"] == "registration"
    assert conflict["open"] and conflict["decision"] is None


def test_resolving_and_taking_it_back(cli: Cli, forum: Forum, conflict: dict[str, Any]) -> None:
    resolve = ("--event", forum.file, "--json", "resolve", conflict["conflict_id"])
    done = cli(*resolve, "mistake", "--reason", "wrong badge").json
    assert not done["open"]
    assert (done["decision"]["decision"], done["decision"]["reason"]) == ("mistake", "wrong badge")
    assert listed(cli, forum.file) == []
    assert [c["conflict_id"] for c in listed(cli, forum.file, "--all")] == [done["conflict_id"]]
    assert cli(*resolve, "undo").json == conflict
    assert listed(cli, forum.file) == [conflict]


def test_people_read_it_in_both_languages(cli: Cli, forum: Forum, conflict: dict[str, Any]) -> None:
    english = cli("--event", forum.file, "conflicts").out
    assert "Admitted at two desks · Nguyễn Thị Lan" in english
    assert "same_person" in english
    assert "Được cho vào ở hai quầy" in cli("--event", forum.file, "--lang", "vi", "conflicts").out


def test_what_cannot_be_is_one_sentence(cli: Cli, forum: Forum, conflict: dict[str, Any]) -> None:
    answer = cli("--event", forum.file, "resolve", "0" * 16, "mistake")
    assert answer.status == 2 and answer.out == "" and "There is no conflict" in answer.err
    answer = cli("--event", forum.file, "resolve", conflict["conflict_id"], "merge")
    assert answer.status == 2 and "does not decide" in answer.err
    assert listed(cli, forum.file) == [conflict]


def test_two_records_are_made_one(cli: Cli, forum: Forum, other: Path) -> None:
    keep, drop = forum.ids["lan"], forum.ids["minh"]
    answer = cli("--event", forum.file, "--json", "merge", keep, drop, "--codes", "replace")
    assert answer.json["id"] == keep
    meet(forum.file, other)
    scanned = cli("--event", other, "--json", "scan", forum.codes["minh"]).json
    assert (scanned["decision"], scanned["reason"]) == ("refuse", "replaced")
    assert scanned["delegate"]["id"] == keep
    assert cli("--event", other, "--json", "find", "Minh").json == []


def rows(cli: Cli, file: Path, kind: str, out: Path) -> list[dict[str, str]]:
    assert cli("--event", file, "export", kind, "--out", out).status == 0
    with out.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_conflicts_are_exported_and_marked(
    cli: Cli, forum: Forum, conflict: dict[str, Any], tmp_path: Path
) -> None:
    out = tmp_path / "out.csv"
    sides = rows(cli, forum.file, "conflicts", out)
    assert [(side["Conflict ID"], side["Kind"], side["Open"]) for side in sides] == [
        (conflict["conflict_id"], "admitted_twice", "yes")
    ] * 2
    assert [side["Time corrected"] for side in sides] == [MORNING, LATER]
    cli("--event", forum.file, "resolve", conflict["conflict_id"], "mistake", "--operator", "Mai")
    decided = rows(cli, forum.file, "conflicts", out)
    assert {(side["Decision"], side["Decided by"]) for side in decided} == {("mistake", "Mai")}
    mark = "admitted_twice: mistake"
    assert [row["Conflict"] for row in rows(cli, forum.file, "scans", out)] == [mark, mark]
    assert [row["Conflict"] for row in rows(cli, forum.file, "attendance", out)] == [mark]
    told = [row["Summary"] for row in rows(cli, forum.file, "audit", out)]
    assert sum(f"in conflict: {mark}" in summary for summary in told) == 2
    assert any(f"conflict={conflict['conflict_id']}; decision=mistake" in line for line in told)


@pytest.mark.parametrize("by_hand", [False, True])
def test_walk_ins_that_were_merged_are_listed_as_decided(
    cli: Cli, forum: Forum, other: Path, by_hand: bool
) -> None:
    walk_in = ("register", "--name", "Maria Walkin", "--delegation", "Đoàn Huế", "--force")
    made = [
        cli("--event", f, "--json", *walk_in).json["delegate"]["id"] for f in (forum.file, other)
    ]
    meet(forum.file, other)
    [twins] = listed(cli, forum.file)
    if by_hand:
        assert cli("--event", forum.file, "merge", *made).status == 0
    else:
        assert cli("--event", forum.file, "resolve", twins["conflict_id"], "merge").status == 0
    assert listed(cli, forum.file) == []
    told = cli("--event", forum.file, "conflicts", "--all").out
    assert "Decided: merge" in told and "Decide:" not in told
    [settled] = listed(cli, forum.file, "--all")
    assert not settled["open"]
