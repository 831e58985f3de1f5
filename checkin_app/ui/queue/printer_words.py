"""Owns what is said of a printer: what it asks for, or how many badges its stock still gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin_app.ui.language import number, translate
from checkin_app.ui.queue.states import printer_title
from checkin_app.ui.theme.tokens import Tone
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.domain.badges import Stock
    from checkin_app.i18n import Language
    from checkin_app.printing import Attention, Printer


@dataclass(frozen=True, slots=True)
class PrinterSaid:
    """One line about a printer; `holds` when no badge comes out before somebody went there.

    `named` says that the printer's name is in `words` already.
    """

    name: str
    tone: Tone
    words: str
    holds: bool = False
    named: bool = False

    @property
    def warns(self) -> bool:
        """Whether somebody should look soon."""
        return self.tone is Tone.REFER

    @property
    def line(self) -> str:
        """With the printer's name."""
        if self.named:
            return self.words
        title = printer_title(self.name)
        return f"{title}: {self.words}" if self.words else title


def said_of(
    workplace: Workplace, name: str, printer: Printer | None, stock: Stock | None
) -> PrinterSaid:
    """What is known of the printer `name`; `printer` is None while nobody asked it."""
    if printer is not None:
        asked = sorted(printer.attention, key=lambda a: not a.blocking)
        if asked:
            text = _attended(asked[0], name, workplace.lang)
            return PrinterSaid(name, Tone.REFER, text, asked[0].blocking, True)
        if printer.state == "stopped":
            text = translate("Queue", "Stopped – look at the printer")
            return PrinterSaid(name, Tone.REFER, text, True)
        if printer.state == "refusing":
            text = translate("Queue", "It takes no jobs now")
            return PrinterSaid(name, Tone.REFER, text, True)
    left = stock.left if stock is not None else None
    if left is not None:
        low = left <= workplace.settings.stock_warning
        if left <= 0:
            text = translate("Queue", "By count the stock is used up – load and count anew")
        else:
            text = translate("Queue", "%n badge(s) left", None, left).replace(
                str(left), number(left)
            )
        return PrinterSaid(name, Tone.REFER if low else _calm(printer), text)
    return PrinterSaid(name, _calm(printer), "")


def _attended(asked: Attention, name: str, lang: Language) -> str:
    """What to do at the printer; words of its own, or a whole sentence, where the kind is none."""
    from checkin_app.printing import words

    title = printer_title(name)
    if asked.kind == "other" and asked.words.endswith("."):
        sentence = words.said(asked.words, lang)
        return sentence if title in sentence else f"{title}: {sentence}"
    if asked.kind == "other":
        return words.attended(asked, title, lang)
    return words.kind_sentence(asked.kind, title, lang)


def _calm(printer: Printer | None) -> Tone:
    """Green only where the printer itself was heard."""
    heard = printer is not None and printer.state in ("ready", "printing")
    return Tone.ADMIT if heard else Tone.NEUTRAL
