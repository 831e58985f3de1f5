"""What does not fit together once desks meet, as the people at the desks see and decide it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest

from checkin_app.desk import Desk
from checkin_app.domain.conflicts import Conflict, ConflictKind, Role
from checkin_app.domain.credentials import CredentialStatus
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.errors import NoSuchConflict, NoSuchDelegate, NotPossible
from checkin_app.domain.programme import Checkpoint, CheckpointKind, Direction, Passage
from checkin_app.domain.scans import Decision, Reason
from checkin_app.ledger import kinds
from tests.desk_support import code_of, later, new_desk, walk_in
from tests.meeting_support import copy_of, exchange

HALL = Checkpoint("hall", CheckpointKind.DOOR, "Hall", "Hội trường", Passage.IN_AND_OUT)
ZONE = Checkpoint("zone", CheckpointKind.GATE, "Zone", "Khu vực", Passage.FREE)


class Two(NamedTuple):
    here: Desk
    there: Desk
    an: Delegate

    def meet(self) -> None:
        exchange(self.here, self.there)
        assert self.here.digest() == self.there.digest()
        assert self.here.conflicts(open_only=False) == self.there.conflicts(open_only=False)

    def only(self) -> Conflict:
        [conflict] = self.here.conflicts()
        assert self.there.open_conflicts() == self.here.open_conflicts() == 1
        return conflict


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    here = new_desk(tmp_path)
    here.add_records([HALL, ZONE])
    an = walk_in(here, "Lê An", organization="Bank")
    there = copy_of(here, tmp_path, "there")
    yield Two(here, there, an)
    for desk in (here, there):
        assert desk.check().problems == []
        desk.close()


def scan_at_both(two: Two, apart: float = 600, checkpoint: str = "registration") -> list[str]:
    code = code_of(two.here, two.an)
    return [
        desk.scan(code, checkpoint=checkpoint, at=later(at), operator=who).scan_id
        for desk, at, who in ((two.here, 0, "Mai"), (two.there, apart, "Tú"))
    ]


def arrived(desk: Desk) -> int:
    return desk.figures().arrived


# -- somebody was admitted twice


def test_a_badge_admitted_at_two_desks_is_shown_with_both_scans(two: Two) -> None:
    first, second = scan_at_both(two)
    assert two.here.open_conflicts() == 0, "nobody knows yet"
    two.meet()
    conflict = two.only()
    assert conflict.kind is ConflictKind.ADMITTED_TWICE
    assert conflict.delegate == two.an
    assert [(s.entry, s.operator, s.at) for s in conflict.scans] == [
        (first, "Mai", later(0)),
        (second, "Tú", later(600)),
    ]
    assert conflict.proposals == ("same_person", "copied_badge", "mistake")
    assert conflict.about == "registration"
    assert two.here.conflict(conflict.id) == conflict
    assert two.there.delegate(two.an.id).conflicts == [conflict]


def test_a_lone_desk_and_a_gate_for_everybody_make_no_conflict(two: Two) -> None:
    scan_at_both(two, checkpoint="zone")
    two.here.scan(code_of(two.here, two.an), at=later(0))
    two.here.scan(code_of(two.here, two.an), at=later(100))
    two.meet()
    assert two.here.conflicts() == []


def test_whoever_left_before_coming_again_is_no_conflict(two: Two) -> None:
    two.here.admit(two.an.id, checkpoint="hall", at=later(0))
    two.here.admit(two.an.id, checkpoint="hall", direction=Direction.OUT, at=later(300))
    two.there.admit(two.an.id, checkpoint="hall", at=later(600))
    two.meet()
    assert two.here.conflicts() == []


def test_an_override_lets_in_knowingly(two: Two) -> None:
    two.here.scan(code_of(two.here, two.an), at=later(0))
    two.there.amend(two.an.id, {"hold": True})
    refused = two.there.scan(code_of(two.there, two.an), at=later(600))
    two.there.override(refused.scan_id, reason="known")
    two.meet()
    assert two.here.conflicts() == []


def test_same_person_closes_it_and_both_scans_stay(two: Two) -> None:
    scans = scan_at_both(two)
    two.meet()
    done = two.here.resolve(two.only().id, "same_person", reason="  he came back ", operator="Mai")
    assert not done.is_open
    assert done.decided is not None
    assert (done.decided.decision, done.decided.reason) == ("same_person", "he came back")
    two.meet()
    assert two.there.conflicts() == []
    assert two.there.conflicts(open_only=False) == [done]
    assert not any(two.there.scan_outcome(scan).undone for scan in scans)


def test_a_mistake_takes_the_later_scan_back_or_the_one_that_is_named(two: Two) -> None:
    first, second = scan_at_both(two)
    two.meet()
    conflict = two.only()
    done = two.here.resolve(conflict.id, "mistake")
    two.meet()
    assert two.there.scan_outcome(second).undone
    assert done.decided is not None and not done.is_open, "it is told though the facts fit now"
    assert two.there.conflict(conflict.id) == done
    two.there.resolve(conflict.id, f"mistake:{first}")
    two.meet()
    assert two.here.scan_outcome(first).undone
    assert not two.here.scan_outcome(second).undone, "the former decision was taken back"
    assert arrived(two.here) == arrived(two.there) == 1


def test_a_decision_can_be_taken_back(two: Two) -> None:
    _, second = scan_at_both(two)
    two.meet()
    conflict = two.here.resolve(two.only().id, "mistake")
    assert two.here.open_conflicts() == 0
    again = two.here.undo_decision(conflict.id)
    assert again is not None and again.is_open and again.decided is None
    two.meet()
    assert not two.there.scan_outcome(second).undone
    with pytest.raises(NotPossible, match="Nothing was decided"):
        two.here.undo_decision(conflict.id)


def test_a_copied_badge_is_worthless_and_a_fresh_code_waits_to_be_printed(two: Two) -> None:
    code = code_of(two.here, two.an)
    for desk in (two.here, two.there):
        desk.scan(code)
    two.meet()
    two.here.resolve(two.only().id, "copied_badge")
    two.meet()
    assert two.there.open_conflicts() == 0
    fresh, old = two.there.credentials(two.an.id)
    assert (fresh.status, old.status) == (CredentialStatus.ACTIVE, CredentialStatus.REVOKED)
    assert old.code == code
    refused = two.there.scan(code, checkpoint="hall", at=later(900))
    assert refused.verdict.reason is Reason.REVOKED


def test_what_decides_nothing_and_what_is_not_there_is_said(two: Two) -> None:
    scan_at_both(two)
    two.meet()
    conflict = two.only()
    for wrong in ("merge", "mistake:nobody", "keep:this", ""):
        with pytest.raises(NotPossible, match="does not decide"):
            two.here.resolve(conflict.id, wrong)
    with pytest.raises(NoSuchConflict):
        two.here.resolve("0123456789abcdef", "mistake")
    assert two.here.conflicts() == [conflict]


def test_desks_that_decide_differently_are_asked_again(two: Two) -> None:
    _, second = scan_at_both(two)
    two.meet()
    conflict = two.only()
    two.here.resolve(conflict.id, "same_person")
    two.there.resolve(conflict.id, "mistake")
    two.meet()
    again = two.only()
    assert again.kind is ConflictKind.CROSSED_DECISIONS
    assert {side.value for side in again.sides} == {"same_person", "mistake"}
    assert again.people == (two.an,)
    [same] = [side.entry for side in again.sides if side.value == "same_person"]
    two.here.resolve(again.id, f"keep:{same}")
    two.meet()
    assert two.there.open_conflicts() == 0
    decided = two.there.conflict(conflict.id).decided
    assert decided is not None and decided.decision == "same_person"
    assert not two.there.scan_outcome(second).undone, "what followed from the other is taken back"


def test_desks_that_decide_alike_need_not_be_asked(two: Two) -> None:
    scan_at_both(two)
    two.meet()
    conflict = two.only()
    for desk in (two.here, two.there):
        desk.resolve(conflict.id, "same_person")
    two.meet()
    assert two.here.open_conflicts() == 0


# -- clocks


def test_door_times_are_corrected_before_they_are_compared(two: Two) -> None:
    """The clock there is two hours fast; by the hub's the scans are five seconds apart."""
    two.there.clock_offset(-7_200_000, 40)
    code = code_of(two.here, two.an)
    two.here.scan(code, checkpoint="hall", at=later(0))
    two.there.scan(code, checkpoint="zone", at=later(7205))
    two.meet()
    conflict = two.only()
    assert conflict.kind is ConflictKind.TWO_DOORS
    assert [s.corrected_at for s in conflict.scans] == [later(0), later(5)]
    assert [s.at for s in conflict.scans] == [later(0), later(7205)], "what the desk said stays"
    assert [s.bound_ms for s in conflict.scans] == [None, 40]
    assert not conflict.order_uncertain


