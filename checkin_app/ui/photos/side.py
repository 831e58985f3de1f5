"""Owns the photo page while it stands over another page of a stack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from checkin_app.ui.photos.page import PhotoPage
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.domain.delegates import Delegate


class PhotoSide(QObject):
    """Shows the photo page of a delegate over a stack's pages, and what was there again after."""

    def __init__(self, workplace: Workplace, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._workplace = workplace
        self._stack = stack
        self._before: QWidget | None = None
        self.page: PhotoPage | None = None

    @property
    def open(self) -> bool:
        """Whether the page is shown."""
        return self.page is not None

    def show_page(self, delegate: Delegate) -> None:
        """Shows the page of a delegate, unless one is shown."""
        if self.page is not None:
            return
        self._before = self._stack.currentWidget()
        self.page = PhotoPage(self._workplace, delegate)
        self.page.left.connect(self._on_left)
        self._stack.addWidget(self.page)
        self._stack.setCurrentWidget(self.page)
        self.page.take_focus()

    def close(self) -> None:
        """Leaves the page, if it is shown; nothing is kept."""
        if self.page is not None:
            self.page.leave()

    def _on_left(self) -> None:
        page, self.page = self.page, None
        if page is not None:
            self._stack.removeWidget(page)
            page.deleteLater()
        if self._before is not None:
            self._stack.setCurrentWidget(self._before)
