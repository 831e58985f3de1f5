"""Owns what else is done with badges: each a page of its own over the badges screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin_app.ui.language import translate
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Tool:
    """One page. `build` is given the layout that is chosen; one that is `bare` has its own head,
    and says with the signal `left` when the way back is asked for."""

    id: str
    icon: str
    name: Callable[[], str]
    build: Callable[[Workplace, str], QWidget]
    bare: bool = False


def _layouts(workplace: Workplace, layout: str) -> QWidget:
    from checkin_app.ui.editor.editor import LayoutEditor

    return LayoutEditor(workplace, layout)


def _preflight(workplace: Workplace, layout: str) -> QWidget:
    from checkin_app.ui.preflight.page import PreflightPage

    return PreflightPage(workplace)


def _photos(workplace: Workplace, layout: str) -> QWidget:
    from checkin_app.ui.badges.photos_in import PhotosPage

    return PhotosPage(workplace)


def _invitations(workplace: Workplace, layout: str) -> QWidget:
    from checkin_app.ui.badges.invitations import InvitationsPage

    return InvitationsPage(workplace)


def _temporaries(workplace: Workplace, layout: str) -> QWidget:
    from checkin_app.ui.badges.temporaries import TemporariesPage

    return TemporariesPage(workplace)


TOOLS: tuple[Tool, ...] = (
    Tool("preflight", "check", lambda: translate("Badges", "Check"), _preflight),
    Tool("photos", "person", lambda: translate("Badges", "Photos"), _photos),
    Tool("layouts", "edit", lambda: translate("Badges", "Layouts"), _layouts, bare=True),
    Tool("invitations", "export", lambda: translate("Badges", "Invitations"), _invitations),
    Tool("temporaries", "clock", lambda: translate("Badges", "Temporary badges"), _temporaries),
)


class ToolPage(QWidget):
    """A tool under a head with the way back. Emits `left`."""

    left = Signal()

    def __init__(self, tool: Tool, content: QWidget) -> None:
        super().__init__()
        self.setObjectName("page")
        self.content = content
        column = QVBoxLayout(self)
        column.setSpacing(14)
        if tool.bare:
            column.setContentsMargins(0, 0, 0, 0)
            content.left.connect(self.left)  # type: ignore[attr-defined]
        else:
            column.setContentsMargins(28, 16, 28, 20)
            back = KeyButton(translate("Badges", "Back"), "Esc", kind="plain", icon="back")
            back.clicked.connect(self.left)
            shortcut = QShortcut(QKeySequence("Escape"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.left)
            head = QHBoxLayout()
            head.setSpacing(12)
            head.addWidget(back)
            head.addWidget(label(tool.name(), "heading"))
            head.addStretch(1)
            column.addLayout(head)
        column.addWidget(content, 1)

    def shown(self) -> None:
        """The page came to the front."""
        shown = getattr(self.content, "shown", None)
        if shown is not None:
            shown()

    def leave(self) -> None:
        """The page is left for good."""
        leave = getattr(self.content, "leave", None)
        if leave is not None:
            leave()