def test_scans_nearer_than_the_clocks_are_known_have_no_certain_order(two: Two) -> None:
    two.here.clock_offset(0, 3000)
    two.there.clock_offset(0, 3000)
    scan_at_both(two, apart=5)
    two.meet()
    assert two.only().order_uncertain


def test_who_is_inside_is_told_in_corrected_time(two: Two) -> None:
    """In here, out there an hour later, by a clock that is two hours slow."""
    two.there.clock_offset(7_200_000, 0)
    two.here.admit(two.an.id, checkpoint="hall", at=later(0))
    exchange(two.here, two.there)
    two.there.admit(two.an.id, checkpoint="hall", direction=Direction.OUT, at=later(-3600))
    two.meet()
    assert two.here.figures().per_checkpoint["hall"]["inside"] == 0


# -- codes


def test_a_code_admitted_after_another_desk_replaced_it(two: Two) -> None:
    code = code_of(two.here, two.an)
    two.here.replace_code(two.an.id, operator="Mai")
    there = two.there.scan(code)
    assert there.verdict.decision is Decision.ADMIT, "nobody there could know"
    two.meet()
    conflict = two.only()
    assert conflict.kind is ConflictKind.REPLACED_CODE_USED
    assert [(s.role, s.value) for s in conflict.sides] == [
        (Role.CODE_CHANGE, "replaced"),
        (Role.SCAN, "in"),
    ]
    two.here.resolve(conflict.id, "copied_badge")
    active = [c for c in two.here.credentials(two.an.id) if c.status is CredentialStatus.ACTIVE]
    assert len(active) == 1, "the new badge goes on"


