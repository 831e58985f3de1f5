"""The control-room page without a script: who may see it, what it says, what it refuses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import httpx
import pytest

from checkin_app import assets
from checkin_app.desk import Desk
from checkin_app.domain.delegates import Delegation
from checkin_app.domain.programme import Direction
from checkin_app.hub import figures
from checkin_app.hub.pages import answers, passwords
from checkin_app.hub.pages.context import EnrolledDesk
from checkin_app.hub.pages.enrolling import PROFILES
from checkin_app.hub.pages.sessions import COOKIE, LASTS_SECONDS, Sessions
from checkin_app.hub.pages.site import PAGES
from checkin_app.hub.pages.slowdown import Slowdown
from checkin_app.hub.pages.views import PARTS
from checkin_app.ledger.aside import Aside
from checkin_app.ledger.clock import now_ms
from checkin_app.sample import sample_event
from checkin_app.ui.theme import tokens
from tests.desk_support import new_desk, walk_in
from tests.hub.page_support import PASSWORD, Browser, Room, browsing, token_of

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{7*7}}</textarea>"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path)
    yield made
    made.close()


@pytest.fixture
def room(desk: Desk) -> Iterator[Room]:
    made = Room(desk.path)
    yield made
    made.projection.close()


@pytest.fixture
def browser(room: Room) -> Iterator[Browser]:
    with browsing(room) as signed_in:
        yield signed_in


def text_of(html: str) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)))


def known_desk(**changes: object) -> EnrolledDesk:
    desk = EnrolledDesk("d1", "Desk A1", "registration", now_ms(), "0.1.0", 3, 0, 5)
    return replace(desk, **changes)  # type: ignore[arg-type]


# -- who may ----------------------------------------------------------------


def test_without_sign_in_a_page_is_only_the_door(room: Room) -> None:
    with browsing(room, signed_in=False) as stranger:
        for path in PAGES:
            answer = stranger.get(path)
            assert (answer.status_code, answer.text) == (303, "")
            assert answer.headers["location"] == "/sign-in"


def test_without_sign_in_nothing_else_is_told_or_done(room: Room) -> None:
    room.known = [known_desk()]
    with browsing(room, signed_in=False) as stranger:
        for path in (*(f"/part/{name}" for name in PARTS), "/live"):
            answer = stranger.get(path)
            assert (answer.status_code, answer.text) == (401, "")
        token = token_of(stranger.get("/sign-in").text)
        fields = {"token": token, "name": "A", "profile": "door", "desk": "d1"}
        for path in ("/desks/enrol", "/desks/revoke", "/sign-out"):
            assert stranger.post(path, fields).status_code == 401
    assert (room.enrolled, room.revoked) == ([], [])


def test_the_cookie_of_a_session_is_kept_from_scripts_and_other_sites(room: Room) -> None:
    with browsing(room, signed_in=False) as browser:
        cookie = browser.sign_in().headers["set-cookie"]
    attributes = {part.strip().lower() for part in cookie.split(";")[1:]}
    assert cookie.startswith(f"{COOKIE}=")
    assert {"httponly", "secure", "samesite=strict", "path=/"} <= attributes
    assert not any(part.startswith("domain") for part in attributes)
    assert PASSWORD not in cookie


def test_a_wrong_password_and_a_hub_without_one_let_nobody_in(room: Room) -> None:
    with browsing(room, signed_in=False) as browser:
        answer = browser.sign_in("h3kd-9pmw-x2ta-vq7f")
        assert answer.status_code == 403 and "set-cookie" not in answer.headers
        room.kept = ""
        assert browser.sign_in("").status_code == 403
        assert browser.get("/").status_code == 303


def test_the_password_may_be_typed_as_people_do(room: Room) -> None:
    with browsing(room, signed_in=False) as browser:
        assert browser.sign_in(" " + PASSWORD.replace("-", " ").upper()).status_code == 303


def test_tries_are_slowed_down_even_with_the_right_password(room: Room) -> None:
    with browsing(room, signed_in=False) as browser:
        for _ in range(3):
            assert browser.sign_in("wrong").status_code == 403
        assert browser.sign_in("wrong").status_code == 403
        answer = browser.sign_in()
        assert answer.status_code == 429
        assert int(answer.headers["retry-after"]) >= 1
    with browsing(room, signed_in=False) as same_server_is_another_process:
        assert same_server_is_another_process.sign_in().status_code == 303


def test_the_waiting_grows_and_is_bounded_for_time_and_memory() -> None:
    slow = Slowdown()
    waits = []
    for _ in range(30):
        slow.failed("a", now=0.0)
        waits.append(slow.seconds_left("a", now=0.0))
    assert waits[:6] == [0, 0, 0, 2, 4, 8] and waits[-1] == 300
    assert slow.seconds_left("b", now=0.0) == 0
    assert slow.seconds_left("a", now=301.0) == 0
    for address in range(20_000):
        slow.failed(str(address), now=0.0)
    assert len(slow._failures) <= 10_000


def test_signing_out_ends_the_session_also_for_who_kept_the_cookie(browser: Browser) -> None:
    kept = browser.cookies[COOKIE]
    token = token_of(browser.get("/desks").text)
    assert browser.post("/sign-out", {"token": token}).headers["location"] == "/sign-in"
    assert browser.get("/").status_code == 303
    browser.cookies.set(COOKIE, kept)
    assert browser.get("/").status_code == 303


def test_a_new_password_ends_every_session(room: Room, browser: Browser) -> None:
    assert browser.get("/").status_code == 200
    room.kept = passwords.keep("another one")
    assert browser.get("/").status_code == 303


def test_sessions_are_signed_and_end() -> None:
    sessions, kept = Sessions(b"k" * 32), "scrypt$00$00"
    cookie = sessions.begin(kept, now=1000.0)
    assert sessions.read(cookie, kept, now=1001.0) is not None
    assert sessions.read(cookie, kept, now=1000.0 + LASTS_SECONDS) is None
    assert Sessions(b"l" * 32).read(cookie, kept, now=1001.0) is None
    key, until, signature = cookie.split(".")
    for forged in (
        f"{key}.{int(until) + 1}.{signature}",
        f"{key}.{until}.{'0' * 64}",
        f"{key}.{until}.",
        "..",
        "",
        "ö.ü.ä",
        "." * 10_000,
    ):
        assert sessions.read(forged, kept, now=1001.0) is None


def test_passwords_are_kept_hashed_and_salted() -> None:
    made = passwords.make()
    assert re.fullmatch(r"([a-z2-9]{4}-){3}[a-z2-9]{4}", made)
    assert passwords.make() != made
    kept = passwords.keep(made)
    assert made not in kept and kept != passwords.keep(made)
    assert passwords.agrees(made, kept)
    for wrong in ("", made[:-1], made + "x", "ß" * 10_000):
        assert not passwords.agrees(wrong, kept)
    for broken in ("", "scrypt", "scrypt$", "scrypt$zz$zz", "plain$00$" + made):
        assert not passwords.agrees(made, broken)


# -- forms ------------------------------------------------------------------


FORGED: tuple[tuple[str | None, dict[str, str]], ...] = (
    (None, {}),
    ("", {}),
    ("0" * 64, {}),
    ("ö", {}),
    ("real", {"origin": "https://elsewhere.test"}),
    ("real", {"origin": "null"}),
    ("real", {"sec-fetch-site": "cross-site"}),
)


@pytest.mark.parametrize("path", ["/desks/enrol", "/desks/revoke", "/sign-out"])
def test_a_form_of_another_site_does_nothing(room: Room, browser: Browser, path: str) -> None:
    room.known = [known_desk()]
    fields = {"name": "A", "profile": "door", "desk": "d1"}
    real = token_of(browser.get("/desks").text)
    for token, headers in FORGED:
        told = {} if token is None else {"token": real if token == "real" else token}
        assert browser.post(path, fields | told, headers=headers).status_code == 403
    assert (room.enrolled, room.revoked) == ([], [])
    assert browser.get("/").status_code == 200


def test_one_session_s_token_is_not_another_s(room: Room, browser: Browser) -> None:
    with browsing(room) as other:
        token = token_of(other.get("/desks").text)
    fields = {"token": token, "name": "A", "profile": "door"}
    assert browser.post("/desks/enrol", fields).status_code == 403


def test_what_is_no_form_of_ours_is_refused(browser: Browser) -> None:
    many = b"&".join(b"a=1" for _ in range(100))
    for body in (b"x" * 20_000, many, b"token=\xff", b""):
        for kind in ("application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "x"):
            answer = browser.post("/desks/enrol", {}, content=body, headers={"content-type": kind})
            assert answer.status_code == 403


def test_enrolling_a_desk_shows_the_text_once(room: Room, browser: Browser) -> None:
    fields = {
        "token": token_of(browser.get("/desks").text),
        "name": "  Desk   B7 ",
        "profile": "door",
    }
    answer = browser.post("/desks/enrol", fields)
    assert answer.status_code == 200
    assert room.enrolled == [("Desk B7", "door")]
    assert "CHECKIN-" + "x" * 300 in answer.text and 'class="code"' in answer.text
    assert answer.headers["cache-control"] == "no-store"
    for path in PAGES:
        assert "CHECKIN-" not in browser.get(path).text


def test_an_enrolment_that_makes_no_sense_is_refused(room: Room, browser: Browser) -> None:
    token = token_of(browser.get("/desks").text)
    for name, profile in (("", "door"), ("   ", "door"), ("A" * 61, "door"), ("A", "root")):
        fields = {"token": token, "name": name, "profile": profile}
        assert browser.post("/desks/enrol", fields).status_code == 400
    assert room.enrolled == []


def test_what_went_wrong_is_said_in_the_reader_s_language(room: Room, browser: Browser) -> None:
    room.is_down = True
    browser.cookies.set("lang", "vi")
    fields = {"token": token_of(browser.get("/desks").text), "name": "A", "profile": "door"}
    answer = browser.post("/desks/enrol", fields)
    assert answer.status_code == 503
    assert "Không thực hiện được" in answer.text


def test_the_profiles_offered_are_those_there_are() -> None:
    from checkin_app.ledger.authority import PROFILES as known

    assert set(PROFILES) == set(known)


def test_a_desk_is_revoked_only_after_a_question(room: Room, browser: Browser) -> None:
    room.known = [known_desk()]
    assert "/desks/revoke?desk=d1" in browser.get("/desks").text
    asked = browser.get("/desks/revoke?desk=d1").text
    assert "Desk A1 is cut off at once and for good." in text_of(asked)
    assert "hub itself" not in asked
    assert browser.get("/desks/revoke?desk=d9").headers["location"] == "/desks"
    token = token_of(asked)
    assert browser.post("/desks/revoke", {"token": token, "desk": "d9"}).status_code == 404
    assert room.revoked == []
    answer = browser.post("/desks/revoke", {"token": token, "desk": "d1"})
    assert (answer.headers["location"], room.revoked) == ("/desks", ["d1"])


def test_the_question_says_that_a_desk_is_the_hubs_own(room: Room, browser: Browser) -> None:
    room.known = [known_desk(own=True)]
    asked = text_of(browser.get("/desks/revoke?desk=d1").text)
    assert "Desk A1 is the desk on which this hub itself runs." in asked


# -- what it says -----------------------------------------------------------


def test_the_figures_are_those_of_the_desk(tmp_path: Path) -> None:
    sample = sample_event(120)
    desk = Desk.create_sample(tmp_path / "sample.checkin", sample)
    room = Room(desk.path)
    gate = next(c.id for c in sample.checkpoints if c.id.startswith("gate"))
    for number, person in enumerate(sample.delegates[:70]):
        outcome = desk.admit(person.id)
        if number % 5 == 0:
            desk.admit(person.id, checkpoint=gate)
        if number % 7 == 0:
            desk.undo(outcome.scan_id)
        if number % 9 == 0:
            desk.admit(person.id, direction=Direction.OUT)
    desk.amend(sample.delegates[3].id, {"standing": "withdrawn"})
    desk.amend(sample.delegates[100].id, {"standing": "withdrawn"})
    said = desk.figures()
    board = room.projection.read(lambda file: figures.board(file, now_ms()))
    assert (board.expected, board.arrived, board.inside) == (
        said.expected,
        said.arrived,
        said.inside,
    )
    assert (board.delegations_expected, board.delegations_present) == (
        said.delegations_expected,
        said.delegations_present,
    )
    assert board.per_minute == said.per_minute
    assert board.open_conflicts == said.conflicts
    assert {
        place.checkpoint.id: {"admitted": place.admitted, "inside": place.inside}
        for place in board.places
    } == said.per_checkpoint
    for shares in (board.delegations, board.categories, board.countries):
        assert sum(share.expected for share in shares) == said.expected
        assert sum(share.arrived for share in shares) == said.arrived
        assert sum(share.inside for share in shares) == said.inside
    assert sum(board.minutes.values()) == said.arrived
    assert 0 < said.arrived < 70
    inside = room.projection.read(lambda f: figures.people_inside(f, "registration", 500, 0))
    assert len({person.id for person in inside}) == said.inside
    room.projection.close()
    desk.close()


def test_an_empty_event_says_what_each_place_is_for(browser: Browser) -> None:
    said = text_of(browser.get("/").text)
    for words in (
        "The roster is empty. Import it at a desk.",
        "Nobody has arrived in this time.",
        "The roster has no VIP and no head of delegation.",
        "No desk has joined this hub yet.",
        "Nothing needs a decision.",
    ):
        assert words in said


def test_protocol_reads_who_has_come_and_when(desk: Desk, browser: Browser) -> None:
    here = walk_in(desk, "Đặng Thị Khánh Vân", category="vip")
    walk_in(desk, "Lê Vũ", category="head_of_delegation")
    walk_in(desk, "Nobody Special", category="delegate")
    outcome = desk.admit(here.id)
    browser.cookies.set("lang", "vi")
    arrived, awaited = text_of(browser.get("/guests").text).split("Chưa đến", 1)
    assert "Đặng Thị Khánh Vân" in arrived and outcome.at.strftime("%H:%M") in arrived
    assert "Lê Vũ" in awaited and "chưa đến" in awaited
    assert "Nobody Special" not in arrived + awaited


def test_desks_are_shown_with_what_they_owe(room: Room, browser: Browser) -> None:
    now = now_ms()
    room.known = [
        known_desk(outbox=1204, offset=-5200),
        known_desk(id="d2", name="Desk A2", met_at=now - 3_600_000),
        known_desk(id="d3", name="Desk A3", met_at=None, outbox=None, offset=None, release=""),
        known_desk(id="d4", name="Desk A4", revoked_at=now),
    ]
    said = text_of(browser.get("/desks").text)
    assert re.search(r"Desk A1 Registration connected .* 1,204 5.2 s fast 0.1.0", said)
    assert re.search(r"Desk A2 Registration away", said)
    assert re.search(r"Desk A3 Registration not joined yet – – unknown –", said)
    assert re.search(r"Desk A4 Registration revoked", said)
    assert said.index("Desk A2") < said.index("Desk A1") < said.index("Desk A4")


def test_what_was_not_taken_in_is_shown_with_whose_it_is(room: Room) -> None:
    room.known = [known_desk()]
    with browsing(room) as before:
        assert "kept as evidence" not in before.get("/desks").text
    room.refused = [
        Aside("a", "s1", 7, "seal", "d1", now_ms()),
        Aside("b", "s<script>", 8, "fork", "<script>", now_ms()),
    ]
    with browsing(room) as browser:
        html = browser.get("/desks").text
    said = text_of(html)
    assert "2 pages were not taken in and are kept as evidence" in said
    assert re.search(r"· Desk A1 · the seal is wrong", said)
    assert "· <script> ·" in said
    assert "<script> ·" not in html


def test_whoever_is_inside_is_listed_page_by_page(tmp_path: Path) -> None:
    sample = sample_event(230, irregular=False)
    desk = Desk.create_sample(tmp_path / "sample.checkin", sample)
    for person in sample.delegates:
        desk.admit(person.id)
    room = Room(desk.path)
    with browsing(room) as browser:
        first = text_of(browser.get("/inside").text)
        second = text_of(browser.get("/inside?checkpoint=registration&page=2").text)
        assert "230 people inside" in first and "1–200 of 230" in first
        assert "201–230 of 230" in second
        for odd in ("0", "-1", "x", "99999999999", "¹", "9999"):
            assert browser.get("/inside", params={"page": odd}).status_code == 200
        said = text_of(browser.get("/inside?checkpoint=nowhere").text)
        assert "There is no such checkpoint." in said
    room.projection.close()
    desk.close()


def test_names_from_the_roster_are_inert_everywhere(desk: Desk, room: Room) -> None:
    desk.add_records([Delegation("evil", HOSTILE, "VN")])
    person = walk_in(
        desk,
        HOSTILE,
        own_name=HOSTILE + "2",
        honorific=HOSTILE,
        organization=HOSTILE,
        category="vip",
        delegation="evil",
    )
    desk.admit(person.id)
    room.known = [known_desk(name=HOSTILE, release=HOSTILE, profile=HOSTILE)]
    with browsing(room) as browser:
        pages = [browser.get(path).text for path in PAGES]
        pages += [browser.get(f"/part/{name}?on={HOSTILE}").text for name in PARTS]
        pages += [browser.get("/inside", params={"checkpoint": HOSTILE, "span": HOSTILE}).text]
        for html in pages:
            assert "<script>alert" not in html and "<img" not in html
        assert any("{{7*7}}" in html for html in pages)
        assert any("&lt;script&gt;alert(1)" in html for html in pages)


# -- its form ---------------------------------------------------------------


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_page_is_strict_and_readable_without_a_script(browser: Browser, lang: str) -> None:
    browser.cookies.set("lang", lang)
    for path in (*PAGES, "/sign-in"):
        _is_strict(browser.get(path), path, lang)


def _is_strict(answer: httpx.Response, path: str, lang: str) -> None:
    html = answer.text
    for name, value in answers.HEADERS.items():
        assert answer.headers[name.lower()] == value
    assert "unsafe" not in answers.POLICY
    assert f'<html lang="{lang}"' in html
    assert html.count("<h1") == 1
    assert not re.search(r"\s(style|on\w+)=", html)
    assert not re.search(r"<script(?![^>]*\ssrc=)", html) and "<style" not in html
    assert not re.search(r'(?:src|href|action)="(?!/)[^"#]', html)
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    for pointed in re.findall(r'aria-labelledby="([^"]+)"', html):
        assert set(pointed.split()) <= set(ids)
    if path != "/sign-in":
        assert '<noscript><meta http-equiv="refresh"' in html


def test_the_language_is_the_browser_s_until_one_is_chosen(browser: Browser) -> None:
    preferred = (("vi-VN,vi;q=0.9", "vi"), ("fr-FR,vi;q=0.5", "vi"), ("de", "en"), ("", "en"))
    for asked, lang in preferred:
        html = browser.get("/", headers={"accept-language": asked}).text
        assert f'<html lang="{lang}"' in html
    browser.get("/look?lang=vi")
    assert '<html lang="vi"' in browser.get("/", headers={"accept-language": "en"}).text


def test_the_switch_leads_back_and_nowhere_else(browser: Browser) -> None:
    for asked, to in (
        ("/guests", "/guests"),
        ("//elsewhere.test", "/"),
        ("/\\elsewhere.test", "/"),
        ("https://elsewhere.test/", "/"),
        ("/\r\nset-cookie: a=b", "/"),
        ("", "/"),
    ):
        answer = browser.get("/look", params={"theme": "dark", "next": asked})
        assert answer.headers["location"] == to
    assert 'data-theme="dark"' in browser.get("/").text
    browser.get("/look?theme=system")
    assert "data-theme" not in browser.get("/").text


def test_static_files_are_cached_by_their_hash_and_no_other_is_given(room: Room) -> None:
    with browsing(room, signed_in=False) as stranger:
        for name in ("page.css", "page.js", "mark.svg", "BeVietnamPro-Regular.ttf"):
            answer = stranger.get(f"/static/{name}")
            assert answer.status_code == 200 and answer.content
            known = {"if-none-match": answer.headers["etag"]}
            again = stranger.get(f"/static/{name}", headers=known)
            assert (again.status_code, again.content) == (304, b"")
        for name in ("", "frame.html", "..%2Fpage.html", "../page.html", "BeVietnamPro-Thin.ttf"):
            assert stranger.get(f"/static/{name}").status_code == 404


@pytest.mark.parametrize(("theme", "at"), [(tokens.LIGHT, 0), (tokens.DARK, 1), (tokens.DARK, 2)])
def test_the_colours_are_the_window_s(theme: tokens.Theme, at: int) -> None:
    css = assets.resource("hub", "pages", "page.css").read_text("utf-8")
    block = re.findall(r"\{([^{}]*--bg[^{}]*)\}", css)[at]
    said = dict(re.findall(r"--([a-z-]+): (#[0-9A-F]{6})", block))
    expected = {
        name.replace("_", "-"): getattr(theme, name)
        for name in (
            "bg",
            "surface",
            "line",
            "edge",
            "quiet",
            "hover",
            "text",
            "muted",
            "accent",
            "on_accent",
            "accent_hover",
        )
    }
    for tone in ("admit", "refuse", "refer"):
        ground = getattr(theme, tone)
        expected |= {f"{tone}-ink": ground.ink, f"{tone}-paper": ground.paper}
    assert said == expected
