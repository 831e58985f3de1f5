"""Owns the language on screen: translators, switched while the program runs, and who is told.

A checkout without compiled translations reads their source instead, so that nothing need be built
to see Vietnamese.
"""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from checkin_app import assets

_PLACEHOLDER = re.compile(r"(\{\w*\}|%n)")
_MARKED = str.maketrans("aeouAEOU", "ậệộựẨỂỔỨ")

VI = "vi"
EN = "en"


def translate(context: str, text: str, note: str | None = None, n: int = -1) -> str:
    """`text` in the language on screen; `n` chooses the plural and stands for %n.

    English sources write a plural as “day(s)”.
    """
    said = QCoreApplication.translate(context, text, note, n)
    return said.replace("(s)", "" if n == 1 else "s") if n >= 0 else said


class SourceTranslator(QTranslator):
    """A translator made of a `.ts` file itself."""

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from xml.etree import ElementTree

        self._texts: dict[tuple[str, str], str] = {}
        for context in ElementTree.parse(file).iter("context"):
            name = context.findtext("name", "")
            for message in context.iter("message"):
                translation = message.find("translation")
                if translation is None:
                    continue
                form = translation.find("numerusform")
                text = (form if form is not None else translation).text
                if text:
                    self._texts[name, message.findtext("source", "")] = text

    def isEmpty(self) -> bool:
        """Never: Qt leaves empty translators out."""
        return False

    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The text, or None where it is not known, so that Qt asks the next translator."""
        return self._texts.get((context, sourceText))


class Stretched(QTranslator):
    """Makes every text 40 % longer, with marks above and below: layouts that break show early."""

    def isEmpty(self) -> bool:
        """Never: Qt leaves empty translators out."""
        return False

    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        """The text with its vowels marked and two fifths added."""
        parts = _PLACEHOLDER.split(sourceText)
        parts[::2] = [part.translate(_MARKED) for part in parts[::2]]
        return "".join(parts) + "~" * max(1, round(len(sourceText) * 0.4))


class Language(QObject):
    """The language in force; `changed` comes after its translators are installed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("language")
        self.code = EN
        self.locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
        self._installed: list[QTranslator] = []

    def speak(self, code: str) -> None:
        """Puts `vi`, `en`, or `stretched` (a test of the layouts) on screen."""
        for old in self._installed:
            QCoreApplication.removeTranslator(old)
        self.code = VI if code == VI else EN
        self.locale = _locale(self.code)
        QLocale.setDefault(self.locale)
        self._installed = _translators(code)
        for new in self._installed:
            QCoreApplication.installTranslator(new)
        self.changed.emit()


def _locale(code: str) -> QLocale:
    if code == VI:
        return QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam)
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def _translators(code: str) -> list[QTranslator]:
    if code == "stretched":
        return [Stretched()]
    found: list[QTranslator] = []
    source = assets.resource("translations", f"ui_{code}.ts")
    compiled = source.with_suffix(".qm")
    if compiled.exists() and (
        not source.exists() or compiled.stat().st_mtime >= source.stat().st_mtime
    ):
        made = QTranslator()
        if made.load(str(compiled)):
            found.append(made)
    elif source.exists():
        found.append(SourceTranslator(source))
    if code == VI:
        own = QTranslator()
        if own.load("qtbase_vi", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            found.insert(0, own)
    return found


language = Language()


def number(value: int) -> str:
    """1.204 or 1,204."""
    return language.locale.toString(value)