# -- walk-ins of two desks


def twins(two: Two, **there: object) -> tuple[Delegate, Delegate]:
    return walk_in(two.here, "Phạm Thị Hoa", organization="Bank"), walk_in(
        two.there, "PHAM THI HOA", **there
    )


def test_a_walk_in_of_two_desks_is_offered_to_be_merged(two: Two) -> None:
    one, other = twins(two)
    two.meet()
    conflict = two.only()
    assert conflict.kind is ConflictKind.WALK_IN_TWINS
    assert conflict.people == (one, other)
    assert [side.value for side in conflict.sides] == ["Phạm Thị Hoa", "PHAM THI HOA"]
    assert two.there.delegate(one.id).conflicts == two.there.delegate(other.id).conflicts != ()
    two.there.resolve(conflict.id, "merge", operator="Tú")
    two.meet()
    assert two.here.conflicts() == []
    assert [hit.delegate for hit in two.here.find("hoa")] == [one]
    assert two.here.figures().expected == 2
    with pytest.raises(NoSuchDelegate, match="merged"):
        two.here.delegate(other.id)


def test_a_second_attendee_who_is_somebody_else_is_not_taken_for_a_duplicate(two: Two) -> None:
    twins(two, organization="School")
    walk_in(two.here, "Trần Văn Nam", birth_year=1980)
    walk_in(two.there, "Trần Văn Nam", birth_year=1991)
    two.meet()
    assert two.here.conflicts() == []


def test_whom_a_desk_told_apart_when_it_registered_them_are_two(two: Two) -> None:
    walk_in(two.here, "Phạm Thị Hoa")
    exchange(two.here, two.there)
    walk_in(two.there, "Phạm Thị Hoa")  # The desk was shown the first one.
    two.meet()
    assert two.here.conflicts() == []


