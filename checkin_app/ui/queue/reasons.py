"""Owns why a badge is printed again, or thrown away: what is kept, and how it reads.

What is kept is the same in every language; a reason in somebody's own words is kept as it is.
"""

from __future__ import annotations

from checkin_app.domain.badges import ON_ADMISSION
from checkin_app.ui.language import translate

DAMAGED = "damaged"
CORRECTED = "name corrected"
LOST = "lost"
PRINTER = "printer fault"

#: In the order in which they are offered for another print.
REPRINT = (DAMAGED, CORRECTED, LOST, PRINTER)
#: What makes paper useless.
SPOILT = (PRINTER, DAMAGED, CORRECTED)


def reason_words(reason: str) -> str:
    """A reason as people read it."""
    match reason:
        case "damaged":
            return translate("Reprint", "Badge damaged")
        case "name corrected":
            return translate("Reprint", "Name corrected")
        case "lost":
            return translate("Reprint", "Badge lost")
        case "printer fault":
            return translate("Reprint", "Printer fault")
    if reason == ON_ADMISSION:
        return translate("Reprint", "Printed at each admission")
    return reason


def kept(words: str, offered: tuple[str, ...]) -> str:
    """What is kept for what was chosen on screen."""
    return next((reason for reason in offered if reason_words(reason) == words), words)
