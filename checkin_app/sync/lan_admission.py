"""Owns with whom of the LAN this desk exchanges: whoever may write in the event, as known here.

The secret of the event is in every copy of it, also in one that was stolen; a desk's own key can be
cut off. What is not known here yet, an enrolment or a revocation, counts from when it is.
"""

from __future__ import annotations

from typing import Literal

from checkin_app.store import authority
from checkin_app.store.event_file import EventFile

Why = Literal["revoked", "unauthorized"]


def refusal(file: EventFile, key: bytes) -> Why | None:
    """Why nothing is exchanged with the desk of this public key; None: it is welcome.

    As long as the event trusts no hub, everybody who has it is.
    """
    right = authority.right_of_key(file.connection, key.hex())
    if right.cut is not None:
        return "revoked"
    return None if right.profile else "unauthorized"
