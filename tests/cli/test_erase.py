"""erase: who somebody is goes for good, on every desk; what happened stays."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from checkin_app import config
from checkin_app.desk import Desk
from checkin_app.press import Press
from checkin_app.press.kept import kept_path
from tests.cli.conftest import Cli, Forum
from tests.meeting_support import copy_of, exchange
from tests.sync.sync_support import hub_of

SECRET = "Zebedee Quirk"


def jpeg() -> bytes:
    import io

    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (300, 400), (200, 120, 40)).save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def person(cli: Cli, forum: Forum, tmp_path: Path) -> str:
    """Somebody who was listed, corrected, photographed, scanned, printed and given a badge."""
    roster = tmp_path / "roster.csv"
    roster.write_text(f"id,name,email\nz1,{SECRET},zq@example.com\nz2,Other Person,o@example.com\n")
    assert cli("--event", forum.file, "import", roster).status == 0
    [found] = cli("--event", forum.file, "--json", "find", SECRET).json
    key: str = found["id"]
    picture = tmp_path / f"{key}.jpg"
    picture.write_bytes(jpeg())
    assert cli("--event", forum.file, "photos", "import", picture).status == 0
    assert cli("--event", forum.file, "amend", key, f"notes=Of {SECRET}").status == 0
    assert cli("--event", forum.file, "admit", key).status == 0
    with closing(Desk.open(forum.file)) as desk:
        desk.order_badges([key], printer=f"folder:{tmp_path}")
        assert Press(lambda verb: verb(desk), config.Station(language="en")).work()
        desk.hand_over([key], to="aide", name=f"Aunt of {SECRET}")
    return key


def whole(file: Path) -> bytes:
    """All that is in an event file."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return file.read_bytes()


def test_nothing_of_a_person_stays_here_and_at_other_desks(
    cli: Cli, forum: Forum, person: str, tmp_path: Path
) -> None:
    for text in (SECRET, "zq@example.com"):
        assert text.encode() in whole(forum.file)
    with closing(Desk.open(forum.file)) as desk:
        photo = desk.delegate(person).delegate.photo
        assert desk.photo(photo)
        [job] = desk.jobs()
        kept = kept_path(desk.event.id, job.id)
        copy_of(desk, tmp_path, "other").close()
    other = tmp_path / "other.checkin"
    erase = ("--event", forum.file, "--json", "erase", person, "--reason", "asked for it")
    before = cli(*erase).json
    assert (before["erased"], before["delegate"]) == (False, person)
    assert before["parts"] >= 4 and kept.exists()
    assert cli("--event", forum.file, "--json", "find", SECRET).json
    done = cli(*erase, "--yes")
    assert done.json == before | {"erased": True}
    assert not kept.exists()
    desks = [Desk.open(file) for file in (forum.file, other)]
    exchange(*desks)
    assert desks[0].digest() == desks[1].digest()
    for desk in desks:
        card = desk.delegate(person)
        assert (card.delegate.name, card.delegate.photo, card.checked_in) == ("", "", True)
        assert desk.photo(photo) is None
        assert desk.find("Other Person")
        assert desk.check().problems == []
        desk.close()
    for file in (forum.file, other):
        content = whole(file).lower()  # In the index of the search names are folded.
        for text in ("zebedee", "quirk", "zq@example"):
            assert text.encode() not in content, file
    again = cli(*erase).json
    assert again == {"erased": False, "delegate": person, "parts": 0}


def test_a_picture_that_is_somebody_elses_too_stays(
    cli: Cli, forum: Forum, person: str, tmp_path: Path
) -> None:
    [other] = cli("--event", forum.file, "--json", "find", "Other Person").json
    (tmp_path / f"{other['id']}.jpg").write_bytes(jpeg())
    cli("--event", forum.file, "photos", "import", tmp_path / f"{other['id']}.jpg")
    assert cli("--event", forum.file, "erase", person, "--reason", "asked", "--yes").status == 0
    with closing(Desk.open(forum.file)) as desk:
        assert desk.photo(desk.delegate(other["id"]).delegate.photo)
        assert desk.check().problems == []


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "Erased on request"), ("vi", "Đã xóa theo yêu cầu")]
)
def test_an_erased_person_is_named_so_and_gets_no_badge(
    cli: Cli, forum: Forum, tmp_path: Path, lang: str, words: str
) -> None:
    lan, on = forum.ids["lan"], ("--lang", lang, "--event", forum.file)
    assert cli(*on, "erase", lan, "--reason", "x", "--yes").status == 0
    assert words in cli(*on, "scan", forum.codes["lan"]).out
    to_file = ("badges", "--out", tmp_path / "lan.pdf", "--delegate", lan)
    for command in (("print", lan, "--printer", f"folder:{tmp_path}"), to_file):
        refused = cli(*on, *command)
        assert refused.status == 2, command
        assert ("was erased" if lang == "en" else "đã bị xóa") in refused.err
    assert cli(*on, "--json", "jobs").json == []


def test_only_who_is_followed_may_erase(
    cli: Cli, forum: Forum, person: str, tmp_path: Path
) -> None:
    with hub_of(forum.file) as hub:
        target = hub.joined("two")
    refused = cli("--event", target, "erase", person, "--reason", "asked", "--yes")
    assert refused.status == 2 and "on which the event was made" in refused.err
    assert cli("--event", target, "--json", "find", SECRET).json


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_it_is_said_in_one_sentence(cli: Cli, forum: Forum, lang: str) -> None:
    erase = ("--lang", lang, "--event", forum.file, "erase", forum.ids["lan"])
    with closing(Desk.open(forum.file, write=False)) as desk:
        card = desk.delegate(forum.ids["lan"])
        name, delegation = card.delegate.name, card.delegation.name if card.delegation else ""
    assert name and delegation
    assert cli(*erase).status == 2  # Without a reason nobody is erased.
    asked = cli(*erase, "--reason", "x")
    assert asked.status == 0 and "--yes" in asked.err and asked.err.count("\n") == 1
    assert name in asked.err and delegation in asked.err
    done = cli(*erase, "--reason", "x", "--yes")
    assert done.status == 0 and done.err.count("\n") == 2
    before, after = done.err.splitlines()  # Whom it is about is said while it can be.
    assert name in before and delegation in before and name not in after
    again = cli(*erase, "--reason", "x", "--yes")
    assert again.err.count("\n") == 1 and name not in again.err and forum.ids["lan"] in again.err
    nobody = cli("--event", forum.file, "erase", "nobody", "--reason", "x", "--yes")
    assert nobody.status == 2 and "Nobody on the roster" in nobody.err
