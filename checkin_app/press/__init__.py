"""The way of a badge: rendered, handed to a printer, followed."""

from checkin_app.press.press import Press

__all__ = ["Press"]
