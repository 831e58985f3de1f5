"""Owns the three sounds; where none can be heard, the caller is told to flash instead.

QtMultimedia needs system libraries that may be missing; it is imported for the first sound.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl

from checkin_app import assets
from checkin_app.ui.scan.card import Sound

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect


class Sounds(QObject):
    """Plays a Sound when there is a device for it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sounds")
        self._effects: dict[Sound, QSoundEffect] | None = None

    def play(self, sound: Sound) -> bool:
        """Plays; False when nobody will hear it."""
        if self._effects is None:
            self._effects = self._load()
        effect = self._effects.get(sound)
        if effect is None:
            return False
        effect.play()
        return True

    def prepare(self) -> bool:
        """Loads the sounds ahead of the first one; False when there is no device."""
        if self._effects is None:
            self._effects = self._load()
        return bool(self._effects)

    def _load(self) -> dict[Sound, QSoundEffect]:
        try:
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
        except ImportError:
            return {}
        if QMediaDevices.defaultAudioOutput().isNull():
            return {}
        effects = {}
        for sound in Sound:
            effect = QSoundEffect(self)
            effect.setSource(
                QUrl.fromLocalFile(str(assets.resource("sounds", f"{sound.value}.wav")))
            )
            effects[sound] = effect
        return effects
