"""An edit made elsewhere before the erasure was heard: the desk that may erase is told."""

from __future__ import annotations

from pathlib import Path

from checkin_app import i18n
from checkin_app.desk import Desk
from tests.desk_support import new_desk, walk_in
from tests.sync.meeting import another, close_all, meet
from tests.sync.sync_support import hub_of


def test_who_is_named_again_after_the_erasure_is_told_until_erased_again(tmp_path: Path) -> None:
    first = new_desk(tmp_path, "a.checkin")
    person, other = walk_in(first, "Lê An"), walk_in(first, "Vũ Bình")
    second = another(first, "b")
    second.amend(person.id, {"phone": "+84 900 000 111"})
    second.amend(other.id, {"phone": "+84 900 000 222"})
    second.seal()
    first.erase_person(person.id, reason="asked")
    first.seal()
    assert first.alarms() == []
    meet(first, second)
    [told] = first.alarms()
    assert str(told).startswith(f"{person.id} was erased")
    assert i18n.say("vi", "alarms", told.sentence, **told.details) != str(told)
    first.erase_person(person.id, reason="asked")
    first.seal()
    meet(first, second)
    assert first.alarms() == []
    assert first.delegate(person.id).delegate.phone == ""
    assert second.delegate(person.id).delegate.phone == ""
    close_all(first, second)


def test_who_may_not_erase_is_not_told(tmp_path: Path) -> None:
    first = new_desk(tmp_path, "a.checkin")
    person = walk_in(first, "Lê An")
    first.close()
    with hub_of(first.path) as hub:
        second = Desk.open(hub.joined("two"))
    first = Desk.open(first.path)
    second.amend(person.id, {"phone": "+84 900 000 111"})
    second.seal()
    first.erase_person(person.id, reason="asked")
    first.seal()
    meet(first, second)
    assert len(first.alarms()) == 1
    assert second.delegate(person.id).delegate.phone
    assert second.alarms() == []
    close_all(first, second)
