"""hub found, enrol, desks, revoke, password; `hub serve` as a program is in tests/hub."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from checkin_app.hub.enrolling import accept
from checkin_app.hub.health import Health
from checkin_app.hub.hub import Hub
from checkin_app.hub.pages import passwords
from checkin_app.hub.settings import Settings
from checkin_app.hub.store import open_admin, open_store
from checkin_app.ledger import kinds
from checkin_app.ledger.entry import decode
from checkin_app.store.event_file import EventFile
from checkin_app.sync import enrolment
from tests.hub.hub_support import Desk

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.fixture
def store(cli, forum, tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'forum.hub'}"
    assert cli("--event", forum.file, "--json", "hub", "found", "--store", url).status == 0
    return url


def joined(url: str, text: str, desk: str = "d1") -> None:
    admin = open_admin(url)
    try:
        accept(admin, Desk(desk).ask_in(text), admin.setting("event"))
    finally:
        admin.close()


def test_found_makes_a_hub_once_and_shows_its_password_once(cli, forum, tmp_path) -> None:
    url = f"sqlite:///{tmp_path / 'new.hub'}"
    made = cli("--event", forum.file, "--json", "hub", "found", "--store", url)
    assert made.json["event"] == "Forum"
    assert len(bytes.fromhex(made.json["pin"])) == 32
    admin = open_admin(url)
    try:
        assert passwords.agrees(made.json["password"], admin.password())
        assert made.json["password"] not in admin.password()
    finally:
        admin.close()
    again = cli("--event", forum.file, "hub", "found", "--store", url)
    assert (again.status, again.out) == (4, "")
    assert len(again.err.splitlines()) == 1
    assert cli("--event", forum.file, "--json", "check").json["whole"]


def test_found_works_beside_an_open_window(cli, forum, tmp_path) -> None:
    url = f"sqlite:///{tmp_path / 'new.hub'}"
    window = EventFile.open(forum.file, write=True)
    try:
        made = cli("--event", forum.file, "--json", "hub", "found", "--store", url)
        assert made.status == 0, made.err
    finally:
        window.close()


def test_enrol_prints_the_text_alone_and_draws_it(cli, store, tmp_path) -> None:
    plain = cli("hub", "enrol", "--store", store, "--desk", "Cửa 1", "--profile", "read-only")
    given = enrolment.parse(plain.out)
    assert plain.out.count("\n") == 1
    assert given.event_name == "Forum"
    assert "CHECKIN-" not in plain.err
    picture = tmp_path / "code.png"
    answer = cli(
        *("hub", "enrol", "--store", store, "--desk", "Cửa 2", "--qr", picture, "--hours", "2"),
        *("--address", "https://hub.example:443", "--json"),
    ).json
    if shutil.which("zbarimg"):
        command = ["zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", str(picture)]
        seen = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        assert seen.strip() == answer["enrolment"]
    assert picture.read_bytes().startswith(b"\x89PNG")
    given = enrolment.parse(answer["enrolment"])
    assert given.addresses == ["https://hub.example:443"]
    until = datetime.fromisoformat(answer["expires_at"])
    assert until.tzinfo is not None
    assert abs(until.timestamp() * 1000 - given.expires_at) < 1000


def test_the_desk_on_which_the_hub_runs_is_revoked_only_with_a_yes(cli, forum, store) -> None:
    with closing(EventFile.open(forum.file, write=False)) as file:
        own = file.desk.desk
    text = cli("hub", "enrol", "--store", store, "--desk", "Hub desk").out
    joined(store, text, own)
    asked = cli("hub", "revoke", "--store", store, "Hub desk")
    assert asked.status == 2 and "this hub itself runs" in asked.err
    assert cli("--json", "hub", "desks", "--store", store).json[0]["revoked_at"] is None
    said = cli("--json", "hub", "revoke", "--store", store, "Hub desk", "--yes")
    assert said.json == {"desk": own}


def test_the_page_is_told_which_desk_is_the_hubs_own(cli, forum, store) -> None:
    with closing(EventFile.open(forum.file, write=False)) as file:
        own = file.desk.desk
    joined(store, cli("hub", "enrol", "--store", store, "--desk", "Hub desk").out, own)
    joined(store, cli("hub", "enrol", "--store", store, "--desk", "Door").out)
    opened, admin = open_store(store)
    hub = Hub(opened, admin, None, Settings(), Health())
    try:
        assert {desk.name: desk.own for desk in hub.desks()} == {"Door": False, "Hub desk": True}
    finally:
        hub.finish()
        opened.close()
        admin.close()


def test_desks_are_listed_revoked_and_revoked_in_the_ledger(cli, store) -> None:
    assert cli("--json", "hub", "desks", "--store", store).json == []
    assert "No desk" in cli("hub", "desks", "--store", store).err
    text = cli("hub", "enrol", "--store", store, "--desk", "Cửa 1", "--profile", "door").out
    joined(store, text)
    [desk] = cli("--json", "hub", "desks", "--store", store).json
    assert (desk["desk"], desk["name"], desk["profile"]) == ("d1", "Cửa 1", "door")
    assert (desk["met_at"], desk["revoked_at"]) == (None, None)
    assert "Cửa 1" in cli("hub", "desks", "--store", store).out
    assert cli("--json", "hub", "revoke", "--store", store, "Cửa 1").json == {"desk": "d1"}
    [desk] = cli("--json", "hub", "desks", "--store", store).json
    assert desk["revoked_at"] is not None
    for name in ("Cửa 1", "d1"):
        again = cli("hub", "revoke", "--store", store, name)
        assert again.status == 2 and "is revoked already" in again.err
    opened, admin = open_store(store)
    try:
        told = [decode(body) for page in opened.every_page() for body in page.bodies]
        assert {kinds.ENROLLED, kinds.REVOKED} <= {e.kind for e in told if e.subject == "d1"}
    finally:
        opened.close()
        admin.close()


def test_a_password_is_made_or_read_and_never_kept_as_it_is(cli, store, tmp_path) -> None:
    made = cli("hub", "password", "--store", store).out.strip()
    chosen = "a wide door on the left"
    before = kept(store)
    assert passwords.agrees(made, before)
    told = cli("hub", "password", "--store", store, "--from-stdin", stdin=f"{chosen}\n".encode())
    assert (told.status, chosen in told.out + told.err) == (0, False)
    assert passwords.agrees(chosen, kept(store)) and not passwords.agrees(made, kept(store))
    assert cli("hub", "password", "--store", store, "--from-stdin", stdin=b"short\n").status == 2
    assert passwords.agrees(chosen, kept(store))
    for file in tmp_path.glob("*.hub*"):
        if file.is_file():
            assert chosen.encode() not in file.read_bytes()


def kept(url: str) -> str:
    admin = open_admin(url)
    try:
        return admin.password()
    finally:
        admin.close()


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("hub", "desks"), 2),
        (("hub", "desks", "--store", "sqlite:///no/such/place.hub"), 4),
        (("hub", "serve", "--store", "sqlite:///no/such/place.hub", "--port", "0"), 4),
        (("hub", "enrol", "--store", "sqlite:///x.hub"), 2),
        (("hub", "enrol", "--store", "oracle://x", "--desk", "A"), 4),
        (("hub", "enrol", "--store", "sqlite:///x.hub", "--desk", "A", "--profile", "king"), 2),
        (("hub", "enrol", "--store", "sqlite:///x.hub", "--desk", "A", "--hours", "0"), 2),
        (("hub", "enrol", "--store", "sqlite:///x", "--desk", "A", "--address", "ftp://x"), 2),
        (("hub", "serve", "--store", "sqlite:///x.hub", "--cert", "c.pem"), 2),
        (("hub", "serve", "--store", "sqlite:///x.hub", "--host", "::", "--insecure-http"), 2),
        (("hub", "serve", "--store", "sqlite:///x.hub", "--port", "70000"), 2),
        (("hub", "serve", "--store", "sqlite:///x.hub", "--metrics-token", "none.token"), 2),
        (("hub", "serve", "--store", "sqlite:///x.hub", "--metrics-token", "short.token"), 2),
        (("hub", "revoke", "--store", "sqlite:///x.hub"), 2),
        (("hub", "found", "--store", "sqlite:///x.hub"), 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else str(value),
)
def test_each_mistake_is_one_sentence(
    cli, tmp_path, monkeypatch, arguments: tuple[str, ...], status: int
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CHECKIN_STORE", raising=False)
    (tmp_path / "short.token").write_text("abc\n")
    for lang in ("en", "vi"):
        answer = cli("--lang", lang, *arguments)
        assert (answer.status, answer.out) == (status, ""), answer.err
        assert len(answer.err.splitlines()) == 1
    assert [file for file in tmp_path.iterdir() if file.suffix == ".hub"] == []


def test_no_password_of_a_database_is_ever_shown(cli) -> None:
    url = "postgresql://hub:open-sesame@127.0.0.1:1/forum"
    for command in (("desks",), ("serve", "--port", "0"), ("revoke", "x")):
        answer = cli("hub", command[0], "--store", url, *command[1:])
        assert answer.status == 4
        assert "sesame" not in answer.out + answer.err


def test_an_enrolment_is_shown_although_its_picture_cannot_be_written(cli, store, tmp_path) -> None:
    picture = tmp_path / "no" / "x.png"
    answer = cli("hub", "enrol", "--store", store, "--desk", "Desk 1", "--qr", picture)
    assert answer.status == 2
    assert answer.out.startswith("CHECKIN-")
    assert f"{picture} cannot be written" in answer.err


def test_a_folder_that_is_not_there_is_no_lock_of_another(cli, forum, tmp_path) -> None:
    url = f"sqlite:///{tmp_path / 'none' / 'x.hub'}"
    answer = cli("--event", forum.file, "hub", "found", "--store", url)
    assert answer.status == 4
    assert "cannot be opened" in answer.err and "another program" not in answer.err
    assert not (tmp_path / "none").exists()


def test_a_hub_that_serves_already_is_said_to(cli, forum, store, tmp_path) -> None:
    serving, admin = open_store(store)
    try:
        beside = cli("hub", "serve", "--store", store, "--host", "127.0.0.1", "--port", "0")
        anew = cli("--event", forum.file, "hub", "found", "--store", store)
    finally:
        serving.close()
        admin.close()
    for answer in (beside, anew):
        assert answer.status == 4
        assert "forum.hub runs already" in answer.err and "window" not in answer.err


def test_where_there_is_no_hub_the_name_is_the_one_that_was_said(cli, tmp_path) -> None:
    answer = cli("hub", "desks", "--store", f"sqlite:///{tmp_path / 'none.hub'}")
    assert f"no hub at {tmp_path / 'none.hub'}. " in answer.err


def test_a_database_that_is_off_is_told_by_host_and_port_in_one_language(cli, forum) -> None:
    url = "postgresql://hub@127.0.0.1:1/forum"
    answer = cli("--lang", "vi", "--event", forum.file, "hub", "found", "--store", url)
    assert answer.status == 4
    assert "postgresql://127.0.0.1:1/forum" in answer.err
    assert "?" not in answer.err and "server" not in answer.err and "Các quầy" not in answer.err


def test_people_read_the_events_clock_and_programs_utc(cli, store) -> None:
    enrol = ("hub", "enrol", "--store", store, "--desk", "A", "--hours", "24")
    for lang, words in (("en", "before {0.day} {0:%b %H:%M}."), ("vi", "trước {0:%d/%m %H:%M}.")):
        told = cli("--lang", lang, *enrol)
        until = datetime.fromtimestamp(enrolment.parse(told.out).expires_at / 1000, VIETNAM)
        assert words.format(until) in told.err
    answer = cli("--json", *enrol).json
    assert answer["expires_at"].endswith("+00:00")
    joined(store, answer["enrolment"])
    [desk] = cli("--json", "hub", "desks", "--store", store).json
    assert desk["enrolled_at"].endswith("+00:00")
    local = datetime.fromisoformat(desk["enrolled_at"]).astimezone(VIETNAM)
    assert f"  {local:%H:%M:%S}" in cli("hub", "desks", "--store", store).out


def test_enrol_says_that_no_hub_serves(cli, store) -> None:
    enrol = ("hub", "enrol", "--store", store, "--desk", "A", "--address", "https://[::1]:7")
    alone = cli(*enrol)
    assert alone.status == 0 and "look for it at https://[::1]:7: start it" in alone.err
    serving, admin = open_store(store)
    try:
        assert "No hub serves" not in cli(*enrol).err
    finally:
        serving.close()
        admin.close()


@pytest.mark.serial
def test_enrol_beside_postgresql_looks_where_desks_will(cli, forum, postgres, tmp_path) -> None:
    url = postgres.new_database()
    assert cli("--event", forum.file, "hub", "found", "--store", url).status == 0
    assert (
        "No hub serves"
        in cli(
            *("hub", "enrol", "--store", url, "--desk", "A", "--address", "https://127.0.0.1:1")
        ).err
    )
    command = [sys.executable, "-m", "checkin_app", "--json", "hub", "serve", "--store", url]
    serving = subprocess.Popen(
        [*command, "--host", "127.0.0.1", "--port", "0", "--until-stdin-ends"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    try:
        assert serving.stdout is not None and serving.stdout.readline()
        assert "No hub serves" not in cli("hub", "enrol", "--store", url, "--desk", "A").err
    finally:
        serving.communicate()
    assert serving.returncode == 0


def test_what_the_system_says_is_said_in_vietnamese_too(cli, forum, request, tmp_path) -> None:
    url = f"sqlite:///{tmp_path / 'none' / 'x.hub'}"
    answer = cli("--lang", "vi", "--event", forum.file, "hub", "found", "--store", url)
    assert "không có tệp hoặc thư mục này" in answer.err
    store = request.getfixturevalue("store")  # Only now: an event that has a hub gets no other.
    with socket.create_server(("127.0.0.1", 0)) as taken:
        at = ("--host", "127.0.0.1", "--port", taken.getsockname()[1])
        answer = cli("--lang", "vi", "hub", "serve", "--store", store, *at)
    assert answer.status == 2 and "đang được chương trình khác dùng" in answer.err
    picture = tmp_path / "none" / "x.png"
    enrol = ("hub", "enrol", "--store", store, "--desk", "A", "--qr", picture)
    assert "No such" not in cli("--lang", "vi", *enrol).err
