"""Real printing systems for the tests: a cupsd of its own, and IPP printers (ippeveprinter)."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import TypeVar

import pytest

T = TypeVar("T")

#: A badge printer with A6, A4 and sizes of its own, 300 dpi, which takes PDF.
MODEL = Path(__file__).with_name("badge_printer.ppd")

_PATH = f"{os.environ['PATH']}:/usr/sbin:/sbin"
_PATIENCE = 60.0

_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:path={socket}</listen><policy context="default">
<allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/><allow user="*"/>
</policy></busconfig>
"""

#: The paper path of a printer: it keeps what arrives, and does what it is told, a line at a time.
_PAPER_PATH = """#!/bin/sh
for file in "$@"; do :; done
echo "$IPP_SIDES" > "{home}/sides"
cp "$file" "{home}/arrived/part"
mv "{home}/arrived/part" "{home}/arrived/$(date +%s%N).pdf"
while read -r said < "{home}/orders"; do
  case "$said" in
    done) exit 0 ;;
    fail) exit 1 ;;
    *) echo "$said" >&2 ;;
  esac
done
"""


def program(name: str) -> str:
    """The path of a program of the system; the test is skipped where there is none."""
    found = shutil.which(name, path=_PATH)
    if found is None:
        pytest.skip(f"needs the program {name} (Makefile, TEST_DEBIAN)")
    return found


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def until(
    ask: Callable[[], T],
    right: Callable[[T], object] = bool,
    alive: Callable[[], bool] = lambda: True,
) -> T:
    """Asks until the answer is right; fails with the last answer where it never is."""
    end = time.monotonic() + _PATIENCE
    while True:
        answer = ask()
        if right(answer):
            return answer
        assert alive(), "the program under test has ended"
        assert time.monotonic() < end, f"still {answer}"
        Event().wait(0.05)


