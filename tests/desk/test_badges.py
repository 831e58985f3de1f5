"""A badge once it is printed: lost, verified, handed over, spoilt; stock, photos, layouts."""

from __future__ import annotations

from datetime import date

import pytest

from checkin_app import config
from checkin_app.badges.layout import LayoutError, parse
from checkin_app.desk import Desk
from checkin_app.domain.badges import LOST, JobState
from checkin_app.domain.delegates import Category, Delegation
from checkin_app.domain.errors import NotPossible
from checkin_app.ledger import kinds

JPEG = b"\xff\xd8\xff" + bytes(200)


def told(desk: Desk, who: str) -> list[tuple[str, dict[str, str]]]:
    """The history of somebody, oldest first, without ids."""
    return [
        (line.kind, {k: v for k, v in line.details.items() if k != "print"})
        for line in reversed(desk.delegate(who).history)
    ]


def test_everything_is_in_the_history(desk, people, tell) -> None:
    who = people[0].id
    tell(desk.order_badges([who], printer="P")[0], "sending", "sent", "confirmed")
    desk.spoil(desk.badge_of(who).prints[0].id, reason="smeared", operator="Mai")
    tell(desk.order_badges([who], printer="P", operator="Mai")[0], "sending", "sent", "failed")
    [again] = desk.order_badges([who], printer="P", reason="jam")
    tell(again, "sending", "written")
    desk.hand_over([who], to="aide", name="Bà  Lan", verified=True)
    desk.lost_badge(who, operator="Mai")
    history = [(kind, details) for kind, details in told(desk, who)[1:]]
    printed = {"layout": "a6", "printer": "P"}
    assert history[:2] == [
        (kinds.PRINTED, {**printed, "outcome": "sent"}),
        (kinds.FOLLOWED, {"outcome": "confirmed", "printer": "P"}),
    ]
    assert (kinds.FOLLOWED, {"outcome": "spoilt", "words": "smeared", "operator": "Mai", "printer":
            "P"}) in history  # fmt: skip
    assert (kinds.CREDENTIAL_ISSUED, {"by": "print", "operator": "Mai"}) in history
    assert (kinds.HANDED, {"to": "aide", "name": "Bà Lan", "verified": "yes"}) in history
    revoked = {"status": "revoked", "reason": "lost", "operator": "Mai"}
    assert history.count((kinds.CREDENTIAL_CHANGED, revoked)) >= 2
    assert (kinds.CREDENTIAL_CHANGED, {"status": "replaced"}) in history


def test_a_lost_badge_leaves_the_queue(desk, people) -> None:
    both = [people[0].id, people[1].id]
    [job] = desk.order_badges(both, printer="P")
    desk.lost_badge(both[0])
    assert [badge.delegate for badge in desk.job(job.id).badges] == both[1:]
    desk.lost_badge(both[1])
    assert desk.job(job.id).state is JobState.CANCELLED
    statuses = [credential.status for credential in desk.credentials(both[0])]
    assert statuses == ["active", "revoked"]


def test_a_lost_badge_is_blocked_and_ordered_anew_at_once(desk, people, tell) -> None:
    who = people[0].id
    tell(desk.order_badges([who], printer="P")[0], "sending", "written")
    former = desk.badge_of(who).code
    [job] = desk.replace_lost(who, operator="Mai", station=config.Station(printer="P")).jobs
    assert (job.reason, job.operator) == (LOST, "Mai")
    assert desk.verify_badge(who, former).kind == "former"
    assert [badge.code for badge in job.badges] == [desk.badge_of(who).code] != [former]


def test_a_lost_badge_is_blocked_also_where_no_new_one_can_be_ordered(desk, people, tell) -> None:
    station = config.Station(printer="P")
    desk.add_records([Category("press", "Press", "Báo chí", layout="none")])
    desk.withdraw(people[2].id)
    at_printer = tell(desk.order_badges([people[0].id], printer="P")[0], "sending", "sent")
    for person, why in zip(people, ("destroy it", "gets no badge", "withdrawn"), strict=True):
        former = desk.badge_of(person.id).code
        done = desk.replace_lost(person.id, station=station)
        assert done.jobs == [] and why in str(done.refused)
        assert desk.badge_of(person.id).code not in ("", former)
    assert desk.badge_of(people[0].id).queued == at_printer


