"""The word lists of the sample event and the names made of them."""

from __future__ import annotations

import unicodedata
from zlib import crc32

import pytest

from checkin_app.assets import resource
from checkin_app.sample import delegates
from checkin_app.sample.bodies import country
from checkin_app.sample.draw import Numbers, chance, shuffled
from checkin_app.sample.names import name
from checkin_app.sample.words import choices, culture, famous, slug, table

CULTURES = sorted(table("names"))


@pytest.mark.parametrize("key", CULTURES)
def test_every_culture_makes_names_of_its_own_script(key: str) -> None:
    people = culture(key)
    draw = chance(7, key)
    for _ in range(200):
        made = name(draw, people)
        assert made.given in made.full
        assert made.mailbox.replace(".", "").isalnum()
        assert made.mailbox.isascii()
        assert bool(made.own) is (people.joiner is not None)
        assert not any("LATIN" in unicodedata.name(c) for c in made.own if c.isalpha())


@pytest.mark.parametrize("code", sorted(table("countries")["countries"]))
def test_every_country_is_complete(code: str) -> None:
    place = country(code)
    assert len(code) == 2 and code.isupper()
    assert place.calling.isdigit()
    assert place.cities and place.cultures and place.legal
    assert place.name_en and place.name_vi


def test_files_are_utf_8_and_composed() -> None:
    for file in resource("sample").glob("*.toml"):
        text = file.read_text(encoding="utf-8")
        assert unicodedata.is_normalized("NFC", text), file.name


def test_a_public_figures_name_is_drawn_again() -> None:
    people = culture("vi")
    usual = name(chance(3, "famous"), people)
    avoided = frozenset({crc32(usual.full.encode())})
    assert name(chance(3, "famous"), people, avoided).full != usual.full


def test_no_public_figure_is_on_a_large_roster() -> None:
    assert len(famous()) > 1000
    for person, _ in delegates(30_000, seed=11):
        assert crc32(person.name.encode()) not in famous()


def test_weights_and_spellings() -> None:
    assert choices("a:2, b,\n c d:1") == ("a", "a", "b", "c d")
    assert slug("Đặng Thị-Ngọc Œuvrard'ß") == "dangthingocoeuvrardss"


def test_ids_and_serials_never_repeat() -> None:
    numbers = Numbers(9, "test")
    count = 20_000
    assert len({numbers.id("d", n) for n in range(count)}) == count
    assert len({numbers.short("g", n) for n in range(count)}) == count
    assert len({numbers.serial(n) for n in range(count)}) == count
    one = numbers.id("d", 1)
    assert len(one) == 13 and set(one[1:]) <= set("abcdefghijklmnopqrstuvwxyz234567")


def test_draws_are_those_of_every_machine() -> None:
    draw = chance(1, "a purpose")
    assert [int(draw() * 1000) for _ in range(5)] == [378, 153, 583, 665, 496]
    assert sorted(shuffled(chance(1, "x"), range(50))) == list(range(50))
