"""Owns the words said without a window, in Vietnamese and English; the window has Qt's own.

English texts are the source and the key; Vietnamese ones lie in resources/translations/words_vi.ts
under a context (errors, cli, verdict …). A text that is not there is said in English.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from typing import Literal

from checkin_app import assets
from checkin_app.domain.errors import CheckinError

Language = Literal["vi", "en"]


def say(lang: Language, context: str, template: str, **details: object) -> str:
    """The text of `template` in `lang`, its {placeholders} filled from `details`."""
    if lang == "vi":
        template = _vietnamese().get((context, template), template)
    return template.format(**details) if details else template


def sentence(error: CheckinError, lang: Language) -> str:
    """What staff read about `error`; a detail “why” that is itself a known text is translated."""
    details: dict[str, object] = dict(error.details)
    if "why" in details:
        details["why"] = say(lang, "errors", error.details["why"])
    return say(lang, "errors", error.sentence, **details)


def environment_language(environ: Mapping[str, str] = os.environ) -> Language:
    """The language that LC_ALL, LC_MESSAGES or LANG ask for, the first that is set; else "en"."""
    locale = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    return "vi" if locale.lower().startswith("vi") else "en"


@cache
def _vietnamese() -> dict[tuple[str, str], str]:

    from xml.etree import ElementTree

    words = {}
    for context in ElementTree.parse(assets.resource("translations", "words_vi.ts")).iter(
        "context"
    ):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.findtext("translation", "")
            if translation:
                words[name, message.findtext("source", "")] = translation
    return words
