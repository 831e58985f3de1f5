"""A small forum for the tests of the window, made through the desk itself."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

from checkin_app.desk import Desk
from checkin_app.domain.delegates import Category, Delegate, Delegation
from checkin_app.domain.programme import AccessRule, Checkpoint, CheckpointKind, Passage

TAG = "731"
SECRET = b"k" * 32

CATEGORIES = (
    Category("vip", "VIP", "Khách mời danh dự", "#7A1F5C", 0),
    Category("head", "Head of delegation", "Trưởng đoàn", "#0B5CAD", 1),
    Category("delegate", "Delegate", "Đại biểu", "#0B5CAD", 2),
    Category("press", "Press", "Báo chí", "#6B4E00", 3),
)
DELEGATIONS = (
    Delegation("vte", "Đoàn Thành phố Viêng Chăn", "LA", quota=12),
    Delegation("mrs", "Port de Marseille", "FR", quota=4),
    Delegation("yok", "Thành phố Yokohama", "JP"),
    Delegation("dng", "Đoàn Đà Nẵng", "VN"),
    Delegation("ict", "Viện Công nghệ", "VN"),
)
PEOPLE: tuple[dict[str, str], ...] = (
    {
        "name": "Đặng Thị Khánh Vân",
        "own_name": "Dang Thi Khanh Van",
        "honorific": "Bà",
        "position": "Giám đốc Sở Ngoại vụ",
        "organization": "Ủy ban Nhân dân Thành phố",
        "delegation": "vte",
        "category": "head",
        "attention": "Có phiên dịch đi cùng. Mời sang quầy lễ tân VIP, gặp cán bộ liên lạc.",
    },
    {
        "name": "Jean-Baptiste Mbeki-Lefèvre",
        "honorific": "Mr",
        "position": "Managing Director",
        "organization": "Port Autonome de Marseille-Fos",
        "delegation": "mrs",
        "category": "delegate",
    },
    {"name": "Taro Yamada", "own_name": "山田 太郎", "delegation": "yok", "category": "delegate"},
    {"name": "Somphone Vongsa", "own_name": "ສົມພອນ ວົງສາ", "delegation": "vte", "category": "vip"},
    {"name": "Nguyễn Thị Vân Anh", "delegation": "dng", "category": "press"},
    {"name": "Vân Thị Đặng Hoài", "delegation": "ict", "category": "delegate"},
    {"name": "Nguyễn Văn An", "delegation": "dng", "category": "delegate", "phone": "0901234567"},
    {
        "name": "Alexandra Konstantinopolskaya-Wolfeschlegelsteinhausen von und zu Hohenlohe",
        "own_name": "Александра Константинопольская",
        "honorific": "H.E. Prof. Dr",
        "position": "Deputy Permanent Representative to the International Organisations in Vienna",
        "organization": "Federal Ministry for European and International Affairs, Department II",
        "delegation": "mrs",
        "category": "vip",
    },
    {"name": "Lê Vũ", "delegation": "vte", "category": "delegate", "standing": "withdrawn"},
)


def found(path: Path, *, first_day: date | None = None) -> Desk:
    """A new event with few people, open for writing; it began yesterday unless told."""
    begin = first_day or datetime.now().astimezone().date() - timedelta(days=1)
    desk = Desk.create(
        path,
        name="Autumn Economic Forum",
        name_vi="Diễn đàn Kinh tế Mùa thu",
        first_day=begin,
        last_day=begin + timedelta(days=2),
        tag=TAG,
        secret=SECRET,
    )
    desk.add_records(
        [
            *CATEGORIES,
            *DELEGATIONS,
            Checkpoint("hall-b", CheckpointKind.DOOR, "Hall B", "Hội trường B", Passage.IN_AND_OUT),
            AccessRule("r1", "hall-b", frozenset({"vip"})),
        ]
    )
    for person in PEOPLE:
        desk.register(dict(person), force=True)
    for n in range(1, 12):
        desk.register({"name": f"Khách Mời {n:02d}", "delegation": "vte"}, force=True)
    return desk


def named(desk: Desk, name: str) -> Delegate:
    """The delegate of that very name."""
    rows = desk.roster_rows(desk.roster_ids())
    return next(row.delegate for row in rows if row.delegate.name == name)


def code_of(desk: Desk, name: str) -> str:
    """The code of the delegate of that very name."""
    return desk.credentials(named(desk, name).id)[0].code
