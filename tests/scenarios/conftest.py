"""Runs a scan script: what happens stands on the left, what is expected on the right of “=>”.

    TIME scan WHAT [at CHECKPOINT] [out] [as LABEL]   => DECISION REASON [repeated] [undone] …
    TIME admit PERSON [at CHECKPOINT] [out] [as LABEL] => the same
    override LABEL because TEXT                        => the same, or: error SENTENCE
    undo LABEL [because TEXT]                          => the same
    order PERSON [because TEXT]                        => queued own | fresh, or: error SENTENCE
    told PERSON STATE | retry PERSON | cancel PERSON   => the state of PERSON's latest job
    print PERSON [because TEXT]                        => an order, sent and confirmed
    badge PERSON                                       => OUTCOME/CODE-STATUS, newest print first
    verify PERSON WHAT                                 => what a fresh badge turns out to be
    inside CHECKPOINT | arrived | attendance CHECKPOINT => a number, or names of people

“…” at the end stands for anything more.

WHAT is a person (their present code), PERSON/1 (their first code), “made-up”, “stranger” (a genuine
code of nobody here), “other-event”, temporary/N or temporary/DAY:N, or text:ANYTHING. Before it,
in any order: person, checkpoint, session, rule, amend, withdraw, restore, newcode, revoke, lost,
spoil, temporaries, bind, unbind, day.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from checkin_app.desk import Desk
from checkin_app.domain.badges import Job
from checkin_app.domain.credentials import mint
from checkin_app.domain.errors import CheckinError
from checkin_app.domain.programme import (
    AccessRule,
    Checkpoint,
    CheckpointKind,
    Direction,
    Passage,
    Session,
    SessionKind,
)
from checkin_app.domain.scans import ScanOutcome

FIRST_DAY = date(2026, 11, 25)
TAG, SECRET = "417", b"scenario secret of 32 bytes long"


@dataclass
class Script:
    """A script under way in one event file; `reopen` opens it anew before every line."""

    path: Path
    reopen: bool = False
    people: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    day: int = 1
    rules: int = 0
    _desk: Desk | None = None

    def run(self, text: str) -> None:
        Desk.create(
            self.path,
            name="Scenario",
            first_day=FIRST_DAY,
            last_day=FIRST_DAY + timedelta(days=2),
            tag=TAG,
            secret=SECRET,
        ).close()
        try:
            for number, line in enumerate(text.splitlines(), 1):
                line = line.split(" #", 1)[0].strip()
                if line and not line.startswith("#"):
                    with _told_where(number, line):
                        self._line(line)
            with self.desk() as desk:
                assert desk.check().problems == []
        finally:
            if self._desk is not None:
                self._desk.close()

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        if self._desk is None:
            self._desk = Desk.open(self.path)
        yield self._desk
        if self.reopen:
            self._desk.close()
            self._desk = None

    def _line(self, line: str) -> None:
        left, arrow, right = line.partition("=>")
        words = shlex.split(left)
        if words[0][0].isdigit():
            found = self._passage(words)
        else:
            verb = {"told": "told_of"}.get(words[0], words[0])
            found = getattr(self, f"_{verb}")(*words[1:])
        if arrow:
            expected = " ".join(right.split())
            start = expected.removesuffix("…")
            right_so = found.startswith(start) if start != expected else found == expected
            assert expected, "nothing is expected on the right"
            assert right_so, f"but it is: {found}"

    # -- what happens ------------------------------------------------------

    def _passage(self, words: list[str]) -> str:
        at = self._moment(words[0])
        verb, who, *rest = words[1:]
        options = dict(zip(rest[::2], rest[1::2], strict=False))
        out = "out" in rest
        if out:
            rest = [word for word in rest if word != "out"]
            options = dict(zip(rest[::2], rest[1::2], strict=True))
        where = {
            "checkpoint": options.get("at", "registration"),
            "direction": Direction.OUT if out else Direction.IN,
            "at": at,
        }
        with self.desk() as desk:
            if verb == "scan":
                outcome = desk.scan(self._code(desk, who), **where)
            else:
                outcome = desk.admit(self.people[who], **where)
        if "as" in options:
            self.labels[options["as"]] = outcome.scan_id
        return self._told(outcome)

    def _override(self, label: str, because: str = "because", *reason: str) -> str:
        def act(desk: Desk) -> ScanOutcome:
            return desk.override(self.labels[label], reason=" ".join(reason))

        return self._ruled(act)

    def _undo(self, label: str, because: str = "because", *reason: str) -> str:
        def act(desk: Desk) -> ScanOutcome:
            return desk.undo(self.labels[label], reason=" ".join(reason))

        return self._ruled(act)

    def _ruled(self, act: Callable[[Desk], ScanOutcome]) -> str:
        with self.desk() as desk:
            try:
                return self._told(act(desk))
            except CheckinError as error:
                return f"error {error}"

    def _told(self, outcome: ScanOutcome) -> str:
        verdict = outcome.verdict
        told = [verdict.decision.value, verdict.reason.value]
        told += ["repeated"] * outcome.repeated + ["undone"] * outcome.undone
        if verdict.first_scan:
            told += ["first", f"{verdict.first_scan.at:%H:%M:%S}"]
        if verdict.guidance and verdict.guidance.at:
            place = f'"{verdict.guidance.place}"' if verdict.guidance.place else "here"
            told += ["go", place, f"{verdict.guidance.at:%H:%M}"]
        if outcome.delegate is None:
            told.append("nobody")
        return " ".join([*told, *(f"note: {note}" for note in verdict.notes)])

    # -- what is so --------------------------------------------------------

    def _inside(self, checkpoint: str) -> str:
        with self.desk() as desk:
            return str(desk.figures().per_checkpoint[checkpoint]["inside"])

    def _arrived(self) -> str:
        with self.desk() as desk:
            return str(desk.figures().arrived)

    def _attendance(self, checkpoint: str) -> str:
        with self.desk() as desk:
            rows = list(desk.export_rows("attendance", checkpoint=checkpoint)[1])
        known = {key: alias for alias, key in self.people.items()}
        return " ".join(sorted(known[str(row[0])] for row in rows)) or "nobody"

    # -- what is given -----------------------------------------------------

    def _day(self, number: str) -> str:
        self.day = int(number)
        return ""

    def _person(self, alias: str, name: str, *given: str) -> str:
        fields = {"name": name, "delegation": "Huế", **_pairs(given)}
        with self.desk() as desk:
            made = desk.register(fields, force=True)
        assert not isinstance(made, list)
        self.people[alias] = made.id
        return ""

    def _checkpoint(self, key: str, *given: str) -> str:
        pairs = _pairs(given)
        capacity = pairs.get("capacity")
        place = Checkpoint(
            key,
            CheckpointKind.DOOR,
            key.title(),
            key.title(),
            Passage(pairs.get("passage", "once")),
            pairs.get("session", ""),
            int(capacity) if capacity else None,
        )
        with self.desk() as desk:
            desk.add_records([place])
        return ""

    def _session(self, key: str, place: str, starts: str, ends: str) -> str:
        session = Session(
            key, SessionKind.SESSION, key, key, place, self._moment(starts), self._moment(ends)
        )
        with self.desk() as desk:
            desk.add_records([session])
        return ""

    def _rule(self, checkpoint: str, *given: str) -> str:
        pairs = _pairs(given)
        self.rules += 1
        categories = filter(None, pairs.get("categories", "").split(","))
        rule = AccessRule(
            f"rule{self.rules}",
            checkpoint,
            frozenset(categories),
            frozenset(),
            self._moment(pairs["opens"]) if "opens" in pairs else None,
            self._moment(pairs["closes"]) if "closes" in pairs else None,
        )
        with self.desk() as desk:
            desk.add_records([rule])
        return ""

    def _amend(self, alias: str, *given: str) -> str:
        with self.desk() as desk:
            desk.amend(self.people[alias], dict(_pairs(given)))
        return ""

    def _withdraw(self, alias: str) -> str:
        with self.desk() as desk:
            desk.withdraw(self.people[alias])
        return ""

    def _restore(self, alias: str) -> str:
        with self.desk() as desk:
            desk.restore(self.people[alias])
        return ""

    def _newcode(self, alias: str) -> str:
        with self.desk() as desk:
            desk.replace_code(self.people[alias])
        return ""

    def _revoke(self, alias: str) -> str:
        with self.desk() as desk:
            key = self.people[alias]
            desk.revoke(key, desk.credentials(key)[0].code)
        return ""

    # -- badges ------------------------------------------------------------

    def _order(self, alias: str, because: str = "because", *reason: str) -> str:
        key = self.people[alias]

        def act(desk: Desk) -> str:
            had = {credential.code for credential in desk.credentials(key)}
            [job] = desk.order_badges([key], printer="P", reason=" ".join(reason))
            return f"{job.state} {'own' if job.badges[0].code in had else 'fresh'}"

        return self._tried(act)

    def _print(self, alias: str, because: str = "because", *reason: str) -> str:
        found = self._order(alias, because, *reason)
        if not found.startswith("error"):
            for state in ("sending", "sent", "confirmed"):
                self._told_of(alias, state)
        return found

    def _told_of(self, alias: str, state: str) -> str:
        return self._about(alias, lambda desk, job: desk.job_told(job.id, state, words="so"))

    def _retry(self, alias: str) -> str:
        return self._about(alias, lambda desk, job: desk.retry_job(job.id))

    def _cancel(self, alias: str) -> str:
        return self._about(alias, lambda desk, job: desk.cancel_job(job.id))

    def _about(self, alias: str, act: Callable[[Desk, Job], Job]) -> str:
        key = self.people[alias]

        def found(desk: Desk) -> str:
            mine = [job for job in desk.jobs() if key in [b.delegate for b in job.badges]]
            return act(desk, mine[0]).state.value

        return self._tried(found)

    def _tried(self, act: Callable[[Desk], str]) -> str:
        with self.desk() as desk:
            try:
                return act(desk)
            except CheckinError as error:
                return f"error {error}"

    def _badge(self, alias: str) -> str:
        with self.desk() as desk:
            prints = desk.badge_of(self.people[alias]).prints
        told = [f"{'spoilt' if p.spoilt else p.outcome}/{p.code_status or 'none'}" for p in prints]
        return " ".join(told) or "nothing"

    def _verify(self, alias: str, what: str) -> str:
        with self.desk() as desk:
            return desk.verify_badge(self.people[alias], self._code(desk, what)).kind

    def _lost(self, alias: str) -> str:
        with self.desk() as desk:
            desk.lost_badge(self.people[alias])
        return ""

    def _spoil(self, alias: str, because: str, *reason: str) -> str:
        with self.desk() as desk:
            latest = desk.badge_of(self.people[alias]).prints[0]
            desk.spoil(latest.id, reason=" ".join(reason))
        return ""

    def _temporaries(self, count: str) -> str:
        with self.desk() as desk:
            made = desk.make_temporaries(int(count), self._today)
        return " ".join(str(badge.number) for badge in made)

    def _bind(self, number: str, alias: str) -> str:
        return self._tried(
            lambda desk: (
                "bound"
                if desk.bind_temporary(number, self.people[alias], day=self._today).delegate
                else "free"
            )
        )

    def _unbind(self, number: str) -> str:
        with self.desk() as desk:
            desk.revoke_temporary(number, day=self._today)
        return ""

    @property
    def _today(self) -> date:
        return FIRST_DAY + timedelta(days=self.day - 1)

    # -- words of the script -----------------------------------------------

    def _code(self, desk: Desk, what: str) -> str:
        if what.startswith("text:"):
            return what.removeprefix("text:").encode().decode("unicode_escape")
        match what:
            case "made-up":
                return mint(TAG, b"somebody else's secret", 1)
            case "stranger":
                return mint(TAG, SECRET, 1)
            case "other-event":
                return mint("998", SECRET, 1)
        alias, _, which = what.partition("/")
        if alias == "temporary":
            day, _, number = which.rpartition(":")
            on = FIRST_DAY + timedelta(days=int(day or self.day) - 1)
            return next(b.code for b in desk.temporaries(on) if b.number == int(number))
        codes = desk.credentials(self.people[alias])
        if which:
            return sorted(codes, key=lambda c: (c.issued_at, c.status == "active"))[
                int(which) - 1
            ].code
        return codes[0].code

    def _moment(self, text: str) -> datetime:
        with self.desk() as desk:
            zone = desk.event.zone
        day = FIRST_DAY + timedelta(days=self.day - 1)
        return datetime.combine(day, time.fromisoformat(text), zone)


def _pairs(given: tuple[str, ...]) -> dict[str, str]:
    return dict(pair.split("=", 1) for pair in given)


@contextmanager
def _told_where(number: int, line: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        raise AssertionError(f"line {number}: {line}\n{error}") from error


@pytest.fixture
def play(tmp_path: Path) -> Callable[[str, bool], None]:
    """Plays a script in a new event; AssertionError says which line is wrong."""
    return lambda text, reopen: Script(tmp_path / "scenario.checkin", reopen).run(text)
