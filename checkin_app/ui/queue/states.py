"""Owns what is said of a job of the queue: its state in true words, its mark, whether it waits.

The states are those of `desk` jobs; nothing here says “printed” before the printer did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from checkin_app.domain.badges import SEEN, Job, JobState
from checkin_app.ui.language import VI, language, translate

if TYPE_CHECKING:
    from checkin_app.i18n import Language

FOLDER = "folder:"


def needs_person(job: Job) -> bool:
    """Whether nothing goes on before somebody looks at the printer or decides."""
    if job.state is JobState.SENT:
        return bool(job.attention)
    return job.state in (JobState.FAILED, JobState.UNKNOWN)


def state_words(job: Job) -> str:
    """The state in one breath, lower case, for a line after a name or a time."""
    match job.state:
        case JobState.QUEUED:
            return translate("Queue", "badge waiting for the printer")
        case JobState.SENDING:
            return translate("Queue", "badge being sent to the printer")
        case JobState.SENT:
            if job.attention:
                return translate("Queue", "badge held up at the printer")
            return translate("Queue", "badge sent to the printer")
        case JobState.CONFIRMED:
            return translate("Queue", "badge printed")
        case JobState.WRITTEN:
            return translate("Queue", "badge saved as PDF")
        case JobState.FAILED:
            return translate("Queue", "badge not printed")
        case JobState.UNKNOWN:
            return translate("Queue", "not known whether the badge came out")
        case JobState.CANCELLED:
            return translate("Queue", "badge cancelled")


def told(job: Job) -> str:
    """The state as a row of the queue says it, with what its printer says or asks for."""
    match job.state:
        case JobState.QUEUED:
            words = translate("Queue", "Waiting")
        case JobState.SENDING:
            words = translate("Queue", "Being sent")
        case JobState.SENT:
            words = translate("Queue", "Sent to the printer")
            if job.attention:
                return _attended(job)
        case JobState.CONFIRMED:
            words = (
                translate("Queue", "Printed, seen at the desk")
                if job.words == SEEN
                else translate("Queue", "Printed, says the printer")
            )
        case JobState.WRITTEN:
            words = translate("Queue", "Saved as PDF")
        case JobState.FAILED:
            words = translate("Queue", "Not printed")
        case JobState.UNKNOWN:
            words = translate("Queue", "Look whether it came out")
        case JobState.CANCELLED:
            words = translate("Queue", "Cancelled")
    if job.words and job.state in (JobState.FAILED, JobState.UNKNOWN):
        return translate("Queue", "{state}: {words}").format(state=words, words=_said(job.words))
    return words


def _attended(job: Job) -> str:
    """What its printer asks for: a sentence for each kind, else the printer's own words."""
    from checkin_app.printing import AttentionKind
    from checkin_app.printing.words import kind_sentence

    kinds: dict[str, AttentionKind] = {kind: kind for kind in get_args(AttentionKind)}
    title, lang = printer_title(job.printer), _lang()
    return " ".join(
        kind_sentence(kinds[asked], title, lang) if asked in kinds else _said(asked)
        for asked in job.attention.split("; ")
    )


def _said(words: str) -> str:
    """Our own sentences in the language on screen, a printer's as they are."""
    from checkin_app.printing.words import said

    return said(words, _lang())


def _lang() -> Language:
    return "vi" if language.code == VI else "en"


def mark(job: Job) -> str:
    """The icon of its state."""
    if needs_person(job):
        return "refused" if job.state is JobState.FAILED else "referred"
    if job.state in (JobState.CONFIRMED, JobState.WRITTEN):
        return "check"
    marks = {JobState.QUEUED: "clock", JobState.CANCELLED: "close"}
    return marks.get(job.state, "printer")


def who(job: Job) -> str:
    """Whose badges: a name, or the first of several."""
    names = [badge.name for badge in job.badges]
    if len(names) == 1:
        return names[0]
    first = names[0] if names else ""
    return translate("Queue", "{name} and %n other(s)", None, max(0, len(names) - 1)).format(
        name=first
    )


def printer_title(name: str) -> str:
    """A printer as people know it: without the notation of folders and addresses."""
    if not name:
        return translate("Queue", "PDF folder")
    if name.startswith(FOLDER):
        folder = name.removeprefix(FOLDER).replace("\\", "/").rstrip("/").rpartition("/")[2]
        return translate("Queue", "Folder {name}").format(name=folder or name)
    if "://" in name:
        return name.partition("://")[2].partition("?")[0].partition("/")[0]
    return name