def test_different_people_stay_two(two: Two) -> None:
    one, other = twins(two)
    two.meet()
    two.here.resolve(two.only().id, "different_people")
    two.meet()
    assert two.there.conflicts() == [] and not two.there.delegate(one.id).conflicts
    assert two.there.delegate(other.id).delegate == other


def test_a_correction_that_tells_them_apart_ends_it(two: Two) -> None:
    _, other = twins(two)
    two.meet()
    two.there.amend(other.id, {"organization": "School"})
    two.meet()
    assert two.here.conflicts() == []


# -- merges


def test_codes_scans_and_history_of_a_merged_record_are_the_kept_ones(two: Two) -> None:
    one, other = twins(two)
    code, scan = code_of(two.there, other), two.there.scan(code_of(two.there, other), at=later(5))
    two.here.scan(code_of(two.here, one), at=later(900))
    exchange(two.here, two.there)
    two.here.merge(one.id, other.id)
    two.meet()
    assert two.here.conflicts() == [], "each record was admitted once"
    assert two.there.scan_outcome(scan.scan_id).delegate == one
    assert arrived(two.there) == 1
    card = two.there.delegate(one.id)
    assert card.arrived_at == later(5)
    assert scan.scan_id in {line.entry for line in card.history}
    assert "delegate.merged" in {line.kind for line in card.history}
    outcome = two.there.scan(code, checkpoint="hall", at=later(1000))
    assert (outcome.verdict.decision, outcome.delegate) == (Decision.ADMIT, one)


def test_a_merge_may_end_the_codes_of_the_other_record(two: Two) -> None:
    one, other = twins(two)
    exchange(two.here, two.there)
    code = code_of(two.here, other)
    two.here.merge(one.id, other.id, codes="replace")
    two.meet()
    assert two.there.scan(code, at=later(0)).verdict.reason is Reason.REPLACED
    two.there.unmerge(other.id)
    two.meet()
    assert two.here.scan(code, at=later(9)).delegate == other


def test_unmerged_records_are_two_again(two: Two) -> None:
    one, other = twins(two)
    two.there.scan(code_of(two.there, other), at=later(5))
    exchange(two.here, two.there)
    two.here.merge(one.id, other.id)
    with pytest.raises(NoSuchDelegate, match="merged"):
        two.here.delegate(other.id)
    two.here.unmerge(other.id, reason="they are sisters")
    two.meet()
    assert two.there.delegate(other.id).checked_in
    assert not two.there.delegate(one.id).checked_in
    assert {hit.delegate.id for hit in two.there.find("hoa")} == {one.id, other.id}
    with pytest.raises(NotPossible, match="not merged"):
        two.here.unmerge(other.id)


def test_desks_that_kept_the_other_one_agree(two: Two) -> None:
    one, other = twins(two)
    exchange(two.here, two.there)
    two.here.merge(one.id, other.id)
    two.there.merge(other.id, one.id)
    two.meet()
    assert [hit.delegate for hit in two.here.find("hoa")] == [other], "the later counts"


def test_a_badge_on_its_way_of_a_record_that_another_desk_merged_is_not_printed(two: Two) -> None:
    one, other = twins(two)
    [job] = two.there.order_badges([other.id], printer="P")
    exchange(two.here, two.there)
    two.here.merge(one.id, other.id)
    two.meet()
    assert two.there.worthless_badges(job.id) == {other.id}


def test_a_record_is_not_merged_with_itself_or_nobody(two: Two) -> None:
    with pytest.raises(NotPossible, match="one and the same"):
        two.here.merge(two.an.id, two.an.id)
    with pytest.raises(NoSuchDelegate):
        two.here.merge(two.an.id, "nobody")
    with pytest.raises(NotPossible, match="What becomes of the codes"):
        two.here.merge(two.an.id, two.an.id, codes="some")


# -- corrections


