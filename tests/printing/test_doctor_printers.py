"""What doctor says of printers: their names, and what somebody should do at them."""

import pytest

from checkin_app import printing
from checkin_app.cli import doctor
from checkin_app.printing import Attention, Printer


@pytest.mark.parametrize(
    ("attention", "state", "advice"),
    [
        ((), "works", ""),
        ((Attention("paper_low", blocking=False),), "works", ""),
        ((Attention("paper_out"),), "look", "B"),
    ],
)
def test_printers(
    monkeypatch: pytest.MonkeyPatch,
    attention: tuple[Attention, ...],
    state: str,
    advice: str,
) -> None:
    found = [Printer("A", "cups", True, "ready"), Printer("B", "cups", attention=attention)]
    monkeypatch.setattr(printing, "printers", lambda: found)
    finding = doctor._printers()
    assert (finding.state, finding.detail) == (state, "A (ready), B (unknown)")
    assert advice in finding.advice and bool(finding.advice) == bool(advice)
