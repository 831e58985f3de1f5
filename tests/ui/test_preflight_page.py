"""The preflight page: what it found, a click opens the delegate, what is put right goes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from checkin_app.desk import Desk
from checkin_app.domain.delegates import Delegate
from checkin_app.domain.errors import NotPossible
from checkin_app.ui.app import DeskProgram
from checkin_app.ui.preflight.page import PreflightPage
from checkin_app.ui.roster.screen import RosterScreen
from tests.ui.small_forum import named

LONG = "Alexandra Konstantinopolskaya-Wolfeschlegelsteinhausen von und zu Hohenlohe"
NO_FONT = "Kai \U00016a70"


@pytest.fixture
def page(program: DeskProgram, qtbot: QtBot) -> PreflightPage:
    at_desk(program, lambda desk: desk.withdraw(named(desk, LONG).id))
    made = PreflightPage(program.workplace)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    made.shown()
    return made


def at_desk(program: DeskProgram, verb: Callable[[Desk], object]) -> list[object]:
    done: list[object] = []
    program.workplace.lane.run(verb, done.append)
    return done


def amend(program: DeskProgram, who: str, **changes: str) -> None:
    at_desk(program, lambda desk: desk.amend(named(desk, who).id, changes))
    program.workplace.touched.emit("roster")


def register(program: DeskProgram, **fields: str) -> str:
    [person] = at_desk(program, lambda desk: desk.register(fields, force=True))
    assert isinstance(person, Delegate)
    return person.id


def look(page: PreflightPage, qtbot: QtBot) -> None:
    page.start.click()
    qtbot.waitUntil(lambda: not page.check.busy and not page.bar.isVisible(), timeout=60_000)


def told(page: PreflightPage) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for finding in page.findings.findings:
        found.setdefault(finding.problem, []).append(finding.name)
    return found


def test_all_is_fine_says_when_and_against_what(page: PreflightPage, qtbot: QtBot) -> None:
    page.form.setCurrentIndex(page.form.findData("a6"))
    page.dpi.setCurrentIndex(page.dpi.findData("300"))
    look(page, qtbot)
    assert page.said.text() == "All 18 badges are fine."
    assert "A6" in page.against.text() and "300" in page.against.text()
    assert not page.findings.isVisible()


def test_findings_by_kind_the_gravest_first(
    program: DeskProgram, page: PreflightPage, qtbot: QtBot
) -> None:
    register(program, name=NO_FONT, delegation="dng")
    register(program, name="Nguyễn Văn An", delegation="dng")
    register(program, name="Emoji \U0001f600", delegation="dng")
    look(page, qtbot)
    found = told(page)
    assert found["missing_glyph"] == [NO_FONT]
    assert sorted(found["duplicate"]) == ["Nguyễn Văn An"] * 2
    assert next(iter(page.findings.kinds)) == "missing_glyph"
    assert page.findings.kind == "missing_glyph"
    assert "U+16A70" in page.findings.rows.rows.rows[0].line
    page.findings.kinds["duplicate"].click()
    assert [row.title for row in page.findings.rows.rows.rows] == ["Nguyễn Văn An"] * 2
    assert page.said.text().startswith("4 people’s badges need a look; 21 were put together.")


def test_a_row_opens_the_delegate_and_a_corrected_name_goes_from_the_list(
    program: DeskProgram, page: PreflightPage, qtbot: QtBot
) -> None:
    key = register(program, name=NO_FONT, delegation="dng")
    look(page, qtbot)
    page.findings.rows.choose(0)
    QTest.keyClick(page.findings.rows, Qt.Key.Key_Return)
    roster = program.window.built("roster")
    assert program.window.place == "roster" and isinstance(roster, RosterScreen)
    qtbot.waitUntil(lambda: roster.person.card is not None)
    assert roster.person.card is not None and roster.person.card.delegate.id == key
    amend(program, NO_FONT, name="Kai")
    qtbot.waitUntil(lambda: not page.findings.findings, timeout=20_000)
    assert page.said.text() == "All 19 badges are fine."
    assert "changed since" in page.against.text()


def test_of_two_alike_both_go_when_one_is_put_right(
    program: DeskProgram, page: PreflightPage, qtbot: QtBot
) -> None:
    twin = register(program, name="Nguyễn Văn An", delegation="dng")
    look(page, qtbot)
    assert len(page.findings.findings) == 2
    at_desk(program, lambda desk: desk.withdraw(twin))
    program.workplace.touched.emit("roster")
    qtbot.waitUntil(lambda: not page.findings.findings, timeout=20_000)


def test_a_correction_that_makes_it_no_better_stays(
    program: DeskProgram, page: PreflightPage, qtbot: QtBot
) -> None:
    register(program, name=NO_FONT, delegation="dng")
    look(page, qtbot)
    amend(program, NO_FONT, name="Kai \U00016a71")
    qtbot.waitUntil(
        lambda: [f.name for f in page.findings.findings] == ["Kai \U00016a71"], timeout=20_000
    )


def test_a_failure_is_one_sentence(page: PreflightPage, qtbot: QtBot) -> None:
    page.check.failed.emit(NotPossible("No event is open."))
    assert page.said.text() == "No event is open."
    assert page.said.property("role") == "problem" and page.start.isEnabled()


def test_what_was_found_outlives_the_page(
    program: DeskProgram, page: PreflightPage, qtbot: QtBot
) -> None:
    register(program, name=NO_FONT, delegation="dng")
    look(page, qtbot)
    again = PreflightPage(program.workplace)
    qtbot.addWidget(again)
    assert again.said.text() == page.said.text()
    assert told(again) == told(page)
