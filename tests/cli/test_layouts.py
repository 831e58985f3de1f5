"""Badge layouts on the command line: listed, shown, checked, kept in an event and removed."""

import pytest

from checkin_app.badges.layout import BUILT_IN, built_in_document

WRONG = """{
  "name": "mine", "width": 80, "height": 50,
  "front": [
    {"type": "code", "box": [60, 20, 25, 25]},
    {"type": "text", "box": [5, 5, 40, 9], "lines": [{"field": "nmae"}]}
  ]
}
"""


@pytest.fixture
def mine(tmp_path):
    file = tmp_path / "mine.json"
    file.write_text(built_in_document("qr-label").replace('"qr-label"', '"mine"'), "utf-8")
    return file


def test_the_built_in_layouts_need_no_event(cli) -> None:
    listed = cli("layouts", "list", "--json").json
    assert [layout["name"] for layout in listed] == list(BUILT_IN)
    assert listed == cli("--json", "layouts").json
    assert "Tent card, A4 folded" in cli("layouts").out
    assert "Biển tên để bàn, A4 gập đôi" in cli("--lang", "vi", "layouts", "list").out
    assert cli("layouts", "show", "a6").out == built_in_document("a6")
    unknown = cli("layouts", "show", "a7")
    assert (unknown.status, unknown.out) == (2, "")
    assert "no layout “a7”. The layouts are: a6, " in unknown.err


def test_a_right_file(cli, mine) -> None:
    checked = cli("layouts", "check", mine)
    assert (checked.status, checked.err) == (0, "")
    assert checked.out.strip() == f"{mine} is a layout: QR label 40 × 40 mm."
    told = cli("layouts", "check", mine, "--json").json
    assert (told["name"], told["problems"]) == ("mine", [])


def test_a_wrong_file(cli, tmp_path) -> None:
    file = tmp_path / "wrong.json"
    file.write_text(WRONG, "utf-8")
    checked = cli("layouts", "check", file)
    assert (checked.status, checked.out) == (3, "")
    assert [line.split(":")[1].strip() for line in checked.err.splitlines()] == ["Line 4", "Line 5"]
    assert "Did you mean “name”?" in checked.err
    told = cli("layouts", "check", file, "--json")
    assert told.status == 3
    assert [(p["line"], p["path"]) for p in told.json["problems"]] == [
        (4, "front[0].box"),
        (5, "front[1].lines[0].field"),
    ]
    assert "Dòng 5: không có trường “nmae”" in cli("--lang", "vi", "layouts", "check", file).err


def test_a_file_that_is_none(cli, tmp_path) -> None:
    file = tmp_path / "wrong.json"
    file.write_bytes(b"\xff\xfe\x00")
    assert "not a text in UTF-8" in cli("layouts", "check", file).err
    assert cli("layouts", "check", tmp_path / "gone.json").status == 2
    assert cli("layouts", "check", tmp_path).status == 2


def test_a_layout_of_the_event(cli, forum, mine, tmp_path) -> None:
    event = ("--event", forum.file)
    added = cli(*event, "layouts", "add", mine)
    assert (added.status, added.out) == (0, "")
    last = cli(*event, "layouts", "list", "--json").json[-1]
    assert (last["name"], last["built_in"]) == ("mine", False)
    assert cli(*event, "layouts", "show", "mine").out == mine.read_text("utf-8")
    made = cli(*event, "badges", "--layout", "mine", "--out", tmp_path / "a.pdf", "--json")
    assert made.status == 0 and made.json["badges"] > 0
    assert cli(*event, "layouts", "remove", "mine").status == 0
    assert "mine" not in cli(*event, "layouts").out
    assert cli(*event, "layouts", "remove", "mine").status == 2


def test_what_cannot_be_printed_is_not_kept(cli, forum, tmp_path) -> None:
    event = ("--event", forum.file)
    file = tmp_path / "wrong.json"
    file.write_text(WRONG, "utf-8")
    refused = cli(*event, "layouts", "add", file)
    assert (refused.status, refused.out) == (3, "")
    assert "Line 4" in refused.err and "Line 5" in refused.err
    file.write_text(built_in_document("a6"), "utf-8")
    assert "comes with the program" in cli(*event, "layouts", "add", file).err
    assert [la["name"] for la in cli(*event, "layouts", "list", "--json").json] == list(BUILT_IN)


def test_sheets_and_test_pages(cli, tmp_path) -> None:
    listed = cli("layouts", "sheets", "--json").json
    assert {"a4-4up", "avery-l4785", "herma-4412", "durable-1456"} <= {s["name"] for s in listed}
    assert "Avery L4785" in cli("layouts", "sheets").out
    out = tmp_path / "a.pdf"
    made = cli("layouts", "test-page", "label-80x50", "--sheet", "avery-l4785", "--out", out)
    assert (made.status, made.out) == (0, "")
    assert out.read_bytes().startswith(b"%PDF-1.7")
    assert cli("layouts", "test-page", "nix", "--out", out).status == 2
    assert "no sheet “nix”" in cli("layouts", "test-page", "a6", "--sheet", "nix", "--out", out).err
    gone = cli("layouts", "test-page", "a6", "--out", tmp_path / "no" / "a.pdf")
    assert gone.status != 0 and "Traceback" not in gone.err


def test_the_invitation_can_be_had_to_make_another_of_it(cli, forum, tmp_path) -> None:
    alone = cli("layouts", "show", "invitation")
    assert (
        alone.status == 0
        and alone.out == cli("--event", forum.file, "layouts", "show", "invitation").out
    )
    file = tmp_path / "invitation.json"
    file.write_text(alone.out, encoding="utf-8")
    assert cli("--event", forum.file, "layouts", "add", file).status == 0
    assert cli("layouts", "show", "nowhere").status == 2