def test_a_lost_badge_is_blocked_and_ordered_or_neither(desk, people, monkeypatch) -> None:
    before = desk.digest()

    def full(*_: object, **__: object) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as patched:
        patched.setattr("checkin_app.store.jobs.add", full)
        with pytest.raises(OSError, match="disk full"):
            desk.replace_lost(people[0].id, station=config.Station(printer="P"))
    assert desk.digest() == before


def test_only_a_printed_badge_was_read_before_it_was_handed_over(desk, people, tell) -> None:
    who = people[0].id
    [job] = desk.order_badges([who], printer="P")
    with pytest.raises(NotPossible, match="none was read"):
        desk.hand_over([who], to="delegate", verified=True)
    tell(job, "sending", "sent")
    desk.hand_over([who], to="delegate", verified=True)
    desk.lost_badge(who)
    with pytest.raises(NotPossible, match="none was read"):
        desk.hand_over([who], to="delegate", verified=True)
    assert len(desk.badge_of(who).handed) == 1


def test_badges_are_handed_to_somebody(desk, people) -> None:
    ids = [person.id for person in people]
    with pytest.raises(NotPossible, match="Say who"):
        desk.hand_over(ids, to="liaison")
    assert all(not desk.badge_of(key).handed for key in ids)
    [delegation] = desk.delegations()
    desk.add_records([Delegation(delegation.id, delegation.name, liaison="Ông Tư")])
    desk.hand_over(ids, to="liaison", operator="Mai")
    assert {desk.badge_of(key).handed[0].name for key in ids} == {"Ông Tư"}
    desk.hand_over(ids[:1], to="delegate")
    latest = desk.badge_of(ids[0]).handed[0]
    assert (latest.to, latest.name, latest.code) == ("delegate", "", desk.badge_of(ids[0]).code)
    with pytest.raises(NotPossible, match="handed to"):
        desk.hand_over(ids, to="driver", name="Anh Ba")


def test_the_name_of_who_took_a_badge_can_be_erased(desk, people) -> None:
    desk.hand_over([people[0].id], to="aide", name="Bà Lan")
    connection = desk._file.connection
    body = connection.execute("SELECT body FROM entries ORDER BY n DESC LIMIT 1").fetchone()[0]
    assert "Lan" not in body.decode()
    row = connection.execute("SELECT stream, n FROM privates ORDER BY n DESC LIMIT 1").fetchone()
    with desk._file.transaction():
        connection.execute("UPDATE privates SET body = ? WHERE stream = ? AND n = ?",
                           (b"[null]", *row))  # fmt: skip
    desk.rebuild()
    assert desk.badge_of(people[0].id).handed[0].name == ""


def test_spoiling_wants_a_print_and_a_reason(desk, people, tell) -> None:
    with pytest.raises(NotPossible):
        desk.spoil("none", reason="torn")
    tell(desk.order_badges([people[0].id], printer="P")[0], "sending", "written")
    [print_] = desk.badge_of(people[0].id).prints
    with pytest.raises(NotPossible, match="what is wrong"):
        desk.spoil(print_.id, reason=" ")
    desk.spoil(print_.id, reason="torn")
    with pytest.raises(NotPossible, match="already"):
        desk.spoil(print_.id, reason="torn")
    tell(desk.order_badges([people[0].id], printer="P")[0], "sending", "failed")
    with pytest.raises(NotPossible, match="no paper"):
        desk.spoil(desk.badge_of(people[0].id).prints[0].id, reason="torn")
    assert [line.spoilt for line in desk.stock()] == [1]


def test_stock_is_what_was_counted_less_what_was_used(desk, people, tell) -> None:
    assert desk.count_stock("P", 9).left == 9
    tell(desk.order_badges([people[0].id], printer="P")[0], "sending", "sent", "confirmed")
    tell(desk.order_badges([people[1].id], printer="P")[0], "sending", "failed")
    tell(desk.order_badges([people[2].id], printer="Q")[0], "sending", "sent", "confirmed")
    assert [(s.printer, s.left, s.printed, s.spoilt) for s in desk.stock()] == [
        ("P", 8, 1, 0),
        ("Q", None, 1, 0),
    ]
    desk.spoil(desk.badge_of(people[0].id).prints[0].id, reason="smeared")
    first = desk.stock()[0]
    assert (first.printer, first.left, first.printed, first.spoilt) == ("P", 8, 0, 1)
    assert desk.count_stock("P", 50).left == 50
    with pytest.raises(NotPossible):
        desk.count_stock("P", -1)


