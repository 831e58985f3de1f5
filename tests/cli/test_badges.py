"""sample, badges, print, printers, doctor: what leaves the desk on paper, and this machine."""

from __future__ import annotations

import json
from dataclasses import replace

import pypdfium2
import pytest

from checkin_app import config
from checkin_app.badges.layout import LAYOUTS
from checkin_app.desk import Desk
from tests.desk_support import walk_in


@pytest.fixture
def sample(cli, tmp_path):
    file = tmp_path / "sample.checkin"
    made = cli("--json", "sample", file, "--delegates", "40", "--seed", "7")
    assert made.status == 0, made.err
    return file, made.json


def test_the_same_seed_gives_the_same_event(cli, sample, tmp_path) -> None:
    file, made = sample
    assert made["delegates"] == 40
    assert {"file", "event", "from", "to", "delegations", "sessions"} <= set(made)
    again = tmp_path / "again.checkin"
    cli("sample", again, "--delegates", "40", "--seed", "7")
    cli("sample", tmp_path / "other.checkin", "--delegates", "40", "--seed", "8")
    rosters = [cli("--event", f, "--json", "code", "list").json for f in (file, again)]
    for code in (c for roster in rosters for c in roster):
        del code["issued_at"]
    assert rosters[0] == rosters[1]
    other = cli("--event", tmp_path / "other.checkin", "--json", "code", "list").json
    assert {c["code"] for c in other}.isdisjoint(c["code"] for c in rosters[0])
    assert cli("sample", file).status == 4


def test_badges_of_everybody_and_of_some(cli, sample, tmp_path) -> None:
    file, _ = sample
    out = tmp_path / "badges.pdf"

    def count(*options: object) -> int:
        made = cli("--event", file, "--json", "badges", "--out", out, *options)
        assert made.status == 0, made.err
        assert set(made.json) == {"badges", "pages", "seconds", "left_out"}
        assert made.json["badges"] == made.json["pages"]
        return made.json["badges"]

    people = cli("--event", file, "--json", "code", "list").json
    export = tmp_path / "roster.json"
    cli("--event", file, "export", "roster", "--out", export)
    roster = json.loads(export.read_text(encoding="utf-8"))
    delegation, category = roster[0]["delegation"], roster[0]["category"]
    assert count() == 40
    assert out.read_bytes().startswith(b"%PDF")
    assert count("--layout", "card", "--sort", "delegation") == 40
    assert count("--delegation", delegation) == sum(r["delegation"] == delegation for r in roster)
    assert count("--category", category) == sum(r["category"] == category for r in roster)
    one, two = people[0]["delegate_id"], people[1]["delegate_id"]
    assert count("--delegate", one, "--delegate", two) == 2

    event = ("--event", file, "badges")
    assert cli(*event, "--out", out, "--delegation", "Nowhere").status == 2
    assert cli(*event, "--out", out, "--delegate", "nobody").status == 2
    assert cli(*event, "--out", tmp_path / "no" / "x.pdf").status == 2


def test_nobody_left_is_no_file(cli, forum, tmp_path) -> None:
    for key in forum.ids.values():
        cli("--event", forum.file, "amend", key, "standing=withdrawn")
    out = tmp_path / "badges.pdf"
    answer = cli("--event", forum.file, "--json", "badges", "--out", out)
    assert answer.json["badges"] == 0
    assert not out.exists()


def test_printing_is_a_fact_and_a_second_print_needs_a_reason(cli, forum, tmp_path) -> None:
    lan = forum.ids["lan"]
    event = ("--event", forum.file, "--json")
    to = ("--printer", f"folder:{tmp_path}")
    [job] = cli(*event, "print", lan, *to).json
    assert (job["delegate_id"], job["state"]) == (lan, "written")
    assert len(list(tmp_path.glob("*.pdf"))) == 1

    refused = cli(*event, "print", forum.ids["minh"], lan, *to)
    assert refused.status == 2
    assert "--reason" in refused.err
    assert len(list(tmp_path.glob("*.pdf"))) == 1

    assert cli(*event, "print", lan, *to, "--reason", "lost").status == 0
    [scan] = cli(*event, "scan", forum.codes["lan"]).lines
    assert scan["reason"] == "replaced", "each further paper carries a code of its own"
    codes = cli(*event, "code", "show", lan).json
    assert [code["status"] for code in codes] == ["active", "replaced"]

    out = tmp_path / "prints.json"
    cli(*event, "export", "prints", "--out", out)
    prints = json.loads(out.read_text(encoding="utf-8"))
    assert [(p["delegate_id"], p["outcome"], p["reason"]) for p in prints] == [
        (lan, "written", ""),
        (lan, "written", "lost"),
    ]
    made = cli(*event, "badges", "--out", tmp_path / "rest.pdf", "--not-printed").json
    assert made["badges"] == 2


