"""Owns where badges of many go as PDF when no printer is chosen."""

from __future__ import annotations

from pathlib import Path

from checkin_app.config import DEFAULT_LAYOUT, station_dir

__all__ = ["DEFAULT_LAYOUT", "badges_dir"]


def badges_dir() -> Path:
    """The folder, made when missing."""
    folder = station_dir() / "badges"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
