"""Owns the strip over the verdict of a desk that was revoked: what it records counts nowhere."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin_app.ui.language import translate
from checkin_app.ui.sync.office import sync_office
from checkin_app.ui.sync.parts import Notice
from checkin_app.ui.theme.look import look
from checkin_app.ui.theme.tokens import Tone
from checkin_app.ui.workplace import Workplace


class RevokedStrip(QWidget):
    """Hidden while the desk is trusted."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._office = sync_office(workplace)
        self._notice: Notice | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()
        self._office.changed.connect(self.renew)
        look.changed.connect(self._on_theme)
        self.renew()

    def renew(self) -> None:
        """Says how things are now."""
        revoked = self._office.state.link == "revoked"
        if revoked and self._notice is None:
            self._notice = Notice(
                Tone.REFUSE,
                translate("Scan", "This desk was revoked"),
                translate(
                    "Scan",
                    "What it records stays here and counts nowhere else. Send people to another "
                    "desk and tell the supervisor.",
                ),
            )
            self._column.addWidget(self._notice)
        self.setVisible(revoked)

    def _on_theme(self) -> None:
        if self._notice is not None:
            self._notice.deleteLater()
            self._notice = None
        self.renew()
