"""What is wrong with files and rows is said in both languages."""

import pytest

from checkin_app import i18n
from checkin_app.importing.problems import FILES, ROWS, Problem, sentence, unreadable
from checkin_app.importing.rejects import HEADING

DETAILS = dict.fromkeys(["limit", "columns", "row", "sheet", "sheets", "line"], "7")


@pytest.mark.parametrize("why", FILES)
def test_a_file_is_refused_in_both_languages(why: str) -> None:
    error = unreadable("ds.xlsx", why, **DETAILS)
    english, vietnamese = (i18n.sentence(error, lang) for lang in ("en", "vi"))
    assert english == str(error) != vietnamese
    for text in (english, vietnamese):
        assert "ds.xlsx" in text and text.endswith(".") and "{" not in text


@pytest.mark.parametrize("kind", ROWS)
def test_a_row_is_explained_in_both_languages(kind: str) -> None:
    problem = Problem(3, "name", kind, "…x…")
    vietnamese = sentence(problem, lambda text: i18n.say("vi", "import", text))
    assert vietnamese != sentence(problem) and "{" not in vietnamese
    assert ("…x…" in vietnamese) == ("{detail}" in ROWS[kind])


def test_braces_in_a_file_are_no_placeholders() -> None:
    assert "{x} y" in sentence(Problem(1, "email", "bad_email", "{x} y"))
    assert str(unreadable("{0}.csv", "empty")).startswith("{0}.csv is empty")
    assert i18n.say("vi", "import", HEADING) == "Lý do"