def _listening(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _end(running: subprocess.Popen[bytes]) -> None:
    running.terminate()
    try:
        running.wait(10)
    except subprocess.TimeoutExpired:
        running.kill()
        running.wait()


@pytest.fixture(name="until")
def patience() -> Callable[..., object]:
    """`until` for the tests: pytest does not let them import this file."""
    return until


@pytest.fixture
def home() -> Iterator[Path]:
    """A folder that the user of CUPS's filters can enter, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="printing-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def scheduler(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A cupsd of its own, which CUPS_SERVER names."""
    daemon = program("cupsd")
    program("lpadmin")
    port = free_port()
    for name in ("spool", "cache", "state"):
        (home / name).mkdir()
    (home / "cupsd.conf").write_text(
        f"Listen 127.0.0.1:{port}\nListen {home}/cups.sock\n"
        "Browsing No\nWebInterface No\nDefaultAuthType None\n"
        "<Location />\nAllow all\n</Location>\n"
        "<Policy default>\n<Limit All>\nAllow all\n</Limit>\n</Policy>\n"
    )
    (home / "cups-files.conf").write_text(
        f"RequestRoot {home}/spool\nCacheDir {home}/cache\nStateDir {home}/state\n"
        f"ServerRoot {home}\nErrorLog {home}/error_log\nAccessLog {home}/access_log\n"
        f"PageLog {home}/page_log\n"
    )
    monkeypatch.setenv("CUPS_SERVER", f"127.0.0.1:{port}")
    monkeypatch.setenv("PATH", _PATH)
    running = subprocess.Popen(
        [daemon, "-f", "-c", f"{home}/cupsd.conf", "-s", f"{home}/cups-files.conf"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until(lambda: _listening(port), bool, lambda: running.poll() is None)
        yield
    finally:
        _end(running)


@pytest.fixture
def administer(scheduler: None) -> Callable[..., None]:
    """Runs an administrator's command (lpadmin, cupsdisable …) on that cupsd."""
    return _administer


def _administer(*command: str) -> None:
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, text=True
    )
    assert done.returncode == 0, done.stderr


@pytest.fixture
def add_queue(home: Path, administer: Callable[..., None]) -> Callable[[str, str], None]:
    """Adds a driverless queue; cupsd asks the printer after lpadmin has ended."""

    def add(name: str, uri: str) -> None:
        administer("lpadmin", "-p", name, "-E", "-v", uri, "-m", "everywhere")
        until((home / "ppd" / f"{name}.ppd").exists)

    return add


@pytest.fixture
def discovery(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What ippeveprinter refuses to start without: a D-Bus and an Avahi, on the loopback only."""
    if Path("/run/avahi-daemon/socket").exists():
        avahi = socket.socket(socket.AF_UNIX)
        with avahi:
            if avahi.connect_ex("/run/avahi-daemon/socket") == 0:
                yield
                return
    bus, daemon = program("dbus-daemon"), program("avahi-daemon")
    if os.geteuid():
        pytest.skip("needs a running Avahi, or root to start one")
    folder = Path(tempfile.mkdtemp(prefix="discovery-"))
    folder.chmod(0o755)
    place = folder / "bus"
    (folder / "bus.conf").write_text(_BUS.format(socket=place))
    (folder / "avahi.conf").write_text(
        "[server]\nuse-ipv4=yes\nuse-ipv6=no\nallow-interfaces=lo\nenable-dbus=yes\n"
    )
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={place}")
    quiet = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
    started = [
        subprocess.Popen(
            [bus, f"--config-file={folder}/bus.conf", "--nofork", "--nopidfile"], **quiet
        )
    ]
    try:
        until(place.exists, bool, lambda: started[0].poll() is None)
        options = ("--no-drop-root", "--no-chroot", "--no-rlimits")
        started.append(
            subprocess.Popen(
                [daemon, "-f", f"{folder}/avahi.conf", *options], **quiet, env=os.environ.copy()
            )
        )
        ready = Path("/run/avahi-daemon/socket")
        until(ready.exists, bool, lambda: started[1].poll() is None)
        yield
    finally:
        for running in reversed(started):
            _end(running)
        shutil.rmtree(folder, ignore_errors=True)


class Device:
    """An IPP Everywhere printer: its paper path waits for orders, line by line."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.port = free_port()
        for name in ("arrived", "ipp"):
            (home / name).mkdir()
        os.mkfifo(home / "orders")
        self._orders = os.open(home / "orders", os.O_RDWR)
        self._paper_path = home / "paper-path.sh"
        self._paper_path.write_text(_PAPER_PATH.format(home=home))
        self._paper_path.chmod(0o755)
        self._running: subprocess.Popen[bytes] | None = None

    @property
    def uri(self) -> str:
        return f"ipp://localhost:{self.port}/ipp/print"

    def start(self, formats: str = "", *also: str) -> None:
        """Switches it on, as a badge printer or as another that takes documents of `formats`.

        `also` are more options of ippeveprinter.
        """
        with (self.home / "ipp.log").open("ab") as log:
            self._running = subprocess.Popen(
                [
                    program("ippeveprinter"),
                    *("-p", str(self.port), "-d", f"{self.home}/ipp", "-k", "-r", "off"),
                    *("-n", "localhost", "-c", str(self._paper_path)),
                    *also,
                    *(("-f", formats) if formats else ("-P", str(MODEL))),
                    "Badge Printer",
                ],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        until(lambda: _listening(self.port), bool, self.alive)

    def alive(self) -> bool:
        return self._running is not None and self._running.poll() is None

    def kill(self) -> None:
        """Pulls the plug, also of its paper path."""
        assert self._running is not None
        os.killpg(self._running.pid, signal.SIGKILL)
        self._running.wait()

    def order(self, *lines: str) -> None:
        """`done`, `fail`, or what a print command may say: `STATE: +media-empty-error`."""
        os.write(self._orders, "".join(f"{line}\n" for line in lines).encode())

    def arrived(self) -> list[Path]:
        """The documents that came, oldest first."""
        return sorted((self.home / "arrived").glob("*.pdf"))

    def close(self) -> None:
        if self.alive():
            self.kill()
        os.close(self._orders)


@pytest.fixture
def device(home: Path, discovery: None) -> Iterator[Device]:
    printer = Device(home)
    printer.start()
    yield printer
    printer.close()
