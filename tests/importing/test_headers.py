"""Header rows as they come: from ministries, offices, forms, ticket systems, in two languages."""

import pytest

from checkin_app.importing.headers import meaning
from checkin_app.importing.recognition import FIELDS, recognise_columns
from checkin_app.importing.words import IGNORED, fold, header_words, load

ROSTERS = {
    "a ministry's list": (
        "STT | Họ và tên | Chức vụ | Cơ quan, đơn vị | Điện thoại | Email | Ghi chú",
        "- name position organization phone email notes",
    ),
    "delegations from abroad": (
        "TT | Đoàn | Quốc gia/Vùng lãnh thổ | Danh xưng | Họ và tên đại biểu | Chức danh"
        " | Thành phần | Năm sinh | Số hộ chiếu | Chuyến bay đến | Khách sạn",
        "- delegation country honorific name position category birth_year - - -",
    ),
    "names in three parts": (
        "Mã số | Họ | Tên đệm | Tên | Ngày sinh | Giới tính | Quốc tịch | Đơn vị công tác",
        "external_id family_name middle_name given_name birth_year - country organization",
    ),
    "names in two parts": (
        "STT | Họ và tên đệm | Tên | Phòng/Ban | Số ghế | Lưu ý",
        "- family_name given_name department seat attention",
    ),
    "without marks": (
        "STT | Ho va ten | Chuc vu | Don vi | So dien thoai | Dia chi email | Quoc gia",
        "- name position organization phone email country",
    ),
    "capitals and stars": (
        "STT | HỌ VÀ TÊN (*) | CHỨC VỤ (*) | CƠ QUAN | SĐT (*) | NHÓM ĐẠI BIỂU | ẢNH",
        "- name position organization phone category photo",
    ),
    "a form": (
        "Dấu thời gian | Họ và tên của đại biểu (in hoa, có dấu)"
        " | Chức vụ hiện tại | Tên cơ quan, đơn vị | Số điện thoại liên hệ | Email liên hệ"
        " | Ngôn ngữ sử dụng | Yêu cầu đặc biệt (nếu có)",
        "- name position organization phone email language attention",
    ),
    "two languages": (
        "STT/No. | Họ và tên (Full name) | Chức vụ/Position | Đơn vị/Organization"
        " | Quốc gia/Country | Nhóm/Group | Mã QR/QR code",
        "- name position organization country category external_code",
    ),
    "an English list": (
        "No. | Title | Full Name | Position | Organisation | Country | Email | Mobile | Remarks",
        "- honorific name position organization country email phone notes",
    ),
    "given and family name": (
        "First Name | Last Name | Job Title | Company | Country | E-mail Address | Phone Number",
        "given_name family_name position organization country email phone",
    ),
    "surname and name": (
        "ID | Surname | Name | Affiliation | Nationality | Date of Birth | Preferred language",
        "external_id family_name given_name organization country birth_year language",
    ),
    "a ticket system": (
        "Order ID | Ticket code | Attendee name | Ticket type | Attendee email | Company name"
        " | Checked in | Phone no. | Status",
        "- external_code name category email organization - phone standing",
    ),
    "two scripts": (
        "Delegation | Honorific | Name in own script | Name in English | Position | Dept. | Seat",
        "delegation honorific own_name name position department seat",
    ),
    "our own export": (
        "Delegate ID | External ID | Honorific | Full name | Given name | Name in own script"
        " | Position | Organization | Department | Delegation | Country | Category | E-mail | Phone"
        " | Birth year | Language | Seat | Notes | Attention note | Photo | On hold | Standing"
        " | Checked in",
        "- external_id honorific name given_name own_name position organization department"
        " delegation country category email phone birth_year language seat notes attention photo"
        " hold standing -",
    ),
    "our own export in Vietnamese": (
        "Mã hồ sơ | Mã ngoài | Danh xưng | Họ và tên | Tên | Tên theo chữ bản ngữ | Chức vụ"
        " | Cơ quan | Phòng ban | Đoàn | Quốc gia | Nhóm đại biểu | Email | Điện thoại | Năm sinh"
        " | Ngôn ngữ | Chỗ ngồi | Ghi chú | Lưu ý | Ảnh | Tạm giữ | Tình trạng | Đã đến",
        "- external_id honorific name given_name own_name position organization department"
        " delegation country category email phone birth_year language seat notes attention photo"
        " hold standing -",
    ),
    "names of fields": (" | ".join(FIELDS), " ".join(FIELDS)),
}
#: What stands below the headers that can be two things.
BELOW = {"Title": "Mr", "Status": "confirmed", "Tình trạng": "accredited", "Tên": "Khai"}


@pytest.mark.parametrize("roster", ROSTERS)
def test_headers_are_recognised(roster: str) -> None:
    headers, fields = ROSTERS[roster]
    columns = [header.strip() for header in headers.split(" | ")]
    sample = [[BELOW.get(column, "") for column in columns]] * 3
    found = recognise_columns(columns, sample).fields
    assert [field or "-" for field in found] == fields.split()


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Email của người liên hệ", IGNORED),
        ("Điện thoại người liên hệ", IGNORED),
        ("Name of contact person", IGNORED),
        ("Họ tên trợ lý", IGNORED),
        ("Số hộ chiếu/CCCD", IGNORED),
        ("Họ và tên\nFull name", "name"),
        ("HỌ TÊN ĐẠI BIỂU:", "name"),
        ("Your organization (full official name)", "organization"),
        ("Please enter your e-mail address", "email"),
        ("Đơn vị công tác của ông/bà", "organization"),
        ("  ho   VA ten ", "name"),
        ("Họ và tên", "name"),
    ],
)
def test_longer_headers(header: str, field: str) -> None:
    known = meaning(header)
    assert known is not None and known.fields == (field,)


@pytest.mark.parametrize(
    "header", ["", "Danh sách đại biểu tham dự diễn đàn", "Q7", "★", "x" * 5000]
)
def test_unknown_headers(header: str) -> None:
    known = meaning(header)
    assert known is None or known.certainty == 1


def test_no_word_heads_two_fields() -> None:
    tables = dict(load("fields"))
    tables.pop("noise")
    said: dict[str, str] = {}
    for either in tables.pop("either").values():
        assert set(either["fields"]) <= set(FIELDS)
        for word in either["words"]:
            assert said.setdefault(fold(word), "either") == "either", word
    for field, words in tables.items():
        assert field in {*FIELDS, "latin_name", "ignore"}
        for word in (*words["vi"], *words["en"]):
            assert said.setdefault(fold(word), field) == field, word
    assert all(header_words().choices) and set(FIELDS) <= set(tables)


def test_the_first_of_two_alike_is_taken() -> None:
    found = recognise_columns(["Email", "Họ tên", "Email (2)"], [["a@b.vn", "An", "c@d.vn"]])
    assert found.fields == ("email", "name", None)


def test_a_certain_header_wins_over_a_longer_one() -> None:
    found = recognise_columns(["Số điện thoại khác của cơ quan", "Điện thoại", "Họ tên"], [])
    assert found.fields[1:] == ("phone", "name")
