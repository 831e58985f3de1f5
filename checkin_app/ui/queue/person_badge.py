"""Owns the badge of the person in front: ordering it, what became of it, comparing it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from checkin_app.domain.badges import ON_ADMISSION, BadgeLife, Job, JobState
from checkin_app.domain.programme import CheckpointKind
from checkin_app.ui.language import translate
from checkin_app.ui.queue import badge_verbs
from checkin_app.ui.queue.badge_verbs import KnownBadge, Ordered
from checkin_app.ui.queue.fresh import Armed, Compared, Expectation
from checkin_app.ui.queue.press_room import press_room
from checkin_app.ui.queue.reading import Read
from checkin_app.ui.queue.states import state_words
from checkin_app.ui.queue.strip import StripSaid, strip_said
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.desk import Desk


class PersonBadge(QObject):
    """`told` carries a delegate's id when something is new about their badge.

    `reason_wanted` comes, with the id, where the badge was printed before, `blocked` once a lost
    badge stopped working.
    """

    told = Signal(str)
    reason_wanted = Signal(str)
    blocked = Signal(str)

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.room = press_room(workplace)
        self.standing = ""
        self.armed = Armed.NOTHING
        self._known: KnownBadge | None = None
        self._notes: dict[str, str] = {}
        self._handed: set[str] = set()
        self.room.changed.connect(self._on_changed)
        self.room.surveyed.connect(self._on_news)
        self.room.looked.connect(self._on_news)

    # -- who ---------------------------------------------------------------

    def stand(self, delegate_id: str) -> None:
        """Another person is on screen; empty: nobody."""
        self.armed = Armed.NOTHING
        self.standing = delegate_id
        if self._known is not None and self._known.delegate != delegate_id:
            self._known = None
        self.look()

    def look(self) -> None:
        """Asks what is known of the badge of the person on screen."""
        who = self.standing
        if who:
            self._workplace.lane.run(lambda desk: badge_verbs.known(desk, who), self._on_known)

    def _on_known(self, known: KnownBadge) -> None:
        if known.delegate != self.standing:
            return
        self._known = known
        self.told.emit(known.delegate)

    @property
    def printed(self) -> bool:
        """Whether the person on screen has a badge, as far as is known."""
        return self._known is not None and self._known.life.printed > 0

    @property
    def life(self) -> BadgeLife | None:
        """All that is known of the badge of the person on screen, once the desk has said it."""
        return self._known.life if self._known is not None else None

    def job(self) -> Job | None:
        """The latest job of the person on screen since the window was opened."""
        return self.room.job_of(self.standing)

    @property
    def liaison(self) -> str:
        """The liaison officer of the person's delegation; may be empty."""
        return self._known.liaison if self._known is not None else ""

    def hand_over(self, to: str, name: str) -> None:
        """Records that the badge of the person on screen left the desk."""
        who, operator = self.standing, self._workplace.operator

        def verb(desk: Desk) -> list[str]:
            desk.hand_over([who], to=to, name=name, operator=operator)
            return [who]

        self._workplace.lane.run(verb, self._on_handed, self._workplace.failed)

    def hand_over_delegation(self, delegation: str, to: str, name: str) -> None:
        """Records that all badges there are of a delegation left the desk together."""
        operator = self._workplace.operator

        self._workplace.lane.run(
            lambda desk: badge_verbs.hand_over_delegation(desk, delegation, to, name, operator),
            self._on_all_handed,
            self._workplace.failed,
        )

    def _on_all_handed(self, people: list[str]) -> None:
        count = len(people)
        text = translate("HandOver", "%n badge(s) recorded as handed over.", None, count)
        if not people:
            text = translate("HandOver", "No badge of this delegation is printed yet.")
        self._workplace.toast(text)
        self._on_handed(people)

    def _on_handed(self, people: list[str]) -> None:
        for who in people:
            self.room.fresh.settled(who)
            self._handed.add(who)
        self._workplace.touched.emit("prints")
        if self.standing in people:
            self.look()

    # -- ordering ----------------------------------------------------------

    def print_badge(self, delegate_id: str, reason: str = "") -> None:
        """Orders a badge; where one was printed before, a reason is asked for first."""
        self._order(delegate_id, reason, asks=True)

    def print_on_admission(self, delegate_id: str) -> None:
        """Orders what the settings want printed when somebody comes in."""
        if self._workplace.settings.print_policy == "always":
            self._order(delegate_id, ON_ADMISSION)
        else:
            self._order(delegate_id, "")

    def replace_lost(self, delegate_id: str) -> None:
        """Every badge of a person stops working now, and a new one is printed."""
        operator = self._workplace.operator
        station = replace(self._workplace.settings)

        self._workplace.lane.run(
            lambda desk: badge_verbs.replace_lost(desk, delegate_id, operator, station),
            self._on_replaced,
            self._workplace.failed,
        )

    def _on_replaced(self, ordered: Ordered) -> None:
        self._on_ordered(ordered)
        if ordered.note is None:
            text = translate("Reprint", "The lost badge is blocked. A new one is in the queue.")
        else:
            text = translate("Reprint", "The lost badge is blocked. {why}").format(
                why=self._workplace.say(ordered.note)
            )
            self.look()
        self._workplace.toast(text)
        self.blocked.emit(ordered.delegate)
        self._workplace.touched.emit("roster")

    def _order(self, delegate_id: str, reason: str, *, asks: bool = False) -> None:
        operator, station = self._workplace.operator, replace(self._workplace.settings)
        self._workplace.lane.run(
            lambda desk: badge_verbs.order(desk, delegate_id, reason, asks, operator, station),
            self._on_ordered,
            self._workplace.failed,
        )

    def _on_ordered(self, ordered: Ordered) -> None:
        if ordered.reason_wanted:
            self.reason_wanted.emit(ordered.delegate)
            return
        if ordered.note is not None:
            self._notes[ordered.delegate] = self._workplace.say(ordered.note)
            self.told.emit(ordered.delegate)
            return
        self._notes.pop(ordered.delegate, None)
        if not ordered.jobs:
            return
        self._handed.discard(ordered.delegate)
        self.room.fresh.ordered(ordered.jobs, self._workplace.now())
        self.room.heard(ordered.jobs)

    # -- news --------------------------------------------------------------

    def _on_changed(self, job: Job) -> None:
        for badge in job.badges:
            who = badge.delegate
            if who == self.standing and job.state is not JobState.SENDING:
                self.look()
            self.told.emit(who)

    def _on_news(self) -> None:
        if self.standing:
            self.told.emit(self.standing)

    def words(self, delegate_id: str) -> str:
        """What became of somebody's badge since the window was opened; may be empty."""
        if delegate_id in self._handed:
            return translate("Queue", "badge handed over")
        job = self.room.job_of(delegate_id)
        return state_words(job) if job is not None else ""

    def strip(self) -> StripSaid:
        """The one thing to know now about the badge of the person on screen."""
        settings = self._workplace.settings
        job = self.job()
        category = self._known.category if self._known is not None else ""
        name = job.printer if job is not None and job.live else ""
        printer = self.room.said(name or settings.routes.get(category, settings.printer))
        compare = ""
        if self.armed is Armed.COMPARE:
            compare = translate("Verify", "Read the badge of this person now. Esc leaves it.")
        elif self.armed is Armed.TEMPORARY:
            compare = translate("Verify", "Read a temporary badge now. Esc leaves it.")
        elif self.waits:
            compare = translate("Verify", "Read the fresh badge before you hand it over.")
        return strip_said(job, printer, compare=compare, note=self._notes.get(self.standing, ""))

    # -- comparing ---------------------------------------------------------

    def expected(self) -> Expectation:
        """Whose fresh badges wait to be read here and now."""
        if self.armed:
            return Expectation(armed=self.armed, subject=self.standing)
        if not self._verifies:
            return Expectation()
        return self.room.fresh.expected(self.standing, self._workplace.now())

    @property
    def _verifies(self) -> bool:
        place = self._workplace.checkpoint()
        return (
            self._workplace.settings.verify_before_handover
            and place is not None
            and place.kind is CheckpointKind.REGISTRATION
        )

    @property
    def waits(self) -> bool:
        """Whether the badge of the person on screen is to be read before it is handed over."""
        return (
            bool(self.standing)
            and not self.armed
            and self._verifies
            and self.room.fresh.out(self.standing, self._workplace.now())
        )

    def compared(self, read: Read) -> None:
        """A badge was read; the right one waits no longer."""
        if read.compared is Compared.RIGHT:
            self.room.fresh.read(read.standing.delegate.id, self._workplace.now())
            self._handed.add(read.standing.delegate.id)

    def arm(self, armed: Armed) -> None:
        """The next code is taken for that; `Armed.NOTHING`: for what it is."""
        self.armed = armed
        self.told.emit(self.standing)
