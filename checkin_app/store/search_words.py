"""Owns by which keys a person can be found, and what a typed query asks for.

A key is a letter for its kind and a word. Kinds: `n` a word of the name, folded; `m` the same
with its marks, where it has any; `c` how many words the name has; `o` a word of another field;
`k` an e-mail name or an external id; `p` a telephone number, `t` the same backwards, to be found
by its end.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from checkin_app.domain.folding import (
    Word,
    other_spellings,
    passport_spelling,
    token_words,
    written_in_one,
)
from checkin_app.domain.names import split_honorific

NAME, MARKED, COUNT, OTHER, UNIQUE, PHONE, TAIL = "n", "m", "c", "o", "k", "p", "t"
MAX_WORD = 48
MAX_QUERY = 256
MAX_QUERY_WORDS = 24
MIN_TAIL = 3

_SEPARATE_NUMBERS = re.compile(r"[;,/|]|\bext\b")
_NOT_DIGITS = re.compile(r"[^0-9]+")
_NUMBER = re.compile(r"[\d\s()+./-]+")


class SearchText(NamedTuple):
    """What a person is found by; `others` are organisation, delegation, position and the like."""

    name: str
    own_name: str = ""
    others: tuple[str, ...] = ()
    email: str = ""
    phone: str = ""
    external_id: str = ""


class Part(NamedTuple):
    """One typed word as the operator sees it: its words (all must match) or `instead` one of
    these; `raw` is as typed, for codes.
    """

    words: tuple[Word, ...]
    instead: tuple[Word, ...]
    raw: str


class Query(NamedTuple):
    """A typed text. `lead` are honorifics in front, `length` how many words follow them, `number`
    all digits if nothing but a number is there.
    """

    lead: tuple[Part, ...]
    parts: tuple[Part, ...]
    length: int
    number: str
    raw: str

    @property
    def has_marks(self) -> bool:
        return any(word.folded != word.marked for part in self.parts for word in part.words)


def _cut(word: Word) -> Word:
    return Word(word.folded[:MAX_WORD], word.marked[:MAX_WORD])


def spellings(token: str) -> list[Word]:
    """All words by which a text without white space is found, cut to what keys hold."""
    return [_cut(word) for word in token_words(token) + other_spellings(token)]


def words_of(text: str) -> set[str]:
    """All folded words by which a text is found."""
    found = set()
    for token in text.split():
        if token.isalnum() and token.isascii():
            found.add(token.lower()[:MAX_WORD])
        else:
            for word in token_words(token) + other_spellings(token):
                found.add(word.folded[:MAX_WORD])
    return found


def mail_keys(local: str) -> list[str]:
    """How an e-mail name begins, whatever stands between its parts: `an.le` is `anle`."""
    joined = local.lower().replace(".", "").replace("-", "").replace("_", "")
    if joined.isalnum() and joined.isascii() and len(joined) <= MAX_WORD:
        return [joined]
    return sorted(words_of(local))


def id_keys(external_id: str) -> list[str]:
    """The words of an id, and the id written in one."""
    if external_id.isalnum() and external_id.isascii() and len(external_id) <= MAX_WORD:
        return [external_id.lower()]
    return sorted(words_of(external_id))


def numbers_of(phone: str) -> list[str]:
    """The digits of each telephone number, without the 00 or + of an international one."""
    bare = phone.replace(" ", "").replace("+", "").replace("-", "").replace(".", "")
    if bare.isdigit() and bare.isascii():
        return [bare[:MAX_WORD].removeprefix("00") or bare]
    found = []
    for part in _SEPARATE_NUMBERS.split(phone):
        digits = _NOT_DIGITS.sub("", part)[:MAX_WORD]
        if digits:
            found.append(digits.removeprefix("00") or digits)
    return found


def dialled_otherwise(digits: str) -> str:
    """A beginning of a Vietnamese number as dialled from abroad, or the other way round."""
    if digits.startswith("84") and len(digits) > 2:
        return "0" + digits[2:]
    if digits.startswith("0") and len(digits) > 1:
        return "84" + digits[1:]
    return ""


def word_count(text: str) -> int:
    return sum(len(token_words(token)) for token in text.split())


def keys_of(text: SearchText) -> set[str]:
    """All keys of one person: the definition that the bulk build must meet."""
    found: set[str] = set()
    for name in (text.name, text.own_name):
        for token in name.split():
            for word in spellings(token):
                found.add(NAME + word.folded)
                if word.marked != word.folded:
                    found.add(MARKED + word.marked)
        if count := word_count(name):
            found.add(f"{COUNT}{count}")
    local, _, domain = text.email.partition("@")
    for value in (*text.others, domain):
        found.update(OTHER + word for word in words_of(value))
    found.update(UNIQUE + word for word in (*mail_keys(local), *id_keys(text.external_id)))
    for digits in numbers_of(text.phone):
        found |= {PHONE + digits, TAIL + digits[::-1]}
    return found


def parse(text: str, honorifics: Collection[str]) -> Query:
    """What a typed text asks for; what is beyond 256 characters or 24 words asks for nothing."""
    text = text[:MAX_QUERY].encode("utf-8", "replace").decode().strip()
    lead, rest = split_honorific(text, honorifics)
    number = ""
    if _NUMBER.fullmatch(rest) and not rest.isdecimal():
        number = "".join(c for c in rest if "0" <= c <= "9")
    if len(number) < MIN_TAIL:
        number = ""
    return Query(_parts(lead), _parts(rest), word_count(rest), number, " ".join(text.split()))


def _parts(text: str) -> tuple[Part, ...]:
    parts, left = [], MAX_QUERY_WORDS
    for token in dict.fromkeys(text.replace("@", " ").split()):
        own = token_words(token)
        if not own:
            continue
        instead = written_in_one(token) if len(own) > 1 else passport_spelling(own[0])
        own = tuple(dict.fromkeys(map(_cut, own)))[:left]
        left -= len(own)
        parts.append(Part(own, (_cut(instead),) if instead else (), token))
        if left <= 0:
            break
    return tuple(parts)
