"""Owns the rules by which facts of several desks do not fit together; pure, whatever their order.

Times are milliseconds since 1970 UTC, corrected: the desk's clock and what was measured of it. The
same facts make the same conflicts with the same ids.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from checkin_app.domain.conflicts import BOTH, REPLACE, WALK_MS
from checkin_app.ledger.fold import Edit, live_edits

#: Of so many walk-ins of one name, the first, each is held against each.
MOST_NAMESAKES = 32


@dataclass(frozen=True, slots=True)
class Found:
    """One conflict: the entries that make it, in order, and whether that order is certain.

    `part` tells conflicts of the same entries apart: a checkpoint, a code, a field.
    """

    part: str
    entries: tuple[str, ...]
    uncertain: bool = False


def conflict_id(kind: str, part: str, entries: Iterable[str]) -> str:
    """Sixteen hex digits that stand for a conflict: half of SHA-256 over what makes it."""
    text = "\n".join(("conflict 1", kind, part, *sorted(entries)))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Moment:
    """An entry in time: `at` corrected, give or take `bound`; which stream says so."""

    id: str
    at: int
    stream: int
    bound: int = 0


@dataclass(frozen=True, slots=True)
class Admission(Moment):
    """A standing scan that let somebody in or out by its own verdict, or, `out`, by override.

    `delegate` is whom the desk took them for: of records that were merged since, one each.
    """

    checkpoint: str = ""
    code: str = ""
    out: bool = False
    delegate: str = ""


def _in_time(moment: Moment) -> tuple[int, str]:
    return moment.at, moment.id


def _near(one: Moment, other: Moment) -> bool:
    """Whether which came first is not certain: two desks, nearer than their error bounds."""
    return one.stream != other.stream and abs(one.at - other.at) <= one.bound + other.bound


def _found(part: str, moments: Sequence[Moment]) -> Found:
    ordered = sorted(moments, key=_in_time)
    uncertain = any(_near(one, other) for one, other in pairwise(ordered))
    return Found(part, tuple(moment.id for moment in ordered), uncertain)


def admitted_twice(passages: Iterable[Admission]) -> list[Found]:
    """Who was let in by two desks at one checkpoint and did not leave between.

    `passages` are one person's. Two records of one person that were let in once each are no
    conflict: that they are one was seen, and decided, when they were merged.
    """
    at: dict[str, list[Admission]] = defaultdict(list)
    for passage in passages:
        at[passage.checkpoint].append(passage)
    found = []
    for checkpoint, there in sorted(at.items()):
        runs: list[list[Admission]] = [[]]
        for passage in sorted(there, key=_in_time):
            if passage.out:
                runs.append([])
            else:
                runs[-1].append(passage)
        for run in runs:
            for delegate in sorted({admission.delegate for admission in run}):
                same = [admission for admission in run if admission.delegate == delegate]
                if len({admission.stream for admission in same}) > 1:
                    found.append(_found(checkpoint, same))
    return found


def two_doors(passages: Iterable[Admission], walk_ms: int = WALK_MS) -> list[Found]:
    """Which codes were let in at two checkpoints by two desks nearer in time than anybody walks."""
    of: dict[str, list[Admission]] = defaultdict(list)
    for passage in passages:
        if passage.code and not passage.out:
            of[passage.code].append(passage)
    found = []
    for code, admissions in sorted(of.items()):
        group: list[Admission] = []
        for admission in _everywhere(sorted(admissions, key=_in_time), walk_ms):
            if group and admission.at - group[-1].at >= walk_ms:
                found.append(_found(code, group))
                group = []
            group.append(admission)
        if group:
            found.append(_found(code, group))
    return found


def _everywhere(ordered: Sequence[Admission], walk_ms: int) -> list[Admission]:
    """Those that have another one near in time at another checkpoint and another desk."""
    doors: Counter[str] = Counter()
    desks: Counter[int] = Counter()
    both: Counter[tuple[str, int]] = Counter()
    window: deque[Admission] = deque()
    chosen: list[Admission] = []
    ahead = 0
    for admission in ordered:
        while ahead < len(ordered) and ordered[ahead].at - admission.at < walk_ms:
            other = ordered[ahead]
            window.append(other)
            doors[other.checkpoint] += 1
            desks[other.stream] += 1
            both[other.checkpoint, other.stream] += 1
            ahead += 1
        while admission.at - window[0].at >= walk_ms:
            other = window.popleft()
            doors[other.checkpoint] -= 1
            desks[other.stream] -= 1
            both[other.checkpoint, other.stream] -= 1
        here, desk = admission.checkpoint, admission.stream
        if len(window) - doors[here] - desks[desk] + both[here, desk] > 0:
            chosen.append(admission)
    return chosen


def replaced_used(
    passages: Iterable[Admission], changes: Mapping[str, Sequence[Moment]]
) -> list[Found]:
    """Which codes were let in after another desk had replaced or revoked them.

    `changes` are what happened to each code.
    """
    of: dict[str, list[Admission]] = defaultdict(list)
    for passage in passages:
        if passage.code in changes and not passage.out:
            of[passage.code].append(passage)
    found = []
    for code, admissions in sorted(of.items()):
        causes: set[Moment] = set()
        used: set[Moment] = set()
        for admission in admissions:
            before = [
                c for c in changes[code] if c.stream != admission.stream and c.at < admission.at
            ]
            if before:
                used.add(admission)
                causes.add(min(before, key=_in_time))
        if used:
            found.append(_found(code, [*causes, *used]))
    return found


@dataclass(frozen=True, slots=True)
class WalkIn:
    """Somebody registered at a desk; texts folded. `unlike` are who the desk was shown and told
    that this is somebody else.
    """

    delegate: str
    entry: str
    at: int
    stream: int
    delegation: str = ""
    organization: str = ""
    birth_year: int | None = None
    unlike: frozenset[str] = frozenset()


def twins(namesakes: Iterable[WalkIn]) -> list[tuple[WalkIn, WalkIn]]:
    """Pairs of walk-ins of one name that may be one person, the earlier first.

    Where delegation, organization or year of birth are both known and differ, they are two.
    """
    first = sorted(namesakes, key=lambda w: (w.at, w.entry))[:MOST_NAMESAKES]
    return [(one, other) for one, other in combinations(first, 2) if _may_be_one(one, other)]


def _may_be_one(one: WalkIn, other: WalkIn) -> bool:
    return (
        one.stream != other.stream
        and one.delegate not in other.unlike
        and other.delegate not in one.unlike
        and not (one.delegation and other.delegation and one.delegation != other.delegation)
        and not (one.organization and other.organization and one.organization != other.organization)
        and not (one.birth_year and other.birth_year and one.birth_year != other.birth_year)
    )


def crossed_edits(edits: Sequence[Edit], streams: Mapping[str, int]) -> list[Found]:
    """Fields of which several desks hold different values that nobody replaced, the latest last.

    `streams` says which stream each edit is of; of one stream, the last edit counts.
    """
    found = []
    for field in sorted({name for edit in edits for name in edit.fields}):
        latest = {streams[edit.id]: edit for edit in live_edits(edits, field)}
        values = [edit.fields[field] for edit in latest.values()]
        if any(value != values[0] for value in values):
            ordered = sorted(latest.values(), key=lambda edit: (edit.at, edit.id))
            found.append(Found(field, tuple(edit.id for edit in ordered)))
    return found


@dataclass(frozen=True, slots=True)
class Binding(Moment):
    """A temporary badge given to somebody; `replaces` are the bindings that it puts aside.

    `said` is the hybrid time of the entry, which decides which binding came first.
    """

    delegate: str = ""
    said: int = 0
    replaces: frozenset[str] = frozenset()


def live_bindings(bindings: Iterable[Binding]) -> list[Binding]:
    """Those that nobody put aside; the first of them holds."""
    bindings = list(bindings)
    replaced = {old for binding in bindings for old in binding.replaces if old != binding.id}
    live = [binding for binding in bindings if binding.id not in replaced]
    return sorted(live or bindings, key=lambda b: (b.said, b.id))


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided of a conflict; `replaces` are the decisions that it overrules."""

    id: str
    at: int
    decision: str
    replaces: frozenset[str] = frozenset()
    standing: bool = True


