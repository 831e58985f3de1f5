"""Owns temporary badges: numbered in advance, bound to a person for one day, taken back."""

from __future__ import annotations

import secrets
from datetime import date

from checkin_app.desk.station import Station, verb
from checkin_app.domain.badges import Temporary
from checkin_app.domain.credentials import CODE_LENGTH, SERIAL_LENGTH, clean
from checkin_app.domain.errors import NotPossible
from checkin_app.ledger import kinds
from checkin_app.store import temporaries

#: Made at once: as many as a desk prints in one go.
MOST = 500


class Temporaries(Station):
    """Badges for those who come without one."""

    @verb
    def make_temporaries(self, count: int, day: date, *, operator: str = "") -> list[Temporary]:
        """Badges for one day, numbered on from those there are. Raises NotPossible."""
        if not 1 <= count <= MOST:
            raise NotPossible(
                "Between 1 and {most} temporary badges are made at once.", most=str(MOST)
            )
        with self._file.transaction():
            first = temporaries.last_number(self._file.connection, day) + 1
            made = [
                {
                    "number": number,
                    "code": self._file.mint.code(secrets.randbelow(10**SERIAL_LENGTH)),
                }
                for number in range(first, first + count)
            ]
            self._file.record(
                kinds.TEMPORARIES_MADE,
                "",
                {"day": day.isoformat(), "badges": made, "operator": operator},
            )
        numbers = range(first, first + count)
        return [badge for badge in self.temporaries(day) if badge.number in numbers]

    @verb
    def temporaries(self, day: date | None = None) -> list[Temporary]:
        """The temporary badges of a day, or of every day, by number."""
        return temporaries.of_day(self._file.connection, day)

    @verb
    def bind_temporary(
        self, number_or_code: int | str, delegate_id: str, *, day: date, operator: str = ""
    ) -> Temporary:
        """Gives somebody a temporary badge of that day. Raises NoSuchDelegate, NotPossible."""
        self._find(delegate_id)
        badge = self._temporary_badge(number_or_code, day)
        if badge.revoked:
            raise NotPossible(
                "Temporary badge {number} was taken back. Use another one.", number=badge.number
            )
        if badge.delegate == delegate_id:
            return badge
        if badge.delegate:
            raise NotPossible(
                "Temporary badge {number} is somebody’s already. Use another one.",
                number=badge.number,
            )
        with self._file.transaction():
            self._file.record(
                kinds.TEMPORARY_BOUND,
                delegate_id,
                {
                    "code": badge.code,
                    "delegate": delegate_id,
                    "day": badge.day.isoformat(),
                    "operator": operator,
                },
            )
        self._corrected()
        return self._temporary_badge(badge.code, badge.day)

    @verb
    def revoke_temporary(
        self, number_or_code: int | str, *, day: date, operator: str = ""
    ) -> Temporary:
        """Takes a temporary badge back, lost or no longer needed. Raises NotPossible."""
        badge = self._temporary_badge(number_or_code, day)
        if not badge.revoked:
            with self._file.transaction():
                self._file.record(
                    kinds.CREDENTIAL_CHANGED,
                    badge.delegate,
                    {"code": badge.code, "status": "revoked", "operator": operator},
                )
            self._corrected()
        return self._temporary_badge(badge.code, badge.day)

    def _temporary_badge(self, number_or_code: int | str, day: date) -> Temporary:
        """One by its code, or by its number of that day. Raises NotPossible."""
        text = clean(str(number_or_code))
        if len(text) == CODE_LENGTH:
            badge = temporaries.find(self._file.connection, text)
            if badge is None:
                raise NotPossible("That is not the code of a temporary badge.")
            if badge.day != day:
                raise NotPossible(
                    "Temporary badge {number} is for {day}. Use one of the day.",
                    number=badge.number,
                    day=badge.day.isoformat(),
                )
            return badge
        found = [badge for badge in self.temporaries(day) if str(badge.number) == text.lstrip("0")]
        if not found:
            raise NotPossible(
                "There is no temporary badge {number} for {day}.",
                number=text,
                day=day.isoformat(),
            )
        if len(found) > 1:
            raise NotPossible(
                "Two desks made a temporary badge {number} for {day}. Scan its code.",
                number=text,
                day=day.isoformat(),
            )
        return found[0]
