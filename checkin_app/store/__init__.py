"""The event file: one SQLite file, one event, through sqlite-utils."""
