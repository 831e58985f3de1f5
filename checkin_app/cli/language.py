"""Owns which language the command line speaks, and how its texts are said in it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextvars import ContextVar

from checkin_app import i18n
from checkin_app.domain.errors import CheckinError
from checkin_app.i18n import Language

_language: ContextVar[Language] = ContextVar("language", default="en")


def chosen(arguments: Sequence[str], environ: Mapping[str, str] = os.environ) -> Language:
    """The language that `--lang` names, else CHECKIN_LANG, else the environment's.

    It is looked up before the arguments are parsed, so that what is wrong with them can be said.
    """
    named = environ.get("CHECKIN_LANG", "")
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and place + 1 < len(arguments):
            named = arguments[place + 1]
        elif argument.startswith("--lang="):
            named = argument.removeprefix("--lang=")
    if named == "vi":
        return "vi"
    return "en" if named == "en" else i18n.environment_language(environ)


def speak(lang: Language) -> None:
    _language.set(lang)


def spoken() -> Language:
    return _language.get()


def say(template: str, **details: object) -> str:
    """A text of the command line in the chosen language."""
    return i18n.say(spoken(), "cli", template, **details)


def sentence(error: CheckinError) -> str:
    return i18n.sentence(error, spoken())
