"""Owns what a person must be told of the exchange: revoked, forked, kept aside, a wrong clock."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from checkin_app import i18n
from checkin_app.ui.language import number, translate
from checkin_app.ui.sync import state_words
from checkin_app.ui.sync.office import SyncOffice
from checkin_app.ui.sync.parts import Notice, clear
from checkin_app.ui.theme.tokens import Tone
from checkin_app.ui.widgets.parts import KeyButton
from checkin_app.ui.workplace import Workplace

_LISTED = 6


class Notices(QWidget):
    """Hidden while there is nothing. Emits `erased` once somebody confirmed that."""

    erased = Signal()

    def __init__(self, workplace: Workplace, office: SyncOffice) -> None:
        super().__init__()
        self._workplace = workplace
        self._office = office
        self._sure = False
        #: What has the focus when all is built anew: never what cannot be undone.
        self._safe: KeyButton | None = None
        self._told: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)

    def renew(self) -> None:
        """Says what is so now; the same is not said anew."""
        state, survey = self._office.state, self._office.survey
        # Not what of the state may change each second, or buttons lose the focus.
        what = (state.link, state.outbox if self._sure else 0, state.clock_wrong, survey.alarms)
        told = (what, survey.aside, state.unknown_kinds, self._sure)
        if told == self._told:
            return
        self._told, self._safe = told, None
        held = self.isAncestorOf(QApplication.focusWidget() or self)
        if held:  # Qt would give it to what comes next, and scroll there.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        clear(self._column)
        notices = [*self._revoked(), *self._alarms(), *self._clock(), *self._aside()]
        notices += self._unknown()
        for notice in notices:
            self._column.addWidget(notice)
            notice.show()
        self.setVisible(bool(notices))
        if held and self._safe is not None:
            self._safe.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """The next time all is built anew."""
        self._told = None

    def _revoked(self) -> list[Notice]:
        if self._office.state.link != "revoked":
            self._sure = False
            return []
        if not self._sure:
            ask = KeyButton(translate("Sync", "Erase this copy …"))
            ask.clicked.connect(self._on_ask)
            self._safe = ask
            return [
                Notice(
                    Tone.REFUSE,
                    translate("Sync", "This desk was revoked"),
                    translate(
                        "Sync",
                        "The hub takes and gives nothing any more. Ask the supervisor for a new "
                        "enrolment, or give the computer back with its copy of the event erased.",
                    ),
                    ask,
                )
            ]
        erase = KeyButton(translate("Sync", "Erase for good"), kind="danger")
        erase.clicked.connect(self.erased)
        keep = self._safe = KeyButton(translate("Sync", "Keep it"))
        keep.clicked.connect(self._on_keep)
        waiting = self._office.state.outbox
        text = translate(
            "Sync",
            "The event file, its backups and its badge PDFs on this computer go. Nobody can "
            "undo it.",
        )
        if waiting:
            lost = (
                translate("Sync", "One fact that the hub does not have is lost.")
                if waiting == 1
                else translate(
                    "Sync", "%n fact(s) that the hub does not have are lost.", None, waiting
                )
            )
            text = f"{lost} {text}"
        return [
            Notice(
                Tone.REFUSE,
                translate("Sync", "Erase this desk's copy of the event?"),
                text,
                keep,
                erase,
            )
        ]

    def _on_ask(self) -> None:
        self._sure = True
        self.renew()

    def _on_keep(self) -> None:
        self._sure = False
        self.renew()

    def _alarms(self) -> list[Notice]:
        return [
            Notice(
                Tone.REFUSE,
                translate("Sync", "Somebody should look at this"),
                i18n.say(self._workplace.lang, "alarms", alarm.sentence, **alarm.details),
            )
            for alarm in self._office.survey.alarms
        ]

    def _clock(self) -> list[Notice]:
        state = self._office.state
        if not state.clock_wrong:
            return []
        return [
            Notice(
                Tone.REFER,
                translate("Sync", "This computer's clock is wrong: {clock}").format(
                    clock=state_words.clock(state)
                ),
                translate(
                    "Sync",
                    "Set the time in the system's settings. What was scanned is kept with the "
                    "difference, and shown corrected.",
                ),
            )
        ]

    def _aside(self) -> list[Notice]:
        kept = self._office.survey.aside
        if not kept:
            return []
        lines = [
            f"{state_words.at(page.at, self._workplace)} · {page.source} · {_why(page.why)}"
            for page in kept[:_LISTED]
        ]
        if len(kept) > _LISTED:
            lines.append(translate("Sync", "and {count} more").format(count=number(len(kept) - 6)))
        return [
            Notice(
                Tone.REFER,
                translate("Sync", "%n page(s) kept aside", None, len(kept)),
                "\n".join(
                    [
                        translate(
                            "Sync",
                            "They could not be true and were not taken in; everything else was. "
                            "Show this to whoever runs the hub.",
                        ),
                        *lines,
                    ]
                ),
            )
        ]

    def _unknown(self) -> list[Notice]:
        count = self._office.state.unknown_kinds
        if not count:
            return []
        return [
            Notice(
                Tone.NEUTRAL,
                translate("Sync", "Hub and desk have different releases"),
                translate(
                    "Sync", "One kind of facts is kept by the hub, but not counted there yet."
                )
                if count == 1
                else translate(
                    "Sync",
                    "%n kind(s) of facts are kept by the hub, but not counted there yet.",
                    None,
                    count,
                ),
            )
        ]


def _why(why: str) -> str:
    return {
        "chain": translate("Sync", "does not follow on what is known"),
        "seal": translate("Sync", "the seal is wrong"),
        "shape": translate("Sync", "it has the wrong shape"),
        "stream": translate("Sync", "it pretends to be another desk"),
        "size": translate("Sync", "it is too large"),
        "fork": translate("Sync", "two different facts under one number"),
        "authority": translate("Sync", "the desk may not say that"),
    }.get(why, why)