def live_decisions(decisions: Iterable[Decision]) -> list[Decision]:
    """Standing decisions that no other standing one overrules, the latest last: that is shown."""
    standing = [decision for decision in decisions if decision.standing]
    replaced = {old for decision in standing for old in decision.replaces if old != decision.id}
    live = [decision for decision in standing if decision.id not in replaced]
    return sorted(live or standing, key=lambda d: (d.at, d.id))


def disagree(decisions: Sequence[Decision]) -> bool:
    return len({decision.decision for decision in decisions}) > 1


@dataclass(frozen=True, slots=True)
class Merge:
    """Two records are one person: `gone` counts as `keep`. Only standing ones are asked about."""

    id: str
    at: int
    keep: str
    gone: str
    codes: str = BOTH


def merged(merges: Iterable[Merge]) -> dict[str, tuple[str, str]]:
    """Who is no more, as whom they count, and whether their codes go on (`both`) or not.

    Of several merges of one record the latest counts; of a ring the earliest does not.
    """
    latest: dict[str, Merge] = {}
    for merge in sorted(merges, key=lambda m: (m.at, m.id)):
        if merge.keep != merge.gone:
            latest[merge.gone] = merge
    for start in sorted(latest):
        ring: dict[str, Merge] = {}
        at = start
        while at in latest and at not in ring:
            ring[at] = latest[at]
            at = latest[at].keep
        if at in ring:
            names = list(ring)
            inside = [ring[name] for name in names[names.index(at) :]]
            del latest[min(inside, key=lambda m: (m.at, m.id)).gone]
    result = {}
    for gone in latest:
        codes, at = BOTH, gone
        while at in latest:
            if latest[at].codes == REPLACE:
                codes = REPLACE
            at = latest[at].keep
        result[gone] = (at, codes)
    return result
