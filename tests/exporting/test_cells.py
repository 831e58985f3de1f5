"""Cells: nothing that looks like a formula reaches a spreadsheet, everything else as it is."""

from __future__ import annotations

import csv
import io
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.exporting.cells import csv_cell, json_value, plain, xlsx_cell
from checkin_app.formulas import defused

SAIGON = timezone(timedelta(hours=7))


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "\u00a0=HYPERLINK(1)",
        "＝1+1",
        "+84-28-3822",
        "+84+1",
        "%0A=1",
        "|calc",
    ],
)
def test_what_looks_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert defused(text) == "'" + text


@pytest.mark.parametrize(
    "text",
    ["+84 912 345 678", "+84912345678", "-", "@", "", "Nguyễn Văn A", "'=1", "1-2", "O'Neil"],
)
def test_names_and_telephone_numbers_stay_as_they_are(text: str) -> None:
    assert defused(text) == text


@given(st.text())
def test_no_csv_cell_begins_like_a_formula(text: str) -> None:
    cell = csv_cell(text, "en")
    assert isinstance(cell, str)
    start = cell.lstrip()
    harmless = len(cell) == 1 or start[1:].replace(" ", "").isdecimal()
    assert not start or start[0] not in "=+-@" or harmless


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_a_csv_cell_comes_back_as_the_text_it_was(text: str) -> None:
    out = io.StringIO()
    csv.writer(out).writerow([csv_cell(text, "en"), "end"])
    [[cell, end]] = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert (cell.removeprefix("'") == text or cell == text) and end == "end"


def test_times_say_their_offset_and_answers_are_words() -> None:
    at = datetime(2026, 11, 25, 8, 30, 5, 999, tzinfo=SAIGON)
    assert plain(at, "en") == json_value(at) == "2026-11-25T08:30:05+07:00"
    assert [plain(v, "vi") for v in (True, False, None, 3)] == ["có", "không", "", 3]
    assert [plain(v, "en") for v in (True, False)] == ["yes", "no"]
    assert json_value(True) is True


def test_a_cell_too_long_for_excel_says_that_it_goes_on() -> None:
    cell = xlsx_cell("x" * 40_000, "en")
    assert isinstance(cell, str)
    assert len(cell) == 32_767
    assert cell.endswith("…")
