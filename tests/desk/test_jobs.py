"""The queue as the desk keeps it: orders, routes, states, and what a person does about a job."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkin_app import config
from checkin_app.desk import Desk
from checkin_app.domain.badges import JobState
from checkin_app.domain.delegates import Category
from checkin_app.domain.errors import NoSuchDelegate, NoSuchJob, NotPossible
from tests.desk_support import new_desk, walk_in


def test_badges_go_where_their_category_goes(desk, people, station) -> None:
    settings = config.Station(
        printer="A", routes={"press": "B"}, badge_layout="card", keep_code_on_reprint=True
    )
    ids = [person.id for person in people]
    jobs = desk.order_badges(ids, station=settings)
    assert [(job.printer, len(job.badges), job.layout) for job in jobs] == [
        ("A", 1, "card"),
        ("B", 2, "card"),
    ]
    assert [badge.name for badge in jobs[1].badges] == ["Vũ Bình", "Hồ Châu"]


def test_settings_on_disk_are_asked_where_none_are_given(desk, people) -> None:
    [job] = desk.order_badges([people[0].id])
    assert job.printer == f"folder:{config.station_dir() / 'badges'}"
    assert job.layout == "a6"
    config.save(config.Station(printer="Disk"))
    assert desk.order_badges([people[1].id])[0].printer == "Disk"


def test_a_category_has_its_layout_or_no_badge(desk, people) -> None:
    desk.add_records(
        [
            Category("vip", "VIP", "Khách VIP", layout="card"),
            Category("press", "Press", "Báo chí", layout="none"),
        ]
    )
    [job] = desk.order_badges([people[0].id], printer="P")
    assert job.layout == "card"
    with pytest.raises(NotPossible, match="gets no badge"):
        desk.order_badges([people[1].id], printer="P")
    with pytest.raises(NotPossible, match="gets no badge"):
        desk.order_badges([people[1].id], printer="P", layout="a6")
    assert desk.layout_choice("a6").name("press") == "none"


def test_an_order_is_whole_or_not_at_all(desk, people) -> None:
    with pytest.raises(NoSuchDelegate):
        desk.order_badges([people[0].id, "nobody"], printer="P")
    assert desk.jobs() == []


def test_a_long_order_is_parted_and_one_badge_goes_before_it(desk) -> None:
    desk.add_people({"name": f"Người {n}", "delegation": ""} for n in range(45))
    ids = [row.delegate.id for row in desk.roster_rows(desk.roster_ids())]
    jobs = desk.order_badges(ids, printer="P")
    assert [len(job.badges) for job in jobs] == [20, 20, 5]
    single = walk_in(desk, "Lê An")
    [urgent] = desk.order_badges([single.id], printer="P")
    assert desk.next_job() == urgent
    assert desk.next_job(["P"]) is None


def test_the_queue_survives_and_a_copy_does_not_print_it_again(
    tmp_path: Path, station: Path
) -> None:
    desk = new_desk(tmp_path)
    person = walk_in(desk, "Lê An")
    [job] = desk.order_badges([person.id], printer="P")
    desk.backup(tmp_path / "copy.checkin")
    desk.close()
    again = Desk.open(desk.path)
    assert again.jobs(unfinished=True) == [job]
    again.close()
    copy = Desk.open(tmp_path / "copy.checkin")
    assert [known.state for known in copy.jobs()] == [JobState.UNKNOWN]
    assert copy.next_job() is None
    copy.close()


def test_every_desk_counts_and_failed_prints_do_not(desk, people, tell) -> None:
    who = people[0].id
    tell(desk.order_badges([who], printer="P")[0], "sending", "failed", words="no paper")
    assert desk.delegate(who).printed == 0
    tell(desk.order_badges([who], printer="P")[0], "sending", "sent", "cancelled")
    assert desk.delegate(who).printed == 0
    tell(desk.order_badges([who], printer="P")[0], "sending", "unknown")
    assert desk.delegate(who).printed == 1
    words = [p.words for p in desk.badge_of(who).prints]
    assert words == ["", "", "no paper"]
    desk.spoil(desk.badge_of(who).prints[0].id, reason="smeared")
    assert desk.delegate(who).printed == 0


def test_a_new_order_gives_a_failed_job_up(desk, people, tell) -> None:
    failed = tell(desk.order_badges([people[0].id], printer="P")[0], "sending", "failed")
    desk.order_badges([people[0].id], printer="Q")
    assert desk.job(failed.id).state is JobState.CANCELLED


def test_trying_again_after_a_correction_orders_anew(desk, people, tell) -> None:
    ids = [person.id for person in people]
    [job] = desk.order_badges(ids, printer="P")
    tell(job, "sending", "failed")
    desk.amend(ids[1], {"name": "Vũ Thị Bình"})
    tell(desk.order_badges([ids[2]], printer="P")[0], "sending", "written")
    again = desk.retry_job(job.id)
    assert again.id != job.id
    assert [badge.name for badge in again.badges] == ["Lê An", "Vũ Thị Bình"]
    assert desk.job(job.id).state is JobState.CANCELLED


def test_a_corrected_delegation_is_a_correction_of_the_badge(desk, people, tell) -> None:
    [job] = desk.order_badges([people[0].id], printer="P")
    desk.job_told(job.id, "queued", pdf_sha256="ab")
    assert desk.job_as_kept(job.id)
    desk.amend(people[0].id, {"seat": "12"})
    assert desk.job_as_kept(job.id)
    desk.amend(people[0].id, {"delegation": "Đoàn Đà Nẵng"})
    assert not desk.job_as_kept(job.id)


def test_a_job_goes_only_where_it_can(desk, people, tell) -> None:
    [job] = desk.order_badges([people[0].id], printer="P")
    with pytest.raises(NotPossible, match="gone on"):
        desk.job_told(job.id, "confirmed")
    tell(job, "sending", "sent")
    for deed in (
        lambda: desk.move_job(job.id, "Q"),
        lambda: desk.cancel_job(job.id),
        lambda: desk.retry_job(job.id),
    ):
        with pytest.raises(NotPossible):
            deed()
    tell(job, "confirmed")
    with pytest.raises(NotPossible, match="over"):
        desk.cancel_job(job.id)
    with pytest.raises(NoSuchJob):
        desk.job("none")


def test_what_the_printer_asks_for_is_kept_and_is_no_fact(desk, people, tell) -> None:
    job = tell(desk.order_badges([people[0].id], printer="P")[0], "sending", "sent")
    before = desk.digest()
    assert desk.job_told(job.id, "sent", attention="media-empty").attention == "media-empty"
    assert desk.job_told(job.id, "sent").attention == ""
    assert desk.digest() == before


def test_badges_that_cannot_be_made_become_a_job_of_their_own(desk, people) -> None:
    [job] = desk.order_badges([person.id for person in people], printer="P")
    parted = desk.part_job(job.id, {people[1].id}, words="no font")
    assert parted.state is JobState.FAILED and parted.words == "no font"
    assert [badge.name for badge in desk.job(job.id).badges] == ["Lê An", "Hồ Châu"]
    assert desk.badge_of(people[1].id).prints[0].outcome == "failed"


def test_the_code_can_be_kept_on_new_paper(desk, people, tell) -> None:
    keep = config.Station(keep_code_on_reprint=True)
    who = people[0].id
    for reason in ("", "smeared"):
        [job] = desk.order_badges([who], printer="P", reason=reason, station=keep)
        tell(job, "sending", "written")
    assert len(desk.credentials(who)) == 1
    assert len({badge.code for badge in desk.badge_of(who).prints}) == 1


def test_a_former_code_does_not_come_back_behind_newer_paper(desk, people, tell) -> None:
    who = people[0].id
    tell(desk.order_badges([who], printer="P")[0], "sending", "written")
    doubtful = tell(
        desk.order_badges([who], printer="P", reason="torn")[0], "sending", "sent", "unknown"
    )
    tell(desk.order_badges([who], printer="P", reason="torn")[0], "sending", "written")
    latest = desk.badge_of(who).prints[0].code
    tell(doubtful, "failed")
    active = [c.code for c in desk.credentials(who) if c.status == "active"]
    assert active == [latest]


def test_no_doubtful_print_brings_a_lost_badge_back(desk, people, tell) -> None:
    who = people[0].id
    tell(desk.order_badges([who], printer="P")[0], "sending", "written")
    doubtful = tell(desk.order_badges([who], printer="P", reason="x")[0], "sending", "unknown")
    before = {c.code for c in desk.credentials(who)}
    desk.lost_badge(who)
    tell(doubtful, "failed")
    assert not before & {c.code for c in desk.credentials(who) if c.status == "active"}


def codes(desk: Desk, who: str) -> dict[str, str]:
    return {credential.code: credential.status.value for credential in desk.credentials(who)}


def in_a_copy(desk: Desk, folder: Path) -> Desk:
    desk.backup(folder / "copy.checkin")
    return Desk.open(folder / "copy.checkin")


@pytest.mark.parametrize("state", ["queued", "sending"])
@pytest.mark.parametrize("failed_before", [False, True])
def test_a_badge_that_came_out_of_a_copys_queue_is_a_badge(
    tmp_path: Path, desk, people, tell, state: str, failed_before: bool
) -> None:
    who = people[0].id
    tell(desk.order_badges([who], printer="P")[0], "sending", "written")
    former = desk.badge_of(who).code
    [job] = desk.order_badges([who], printer="P", reason="torn")
    if failed_before:
        tell(job, "sending", "failed")
        desk.retry_job(job.id)
    tell(job, *["sending"] * (state == "sending"))
    copy = in_a_copy(desk, tmp_path)
    copy.job_told(job.id, "confirmed", operator="Mai")
    fresh = job.badges[0].code
    assert codes(copy, who) == {former: "replaced", fresh: "active"}
    latest = copy.badge_of(who).prints[0]
    assert (latest.outcome, latest.code) == ("confirmed", fresh)
    assert copy.delegate(who).printed == 2
    assert copy.scan(fresh).delegate is not None
    assert copy.check().problems == []
    copy.close()


def test_a_copys_badge_that_newer_paper_overtook_does_not_count(
    tmp_path: Path, desk, people, tell
) -> None:
    who = people[0].id
    tell(desk.order_badges([who], printer="P")[0], "sending", "written")
    [job] = desk.order_badges([who], printer="P", reason="torn")
    copy = in_a_copy(desk, tmp_path)
    [newer] = copy.order_badges([who], printer="P", reason="torn")
    for state in ("sending", "written"):
        copy.job_told(newer.id, state)
    copy.job_told(job.id, "confirmed")
    known = codes(copy, who)
    assert known[job.badges[0].code] == "replaced"
    assert [code for code, status in known.items() if status == "active"] == [newer.badges[0].code]
    copy.close()


def test_a_lost_badge_of_a_copys_queue_stays_worthless(tmp_path: Path, desk, people, tell) -> None:
    who = people[0].id
    tell(desk.order_badges([who], printer="P")[0], "sending", "written")
    [job] = desk.order_badges([who], printer="P", reason="torn")
    copy = in_a_copy(desk, tmp_path)
    copy.lost_badge(who)
    counts = copy.badge_of(who).code
    copy.job_told(job.id, "confirmed")
    assert codes(copy, who)[job.badges[0].code] == "revoked"
    assert copy.badge_of(who).code == counts
    copy.close()


def test_a_job_the_printer_gave_back_leaves_no_fresh_code(desk, people, tell) -> None:
    who = people[0].id
    tell(desk.order_badges([who], printer="P")[0], "sending", "written")
    former = desk.badge_of(who).code
    [job] = desk.order_badges([who], printer="P", reason="torn")
    tell(job, "sending", "sent", "cancelled")
    assert codes(desk, who) == {former: "active", job.badges[0].code: "revoked"}


def test_whoever_has_withdrawn_gets_no_badge(desk, people) -> None:
    [job] = desk.order_badges([person.id for person in people], printer="P")
    desk.withdraw(people[0].id)
    desk.replace_code(people[1].id)
    assert desk.worthless_badges(job.id) == {people[0].id, people[1].id}
    with pytest.raises(NotPossible, match="withdrawn"):
        desk.order_badges([people[0].id], printer="P")


def test_trying_again_says_that_the_doubtful_badge_is_none(desk, people, tell) -> None:
    who = people[0].id
    tell(desk.order_badges([who], printer="P")[0], "sending", "written")
    former = desk.badge_of(who).code
    [job] = desk.order_badges([who], printer="P", reason="torn")
    tell(job, "sending", "unknown")
    desk.retry_job(job.id, operator="Mai")
    assert codes(desk, who)[former] == "active"
    last = desk.delegate(who).history[0].details
    assert (last["outcome"], last["operator"]) == ("failed", "Mai")
    tell(job, "sending", "sent", "confirmed")
    assert desk.delegate(who).printed == 2
    assert [line.printed for line in desk.stock()] == [2]
    assert codes(desk, who) == {former: "replaced", job.badges[0].code: "active"}


def test_paper_with_a_kept_code_replaces_the_others_too(desk, people, tell) -> None:
    keep = config.Station(printer="P", keep_code_on_reprint=True)
    who = people[0].id
    tell(desk.order_badges([who], station=keep)[0], "sending", "written")
    [doubtful] = desk.order_badges([who], printer="P", reason="torn")
    tell(doubtful, "sending", "unknown")
    [kept] = desk.order_badges([who], station=keep, reason="torn")
    tell(kept, "sending", "written")
    tell(doubtful, "failed")
    active = [code for code, status in codes(desk, who).items() if status == "active"]
    assert active == [kept.badges[0].code]


def test_a_code_that_is_given_up_is_on_no_new_badge(desk, people, tell) -> None:
    who = people[0].id
    tell(desk.order_badges([who], printer="P")[0], "sending", "written")
    tell(desk.order_badges([who], printer="P", reason="torn")[0], "sending", "sent", "failed")
    keep = config.Station(printer="P", keep_code_on_reprint=True)
    [again] = desk.order_badges([who], station=keep, reason="torn", operator="Mai")
    assert codes(desk, who)[again.badges[0].code] == "active"
    given_up = [
        line.details for line in desk.delegate(who).history if "not printed" in str(line.details)
    ]
    assert [details["operator"] for details in given_up] == ["Mai"]


def test_what_was_ordered_anew_is_not_queued_a_second_time(desk, people) -> None:
    [first] = desk.order_badges([people[0].id], printer="P")
    for state in (JobState.SENDING, JobState.FAILED):
        desk.job_told(first.id, state, words="paper out")
    [second] = desk.order_badges([people[0].id], printer="Q", reason="again")
    with pytest.raises(NotPossible):
        desk.job_told(first.id, JobState.QUEUED)
    assert desk.job(first.id).state is not JobState.QUEUED
    assert desk.next_job() == second


def test_a_job_is_not_queued_again_beside_one_that_has_the_badge(desk, people, tell) -> None:
    """It was not known whether paper came out, so the badge was ordered anew."""
    [first] = desk.order_badges([people[0].id])
    tell(first, "sending", "unknown")
    [second] = desk.order_badges([people[0].id], reason="torn")
    with pytest.raises(NotPossible, match="on its way"):
        tell(first, "queued")
    assert [desk.job(job.id).state for job in (first, second)] == [
        JobState.UNKNOWN,
        JobState.QUEUED,
    ]
