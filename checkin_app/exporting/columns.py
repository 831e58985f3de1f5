"""Owns which columns each export has, in order, with the header that staff read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `id` is its key in JSON, `width` what a sheet gives it, in letters."""

    id: str
    en: str
    vi: str
    width: int = 14

    def header(self, lang: str) -> str:
        return self.vi if lang == "vi" else self.en


_DELEGATE_ID = Column("delegate_id", "Delegate ID", "Mã hồ sơ", 24)
_HONORIFIC = Column("honorific", "Honorific", "Danh xưng", 10)
_NAME = Column("name", "Full name", "Họ và tên", 30)
_OWN_NAME = Column("own_name", "Name in own script", "Tên theo chữ bản ngữ", 20)
_POSITION = Column("position", "Position", "Chức vụ", 28)
_ORGANIZATION = Column("organization", "Organization", "Cơ quan", 30)
_DELEGATION = Column("delegation", "Delegation", "Đoàn", 30)
_COUNTRY = Column("country", "Country", "Quốc gia", 9)
_CATEGORY = Column("category", "Category", "Nhóm đại biểu", 18)
_CHECKPOINT = Column("checkpoint", "Checkpoint", "Điểm kiểm soát", 18)
_DIRECTION = Column("direction", "Direction", "Chiều", 9)
_DESK = Column("desk", "Desk", "Quầy", 16)
_OPERATOR = Column("operator", "Operator", "Nhân viên", 16)
_AT = Column("at", "Time", "Thời gian", 26)
_CONFLICT = Column("conflict", "Conflict", "Cần xử lý", 24)

ATTENDANCE = (
    _DELEGATE_ID,
    _HONORIFIC,
    _NAME,
    _OWN_NAME,
    _POSITION,
    _ORGANIZATION,
    _DELEGATION,
    _COUNTRY,
    _CATEGORY,
    _CHECKPOINT,
    Column("first_in", "First in", "Vào lần đầu", 26),
    Column("last_in", "Last in", "Vào lần cuối", 26),
    Column("last_out", "Last out", "Ra lần cuối", 26),
    Column("last_scan", "Last scan", "Lượt quét cuối", 26),
    Column("inside", "Inside", "Đang ở trong", 9),
    Column("entries", "Times in", "Số lần vào", 9),
    _DESK,
    Column("overridden", "Admitted by override", "Cho vào ngoại lệ", 12),
    Column("override_reason", "Override reason", "Lý do ngoại lệ", 30),
    _CONFLICT,
)

SCANS = (
    Column("scan_id", "Scan ID", "Mã lượt quét", 24),
    _AT,
    _DESK,
    _OPERATOR,
    _CHECKPOINT,
    _DIRECTION,
    Column("code", "Code", "Mã đã đọc", 30),
    Column("decision", "Decision", "Quyết định", 10),
    Column("reason", "Reason", "Lý do", 22),
    _DELEGATE_ID,
    _NAME,
    _DELEGATION,
    _CATEGORY,
    Column("undone", "Undone", "Đã hoàn tác", 9),
    Column("undo_reason", "Undo reason", "Lý do hoàn tác", 30),
    Column("overridden", "Overridden", "Cho vào ngoại lệ", 9),
    Column("override_reason", "Override reason", "Lý do ngoại lệ", 30),
    _CONFLICT,
)

ROSTER = (
    _DELEGATE_ID,
    Column("external_id", "External ID", "Mã ngoài", 18),
    _HONORIFIC,
    _NAME,
    Column("given_name", "Given name", "Tên", 14),
    _OWN_NAME,
    _POSITION,
    _ORGANIZATION,
    Column("department", "Department", "Phòng ban", 24),
    _DELEGATION,
    _COUNTRY,
    _CATEGORY,
    Column("email", "E-mail", "Email", 26),
    Column("phone", "Phone", "Điện thoại", 18),
    Column("birth_year", "Birth year", "Năm sinh", 9),
    Column("language", "Language", "Ngôn ngữ", 10),
    Column("seat", "Seat", "Chỗ ngồi", 10),
    Column("notes", "Notes", "Ghi chú", 30),
    Column("attention", "Attention note", "Lưu ý", 30),
    Column("photo", "Photo", "Ảnh", 18),
    Column("hold", "On hold", "Tạm giữ", 9),
    Column("standing", "Standing", "Tình trạng", 14),
    Column("checked_in", "Checked in", "Đã đến", 9),
)

