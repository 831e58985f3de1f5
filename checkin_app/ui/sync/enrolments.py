"""Owns how an enrolment that a scanner typed is told from a badge."""

from __future__ import annotations

#: What an enrolment begins with; see sync.enrolment.
PREFIX = "CHECKIN-"


def is_enrolment(text: str) -> bool:
    """Whether a text that a scanner typed is an enrolment, and no badge."""
    return text.strip().startswith(PREFIX)
