"""The control-room page in a real browser: what people see, and how soon."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from checkin_app.desk import Desk
from checkin_app.hub.pages.context import EnrolledDesk
from checkin_app.ledger.clock import now_ms
from checkin_app.sample import SampleEvent, sample_event
from tests.desk_support import walk_in
from tests.e2e.stations import DeskAtWork, HubAtWork, free_port, program
from tests.hub.page_server import Served
from tests.hub.page_support import PASSWORD, Room

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
PATIENCE_MS = 60_000
PATHS = ("/", "/guests", "/delegations", "/inside", "/conflicts", "/desks")

pytestmark = [
    pytest.mark.serial,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium here"),
]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def sample() -> SampleEvent:
    return sample_event(90)


@pytest.fixture
def desk(tmp_path: Path, sample: SampleEvent) -> Iterator[Desk]:
    made = Desk.create_sample(tmp_path / "sample.checkin", sample)
    for person in sample.delegates[:40]:
        made.admit(person.id)
    yield made
    made.close()


@pytest.fixture
def room(desk: Desk) -> Iterator[Room]:
    made = Room(desk.path)
    now = now_ms()
    made.known = [
        EnrolledDesk("d1", "Quầy A1", "registration", now, "0.1.0", 0, 120, 8),
        EnrolledDesk("d2", "Cửa Hội trường B", "door", now - 900_000, "0.1.0", 38, -5200, 30),
        EnrolledDesk("d3", "Lễ tân VIP", "protocol"),
    ]
    yield made
    made.projection.close()


@pytest.fixture
def served(room: Room, tmp_path: Path) -> Iterator[Served]:
    made = Served(room, tmp_path)
    yield made
    made.close()


class Looker:
    """Somebody at a browser; whatever the browser complains of is kept."""

    def __init__(self, chromium: Browser, address: str, **options: object) -> None:
        self.address = address
        self._context = chromium.new_context(ignore_https_errors=True, **options)  # type: ignore[arg-type]
        self._context.set_default_timeout(PATIENCE_MS)
        self.page: Page = self._context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(f"dialog {dialog.message}"))

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def sign_in(self, password: str = PASSWORD) -> None:
        self.page.goto(self.address + "/")
        self.page.fill("#password", password)
        self.page.click("form button.primary")
        self.page.wait_for_selector("#arrived")

    def look(self, **chosen: str) -> None:
        asked = "&".join(f"{name}={value}" for name, value in chosen.items())
        self.page.goto(f"{self.address}/look?{asked}&next=/")

    def close(self) -> None:
        self._context.close()


@pytest.fixture
def looker(chromium: Browser, served: Served) -> Iterator[Looker]:
    made = Looker(chromium, served.address, locale="vi", viewport={"width": 1366, "height": 768})
    yield made
    made.close()


def seconds_until(page: Page, selector: str, text: str) -> float:
    began = time.perf_counter()
    page.wait_for_function(
        "([where, text]) => document.querySelector(where).textContent === text",
        arg=[selector, text],
        polling=5,
    )
    return time.perf_counter() - began


def test_a_scan_shows_on_the_page_by_itself(
    desk: Desk, sample: SampleEvent, looker: Looker
) -> None:
    looker.sign_in()
    arrived = desk.figures().arrived
    assert looker.page.inner_text("#arrived") == str(arrived)
    waited = []
    for person in sample.delegates[60:66]:
        if desk.admit(person.id).verdict.decision == "admit":
            arrived += 1
            waited.append(seconds_until(looker.page, "#arrived", str(arrived)))
    print(f"scan to page: {min(waited):.3f} to {max(waited):.3f} s")
    guest = walk_in(desk, "Đặng Thị Khánh Vân", category="vip")
    desk.admit(guest.id)
    looker.page.wait_for_selector(".guests >> text=Đặng Thị Khánh Vân")
    assert looker.page.inner_text("#inside") == str(desk.figures().inside)
    assert looker.complaints == []


@pytest.mark.parametrize(("lang", "theme"), [("vi", "light"), ("en", "dark")])
def test_every_page_fits_from_a_phone_to_a_wall(
    looker: Looker, tmp_path: Path, lang: str, theme: str
) -> None:
    looker.sign_in()
    looker.look(lang=lang, theme=theme)
    for width, height in ((360, 740), (1366, 768), (1920, 1080)):
        looker.page.set_viewport_size({"width": width, "height": height})
        for path in PATHS:
            looker.page.goto(looker.address + path)
            name = f"{path.strip('/') or 'board'}-{width}-{lang}-{theme}.png"
            looker.page.screenshot(path=tmp_path / name, full_page=True)
            across = looker.page.evaluate("document.documentElement.scrollWidth")
            assert across <= width, f"{path} is {across} wide at {width}"
            clipped = looker.page.evaluate(CLIPPED)
            assert clipped == [], f"{path} at {width}"
    assert looker.page.evaluate("document.fonts.check('16px \"Be Vietnam Pro\"')")
    assert looker.complaints == []


#: Texts whose box is wider than it is let be; only the row of pages scrolls.
CLIPPED = """
    [...document.querySelectorAll('main *, .top > *:not(.places)')]
        .filter(e => !e.closest('.unseen, svg, textarea, select') && e.clientWidth
            && e.scrollWidth > e.clientWidth + 1)
        .map(e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 40))
