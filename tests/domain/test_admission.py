"""The decision table: each reason alone, and which one wins where two apply."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.admission import Context, decide
from checkin_app.domain.credentials import Credential, CredentialStatus, Reading
from checkin_app.domain.delegates import Delegate, Standing
from checkin_app.domain.programme import (
    AccessRule,
    Checkpoint,
    CheckpointKind,
    Direction,
    Passage,
    Session,
    SessionKind,
)
from checkin_app.domain.scans import Decision, FirstScan, Guidance, Reason

NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
DOOR = Checkpoint("hall-a", CheckpointKind.DOOR, "Hall A", "Hội trường A")
AN = Delegate("d1", "Lê An", category="delegate", delegation="g1")
ACTIVE = Credential("c1", "d1", CredentialStatus.ACTIVE, "")
FIRST = FirstScan("s1", NOON - HOUR, "Desk 3", "hall-a")
WELCOME = Context(Reading.GENUINE, ACTIVE, AN, DOOR, Direction.IN, NOON)
FOR_PRESS = AccessRule("r1", "hall-a", categories=frozenset({"press"}))
EARLY = AccessRule("r2", "hall-a", opens_at=NOON + HOUR)
LATE = AccessRule("r3", "hall-a", closes_at=NOON)

#: Each condition in the order of the table, as a change to a context where all is well.
CONDITIONS = {
    Reason.REVOKED: {"credential": replace(ACTIVE, status=CredentialStatus.REVOKED)},
    Reason.REPLACED: {"credential": replace(ACTIVE, status=CredentialStatus.REPLACED)},
    Reason.WITHDRAWN: {"delegate": {"standing": Standing.WITHDRAWN}},
    Reason.NOT_ACCREDITED: {"delegate": {"standing": Standing.NOT_ACCREDITED}},
    Reason.NOT_ENTITLED: {"rules": (FOR_PRESS,)},
    Reason.TOO_EARLY: {"rules": (EARLY,)},
    Reason.TOO_LATE: {"rules": (LATE,)},
    Reason.FULL: {"checkpoint": replace(DOOR, capacity=10), "occupancy": 10},
    Reason.ATTENTION: {"delegate": {"hold": True}},
    Reason.ALREADY_IN: {"admitted": FIRST},
}
REFERRED = {Reason.NOT_ACCREDITED, Reason.ATTENTION}


def with_conditions(*reasons: Reason) -> Context:
    context = WELCOME
    for reason in reasons:
        changes = dict(CONDITIONS[reason])
        if "delegate" in changes:
            assert context.delegate is not None
            changes["delegate"] = replace(context.delegate, **changes["delegate"])
        context = replace(context, **changes)
    return context


def test_welcome() -> None:
    verdict = decide(WELCOME)
    assert (verdict.decision, verdict.reason) == (Decision.ADMIT, Reason.WELCOME)


@pytest.mark.parametrize(
    ("reading", "decision", "reason"),
    [
        (Reading.UNREADABLE, Decision.REFUSE, Reason.UNREADABLE),
        (Reading.OTHER_EVENT, Decision.REFUSE, Reason.OTHER_EVENT),
        (Reading.UNKNOWN, Decision.REFUSE, Reason.UNKNOWN),
        (Reading.FOREIGN, Decision.REFUSE, Reason.UNKNOWN),
        (Reading.GENUINE, Decision.REFER, Reason.GENUINE_NOT_ON_ROSTER),
    ],
)
def test_nobody_recognised(reading: Reading, decision: Decision, reason: Reason) -> None:
    verdict = decide(replace(WELCOME, reading=reading, credential=None, delegate=None))
    assert (verdict.decision, verdict.reason) == (decision, reason)


@pytest.mark.parametrize("reason", CONDITIONS)
def test_each_reason_alone(reason: Reason) -> None:
    verdict = decide(with_conditions(reason))
    assert verdict.reason is reason
    assert verdict.decision is (Decision.REFER if reason in REFERRED else Decision.REFUSE)


@given(st.permutations(list(CONDITIONS)), st.integers(1, len(CONDITIONS)))
def test_of_several_reasons_the_first_of_the_table_is_given(
    reasons: list[Reason], count: int
) -> None:
    chosen = reasons[:count]
    #: These overwrite one another in the context, so that only the last of them holds.
    for rivals in (
        (Reason.REVOKED, Reason.REPLACED),
        (Reason.WITHDRAWN, Reason.NOT_ACCREDITED),
        (Reason.NOT_ENTITLED, Reason.TOO_EARLY, Reason.TOO_LATE),
    ):
        present = [reason for reason in chosen if reason in rivals]
        chosen = [reason for reason in chosen if reason not in present[:-1]]
    order = list(CONDITIONS)
    assert decide(with_conditions(*chosen)).reason is min(chosen, key=order.index)


def test_already_in_shows_the_first_scan() -> None:
    assert decide(replace(WELCOME, admitted=FIRST)).first_scan == FIRST


def test_a_rule_about_somebody_lets_them_pass() -> None:
    for rule in (
        AccessRule("r", "hall-a", categories=frozenset({"delegate"})),
        AccessRule("r", "hall-a", delegations=frozenset({"g1"})),
        AccessRule("r", "hall-a", opens_at=NOON, closes_at=NOON + HOUR),
    ):
        assert decide(replace(WELCOME, rules=(FOR_PRESS, rule))).reason is Reason.WELCOME


def test_too_early_says_when() -> None:
    sooner = AccessRule("r4", "hall-a", opens_at=NOON + HOUR / 2)
    assert decide(replace(WELCOME, rules=(EARLY, sooner))).guidance == Guidance(at=NOON + HOUR / 2)


def test_too_late_says_since_when() -> None:
    assert decide(replace(WELCOME, rules=(LATE,))).guidance == Guidance(at=NOON)


def test_not_entitled_says_where_to_go_instead() -> None:
    theirs = Session("s7", SessionKind.SESSION, "Session 7", "Phiên 7", "Hall B", NOON, NOON + HOUR)
    over = replace(theirs, id="s1", ends_at=NOON)
    mine = AccessRule("r5", "hall-b", categories=frozenset({"delegate"}))
    verdict = decide(
        replace(WELCOME, rules=(FOR_PRESS,), elsewhere=((over, (mine,)), (theirs, (mine,))))
    )
    assert verdict.guidance == Guidance("Session 7", "Phiên 7", "Hall B", NOON)


def test_going_out_and_in_again() -> None:
    gate = replace(DOOR, passage=Passage.IN_AND_OUT)
    inside = replace(WELCOME, checkpoint=gate, admitted=FIRST, inside=True)
    outside = replace(inside, inside=False)
    assert decide(inside).reason is Reason.ALREADY_IN
    assert decide(outside).reason is Reason.WELCOME
    assert decide(replace(inside, direction=Direction.OUT)).reason is Reason.LEFT
    assert decide(replace(outside, direction=Direction.OUT)).decision is Decision.REFER
    assert decide(replace(inside, direction=Direction.OUT, rules=(LATE,))).reason is Reason.LEFT


def test_free_passage_never_says_already() -> None:
    free = replace(DOOR, passage=Passage.FREE)
    verdict = decide(replace(WELCOME, checkpoint=free, admitted=FIRST, inside=True))
    assert verdict.reason is Reason.WELCOME


def test_attention_notes_accompany_every_verdict_about_a_person() -> None:
    noted = replace(AN, attention="Has an interpreter.")
    for reason in CONDITIONS:
        context = with_conditions(reason)
        assert context.delegate is not None
        told = replace(context, delegate=replace(context.delegate, attention=noted.attention))
        assert decide(told).notes == ("Has an interpreter.",)
