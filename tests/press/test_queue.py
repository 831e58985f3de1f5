"""The queue under everything that can happen to it, in any order.

Never two live jobs for one badge, no job lost, no paper that nobody asked for, codes as ruled; the
program may die before or after the printer has a job.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    precondition,
    rule,
)

from checkin_app import config
from checkin_app.desk import Desk
from checkin_app.domain.badges import LIVE, ON_PAPER, JobState
from checkin_app.domain.errors import NotPossible
from checkin_app.ledger import kinds
from checkin_app.ledger.entry import decode
from checkin_app.press import Press
from checkin_app.printing import JobReport, Printer, PrintOutcome
from tests.desk_support import new_desk, walk_in

MOODS = st.sampled_from(["takes it", "takes it", "refuses", "dies before", "dies after"])
ENDS = st.sampled_from(["completed", "aborted", "cancelled", "processing", "silent", "asleep"])


class Died(BaseException):
    """The program was killed."""


@dataclass
class Spooler:
    """A printing system: what it was handed, and what it says of it."""

    mood: str = "takes it"
    end: str = "processing"
    papers: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    titles: set[str] = field(default_factory=set)

    def find(self, name: str) -> Printer:
        return Printer(name, "cups", state="ready")

    def print_pdf(
        self, printer: Printer, pdf: Path, *, title: str, media: str, sides: str = ""
    ) -> PrintOutcome:
        if self.mood == "dies before":
            raise Died
        if self.mood == "refuses":
            return PrintOutcome("failed", detail="no such tray")
        papers = self.papers[title.partition(" (")[0]]  # each try has a title of its own
        assert title not in self.titles
        self.titles.add(title)
        papers.append(hashlib.sha256(pdf.read_bytes()).hexdigest())
        if self.mood == "dies after":
            raise Died
        return PrintOutcome("sent", f"{printer.name}-{len(papers)}")

    def job_state(self, printer: Printer, job: str) -> JobReport:
        if self.end == "silent":
            return JobReport("unknown", over=True)
        if self.end == "asleep":
            return JobReport("unknown")
        return JobReport(self.end)  # type: ignore[arg-type]

    def cancel(self, printer: Printer, job: str) -> bool:
        return self.end in ("processing", "cancelled")


class Queue(RuleBasedStateMachine):
    jobs = Bundle("jobs")

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="queue-"))
        self.home = patch.dict("os.environ", CHECKIN_HOME=str(self.folder / "home"))
        self.home.start()
        self.spooler = Spooler()
        self.patched = [
            patch(f"checkin_app.printing.{name}", getattr(self.spooler, name))
            for name in ("find", "print_pdf", "job_state", "cancel")
        ]
        self.patched.append(patch("checkin_app.printing.spooling.job_named", lambda *_: ""))
        for one in self.patched:
            one.start()
        self.desk = new_desk(self.folder)
        self.people = [walk_in(self.desk, name).id for name in ("Lê An", "Vũ Bình", "Hồ Châu")]
        self.invited = {who: self.desk.credentials(who)[0].code for who in self.people}
        self.known: set[str] = set()
        self.asked: Counter[str] = Counter()
        self.lost: dict[str, set[str]] = defaultdict(set)
        self.press = Press(lambda verb: verb(self.desk), config.Station(language="en"))

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.close()
            for one in (*self.patched, self.home):
                one.stop()
            shutil.rmtree(self.folder)

    def reopen(self) -> None:
        """As the program finds it after it died."""
        path = self.desk.path
        self.desk.close()
        self.desk = Desk.open(path)
        self.press.recover()

    # -- what happens ------------------------------------------------------

    @rule(target=jobs, who=st.sets(st.integers(0, 2), min_size=1), reason=st.booleans())
    def order(self, who: set[int], reason: bool) -> str:
        people = [self.people[n] for n in sorted(who)]
        lives = [self.desk.badge_of(key) for key in people]
        busy = any(life.queued is not None for life in lives)
        unsaid = any(life.printed for life in lives) and not reason
        before = len(self.desk.jobs())
        try:
            [job] = self.desk.order_badges(people, printer="P", reason="torn" if reason else "")
        except NotPossible:
            assert busy or unsaid
            assert len(self.desk.jobs()) == before
            return ""
        assert not busy and not unsaid
        self.known.add(job.id)
        self.asked[job.title] += 1
        return job.id

    @rule(target=jobs, who=st.sets(st.integers(0, 2), min_size=1), mood=MOODS)
    def order_and_work(self, who: set[int], mood: str) -> str:
        job = self.order(who, reason=True)
        self.work(mood)
        return job

    def has(self, state: JobState) -> bool:
        return bool(self.desk.jobs_in(state))

    @precondition(lambda self: self.has(JobState.QUEUED))
    @rule(mood=MOODS)
    def work(self, mood: str) -> None:
        self.spooler.mood = mood
        queued = {job.id for job in self.desk.jobs_in(JobState.QUEUED)}
        try:
            assert self.press.work() == bool(queued)
        except Died:
            self.reopen()
        assert self.desk.jobs_in(JobState.SENDING) == []

    @precondition(lambda self: self.has(JobState.SENT))
    @rule(end=ENDS)
    def follow(self, end: str) -> None:
        self.spooler.end = end
        sent = {job.id for job in self.desk.jobs_in(JobState.SENT)}
        self.press.follow()
        expected = {
            "completed": JobState.CONFIRMED,
            "aborted": JobState.FAILED,
            "cancelled": JobState.CANCELLED,
            "silent": JobState.UNKNOWN,
        }.get(end, JobState.SENT)
        assert {self.desk.job(key).state for key in sent} <= {expected}

    @rule(job=jobs, move=st.booleans())
    def retry_or_move(self, job: str, move: bool) -> None:
        if not job:
            return
        before = self.desk.job(job)
        try:
            after = self.press.move(job, "Q") if move else self.desk.retry_job(job)
        except NotPossible:
            return
        self.known.add(after.id)
        assert after.state in (JobState.QUEUED, JobState.CANCELLED)
        if after.state is JobState.QUEUED and before.state is not JobState.QUEUED:
            self.asked[after.title] += 1

    @rule(job=consumes(jobs), end=ENDS)
    def cancel(self, job: str, end: str) -> None:
        self.spooler.end = end
        if not job:
            return
        try:
            after = self.press.cancel(job)
        except NotPossible:
            return
        assert after.state is JobState.CANCELLED

    @precondition(lambda self: self.has(JobState.UNKNOWN))
    @rule(job=jobs, there=st.booleans())
    def somebody_looks(self, job: str, there: bool) -> None:
        if job and self.desk.job(job).state is JobState.UNKNOWN:
            self.desk.job_told(job, JobState.CONFIRMED if there else JobState.FAILED)

    @rule(who=st.integers(0, 2))
    def lose(self, who: int) -> None:
        key = self.people[who]
        before = {credential.code for credential in self.desk.credentials(key)}
        self.desk.lost_badge(key)
        self.lost[key] |= before

    @rule(who=st.integers(0, 2))
    def correct(self, who: int) -> None:
        self.desk.amend(self.people[who], {"seat": "no part of a badge"})
        name = self.desk.delegate(self.people[who]).delegate.name
        self.desk.amend(self.people[who], {"name": name + "g"})

    @rule()
    def restart(self) -> None:
        self.reopen()

    # -- what always holds -------------------------------------------------

    @invariant()
    def no_badge_is_on_its_way_twice(self) -> None:
        if not hasattr(self, "desk"):
            return
        live = Counter(
            badge.delegate for job in self.desk.jobs() if job.state in LIVE for badge in job.badges
        )
        assert all(count == 1 for count in live.values())

    @invariant()
    def no_job_is_lost(self) -> None:
        if hasattr(self, "desk"):
            assert {job.id for job in self.desk.jobs()} == self.known

    @invariant()
    def no_paper_that_nobody_asked_for(self) -> None:
        if not hasattr(self, "desk"):
            return
        kept = {job.title: job.pdf_sha256 for job in self.desk.jobs()}
        for title, papers in self.spooler.papers.items():
            assert len(papers) <= self.asked[title]
            if papers:
                assert papers[-1] == kept[title], "what was sent is what is kept"

    @invariant()
    def codes_are_as_ruled(self) -> None:
        if not hasattr(self, "desk"):
            return
        for who in self.people:
            life = self.desk.badge_of(who)
            active = {c.code for c in self.desk.credentials(who) if c.status == "active"}
            assert not active & self.lost[who], "a lost badge never counts again"
            papers = [p.code for p in life.prints if p.outcome in ON_PAPER]
            assert active, "everybody has a code"
            latest = next(iter(papers), self.invited[who])
            assert latest in active or latest in self.lost[who]
            assert not active & (set(papers) - {latest}), "former badges do not count"
            given_up = {
                badge.code
                for job in self.desk.jobs()
                if job.state is JobState.CANCELLED
                for badge in job.badges
                if badge.delegate == who and badge.code in self.issued_by_print(who)
            }
            assert not active & (given_up - set(papers)), "codes of no paper do not count"

    def issued_by_print(self, who: str) -> set[str]:
        """Codes that came into being for a badge: not the invitation's, not after a loss."""
        connection = self.desk._file.connection
        bodies = connection.execute("SELECT body FROM entries").fetchall()
        return {
            entry.data["code"]
            for entry in (decode(body) for (body,) in bodies)
            if entry.kind == kinds.CREDENTIAL_ISSUED
            and entry.subject == who
            and entry.data.get("by") == "print"
        }


Queue.TestCase.settings = settings(max_examples=50, stateful_step_count=20, deadline=None)
TestQueue = Queue.TestCase
