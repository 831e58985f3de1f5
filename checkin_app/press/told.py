"""Owns what staff are told of a run of badges: what is not right, and who has none and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from checkin_app.badges.preflight.findings import Finding, Kind
from checkin_app.badges.preflight.words import sentence
from checkin_app.i18n import Language, say

if TYPE_CHECKING:
    from checkin_app.badges.selection import Unbadged
    from checkin_app.badges.subject import BadgeProblem

#: A kind of preflight's finding, or that the category gets no badge.
Reason = Kind | Literal["no_badge"]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody chosen who has no badge; `field` and `detail` are those of the finding."""

    delegate_id: str
    name: str
    reason: Reason
    field: str = ""
    detail: str = ""


def of_unbadged(people: Iterable[Unbadged]) -> list[LeftOut]:
    """Those who were not to be printed in the first place."""
    return [LeftOut(one.delegate_id, one.name, one.reason, "code") for one in people]


def of_unwritten(ids: Iterable[str], problems: Iterable[BadgeProblem]) -> list[LeftOut]:
    """Those whose badge could not be made, by what the renderer said of it."""
    left = set(ids)
    found: dict[str, LeftOut] = {}
    for one in problems:
        if one.delegate_id in left and one.bars:
            said = LeftOut(one.delegate_id, one.name, one.problem, one.field, one.detail)
            found.setdefault(one.delegate_id, said)
    return list(found.values())


def why(left: LeftOut, lang: Language) -> str:
    """Why somebody has no badge, and what to do."""
    if left.reason == "no_badge":
        return say(lang, "errors", "{name} gets no badge: the category has none.", name=left.name)
    finding = Finding(left.delegate_id, left.name, left.reason, left.field, left.detail)
    return f"{left.name}: {sentence(finding, lang)}"


def what(problem: BadgeProblem, lang: Language) -> str:
    """What is not as it should be on a badge, and what to do."""
    return sentence(
        Finding(problem.delegate_id, problem.name, problem.problem, problem.field, problem.detail),
        lang,
    )
