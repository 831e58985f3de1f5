"""Owns what staff read about a verdict, in both languages: headline, line under it, next step.

One entry for each reason; nothing here knows a screen, so that the window and the command line
say the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from checkin_app.domain.delegates import Delegate
from checkin_app.domain.scans import Reason, ScanOutcome

EN = "en"
VI = "vi"

Both = tuple[str, str]
"""English first, Vietnamese second."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """What one reason reads like; `line` and `step` are templates, `step` may be empty."""

    headline: Both
    line: Both
    step: Both = ("", "")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one verdict in one language."""

    headline: str
    line: str
    step: str


_RECORDED: Both = ("Recorded at {time}", "Đã ghi nhận lúc {time}")
_NOT_RECORDED_IN: Both = ("Refused at {time}", "Đã từ chối lúc {time}")
_LOOK: Both = (
    "Compare the photo with the person in front of you. "
    "Two people with one code: call a supervisor (F8).",
    "So ảnh với người đang đứng trước mặt. Hai người dùng chung một mã: gọi giám sát (F8).",
)
_ERASED: Both = ("Erased on request", "Đã xóa theo yêu cầu")
_ERASED_STEP: Both = (
    "Who this is was erased on request: call a supervisor (F8).",
    "Dữ liệu cá nhân đã được xóa theo yêu cầu: gọi giám sát (F8).",
)
_FIND: Both = (
    "Ask for the name and find the person (F3).",
    "Hỏi tên và tìm đại biểu trong danh sách (F3).",
)
_ELSEWHERE: Both = ("{title} is in {place} at {when}", "{title}: {place}, {when}")

