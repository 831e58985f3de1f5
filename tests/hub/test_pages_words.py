"""Every text of the control-room page is there in Vietnamese, and none is left over."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest

import checkin_app.hub.pages
from checkin_app import assets
from checkin_app.domain.programme import Event
from checkin_app.hub.pages.words import CONTEXT, Words
from checkin_app.i18n import Language

SOURCES = sorted(Path(checkin_app.hub.pages.__file__).parent.glob("*.py"))
TEMPLATES = sorted(assets.resource("hub", "pages").rglob("*.html"))
SAID = re.compile(r"\bt\(\s*'([^']+)'")
COUNTED = re.compile(r"\bwords\.count\([^'\"]+'([^']+)', *'([^']+)'")
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def texts() -> Iterator[str]:
    for template in TEMPLATES:
        html = template.read_text("utf-8")
        yield from SAID.findall(html)
        for pair in COUNTED.findall(html):
            yield from pair
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(attr="t" | "count"), args=args):
                    for argument in args:
                        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                            yield argument.value
                case ast.Assign(targets=[ast.Name(id=name)], value=ast.Dict(values=values)):
                    if name.endswith("_WORDS"):
                        yield from map(ast.literal_eval, values)


def translations() -> dict[str, str]:
    tree = ElementTree.parse(assets.resource("translations", "words_vi.ts"))
    [context] = [c for c in tree.iter("context") if c.findtext("name") == CONTEXT]
    return {
        m.findtext("source", ""): m.findtext("translation", "") for m in context.iter("message")
    }


def test_every_text_is_translated_and_no_translation_is_left_over() -> None:
    said, translated = set(texts()), translations()
    assert len(said) > 60
    assert sorted(said - translated.keys()) == []
    assert sorted(translated.keys() - said) == []


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("vi", ("1.204", "3,8", "25/11", "25/11 08:41", "Nhật Bản")),
        ("en", ("1,204", "3.8", "25 Nov", "25 Nov 08:41", "Japan")),
    ],
)
def test_numbers_dates_and_countries(lang: Language, expected: tuple[str, ...]) -> None:
    words = Words(lang, ZONE)
    morning = 1_795_570_860_000  # 2026-11-25 08:41 in Ho Chi Minh City
    next_day = morning + 24 * 3_600_000
    assert (
        words.number(1204),
        words.number(3.84),
        words.day(date(2026, 11, 25)),
        words.when(morning, next_day),
        words.country("JP"),
    ) == expected


def test_the_day_of_the_event() -> None:
    event = Event("e", "", "", date(2026, 11, 25), date(2026, 11, 27), "Asia/Ho_Chi_Minh", "123")
    morning = 1_795_570_860_000
    assert Words("vi", ZONE).today(event, morning) == "Ngày 1 · 25/11"
    assert Words("en", ZONE).today(event, morning + 5 * 86_400_000) == "30 Nov"
