"""preflight, photos import and invitations, as the contract says."""

from __future__ import annotations

import zipfile
from pathlib import Path

from tests.cli.conftest import Cli, Forum
from tests.photos.files import face, saved


def test_preflight_lists_what_is_wrong(cli: Cli, forum: Forum) -> None:
    assert cli("--event", forum.file, "--json", "preflight").json == []
    told = cli("--event", forum.file, "preflight")
    assert told.status == 0 and "All 3 badges are fine." in told.err and told.out == ""
    cli("--event", forum.file, "amend", forum.ids["lan"], "name=Lan \U00016a70")
    [row] = cli("--event", forum.file, "--json", "preflight", "--dpi", "203").json
    assert set(row) == {"delegate_id", "name", "problem", "field", "detail"}
    assert (row["delegate_id"], row["problem"], row["field"]) == (
        forum.ids["lan"],
        "missing_glyph",
        "name",
    )
    told = cli("--event", forum.file, "--lang", "vi", "preflight")
    assert told.status == 0 and "không có phông chữ nào có" in told.out


def test_preflight_of_some(cli: Cli, forum: Forum) -> None:
    for name in ("lan", "taro"):
        cli("--event", forum.file, "amend", forum.ids[name], f"name={name} \U00016a70")
    one = cli("--event", forum.file, "--json", "preflight", "--delegate", forum.ids["taro"])
    assert [row["delegate_id"] for row in one.json] == [forum.ids["taro"]]
    assert cli("--event", forum.file, "preflight", "--delegate", "nobody").status == 2
    vip = cli("--event", forum.file, "--json", "preflight", "--category", "vip")
    assert [row["delegate_id"] for row in vip.json] == [forum.ids["lan"]]


def test_preflight_of_modules_and_layouts(cli: Cli, forum: Forum) -> None:
    fine = cli("--event", forum.file, "--json", "preflight", "--layout", "card", "--dpi", "96").json
    assert {row["problem"] for row in fine} == {"qr_too_fine"} and len(fine) == 3
    gone = cli("--event", forum.file, "preflight", "--layout", "gone")
    assert gone.status == 2 and "gone" in gone.err
    assert cli("--event", forum.file, "preflight", "--dpi", "3").status == 2


def test_who_has_no_code_is_listed(cli: Cli, forum: Forum) -> None:
    from checkin_app.desk import Desk

    desk = Desk.open(forum.file)
    desk.revoke(forum.ids["minh"], forum.codes["minh"])
    desk.close()
    for options in ((), ("--delegate", forum.ids["minh"])):
        rows = cli("--event", forum.file, "--json", "preflight", *options).json
        assert [(r["delegate_id"], r["problem"]) for r in rows] == [(forum.ids["minh"], "no_code")]


def test_photos_are_taken_in_once(cli: Cli, forum: Forum, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "nguyen thi lan.jpg").write_bytes(saved(face()))
    (folder / f"{forum.ids['taro']}.png").write_bytes(saved(face(300, 400), "PNG"))
    (folder / "nobody.jpg").write_bytes(saved(face(330, 440)))
    (folder / "notes.txt").write_text("no picture")
    trial = cli("--event", forum.file, "--json", "photos", "import", folder, "--dry-run").json
    first = cli("--event", forum.file, "--json", "photos", "import", folder).json
    assert trial == first
    counted = {k: v for k, v in first.items() if k != "rows"}
    assert counted == {
        "files": 4,
        "added": 2,
        "replaced": 0,
        "unchanged": 0,
        "left": 0,
        "ambiguous": 0,
        "nobody": 1,
        "unusable": 1,
    }
    [notes] = [row for row in first["rows"] if row["file"] == "notes.txt"]
    assert (notes["state"], notes["problem"]) == ("unusable", "not_a_picture")
    again = cli("--event", forum.file, "--json", "photos", "import", folder).json
    assert (again["added"], again["unchanged"]) == (0, 2)
    told = cli("--event", forum.file, "--lang", "vi", "photos", "import", folder)
    assert told.status == 0 and "notes.txt không phải tệp ảnh" in told.out


def test_a_source_that_is_none_is_an_input_that_cannot_be_used(
    cli: Cli, forum: Forum, tmp_path: Path
) -> None:
    (tmp_path / "a.zip").write_bytes(b"no archive")
    for source in (tmp_path / "a.zip", tmp_path / "nowhere"):
        told = cli("--event", forum.file, "photos", "import", source)
        assert told.status == 3 and source.name in told.err


def test_invitations_into_an_archive(cli: Cli, forum: Forum, tmp_path: Path) -> None:
    cli("--event", forum.file, "amend", forum.ids["lan"], "email=lan@example.org")
    out = tmp_path / "letters.zip"
    told = cli("--event", forum.file, "--json", "invitations", "--out", out).json
    assert told == {"invitations": 3, "out": str(out), "without_code": 0, "left_out": []}
    with zipfile.ZipFile(out) as archive:
        names = archive.namelist()
        index = archive.read("index.csv").decode("utf-8-sig")
    assert sorted(names) == sorted([*(f"{key}.pdf" for key in forum.ids.values()), "index.csv"])
    assert f"{forum.ids['lan']},Nguyễn Thị Lan,lan@example.org,{forum.ids['lan']}.pdf" in index


def test_invitations_never_go_between_other_files(cli: Cli, forum: Forum, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    told = cli("--event", forum.file, "invitations", "--out", tmp_path)
    assert told.status == 2 and "not empty" in told.err
    missing = cli("--event", forum.file, "invitations", "--out", tmp_path / "no" / "x.zip")
    assert missing.status == 2 and "cannot be written" in missing.err
