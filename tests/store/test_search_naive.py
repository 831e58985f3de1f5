"""The index against a naive search: complete and ranked alike, whatever was changed."""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from pyroaring import BitMap

from checkin_app import assets
from checkin_app.domain.folding import (
    Word,
    other_spellings,
    passport_spelling,
    split_words,
    token_words,
    written_in_one,
)
from checkin_app.domain.names import alike as names_alike
from checkin_app.domain.names import marked_words, words
from checkin_app.store import search, search_build
from checkin_app.store.search import SearchIndex, SearchText, Tier
from checkin_app.store.search_gather import gather
from checkin_app.store.search_words import keys_of

TABLES = """
    CREATE TABLE delegates (doc INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE credentials (code TEXT PRIMARY KEY, delegate TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""


def event_file(path: Path | str = ":memory:") -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(TABLES)
    (script,) = [file for file in assets.migrations("event") if file.stem == "0002_search"]
    connection.executescript(script.read_text(encoding="utf-8"))
    return connection


Met = Callable[[Word], bool]


class _Seen:
    """One person as the naive search sees them: all words, in lists."""

    def __init__(self, text: SearchText) -> None:
        self.name = _spellings(text.name) + _spellings(text.own_name)
        self.lengths = {len(split_words(text.name)), len(split_words(text.own_name))} - {0}
        self.others = [w.folded for value in text.others for w in _spellings(value)]
        local, _, domain = text.email.partition("@")
        for value in (domain, text.external_id):
            self.others += [w.folded for w in _spellings(value)]
        self.others.append("".join(word.folded for word in split_words(local)))
        self.number = text.phone.lstrip("+")

    def whole(self, typed: Word) -> bool:
        return any(word.folded == typed.folded for word in self.name)

    def begins(self, typed: Word) -> bool:
        return any(word.folded.startswith(typed.folded) for word in self.name)

    def marked_whole(self, typed: Word) -> bool:
        if typed.marked == typed.folded:
            return self.whole(typed)
        return any(word.marked == typed.marked for word in self.name if word.marked != word.folded)

    def marked_begins(self, typed: Word) -> bool:
        if typed.marked == typed.folded:
            return self.begins(typed)
        return any(
            word.marked.startswith(typed.marked) for word in self.name if word.marked != word.folded
        )

    def anywhere(self, typed: Word) -> bool:
        word = typed.folded
        if self.begins(typed) or any(other.startswith(word) for other in self.others):
            return True
        if not (word.isdigit() and self.number):
            return False
        abroad = "84" + word[1:] if word[0] == "0" and len(word) > 1 else word
        at_home = "0" + word[2:] if word[:2] == "84" and len(word) > 2 else word
        return self.number.startswith((word, abroad, at_home)) or (
            len(word) >= 3 and self.number.endswith(word)
        )


def _spellings(text: str) -> list[Word]:
    return [word for token in text.split() for word in token_words(token) + other_spellings(token)]


def naive_tier(text: SearchText, query: str) -> Tier | None:
    """The tier of one person for a query without honorifics and numbers in groups."""
    seen = _Seen(text)
    tokens = [token for token in query.replace("@", " ").split() if token_words(token)]
    if not tokens:
        return None
    typed = [word for token in tokens for word in token_words(token)]

    def every(met: Met) -> bool:
        return all(_token_met(token, met) for token in tokens)

    full = len(typed) in seen.lengths
    if any(word.folded != word.marked for word in typed):
        if every(seen.marked_whole):
            return Tier.MARKED_NAME if full else Tier.MARKED_WORDS
        if every(seen.marked_begins):
            return Tier.MARKED
    if every(seen.whole):
        return Tier.FULL_NAME if full else Tier.WORDS
    if every(seen.begins):
        return Tier.NAME
    return Tier.ANYWHERE if every(seen.anywhere) else None


def _token_met(token: str, met: Met) -> bool:
    own = token_words(token)
    instead = written_in_one(token) if len(own) > 1 else passport_spelling(own[0])
    return all(met(word) for word in own) or (instead is not None and met(instead))


def naive_search(
    people: dict[int, SearchText], query: str, limit: int, arrived: set[int]
) -> list[tuple[int, Tier]]:
    """What `SearchIndex.search` must answer."""
    ranked = sorted(
        (tier, doc in arrived, doc)
        for doc, text in people.items()
        if (tier := naive_tier(text, query)) is not None
    )
    return [(doc, tier) for tier, _, doc in ranked[:limit]]


SYLLABLES = ["Nguyễn", "Nguyên", "nguyen", "Lê", "Le", "An", "Ân", "Anh", "Vân", "Văn", "Van", "Đỗ"]
SYLLABLES += ["Hòa", "Hoà", "Ba", "Jean-Luc", "Jeanluc", "O'Neil", "Müller", "Mueller", "Muller"]
SYLLABLES += [
    "山田太郎",
    "太",
    "김민준",
    "민준",
    "Ørsted",
    "Straße",
    "Иванов",
    "محمد",
    "ใจดี",
    "...",
    "-",
]
FIELDS = ["Lê An", "Sở Y tế", "U.N.", "UN Women", "C4IR", "Bộ Ngoại giao", "大阪市", "", "Anh-Vân"]
EMAILS = ["", "an.le@un.example", "le_an@x.example", "ANH@x.example", "no-at-sign", "vân@x.example"]
PHONES = ["", "0912345678", "+84912345678", "84912", "123", "12"]
IDS = ["", "A-1", "a1", "1234", "912", "Ün 7"]

names = st.lists(st.sampled_from(SYLLABLES), max_size=4).map(" ".join)
persons = st.builds(
    SearchText,
    names,
    st.one_of(st.just(""), names),
    st.lists(st.sampled_from(FIELDS), max_size=2).map(tuple),
    st.sampled_from(EMAILS),
    st.sampled_from(PHONES),
    st.sampled_from(IDS),
)
typed_tokens = st.sampled_from(
    [*SYLLABLES, *(t for f in FIELDS for t in f.split()), *EMAILS, *PHONES, *IDS]
)


@st.composite
def queries(draw: st.DrawFn) -> str:
    """Beginnings of words, with marks or folded, in any order."""
    parts = []
    for token in draw(st.lists(typed_tokens, min_size=1, max_size=3)):
        text = token[: draw(st.integers(1, max(1, len(token))))]
        parts.append(draw(st.sampled_from([text, text.upper(), " ".join(words(text))])))
    return " ".join(parts)


@contextlib.contextmanager
def sizes(frequent: int, few: int = 256, many_changes: int = 1024) -> Iterator[None]:
    """An index that is divided as if the roster were larger."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_build, "FREQUENT", frequent)
        patch.setattr(search_build, "BLOCK", (frequent + 1) // 2)
        patch.setattr(search, "FEW", few)
        patch.setattr(search, "MANY_CHANGES", many_changes)
        patch.setattr(search, "TOO_MANY", 1)
        yield


DOCS = st.integers(1, 6)
FEW_NAMES = st.lists(st.sampled_from(["Lê", "Le", "An", "Anh", "Vân", "Van"]), max_size=2)
FEW_QUERIES = ["a", "l", "an", "le a", "lê", "van", "vâ", "gi", "091", "678", "a1", "a12"]
few_persons = st.builds(
    SearchText,
    FEW_NAMES.map(" ".join),
    st.just(""),
    others=st.sampled_from([(), ("An Giang",)]),
    email=st.sampled_from(["", "an@le.example"]),
    phone=st.sampled_from(["", "0912345678"]),
    external_id=st.sampled_from(["", "A1", "A12"]),
)


class Edits(RuleBasedStateMachine):
    """Random people, random edits by one connection, random queries by it and by another."""

    def __init__(self) -> None:
        super().__init__()
        self.closing = contextlib.ExitStack()
        folder = self.closing.enter_context(tempfile.TemporaryDirectory())
        writing = event_file(Path(folder) / "event.checkin")
        writing.execute("PRAGMA journal_mode = WAL")
        writing.execute("PRAGMA synchronous = OFF")
        reading = sqlite3.connect(Path(folder) / "event.checkin", isolation_level=None)
        self.closing.callback(writing.close)
        self.closing.callback(reading.close)
        self.writing = writing
        self.index, self.reader = SearchIndex(writing), SearchIndex(reading)
        self.people: dict[int, SearchText] = {}
        self.committed: dict[int, SearchText] = {}
        self.turn = 0

    @initialize(frequent=st.sampled_from([1, 3, 2048]), few=st.sampled_from([1, 4]))
    def divide(self, frequent: int, few: int) -> None:
        self.closing.enter_context(sizes(frequent, few, 3))

    def teardown(self) -> None:
        self.closing.close()

    @rule()
    def begin(self) -> None:
        if not self.writing.in_transaction:
            self.writing.execute("BEGIN IMMEDIATE")
            self.committed = dict(self.people)

    @rule(keep=st.booleans())
    def end(self, keep: bool) -> None:
        if self.writing.in_transaction:
            self.writing.execute("COMMIT" if keep else "ROLLBACK")
            self.people = self.people if keep else dict(self.committed)

    @rule(people=st.dictionaries(DOCS, few_persons, max_size=6))
    def build(self, people: dict[int, SearchText]) -> None:
        self.index.build(people.items())
        self.people |= people

    @rule(doc=DOCS, text=few_persons)
    def change(self, doc: int, text: SearchText) -> None:
        self.index.change(doc, text)
        self.people[doc] = text

    @rule(doc=DOCS)
    def remove(self, doc: int) -> None:
        self.index.remove(doc)
        self.people.pop(doc, None)

    @rule()
    def merge(self) -> None:
        self.index.merge()

    @rule()
    def clear(self) -> None:
        self.index.clear()
        self.people.clear()

    @invariant()
    def both_answer_as_naive_search(self) -> None:
        inside = self.writing.in_transaction
        for _ in range(2):
            self.turn += 1
            query = FEW_QUERIES[self.turn % len(FEW_QUERIES)]
            limit, arrived = self.turn % 7, {1, 3} if self.turn % 2 else set()
            for index, people in (
                (self.index, self.people),
                (self.reader, self.committed if inside else self.people),
            ):
                hits = [tuple(hit) for hit in index.search(query, limit, BitMap(arrived))]
                assert hits == naive_search(people, query, limit, arrived)
                everybody = naive_search(people, query, len(people), arrived)
                assert list(index.ids(query)) == sorted(doc for doc, _ in everybody)
                assert index.count(query) == len(everybody)


TestEdits = Edits.TestCase
TestEdits.settings = settings(
    max_examples=40, stateful_step_count=20, deadline=None, phases=[Phase.generate]
)


@pytest.mark.parametrize("asked_between", [True, False])
def test_what_was_rolled_back_is_not_found(asked_between: bool) -> None:
    connection = event_file()
    index = SearchIndex(connection)
    connection.execute("BEGIN")
    index.add(1, SearchText("Lê An"))
    assert list(index.ids("le")) == [1]
    connection.execute("ROLLBACK")
    if asked_between:
        assert list(index.ids("le")) == []
    index.add(2, SearchText("Lê Bình"))
    assert list(index.ids("le")) == [2]
    connection.close()


def test_a_rolled_back_build_leaves_what_was_there() -> None:
    connection = event_file()
    index = SearchIndex(connection)
    index.build([(1, SearchText("Lê An"))])
    connection.execute("BEGIN")
    index.clear()
    index.build([(2, SearchText("Lê Bình"))])
    assert list(index.ids("le")) == [2]
    connection.execute("ROLLBACK")
    assert list(index.ids("le")) == [1]
    connection.close()


def test_many_changes_are_merged_when_nobody_waits() -> None:
    connection = event_file()
    index = SearchIndex(connection)
    with sizes(2048, many_changes=2):
        index.build([(doc, SearchText("Lê An")) for doc in range(5)])
        for doc in (5, 6):
            index.add(doc, SearchText("Lê An"))
        assert not index.is_due
        index.add(7, SearchText("Lê An"))
    assert list(index.ids("le")) == list(range(8))
    assert not index.is_due
    assert connection.execute("SELECT count(*) FROM search_changes").fetchone() == (0,)
    connection.close()


def test_merging_takes_the_words_of_the_removed_out_of_the_file() -> None:
    connection = event_file()
    index = SearchIndex(connection)
    index.build([(1, SearchText("Lê An")), (2, SearchText("Zyx Qwv"))])
    index.remove(2)
    index.merge()
    blocks = connection.execute("SELECT words FROM search_blocks").fetchall()
    assert "le" in " ".join(text for (text,) in blocks)
    assert "zyx" not in " ".join(text for (text,) in blocks)
    connection.close()


@given(
    st.dictionaries(st.integers(0, 40), persons, max_size=25),
    st.lists(queries(), max_size=8),
    st.sets(st.integers(0, 40)),
    st.sampled_from([1, 2, 5, 2048]),
)
@settings(deadline=None)
def test_everybody_is_found_and_ranked_as_by_naive_search(
    people: dict[int, SearchText], typed: list[str], arrived: set[int], frequent: int
) -> None:
    connection = event_file()
    index = SearchIndex(connection)
    with sizes(frequent):
        index.build(people.items())
    for query in typed:
        hits = [tuple(hit) for hit in index.search(query, 10, BitMap(arrived))]
        assert hits == naive_search(people, query, 10, arrived)
    connection.close()


@given(st.lists(persons, min_size=1, max_size=12), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_every_beginning_of_every_word_finds_its_owner(
    roster: list[SearchText], random: Random
) -> None:
    connection = event_file()
    index = SearchIndex(connection)
    with sizes(2):
        index.build(enumerate(roster))
    for doc, text in enumerate(roster):
        mail = "".join(words(text.email.partition("@")[0]))
        fields = (text.name, text.own_name, *text.others, mail, text.external_id)
        typed = [word for field in fields for word in (*words(field), *marked_words(field))]
        for word in typed:
            for length in range(1, len(word) + 1):
                assert doc in index.ids(word[:length])
        random.shuffle(typed)
        assert not typed or doc in index.ids(" ".join(typed[:20]))
    connection.close()


anything = st.text(st.characters(codec=None), max_size=12)


@given(
    st.dictionaries(
        st.integers(0, 5),
        st.builds(
            SearchText, anything, anything, st.tuples(anything), anything, anything, anything
        ),
        min_size=1,
    )
)
def test_taking_in_many_gives_each_the_keys_of_one(people: dict[int, SearchText]) -> None:
    postings, docs = gather(people.items())
    keys: dict[int, set[str]] = {doc: set() for doc in people}
    for kind, lists in postings.listed.items():
        for word, owners in lists.items():
            assert owners
            for doc in owners:
                keys[doc].add(kind + word)
    for kind, (paired, owners) in postings.paired.items():
        for word, doc in zip(paired, owners, strict=True):
            keys[doc].add(kind + word)
    assert keys == {doc: keys_of(text) for doc, text in people.items()}
    assert list(docs) == list(people)


@given(anything, st.lists(names, max_size=5))
def test_no_text_raises(query: str, roster: list[str]) -> None:
    connection = event_file()
    index = SearchIndex(connection, {"Bà", "Ông", "H.E."})
    index.build(enumerate(map(SearchText, roster)))
    assert len(index.search(query, 3, BitMap([1]))) <= 3
    index.alike(query)
    connection.close()


@given(st.lists(names, max_size=8), names)
def test_alike_finds_all_that_are_alike(roster: list[str], name: str) -> None:
    connection = event_file()
    index = SearchIndex(connection)
    index.build(enumerate(map(SearchText, roster)))
    expected = {doc for doc, other in enumerate(roster) if names_alike(name, other)}
    assert len(words(name)) > 6 or expected <= set(index.alike(name))
    connection.close()
