"""Preflight says what printing would do, badge by badge, and what cannot be told apart."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from checkin_app import i18n
from checkin_app.badges.layout import LAYOUTS, Box, Code, Condition, Layout, Line, Photo, Stack
from checkin_app.badges.preflight import preflight
from checkin_app.badges.preflight.findings import KINDS, Finding
from checkin_app.badges.preflight.proof import Proof
from checkin_app.badges.preflight.words import CONTEXT, TITLES, sentence, title
from checkin_app.badges.render import render
from checkin_app.badges.subject import BadgeSubject, unwritten

Maker = Callable[..., BadgeSubject]

NAME_AND_CODE = Layout(
    "small",
    60,
    40,
    front=(
        Stack(Box(3, 3, 30, 20), (Line("name", 14, 9, rows=2), Line("position", 8, 7))),
        Code(Box(38, 3, 20, 20)),
    ),
)
WITH_PHOTO = replace(
    NAME_AND_CODE, name="photo", front=(*NAME_AND_CODE.front, Photo(Box(3, 23, 12, 16)))
)


def jpeg(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "gray").save(out, "JPEG")
    return out.getvalue()


def found(
    subject: BadgeSubject, layout: Layout = NAME_AND_CODE, **options: object
) -> list[Finding]:
    return Proof(layout, **options).findings(subject)  # type: ignore[arg-type]


def kinds(findings: list[Finding]) -> set[tuple[str, str]]:
    return {(finding.problem, finding.field) for finding in findings}


def test_a_good_badge_has_no_findings(person: Maker) -> None:
    assert found(person("Nguyễn Thị Minh Khai", position="Giám đốc")) == []
    checked = preflight([person("Lê An")], layout=LAYOUTS["a6"], dpi=203)
    assert (checked.badges, checked.findings) == (1, ())


def test_a_letter_that_no_font_has_is_told_with_its_field(person: Maker) -> None:
    [finding] = [
        f for f in found(person("Lê \U00016a70 An", position="Ủy viên")) if f.field == "name"
    ]
    assert finding.problem == "missing_glyph" and "U+16A70" in finding.detail
    assert "U+16A70" in sentence(finding, "en")


@pytest.mark.parametrize("name", ["Lê An \U0001f600", "Lê\u0007 An", "Lê\u202e An"])
def test_what_is_left_out_of_a_text_is_told(person: Maker, name: str) -> None:
    assert kinds(found(person(name, position=""))) == {("character_removed", "name")}


@pytest.mark.parametrize(
    "name", ["Lê\ue000 An", "陳\U00031350文", "😀😁😂🤣😃 𐎠𐎡", "\u3164", "😀", "محمد 𐎠𐎡"]
)
def test_a_name_that_cannot_be_written_leaves_no_badge(person: Maker, name: str) -> None:
    findings = found(person(name, position=""))
    assert any(f.barred and f.wrong for f in findings)
    assert all(finding.field == "name" for finding in findings)


@pytest.mark.parametrize(
    ("name", "lost"),
    [("Tra\u034f\u0302n", "U+034F"), ("Le\u0302\u0301\u0302\u0303\u0304\u0308", "\u0308 U+0308")],
)
def test_only_what_is_lost_is_told(person: Maker, name: str, lost: str) -> None:
    [finding] = found(person(name, position=""))
    assert finding.problem == "character_removed"
    assert finding.detail.removeprefix("\u034f ") == lost


@pytest.mark.parametrize(("code", "problem"), [("", "no_code"), ("9" * 8000, "overflow")])
def test_a_code_that_no_qr_holds(person: Maker, code: str, problem: str) -> None:
    [finding] = found(person("Lê An", position="", code=code))
    assert (finding.problem, finding.field, finding.barred) == (problem, "code", True)


def test_marks_beyond_all_writing_are_told(person: Maker) -> None:
    assert ("character_removed", "name") in kinds(
        found(person("Le\u0301\u0302\u0303\u0304\u0308 An"))
    )


@pytest.mark.parametrize(
    "name", ["Nguyễn  Văn An", "Nguye\u0302\u0303n Va\u0306n An", "Smith‑Jones"]
)
def test_what_only_looks_different_is_not(person: Maker, name: str) -> None:
    assert found(person(name, position="")) == []


@pytest.mark.parametrize("name", ["", "   ", "\u200b\u200b", "\u0007"])
def test_a_name_of_nothing(person: Maker, name: str) -> None:
    assert ("name_empty", "name") in kinds(found(person(name, position="")))


@pytest.mark.parametrize(
    ("name", "problem"),
    [("Vương " * 50, "overflow"), ("Konstantinopolskaya-Wolfeschlegelstein", "below_minimum_size")],
)
def test_a_text_too_long_for_its_place(person: Maker, name: str, problem: str) -> None:
    [finding] = [f for f in found(person(name, position="")) if f.field == "name"]
    assert finding.problem == problem
    assert " pt" in finding.detail


@pytest.mark.parametrize(("dpi", "fine"), [(203, True), (150, True), (100, False), (72, False)])
def test_modules_finer_than_three_dots(person: Maker, dpi: int, fine: bool) -> None:
    findings = found(person("Lê An", position=""), dpi=dpi)
    assert (("qr_too_fine", "code") not in kinds(findings)) is fine
    if not fine:
        assert sentence(findings[0], "vi").count(",") >= 1


def test_a_photo_that_is_not_there_or_too_coarse(person: Maker) -> None:
    stored = {"large": jpeg(300, 400), "small": jpeg(60, 80), "none": b"no picture"}

    def said(photo: str, layout: Layout = WITH_PHOTO) -> set[tuple[str, str]]:
        return kinds(found(person("Lê An", photo=photo, position=""), layout, photos=stored.get))

    assert said("large") == set()
    assert said("") == said("gone") == said("none") == {("photo_missing", "photo")}
    assert said("small") == {("photo_too_small", "photo")}
    assert said("small", NAME_AND_CODE) == set()


def test_a_photo_that_is_not_meant_for_somebody_is_not_missed(person: Maker) -> None:
    for_press = Photo(Box(3, 23, 12, 16), when=Condition(categories=("press",)))
    if_there = Photo(Box(3, 23, 12, 16), when=Condition(field="photo"))
    someone = person("Lê An", category="vip", position="")
    front = NAME_AND_CODE.front
    assert found(someone, replace(NAME_AND_CODE, front=(*front, for_press))) == []
    missed = kinds(found(someone, replace(NAME_AND_CODE, front=(*front, if_there))))
    assert missed == {("photo_missing", "photo")}


def test_two_of_one_name_in_one_delegation(person: Maker) -> None:
    one, two = person("Trần Nam"), person("TRẦN  NAM")
    other = person("Trần Nam", delegation="Đoàn Huế")
    findings = preflight([one, two, other], layout=NAME_AND_CODE).findings
    twins = [(f.delegate_id, f.other) for f in findings if f.problem == "duplicate"]
    assert sorted(twins) == [("d1", "d2"), ("d2", "d1")]


def test_a_photo_of_each_tells_two_apart(person: Maker) -> None:
    photos = {"a": jpeg(300, 400), "b": jpeg(300, 400)}

    def twins(first: str, second: str) -> int:
        people = [person("Trần Nam", photo=first), person("Trần Nam", photo=second)]
        findings = preflight(people, layout=WITH_PHOTO, photos=photos.get).findings
        return sum(f.problem == "duplicate" for f in findings)

    assert (twins("a", "b"), twins("a", "a"), twins("a", ""), twins("", "")) == (0, 2, 2, 2)


def test_one_code_for_two(person: Maker) -> None:
    one = person("Lê An")
    two = replace(person("Vũ Bình"), code=one.code)
    findings = preflight([one, two], layout=NAME_AND_CODE).findings
    assert ("duplicate", "code") in kinds(list(findings))


def test_each_category_by_its_own_layout(person: Maker) -> None:
    def choose(subject: BadgeSubject) -> Layout | None:
        if subject.category == "lost":
            raise KeyError("gone")
        return None if subject.category == "none" else WITH_PHOTO

    people = [person(f"Người {c}", category=c) for c in ("lost", "none", "vip")]
    told = {f.delegate_id: f for f in preflight(people, layout=choose).findings}
    assert {key: f.problem for key, f in told.items()} == {
        people[0].delegate_id: "no_layout",
        people[2].delegate_id: "photo_missing",
    }
    assert "“gone”" in sentence(told[people[0].delegate_id], "en")


def test_progress_and_cancel(person: Maker) -> None:
    people = [person(f"Người {n}") for n in range(230)]
    heard: list[tuple[int, int | None]] = []

    def progress(done: int, total: int | None) -> None:
        heard.append((done, total))

    whole = preflight(people, layout=NAME_AND_CODE, progress=progress)
    assert heard[-1] == (230, 230) and heard[0] == (50, 230) and not whole.cancelled
    part = preflight(people, layout=NAME_AND_CODE, cancelled=lambda: len(heard) > 0)
    assert part.cancelled and part.badges == 50


names = st.lists(
    st.sampled_from(
        [
            *("Nguyễn", "Thị", "Vương", "Ánh", "本", "山", "مريم", "Ж", "-"),
            *("\u0301", "\u3164", "\u202e", "ⵣ", "𐎠", "\ue000", "\U00031350", "\u0378"),
            *("\U0001f600", "\U0001fae8", "😁", "🤣", "😃"),
        ]
    ),
    max_size=40,
).map(" ".join)
codes = st.sampled_from(["1" * 27, "ABC-1", "x" * 900, "", "9" * 8000])
IF_THERE = replace(
    NAME_AND_CODE,
    name="if there",
    front=(*NAME_AND_CODE.front, Photo(Box(3, 23, 12, 16), when=Condition(field="photo"))),
    back=(Stack(Box(3, 3, 50, 9), (Line("category_vi", 9, 8), Line("event_en", 9, 8))),),
)
FORMS = {form.name: form for form in (NAME_AND_CODE, WITH_PHOTO, IF_THERE)}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=120)
@given(
    names,
    codes,
    st.sampled_from(["", "𐎠", "Đại biểu " * 20]),
    st.sampled_from(["", "p", "gone", "none"]),
    st.sampled_from([None, 72, 203]),
    st.sampled_from([*FORMS, "a6", "card", "a6-landscape", "qr-label"]),
)
def test_it_never_disagrees_with_print(
    person: Maker,
    tmp_path: Path,
    name: str,
    code: str,
    category: str,
    photo: str,
    dpi: int | None,
    form: str,
) -> None:
    """Who is left out is barred, nobody else is; and each finding is a warning of that badge.

    Preflight alone tells of characters that are taken out before fonts are asked, of two alike, of
    a photo that is too small, and of one that a layout would only draw if it were there.
    """
    layout = FORMS.get(form) or LAYOUTS[form]
    photos = {"p": jpeg(300, 400), "none": b"no picture"}.get
    first = person("Lê An", category_vi=category, colour="#0B5CAD")
    second = person(name, code=code, category_vi=category, colour="#0B5CAD", photo=photo)
    printed = render([first, second], tmp_path / "x.pdf", layout=layout, dpi=dpi, photos=photos)
    looked = preflight([first, second], layout=layout, dpi=dpi, photos=photos).findings
    assert {f.delegate_id for f in looked if f.barred} == printed.left_out
    assert printed.badges == 2 - len(printed.left_out)
    ours = {(f.delegate_id, f.problem, f.field) for f in looked}
    theirs = {
        (w.delegate_id, w.problem, w.field)
        if w.problem != "missing_glyph" or unwritten(w.missing)
        else (w.delegate_id, "character_removed", w.field)
        for w in printed.warnings
    }
    assert theirs <= ours
    more = ours - theirs
    shown = {f.detail for f in looked if f.problem == "character_removed"}
    assert {problem for _, problem, _ in more} <= {"character_removed", "photo_missing"}
    for key, problem, field in more:
        if problem == "photo_missing":
            asked = [e.when for e in layout.front if isinstance(e, Photo)]
            assert asked == [Condition(field="photo")] and (
                key == first.delegate_id or photo != "p"
            )
        else:
            assert field == "name" and any("U+3164" in d or "U+202E" in d for d in shown)


def test_what_all_badges_of_a_category_share_is_told_of_each(person: Maker) -> None:
    stack = Stack(Box(3, 25, 10, 3), (Line("event_en", 8, 8),))
    layout = replace(NAME_AND_CODE, front=(*NAME_AND_CODE.front, stack))
    people = [person(f"Người {n}", position="", colour="#0B5CAD") for n in range(4)]
    findings = preflight(people, layout=layout).findings
    assert [f.delegate_id for f in findings] == [who.delegate_id for who in people]
    assert all(finding.shared and finding.field == "event_en" for finding in findings)
    assert sentence(findings[0], "en").endswith("every badge of the category.")
    own = Finding("d1", "x", "overflow", "name", "3 pt")
    assert not own.shared and "every badge" not in sentence(own, "en")


@pytest.mark.parametrize(("letter", "word"), [("橋", "doctor"), ("한", "doctor"), ("ⵣ", "Latin")])
def test_how_to_get_the_letters_is_said(letter: str, word: str) -> None:
    finding = Finding("d1", "x", "missing_glyph", "own_name", f"{letter} U+{ord(letter):04X}")
    assert word in sentence(finding, "en")
    assert sentence(finding, "vi") != sentence(finding, "en")


def test_every_kind_is_said_in_both_languages() -> None:
    for kind in KINDS:
        assert title(kind, "vi") != title(kind, "en")
        for field in ("name", "code"):
            finding = Finding("d1", "Lê An", kind, field, "x", "d2", "Vũ Bình")
            assert sentence(finding, "vi") != sentence(finding, "en")
            assert "{" not in sentence(finding, "vi")
    assert set(TITLES) == set(KINDS)
    assert i18n.say("vi", CONTEXT, "Fixed text") == "Chữ cố định"
