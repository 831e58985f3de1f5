"""The bundle as a file: what is written comes back; anything else is refused in one sentence."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.errors import BundleError
from checkin_app.ledger import seal
from checkin_app.ledger.pages import Page
from checkin_app.sync import bundle, wire

KEY = seal.new_key()
SECRET = b"e" * 32
BY = bundle.Writer(seal.public_key(KEY), lambda stream, n, chain: seal.sign(KEY, stream, n, chain))
SAID = bundle.Summary(
    "Desk 1", "0.1", 1_700_000_000_000, {"s": (3, b"c" * 32)}, bundle.Counts(2, 1, 1, 3)
)

texts = st.lists(st.binary(max_size=40), min_size=1, max_size=4)
page_lists = st.lists(
    st.builds(
        lambda stream, first, bodies: Page(
            stream, first, bodies, [None] * len(bodies), [(first, b"x" * 64)]
        ),
        st.sampled_from(["a", "b/c"]),
        st.integers(1, 2**40),
        texts,
    ),
    max_size=5,
)


def written(
    path: Path, pages: list[Page] = (), *, event: str = "e1", secret: bytes = SECRET
) -> Path:
    bundle.write(path, SAID, pages, event=event, secret=secret, by=BY)
    return path


def read(path: Path, *, event: str = "e1", secret: bytes = SECRET) -> list[Page]:
    return [page for group in bundle.pages(path, event=event, secret=secret) for page in group]


@given(page_lists)
def test_what_was_written_comes_back(
    tmp_path_factory: pytest.TempPathFactory, pages: list[Page]
) -> None:
    path = written(tmp_path_factory.mktemp("stick") / "a.bundle", pages)
    assert read(path) == pages
    said = bundle.summary(path, event="e1", secret=SECRET)
    assert msgspec.structs.replace(said, bytes=0) == SAID
    assert said.bytes == path.stat().st_size


PAGES = [Page("a", 1, [b"body " * 50], [None], [(1, b"x" * 64)]), Page("b", 1, [b"B"], [b"p"], [])]


def test_every_cut_and_every_changed_byte_is_noticed_before_anything_is_given(
    tmp_path: Path,
) -> None:
    whole = written(tmp_path / "a.bundle", PAGES).read_bytes()
    broken = tmp_path / "broken.bundle"
    for place in range(len(whole)):
        for spoilt in (
            whole[:place],
            whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :],
        ):
            broken.write_bytes(spoilt)
            given_out = []
            with pytest.raises(BundleError):
                for group in bundle.pages(broken, event="e1", secret=SECRET):
                    given_out.append(group)
            assert not given_out
    broken.write_bytes(whole + b"\0")
    with pytest.raises(BundleError):
        read(broken)


def sentence_of(path: Path, **how: object) -> str:
    with pytest.raises(BundleError) as caught:
        read(path, **how)
    return caught.value.sentence


def test_wrong_files_each_have_their_sentence(tmp_path: Path) -> None:
    path = written(tmp_path / "a.bundle", PAGES)
    assert sentence_of(path, event="e2") == bundle.OTHER_EVENT
    assert sentence_of(path, secret=b"f" * 32) == bundle.DAMAGED
    assert sentence_of(tmp_path / "none.bundle") == bundle.UNREADABLE
    assert sentence_of(tmp_path) == bundle.UNREADABLE
    for text in (b"", b"PK\x03\x04", b"<html>"):
        (tmp_path / "junk").write_bytes(text)
        assert sentence_of(tmp_path / "junk") == bundle.NOT_A_BUNDLE
    header = msgspec.msgpack.encode({"format": 2, "event": "e1", "salt": b"", "key": b""})
    (tmp_path / "newer").write_bytes(bundle.MAGIC + len(header).to_bytes(2) + header)
    assert sentence_of(tmp_path / "newer") == bundle.NEWER


def test_somebody_elses_signature_is_not_taken(tmp_path: Path) -> None:
    other = seal.new_key()
    forger = bundle.Writer(BY.key, lambda stream, n, chain: seal.sign(other, stream, n, chain))
    path = tmp_path / "a.bundle"
    bundle.write(path, SAID, PAGES, event="e1", secret=SECRET, by=forger)
    assert sentence_of(path) == bundle.DAMAGED


def test_a_bomb_is_not_inflated(tmp_path: Path) -> None:
    bomb = Page("s" * 32, 1, [bytes(wire.MOST_INFLATED + 1)], [None], [])
    path = tmp_path / "bomb.bundle"
    bundle.write(path, SAID, [bomb], event="e1", secret=SECRET, by=BY)
    assert path.stat().st_size < wire.MOST_INFLATED >> 6
    assert sentence_of(path) == bundle.DAMAGED


def test_a_full_or_missing_folder_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(BundleError):
        written(tmp_path / "no" / "a.bundle", PAGES)
    old = written(tmp_path / "a.bundle", PAGES[:1])

    def breaks():
        yield PAGES[0]
        raise OSError(28, "No space left on device")

    with pytest.raises(BundleError):
        bundle.write(old, SAID, breaks(), event="e1", secret=SECRET, by=BY)
    assert read(old) == PAGES[:1]
    assert [file.name for file in tmp_path.iterdir()] == ["a.bundle"]


def test_nothing_of_the_event_stands_open_in_the_file(tmp_path: Path) -> None:
    text = written(tmp_path / "a.bundle", PAGES).read_bytes()
    assert SECRET not in text
    assert b"Desk 1" not in text
    assert b"body" not in text
