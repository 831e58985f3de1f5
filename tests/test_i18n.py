import ast
import importlib
import pkgutil
import string
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

import checkin_app
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


for module in pkgutil.walk_packages(checkin_app.__path__, "checkin_app."):
    if not module.name.startswith(("checkin_app.ui", "checkin_app.__main__")):
        importlib.import_module(module.name)

FAMILY = [error for error in family(CheckinError) if error.__module__.startswith("checkin_app")]


def raised() -> Iterator[tuple[str, ast.Constant | ast.JoinedStr]]:
    """Every text an error is made with, or a constant of its module names, and the place."""
    names = {error.__name__ for error in FAMILY}
    for file in sorted(Path(checkin_app.__file__).parent.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        named = dict(constants(tree))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in names:
                texts = node.args[:1] + [k.value for k in node.keywords if k.arg == "why"]
                for given in texts:
                    text = named.get(given.id) if isinstance(given, ast.Name) else given
                    if isinstance(text, ast.Constant | ast.JoinedStr):
                        yield f"{file.name}:{node.lineno}", text


def constants(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """What a module gives a name at its top."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            yield node.targets[0].id, node.value


@pytest.mark.parametrize("error", FAMILY)
def test_each_error_is_said_in_vietnamese(error: type[CheckinError]) -> None:
    assert ("errors", error.sentence) in {(context, source) for context, source, _ in MESSAGES}


@pytest.mark.parametrize(("place", "text"), list(raised()))
def test_what_is_raised_can_be_translated(place: str, text: ast.Constant | ast.JoinedStr) -> None:
    if isinstance(text, ast.JoinedStr):
        words = [part.value for part in text.values if isinstance(part, ast.Constant)]
        assert not any(c.isalpha() for c in "".join(words)), "a template and details, no f-string"
    elif text.value:
        assert ("errors", text.value) in {(context, source) for context, source, _ in MESSAGES}


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
