"""The sample event: the same for the same seed, whole, and shaped like the forum it stands for."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections import Counter
from dataclasses import asdict
from datetime import date, datetime, timedelta
from itertools import islice, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_app.domain.admission import Context, decide
from checkin_app.domain.credentials import Reading, mint, read
from checkin_app.domain.delegates import Delegate, Standing
from checkin_app.domain.programme import REGISTRATION, CheckpointKind, Direction, SessionKind
from checkin_app.domain.scans import Reason
from checkin_app.sample import SampleEvent, delegates, delegations, sample_event

DIGEST_OF_SEED_1 = "c87fe2a570872f1e1bdcec6719a70f180cbaedb1c889149f9a29946edb72e014"
SCRIPTS = {
    *("LATIN", "CYRILLIC", "GREEK", "GEORGIAN", "ARMENIAN", "ETHIOPIC", "ARABIC", "HEBREW"),
    *("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "LAO", "KHMER", "THAI", "MYANMAR"),
    *("DEVANAGARI", "BENGALI", "TAMIL", "SINHALA"),
}


@pytest.fixture(scope="module")
def sample() -> SampleEvent:
    return sample_event()


def digest(sample: SampleEvent) -> str:
    def plain(value: Any) -> object:
        if isinstance(value, frozenset):
            return sorted(value)
        return value.hex() if isinstance(value, bytes) else value.isoformat()

    text = json.dumps(asdict(sample), default=plain, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def texts(sample: SampleEvent) -> list[str]:
    things = [
        *sample.delegates,
        *sample.delegations,
        *sample.categories,
        *sample.sessions,
        *sample.checkpoints,
    ]
    return [value for thing in things for value in asdict(thing).values() if isinstance(value, str)]


def test_seed_1_is_the_event_it_always_was(sample: SampleEvent) -> None:
    """A new digest is right only after a wanted change of a word list or of the generator."""
    assert digest(sample) == DIGEST_OF_SEED_1


def test_the_same_seed_gives_the_same_event(sample: SampleEvent) -> None:
    assert sample_event() == sample


def test_another_seed_gives_other_people_codes_and_secret(sample: SampleEvent) -> None:
    other = sample_event(seed=2)
    assert other.secret != sample.secret
    assert other.event.id != sample.event.id
    assert not set(other.codes) & set(sample.codes)
    same = sum(a.name == b.name for a, b in zip(other.delegates, sample.delegates, strict=True))
    assert same < 50


def test_the_shape_of_the_forum(sample: SampleEvent) -> None:
    kinds = Counter(session.kind for session in sample.sessions)
    assert len(sample.delegates) == 1800
    assert len(sample.delegations) == 97
    assert kinds == {
        SessionKind.SESSION: 15,
        SessionKind.MEETING: 21,
        SessionKind.SIGNING: 16,
        SessionKind.AWARD: 2,
        SessionKind.VISIT: 3,
    }
    assert {point.kind for point in sample.checkpoints} == set(CheckpointKind)


def test_it_begins_on_its_fixed_day_or_today(sample: SampleEvent) -> None:
    assert (sample.event.first_day, sample.event.last_day) == (
        date(2026, 11, 25),
        date(2026, 11, 27),
    )
    moved = sample_event(today=date(2031, 3, 3))
    assert moved.event.first_day == date(2031, 3, 3)
    assert moved.delegates == sample.delegates
    assert moved.sessions[0].starts_at.date() == date(2031, 3, 3)


@settings(max_examples=25, deadline=None)
@given(count=st.integers(0, 400), seed=st.integers(0, 2**64))
def test_any_size_and_seed_is_whole(count: int, seed: int) -> None:
    sample = sample_event(count, seed)
    assert len(sample.delegates) == len(sample.codes) == len(set(sample.codes.values())) == count
    assert set(sample.codes) == {person.id for person in sample.delegates}
    heads = Counter(p.delegation for p in sample.delegates if p.category == "head_of_delegation")
    assert heads == {delegation.id: 1 for delegation in sample.delegations}
    assert {p.delegation for p in sample.delegates} - {""} == set(heads)
    assert {p.category for p in sample.delegates} <= {c.id for c in sample.categories}
    check_references(sample)


def check_references(sample: SampleEvent) -> None:
    points = {point.id for point in sample.checkpoints}
    categories = {category.id for category in sample.categories}
    delegations = {delegation.id for delegation in sample.delegations}
    sessions = {session.id for session in sample.sessions}
    assert len(points) == len(sample.checkpoints)
    assert len(sessions) == len(sample.sessions)
    assert len({rule.id for rule in sample.rules}) == len(sample.rules)
    assert len({delegation.name for delegation in sample.delegations}) == len(delegations)
    assert REGISTRATION in points
    assert {point.session for point in sample.checkpoints} - {""} <= sessions
    for rule in sample.rules:
        assert rule.checkpoint in points
        assert rule.categories <= categories
        assert rule.delegations <= delegations


@pytest.mark.parametrize("count", [0, 1, 6, 99, 100, 485, 1_801, 18_900])
def test_streaming_gives_as_many_as_asked_for_each_once(count: int) -> None:
    people = list(delegates(count, seed=5))
    assert len({person.id for person, _ in people}) == count
    assert len({serial for _, serial in people}) == count
    known = {delegation.id for delegation in delegations(count, seed=5)}
    assert {person.delegation for person, _ in people} - {""} == known
    assert all(0 <= serial < 10**13 for _, serial in people)


def test_streaming_and_the_whole_event_agree(sample: SampleEvent) -> None:
    assert [person for person, _ in delegates(1800)] == sample.delegates
    assert delegations(1800) == sample.delegations


def test_streaming_begins_before_it_has_made_everybody() -> None:
    first = [person.id for person, _ in islice(delegates(10**12), 3)]
    assert first == [person.id for person, _ in islice(delegates(1800), 3)]


def test_delegations_grow_to_1400_and_no_further() -> None:
    sizes = [len(delegations(n)) for n in (1, 50, 1_800, 5_000, 17_000, 100_000, 1_000_000)]
    assert sizes[2] == 97
    assert sizes == sorted(sizes)
    assert sizes[-2:] == [1400, 1400]
    most = delegations(100_000)
    assert len({delegation.id for delegation in most}) == 1400
    assert len({delegation.name for delegation in most}) == 1400


def test_less_than_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        delegates(-1)


def test_every_text_is_composed_and_clean(sample: SampleEvent) -> None:
    for text in texts(sample):
        assert unicodedata.is_normalized("NFC", text)
        assert text == text.strip()
        assert "  " not in text
        assert "{" not in text and "=" not in text


def test_people_come_from_many_countries_and_write_in_many_scripts(sample: SampleEvent) -> None:
    countries = Counter(person.country for person in sample.delegates)
    assert len(countries) >= 30
    assert 0.5 < countries["VN"] / 1800 < 0.62
    scripts = {
        unicodedata.name(letter).split()[0]
        for person in sample.delegates
        for letter in person.name + person.own_name
        if letter.isalpha()
    }
    assert scripts >= SCRIPTS


def test_names_are_in_latin_letters_and_their_own_script_beside_it(sample: SampleEvent) -> None:
    for person in sample.delegates:
        assert all("LATIN" in unicodedata.name(c) for c in person.name if c.isalpha())
        assert person.given_name in person.name
        if person.own_name:
            assert not any("LATIN" in unicodedata.name(c) for c in person.own_name if c.isalpha())


def test_names_that_are_hard_to_tell_apart_or_to_fit(sample: SampleEvent) -> None:
    names = [person.name for person in sample.delegates]
    in_one = Counter((p.name, p.delegation) for p in sample.delegates)
    homes: dict[str, set[str]] = {}
    for person in sample.delegates:
        homes.setdefault(person.name, set()).add(person.delegation)
    assert max(in_one.values()) > 1
    assert max(len(found) for found in homes.values()) > 1
    assert max(map(len, names)) > 40
    assert min(map(len, names)) <= 5
    assert any(" " not in name for name in names)
    assert any("'" in name for name in names)
    assert any("-" in name for name in names)


def test_some_need_a_person_to_look_and_nobody_if_not_wanted(sample: SampleEvent) -> None:
    standings = Counter(person.standing for person in sample.delegates)
    assert 0 < standings[Standing.NOT_ACCREDITED] < 30
    assert 0 < standings[Standing.WITHDRAWN] < 30
    assert 0 < sum(person.hold for person in sample.delegates) < 30
    assert 0 < sum(bool(person.attention) for person in sample.delegates) < 60
    assert all(person.attention for person in sample.delegates if person.hold)
    smooth = sample_event(irregular=False)
    assert {(p.standing, p.hold) for p in smooth.delegates} == {(Standing.ACCREDITED, False)}
    assert [p.name for p in smooth.delegates] == [p.name for p in sample.delegates]
    assert smooth.codes == sample.codes


def test_nobody_can_be_reached_by_mistake(sample: SampleEvent) -> None:
    written = [person.email for person in sample.delegates if person.email]
    assert len(set(written)) == len(written) > 1400
    for address in written:
        local, _, host = address.partition("@")
        assert address.isascii()
        assert local.replace(".", "").isalnum()
        assert host.endswith(".example")
    called = [person.phone for person in sample.delegates if person.phone]
    assert called
    assert all(phone.split()[1] == "000" for phone in called)


def test_awards_go_to_19_collectives_and_71_individuals(sample: SampleEvent) -> None:
    notes = Counter(" ".join(person.notes.split()[:4]) for person in sample.delegates)
    assert notes["Nhận khen thưởng tập"] == 19
    assert notes["Nhận khen thưởng cá"] == 71


def test_everything_happens_during_the_event(sample: SampleEvent) -> None:
    for session in sample.sessions:
        assert session.starts_at < session.ends_at
        assert session.starts_at.utcoffset() == timedelta(hours=7)
        for moment in (session.starts_at, session.ends_at):
            assert sample.event.first_day <= moment.date() <= sample.event.last_day
    for rule in sample.rules:
        if rule.opens_at and rule.closes_at:
            assert rule.opens_at < rule.closes_at


def test_nobody_has_two_meetings_at_once(sample: SampleEvent) -> None:
    windows: dict[str, list[tuple[datetime, datetime]]] = {}
    for rule in sample.rules:
        if rule.checkpoint in {"door-meetings", "door-signing"}:
            for delegation in rule.delegations:
                assert rule.opens_at and rule.closes_at
                windows.setdefault(delegation, []).append((rule.opens_at, rule.closes_at))
    assert windows
    for taken in windows.values():
        taken.sort()
        for (opens, _), (later, _) in pairwise(taken):
            assert opens != later


def test_codes_are_genuine_for_this_event_only(sample: SampleEvent) -> None:
    tag, secret = sample.event.tag, sample.secret
    for serial in islice(sample.codes.values(), 50):
        code = mint(tag, secret, serial)
        assert read(code, tag, secret) is Reading.GENUINE
        assert read(code, tag, sample_event(1, seed=2).secret) is Reading.UNKNOWN


def test_white_words_are_readable_on_every_category(sample: SampleEvent) -> None:
    def light(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4

    for category in sample.categories:
        red, green, blue = bytes.fromhex(category.colour[1:])
        ground = 0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue)
        assert 1.05 / (ground + 0.05) >= 4.5, category.id
        assert category.name_en and category.name_vi
    assert len({category.colour for category in sample.categories}) == len(sample.categories)


def answer(sample: SampleEvent, person: Delegate, point: str, at: datetime) -> Reason:
    (checkpoint,) = [c for c in sample.checkpoints if c.id == point]
    rules = [rule for rule in sample.rules if rule.checkpoint == point]
    context = Context(
        Reading.GENUINE, None, person, checkpoint, Direction.IN, at, rules, None, False, 0, ()
    )
    return decide(context).reason


def somebody(sample: SampleEvent, category: str) -> Delegate:
    return next(
        person
        for person in sample_event(irregular=False).delegates
        if person.category == category and person.country == "VN"
    )


def test_everybody_registers_at_any_time(sample: SampleEvent) -> None:
    at = datetime.combine(sample.event.first_day, datetime.min.time(), sample.event.zone)
    for category in sample.categories:
        person = somebody(sample, category.id)
        assert answer(sample, person, REGISTRATION, at) is Reason.WELCOME


def test_the_policy_dialogue_is_for_few_and_only_when_it_is_on(sample: SampleEvent) -> None:
    (session,) = [s for s in sample.sessions if s.id == "s10"]
    during = session.starts_at + timedelta(minutes=5)
    head = somebody(sample, "head_of_delegation")
    assert answer(sample, head, "door-s10", during) is Reason.WELCOME
    assert answer(sample, head, "door-s10", during - timedelta(hours=2)) is Reason.TOO_EARLY
    assert answer(sample, head, "door-s10", session.ends_at) is Reason.TOO_LATE
    assert answer(sample, somebody(sample, "press"), "door-s10", during) is Reason.NOT_ENTITLED
    assert answer(sample, somebody(sample, "staff"), "door-s10", during) is Reason.NOT_ENTITLED
    security = somebody(sample, "security")
    assert answer(sample, security, "door-s10", session.ends_at) is Reason.WELCOME


def test_a_meeting_room_opens_to_the_parties_around_their_meeting(sample: SampleEvent) -> None:
    rule = next(r for r in sample.rules if r.checkpoint == "door-meetings" and r.delegations)
    assert rule.opens_at is not None
    party = next(
        p
        for p in sample_event(irregular=False).delegates
        if p.delegation in rule.delegations and p.category == "delegate"
    )
    at = rule.opens_at + timedelta(minutes=5)
    assert answer(sample, party, "door-meetings", at) is Reason.WELCOME
    night = rule.opens_at - timedelta(hours=6)
    assert answer(sample, party, "door-meetings", night) is Reason.TOO_EARLY


def test_every_delegation_has_one_bus_to_the_park(sample: SampleEvent) -> None:
    taken = Counter(
        delegation
        for rule in sample.rules
        if rule.checkpoint.startswith("bus-v03")
        for delegation in rule.delegations
    )
    assert taken == {delegation.id: 1 for delegation in sample.delegations}
