"""print, jobs, lost, handover, spoil, verify, temporary, stock: a badge's life without a window."""

from __future__ import annotations

import json

from checkin_app import config
from checkin_app.desk import Desk


def test_a_job_that_failed_is_tried_again_moved_or_given_up(cli, forum, tmp_path) -> None:
    event = ("--event", forum.file, "--json")
    away, out = tmp_path / "away", tmp_path / "out"
    lan, minh = forum.ids["lan"], forum.ids["minh"]
    answer = cli(*event, "print", lan, minh, "--printer", f"folder:{away}")
    assert answer.status == 6 and [one["state"] for one in answer.json] == ["failed"] * 2
    assert len(answer.err.splitlines()) == 1 and str(away) in answer.err

    waiting = cli(*event, "jobs").json
    assert [(job["state"], job["tries"]) for job in waiting] == [("failed", 1)] * 2
    keys = {job["badges"][0]["delegate_id"]: job["id"] for job in waiting}
    away.mkdir()
    [again] = cli(*event, "jobs", "--retry", keys[lan]).json
    assert again["state"] == "written"
    out.mkdir()
    [moved] = cli(*event, "jobs", "--move", keys[minh][-12:], f"folder:{out}").json
    assert (moved["state"], len(list(out.iterdir()))) == ("written", 1)
    assert cli(*event, "jobs").json == []
    assert len(cli(*event, "jobs", "--all").json) == 2
    assert cli(*event, "jobs", "--cancel", keys[lan]).status == 2
    assert cli(*event, "jobs", "--cancel", "nothing").status == 2
    assert cli(*event, "jobs", "--cancel", "a", "--retry", "b").status == 2


def test_one_badge_that_cannot_be_does_not_stop_the_others(cli, forum, tmp_path) -> None:
    lan, minh, taro = (forum.ids[who] for who in ("lan", "minh", "taro"))
    event = ("--event", forum.file)
    to = ("print", "--printer", f"folder:{tmp_path}")
    assert cli(*event, "amend", taro, "standing=withdrawn").status == 0
    some = cli(*event, *to, lan, taro, minh)
    assert some.status == 2 and f"{minh}: written to" in some.out
    assert f"{taro}: not printed." in some.err
    assert "1 of 3 badges were not printed." in some.err
    assert len(list(tmp_path.glob("Badge*.pdf"))) == 2

    config.save(config.Station(printer=f"folder:{tmp_path / 'gone'}"))
    said = cli("--json", *event, "print", "--reason", "torn", lan, taro)
    assert said.status == 6
    assert {line["delegate_id"]: line["state"] for line in said.json} == {
        lan: "failed",
        taro: "refused",
    }


def test_what_is_asked_wrongly_prints_nothing(cli, forum, tmp_path) -> None:
    lan, minh = forum.ids["lan"], forum.ids["minh"]
    to = ("--event", forum.file, "print", "--printer", f"folder:{tmp_path}")
    assert cli(*to, lan).status == 0
    again = cli(*to, minh, lan)
    assert again.status == 2 and "printed before" in again.err
    unknown = cli(*to, minh, "nobody")
    assert unknown.status == 2 and len(unknown.err.splitlines()) == 1
    assert len(list(tmp_path.glob("Badge*.pdf"))) == 1


def test_what_a_printer_says_is_said_in_the_language(cli, forum) -> None:
    desk = Desk.open(forum.file)
    [job] = desk.order_badges([forum.ids["lan"]], printer="P")
    desk.job_told(job.id, "sending")
    desk.job_told(job.id, "sent")
    desk.job_told(job.id, "sent", attention="paper_out; offline")
    listed = cli("--event", forum.file, "--lang", "vi", "jobs").out
    assert "hết giấy" in listed and "paper_out" not in listed and "offline" not in listed
    desk.close()


def test_a_queued_job_of_a_former_run_is_listed_and_sent(cli, forum, tmp_path) -> None:
    desk = Desk.open(forum.file)
    [job] = desk.order_badges([forum.ids["lan"]], printer=f"folder:{tmp_path}")
    desk.close()
    event = ("--event", forum.file)
    assert job.id[-12:] in cli(*event, "jobs").out
    refused = cli(*event, "print", forum.ids["lan"], "--printer", f"folder:{tmp_path}")
    assert refused.status == 2 and "on its way" in refused.err
    [sent] = cli(*event, "--json", "jobs", "--retry", job.id).json
    assert sent["state"] == "written"


def test_somebody_looks_what_became_of_a_badge(cli, forum) -> None:
    desk = Desk.open(forum.file)
    for who in ("lan", "minh"):
        [job] = desk.order_badges([forum.ids[who]], printer="P")
        desk.job_told(job.id, "sending")
    desk.close()
    event = ("--event", forum.file, "--json")
    minh, lan = cli(*event, "jobs").json
    assert lan["state"] == minh["state"] == "unknown"
    assert "Look whether it came out" in lan["words"]
    assert cli(*event, "jobs", "--printed", lan["id"]).json[0]["state"] == "confirmed"
    assert cli(*event, "jobs", "--not-printed", minh["id"]).json[0]["state"] == "failed"


