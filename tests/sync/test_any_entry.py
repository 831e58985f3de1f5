"""Whatever a sealed entry says, it stops nothing: desks that hold it agree and go on."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin_app.desk import Desk
from checkin_app.exporting.rows import KINDS as EXPORTS
from checkin_app.ledger import kinds
from tests.desk_support import code_of, later, new_desk, walk_in
from tests.sync.meeting import Forger, another, close_all

IDS = ["d1", "d2", "registration", "hall", "c1", "r1", "s1", "layout:a", "g1", "", "x\x00y"]
KEYS = ["1" * 27, "code", "p1"]
SCALARS = (
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.sampled_from([*IDS, *KEYS])
    | st.sampled_from(["in", "out", "admit", "refuse", "refer", "delegate", "checkpoint", "rule"])
    | st.sampled_from(["2026-11-25", "2026-11-25T08:00:00+07:00", "free", "once", "door", "both"])
    | st.sampled_from(["category", "delegation", "session", "layout", "walk-in", "import"])
    | st.text(max_size=4)
)  # fmt: skip
NAMES = st.sampled_from(
    ["type", "fields", "codes", "people", "id", "code", "checkpoint", "direction", "decision",
     "reason", "status", "replaces", "delegate", "day", "badges", "number", "print", "outcome",
     "words", "former", "printer", "left", "name", "name_en", "name_vi", "kind", "passage",
     "capacity", "standing", "hold", "birth_year", "keep", "drop", "conflict", "public_key",
     "desk", "profile", "cuts", "stream", "n", "indexes", "by", "seat", "document", "session",
     "categories", "delegations", "opens_at", "starts_at", "ends_at", "place", "title_en"]
)  # fmt: skip
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)
DATA = st.dictionaries(NAMES, ANYTHING, max_size=8)
FIELDS = st.dictionaries(NAMES, SCALARS, max_size=6)
#: Nearly right: what passes the shapes and names things that are not there.
SCANS = st.fixed_dictionaries(
    {
        "checkpoint": st.sampled_from(IDS[:4]),
        "direction": st.sampled_from(["in", "out"]),
        "decision": st.sampled_from(["admit", "refuse", "refer"]),
        "reason": st.text(max_size=5) | st.sampled_from(["admitted", "already_in"]),
    }
)
RECORDS = st.fixed_dictionaries(
    {
        "type": st.sampled_from(
            ["delegate", "checkpoint", "rule", "session", "category", "delegation", "layout"]
        ),
        "fields": FIELDS,
    },
    optional={"codes": st.lists(st.sampled_from(KEYS), max_size=2), "by": st.just("walk-in")},
)
KINDS = sorted(kinds.KINDS - {kinds.STREAM_OPENED, kinds.AUTHORITY_NAMED})
ENTRIES = st.lists(
    st.tuples(st.sampled_from(KINDS), st.sampled_from(IDS), DATA)
    | st.tuples(st.just(kinds.SCANNED), st.sampled_from(IDS), SCANS)
    | st.tuples(st.sampled_from([kinds.CREATED, kinds.AMENDED]), st.sampled_from(IDS), RECORDS),
    max_size=12,
)
PRIVATE = st.none() | st.lists(DATA | FIELDS, min_size=1, max_size=2)


def read_everything(desk: Desk) -> None:
    """What screens, tables and lists ask for."""
    desk.recent(50)
    desk.figures()
    for row in desk.roster_rows(desk.roster_ids()):
        desk.delegate(row.delegate.id)
        desk.badge_of(row.delegate.id)
    desk.find("an")
    desk.conflicts()
    for kind in EXPORTS:
        _, rows = desk.export_rows(kind)
        list(rows)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ENTRIES, st.lists(PRIVATE, min_size=12, max_size=12), st.randoms(use_true_random=False))
def test_desks_agree_and_go_on(
    entries: list[tuple[str, str, dict[str, Any]]],
    privates: list[list[dict[str, Any]] | None],
    chance: random.Random,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        a = new_desk(Path(folder), "a.checkin")
        person = walk_in(a, "Lê An")
        b = another(a, "b")
        one, two = Forger("f0" * 16), Forger("f1" * 16)
        pages = [one.page(), two.page()]
        for (kind, subject, data), private in zip(entries, privates, strict=False):
            forger = chance.choice([one, two])
            at = chance.choice([0, 1, 2**62, 1_893_456_000_000 << 16])
            forger.add(kind, subject, data, private or (), at=at)
            pages.append(forger.page())
        for desk in (a, b):
            order = list(pages)
            chance.shuffle(order)
            while any(desk.receive([page], "peer").taken for page in order):
                pass
            assert desk.aside() == []
        assert a.vector() == b.vector()
        assert a.digest() == b.digest()
        report = a.check()
        assert report.whole, report.problems
        for desk in (a, b):
            read_everything(desk)
            assert desk.scan(code_of(desk, person), at=later(0)).delegate is not None
        path = a.path
        close_all(a, b)
        a = Desk.open(path)
        read_everything(a)
        a.close()
