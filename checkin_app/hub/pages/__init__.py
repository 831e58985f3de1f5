"""Owns the control-room page: what a browser sees of the event on the hub."""

from checkin_app.hub.pages.context import Context
from checkin_app.hub.pages.site import Pages

__all__ = ["Context", "Pages"]