def test_a_photo_is_kept_once_and_is_a_field_of_its_person(desk, people) -> None:
    name = desk.keep_photo(people[0].id, JPEG, operator="Mai")
    assert desk.keep_photo(people[1].id, JPEG) == name
    assert desk.photo(name) == JPEG
    assert desk.delegate(people[0].id).delegate.photo == name
    entries = desk._file.connection.execute("SELECT body FROM entries").fetchall()
    assert sum(b'"kind":"photo.kept"' in body for (body,) in entries) == 1
    desk.drop_photo(people[0].id)
    assert desk.delegate(people[0].id).delegate.photo == ""
    assert desk.photo("none") is None
    for bad in (b"GIF89a", b"\xff\xd8\xff" + bytes(70_000)):
        with pytest.raises(NotPossible):
            desk.keep_photo(people[0].id, bad)
    desk.rebuild()
    assert desk.photo(name) == JPEG


def test_layouts_of_the_event_stand_beside_the_built_in(desk) -> None:
    document = desk.layout_document("a6").replace('"a6"', '"vip"', 1)
    assert desk.save_layout(document, operator="Mai").name == "vip"
    assert desk.layout("vip").width == desk.layout("a6").width
    assert desk.layout_document("vip") == document
    wrong = document.replace('"width"', '"wide"', 1)
    with pytest.raises(LayoutError):
        desk.save_layout(wrong)
    with pytest.raises(NotPossible, match="comes with the program"):
        desk.save_layout(desk.layout_document("a6"))
    desk.remove_layout("vip")
    assert "vip" not in desk.layouts()
    with pytest.raises(NotPossible, match="The layouts are"):
        desk.layout("vip")
    with pytest.raises(NotPossible):
        desk.remove_layout("vip")


def test_a_layout_is_no_category_of_its_name(desk, people) -> None:
    desk.save_layout(desk.layout_document("a6").replace('"a6"', '"vip"', 1))
    assert {c.id: c.name_en for c in desk.categories()}["vip"] == "VIP"
    desk.rebuild()
    assert "vip" in desk.layouts()


def test_temporary_numbers_go_on_and_begin_anew_each_day(desk, people) -> None:
    day, next_day = date(2026, 11, 25), date(2026, 11, 26)
    assert [badge.number for badge in desk.make_temporaries(2, day)] == [1, 2]
    assert [badge.number for badge in desk.make_temporaries(2, day)] == [3, 4]
    assert [badge.number for badge in desk.make_temporaries(1, next_day)] == [1]
    assert len(desk.temporaries()) == 5
    bound = desk.bind_temporary("002", people[0].id, day=day)
    assert (bound.number, bound.delegate) == (2, people[0].id)
    assert desk.bind_temporary(bound.code, people[0].id, day=day) == bound
    with pytest.raises(NotPossible, match="is for 2026-11-25"):
        desk.bind_temporary(bound.code, people[0].id, day=next_day)
    with pytest.raises(NotPossible):
        desk.make_temporaries(0, day)
    assert desk.badge_of(people[0].id).code != bound.code, "a temporary code is on no badge"
    assert (kinds.TEMPORARY_BOUND, {"day": "2026-11-25", "number": "2"}) in told(desk, people[0].id)


def test_a_layout_is_read_once_and_others_not_for_it(desk, monkeypatch) -> None:
    for name in ("one", "two"):
        desk.save_layout(desk.layout_document("card").replace('"card"', f'"{name}"', 1))
    read = []

    def counted(document):
        read.append(document)
        return parse(document)

    monkeypatch.setattr("checkin_app.badges.layout.parse", counted)
    first = desk.layout("one")
    assert desk.layout("one") is first and len(read) == 1
    assert set(desk.layouts()) >= {"one", "two"} and len(read) == 2
    desk.save_layout(desk.layout_document("one").replace('"title_en": "', '"title_en": "My ', 1))
    desk.layout("two")
    read.clear()
    assert desk.layout("one") is not first and len(read) == 1
