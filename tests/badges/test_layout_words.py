"""Every fault of a layout can be said in Vietnamese, with what it is about."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin_app import i18n
from checkin_app.badges import layout
from checkin_app.badges.layout import LayoutError, parse

#: What stands behind a sentence about a name that does not exist.
ENDS = (" Did you mean “{near}”?", " Known are: {known}.")


def sentences() -> Iterator[str]:
    for file in sorted(Path(layout.__path__[0]).glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                text = node.value
                if text.startswith("Line {line}") and "{wanted}" in text:
                    yield from (text + end for end in ENDS)
                elif text.startswith(("Line {line}", "The layout is")):
                    yield text


@pytest.mark.parametrize("sentence", sorted(set(sentences())))
def test_a_fault_is_said_in_vietnamese(sentence: str) -> None:
    assert i18n.say("vi", "errors", sentence) != sentence


def test_a_fault_in_both_languages() -> None:
    with pytest.raises(LayoutError) as caught:
        parse('{"name": "x", "width": 80, "height": 50,\n"front": [{"type": "cod"}]}')
    error = caught.value
    assert i18n.sentence(error, "en").startswith("Line 2: there is no element of the type “cod”. D")
    assert i18n.sentence(error, "vi").startswith("Dòng 2: không có loại phần tử “cod”. Có phải")
