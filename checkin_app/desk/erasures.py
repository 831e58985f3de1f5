"""Owns erasing a person: all that desks hold of who they are goes for good, what happened stays."""

from __future__ import annotations

from checkin_app.desk.people import People
from checkin_app.desk.station import verb
from checkin_app.domain.errors import NotPossible
from checkin_app.ledger import kinds
from checkin_app.ledger.authority import ALL
from checkin_app.store import jobs
from checkin_app.store.erasable import Parts, parts_about
from checkin_app.store.merged import gone_into

NOT_HERE = (
    "Only the computer on which the event was made may erase people, so that every desk does it."
    " Do it there."
)
PRINTING = "A badge of this person waits for the printer. Cancel it first, or let it be printed."


class Erasures(People):
    """Every desk and the hub follow when they hear of it, and whenever an old copy comes back."""

    @verb
    def erasable(self, delegate_id: str) -> int:
        """How many private parts are held of a person. Raises NoSuchDelegate, NotPossible."""
        return sum(map(len, self._parts(delegate_id).values()))

    @verb
    def erase_person(self, delegate_id: str, *, reason: str, operator: str = "") -> int:
        """Erases every private part about a person; how many those were.

        Their id, codes, delegation and scans stay, without a name. Raises NoSuchDelegate,
        NotPossible where this desk may not, or a badge of theirs is on its way.
        """
        parts = self._parts(delegate_id)
        said = {"reason": reason.strip(), "operator": operator}
        with self._file.transaction():
            for (stream, n), indexes in sorted(parts.items()):
                data = {"stream": stream, "n": n, "indexes": sorted(indexes)}
                self._file.record(kinds.PRIVATE_ERASED, delegate_id, data | said)
            if parts:
                self._file.search.merge()  # The words they were found by go too.
        self._file.forget()
        self._corrected()
        return sum(map(len, parts.values()))

    def _parts(self, delegate_id: str) -> Parts:
        connection = self._file.connection
        self._find(delegate_id)
        if self._file.profile != ALL:
            raise NotPossible(why=NOT_HERE)
        people = {delegate_id, *gone_into(connection, delegate_id)}
        if any(jobs.live_job(connection, person) for person in people):
            raise NotPossible(why=PRINTING)
        return parts_about(connection, people)
