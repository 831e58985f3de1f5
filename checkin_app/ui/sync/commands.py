"""Owns commands of this program as children of the window: asked for JSON, told in one sentence."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal

from checkin_app.domain.errors import CheckinError, NotPossible, ProgramFault
from checkin_app.i18n import Language

#: Of what a child says of its own accord, so much is kept.
_MOST_SAID = 64 << 10
#: Milliseconds that a child may take to end.
_GRACE = 5_000
#: Windows: no console window for a child.
_NO_WINDOW = 0x08000000


class Said(CheckinError):
    """What a command said of its failure, already in the language on screen."""

    sentence = "{text}"


def started(child: QProcess, arguments: list[str], lang: Language, store: str) -> None:
    """Starts this very program, in a checkout or a bundle, with a command."""
    whole = ["--lang", lang, "--json", *arguments, "--store", store]
    if not getattr(sys, "frozen", False):
        whole = ["-m", "checkin_app", *whole]
    if sys.platform == "win32":
        child.setCreateProcessArgumentsModifier(_hidden)
    child.start(sys.executable, whole)


def _hidden(arguments: Any) -> None:
    arguments.flags |= _NO_WINDOW


def failure(child: QProcess, said: bytes) -> CheckinError:
    """What to tell of a child that ended badly: its last line for people."""
    lines = said.decode("utf-8", "replace").strip().splitlines()
    if child.exitStatus() is QProcess.ExitStatus.NormalExit and lines:
        return Said(text=lines[-1])
    return ProgramFault()


class Command(QObject):
    """One command; `answered` has its JSON, `failed` a CheckinError. It deletes itself."""

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject, arguments: list[str], lang: Language, store: str) -> None:
        super().__init__(parent)
        self._said = b""
        self._child = QProcess(self)
        self._child.finished.connect(self._on_finished)
        self._child.errorOccurred.connect(self._on_error)
        self._arguments, self._lang, self._store = arguments, lang, store

    def start(self, done: Callable[[Any], None], failed: Callable[[CheckinError], None]) -> None:
        """Begins; one of the two is called later."""
        self.answered.connect(done)
        self.failed.connect(failed)
        started(self._child, self._arguments, self._lang, self._store)

    def kill(self) -> None:
        """Nobody waits for the answer any more."""
        self.blockSignals(True)
        if self._child.state() is not QProcess.ProcessState.NotRunning:
            self._child.kill()
            self._child.waitForFinished(_GRACE)

    def _on_finished(self) -> None:
        if self._child.exitCode() != 0:
            error = bytes(self._child.readAllStandardError().data())
            self.failed.emit(failure(self._child, error))
        else:
            try:
                answer = json.loads(bytes(self._child.readAllStandardOutput().data()))
            except ValueError:
                self.failed.emit(ProgramFault())
            else:
                self.answered.emit(answer)
        self.deleteLater()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.failed.emit(NotPossible(why=self._child.errorString()))
            self.deleteLater()


class Service(QObject):
    """A command that goes on until its input ends: `ready` has its first line's JSON."""

    ready = Signal(object)
    ended = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._child = QProcess(self)
        self._child.readyReadStandardOutput.connect(self._on_out)
        self._child.readyReadStandardError.connect(self._on_error_text)
        self._child.finished.connect(self._on_finished)
        self._child.errorOccurred.connect(self._on_error)
        self._out = self._said = b""
        self._told = self._wanted = False

    @property
    def running(self) -> bool:
        """Whether it is there."""
        return self._child.state() is not QProcess.ProcessState.NotRunning

    def start(self, arguments: list[str], lang: Language, store: str) -> None:
        """Begins it."""
        self._out = self._said = b""
        self._told, self._wanted = False, True
        started(self._child, arguments, lang, store)

    def stop(self) -> None:
        """Ends its input, so it ends gracefully."""
        self._wanted = False
        self._child.closeWriteChannel()

    def kill(self) -> None:
        """It did not end in time."""
        if self.running and not self._child.waitForFinished(_GRACE):
            self._child.kill()
            self._child.waitForFinished(_GRACE)

    def _on_out(self) -> None:
        self._out = (self._out + bytes(self._child.readAllStandardOutput().data()))[-_MOST_SAID:]
        line, end, _ = self._out.partition(b"\n")
        if end and not self._told:
            self._told = True
            try:
                self.ready.emit(json.loads(line))
            except ValueError:
                self.ready.emit({})

    def _on_error_text(self) -> None:
        said = self._said + bytes(self._child.readAllStandardError().data())
        self._said = said[-_MOST_SAID:]

    def _on_finished(self) -> None:
        self._on_error_text()
        self.ended.emit(failure(self._child, self._said) if self._wanted else None)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.ended.emit(NotPossible(why=self._child.errorString()))


def store_of(event: Path) -> str:
    """Where the hub of an event lies when this desk is it: beside the event file."""
    from checkin_app.desk.copies import hub_store

    return f"sqlite:///{hub_store(event)}"


def is_founded(event: Path) -> bool:
    """Whether that hub is there."""
    from checkin_app.desk.copies import hub_store

    return hub_store(event).exists()
