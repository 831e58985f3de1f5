"""Owns which badges cannot be told apart."""

from __future__ import annotations

from collections.abc import Iterator

from checkin_app.badges.pdf.drawing import PhotoSource
from checkin_app.badges.preflight.findings import Finding
from checkin_app.badges.subject import BadgeSubject
from checkin_app.domain import names


class Alike:
    """People whose badges cannot be told apart: one name in one delegation, or one code.

    Two with a stored photo each, and not the same one, are told apart by it.
    """

    def __init__(self, photos: PhotoSource | None) -> None:
        self._photos = photos
        self._first: dict[int, tuple[str, str, str]] = {}
        self._told: set[str] = set()
        self._codes: dict[int, tuple[str, str]] = {}

    def findings(self, subject: BadgeSubject) -> Iterator[Finding]:
        me = (subject.delegate_id, subject.name)
        other = self._codes.setdefault(hash(subject.code), me)
        if other[0] != me[0]:
            yield _twins(me, other, "code")
        words = names.words(subject.name)
        if not words:
            return
        key = hash((words, subject.delegation, subject.country))
        twin = self._first.setdefault(key, (*me, subject.photo))
        if twin[0] == me[0] or self._differ(subject.photo, twin[2]):
            return
        yield _twins(me, twin[:2], "name")
        if twin[0] not in self._told:
            self._told.add(twin[0])
            yield _twins(twin[:2], me, "name")

    def _differ(self, one: str, other: str) -> bool:
        if not one or not other or one == other or self._photos is None:
            return False
        return self._photos(one) is not None and self._photos(other) is not None


def _twins(one: tuple[str, str], other: tuple[str, str], field: str) -> Finding:
    key, name = other
    return Finding(*one, "duplicate", field, f"{name} ({key})", key, name)
