"""Each verdict has words, a shape, a sound and something to do, in both languages."""

from __future__ import annotations

import string
from datetime import UTC, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from checkin_app import verdict_words
from checkin_app.domain.delegates import Category, Completeness, Delegate, Delegation
from checkin_app.domain.programme import Checkpoint, CheckpointKind, Direction
from checkin_app.domain.scans import Decision, FirstScan, Guidance, Reason, ScanOutcome, Verdict
from checkin_app.ui.scan.card import ACTIONS, KEYS, Action, verdict_card
from checkin_app.ui.scan.recent import recent_row
from checkin_app.ui.theme.tokens import Tone

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
AT = datetime(2025, 11, 25, 1, 41, 7, tzinfo=UTC)
DESK = Checkpoint("registration", CheckpointKind.REGISTRATION, "Registration", "Quầy đăng ký")
DELEGATE = Delegate("d1", "Đặng Thị Khánh Vân", honorific="Bà", attention="Có phiên dịch")


def outcome(
    reason: Reason,
    decision: Decision = Decision.REFUSE,
    *,
    delegate: Delegate | None = DELEGATE,
    first: FirstScan | None = None,
    guidance: Guidance | None = None,
    undone: bool = False,
) -> ScanOutcome:
    return ScanOutcome(
        "s1",
        "1" * 27,
        DESK,
        Direction.IN,
        AT,
        Verdict(decision, reason, first, guidance),
        delegate,
        Delegation("vte", "Viêng Chăn", "LA"),
        Category("head", "Head", "Trưởng đoàn"),
        undone=undone,
    )


@pytest.mark.parametrize(("reason", "lang"), list(product(Reason, ("vi", "en"))))
def test_every_reason_reads_whole(reason: Reason, lang: str) -> None:
    words = verdict_words.words(outcome(reason), lang, ZONE)
    for text in (words.headline, words.line, words.step):
        assert "{" not in text
    assert words.headline
    assert words.line
    other = verdict_words.words(outcome(reason), "en" if lang == "vi" else "vi", ZONE)
    assert words.headline != other.headline


def test_both_languages_have_the_same_placeholders() -> None:
    for phrase in verdict_words.PHRASES.values():
        for english, vietnamese in (phrase.headline, phrase.line, phrase.step):
            assert _names(english) == _names(vietnamese)


def _names(template: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_every_reason_offers_something_to_do() -> None:
    assert set(ACTIONS) == set(Reason) == set(verdict_words.PHRASES)
    assert all(ACTIONS.values())
    assert set(KEYS) == set(Action)
    assert len(set(KEYS.values())) == len(KEYS)


def test_nobody_is_admitted_against_a_verdict_without_a_person() -> None:
    for reason in (Reason.UNKNOWN, Reason.UNREADABLE, Reason.GENUINE_NOT_ON_ROSTER):
        assert Action.ADMIT_ANYWAY not in ACTIONS[reason]


def test_already_inside_says_when_where_and_how_long_ago() -> None:
    first = FirstScan("s0", AT - timedelta(minutes=28, seconds=12), "Desk 3", "registration")
    said = outcome(Reason.ALREADY_IN, first=first)
    line = verdict_words.words(said, "en", ZONE, AT).line
    assert line == "First scan: 08:12:55 · Desk 3 · 28 minutes ago"
    assert "28 phút trước" in verdict_words.words(said, "vi", ZONE, AT).line


def test_a_first_scan_of_another_day_shows_the_day() -> None:
    first = FirstScan("s0", AT - timedelta(days=1), "Desk 3", "registration")
    said = outcome(Reason.ALREADY_IN, first=first)
    assert "24 Nov 08:41:07" in verdict_words.words(said, "en", ZONE, AT).line
    assert "24/11 08:41:07" in verdict_words.words(said, "vi", ZONE, AT).line


def test_a_refusal_says_where_to_go_instead() -> None:
    there = Guidance("Session 7", "Phiên 7", "Hall B", AT + timedelta(hours=5, minutes=19))
    said = outcome(Reason.NOT_ENTITLED, guidance=there)
    assert verdict_words.words(said, "en", ZONE).step.startswith("Session 7 is in Hall B at 14:00")
    assert verdict_words.words(said, "vi", ZONE).step.startswith("Phiên 7: Hall B, 14:00")


@pytest.mark.parametrize(
    ("seconds", "en", "vi"),
    [
        (5, "just now", "vừa xong"),
        (60, "1 minute ago", "1 phút trước"),
        (7300, "2 hours ago", "2 giờ trước"),
        (90000, "1 day ago", "1 ngày trước"),
        (-5, "just now", "vừa xong"),
    ],
)
def test_how_long_ago(seconds: int, en: str, vi: str) -> None:
    assert verdict_words.ago(timedelta(seconds=seconds), "en") == en
    assert verdict_words.ago(timedelta(seconds=seconds), "vi") == vi


def test_the_card_of_an_admission() -> None:
    card = verdict_card(
        outcome(Reason.WELCOME, Decision.ADMIT),
        lang="vi",
        zone=ZONE,
        now=AT,
        completeness=Completeness(7, 12),
        country="Lào",
    )
    assert (card.tone, card.headline) == (Tone.ADMIT, "Mời vào")
    assert card.line == "Đã ghi nhận lúc 08:41:07"
    assert card.person is not None
    assert card.person.delegation == "Viêng Chăn · Lào"
    assert (card.person.arrived, card.person.expected) == (7, 12)
    assert card.person.category == "Trưởng đoàn"


def test_a_scan_taken_back_makes_no_sound_and_is_no_verdict() -> None:
    card = verdict_card(
        outcome(Reason.WELCOME, Decision.ADMIT, undone=True), lang="en", zone=ZONE, now=AT
    )
    assert (card.tone, card.sound, card.headline) == (Tone.NEUTRAL, None, "Taken back")


@pytest.mark.parametrize(
    ("lang", "name", "step"),
    [
        ("en", "Erased on request", "Who this is was erased on request: call a supervisor (F8)."),
        (
            "vi",
            "Đã xóa theo yêu cầu",
            "Dữ liệu cá nhân đã được xóa theo yêu cầu: gọi giám sát (F8).",
        ),
    ],
)
@pytest.mark.parametrize("reason", [Reason.WELCOME, Reason.ALREADY_IN, Reason.REPLACED])
def test_somebody_erased_is_no_hole_and_gets_no_badge(
    reason: Reason, lang: str, name: str, step: str
) -> None:
    said = outcome(reason, delegate=Delegate("d1", "", delegation="vte"))
    card = verdict_card(said, lang=lang, zone=ZONE, now=AT)
    assert card.person is not None
    assert (card.person.name, card.step) == (name, step)
    assert Action.PRINT not in card.actions and card.actions
    assert recent_row(said, lang, ZONE).title == name


def test_the_command_line_says_the_same_in_both_languages() -> None:
    said = verdict_words.message(outcome(Reason.WELCOME, Decision.ADMIT), ZONE)
    assert said == {
        "vi": "Mời vào. Đã ghi nhận lúc 08:41:07.",
        "en": "Welcome. Recorded at 08:41:07.",
    }
