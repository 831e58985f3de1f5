"""Owns the photo page of one delegate: from a file or the camera, framed by hand, kept, removed."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QImage,
)
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from checkin_app.domain.errors import CheckinError
from checkin_app.photos.reading import ENDINGS, Picture
from checkin_app.ui import file_dialogs
from checkin_app.ui.background import Background
from checkin_app.ui.language import translate
from checkin_app.ui.photos import verbs
from checkin_app.ui.photos.camera import Camera
from checkin_app.ui.photos.crop_view import HEIGHT, WIDTH, CropView
from checkin_app.ui.photos.live_view import LiveView
from checkin_app.ui.widgets.flow_row import flow_row
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.widgets.portrait import Portrait
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.domain.delegates import Delegate


class PhotoPage(QWidget):
    """Emits `left` when it is done with, kept or not; Escape is its screen's matter."""

    left = Signal()

    def __init__(
        self, workplace: Workplace, delegate: Delegate, camera: Camera | None = None
    ) -> None:
        super().__init__()
        self._workplace = workplace
        self._delegate = delegate
        self.picture: Picture | None = None
        self._reading = Background(self)
        self.camera = camera or Camera(self)
        self.camera.seen.connect(self._on_seen)
        self.camera.failed.connect(self.say)
        self.now = Portrait(WIDTH, HEIGHT)
        event = workplace.event_file
        folder = event.parent / "photos" if event else Path("photos")
        self.now.show_person(delegate.name, folder / delegate.photo if delegate.photo else None)
        self.live = LiveView()
        self.crop = CropView()
        self.stack = QStackedWidget()
        for part in (self.now, self.live, self.crop):
            self.stack.addWidget(_centred(part) if part is not self.crop else part)
        self.stack.setFixedHeight(self.crop.sizeHint().height())
        self.problem = label(role="problem", wrap=True)
        self.problem.hide()
        self.hint = label(
            translate(
                "Photos",
                "Drag the picture, or use the arrow keys; the wheel or + − make it larger.",
            ),
            "small",
            wrap=True,
        )
        self.file = KeyButton(translate("Photos", "From a file …"), icon="open")
        self.file.clicked.connect(self._on_file)
        self.film = KeyButton(translate("Photos", "From the camera"), icon="person")
        self.film.clicked.connect(self._on_camera)
        self.shoot = KeyButton(translate("Photos", "Take the picture"), kind="primary")
        self.shoot.clicked.connect(self._on_shoot)
        self.save = KeyButton(translate("Photos", "Keep this photo"), "Ctrl S", kind="primary")
        self.save.setShortcut("Ctrl+S")
        self.save.clicked.connect(self._on_save)
        self.remove = KeyButton(translate("Photos", "Remove the photo"))
        self.remove.clicked.connect(self._on_remove)
        self.back = KeyButton(translate("Photos", "Back"), "Esc")
        self.back.clicked.connect(self.leave)
        self.setAcceptDrops(True)
        self._last: QImage | None = None
        self._lay_out()
        self._offer()

    def _lay_out(self) -> None:
        sheet = QWidget()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(sheet)
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(20, 18, 20, 12)
        inside.setSpacing(10)
        inside.addWidget(label(translate("Photos", "Photo"), "caption"))
        inside.addWidget(label(self._delegate.name, "title", wrap=True))
        inside.addWidget(flow_row(self.file, self.film))
        inside.addWidget(self.problem)
        inside.addWidget(self.stack)
        inside.addWidget(self.hint)
        inside.addStretch(1)
        footer = QFrame()
        footer.setObjectName("footer")
        foot = QVBoxLayout(footer)
        foot.setContentsMargins(20, 12, 20, 14)
        foot.addWidget(flow_row(self.save, self.shoot, self.remove, self.back))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addWidget(footer)

    def take_focus(self) -> None:
        """Work begins with choosing where the picture comes from."""
        self.file.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, text: str) -> None:
        """Says what went wrong; "" takes it back."""
        self.problem.setText(text)
        self.problem.setAccessibleName(text)
        self.problem.setVisible(bool(text))
        self._offer()

    def _offer(self) -> None:
        """Shows what can be done now."""
        filming, chosen = self.camera.on, self.picture is not None
        self.stack.setCurrentIndex(2 if chosen else 1 if filming else 0)
        self.save.setVisible(chosen)
        self.hint.setVisible(chosen)
        self.shoot.setVisible(filming and not chosen)
        self.shoot.setEnabled(self._last is not None)
        self.film.setVisible(not filming)
        self.remove.setVisible(bool(self._delegate.photo) and not chosen and not filming)

    # -- where pictures come from -------------------------------------------

    def _on_file(self) -> None:
        endings = " ".join(f"*{ending}" for ending in sorted(ENDINGS))
        chosen = file_dialogs.open_file(
            self,
            translate("Photos", "Choose a photo"),
            "",
            translate("Photos", "Pictures ({endings})").format(endings=endings),
        )
        if chosen:
            self.open(Path(chosen))

    def open(self, file: Path) -> None:
        """Shows the picture of a file, to be framed; or says why it cannot be."""
        if self._reading.busy:
            return
        self.camera.stop()
        self.say("")
        self._reading.start(partial(verbs.read_file, file), self.show_picture, self._on_failed)

    def show_picture(self, picture: Picture) -> None:
        """Shows a picture, to be framed."""
        self.picture = picture
        self.crop.show_image(verbs.image_of(picture), picture.width, picture.height)
        self._offer()
        self.crop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_camera(self) -> None:
        self.picture = self._last = None
        self.say("")
        self.camera.start()
        self._offer()
        self.shoot.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_seen(self, image: QImage) -> None:
        first = self._last is None
        self._last = image
        self.live.show_image(image)
        if first:
            self._offer()

    def _on_shoot(self) -> None:
        if self._last is not None:
            self.camera.stop()
            self.show_picture(verbs.picture_of(self._last))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file may be dropped here."""
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens it."""
        self.open(Path(event.mimeData().urls()[0].toLocalFile()))

    # -- what becomes of them ------------------------------------------------

    def _on_save(self) -> None:
        if self.picture is not None:
            self._workplace.lane.run(
                partial(
                    verbs.keep,
                    self._delegate.id,
                    self.picture,
                    self.crop.frame,
                    self._workplace.operator,
                ),
                self._on_kept,
                self._on_failed,
            )

    def _on_remove(self) -> None:
        self._workplace.lane.run(
            partial(verbs.remove, self._delegate.id, self._workplace.operator),
            self._on_removed,
            self._on_failed,
        )

    def _on_kept(self, before: str) -> None:
        self._done(translate("Photos", "Photo of {name} kept"), before)

    def _on_removed(self, before: str) -> None:
        self._done(translate("Photos", "Photo of {name} removed"), before)

    def _done(self, text: str, before: str) -> None:
        workplace, key = self._workplace, self._delegate.id
        workplace.toast(
            text.format(name=self._delegate.name), partial(_undo, workplace, key, before)
        )
        workplace.touched.emit("roster")
        self.leave()

    def _on_failed(self, error: CheckinError) -> None:
        self.say(self._workplace.say(error))

    def leave(self) -> None:
        """Done with."""
        self.camera.stop()
        self.left.emit()


def _undo(workplace: Workplace, delegate_id: str, before: str) -> None:
    workplace.lane.run(
        partial(verbs.put_back, delegate_id, before, workplace.operator),
        partial(_on_undone, workplace),
        workplace.failed,
    )


def _on_undone(workplace: Workplace, _: None) -> None:
    workplace.touched.emit("roster")


def _centred(widget: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget, 0, Qt.AlignmentFlag.AlignCenter)
    return page