def test_a_printer_that_is_not_there_is_six(cli, forum, tmp_path) -> None:
    for name in ("no such printer", f"folder:{tmp_path / 'nowhere'}"):
        answer = cli("--event", forum.file, "print", forum.ids["lan"], "--printer", name)
        assert answer.status == 6, answer
        assert len(answer.err.splitlines()) == 1
    assert cli("--event", forum.file, "print", "nobody", "--printer", "x").status == 2


def test_printers_are_a_list(cli) -> None:
    assert isinstance(cli("--json", "printers").json, list)
    assert cli("printers").status == 0


def test_doctor_looks_at_every_part(cli, forum) -> None:
    answer = cli("--event", forum.file, "--json", "doctor")
    assert answer.status == 0
    parts = {finding["part"]: finding for finding in answer.json}
    assert list(parts) == [
        *("display", "scanner", "sound", "printers", "fonts", "languages", "disk", "clock")
    ]
    for finding in parts.values():
        assert finding["state"] in ("works", "look", "broken")
        assert finding["detail"]
        assert finding["state"] == "works" or finding["advice"]
    assert parts["languages"]["state"] == parts["clock"]["state"] == "works"
    assert cli("doctor", "--lang", "vi").out != cli("doctor").out


def test_doctor_says_when_the_event_cannot_be_used(cli, tmp_path) -> None:
    (tmp_path / "bad.checkin").write_bytes(b"junk")
    findings = cli("--event", tmp_path / "bad.checkin", "--json", "doctor").json
    [clock] = [f for f in findings if f["part"] == "clock"]
    assert clock["state"] == "broken"
    assert "bad.checkin" in clock["detail"]


def test_badges_never_take_the_place_of_another_file(cli, forum) -> None:
    before = forum.file.read_bytes()
    for lang in ("en", "vi"):
        answer = cli("--event", forum.file, "--lang", lang, "badges", "--out", forum.file)
        assert answer.status == 2
        assert len(answer.err.splitlines()) == 1 and ".pdf" in answer.err
    assert forum.file.read_bytes() == before


def test_the_audit_does_not_tell_a_folder(cli, forum, tmp_path) -> None:
    event = ("--event", forum.file)
    assert cli(*event, "print", forum.ids["lan"], "--printer", f"folder:{tmp_path}").status == 0
    out = tmp_path / "audit.csv"
    assert cli(*event, "export", "audit", "--out", out).status == 0
    told = out.read_text(encoding="utf-8")
    assert "printer=folder;" in told and str(tmp_path) not in told


def test_a_bundle_has_no_bench(cli, monkeypatch) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    answer = cli("bench", "--sizes", "1")
    assert (answer.status, len(answer.err.splitlines())) == (2, 1)
    assert "Python" in answer.err


def test_badges_by_letter_change_and_order(cli, forum, tmp_path) -> None:
    out = tmp_path / "b.pdf"

    def count(*options: object) -> int:
        made = cli("--event", forum.file, "--json", "badges", "--out", out, *options)
        assert made.status == 0, made.err
        return made.json["badges"]

    assert count("--letter", "L") == 1 and count("--letter", "L-M") == 2
    assert count("--letter", "Đ") == 0
    cli("--event", forum.file, "print", forum.ids["lan"], "--printer", f"folder:{tmp_path}")
    assert count("--changed") == 0
    cli("--event", forum.file, "amend", forum.ids["lan"], "position=Vụ trưởng")
    assert count("--changed") == 1
    assert count("--sort", "protocol", "--sides", "front") == 3


