"""Owns the desk's camera: its pictures one after another, or the sentence why there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from checkin_app.ui.language import translate

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCamera, QMediaCaptureSession, QVideoFrame, QVideoSink


class Camera(QObject):
    """Emits `seen` with each picture and `failed` with a sentence."""

    seen = Signal(QImage)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._camera: QCamera | None = None
        self._session: QMediaCaptureSession | None = None
        self._sink: QVideoSink | None = None

    @property
    def on(self) -> bool:
        """Whether pictures are awaited."""
        return self._sink is not None

    def start(self) -> None:
        """Turns the system's usual camera on; what hinders it is told in `failed`."""
        try:
            from PySide6.QtMultimedia import (
                QCamera,
                QMediaCaptureSession,
                QMediaDevices,
                QVideoSink,
            )
        except ImportError:
            self.failed.emit(
                translate(
                    "Photos",
                    "The camera cannot be used: this computer lacks a part for it (libpulse). "
                    "Choose a file instead.",
                )
            )
            return
        device = QMediaDevices.defaultVideoInput()
        if device.isNull():
            self.failed.emit(
                translate("Photos", "No camera is connected. Plug one in, or choose a file.")
            )
            return
        self._camera = QCamera(device, self)
        self._session = QMediaCaptureSession(self)
        self._session.setCamera(self._camera)
        sink = QVideoSink(self)
        self._session.setVideoSink(sink)
        self._camera.errorOccurred.connect(self._on_error)
        self.watch(sink)
        self._camera.start()
        self._on_error()

    def watch(self, sink: QVideoSink) -> None:
        """Takes the pictures of a sink, whoever fills it."""
        self._sink = sink
        sink.videoFrameChanged.connect(self._on_frame)

    def stop(self) -> None:
        """Turns it off; the lamp beside it goes out."""
        sink, self._sink = self._sink, None
        if sink is not None:
            sink.videoFrameChanged.disconnect(self._on_frame)
        if self._camera is not None:
            self._camera.stop()
        for part in (self._session, self._camera):
            if part is not None:
                part.deleteLater()
        self._session = self._camera = None

    def _on_frame(self, frame: QVideoFrame) -> None:
        if frame.isValid():
            image = frame.toImage()
            if not image.isNull():
                self.seen.emit(image)

    def _on_error(self) -> None:
        from PySide6.QtMultimedia import QCamera

        if self._camera is not None and self._camera.error() != QCamera.Error.NoError:
            self.stop()
            self.failed.emit(
                translate(
                    "Photos",
                    "The camera gives no picture. Close other programs that use it, or choose a "
                    "file.",
                )
            )
