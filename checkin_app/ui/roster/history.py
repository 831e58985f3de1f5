"""Owns the history of a delegate in plain words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from checkin_app import verdict_words
from checkin_app.domain.conflicts import REPLACE
from checkin_app.domain.delegates import EDITABLE_FIELDS, PERSONAL_FIELDS
from checkin_app.domain.scans import known_reason
from checkin_app.photos.framing import is_stored_name
from checkin_app.ui.language import translate
from checkin_app.ui.roster import badge_history
from checkin_app.ui.roster.columns import state_word
from checkin_app.ui.roster.field_names import field_name
from checkin_app.ui.sync.offers import decision_words
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.store.roster import HistoryLine

_FIELDS = frozenset(EDITABLE_FIELDS) | PERSONAL_FIELDS
_ARROW = " → "


@dataclass(frozen=True, slots=True)
class Told:
    """One fact: when, what, by whom; `mark` names an icon."""

    when: str
    what: str
    who: str
    mark: str

    @property
    def line(self) -> str:
        """What and by whom in one sentence."""
        if not self.who:
            return self.what
        return translate("History", "{what} by {who}").format(what=self.what, who=self.who)


class Teller:
    """Tells history lines; `titles` are names of delegations and categories by their id."""

    def __init__(self, workplace: Workplace, titles: Mapping[str, str]) -> None:
        self._workplace = workplace
        self._titles = titles
        self._places = {c.id: workplace.checkpoint_name(c) for c in workplace.checkpoints}

    def tell(self, line: HistoryLine, now: datetime) -> Told:
        """One line in the language on screen."""
        workplace = self._workplace
        when = verdict_words.clock(
            line.at, workplace.zone, beside=now, lang=workplace.lang, seconds=False
        )
        telling: dict[str, Callable[[Mapping[str, str]], tuple[str, str]]] = {
            "scan.made": self._scan,
            "scan.overridden": self._overridden,
            "fact.undone": self._undone,
            "badge.printed": badge_history.printed,
            "badge.followed": badge_history.followed,
            "badge.handed": badge_history.handed,
            "temporary.bound": badge_history.bound,
            "record.amended": self._amended,
            "record.created": self._created,
            "roster.listed": self._created,
            "credential.issued": self._issued,
            "credential.changed": self._code_changed,
            "delegate.merged": self._merged,
            "conflict.resolved": self._decided,
        }
        told = telling.get(line.kind)
        what, mark = told(line.details) if told else (line.kind, "info")
        return Told(when, what, line.details.get("operator", ""), mark)

    def _scan(self, details: Mapping[str, str]) -> tuple[str, str]:
        place = details.get("checkpoint", "")
        place = self._places.get(place, place)
        decision = details.get("decision", "")
        if decision == "admit":
            if details.get("direction") == "out":
                return translate("History", "Left at {place}").format(place=place), "back"
            return translate("History", "Admitted at {place}").format(place=place), "check"
        why = self._reason(details.get("reason", ""))
        if decision == "refuse":
            text = translate("History", "Refused at {place}: {why}")
            return text.format(place=place, why=why), "refused"
        text = translate("History", "Referred to a person at {place}: {why}")
        return text.format(place=place, why=why), "referred"

    def _reason(self, reason: str) -> str:
        try:
            words = verdict_words.headline(known_reason(reason), self._workplace.lang)
        except ValueError:
            return reason
        return words[:1].lower() + words[1:]

    def _overridden(self, details: Mapping[str, str]) -> tuple[str, str]:
        text = translate("History", "Admitted anyway: {why}")
        return text.format(why=details.get("reason", "")), "supervisor"

    def _undone(self, details: Mapping[str, str]) -> tuple[str, str]:
        if "of" in details:
            return translate("History", "Decision taken back"), "undo"
        why = details.get("reason", "")
        if why:
            return translate("History", "Scan taken back: {why}").format(why=why), "undo"
        return translate("History", "Scan taken back"), "undo"

    def _created(self, details: Mapping[str, str]) -> tuple[str, str]:
        by = details.get("by", "")
        if by == "walk-in":
            return translate("History", "Registered as a walk-in"), "register"
        if by == "import":
            return translate("History", "Imported from a roster file"), "import"
        return translate("History", "Put on the roster"), "roster"

    def _amended(self, details: Mapping[str, str]) -> tuple[str, str]:
        parts = [
            self._change(field, change) for field, change in details.items() if field in _FIELDS
        ]
        text = "; ".join(parts) or translate("History", "Nothing changed")
        if details.get("by") == "import":
            text = translate("History", "{what} (by an import)").format(what=text)
        return text, "import" if details.get("by") == "import" else "edit"

    def _change(self, field: str, change: str) -> str:
        before, arrow, after = change.partition(_ARROW)
        if field == "standing" and arrow:
            if after == "withdrawn":
                return translate("History", "Withdrawn")
            if before == "withdrawn" and after == "accredited":
                return translate("History", "Restored")
        if field == "photo" and is_stored_name(after):
            return translate("History", "Photo put in")
        if field == "photo" and is_stored_name(before):
            return translate("History", "Photo removed")
        text = translate("History", "{field} corrected: {before} → {after}")
        return text.format(
            field=field_name(field),
            before=self._value(field, before),
            after=self._value(field, after),
        )

    def _value(self, field: str, value: str) -> str:
        if field in ("delegation", "category"):
            return self._titles.get(value, value)
        if field == "country":
            return self._workplace.country(value) or value
        if field == "standing" and value in ("accredited", "not_accredited", "withdrawn"):
            word = state_word(value)
            return word[:1].lower() + word[1:]
        if field == "hold":
            return translate("History", "yes") if value == "True" else translate("History", "no")
        return value

    def _merged(self, details: Mapping[str, str]) -> tuple[str, str]:
        if details.get("codes") == REPLACE:
            return translate(
                "History", "Merged with a second row, whose code is replaced"
            ), "people"
        return translate("History", "Merged with a second row; both codes stay"), "people"

    def _decided(self, details: Mapping[str, str]) -> tuple[str, str]:
        words = decision_words(details.get("decision", ""))
        return translate("History", "Decided: {what}").format(what=words.lower()), "supervisor"

    def _issued(self, details: Mapping[str, str]) -> tuple[str, str]:
        return translate("History", "New code issued"), "badges"

    def _code_changed(self, details: Mapping[str, str]) -> tuple[str, str]:
        if "revoked" in details.get("status", ""):
            if details.get("reason") == "lost":
                return translate("History", "Badge lost: its code is blocked"), "refused"
            return translate("History", "Code revoked"), "refused"
        return translate("History", "Code replaced"), "badges"
