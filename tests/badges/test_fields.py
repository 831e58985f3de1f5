"""Fields: nothing is said twice on a badge."""

from collections.abc import Callable

import pytest

from checkin_app.badges.layout.fields import FIELDS
from checkin_app.badges.subject import BadgeSubject


@pytest.mark.parametrize(
    ("field", "texts", "expected"),
    [
        ("own_name", {"own_name": "Lê Vũ"}, ""),
        ("own_name", {"own_name": "黎武"}, "黎武"),
        ("organization", {"organization": "BỘ Y TẾ", "delegation": "Bộ Y tế"}, ""),
        ("organization", {"organization": "Viện Pasteur"}, "Viện Pasteur"),
        ("country_both", {"country_en": "Laos", "country_vi": "Lào"}, "Lào · Laos"),
        ("country_both", {"country_en": "Canada", "country_vi": "Canada"}, "Canada"),
        ("country_both", {"delegation": "Japan", "country_en": "Japan"}, ""),
        ("country_both", {"delegation": "", "country": "XK"}, "XK"),
        ("event_vi", {"event_vi": "", "event_en": "Forum"}, "Forum"),
        ("event_en", {"event_vi": "", "event_en": "Forum"}, ""),
        ("category_en", {"category_vi": "VIP", "category_en": "VIP"}, ""),
        ("category_en", {"category_vi": "Báo chí", "category_en": "Press"}, "Press"),
    ],
)
def test_fields(
    person: Callable[..., BadgeSubject], field: str, texts: dict[str, str], expected: str
) -> None:
    nothing = dict.fromkeys(("country", "country_en", "country_vi"), "")
    assert FIELDS[field].value(person("Lê Vũ", **{**nothing, **texts})) == expected
