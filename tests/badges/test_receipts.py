"""A receipt before each delegation's badges: whole lists, room to sign, whole sheets of paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.badges.layout import LAYOUTS
from checkin_app.badges.layout.elements import Box, Layout, Rule, Stack
from checkin_app.badges.receipts import LEAST, Receipts, groups, paginated
from checkin_app.badges.receipts.page import Page, Paper, Part, Person, page
from checkin_app.badges.render import render
from checkin_app.badges.subject import BadgeSubject
from checkin_app.domain.errors import NotPossible

Maker = Callable[..., BadgeSubject]
Tool = Callable[..., str]

PART = Part("Diễn đàn", "Forum", "Desk 1", "25/11/2026 08:00")
PAPERS = [(105, 148), (148, 105), (86, 54), (90, 120), (210, 297), (80, 50)]
papers = st.builds(Paper, st.floats(*(LEAST[0], 300.0)), st.floats(LEAST[1], 420.0))


@given(people=st.integers(1, 700), paper=papers)
def test_every_row_has_its_page_and_the_last_page_room_to_sign(people: int, paper: Paper) -> None:
    shares = list(paginated(people, paper))
    assert sum(shares) == people and all(rows >= 0 for rows in shares)
    for number, rows in enumerate(shares):
        last = number == len(shares) - 1
        assert rows <= paper.rows(first=number == 0, last=last)
        assert last or rows > 0


@given(people=st.integers(1, 60), paper=papers, liaison=st.sampled_from(["", "Trần Thị Ngọc"]))
def test_everything_stands_between_the_margins(people: int, paper: Paper, liaison: str) -> None:
    part = Part("Diễn đàn", "Forum", "Desk", "now", "Đoàn Huế", liaison, people)
    rows = [Person(f"Nguyễn Văn {n}", "Đại biểu", "Delegate") for n in range(people)]
    shares = list(paginated(people, paper))
    start = 0
    for number, share in enumerate(shares, 1):
        here = page(paper, Page(part, rows[start : start + share], start + 1, number, len(shares)))
        start += share
        boxes = [element.box for element in here.front]
        assert all(_inside(box, paper) for box in boxes)
        texts = [e.box for e in here.front if isinstance(e, Stack)]
        assert not any(_meet(a, b) for n, a in enumerate(texts) for b in texts[n + 1 :]), (
            "texts are not on top of each other"
        )
        ruled = sum(isinstance(e, Rule) for e in here.front)
        assert ruled == share + bool(share) + (3 if number == len(shares) else 0)


def _inside(box: Box, paper: Paper) -> bool:
    near = paper.margin - 0.01
    return (
        near <= box.x
        and near <= box.y
        and box.x + box.width <= paper.width - near
        and box.y + box.height <= paper.height - near
        and box.width >= 0
        and box.height >= 0
    )


def _meet(a: Box, b: Box) -> bool:
    slack = 0.01
    return (
        a.x + slack < b.x + b.width
        and b.x + slack < a.x + a.width
        and a.y + slack < b.y + b.height
        and b.y + slack < a.y + a.height
    )


@pytest.mark.parametrize("sheet", [None, "a4-4up"])
def test_the_list_of_a_delegation_stands_before_its_badges(
    sheet: str | None, tmp_path: Path, person: Maker, tool: Tool
) -> None:
    names = {
        "Đoàn Huế": [f"Nguyễn Văn {n:02d}" for n in range(23)],
        "City of Osaka": ["Hashimoto Daisuke", "Екатерина Волкова"],
        "": ["Lê Vũ"],
    }
    people = [
        person(name, delegation=delegation, delegation_id=delegation, organization="")
        for delegation, members in names.items()
        for name in members
    ]
    width, height = (210, 297) if sheet else LAYOUTS["a6"].paper
    receipts = Receipts(people, width, height, PART, liaisons={"Đoàn Huế": "Trần Thị Ngọc"})
    pdf = tmp_path / "badges.pdf"
    made = render(people, pdf, layout="a6", sheet=sheet, sides="front", inserts=receipts)
    assert made.badges == len(people) and made.pages > len(names)
    tool("qpdf", "--check", str(pdf))
    pages = tool("pdftotext", "-raw", str(pdf), "-").split("\f")[:-1]
    assert len(pages) == made.pages
    signed = [n for n, text in enumerate(pages) if "Signature" in text]
    assert len(signed) == len(names)
    start = 0
    for (delegation, members), end in zip(names.items(), signed, strict=True):
        first = next(n for n in range(start, end + 1) if "Badge receipt" in pages[n])
        listed = "\n".join(pages[first : end + 1])
        for name in members:
            assert name in listed
        assert f"Badges: {len(members)}" in listed and (delegation or "Without a") in listed
        assert ("Trần Thị Ngọc" in listed) == (delegation == "Đoàn Huế")
        if first != end:
            count = end + 1 - first
            assert re.findall(r"\b(\d)/(\d)\b", listed.replace("25/11/2026", "")) == [
                (str(n), str(count)) for n in range(1, count + 1)
            ]
        badges = 0
        start = end + 1
        while start < len(pages) and "Badge receipt" not in pages[start]:
            said = "".join(pages[start].split())
            badges += sum("".join(name.split()) in said for name in members)
            start += 1
        assert badges == len(members)


def test_with_backs_a_receipt_takes_whole_sheets_of_paper(person: Maker) -> None:
    people = [person(f"A {n}", delegation=str(n // 30)) for n in range(90)]
    for width, height in PAPERS:
        receipts = Receipts(people, width, height, PART, duplex=True)
        before = None
        pages: list[Layout] = []
        for after in people:
            made = list(receipts(before, after))
            assert len(made) % 2 == 0 and all((p.width, p.height) == (width, height) for p in made)
            pages += made
            before = after
        assert list(receipts(before, None)) == []
        assert pages


@pytest.mark.parametrize(("width", "height"), [(62, 29), (79, 200), (100, 49)])
def test_paper_that_is_too_small_is_refused(width: float, height: float, person: Maker) -> None:
    with pytest.raises(NotPossible):
        Receipts([person("Lê Vũ")], width, height, PART)


def test_neighbours_of_one_delegation_are_a_group(person: Maker) -> None:
    people = [person(str(n), delegation=d) for n, d in enumerate(["a", "a", "", "b", "b", "b"])]
    assert [(g.delegation, len(g.people)) for g in groups(people)] == [("a", 2), ("", 1), ("b", 3)]
