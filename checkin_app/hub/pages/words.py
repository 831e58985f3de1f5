"""Owns how the page says things in one language: sentences, numbers, times, countries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import cache

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from checkin_app.domain.programme import Event
from checkin_app.i18n import Language, say

CONTEXT = "hub page"
LANGUAGES: tuple[Language, ...] = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Words:
    """Says everything in `lang`, with times of `zone`."""

    lang: Language
    zone: tzinfo

    def t(self, template: str, **details: object) -> str:
        """A sentence of the page; numbers among its details are written the language's way."""
        said = {
            name: self.number(value) if isinstance(value, int | float) else value
            for name, value in details.items()
        }
        return say(self.lang, CONTEXT, template, **said)

    def count(self, number: int, one: str, many: str) -> str:
        """`one` or `many`, both templates with {n}."""
        return self.t(one if number == 1 else many, n=number)

    def pick(self, english: str, vietnamese: str) -> str:
        """A name that the event has in both languages."""
        return (vietnamese if self.lang == "vi" else english) or english or vietnamese

    def number(self, number: float) -> str:
        """1.204 or 1,204; one decimal where there is one."""
        return format_decimal(round(number, 1), locale=self.lang)

    def time(self, ms: int) -> str:
        """08:41, of the event's zone."""
        return self.moment(ms).strftime("%H:%M")

    def seconds(self, ms: int) -> str:
        """08:41:07."""
        return self.moment(ms).strftime("%H:%M:%S")

    def day(self, day: date) -> str:
        """25/11 or 25 Nov."""
        return format_date(day, "dd/MM" if self.lang == "vi" else "d MMM", locale=self.lang)

    def today(self, event: Event, now: int) -> str:
        """Which day of the event it is, and its date."""
        day = event.day_number(self.moment(now))
        date_ = self.day(self.moment(now).date())
        if 1 <= day <= (event.last_day - event.first_day).days + 1:
            return self.t("Day {n} · {date}", n=day, date=date_)
        return date_

    def when(self, ms: int, now: int) -> str:
        """The time, with the day before it when it is not today's."""
        at, today = self.moment(ms), self.moment(now).date()
        return self.time(ms) if at.date() == today else f"{self.day(at.date())} {self.time(ms)}"

    def country(self, code: str) -> str:
        """The name of an ISO 3166-1 alpha-2 code, the code itself if it is none."""
        return _countries(self.lang).get(code, code)

    def moment(self, ms: int) -> datetime:
        return datetime.fromtimestamp(ms / 1000, self.zone)


@cache
def _countries(lang: str) -> dict[str, str]:
    return dict(Locale(lang).territories)
