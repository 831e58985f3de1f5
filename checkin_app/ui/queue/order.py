"""Owns the order of the queue on screen: what needs a person first, what is done last."""

from __future__ import annotations

from collections.abc import Iterable

from checkin_app.domain.badges import Job, JobState
from checkin_app.ui.queue.states import needs_person

#: How many finished jobs stay in sight.
DONE_SHOWN = 40
_RANK = {JobState.SENDING: 1, JobState.SENT: 1, JobState.QUEUED: 2}


def in_order(jobs: Iterable[Job]) -> list[Job]:
    """Those that need a person, those under way, those that wait in turn, then the latest done."""
    ranked: dict[int, list[Job]] = {0: [], 1: [], 2: [], 3: []}
    for job in jobs:
        ranked[0 if needs_person(job) else _RANK.get(job.state, 3)].append(job)
    for rank in (0, 3):
        ranked[rank].sort(key=lambda job: job.changed_at, reverse=True)
    for rank in (1, 2):
        ranked[rank].sort(key=lambda job: (job.ordered_at, job.id))
    return [*ranked[0], *ranked[1], *ranked[2], *ranked[3][:DONE_SHOWN]]
