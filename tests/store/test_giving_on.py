"""What a desk knows it can give on, wherever a stream was forked and however it was sealed."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from checkin_app.store.bootstrap import bootstrap
from tests.desk_support import new_desk
from tests.hub.scribe import Scribe
from tests.sync.meeting import another, close_all, meet


def test_a_fork_in_the_middle_of_what_was_sealed_together_is_given_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The shared entries have no seal near enough but one in the branch, whichever side that is."""
    monkeypatch.setattr("checkin_app.desk.exchange._AT_ONCE", 1)
    one = new_desk(tmp_path)
    two = another(one, "two")
    kept = set()
    while len(kept) < 2:
        first = Scribe().scan(150)
        second = first.cloned()
        first.scan(49)
        second.scan(199)
        one.receive([first.page(), second.page(152, 350)], "hub")
        kept.add(one.vector()[first.stream] == first.head)
    meet(one, two)
    assert two.aside() == []
    assert two.vector() == one.vector()
    assert two.digest() == one.digest()
    with closing(bootstrap(tmp_path / "three.checkin", one.every_page())) as three:
        assert three.vector() == one.vector()
    close_all(one, two)
