"""Owns preflight: what would be wrong with badges if they were printed now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sized
from dataclasses import dataclass

from checkin_app.badges.layout.elements import Layout
from checkin_app.badges.pdf.drawing import PhotoSource
from checkin_app.badges.preflight.alike import Alike
from checkin_app.badges.preflight.findings import Finding
from checkin_app.badges.preflight.proof import Choice, Proof
from checkin_app.badges.subject import BadgeSubject

_STEP = 50


@dataclass(frozen=True, slots=True)
class Checked:
    """`badges` is how many were looked at; fewer than there are where it was cancelled."""

    badges: int
    findings: tuple[Finding, ...]
    cancelled: bool = False


def preflight(
    subjects: Iterable[BadgeSubject],
    *,
    layout: Layout | Choice,
    dpi: int | None = None,
    photos: PhotoSource | None = None,
    progress: Callable[[int, int | None], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Checked:
    """Looks at every badge; the arguments are those of render(). Nothing is written.

    Memory does not grow with the number of badges but by a line for each name and finding.
    """
    total = len(subjects) if isinstance(subjects, Sized) else None
    proof = Proof(layout, dpi, photos)
    alike = Alike(photos)
    findings: list[Finding] = []
    done = 0
    for subject in subjects:
        findings += proof.findings(subject)
        findings += alike.findings(subject)
        done += 1
        if done % _STEP == 0:
            if progress:
                progress(done, total)
            if cancelled and cancelled():
                return Checked(done, tuple(findings), cancelled=True)
    if progress:
        progress(done, done)
    return Checked(done, tuple(findings))