PHRASES: Mapping[Reason, Phrase] = {
    Reason.WELCOME: Phrase(("Welcome", "Mời vào"), _RECORDED),
    Reason.LEFT: Phrase(("Going out", "Đã ra"), _RECORDED),
    Reason.OVERRIDDEN: Phrase(("Admitted by exception", "Cho vào ngoại lệ"), _RECORDED),
    Reason.UNREADABLE: Phrase(
        ("Scan again", "Quét lại"),
        ("The code was not read whole", "Mã đọc chưa trọn"),
        (
            "Hold the badge flat and scan it again. If it fails twice, find by name (F3).",
            "Giữ thẻ phẳng rồi quét lại. Nếu vẫn không được, tìm theo tên (F3).",
        ),
    ),
    Reason.OTHER_EVENT: Phrase(
        ("Badge of another event", "Thẻ của sự kiện khác"),
        ("This code was not issued for this event", "Mã này không thuộc sự kiện này"),
        (
            "Ask for this event's badge or invitation, or find by name (F3).",
            "Hỏi thẻ hoặc thư mời của sự kiện này, hoặc tìm theo tên (F3).",
        ),
    ),
    Reason.UNKNOWN: Phrase(
        ("Unknown code", "Mã không có trong danh sách"),
        ("Nobody was given this code", "Không đại biểu nào được cấp mã này"),
        _FIND,
    ),
    Reason.GENUINE_NOT_ON_ROSTER: Phrase(
        ("Genuine, not yet known here", "Mã thật, quầy này chưa có tên"),
        (
            "Another desk may have registered this person",
            "Có thể quầy khác vừa đăng ký đại biểu này",
        ),
        (
            "Find the person by name (F3), or register them here (F7).",
            "Tìm theo tên (F3), hoặc đăng ký ngay tại quầy này (F7).",
        ),
    ),
    Reason.UNBOUND: Phrase(
        ("Temporary badge, not given out", "Thẻ tạm chưa cấp cho ai"),
        ("This badge is nobody's yet", "Thẻ này chưa gắn với đại biểu nào"),
        (
            "Find the person by name (F3), press F12, and scan this badge once more.",
            "Tìm đại biểu theo tên (F3), nhấn F12 rồi quét lại thẻ này.",
        ),
    ),
    Reason.EXPIRED: Phrase(
        ("Not a badge of today", "Thẻ không có giá trị hôm nay"),
        (
            "A temporary badge counts on its own day only",
            "Thẻ tạm chỉ có giá trị trong ngày ghi trên thẻ",
        ),
        (
            "Keep this badge. Find the person (F3) and print their badge (F5), or give today's"
            " temporary one.",
            "Thu lại thẻ này. Tìm đại biểu (F3) rồi in thẻ (F5), hoặc cấp thẻ tạm của hôm nay.",
        ),
    ),
    Reason.REVOKED: Phrase(
        ("Badge revoked", "Thẻ đã bị thu hồi"),
        _NOT_RECORDED_IN,
        (
            "Keep the badge at the desk and call a supervisor (F8).",
            "Giữ thẻ lại quầy và gọi giám sát (F8).",
        ),
    ),
    Reason.REPLACED: Phrase(
        ("Old badge", "Thẻ cũ, đã cấp lại"),
        ("A newer badge was issued", "Đại biểu đã được cấp thẻ mới"),
        (
            "Ask for the newer badge and keep this one. Not to be found: print a new one (F5).",
            "Hỏi thẻ mới và thu lại thẻ này. Nếu không còn: in thẻ mới (F5).",
        ),
    ),
    Reason.WITHDRAWN: Phrase(
        ("No longer taking part", "Không còn tham dự"),
        ("The delegation withdrew this name", "Đoàn đã rút tên đại biểu này"),
        (
            "Ask politely for a moment and call a supervisor (F8).",
            "Mời đại biểu chờ giây lát và gọi giám sát (F8).",
        ),
    ),
    Reason.NOT_ACCREDITED: Phrase(
        ("Accreditation pending", "Chưa duyệt tham dự"),
        ("The organisers have not confirmed this person yet", "Ban tổ chức chưa xác nhận"),
        (
            "Offer a seat and call a supervisor (F8).",
            "Mời đại biểu ngồi chờ và gọi giám sát (F8).",
        ),
    ),
    Reason.NOT_ENTITLED: Phrase(
        ("Not for this entrance", "Không vào cửa này"),
        ("This badge does not open {checkpoint}", "Thẻ này không vào được {checkpoint}"),
        (
            "Show the way to the person's own session, or call a supervisor (F8).",
            "Chỉ đường đến phiên của đại biểu, hoặc gọi giám sát (F8).",
        ),
    ),
    Reason.TOO_EARLY: Phrase(
        ("Not open yet", "Chưa đến giờ"),
        ("Opens at {when}", "Mở cửa lúc {when}"),
        ("Invite the person to come back then.", "Mời đại biểu quay lại vào giờ đó."),
    ),
    Reason.TOO_LATE: Phrase(
        ("Closed", "Đã hết giờ vào"),
        ("Entry ended at {when}", "Hết giờ vào lúc {when}"),
        ("Late guests: call a supervisor (F8).", "Khách đến muộn: gọi giám sát (F8)."),
    ),
    Reason.FULL: Phrase(
        ("Full", "Đã đủ chỗ"),
        ("No place is left at {checkpoint}", "{checkpoint} không còn chỗ"),
        (
            "Invite the person to wait here; scan again when somebody has left.",
            "Mời đại biểu chờ tại đây; quét lại khi có người ra.",
        ),
    ),
    Reason.ATTENTION: Phrase(
        ("A person must look", "Cần người xem xét"),
        ("This name is on hold", "Đại biểu này đang được lưu ý"),
        (
            "Read the note below, then call a supervisor (F8).",
            "Đọc lưu ý bên dưới rồi gọi giám sát (F8).",
        ),
    ),
    Reason.ALREADY_IN: Phrase(
        ("Already inside", "Đã vào trước đó"),
        ("First scan: {first} · {desk} · {ago}", "Lượt đầu: {first} · {desk} · {ago}"),
        _LOOK,
    ),
    Reason.NOT_INSIDE: Phrase(
        ("Not recorded inside", "Chưa có lượt vào"),
        ("Going out, but no entry was recorded", "Đang ra nhưng chưa ghi nhận lượt vào"),
        (
            "Let the person leave; tell a supervisor (F8).",
            "Mời đại biểu ra; báo giám sát (F8).",
        ),
    ),
}

_NO_TIME: Mapping[Reason, Both] = {
    Reason.TOO_EARLY: ("This entrance is not open yet", "Cửa này chưa mở"),
    Reason.TOO_LATE: ("Entry here has ended", "Cửa này đã đóng"),
    Reason.ALREADY_IN: ("Admitted here before", "Đã được ghi nhận trước đó"),
}

