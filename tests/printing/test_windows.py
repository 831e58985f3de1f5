"""The Windows spooler: a stand-in for pywin32 that behaves as its documentation says.

The real spooler is on Windows only; what is tested here is what it is asked, and how its answers
are read.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import ImageWin

from checkin_app.printing import Attention, Printer, cancel, job_state, print_pdf, windows


class SpoolerError(Exception):
    """pywintypes.error: (number, function, words)."""


@dataclass
class DevMode:
    Fields: int = 0
    PaperSize: int = 9
    PaperWidth: int = 2100
    PaperLength: int = 2970
    Orientation: int = 2
    Copies: int = 1
    Duplex: int = 1


@dataclass
class Spooler:
    """win32print and win32gui: one printer with 300 dpi and a margin of 10 dots."""

    obeys: bool = True
    turns: bool = True
    full: bool = False
    told: dict[str, Any] = field(default_factory=dict)
    jobs: dict[int, dict[str, Any]] = field(default_factory=dict)
    did: list[Any] = field(default_factory=list)
    mode: DevMode = field(default_factory=DevMode)
    sizes: dict[int, tuple[float, float]] = field(
        default_factory=lambda: {9: (210.0, 297.0), 70: (105.0, 148.0)}
    )
    error = SpoolerError
    PRINTER_ENUM_LOCAL = 2
    PRINTER_ENUM_CONNECTIONS = 4

    def GetDefaultPrinter(self) -> str:
        return "Zebra"

    def EnumPrinters(self, flags: int) -> list[tuple[int, str, str, str]]:
        return [(0, "", "Máy in thẻ", ""), (0, "", "Zebra", "")]

    def OpenPrinter(self, name: str) -> str:
        if name not in ("Máy in thẻ", "Zebra"):
            raise SpoolerError(1801, "OpenPrinter", "The printer name is invalid.")
        self.did.append("open")
        return name

    def ClosePrinter(self, handle: str) -> None:
        self.did.append("close")

    def GetPrinter(self, handle: str, level: int) -> dict[str, Any]:
        known = {"pDevMode": DevMode(), "pPortName": "USB001", "Status": 0, "Attributes": 0}
        return {**known, "cJobs": 0, **self.told}

    def DeviceCapabilities(self, name: str, port: str, what: int) -> int:
        assert (port, what) == ("USB001", 7)
        return int(self.turns)

    def DocumentProperties(self, window: int, handle: str, name: str, out: Any, given: Any, mode: int) -> int:  # noqa: E501  # fmt: skip
        if not self.obeys:
            out.PaperSize = 9
        return 1

    def CreateDC(self, driver: str, name: str, mode: DevMode) -> int:
        self.mode = mode
        return 77

    def DeleteDC(self, device: int) -> None:
        self.did.append("deleted")

    def GetDeviceCaps(self, device: int, what: int) -> int:
        wide, high = self.sizes.get(
            self.mode.PaperSize, (self.mode.PaperWidth / 10, self.mode.PaperLength / 10)
        )
        dots = {110: round(wide / 25.4 * 300), 111: round(high / 25.4 * 300)}
        return {88: 300, 90: 300, 112: 10, 113: 10, **dots}[what]

    def StartDoc(self, device: int, about: tuple[str, None, None, int]) -> int:
        self.did.append(about[0])
        return 12

    def StartPage(self, device: int) -> None:
        if self.full:
            raise SpoolerError(112, "StartPage", "There is not enough space on the disk.")

    def EndPage(self, device: int) -> None:
        self.did.append("page")

    def EndDoc(self, device: int) -> None:
        self.did.append("end")

    def AbortDoc(self, device: int) -> None:
        self.did.append("abort")

    def GetJob(self, handle: str, job: int, level: int) -> dict[str, Any]:
        if job not in self.jobs:
            raise SpoolerError(87, "GetJob", "The parameter is incorrect.")
        return self.jobs[job]

    def SetJob(self, handle: str, job: int, level: int, info: None, command: int) -> None:
        if job not in self.jobs:
            raise SpoolerError(87, "SetJob", "The parameter is incorrect.")
        self.did.append(("set", job, command))


@pytest.fixture
def spooler(monkeypatch: pytest.MonkeyPatch) -> Spooler:
    stand_in = Spooler()
    monkeypatch.setitem(sys.modules, "win32print", stand_in)
    monkeypatch.setitem(sys.modules, "win32gui", stand_in)

    def dib(image: Any) -> Any:
        def draw(device: int, place: tuple[int, int, int, int]) -> None:
            stand_in.did.append(("draw", image.size, place))

        return SimpleNamespace(draw=draw)

    monkeypatch.setattr(ImageWin, "Dib", dib)
    return stand_in


@pytest.fixture
def badge(tmp_path: Path) -> Path:
    from reportlab.pdfgen.canvas import Canvas

    file = tmp_path / "badge.pdf"
    canvas = Canvas(str(file), pagesize=(105 / 25.4 * 72, 148 / 25.4 * 72))
    for _ in range(2):
        canvas.drawString(50, 50, "A")
        canvas.showPage()
    canvas.save()
    return file


MINE = Printer("Máy in thẻ", "windows")


def test_the_default_printer_comes_first(spooler: Spooler) -> None:
    assert windows.printers() == [Printer("Zebra", "windows", True), MINE]


def test_the_size_of_the_badge_is_forced_and_nothing_is_scaled(
    spooler: Spooler, badge: Path
) -> None:
    outcome = print_pdf(MINE, badge, title="Đặng", media="A6", copies=2)
    assert (outcome.state, outcome.job, outcome.detail) == ("sent", "12", "")
    mode = spooler.mode
    assert (mode.PaperSize, mode.Orientation, mode.Copies) == (70, 1, 2)
    assert mode.Fields & 0x103 == 0x103
    pages = [entry for entry in spooler.did if entry[0] == "draw"]
    assert pages == [("draw", (1241, 1749), (-10, -10, 1231, 1739))] * 2
    assert [entry for entry in spooler.did if isinstance(entry, str)][-3:] == [
        *("page", "end", "deleted"),
    ]


def test_a_size_of_ones_own_is_said_in_tenths_of_millimetres(spooler: Spooler, badge: Path) -> None:
    print_pdf(MINE, badge, title="x", media="Custom.105x148mm")
    mode = spooler.mode
    assert (mode.PaperSize, mode.PaperWidth, mode.PaperLength) == (256, 1050, 1480)
    assert mode.Fields & 0x0C == 0x0C


@pytest.mark.parametrize(
    ("sides", "turns", "duplex"),
    [
        ("", True, (1, 0)),
        ("two-sided-long-edge", True, (2, 0x1000)),
        ("two-sided-short-edge", True, (3, 0x1000)),
        ("two-sided-long-edge", False, (1, 0)),
    ],
)
def test_both_sides_of_the_paper(
    spooler: Spooler, badge: Path, sides: Any, turns: bool, duplex: tuple[int, int]
) -> None:
    spooler.turns = turns
    outcome = print_pdf(MINE, badge, title="x", media="A6", sides=sides)
    assert (spooler.mode.Duplex, spooler.mode.Fields & 0x1000) == duplex
    assert ("one side" in outcome.detail) == (not turns)


def test_a_driver_that_keeps_its_form_is_told_of(spooler: Spooler, badge: Path) -> None:
    spooler.obeys = False
    outcome = print_pdf(MINE, badge, title="x", media="A6")
    assert outcome.state == "sent" and "prints on what is loaded" in outcome.detail
    spooler.sizes = {9: (50.0, 297.0)}
    outcome = print_pdf(MINE, badge, title="x", media="A6")
    assert outcome.state == "failed" and "smaller than the badge" in outcome.detail
    assert spooler.did.count("end") == 1


def test_what_fails_in_the_middle_is_taken_back(spooler: Spooler, badge: Path) -> None:
    spooler.full = True
    outcome = print_pdf(MINE, badge, title="x", media="A6")
    assert (outcome.state, outcome.detail) == ("failed", "There is not enough space on the disk.")
    assert spooler.did[-2:] == ["abort", "deleted"]


def test_a_printer_that_is_gone_and_a_file_that_is_no_pdf(spooler: Spooler, tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(b"no PDF")
    assert print_pdf(MINE, file, title="x").detail == "The badge’s file is damaged."
    assert windows.printer_state(Printer("gone", "windows")).note == "The printer name is invalid."
    assert not job_state(Printer("gone", "windows"), "12").over


@pytest.mark.parametrize(
    ("status", "state", "kinds"),
    [
        (0, "ready", []),
        (0x400, "printing", []),
        (0x10, "stopped", ["paper_out"]),
        (0x8 | 0x80, "stopped", ["jam", "offline"]),
        (0x400000 | 0x1, "stopped", ["cover_open", "paused"]),
        (0x20000, "ready", ["ink_low"]),
        (0x40, "stopped", ["wrong_media"]),
        (0x2, "stopped", ["other"]),
    ],
)
def test_states_of_the_printer(spooler: Spooler, status: int, state: str, kinds: list[str]) -> None:
    spooler.told = {"Status": status, "cJobs": 3}
    now = windows.printer_state(MINE)
    assert (now.state, now.queued, now.confirms) == (state, 3, False)
    assert sorted(a.kind for a in now.attention) == sorted(kinds)


def test_a_printer_that_is_used_offline(spooler: Spooler) -> None:
    spooler.told = {"Attributes": 0x400}
    assert windows.printer_state(MINE).attention == (Attention("offline"),)


@pytest.mark.parametrize(
    ("status", "state", "over"),
    [
        (0x0000, "pending", False),
        (0x0010, "processing", False),
        (0x0040, "stopped", False),
        (0x0080, "unknown", True),
        (0x1000, "unknown", True),
        (0x0100, "cancelled", True),
    ],
)
def test_states_of_a_job_are_never_more_than_the_spooler_knows(
    spooler: Spooler, status: int, state: str, over: bool
) -> None:
    spooler.jobs[12] = {"Status": status, "PagesPrinted": 1, "pStatus": None}
    report = job_state(MINE, "12")
    assert (report.state, report.over, report.impressions) == (state, over, 1)


def test_a_job_that_is_gone_was_passed_on_and_one_that_is_there_can_be_deleted(
    spooler: Spooler,
) -> None:
    report = job_state(MINE, "12")
    assert (report.state, report.over) == ("unknown", True) and "passed the badge" in report.words
    assert not cancel(MINE, "12")
    spooler.jobs[12] = {"Status": 0}
    assert cancel(MINE, "12")
    assert spooler.did[-2:] == [("set", 12, 5), "close"]


@pytest.mark.skipif(sys.platform == "win32", reason="there it is")
def test_elsewhere_there_is_no_spooler(badge: Path) -> None:
    assert windows.printers() == []
    assert windows.printer_state(MINE) == MINE
    assert print_pdf(MINE, badge, title="x").state == "failed"
    assert job_state(MINE, "12").over and not cancel(MINE, "12")
