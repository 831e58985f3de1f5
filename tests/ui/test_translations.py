"""The window speaks whole Vietnamese."""

from __future__ import annotations

import string

from checkin_app.ui.language import SourceTranslator
from tests.ui.ui_texts import FILE, texts, translations


def _names(template: str) -> list[str]:
    return sorted(n for _, n, _, _ in string.Formatter().parse(template) if n)


def test_every_text_is_translated() -> None:
    said = translations()
    assert [text for text in texts() if not said.get(text)] == []


def test_nothing_is_translated_that_nobody_says() -> None:
    assert set(translations()) - set(texts()) == set()


def test_translations_keep_the_placeholders() -> None:
    wrong = [
        (text, said)
        for text, said in translations().items()
        if said and (_names(said) != _names(text[1]) or ("%n" in said) != ("%n" in text[1]))
    ]
    assert wrong == []


def test_the_source_file_itself_translates() -> None:
    translator = SourceTranslator(FILE)
    assert translator.translate("Scan", "Ready to scan") == "Sẵn sàng quét"
    assert translator.translate("Scan", "not there") is None