DELEGATIONS = (
    Column("delegation_id", "Delegation ID", "Mã đoàn", 24),
    Column("name", "Delegation", "Đoàn", 40),
    _COUNTRY,
    Column("liaison", "Liaison officer", "Cán bộ liên lạc", 24),
    Column("quota", "Quota", "Chỉ tiêu", 9),
    Column("expected", "Expected", "Dự kiến", 9),
    Column("arrived", "Arrived", "Đã đến", 9),
    Column("complete", "Complete", "Đã đủ", 9),
    Column("head", "Head of delegation", "Trưởng đoàn", 30),
    Column("head_arrived", "Head arrived", "Trưởng đoàn đã đến", 12),
)

PRINTS = (
    _AT,
    _DESK,
    _OPERATOR,
    _DELEGATE_ID,
    _NAME,
    _DELEGATION,
    Column("layout", "Layout", "Mẫu thẻ", 16),
    Column("printer", "Printer", "Máy in", 20),
    Column("outcome", "Outcome", "Kết quả", 12),
    Column("reason", "Reason", "Lý do", 30),
    Column("words", "Printer’s words", "Máy in báo", 30),
    Column("spoilt", "Spoilt", "Thẻ hỏng", 9),
    Column("confirmed_at", "Confirmed by the printer", "Máy in xác nhận", 26),
    Column("handed_over_at", "Handed over", "Đã giao thẻ", 26),
)

AUDIT = (
    _AT,
    _DESK,
    Column("stream", "Stream", "Chuỗi", 34),
    Column("n", "No.", "Số", 8),
    Column("kind", "Kind", "Loại", 20),
    Column("subject", "Subject", "Đối tượng", 38),
    Column("summary", "Summary", "Nội dung", 60),
    Column("chain", "Chain", "Mã chuỗi", 66),
)

CONFLICTS = (
    Column("conflict_id", "Conflict ID", "Mã mục cần xử lý", 20),
    Column("kind", "Kind", "Loại", 20),
    Column("open", "Open", "Chưa xử lý", 9),
    _DELEGATE_ID,
    _NAME,
    _DELEGATION,
    Column("about", "About", "Về", 24),
    Column("side", "What", "Việc", 12),
    _AT,
    Column("corrected_at", "Time corrected", "Thời gian đã hiệu chỉnh", 26),
    Column("bound_ms", "± ms", "± ms", 9),
    Column("order_uncertain", "Order uncertain", "Không chắc thứ tự", 9),
    _DESK,
    _OPERATOR,
    _CHECKPOINT,
    Column("code", "Code", "Mã", 30),
    Column("value", "Value", "Giá trị", 24),
    Column("entry", "Entry", "Mã sự việc", 38),
    Column("decision", "Decision", "Quyết định", 24),
    Column("decision_reason", "Reason", "Lý do", 30),
    Column("decided_by", "Decided by", "Người quyết định", 16),
    Column("decided_desk", "Decided at desk", "Quầy quyết định", 16),
    Column("decided_at", "Decided at", "Quyết định lúc", 26),
)

COLUMNS: dict[str, tuple[Column, ...]] = {
    "attendance": ATTENDANCE,
    "scans": SCANS,
    "roster": ROSTER,
    "delegations": DELEGATIONS,
    "prints": PRINTS,
    "audit": AUDIT,
    "conflicts": CONFLICTS,
}

CODES = (
    _DELEGATE_ID,
    _NAME,
    Column("code", "Code", "Mã QR", 30),
    Column("status", "Status", "Trạng thái", 10),
    Column("issued_at", "Issued at", "Cấp lúc", 26),
)
