"""Owns a badge's life at the desk: lost, verified, handed over, spoilt; blanks that are left."""

from __future__ import annotations

from collections.abc import Sequence

from checkin_app import config
from checkin_app.desk.orders import Orders
from checkin_app.desk.station import verb
from checkin_app.domain.badges import (
    LOST,
    RECEIVERS,
    BadgeCheck,
    BadgeLife,
    JobState,
    Replacement,
    Stock,
    counts,
)
from checkin_app.domain.credentials import (
    CODE_LENGTH,
    CredentialStatus,
    Reading,
    clean,
    read,
)
from checkin_app.domain.errors import NotPossible
from checkin_app.ledger import kinds
from checkin_app.store import badge_life, badges, jobs, records, roster, stock
from checkin_app.store.badges import SPOILT

SELECT_OWNER = "SELECT delegate, status, day FROM credentials WHERE code = ?"


class Badges(Orders):
    """What happens to badges once they are printed."""

    @verb
    def badge_of(self, delegate_id: str) -> BadgeLife:
        """All that is known of one delegate's badge. Raises NoSuchDelegate."""
        self._find(delegate_id)
        return badge_life.read(self._file.connection, delegate_id, self.event.zone)

    @verb
    def spoil(self, print_id: str, *, reason: str, operator: str = "") -> None:
        """Notes that a printed badge cannot be used; the next print needs no other reason.

        Raises NotPossible.
        """
        row = self._file.connection.execute(
            "SELECT delegate, spoilt, outcome FROM prints WHERE id = ?", (print_id,)
        ).fetchone()
        if row is None:
            raise NotPossible("No print is recorded under {id}.", id=print_id)
        if row[1]:
            raise NotPossible("That badge was noted as spoilt already.")
        if not counts(row[2]):
            raise NotPossible("That badge was not printed; there is no paper to note as spoilt.")
        if not reason.strip():
            raise NotPossible("Say what is wrong with the badge; the reason is kept.")
        data = {
            "print": print_id,
            "outcome": SPOILT,
            "words": reason.strip(),
            "operator": operator,
        }
        with self._file.transaction():
            self._file.record(kinds.FOLLOWED, row[0], data)

    @verb
    def lost_badge(self, delegate_id: str, *, operator: str = "") -> None:
        """Makes every badge a person has worthless at once, and gives them a fresh code.

        A badge that is queued is taken out of the queue; a job that was sent before waits for a
        person, who tries the others again. Raises NoSuchDelegate.
        """
        self._find(delegate_id)
        with self._file.transaction():
            self._block(delegate_id, operator)
        self._corrected()

    @verb
    def replace_lost(
        self,
        delegate_id: str,
        *,
        operator: str = "",
        station: config.Station | None = None,
    ) -> Replacement:
        """Does what `lost_badge` does and orders the new badge, both or neither.

        Where no badge can be ordered the codes are worthless all the same, and the answer says
        why. `station` are settings that are not on disk. Raises NoSuchDelegate.
        """
        _, delegate = self._find(delegate_id)
        settings = station or config.load()[0]
        made: list[str] = []
        refused: NotPossible | None = None
        with self._file.transaction():
            self._block(delegate_id, operator)
            if jobs.live_job(self._file.connection, delegate_id):
                refused = NotPossible(
                    "Every badge of {name} is blocked, also the one that a printer has now:"
                    " destroy it when it comes out. Then print the new one.",
                    name=delegate.name,
                )
            else:
                try:
                    made = self._queue([delegate_id], settings, "", "", LOST, operator)
                except NotPossible as error:
                    refused = error
        self._corrected()
        return Replacement([self.job(key) for key in made], refused)

    def _block(self, delegate_id: str, operator: str) -> None:
        """Inside a transaction; see `lost_badge`."""
        connection = self._file.connection
        life = badge_life.read(connection, delegate_id, self.event.zone)
        for code in jobs.unissued_codes(connection, delegate_id):
            self._issue(delegate_id, code, operator)
        printed = {badge.code for badge in life.prints}
        for credential in roster.credentials_of(connection, delegate_id):
            ours = len(credential.code) == CODE_LENGTH or credential.code in printed
            if credential.status is not CredentialStatus.REVOKED and ours:
                data = {
                    "code": credential.code,
                    "status": "revoked",
                    "reason": LOST,
                    "operator": operator,
                }
                self._file.record(kinds.CREDENTIAL_CHANGED, delegate_id, data)
        self._file.record(
            kinds.CREDENTIAL_ISSUED, delegate_id, {"code": self._mint(), "operator": operator}
        )
        if life.queued is not None and life.queued.state is JobState.QUEUED:
            if life.queued.tries:  # What was sent before stays kept; a person decides.
                jobs.change(connection, life.queued.id, state=JobState.FAILED.value)
            else:
                jobs.drop_badge(connection, life.queued.id, delegate_id)

    @verb
    def verify_badge(self, delegate_id: str, code: str) -> BadgeCheck:
        """What a badge that was just printed for a delegate turns out to be. Nothing is recorded.

        Raises NoSuchDelegate.
        """
        self._find(delegate_id)
        text = clean(code)
        row = self._file.connection.execute(SELECT_OWNER, (text,)).fetchone()
        if row is None:
            unread = read(text, self.event.tag, self._file.secret) is Reading.UNREADABLE
            return BadgeCheck("unreadable" if unread else "unknown")
        owner, status, day = row
        found = records.find_delegate(self._file.connection, owner)
        whose = found[1] if found else None
        if owner != delegate_id:
            return BadgeCheck("other_person", whose)
        if status != CredentialStatus.ACTIVE or day:
            return BadgeCheck("former", whose)
        return BadgeCheck("right", whose)

    @verb
    def hand_over(
        self,
        delegates: Sequence[str],
        *,
        to: str,
        name: str = "",
        verified: bool = False,
        operator: str = "",
    ) -> None:
        """Records that badges left the desk: with the delegate, a liaison officer or an aide.

        Without a `name`, a liaison officer is the delegation's. Only a badge that was printed can
        be `verified`. Raises NoSuchDelegate, NotPossible.
        """
        receiver = next((known for known in RECEIVERS if known == to), None)
        if receiver is None:
            raise NotPossible(
                "Badges are handed to: {receivers}; not “{to}”.",
                receivers=", ".join(RECEIVERS),
                to=to,
            )
        with self._file.transaction():
            for key in dict.fromkeys(delegates):
                _, delegate = self._find(key)
                who = " ".join(name.split())
                if receiver == "liaison" and not who:
                    delegation = self._file.programme.delegations.get(delegate.delegation)
                    who = delegation.liaison if delegation else ""
                if receiver != "delegate" and not who:
                    raise NotPossible("Say who takes the badges; the name is kept.")
                code = badge_life.current_code(self._file.connection, key)
                if verified and not badges.on_paper(self._file.connection, key, code):
                    raise NotPossible(
                        "No badge of {name} with the code that counts was printed, so none was"
                        " read.",
                        name=delegate.name,
                    )
                data = {
                    "code": code,
                    "to": receiver,
                    "verified": verified,
                    "operator": operator,
                }
                self._file.record(kinds.HANDED, key, data, {"name": who} if who else None)

    @verb
    def count_stock(self, printer: str, left: int, *, operator: str = "") -> Stock:
        """Keeps how many blank badges were counted at a printer. Raises NotPossible."""
        if left < 0:
            raise NotPossible("A count of blank badges is 0 or more.")
        with self._file.transaction():
            self._file.record(
                kinds.STOCK_COUNTED, "", {"printer": printer, "left": left, "operator": operator}
            )
        return next(s for s in self.stock() if s.printer == printer)

    @verb
    def stock(self) -> list[Stock]:
        """Blank badges at every printer that printed or was counted, by name."""
        return stock.all_printers(self._file.connection, self.event.zone)
