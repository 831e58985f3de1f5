"""Real IPP printers (ippeveprinter), directly and through a real CUPS queue: what is told is true.

The printer's paper path does what it is ordered, so a job stands still exactly where a test wants.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from checkin_app.domain.errors import PrinterFailed
from checkin_app.printing import (
    JobReport,
    Printer,
    Supply,
    cancel,
    find,
    job_state,
    print_pdf,
    printer_state,
)

pytestmark = pytest.mark.serial


@pytest.fixture
def badge(tmp_path: Path) -> Path:
    from reportlab.pdfgen.canvas import Canvas

    file = tmp_path / "badge.pdf"
    canvas = Canvas(str(file), pagesize=(105 / 25.4 * 72, 148 / 25.4 * 72))
    for name in ("NGUYEN THI MINH KHAI", "LE VAN A"):
        canvas.drawString(50, 200, name)
        canvas.showPage()
    canvas.save()
    return file


def words_of(pdf: Path) -> str:
    told = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True)
    return " ".join(told.stdout.decode().split())


def kinds(told: Printer | JobReport) -> list[str]:
    return [attention.kind for attention in told.attention]


class Way:
    """A way to the printer: directly, or through a queue of CUPS."""

    def __init__(self, device: Any, name: str, badge: Path, until: Callable[..., Any]) -> None:
        self.device = device
        self.name = name
        self.badge = badge
        self._until = until

    def now(self, right: Callable[[Printer], object] = lambda told: True) -> Printer:
        found: Printer = self._until(lambda: printer_state(self.name), right)
        return found

    def send(self) -> str:
        """A job that has arrived in the printer and stands still there; gives its name."""
        before = len(self.device.arrived())
        outcome = print_pdf(find(self.name), self.badge, title="Đặng Văn An", media="A6")
        assert outcome.state == "sent", outcome
        self._until(self.device.arrived, lambda came: len(came) > before)
        return outcome.job

    def told(self, job: str, right: Callable[[JobReport], object]) -> JobReport:
        report: JobReport = self._until(lambda: job_state(find(self.name), job), right)
        return report


@pytest.fixture(params=["direct", "queue"])
def way(request: pytest.FixtureRequest, device: Any, badge: Path, until: Callable[..., Any]) -> Way:
    name = str(device.uri)
    if request.param == "queue":
        name = "máy-in-thẻ"
        request.getfixturevalue("add_queue")(name, device.uri)
    return Way(device, name, badge, until)


def test_a_badge_is_confirmed_when_the_device_says_so(way: Way) -> None:
    before = way.now()
    assert (before.state, before.attention, before.confirms) == ("ready", (), True)
    assert "iso_a6_105x148mm" in before.media_ready and before.dpi == 300

    job = way.send()
    under_way = way.told(job, lambda report: report.state == "processing")
    assert not under_way.over and under_way.attention == ()
    way.device.order("ATTR: marker-names=ribbon marker-levels=70")
    busy = way.now(lambda told: told.state == "printing" and told.supplies)
    assert (busy.queued, busy.supplies) == (1, (Supply("ribbon", 70),))

    way.device.order("done")
    report = way.told(job, lambda report: report.over)
    assert report.state == "completed"
    [came] = way.device.arrived()
    if way.name.startswith("ipp"):
        assert came.read_bytes() == way.badge.read_bytes()
    else:
        assert words_of(came) == words_of(way.badge) == "NGUYEN THI MINH KHAI LE VAN A"


def test_out_of_paper_is_shown_as_long_as_it_lasts_and_open_covers_too(way: Way) -> None:
    job = way.send()
    way.device.order("STATE: +media-empty-error,cover-open")
    waiting = way.told(job, lambda report: len(report.attention) == 2)
    assert (waiting.state, waiting.over) == ("processing", False)
    assert sorted(kinds(waiting)) == ["cover_open", "paper_out"]
    assert sorted(kinds(way.now())) == ["cover_open", "paper_out"]

    way.device.order("STATE: -media-empty-error,cover-open")
    assert way.told(job, lambda report: not report.attention).state == "processing"
    way.device.order("done")
    assert way.told(job, lambda report: report.over).state == "completed"


def test_what_the_device_gives_up_has_failed(way: Way) -> None:
    job = way.send()
    way.device.order("fail")
    assert way.told(job, lambda report: report.over).state == "aborted"


def test_killed_in_the_middle_is_offline_and_then_not_known_to_be_printed(way: Way) -> None:
    job = way.send()
    way.device.kill()
    silent = way.told(job, lambda report: "offline" in kinds(report))
    assert not silent.over
    assert kinds(way.now()) == ["offline"]

    way.device.start()
    assert "offline" not in kinds(way.now())
    lost = way.told(job, lambda report: report.over)
    assert lost.state == "unknown", "the device forgot the job: nobody knows"
    assert "no longer knows" in lost.words

    again = way.send()
    way.device.order("done")
    assert way.told(again, lambda report: report.over).state == "completed"
    assert way.told(job, lambda report: report.over).state == "unknown", "numbers start again"


def test_a_job_can_be_taken_back(way: Way) -> None:
    job = way.send()
    assert cancel(find(way.name), job)
    way.device.order("done")
    assert way.told(job, lambda report: report.over).state == "cancelled"
    assert not cancel(find(way.name), job)


def test_a_paused_queue_holds_the_job_and_lets_it_go(
    add_queue: Callable[[str, str], None],
    administer: Callable[..., None],
    device: Any,
    badge: Path,
    until: Callable[..., Any],
) -> None:
    add_queue("badge1", device.uri)
    way = Way(device, "badge1", badge, until)

    def pause() -> Printer:
        administer("cupsdisable", "-r", "Đổi giấy", "badge1")
        return way.now()

    # cupsd, still setting the queue up, may start it once more.
    paused = until(pause, lambda told: told.note == "Đổi giấy")
    assert (paused.state, kinds(paused), paused.attention[0].words) == (
        *("stopped", ["paused"], "Đổi giấy"),
    )
    outcome = print_pdf(find("badge1"), badge, title="x", media="A6")
    assert (outcome.state, outcome.detail) == ("sent", "Đổi giấy")
    held = way.told(outcome.job, lambda report: "paused" in kinds(report))
    assert held.state == "pending" and not device.arrived()

    device.order("done")
    administer("cupsenable", "badge1")
    assert way.told(outcome.job, lambda report: report.over).state == "completed"

    administer("cupsreject", "badge1")
    refusing = way.now()
    assert (refusing.state, kinds(refusing)) == ("refusing", ["refusing"])
    assert print_pdf(refusing, badge, title="x").state == "failed"


def test_a_printer_that_takes_no_pdf_gets_the_pages_as_pixels(
    device: Any, badge: Path, until: Callable[..., Any]
) -> None:
    device.kill()
    device.start("image/pwg-raster")
    way = Way(device, device.uri, badge, until)
    job = way.send()
    device.order("done")
    assert way.told(job, lambda report: report.over).state == "completed"
    [came] = device.arrived()
    pixels = came.read_bytes()
    assert pixels.startswith(b"RaS2PwgRaster\0") and pixels.count(b"PwgRaster\0") == 2


def test_a_printer_that_takes_neither_pdf_nor_pixels_says_so(device: Any, badge: Path) -> None:
    device.kill()
    device.start("application/postscript")
    outcome = print_pdf(find(device.uri), badge, title="x", media="A6")
    assert outcome.state == "failed" and "neither PDF nor PWG Raster" in outcome.detail


@pytest.mark.parametrize("form", ["application/pdf", "image/pwg-raster"])
@pytest.mark.parametrize("sides", ["", "two-sided-long-edge", "two-sided-short-edge"])
def test_both_sides_of_the_paper(
    device: Any, badge: Path, until: Callable[..., Any], form: str, sides: Any
) -> None:
    device.kill()
    device.start(form, "-2")
    device.order("done")
    outcome = print_pdf(find(device.uri), badge, title="x", media="A6", sides=sides)
    assert (outcome.state, "one side" in outcome.detail) == ("sent", False)
    [came] = until(device.arrived)
    assert (device.home / "sides").read_text().strip() in (sides, sides or "one-sided")
    if form == "image/pwg-raster":
        duplex, tumble = came.read_bytes()[4 + 272 : 4 + 276], came.read_bytes()[4 + 368 : 4 + 372]
        assert (duplex[3], tumble[3]) == (bool(sides), sides.endswith("short-edge"))


def test_a_printer_with_one_side_says_so(device: Any, badge: Path) -> None:
    device.order("done")
    sides: Any = "two-sided-long-edge"
    outcome = print_pdf(find(device.uri), badge, title="x", media="A6", sides=sides)
    assert outcome.state == "sent" and "one side only" in outcome.detail


def test_paper_that_the_printer_does_not_have_is_told(device: Any, badge: Path) -> None:
    device.order("done", "done")
    for media in ("A3", "Custom.86x54mm"):
        other = print_pdf(find(device.uri), badge, title="x", media=media)
        assert other.state == "sent" and "does not offer paper" in other.detail


def test_an_address_where_no_printer_is(device: Any, badge: Path) -> None:
    wrong = f"ipp://localhost:{device.port}/somewhere/else"
    assert print_pdf(find(wrong), badge, title="x").state == "failed"
    device.kill()
    gone = print_pdf(find(device.uri), badge, title="x")
    assert (gone.state, gone.detail) == ("failed", "The printer does not answer.")
    assert kinds(printer_state(device.uri)) == ["offline"]
    with pytest.raises(PrinterFailed, match="no address of a printer"):
        find("ipp://:x/")


def test_an_encrypted_connection(device: Any, badge: Path, until: Callable[..., Any]) -> None:
    way = Way(device, device.uri.replace("ipp:", "ipps:"), badge, until)
    assert way.now().state == "ready"
    job = way.send()
    way.device.order("done")
    assert way.told(job, lambda report: report.over).state == "completed"
