"""The desk through its public verbs: scans, rulings, walk-ins, corrections, numbers."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from checkin_app.desk import Desk
from checkin_app.domain.delegates import Category, Delegation, Standing
from checkin_app.domain.errors import NoSuchCheckpoint, NoSuchDelegate, NoSuchScan, NotPossible
from checkin_app.domain.programme import (
    AccessRule,
    Checkpoint,
    CheckpointKind,
    Direction,
    Passage,
)
from checkin_app.domain.scans import Decision, Reason
from tests.desk_support import code_of, later, new_desk, walk_in


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = new_desk(tmp_path)
    yield desk
    desk.close()


def test_a_first_scan_admits_and_counts(desk: Desk) -> None:
    person = walk_in(desk, "Nguyễn Thị Minh Khai", delegation="Đoàn Đà Nẵng")
    outcome = desk.scan(code_of(desk, person), at=later(0), operator="Hạnh")
    assert outcome.verdict.reason is Reason.WELCOME
    assert outcome.delegate == person
    assert outcome.delegation is not None
    assert outcome.delegation.name == "Đoàn Đà Nẵng"
    figures = desk.figures()
    assert (figures.arrived, figures.expected) == (1, 1)
    assert (figures.delegations_present, figures.delegations_expected) == (1, 1)
    assert desk.completeness(person.delegation).arrived == 1


def test_the_same_code_within_three_seconds_is_the_same_scan(desk: Desk) -> None:
    code = code_of(desk, walk_in(desk, "Lê An"))
    first = desk.scan(code, at=later(0))
    again = desk.scan(code, at=later(2.9))
    assert again.repeated
    assert again.scan_id == first.scan_id
    assert again.verdict == first.verdict
    assert len(desk.recent()) == 1
    third = desk.scan(code, at=later(3))
    assert third.verdict.reason is Reason.ALREADY_IN
    assert third.verdict.first_scan is not None
    assert third.verdict.first_scan.scan_id == first.scan_id
    assert third.verdict.first_scan.at == first.at


def test_the_debounce_outlives_the_program(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    code = code_of(desk, walk_in(desk, "Lê An"))
    first = desk.scan(code, at=later(0))
    desk.close()
    desk = Desk.open(tmp_path / "forum.checkin")
    assert desk.scan(code, at=later(1)).scan_id == first.scan_id
    desk.close()


def test_refusals_are_recorded_too(desk: Desk) -> None:
    desk.scan("not a code of ours", at=later(0))
    desk.scan("1" * 27, at=later(0))
    reasons = [outcome.verdict.reason for outcome in desk.recent()]
    assert reasons == [Reason.UNREADABLE, Reason.UNKNOWN]


def test_undo_gives_the_place_back_and_can_be_seen(desk: Desk) -> None:
    person = walk_in(desk, "Vũ Ly", delegation="Huế")
    code = code_of(desk, person)
    first = desk.scan(code, at=later(0))
    undone = desk.undo(first.scan_id, reason="wrong person")
    assert undone.undone
    assert desk.figures().arrived == 0
    assert desk.figures().delegations_present == 0
    assert desk.scan(code, at=later(1)).verdict.reason is Reason.WELCOME
    with pytest.raises(NotPossible):
        desk.undo(first.scan_id)


def test_override_admits_and_an_undo_takes_that_back(desk: Desk) -> None:
    person = walk_in(desk, "Trần Minh")
    desk.withdraw(person.id)
    refused = desk.scan(code_of(desk, person), at=later(0))
    assert refused.verdict.reason is Reason.WITHDRAWN
    with pytest.raises(NotPossible):
        desk.override(refused.scan_id, reason="  ")
    admitted = desk.override(refused.scan_id, reason="invited by the host")
    assert admitted.verdict.decision is Decision.ADMIT
    assert desk.figures().arrived == 1
    with pytest.raises(NotPossible):
        desk.override(refused.scan_id, reason="again")
    desk.undo(refused.scan_id)
    assert desk.figures().arrived == 0


def test_nobody_can_be_overridden_who_is_not_known(desk: Desk) -> None:
    unknown = desk.scan("1" * 27, at=later(0))
    with pytest.raises(NotPossible):
        desk.override(unknown.scan_id, reason="looks honest")
    with pytest.raises(NoSuchScan):
        desk.undo("nothing")


def test_found_by_name_and_admitted_without_a_code(desk: Desk) -> None:
    person = walk_in(desk, "Đặng Thị Khánh Vân")
    hits = desk.find("van dang")
    assert [hit.delegate.id for hit in hits] == [person.id]
    assert not hits[0].checked_in
    outcome = desk.admit(person.id, at=later(0))
    assert outcome.verdict.reason is Reason.WELCOME
    assert desk.find("vân")[0].checked_in
    assert desk.scan(code_of(desk, person), at=later(10)).verdict.reason is Reason.ALREADY_IN
    with pytest.raises(NoSuchDelegate):
        desk.admit("d-nobody")


def test_a_walk_in_who_is_there_already_is_shown_first(desk: Desk) -> None:
    walk_in(desk, "Nguyễn Văn An", delegation="Huế")
    alike = desk.register({"name": "NGUYEN VAN AN"})
    assert isinstance(alike, list)
    assert [found.delegation_name for found in alike] == ["Huế"]
    assert desk.figures().expected == 1
    with pytest.raises(NotPossible):
        desk.register({"name": "   "})
    with pytest.raises(NotPossible):
        desk.register({"name": "An", "height": "1.70"})


def test_a_correction_keeps_the_code_and_what_was_there_before(desk: Desk) -> None:
    person = walk_in(desk, "Nguyễn Thị Minh Khai")
    code = code_of(desk, person)
    changed = desk.amend(person.id, {"name": "Nguyễn Thị Minh Khải", "birth_year": "1980"})
    assert (changed.name, changed.birth_year) == ("Nguyễn Thị Minh Khải", 1980)
    assert code_of(desk, person) == code
    assert desk.find("khải")[0].delegate.id == person.id
    assert desk.scan(code, at=later(0)).delegate == changed
    line = next(h for h in desk.delegate(person.id).history if h.kind == "record.amended")
    assert line.details["name"] == "Nguyễn Thị Minh Khai → Nguyễn Thị Minh Khải"
    entries = desk.check().entries
    desk.amend(person.id, {"name": "Nguyễn Thị Minh Khải"})
    assert desk.check().entries == entries, "nothing changed, nothing written"
    for changes in ({"birth_year": "soon"}, {"standing": "lost"}, {"name": ""}):
        with pytest.raises(NotPossible):
            desk.amend(person.id, changes)


def test_withdrawn_and_restored(desk: Desk) -> None:
    person = walk_in(desk, "An", delegation="Huế")
    assert desk.withdraw(person.id).standing is Standing.WITHDRAWN
    assert desk.completeness(person.delegation).expected == 0
    assert desk.find("an")[0].delegate.standing is Standing.WITHDRAWN, "still found"
    assert desk.restore(person.id).standing is Standing.ACCREDITED
    assert desk.completeness(person.delegation).expected == 1


def test_a_new_code_replaces_the_old_and_a_lost_one_is_revoked(desk: Desk) -> None:
    person = walk_in(desk, "An")
    old = code_of(desk, person)
    new = desk.replace_code(person.id).code
    assert desk.scan(old, at=later(0)).verdict.reason is Reason.REPLACED
    assert desk.scan(new, at=later(0)).verdict.reason is Reason.WELCOME
    desk.revoke(person.id, new)
    assert desk.scan(new, at=later(10)).verdict.reason is Reason.REVOKED
    with pytest.raises(NotPossible):
        desk.revoke(person.id, "somebody else's")


def test_a_genuine_code_of_another_desk_is_referred(desk: Desk, tmp_path: Path) -> None:
    other = new_desk(tmp_path, "other.checkin")
    code = code_of(other, walk_in(other, "Ly"))
    other.close()
    verdict = desk.scan(code, at=later(0)).verdict
    assert (verdict.decision, verdict.reason) == (Decision.REFER, Reason.GENUINE_NOT_ON_ROSTER)


def test_doors_let_in_whom_the_rules_name_and_count_who_is_inside(desk: Desk) -> None:
    hall = Checkpoint("hall", CheckpointKind.DOOR, "Hall A", "Hội trường A", Passage.IN_AND_OUT)
    hall = replace(hall, capacity=1)
    rule = AccessRule("r1", "hall", categories=frozenset({"vip"}))
    desk.add_records([Category("vip", "VIP", "Khách VIP"), Category("press", "Press", "Báo chí")])
    desk.add_records([hall, rule])
    guest, other, reporter = (
        walk_in(desk, "Lê An", category="vip"),
        walk_in(desk, "Vũ Hà", category="VIP"),
        walk_in(desk, "Hồ Ba", category="Báo chí"),
    )

    def at_hall(person: str, seconds: int, direction: Direction = Direction.IN) -> Reason:
        return desk.admit(
            person, checkpoint="hall", direction=direction, at=later(seconds)
        ).verdict.reason

    assert at_hall(reporter.id, 0) is Reason.NOT_ENTITLED
    assert at_hall(guest.id, 0) is Reason.WELCOME
    assert at_hall(guest.id, 10) is Reason.ALREADY_IN
    assert at_hall(other.id, 10) is Reason.FULL
    assert at_hall(guest.id, 20, Direction.OUT) is Reason.LEFT
    assert at_hall(other.id, 30) is Reason.WELCOME
    assert at_hall(guest.id, 40, Direction.OUT) is Reason.NOT_INSIDE
    assert desk.figures().per_checkpoint["hall"] == {"admitted": 2, "inside": 1}
    with pytest.raises(NoSuchCheckpoint):
        desk.scan("x", checkpoint="nowhere")


def test_records_are_corrected_not_doubled(desk: Desk) -> None:
    desk.add_records([Delegation("g1", "Huế", "VN")])
    desk.add_records([Delegation("g1", "Thành phố Huế", "VN")])
    assert [d.name for d in desk.delegations()] == ["Thành phố Huế"]
    person = walk_in(desk, "An", delegation="thanh pho hue")
    assert person.delegation == "g1"
    desk.add_records([Delegation("g1", "Cố đô", "VN")])
    assert [hit.delegate.id for hit in desk.find("co do")] == [person.id]
    assert desk.find("hue") == []


def test_the_roster_table_sorts_and_filters(desk: Desk) -> None:
    an = walk_in(desk, "Lê An", delegation="Huế", category="vip")
    walk_in(desk, "Vũ Bình", delegation="Huế")
    walk_in(desk, "Hồ Châu", delegation="Đà Lạt")
    desk.admit(an.id, at=later(0))

    def shown(**wanted: object) -> list[str]:
        return [row.delegate.name for row in desk.roster_rows(desk.roster_ids(**wanted))]

    assert shown(sort="full_name") == ["Hồ Châu", "Lê An", "Vũ Bình"]
    assert shown(sort="full_name", descending=True)[0] == "Vũ Bình"
    assert shown(delegation=an.delegation, sort="full_name") == ["Lê An", "Vũ Bình"]
    assert shown(category="vip") == ["Lê An"]
    assert shown(status="arrived") == ["Lê An"]
    assert shown(status="expected", sort="full_name") == ["Hồ Châu", "Vũ Bình"]
    assert shown(text="chau") == ["Hồ Châu"]


def test_a_correction_ends_the_three_seconds(desk: Desk) -> None:
    person = walk_in(desk, "Lê An")
    code = code_of(desk, person)
    assert desk.scan(code, at=later(0)).verdict.reason is Reason.WELCOME
    desk.revoke(person.id, code)
    assert desk.scan(code, at=later(1)).verdict.reason is Reason.REVOKED


def test_somebody_here_who_changes_delegation_is_counted_there(desk: Desk) -> None:
    person = walk_in(desk, "Lê An", delegation="Huế")
    desk.admit(person.id, at=later(0))
    assert desk.figures().delegations_present == 1
    walk_in(desk, "Vũ Bình", delegation="Đà Lạt")
    moved = desk.amend(person.id, {"delegation": "Đà Lạt"})
    assert desk.figures().delegations_present == 1
    assert desk.completeness(moved.delegation).arrived == 1


def test_the_roster_table_sorts_as_people_do(desk: Desk) -> None:
    for name in ("Zoe Martin", "Đặng An", "Şule Aydın", "Dương Bình", "Sato Ken", "Élise Roy"):
        walk_in(desk, name, country="", organization=name)

    def shown(sort: str) -> list[str]:
        return [row.delegate.name for row in desk.roster_rows(desk.roster_ids(sort=sort))]

    expected = ["Đặng An", "Dương Bình", "Élise Roy", "Sato Ken", "Şule Aydın", "Zoe Martin"]
    assert shown("full_name") == shown("organization") == expected


def test_everything_is_there_after_closing(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    person = walk_in(desk, "Lê An", delegation="Huế", attention="Has an interpreter")
    outcome = desk.scan(code_of(desk, person), at=later(0))
    before = (desk.digest(), desk.figures(), desk.recent())
    desk.close()
    desk = Desk.open(tmp_path / "forum.checkin")
    assert (desk.digest(), desk.figures(), desk.recent()) == before
    assert desk.recent()[0].verdict == outcome.verdict
    assert desk.event.name_vi == "Diễn đàn Kinh tế Mùa thu"
    report = desk.check()
    assert report.whole, report.problems
    assert report.sealed == 1
    desk.close()
