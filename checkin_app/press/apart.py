"""Owns work in a process of its own: its news, its result, its end, whoever is killed first.

The process is started afresh (spawn), so that nothing of the window's threads is in it, and it
asks the system for less of the processor than the desk.
"""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from checkin_app.domain.errors import CheckinError, NotPossible, ProgramFault

log = logging.getLogger(__name__)

T = TypeVar("T")
Say = Callable[[int, int | None], None]
Stopped = Callable[[], bool]
Work = Callable[[Say, Stopped], T]

#: Seconds between two looks at whether to stop, and until one that does not stop is made to.
_LOOK = 0.05
GRACE = 5.0
_BELOW_NORMAL = 0x4000


class Ended(NotPossible):
    """The process ended without an answer: out of memory, or killed."""

    sentence = (
        "The part of the program that makes badges ended early. Nothing was written; try again."
    )


@dataclass(frozen=True, slots=True)
class _Error:
    kind: type[CheckinError]
    sentence: str
    details: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Crash:
    told: str


@dataclass(frozen=True, slots=True)
class _Result:
    value: Any


def apart(work: Work[T], *, progress: Say | None = None, cancelled: Stopped | None = None) -> T:
    """What `work(say, stopped)` returns, done in a process of its own; it must be picklable.

    `progress` hears what it says; once `cancelled()` holds, `stopped()` does there, and what still
    works GRACE seconds later is killed. Raises the CheckinError that the work raised, ProgramFault
    where it crashed (the log has the traceback), Ended where the process was killed. No process is
    left behind.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_child, args=(theirs, work), name="badges", daemon=True)
    with ours:
        process.start()
        theirs.close()
        try:
            answer = _answer(ours, process, progress, cancelled)
        finally:
            if process.is_alive() and not _ended(process):
                process.kill()
            process.join()
            process.close()
    match answer:
        case _Result():
            value: T = answer.value
            return value
        case _Error():
            error = answer.kind.__new__(answer.kind)
            CheckinError.__init__(error, answer.sentence, **answer.details)
            raise error
        case _Crash():
            log.error("a process of its own\n%s", answer.told)
            raise ProgramFault
        case None:
            log.error("a process of its own ended without an answer")
            raise Ended


def _answer(
    ours: Connection, process: BaseProcess, progress: Say | None, cancelled: Stopped | None
) -> _Result | _Error | _Crash | None:
    asked: float | None = None
    while True:
        ready = wait([ours, process.sentinel], _LOOK)
        if ours in ready:
            try:
                news = ours.recv()
            except (EOFError, OSError):
                return None
            if isinstance(news, _Result | _Error | _Crash):
                return news
            if progress:
                progress(*news)
        elif ready:
            return None
        if asked is None and cancelled and cancelled():
            asked = time.monotonic()
            with contextlib.suppress(OSError):
                ours.send(None)
        elif asked is not None and time.monotonic() - asked > GRACE:
            return None


def _ended(process: BaseProcess) -> bool:
    """Whether a process that has given its answer ends by itself."""
    process.join(GRACE)
    return not process.is_alive()


def _child(ours: Connection, work: Work[Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _step_back()
    stop = threading.Event()
    threading.Thread(target=_listen, args=(ours, stop), name="parent", daemon=True).start()
    sending = threading.Lock()

    def say(done: int, total: int | None) -> None:
        with contextlib.suppress(OSError), sending:
            ours.send((done, total))

    answer: _Result | _Error | _Crash
    try:
        answer = _Result(work(say, stop.is_set))
    except CheckinError as error:
        answer = _Error(type(error), error.sentence, error.details)
    except Exception as crash:
        frames = "".join(traceback.format_tb(crash.__traceback__))
        answer = _Crash(f"{frames}{type(crash).__name__}")
    with contextlib.suppress(OSError), sending:
        ours.send(answer)


def _listen(ours: Connection, stop: threading.Event) -> None:
    """Waits for the word to stop, or for the parent's end, which ends this process too."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    while True:
        ready = wait([ours, parent.sentinel])
        if parent.sentinel not in ready:
            try:
                ours.recv()
            except (EOFError, OSError):
                pass
            else:
                stop.set()
                continue
        stop.set()
        time.sleep(GRACE)
        os._exit(1)


def _step_back() -> None:
    """Leaves the processor to the desk whenever it wants it."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
    else:
        with contextlib.suppress(OSError):
            os.nice(10)