def test_what_badges_do_not_know_is_one_sentence(cli, forum, tmp_path) -> None:
    for option in (("--layout", "x"), ("--letter", "AB")):
        for lang in ("en", "vi"):
            answer = cli(
                *("--event", forum.file, "--lang", lang, "badges"),
                *("--out", tmp_path / "x.pdf", *option),
            )
            assert (answer.status, len(answer.err.splitlines())) == (2, 1), answer
            assert option[1] in answer.err
    assert not (tmp_path / "x.pdf").exists()


def test_badges_on_sheets_with_receipts(cli, sample, tmp_path) -> None:
    file, _ = sample
    event = ("--event", file, "--json", "badges", "--out", tmp_path / "b.pdf")
    plain = cli(*event, "--sheet", "a4-4up").json
    assert plain["pages"] == -(-plain["badges"] // 4)
    signed = cli(*event, "--sheet", "a4-4up", "--separators").json
    assert signed["badges"] == plain["badges"] and signed["pages"] > plain["pages"] + 1
    for option in (("--sheet", "x"), ("--layout", "qr-label", "--separators")):
        answer = cli(*event, *option)
        assert (answer.status, len(answer.err.splitlines())) == (2, 1), answer


def test_badges_have_the_station_s_layout_and_whole_dots(cli, forum, tmp_path) -> None:
    settings, _ = config.load()
    settings.badge_layout = "card"
    config.save(settings)
    out = tmp_path / "b.pdf"
    assert cli("--event", forum.file, "badges", "--out", out).status == 0
    size, plain = _first_page(out)
    assert tuple(round(side * 25.4 / 72) for side in size) == (
        LAYOUTS["card"].width,
        LAYOUTS["card"].height,
    )
    assert cli("--event", forum.file, "badges", "--out", out).status == 0
    assert _first_page(out) == (size, plain)
    assert cli("--event", forum.file, "badges", "--out", out, "--dpi", "203").status == 0
    assert _first_page(out) != (size, plain)
    assert cli("--event", forum.file, "badges", "--out", out, "--dpi", "3").status == 2


def test_who_has_no_badge_is_told(cli, forum, tmp_path) -> None:
    cli("--event", forum.file, "amend", forum.ids["taro"], "name=\U00013000\U00013050")
    desk = Desk.open(forum.file)
    desk.revoke(forum.ids["minh"], forum.codes["minh"])
    [vip] = [c for c in desk.categories() if c.id == "vip"]
    desk.add_records([replace(vip, layout="none")])
    walk_in(desk, "Lê An")
    desk.close()
    call = ("--event", forum.file, "badges", "--out", tmp_path / "b.pdf")
    told = cli("--event", forum.file, "--json", *call[2:])
    assert told.json["badges"] == 1
    assert {(one["delegate_id"], one["reason"]) for one in told.json["left_out"]} == {
        (forum.ids["lan"], "no_badge"),
        (forum.ids["minh"], "no_code"),
        (forum.ids["taro"], "missing_glyph"),
    }
    said = cli("--lang", "vi", *call).err
    assert "Trần Đức Minh: Không" in said and "own_name" not in said
    invited = cli("--event", forum.file, "--json", "invitations", "--out", tmp_path / "i.zip").json
    assert invited["invitations"] == 2, "an invitation is no badge"
    assert cli(*call, "--delegate", forum.ids["lan"], "--layout", "a6").status == 2
    printing = ("print", forum.ids["lan"], "--printer", f"folder:{tmp_path}", "--layout", "a6")
    assert cli("--event", forum.file, *printing).status == 2


def test_which_of_several_was_not_printed_is_told_with_why(cli, forum, tmp_path) -> None:
    cli("--event", forum.file, "amend", forum.ids["taro"], "name=\U00013000\U00013050")
    fine, other = forum.ids["minh"], forum.ids["taro"]
    printing = ("--event", forum.file, "print", fine, other, "--printer", f"folder:{tmp_path}")
    told = cli("--json", *printing)
    assert told.status == 6
    assert [(one["delegate_id"], one["state"]) for one in told.json] == [
        (fine, "written"),
        (other, "failed"),
    ]
    again = cli(*printing, "--reason", "again")
    assert again.status == 6 and f"{other}: not printed. No font" in again.err


def _first_page(pdf):
    """Its size in points, and what it looks like."""
    document = pypdfium2.PdfDocument(pdf)
    size = document[0].get_size()
    looks = document[0].render(scale=4).to_pil().tobytes()
    document.close()
    return size, looks