def test_corrections_that_crossed_are_both_kept_and_the_later_is_shown(two: Two) -> None:
    two.here.amend(two.an.id, {"seat": "A1", "position": "Head"}, operator="Mai")
    two.there.amend(two.an.id, {"seat": "B2", "position": "Head"}, operator="Tú")
    two.meet()
    conflict = two.only()
    assert (conflict.kind, conflict.field) == (ConflictKind.CROSSED_EDITS, "seat")
    assert [side.value for side in conflict.sides] == ["A1", "B2"]
    assert conflict.shown == conflict.sides[-1].entry
    assert two.here.delegate(two.an.id).delegate.seat == "B2"
    two.here.resolve(conflict.id, conflict.proposals[0])
    two.meet()
    assert two.there.delegate(two.an.id).delegate.seat == "A1"
    assert two.there.conflicts() == []
    assert two.there.conflict(conflict.id).field == "seat"


def test_a_further_correction_closes_it_as_well(two: Two) -> None:
    two.here.amend(two.an.id, {"seat": "A1"})
    two.there.amend(two.an.id, {"seat": "B2"})
    two.meet()
    two.there.amend(two.an.id, {"seat": "C3"})
    two.meet()
    assert two.here.conflicts(open_only=False) == []


def test_an_edit_under_a_clock_set_to_2030_is_closed_by_whoever_saw_it(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as there:
        there.setattr("checkin_app.store.ledger.now_ms", lambda: 1_893_456_000_000)
        two.there.amend(two.an.id, {"seat": "2030"})
    two.here.amend(two.an.id, {"seat": "A1"})
    two.meet()
    assert two.here.delegate(two.an.id).delegate.seat == "2030"
    conflict = two.only()
    [mine] = [side for side in conflict.sides if side.value == "A1"]
    two.here.resolve(conflict.id, f"keep:{mine.entry}")
    two.meet()
    assert two.there.delegate(two.an.id).delegate.seat == "A1"


def test_undo_under_a_fast_clock_needs_no_clock(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = scan_at_both(two)
    two.meet()
    with monkeypatch.context() as there:
        there.setattr("checkin_app.store.ledger.now_ms", lambda: 1)
        two.there.undo(first)
    two.meet()
    assert two.here.scan_outcome(first).undone
    assert two.here.conflicts() == []


# -- temporary badges


def test_a_temporary_badge_given_to_two_people(two: Two) -> None:
    day = later(0).date()
    bo = walk_in(two.here, "Đỗ Bo")
    [badge] = two.here.make_temporaries(1, day)
    exchange(two.here, two.there)
    two.here.bind_temporary(badge.number, two.an.id, day=day)
    two.there.bind_temporary(badge.number, bo.id, day=day)
    two.meet()
    conflict = two.only()
    assert conflict.kind is ConflictKind.TEMPORARY_TWICE
    assert conflict.about == "1"
    assert {person.id for person in conflict.people} == {two.an.id, bo.id}
    assert two.there.scan(badge.code, at=later(0)).delegate == two.an, "the first holds"
    two.there.resolve(conflict.id, f"keep:{bo.id}")
    two.meet()
    assert two.here.conflicts() == []
    [shown] = two.here.temporaries(day)
    assert shown.delegate == bo.id


# -- what another desk may say


@pytest.mark.parametrize("kind", [*ConflictKind, "of a later release"])
def test_a_decision_of_nothing_breaks_nothing(two: Two, kind: str) -> None:
    """An enrolled desk may record any decision; it is kept, and cannot stop the tray."""
    data = {
        "conflict": "f" * 16,
        "kind": kind,
        "part": "x",
        "decision": "anything",
        "entries": ["no entry"],
        "people": ["nobody"],
        "effects": ["no entry"],
    }
    with two.there._file.transaction():
        two.there._file.record(kinds.CONFLICT_RESOLVED, "f" * 16, data)
    two.meet()
    for conflict in two.here.conflicts(open_only=False):
        for proposal in conflict.proposals:
            with suppress(NotPossible):
                two.here.resolve(conflict.id, proposal)
        two.here.undo_decision(conflict.id)
    assert two.here.open_conflicts() == 0
