import string
from collections import Counter
from xml.etree import ElementTree

import pytest

from checkin_app import assets, i18n
from checkin_app.domain import errors
from checkin_app.domain.errors import CheckinError, NotPossible, StoreLocked

MESSAGES = [
    (context.findtext("name", ""), message.findtext("source", ""), message.findtext("translation"))
    for context in ElementTree.parse(assets.resource("translations", "words_vi.ts")).iter("context")
    for message in context.iter("message")
]


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def family(error: type[CheckinError]) -> list[type[CheckinError]]:
    return [error, *(one for child in error.__subclasses__() for one in family(child))]


@pytest.mark.parametrize("error", family(CheckinError))
def test_each_error_is_said_in_vietnamese(error: type[CheckinError]) -> None:
    assert error.__module__ == errors.__name__, "the family lives in one module"
    assert ("errors", error.sentence) in {(context, source) for context, source, _ in MESSAGES}


@pytest.mark.parametrize(("context", "source", "translation"), MESSAGES)
def test_a_translation_has_the_placeholders_of_its_source(
    context: str, source: str, translation: str | None
) -> None:
    assert translation
    assert placeholders(translation) == placeholders(source)


def test_nothing_is_translated_twice() -> None:
    texts = Counter((context, source) for context, source, _ in MESSAGES)
    assert [text for text, times in texts.items() if times > 1] == []


def test_a_sentence_in_both_languages() -> None:
    error = StoreLocked(file="forum.checkin")
    assert i18n.sentence(error, "en") == str(error)
    assert i18n.sentence(error, "vi").startswith("forum.checkin đang được")


def test_the_reason_inside_a_sentence_is_translated_too() -> None:
    error = NotPossible(why=errors.DiskFull.sentence)
    assert i18n.sentence(error, "vi").startswith("Ổ đĩa đã đầy")


def test_what_has_no_translation_is_said_in_english() -> None:
    assert i18n.say("vi", "nowhere", "{n} of {all}", n=7, all=12) == "7 of 12"


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({}, "en"),
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "vi_VN.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "vi"}, "vi"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_language_of_the_environment(environ: dict[str, str], lang: str) -> None:
    assert i18n.environment_language(environ) == lang
