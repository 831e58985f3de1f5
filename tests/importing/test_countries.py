"""Countries and territories by their names in two languages, by codes, by what rosters write."""

import pytest
from babel import Locale

from checkin_app.importing.countries import country_code, family_name_first
from checkin_app.importing.words import load

NO_PLACES = {"EZ", "QO", "XA", "XB", "ZZ"}
PLACES = [code for code in Locale("en").territories if len(code) == 2 and code.isalpha()]


def test_every_name_that_cldr_has() -> None:
    for language in ("vi", "en"):
        names = Locale(language).territories
        for code in set(PLACES) & set(names) - NO_PLACES:
            for vietnamese in (True, False):
                for text in (names[code], names[code].lower(), f"  {names[code]} "):
                    assert country_code(text, vietnamese) == code, text


def test_every_code() -> None:
    for code in set(PLACES) - NO_PLACES:
        assert country_code(code, False) == country_code(code, True) == code
    for code, place in {"VNM": "VN", "LAO": "LA", "USA": "US", "GBR": "GB", "vn": "VN"}.items():
        assert country_code(code, False) == place


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Viet Nam", "VN"),
        ("VIỆT NAM", "VN"),
        ("CHXHCN Việt Nam", "VN"),
        ("Việt Nam (VN)", "VN"),
        ("VN - Việt Nam", "VN"),
        ("South Korea", "KR"),
        ("Republic of Korea", "KR"),
        ("Hàn Quốc", "KR"),
        ("Han Quoc", "KR"),
        ("Hàn Quốc/Korea", "KR"),
        ("Korea, Democratic People's Republic of", "KP"),
        ("CHDCND Triều Tiên", "KP"),
        ("Đài Loan", "TW"),
        ("Đài Loan (Trung Quốc)", "TW"),
        ("CHDCND Lào", "LA"),
        ("Lao PDR", "LA"),
        ("Hồng Kông", "HK"),
        ("Mỹ", "US"),
        ("my", "US"),
        ("MY", "MY"),
        ("Áo", "AT"),
        ("AO", "AO"),
        ("Bỉ", "BE"),
        ("Ý", "IT"),
        ("Nga", "RU"),
        ("Anh", "GB"),
        ("UK", "GB"),
        ("England", "GB"),
        ("U.S.A.", "US"),
        ("Hoa Kì", "US"),
        ("Cộng hòa Cuba", "CU"),
        ("CỘNG HÒA PHÁP", "FR"),
        ("Nước Đức", "DE"),
        ("Cộng hoà Séc", "CZ"),
        ("Republic of Kenya", "KE"),
        ("The Gambia", "GM"),
        ("Congo", "CG"),
        ("Cộng hòa Dân chủ Congo", "CD"),
        ("Cộng hòa Dominica", "DO"),
        ("Dominica", "DM"),
        ("Cote d'Ivoire", "CI"),
        ("Bosnia and Herzegovina", "BA"),
        ("Saint Kitts and Nevis", "KN"),
        ("Tanzania, United Republic of", "TZ"),
        ("Hanoi, Vietnam", "VN"),
        ("Palestine", "PS"),
        ("EU", "EU"),
        ("", ""),
        ("-", ""),
        ("Atlantis", ""),
        ("Pháp/Đức", ""),
        ("ZZ", ""),
    ],
)
def test_what_rosters_write(text: str, code: str) -> None:
    assert country_code(text, True) == code


def test_capitals_under_vietnamese_headers() -> None:
    assert country_code("NGA", True) == "RU"
    assert country_code("NGA", False) == "NG"


def test_the_list_of_names_is_sound() -> None:
    table = dict(load("countries"))
    order = table.pop("order")
    table.pop("before")
    assert set(table) <= set(PLACES) and set(order["family_first"]) <= set(PLACES)
    said: dict[str, str] = {}
    for code, names in table.items():
        for name in names:
            assert country_code(name, True) == code, name
            assert said.setdefault(name, code) == code, name
    assert family_name_first("VN") and not family_name_first("FR")
