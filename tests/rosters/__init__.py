"""Roster files as organisers send them, by a generator that knows nothing of the sample event.

people = make_roster(17_000, 1_400)
write_csv(folder / "roster.csv", people)
straight, reversed_ = typed(people[0].name)
"""

from .files import write_csv, write_xlsx
from .people import Person, make_roster, plain, typed

__all__ = ["Person", "make_roster", "plain", "typed", "write_csv", "write_xlsx"]
