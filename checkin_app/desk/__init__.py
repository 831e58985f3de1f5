"""The desk: the one object through which a station acts; it loads, asks the domain, records."""

from checkin_app.desk.desk import Desk
from checkin_app.desk.numbers import Figures

__all__ = ["Desk", "Figures"]
