"""Every sentence that `check` can say is said in Vietnamese too, with the same placeholders."""

import re

import pytest

from checkin_app import i18n
from checkin_app.store.checking import FINDINGS


@pytest.mark.parametrize("finding", FINDINGS)
def test_a_finding_speaks_both_languages(finding: str) -> None:
    names = re.findall(r"{(\w+)}", finding)
    details = {name: f"<{name}>" for name in names}
    said = i18n.say("vi", "check", finding, **details)
    assert said != finding.format(**details)
    assert all(detail in said for detail in details.values())
