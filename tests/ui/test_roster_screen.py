"""The roster screen: find, look, check in, correct, withdraw, restore, register, replace a code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from checkin_app.desk import Desk
from checkin_app.domain.credentials import CredentialStatus
from checkin_app.domain.delegates import Standing
from checkin_app.ui.app import DeskProgram
from checkin_app.ui.language import language
from checkin_app.ui.roster.actions import Action
from checkin_app.ui.roster.query import Query
from checkin_app.ui.roster.screen import RosterScreen
from tests.ui.small_forum import PEOPLE, named

EVERYBODY = len(PEOPLE) + 11


@pytest.fixture
def roster(program: DeskProgram) -> RosterScreen:
    built = program.window.go("roster")
    assert isinstance(built, RosterScreen)
    return built


@pytest.fixture
def desk(program: DeskProgram) -> Desk:
    found: list[Desk] = []
    program.lane.run(found.append)
    return found[0]


def choose(roster: RosterScreen, desk: Desk, name: str) -> None:
    """Chooses the row of a person, as a click on it does."""
    wanted = named(desk, name).id
    keys = list(roster.model.keys)
    ids = [row.delegate.id for row in desk.roster_rows(keys)]
    roster.table.choose(ids.index(wanted))


def undo(program: DeskProgram) -> None:
    button = program.window.toast.findChild(QAbstractButton)
    assert button is not None and button.isVisible()
    button.click()


def test_the_count_says_how_many_of_how_many(roster: RosterScreen) -> None:
    assert roster.filters.count.text() == f"{EVERYBODY} of {EVERYBODY} shown"
    roster.filters.look_at(Query(category="vip"))
    assert roster.filters.count.text() == f"2 of {EVERYBODY} shown"
    language.speak("vi")
    try:
        roster.filters.show_count(1204, 1800)
        assert "1.204" in roster.filters.count.text()
    finally:
        language.speak("en")


def test_typing_filters_folded(roster: RosterScreen, qtbot: QtBot) -> None:
    roster.filters.field.setText("dang khanh")
    qtbot.waitUntil(lambda: len(roster.model.keys) == 1)
    assert roster.filters.clear.isVisible()
    roster.filters.clear.click()
    assert len(roster.model.keys) == EVERYBODY


def test_nobody_matching_offers_to_clear(roster: RosterScreen) -> None:
    roster.filters.look_at(Query(text="zzzz"))
    assert roster.pages.currentWidget() is roster.no_hits
    roster.no_hits.button.click()
    assert roster.pages.currentWidget() is roster.table


def test_status_filters_follow_what_is_done(
    roster: RosterScreen, program: DeskProgram, desk: Desk
) -> None:
    roster.filters.look_at(Query(status="arrived"))
    assert len(roster.model.keys) == 0
    desk.admit(named(desk, "Taro Yamada").id)
    roster.shown()
    assert len(roster.model.keys) == 1


def test_the_same_header_twice_sorts_the_other_way(roster: RosterScreen) -> None:
    head = roster.table.horizontalHeader()
    head.sectionClicked.emit(1)
    up = list(roster.model.keys)
    assert roster.filters.query == Query(sort="full_name")
    head.sectionClicked.emit(1)
    assert roster.filters.query == Query(sort="full_name", descending=True)
    assert list(roster.model.keys) == up[::-1]
    assert head.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder


def test_a_card_shows_everything_and_masks_the_code(roster: RosterScreen, desk: Desk) -> None:
    choose(roster, desk, "Nguyễn Văn An")
    card = roster.person.card
    assert card is not None and card.delegate.name == "Nguyễn Văn An"
    assert roster.person.view.name.text() == "Nguyễn Văn An"
    code = desk.credentials(card.delegate.id)[0].code
    said = " ".join(_texts(roster.person))
    assert "0901234567" in said and code[-4:] in said
    assert code not in said
    assert "Registered as a walk-in" in said


def test_check_in_and_its_undo(roster: RosterScreen, program: DeskProgram, desk: Desk) -> None:
    program.workplace.settings.operator = "Hạnh"
    choose(roster, desk, "Taro Yamada")
    roster.person.do(Action.CHECK_IN)
    person = named(desk, "Taro Yamada")
    assert desk.delegate(person.id).checked_in
    assert any("Admitted at Registration desk by Hạnh" in text for text in _texts(roster.person))
    undo(program)
    assert not desk.delegate(person.id).checked_in


def test_withdraw_restore_and_undo(roster: RosterScreen, program: DeskProgram, desk: Desk) -> None:
    choose(roster, desk, "Taro Yamada")
    roster.person.do(Action.WITHDRAW)
    assert named(desk, "Taro Yamada").standing is Standing.WITHDRAWN
    assert roster.person.buttons.offers(Action.RESTORE)
    assert not roster.person.buttons.offers(Action.CHECK_IN)
    undo(program)
    assert named(desk, "Taro Yamada").standing is Standing.ACCREDITED
    roster.person.do(Action.WITHDRAW)
    roster.person.do(Action.RESTORE)
    assert named(desk, "Taro Yamada").standing is Standing.ACCREDITED
    assert any(text == "Restored" for text in _texts(roster.person))


def test_a_correction_is_saved_told_and_taken_back(
    roster: RosterScreen, program: DeskProgram, desk: Desk
) -> None:
    choose(roster, desk, "Nguyễn Văn An")
    roster.person.do(Action.CORRECT)
    form = roster.person.editing
    assert form is not None
    form.form.fields["name"].setText("Nguyễn Văn Ân")
    QTest.keyClick(form.form.fields["name"], Qt.Key.Key_Return)
    assert roster.person.editing is None
    changed = named(desk, "Nguyễn Văn Ân")
    assert changed.given_name == "Ân"
    assert any("Nguyễn Văn An → Nguyễn Văn Ân" in text for text in _texts(roster.person))
    undo(program)
    assert desk.delegate(changed.id).delegate.name == "Nguyễn Văn An"
    assert desk.delegate(changed.id).delegate.given_name == "An"


def test_what_cannot_be_is_said_beside_its_field(roster: RosterScreen, desk: Desk) -> None:
    choose(roster, desk, "Nguyễn Văn An")
    roster.person.do(Action.CORRECT)
    form = roster.person.editing
    assert form is not None
    form.form.fields["name"].setText("  ")
    form.form.fields["birth_year"].setText("19")
    form.save.click()
    assert roster.person.editing is form
    said = _texts(form)
    assert "A delegate needs a name." in said
    assert "A year of birth has four digits, such as 1985." in said
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert roster.person.editing is None
    assert named(desk, "Nguyễn Văn An")


def test_another_row_does_not_take_a_form_away(roster: RosterScreen, desk: Desk) -> None:
    choose(roster, desk, "Nguyễn Văn An")
    roster.person.do(Action.CORRECT)
    form = roster.person.editing
    roster.filters.look_at(Query())
    roster.table.choose(2)
    assert roster.person.editing is form


def test_a_walk_in_who_is_alike_is_shown_first(roster: RosterScreen, desk: Desk) -> None:
    roster.person.register()
    form = roster.person.editing
    assert form is not None
    form.form.fields["name"].setText("Nguyen Van An")
    form.save.click()
    assert roster.person.editing is form and form.force.isVisible()
    assert len(desk.roster_ids()) == EVERYBODY
    form.force.click()
    assert roster.person.editing is None
    assert len(desk.roster_ids()) == EVERYBODY + 1
    assert roster.person.card is not None
    assert roster.person.card.delegate.name == "Nguyen Van An"


def test_a_lost_badge_is_replaced_only_when_confirmed(roster: RosterScreen, desk: Desk) -> None:
    choose(roster, desk, "Taro Yamada")
    person = named(desk, "Taro Yamada")
    before = desk.credentials(person.id)
    codes = roster.person.view.codes
    codes.lost.click()
    assert codes.question.isVisible()
    assert desk.credentials(person.id) == before
    codes.keep.click()
    assert not codes.question.isVisible()
    codes.lost.click()
    codes.replace.click()
    now = {c.code: c.status for c in desk.credentials(person.id)}
    assert now[before[0].code] is CredentialStatus.REVOKED and len(now) == 2
    assert desk.badge_of(person.id).queued is not None
    codes.lost.click()
    codes.revoke.click()
    statuses = {c.status for c in desk.credentials(person.id)}
    assert CredentialStatus.ACTIVE not in statuses and CredentialStatus.REVOKED in statuses


def test_every_control_has_a_name(roster: RosterScreen, desk: Desk) -> None:
    choose(roster, desk, "Taro Yamada")
    roster.person.do(Action.CORRECT)
    nameless = [
        part
        for part in _all(roster, (QAbstractButton, QLineEdit, QComboBox))
        if not part.accessibleName() and not getattr(part, "text", str)() and part.isVisible()
    ]
    assert nameless == []


def test_marks_say_their_state_in_words(roster: RosterScreen, qtbot: QtBot) -> None:
    roster.filters.look_at(Query(status="withdrawn"))
    index = roster.model.index(0, 0)
    roster.model.at(0)
    qtbot.waitUntil(lambda: bool(index.data()))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Withdrawn"


def _texts(widget: QWidget) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [part.text() for part in widget.findChildren(QLabel) if not part.isHidden()]


def _all(widget: QWidget, kinds: tuple[type[Any], ...]) -> list[Any]:
    return [part for kind in kinds for part in widget.findChildren(kind)]


def test_a_printed_badge_is_a_fact(
    roster: RosterScreen, program: DeskProgram, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    program.workplace.settings.printer = f"folder:{tmp_path}"
    choose(roster, desk, "Taro Yamada")
    roster.person.do(Action.PRINT)
    person = named(desk, "Taro Yamada")
    qtbot.waitUntil(lambda: desk.delegate(person.id).printed == 1, timeout=20_000)
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    qtbot.waitUntil(
        lambda: any(text.startswith("Badge saved in") for text in _texts(roster.person))
    )