def test_the_queue_can_be_read_while_a_window_has_the_file(cli, forum) -> None:
    desk = Desk.open(forum.file)
    desk.order_badges([forum.ids["lan"]], printer="P")
    listed = cli("--event", forum.file, "--json", "jobs")
    assert (listed.status, [job["state"] for job in listed.json]) == (0, ["queued"])
    assert cli("--event", forum.file, "jobs", "--retry", "x").status == 4
    desk.close()


def test_the_station_says_where_badges_go(cli, forum, tmp_path) -> None:
    event = ("--event", forum.file, "--json", "print", forum.ids["lan"])
    assert cli(*event).status == 2
    vips = tmp_path / "vips"
    vips.mkdir()
    config.save(config.Station(printer="Nobody", routes={"vip": f"folder:{vips}"}))
    [job] = cli(*event).json
    assert (job["state"], job["printer"]) == ("written", f"folder:{vips}")
    assert cli(*event[:-1], forum.ids["minh"], "--layout", "no such").status == 2


def test_a_lost_badge_and_a_verified_one(cli, forum, tmp_path) -> None:
    event = ("--event", forum.file, "--json")
    lan = forum.ids["lan"]
    cli(*event, "print", lan, "--printer", f"folder:{tmp_path}")
    assert cli(*event, "verify", lan, forum.codes["lan"]).json["kind"] == "right"
    wrong = cli(*event, "verify", lan, forum.codes["minh"]).json
    assert wrong == {"kind": "other_person", "delegate_id": forum.ids["minh"]}
    codes = cli(*event, "lost", lan).json
    assert [code["status"] for code in codes] == ["active", "revoked"]
    assert cli(*event, "verify", lan, forum.codes["lan"]).json["kind"] == "former"
    assert cli(*event, "verify", lan, "12").json["kind"] == "unreadable"
    assert "SAI THẺ" in cli("--event", forum.file, "--lang", "vi", "verify", lan, "x").out


def test_badges_are_handed_over_and_spoilt_ones_counted(cli, forum, tmp_path) -> None:
    event = ("--event", forum.file, "--json")
    lan, minh = forum.ids["lan"], forum.ids["minh"]
    printer = f"folder:{tmp_path}"
    assert cli(*event, "stock", "--printer", printer, "--left", 10).json[0]["left"] == 10
    assert cli(*event, "stock", "--left", 10).status == 2
    cli(*event, "print", lan, "--printer", printer)
    assert cli(*event, "spoil", minh, "--reason", "torn").status == 2
    assert cli(*event, "spoil", lan, "--reason", "torn").json["printer"] == printer
    assert cli(*event, "print", lan, "--printer", printer).status == 0, "that was reason enough"
    [line] = cli(*event, "stock").json
    assert (line["left"], line["printed"], line["spoilt"]) == (8, 1, 1)
    warned = cli("--event", forum.file, "stock")
    assert "only 8" in warned.err

    assert cli(*event, "handover", lan, minh, "--to", "aide").status == 2
    done = cli(*event, "handover", lan, minh, "--to", "aide", "--name", "Bà Lan").json
    assert [(d["delegate_id"], d["to"], d["name"]) for d in done] == [
        (lan, "aide", "Bà Lan"),
        (minh, "aide", "Bà Lan"),
    ]
    out = tmp_path / "prints.json"
    cli(*event, "export", "prints", "--out", out)
    first, second = json.loads(out.read_text(encoding="utf-8"))
    assert (first["spoilt"], first["handed_over_at"]) == (True, None)
    assert second["spoilt"] is False and second["handed_over_at"]
    audit = tmp_path / "audit.json"
    cli(*event, "export", "audit", "--out", audit)
    assert "Bà Lan" not in audit.read_text(encoding="utf-8")


def test_temporary_badges(cli, forum, tmp_path) -> None:
    event = ("--event", forum.file, "--json")
    day = ("--day", "2026-11-25")
    out = tmp_path / "temporary.pdf"
    made = cli(*event, "temporary", "make", 3, *day, "--out", out).json
    assert [badge["number"] for badge in made] == [1, 2, 3]
    assert out.read_bytes().startswith(b"%PDF")
    [bound] = cli(*event, "temporary", "bind", "2", forum.ids["lan"], *day).json
    assert bound["delegate_id"] == forum.ids["lan"]
    at = ("--at", "2026-11-25T08:00:00+07:00")
    for badge, reason in zip(made, ("unbound", "welcome", "unbound"), strict=True):
        [scan] = cli(*event, "scan", badge["code"], *at).lines
        assert scan["reason"] == reason
        assert scan["message"]["vi"] and scan["message"]["en"]
    [scan] = cli(*event, "scan", bound["code"], "--at", "2026-11-26T08:00:00+07:00").lines
    assert (scan["decision"], scan["reason"]) == ("refuse", "expired")
    [taken] = cli(*event, "temporary", "revoke", "2", *day).json
    assert taken["revoked"]
    listed = cli("--event", forum.file, "temporary", "list", *day).out
    assert "Nguyễn Thị Lan" in listed and "revoked" in listed
    assert cli(*event, "temporary", "make", 1, *day, "--out", tmp_path / "x.txt").status == 2
