"""Editing without a window: documents, commands, undo, snapping. Nothing here imports Qt."""
