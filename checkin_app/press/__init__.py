"""The way of a badge: rendered, handed to a printer, followed."""