"""


def test_it_prints_on_white_whatever_the_theme(looker: Looker, desk: Desk, tmp_path: Path) -> None:
    looker.sign_in()
    looker.look(lang="en", theme="dark")
    paper = tmp_path / "board.pdf"
    looker.page.pdf(path=paper, format="A4")
    document = pypdfium2.PdfDocument(paper)
    try:
        said = "".join(page.get_textpage().get_text_bounded() for page in document)
        assert len(document) <= 6
        assert document[0].render().to_pil().convert("RGB").getpixel((2, 2)) == (255, 255, 255)
    finally:
        document.close()
    assert "Registration desk" in said and str(desk.figures().arrived) in said
    assert "Sign out" not in said


def test_names_are_text_whatever_they_say(desk: Desk, looker: Looker) -> None:
    hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>\"'>"
    guest = walk_in(desk, hostile, organization=hostile, category="vip")
    looker.sign_in()
    desk.admit(guest.id)
    for path in PATHS:
        looker.page.goto(looker.address + path)
        assert looker.page.locator("main img, main script").count() == 0
    looker.page.goto(looker.address + "/guests")
    assert looker.page.locator(f"text={hostile[:20]}").count() >= 1
    assert looker.complaints == []


def test_a_desk_is_enrolled_and_another_revoked(looker: Looker, room: Room, tmp_path: Path) -> None:
    looker.sign_in()
    looker.look(lang="en")
    looker.page.goto(looker.address + "/desks")
    looker.page.fill("#desk-name", "Quầy B7")
    looker.page.select_option("#desk-profile", "door")
    looker.page.click(".enrol button")
    text = looker.page.input_value("#text")
    looker.page.locator("svg.code").screenshot(path=tmp_path / "code.png")
    read = subprocess.run(
        ["zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", tmp_path / "code.png"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    assert read == [text]
    assert room.enrolled == [("Quầy B7", "door")]
    looker.page.click("text=Done")
    row = looker.page.locator("tr", has_text="Lễ tân VIP")
    row.locator("a").click()
    looker.page.click("button.danger")
    looker.page.wait_for_url("**/desks")
    assert room.revoked == ["d3"]
    assert looker.complaints == []


def test_without_a_script_the_page_is_whole(chromium: Browser, served: Served) -> None:
    looker = Looker(chromium, served.address, java_script_enabled=False, color_scheme="dark")
    try:
        looker.sign_in()
        for path in PATHS:
            looker.page.goto(looker.address + path)
            assert looker.page.locator("main section").count() >= 1
            assert looker.page.locator("noscript meta, head meta[http-equiv=refresh]").count() == 1
        looker.page.click("text=Sign out")
        looker.page.wait_for_selector("#password")
        assert looker.complaints == []
    finally:
        looker.close()


def test_when_the_hub_is_gone_the_page_says_of_when_its_figures_are(
    chromium: Browser, room: Room, tmp_path: Path
) -> None:
    served = Served(room, tmp_path)
    looker = Looker(chromium, served.address, locale="en")
    try:
        looker.sign_in()
        looker.page.wait_for_function("performance.getEntriesByName(location.origin + '/live')")
        served.close()
        looker.page.wait_for_selector(".is-lost .lost:not(:empty)")
        assert "No connection" in looker.page.inner_text(".lost")
        assert looker.page.inner_text("#arrived") != ""
    finally:
        looker.close()


def test_a_scan_at_a_desk_shows_through_a_real_hub(chromium: Browser, tmp_path: Path) -> None:
    """Desk, sync lane, hub, projection, page: three processes and a browser."""
    home, event, store = tmp_path / "a" / "home", tmp_path / "a" / "forum.checkin", tmp_path / "hub"
    for folder in (event.parent, store):
        folder.mkdir()
    url = f"sqlite:///{store / 'forum.hub'}"
    program(home, "sample", event, "--delegates", 60)
    password = program(home, "--event", event, "hub", "found", "--store", url)["password"]
    hub = HubAtWork("hub", url, store / "home", free_port())
    desk: DeskAtWork | None = None
    looker = Looker(chromium, f"https://127.0.0.1:{hub.port}", locale="en")
    page = looker.page
    try:
        hub.await_ready()
        looker.sign_in(password)
        page.goto(looker.address + "/desks")
        page.fill("#desk-name", "Desk A1")
        page.click(".enrol button")
        program(home, "--event", event, "join", page.input_value("#text"))
        desk = DeskAtWork("desk", event, home)
        desk.await_line(link="met")
        page.goto(looker.address + "/desks")
        page.wait_for_selector("tr.met >> text=Desk A1")
        page.goto(looker.address + "/")
        file = Desk.open(event, write=False)
        codes = [credential.code for _, credential in file.all_credentials()]
        file.close()
        arrived, waited = 0, []
        for second, code in enumerate(codes[:12]):
            if desk.scan(code, second)["decision"] == "admit":
                arrived += 1
                waited.append(seconds_until(page, "#arrived", str(arrived)))
        assert arrived > 3
        print(f"scan to page through a hub: {min(waited):.3f} to {max(waited):.3f} s")
        page.goto(looker.address + "/desks")
        page.locator("tr", has_text="Desk A1").locator("a").click()
        page.click("button.danger")
        page.wait_for_selector("tr.revoked >> text=Desk A1")
        desk.await_line(link="revoked")
        page.goto(looker.address + "/")
        began = time.perf_counter()
        assert hub.end() == 0, "with a page open, too, the hub stops when it is told to"
        print(f"the hub stopped in {time.perf_counter() - began:.2f} s")
        page.wait_for_selector(".is-lost")
        assert looker.complaints == [] or all("ERR_" in said for said in looker.complaints)
    finally:
        looker.close()
        for process in (desk, hub):
            if process is not None and process.process.poll() is None:
                process.kill()
