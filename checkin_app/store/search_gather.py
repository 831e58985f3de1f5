"""Owns how many people's texts become postings: every distinct word is folded once.

Gives exactly the keys of `search_words.keys_of`, grouped by key, for a fraction of the work.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable
from functools import partial

from pyroaring import BitMap

from checkin_app.domain.folding import token_words
from checkin_app.store.search_words import (
    COUNT,
    MARKED,
    MAX_WORD,
    NAME,
    OTHER,
    PHONE,
    TAIL,
    UNIQUE,
    SearchText,
    id_keys,
    mail_keys,
    numbers_of,
    spellings,
    words_of,
)

_DIALLED = re.compile(r"0[1-9][0-9]{7,12}")

Lists = defaultdict[str, list[int]]
Docs = partial(array, "I")


class Postings:
    """Docs by key. `listed` kinds have few keys with many docs, `paired` kinds the other way
    round: a key and a doc at the same place of two lists.
    """

    def __init__(self) -> None:
        self.listed: dict[str, defaultdict[str, array[int]]] = {
            kind: defaultdict(Docs) for kind in (NAME, MARKED, COUNT, OTHER)
        }
        self.paired: dict[str, tuple[list[str], array[int]]] = {
            kind: ([], Docs()) for kind in (UNIQUE, PHONE, TAIL)
        }

    def take(self, kind: str, key: str, docs: array[int]) -> None:
        """Adds docs that have a key of this kind."""
        if kind in self.paired:
            keys, owners = self.paired[kind]
            keys += [key] * len(docs)
            owners += docs
        elif docs:
            self.listed[kind][key] += docs


class _TokenWords(dict[str, list[str]]):
    """Tokens and the words by which they are found; fills itself."""

    def __missing__(self, token: str) -> list[str]:
        self[token] = found = list(words_of(token))
        return found


def gather(texts: Iterable[tuple[int, SearchText]]) -> tuple[Postings, array[int]]:
    """The postings of these people, and their docs."""
    names: Lists = defaultdict(list)
    own_names: Lists = defaultdict(list)
    values: Lists = defaultdict(list)
    lengths: defaultdict[int, list[int]] = defaultdict(list)
    own_lengths: defaultdict[int, list[int]] = defaultdict(list)
    found = Postings()
    keys, owners = found.paired[UNIQUE]
    numbers, number_owners = found.paired[PHONE]
    docs = Docs()
    dialled = _DIALLED.fullmatch
    for doc, (name, own_name, others, email, phone, external_id) in texts:
        docs.append(doc)
        tokens = name.split()
        for token in tokens:
            names[token].append(doc)
        lengths[len(tokens)].append(doc)
        if own_name:
            tokens = own_name.split()
            for token in tokens:
                own_names[token].append(doc)
            own_lengths[len(tokens)].append(doc)
        for value in others:
            values[value].append(doc)
        if email:
            local, _, domain = email.partition("@")
            values[domain].append(doc)
            for word in mail_keys(local):
                keys.append(word)
                owners.append(doc)
        if external_id:
            for word in id_keys(external_id):
                keys.append(word)
                owners.append(doc)
        if phone:
            if dialled(phone):
                numbers.append(phone)
                number_owners.append(doc)
            else:
                for digits in numbers_of(phone):
                    numbers.append(digits)
                    number_owners.append(doc)
    found.paired[TAIL] = [digits[::-1] for digits in numbers], number_owners[:]
    _name_words(names, lengths, found)
    _name_words(own_names, own_lengths, found)
    other = found.listed[OTHER]
    known = _TokenWords()
    for value, listed in values.items():
        holders = Docs(listed)
        for word in {word for token in value.split() for word in known[token]}:
            other[word] += holders
    return found, docs


def _name_words(tokens: Lists, lengths: defaultdict[int, list[int]], found: Postings) -> None:
    """Words of names, and how many each name has: as many as tokens, but for some tokens."""
    folded, marked, counts = (found.listed[kind] for kind in (NAME, MARKED, COUNT))
    shifts: defaultdict[int, int] = defaultdict(int)
    for token, listed in tokens.items():
        holders = Docs(listed)
        if token.isalnum() and token.isascii():
            folded[token.lower()[:MAX_WORD]] += holders
            continue
        for word in set(spellings(token)):
            folded[word.folded] += holders
            if word.marked != word.folded:
                marked[word.marked] += holders
        extra = len(token_words(token)) - 1
        if extra:
            for doc in holders:
                shifts[doc] += extra
    shifted = BitMap(shifts)
    for length, listed in lengths.items():
        for doc in BitMap(listed) & shifted:
            if count := length + shifts[doc]:
                counts[str(count)].append(doc)
        if length and (plain := (BitMap(listed) - shifted).to_array()):
            counts[str(length)] += plain
