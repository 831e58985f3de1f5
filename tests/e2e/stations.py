"""Owns what the tests of several processes share: desks and hubs started, told, killed, awaited."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

#: A limit that only a fault reaches, seconds.
LONG = 120.0
ROOT = Path(__file__).parents[2]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(home: Path) -> dict[str, str]:
    return os.environ | {
        "CHECKIN_HOME": str(home),
        "CHECKIN_KEYRING": "off",
        "PYTHONPATH": str(ROOT),
    }


def program(home: Path, *arguments: object, inside: Sequence[str] = ()) -> Any:
    """Runs checkin-app on the machine of this home; its JSON."""
    done = subprocess.run(
        [*inside, sys.executable, "-m", "checkin_app", "--json", *map(str, arguments)],
        env=environment(home),
        capture_output=True,
        encoding="utf-8",
        timeout=LONG,
        check=False,
    )
    assert done.returncode == 0, f"{arguments}: {done.stderr}"
    return json.loads(done.stdout)


class Running:
    """A process whose lines of JSON are heard as they come."""

    def __init__(self, name: str, command: Sequence[object], home: Path) -> None:
        self.name = name
        self.heard: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self.lines: list[dict[str, Any]] = []
        self.errors = home.parent / f"{name}.stderr"
        with self.errors.open("ab") as errors:
            self.process = subprocess.Popen(
                [str(part) for part in command],
                env=environment(home),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
            )
        self._listener = threading.Thread(target=self._listen, name=f"hears {name}", daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.heard.put(json.loads(line))
        self.heard.put(None)

    def tell(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n".encode())
        self.process.stdin.flush()

    def hear(self, timeout: float) -> dict[str, Any] | None:
        """The next line, if one comes in time. Fails when the process has ended."""
        try:
            line = self.heard.get(timeout=timeout) if timeout else self.heard.get_nowait()
        except queue.Empty:
            return None
        assert line is not None, f"{self.name} ended: {self.errors.read_text()[-3000:]}"
        self.lines.append(line)
        return line

    def await_line(self, **wanted: object) -> dict[str, Any]:
        """The next line that says all this; a value of None only asks for the name."""
        until = time.monotonic() + LONG
        while True:
            line = self.hear(max(0.01, until - time.monotonic()))
            assert line is not None, f"{self.name} does not say {wanted}: {self.lines[-5:]}"
            if all(k in line and v in (None, line[k]) for k, v in wanted.items()):
                return line

    def kill(self) -> None:
        """kill -9."""
        self.process.send_signal(signal.SIGKILL)
        self.end()

    def end(self, timeout: float = LONG) -> int:
        """Ends its input, waits for its end; its status."""
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.close()
        status = self.process.wait(timeout)
        self._listener.join(timeout)
        self.process.stdout.close()
        return status


class DeskAtWork(Running):
    """A desk process; `verdicts` are what it has said at the door."""

    def __init__(self, name: str, event: Path, home: Path, inside: Sequence[str] = ()) -> None:
        script = Path(__file__).with_name("desk_at_work.py")
        super().__init__(name, [*inside, sys.executable, script, event], home)
        self.event, self.home = event, home
        self.verdicts: list[dict[str, Any]] = []
        self.knows = ""
        self.digest = ""

    def hear(self, timeout: float) -> dict[str, Any] | None:
        line = super().hear(timeout)
        if line is None:
            return None
        if "scan" in line:
            self.verdicts.append(line)
        if "heads" in line:
            self.knows, self.digest = line["heads"], line["digest"]
        return line

    def scan(self, code: str, second: int) -> dict[str, Any]:
        self.tell(f"scan {code} {second}")
        return self.await_line(scan=None)


def await_agreement(desks: Sequence[DeskAtWork]) -> None:
    """Until all know the same; each is told to try at once."""
    until = time.monotonic() + LONG
    for desk in desks:
        desk.tell("now")
    while True:
        for desk in desks:
            while desk.hear(0.0) is not None:
                continue
        if len({desk.knows for desk in desks}) == 1:
            return
        for desk in desks:
            desk.hear(0.1)
        assert time.monotonic() < until, {desk.name: desk.lines[-3:] for desk in desks}


class HubAtWork(Running):
    """A hub process; listens at the same port each time it is started."""

    def __init__(
        self, name: str, store: str, home: Path, port: int, host: str = "127.0.0.1"
    ) -> None:
        command = [
            *(sys.executable, "-m", "checkin_app", "--json", "hub", "serve", "--store", store),
            *("--host", host, "--port", port, "--until-stdin-ends"),
        ]
        super().__init__(name, command, home)
        self.port = port

    def await_ready(self) -> None:
        self.await_line(port=self.port)


class Proxy:
    """A link to a port that can be cut: what is under way breaks, what is new is refused."""

    def __init__(self, port: int) -> None:
        self._to = port
        self._cut = False
        self._pairs: set[socket.socket] = set()
        self._turn = threading.Lock()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._threads = [threading.Thread(target=self._accept, name="proxy", daemon=True)]
        self._threads[0].start()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            try:
                if self._cut:
                    raise ConnectionRefusedError
                far = socket.create_connection(("127.0.0.1", self._to))
            except OSError:
                near.close()
                continue
            with self._turn:
                self._pairs |= {near, far}
            thread = threading.Thread(target=self._both_ways, args=(near, far), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _carry(self, source: socket.socket, sink: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while piece := source.recv(65536):
                sink.sendall(piece)
        self._end(source)
        self._end(sink)

    @staticmethod
    def _end(end: socket.socket) -> None:
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)

    def _both_ways(self, near: socket.socket, far: socket.socket) -> None:
        back = threading.Thread(target=self._carry, args=(far, near), daemon=True)
        back.start()
        self._carry(near, far)
        back.join()
        with self._turn:
            self._pairs -= {near, far}
        near.close()
        far.close()

    def cut(self) -> None:
        self._cut = True
        with self._turn:
            pairs = list(self._pairs)
        for end in pairs:
            self._end(end)

    def mend(self) -> None:
        self._cut = False

    def close(self) -> None:
        self.cut()
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for thread in self._threads:
            thread.join(10)