_UNDONE: Both = ("Taken back", "Đã hoàn tác")
_UNDONE_LINE: Both = (
    "The scan of {time} no longer counts",
    "Lượt quét lúc {time} không còn tính",
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def name_of(delegate: Delegate, lang: str) -> str:
    """How a person is called on screen; of who was erased, that they were."""
    return _ERASED[lang == VI] if delegate.erased else delegate.name


def words(outcome: ScanOutcome, lang: str, zone: ZoneInfo, now: datetime | None = None) -> Words:
    """The words of `outcome` in `lang` (vi or en), times in `zone`.

    `now` (aware) is what “28 minutes ago” counts from; without it, the scan's own time.
    """
    which = 1 if lang == VI else 0
    verdict = outcome.verdict
    details = _details(outcome, lang, zone, now or outcome.at)
    if outcome.undone:
        return Words(_UNDONE[which], _UNDONE_LINE[which].format(**details), "")
    phrase = PHRASES[verdict.reason]
    line, step = phrase.line[which], phrase.step[which]
    if verdict.reason in _NO_TIME and "when" not in details and "first" not in details:
        line = _NO_TIME[verdict.reason][which]
    if verdict.reason is Reason.NOT_ENTITLED and "place" in details:
        step = _sentence(_ELSEWHERE[which].format(**details))
    if outcome.delegate and outcome.delegate.erased:
        step = _ERASED_STEP[which]
    elif verdict.reason is Reason.ALREADY_IN and outcome.delegate and not outcome.delegate.photo:
        step = _without_photo(which)
    return Words(phrase.headline[which], line.format(**details), step)


def headline(reason: Reason, lang: str) -> str:
    """The headline of a reason alone, for lists."""
    return PHRASES[reason].headline[1 if lang == VI else 0]


def message(outcome: ScanOutcome, zone: ZoneInfo, now: datetime | None = None) -> dict[str, str]:
    """One sentence of words in each language, as the command line prints it."""
    said = {}
    for lang in (VI, EN):
        w = words(outcome, lang, zone, now)
        said[lang] = f"{w.headline}. {_sentence(w.line)}" + (f" {w.step}" if w.step else "")
    return said


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else text + "."


def _without_photo(which: int) -> str:
    return (
        "Ask for the name and an invitation. Two people with one code: call a supervisor (F8).",
        "Hỏi tên và thư mời. Hai người dùng chung một mã: gọi giám sát (F8).",
    )[which]


def _details(outcome: ScanOutcome, lang: str, zone: ZoneInfo, now: datetime) -> dict[str, str]:
    vietnamese = lang == VI
    checkpoint = outcome.checkpoint
    details = {
        "time": clock(outcome.at, zone),
        "checkpoint": (checkpoint.name_vi if vietnamese else checkpoint.name_en)
        or checkpoint.name_en
        or checkpoint.id,
    }
    first = outcome.verdict.first_scan
    if first is not None:
        details["first"] = clock(first.at, zone, beside=outcome.at, lang=lang)
        details["desk"] = first.desk
        details["ago"] = ago(now - first.at, lang)
    guidance = outcome.verdict.guidance
    if guidance is not None:
        if guidance.at is not None:
            details["when"] = clock(guidance.at, zone, beside=outcome.at, lang=lang, seconds=False)
        if guidance.place and guidance.at is not None:
            title = guidance.title_vi if vietnamese else guidance.title_en
            details["title"] = title or guidance.title_en or guidance.title_vi
            details["place"] = guidance.place
    return details


def clock(
    at: datetime,
    zone: tzinfo,
    *,
    beside: datetime | None = None,
    lang: str = EN,
    seconds: bool = True,
) -> str:
    """The time of day in `zone`, with the date in front when it is not the day of `beside`."""
    local = at.astimezone(zone)
    text = local.strftime("%H:%M:%S" if seconds else "%H:%M")
    if beside is None or beside.astimezone(zone).date() == local.date():
        return text
    return f"{day(at, zone, lang)} {text}"


def day(at: datetime, zone: tzinfo, lang: str) -> str:
    """25/11 or 25 Nov."""
    local = at.astimezone(zone)
    if lang == VI:
        return f"{local.day:02d}/{local.month:02d}"
    return f"{local.day} {_MONTHS[local.month - 1]}"


def ago(span: timedelta, lang: str) -> str:
    """How long ago, in one unit, rounded down."""
    seconds = max(0, int(span.total_seconds()))
    for size, en, vi in ((86400, "day", "ngày"), (3600, "hour", "giờ"), (60, "minute", "phút")):
        count = seconds // size
        if count:
            if lang == VI:
                return f"{count} {vi} trước"
            return f"{count} {en}{'' if count == 1 else 's'} ago"
    return "vừa xong" if lang == VI else "just now"
