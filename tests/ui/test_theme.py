"""Every theme can be read."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from checkin_app.ui.theme.look import look
from checkin_app.ui.theme.sheet import style_sheet
from checkin_app.ui.theme.tokens import THEMES, Theme, Tone, contrast, ink_on


@pytest.mark.parametrize("theme", list(THEMES.values()), ids=list(THEMES))
def test_contrasts(theme: Theme) -> None:
    least = 7.0 if theme.name == "contrast" else 5.2
    for ground in (theme.bg, theme.surface, theme.quiet, theme.hover):
        assert contrast(theme.text, ground) >= max(least, 7)
        assert contrast(theme.muted, ground) >= min(least, 5)
    assert contrast(theme.on_accent, theme.accent) >= 5.5
    assert contrast(theme.accent, theme.surface) >= 4.5
    assert contrast(theme.edge, theme.surface) >= 3
    for tone in (Tone.ADMIT, Tone.REFUSE, Tone.REFER):
        ground = theme.tone(tone)
        assert contrast(ground.ink, ground.paper) >= least


@pytest.mark.parametrize("theme", list(THEMES.values()), ids=list(THEMES))
def test_the_style_sheet_has_no_token_left(theme: Theme) -> None:
    assert "@" not in style_sheet(theme)


@pytest.mark.parametrize("colour", ["#0B5CAD", "#FFD24D", "#6B4E00", "#7A1F5C", "#808080"])
def test_words_on_a_chip_are_readable(colour: str) -> None:
    assert contrast(ink_on(colour), colour) >= 3.9


def test_themes_switch_while_the_program_runs(qapp: QApplication) -> None:
    heard: list[str] = []
    look.changed.connect(lambda: heard.append(look.theme.name))
    for name in ("dark", "contrast", "light"):
        look.put_on(name)
    assert heard == ["dark", "contrast", "light"]
