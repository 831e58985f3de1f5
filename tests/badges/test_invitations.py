"""Invitations: a page a person with a code that reads, an index, whole or not at all."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from checkin_app.badges.invitations import INDEX, write_invitations
from checkin_app.badges.subject import BadgeSubject
from checkin_app.domain.errors import NotPossible

Maker = Callable[..., BadgeSubject]


def index_of(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_folder_with_a_page_for_each_and_an_index(
    person: Maker, tmp_path: Path, tool: Callable[..., str]
) -> None:
    people = [person("Nguyễn Thị Minh Khai"), person("Katō Kana", own_name="加藤 佳奈")]
    out = tmp_path / "letters"
    made = write_invitations(people, out, emails=lambda key: f"{key}@example.org")
    assert made.files == 2
    assert sorted(p.name for p in out.iterdir()) == ["d1.pdf", "d2.pdf", INDEX]
    rows = index_of((out / INDEX).read_bytes())
    assert [(r["id"], r["name"], r["email"], r["file"]) for r in rows] == [
        ("d1", "Nguyễn Thị Minh Khai", "d1@example.org", "d1.pdf"),
        ("d2", "Katō Kana", "d2@example.org", "d2.pdf"),
    ]
    text = " ".join(tool("pdftotext", str(out / "d1.pdf"), "-").split())
    assert "Nguyễn Thị Minh Khai" in text and people[0].code in text
    assert "Diễn đàn Kinh tế Mùa thu" in text and "Autumn Economic Forum" in text
    assert "quầy đăng ký" in text and "registration desk" in text


def test_the_code_on_a_picture_reads(
    person: Maker, tmp_path: Path, read_codes: Callable[[Sequence[Path]], list[str]]
) -> None:
    someone = person("Lê An")
    write_invitations([someone], tmp_path / "a.zip", form="png")
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.namelist() == ["d1.png", INDEX]
        archive.extract("d1.png", tmp_path)
    assert read_codes([tmp_path / "d1.png"]) == [someone.code]


def test_ids_become_names_that_every_system_takes(person: Maker, tmp_path: Path) -> None:
    ids = ["../../etc/x", "CON", "con.", "d1", "D1", "a b/c", "a:b*c", "đ", "..", "x" * 300]
    people = [person(f"Người {n}", delegate_id=key) for n, key in enumerate(ids)]
    out = tmp_path / "letters"
    write_invitations(people, out)
    names = [row["file"] for row in index_of((out / INDEX).read_bytes())]
    assert sorted(p.name for p in out.iterdir()) == sorted([*names, INDEX])
    assert len({name.lower() for name in names}) == len(ids)
    assert all(len(name) < 100 and name[0] != "." for name in names)
    assert not {name.partition(".")[0].lower() for name in names} & {"con", "nul"}
    assert [p.name for p in tmp_path.iterdir()] == ["letters"]


def test_a_formula_in_the_index_is_defused(person: Maker, tmp_path: Path) -> None:
    write_invitations([person("=cmd|' /C calc'!A0")], tmp_path / "x", emails=lambda _: "+1+1")
    [row] = index_of((tmp_path / "x" / INDEX).read_bytes())
    assert row["name"].startswith("'=") and row["email"].startswith("'+")


@pytest.mark.parametrize("name", ["letters", "letters.zip"])
def test_cancelled_or_failed_it_leaves_nothing(person: Maker, tmp_path: Path, name: str) -> None:
    heard: list[int] = []
    people = [person("Lê An"), person("Vũ Bình"), person("Hồ Chi")]
    made = write_invitations(
        people,
        tmp_path / name,
        progress=lambda done, total: heard.append(done),
        cancelled=lambda: len(heard) == 2,
    )
    assert made.cancelled and heard == [1, 2] and list(tmp_path.iterdir()) == []

    def broken(_: str) -> str:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_invitations(people, tmp_path / name, emails=broken)
    assert list(tmp_path.iterdir()) == []
    assert write_invitations([], tmp_path / name).files == 0
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_something_stays_as_it_was(person: Maker, tmp_path: Path) -> None:
    out = tmp_path / "letters"
    out.mkdir()
    (out / "mine.txt").write_text("mine")
    with pytest.raises(NotPossible, match="not empty"):
        write_invitations([person("Lê An")], out)
    assert [p.name for p in tmp_path.rglob("*")] == ["letters", "mine.txt"]


def test_the_folder_one_is_in_and_a_link_to_one(
    person: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    there.mkdir()
    monkeypatch.chdir(here)
    assert write_invitations([person("Lê An")], Path()).files == 1
    assert {p.name for p in Path().iterdir()} == {"d1.pdf", INDEX}
    link = tmp_path / "link"
    link.symlink_to(there)
    assert write_invitations([person("Vũ Bình")], link).files == 1
    assert link.is_symlink() and len(list(there.iterdir())) == 2


def test_an_empty_folder_will_do_and_an_archive_is_replaced(person: Maker, tmp_path: Path) -> None:
    out = tmp_path / "letters"
    out.mkdir()
    assert write_invitations([person("Lê An")], out).files == 1
    archive = tmp_path / "a.zip"
    archive.write_bytes(b"former")
    assert write_invitations([person("Vũ Bình")], archive).files == 1
    assert zipfile.is_zipfile(archive)
