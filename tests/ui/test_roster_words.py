"""History in plain words in both languages; what cannot stand in a field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from checkin_app.config import Station
from checkin_app.domain.programme import Checkpoint, CheckpointKind
from checkin_app.store.roster import HistoryLine
from checkin_app.ui.lane import InlineLane
from checkin_app.ui.language import language
from checkin_app.ui.roster.checks import problem
from checkin_app.ui.roster.facts import masked
from checkin_app.ui.roster.history import Teller
from checkin_app.ui.workplace import Workplace

NOW = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)


@pytest.fixture(params=["en", "vi"])
def lang(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    language.speak(request.param)
    yield request.param
    language.speak("en")


def tell(kind: str, **details: str) -> str:
    workplace = Workplace(InlineLane(), Station(), Path("station.toml"))
    workplace.checkpoints = [
        Checkpoint("registration", CheckpointKind.REGISTRATION, "Registration desk", "Quầy đăng ký")
    ]
    teller = Teller(workplace, {"press": "Press"})
    at = datetime(2026, 11, 25, 1, 41, tzinfo=UTC)
    told = teller.tell(HistoryLine(at, kind, "e", details), NOW)
    return f"{told.when} {told.line}"


def test_an_admission(lang: str) -> None:
    said = tell(
        "scan.made", checkpoint="registration", decision="admit", reason="welcome", operator="Hạnh"
    )
    assert (
        said
        == {
            "en": "08:41 Admitted at Registration desk by Hạnh",
            "vi": "08:41 Đã vào tại Quầy đăng ký · Hạnh thực hiện",
        }[lang]
    )


def test_a_correction(lang: str) -> None:
    said = tell("record.amended", name="Khai → Khải")
    assert (
        said
        == {
            "en": "08:41 Full name corrected: Khai → Khải",
            "vi": "08:41 Đã sửa Họ và tên: Khai → Khải",
        }[lang]
    )


def test_a_refusal_says_why(lang: str) -> None:
    said = tell("scan.made", checkpoint="registration", decision="refuse", reason="already_in")
    assert (
        said
        == {
            "en": "08:41 Refused at Registration desk: already inside",
            "vi": "08:41 Bị từ chối tại Quầy đăng ký: đã vào trước đó",
        }[lang]
    )


@pytest.mark.parametrize(
    ("kind", "details", "said"),
    [
        ("record.amended", {"standing": "accredited → withdrawn"}, "Withdrawn"),
        ("record.amended", {"standing": "withdrawn → accredited"}, "Restored"),
        ("record.amended", {"category": "x → press"}, "Category corrected: x → Press"),
        (
            "record.amended",
            {"seat": "A → B", "by": "import"},
            "Seat corrected: A → B (by an import)",
        ),
        ("badge.printed", {"outcome": "failed", "printer": "P"}, "Badge not printed by P"),
        ("fact.undone", {"reason": "wrong row"}, "Scan taken back: wrong row"),
        ("scan.overridden", {"reason": "invited"}, "Admitted anyway: invited"),
        ("record.created", {"by": "import"}, "Imported from a roster file"),
        ("something.new", {}, "something.new"),
    ],
)
def test_other_facts(qapp: QApplication, kind: str, details: dict[str, str], said: str) -> None:
    language.speak("en")
    assert tell(kind, **details) == f"08:41 {said}"


@pytest.mark.parametrize(
    ("field", "value", "fine"),
    [
        ("name", "", False),
        ("name", "Ý", True),
        ("name", "山田", True),
        ("name", "123", False),
        ("birth_year", "1985", True),
        ("birth_year", "85", False),
        ("birth_year", "", True),
        ("email", "a@b.vn", True),
        ("email", "a@b", False),
        ("phone", "+84 (0) 90 123", True),
        ("phone", "xx", False),
        ("country", "VN", True),
        ("country", "Atlantis", False),
        ("notes", "anything", True),
    ],
)
def test_what_cannot_stand_in_a_field(
    qapp: QApplication, field: str, value: str, fine: bool
) -> None:
    assert (problem(field, value, {"VN"}) == "") is fine


def test_a_code_keeps_its_last_four() -> None:
    assert masked("112300000000000017253846512") == "•••• 6512"
    assert "1" not in masked("1")
