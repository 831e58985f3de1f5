"""Label printers: a stand-in that answers as Zebra's ZPL II Programming Guide documents."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.errors import PrinterFailed
from checkin_app.printing import (
    JobReport,
    Printer,
    cancel,
    find,
    job_state,
    print_pdf,
    printer_state,
    zpl_printer,
)
from checkin_app.printing import zebra as zebra_talk

_PART = re.compile(
    rb'! U1 getvar "(?P<variable>[^"]*)"\r\n|(?P<status>~HS(?:\r\n)?)|(?P<label>\^XA.*?\^XZ\n?)',
    re.S,
)


class Zebra:
    """A label printer on the network. Labels wait while it is stopped."""

    def __init__(self, port: int = 0, printed: int = 41_000) -> None:
        self.printed = printed
        self.batches: list[int] = []
        self.labels: list[bytes] = []
        self.paper_out = self.paused = self.head_open = self.ribbon_out = self.hot = False
        self.mute = self.old = self.holds = False
        self.vanish_after = 1 << 40
        self.dpi = 203
        self._lock = Lock()
        self._listener = socket.create_server(("127.0.0.1", port))
        self.port = self._listener.getsockname()[1]
        self._thread = Thread(target=self._serve, name="zebra", daemon=True)
        self._thread.start()

    @property
    def name(self) -> str:
        return f"zpl://127.0.0.1:{self.port}?dpi={self.dpi}"

    def go_on(self) -> None:
        """Everything is right again, and what waited is printed."""
        with self._lock:
            self.paper_out = self.paused = self.head_open = self.holds = False
            self.printed += sum(self.batches)
            self.batches.clear()

    def off(self) -> None:
        """Switched off: what waited is gone, the count of labels stays."""
        self.batches.clear()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(30)
        assert not self._thread.is_alive()

    def _serve(self) -> None:
        while True:
            try:
                wire, _ = self._listener.accept()
            except OSError:
                return
            with wire, suppress(OSError):
                self._talk(wire)

    def _talk(self, wire: socket.socket) -> None:
        told, got = b"", 0
        while data := wire.recv(4096):
            got += len(data)
            if got > self.vanish_after:
                return
            told += data
            while part := _PART.search(told):
                told = told[part.end() :]
                if not self.mute:
                    wire.sendall(self._answer(part))

    def _answer(self, part: re.Match[bytes]) -> bytes:
        with self._lock:
            if part["variable"]:
                values = {
                    b"odometer.total_label_count": self.printed,
                    b"head.resolution.in_dpi": self.dpi,
                }
                return b"" if self.old else f'"{values.get(part["variable"], "?")}"'.encode()
            if part["status"]:
                return self._status()
            self.labels.append(part["label"])
            found = re.search(rb"\^PQ(\d+)", part["label"])
            assert found
            if self.paper_out or self.paused or self.head_open or self.holds:
                self.batches.append(int(found[1]))
            else:
                self.printed += int(found[1])
            return b""

    def _status(self) -> bytes:
        batch, waiting = sum(self.batches[:1]), len(self.batches[1:])
        strings = (
            f"030,{self.paper_out:d},{self.paused:d},1184,{waiting:03d},0,0,0,000,0,0,{self.hot:d}",
            f"000,0,{self.head_open:d},{self.ribbon_out:d},0,2,6,0,{batch:08d},1,000",
            "1234,0",
        )
        return b"".join(f"\x02{string}\x03\r\n".encode() for string in strings)


@pytest.fixture
def zebra() -> Iterator[Zebra]:
    printer = Zebra()
    yield printer
    printer.off()


@pytest.fixture
def badge(tmp_path: Path) -> Path:
    from reportlab.pdfgen.canvas import Canvas

    file = tmp_path / "badge.pdf"
    canvas = Canvas(str(file), pagesize=(86 / 25.4 * 72, 54 / 25.4 * 72))
    for _ in range(2):
        canvas.rect(10, 10, 50, 50, fill=1)
        canvas.showPage()
    canvas.save()
    return file


def kinds(told: Printer | JobReport) -> list[str]:
    return [attention.kind for attention in told.attention]


def later(zebra: Zebra, job: str) -> JobReport:
    """The report two minutes after the job was sent."""
    sent_at = int(job.rpartition("@")[2])
    return zpl_printer.job_state(find(zebra.name), job, now=lambda: sent_at + 120.0)


def test_labels_are_confirmed_by_the_printers_own_count(zebra: Zebra, badge: Path) -> None:
    printer = find(zebra.name)
    assert printer_state(zebra.name).confirms
    outcome = print_pdf(printer, badge, title="Đặng", copies=3)
    assert outcome.state == "sent" and outcome.detail == ""
    assert job_state(printer, outcome.job) == JobReport("completed", impressions=6, over=True)
    assert len(zebra.labels) == 2
    assert all(
        re.fullmatch(rb"\^XA\^PW688\^LL432\^LH0,0\^PON\^FO0,0\^GFA,.*\^FS\^PQ3,0,1,N\^XZ\n?", one)
        for one in zebra.labels
    )


@pytest.mark.parametrize(
    ("fault", "kind"),
    [("paper_out", "paper_out"), ("paused", "paused"), ("head_open", "cover_open")],
)
def test_a_job_waits_at_a_printer_that_wants_something(
    zebra: Zebra, badge: Path, fault: str, kind: str
) -> None:
    setattr(zebra, fault, True)
    assert (printer_state(zebra.name).state, kinds(printer_state(zebra.name))) == (
        "stopped",
        [kind],
    )
    job = print_pdf(find(zebra.name), badge, title="x").job
    for report in (job_state(find(zebra.name), job), later(zebra, job)):
        assert (report.state, report.over, report.impressions) == ("stopped", False, 0)
        assert kinds(report) == [kind]
    assert printer_state(zebra.name).queued
    zebra.go_on()
    assert job_state(find(zebra.name), job).state == "completed"
    assert printer_state(zebra.name).state == "ready"


def test_other_wants(zebra: Zebra) -> None:
    zebra.ribbon_out = zebra.hot = True
    now = printer_state(zebra.name)
    assert kinds(now) == ["ink_low", "other"]
    assert now.attention[0].words == "The ribbon is used up."


def test_switched_off_in_the_middle_is_never_taken_for_printed(zebra: Zebra, badge: Path) -> None:
    zebra.holds = True
    job = print_pdf(find(zebra.name), badge, title="x").job
    assert job_state(find(zebra.name), job).state == "processing"
    zebra.off()
    gone = job_state(find(zebra.name), job)
    assert (gone.state, gone.over, kinds(gone)) == ("unknown", False, ["offline"])
    assert kinds(printer_state(zebra.name)) == ["offline"]

    back = Zebra(zebra.port, zebra.printed + 1)
    try:
        assert not job_state(find(zebra.name), job).over, "it may still be reading"
        lost = later(back, job)
        assert (lost.state, lost.over, lost.impressions) == ("unknown", True, 1)
        assert "fewer labels" in lost.words
    finally:
        back.off()


def test_labels_of_others_confirm_no_job(zebra: Zebra, badge: Path) -> None:
    zebra.paper_out = True
    jobs = [print_pdf(find(zebra.name), badge, title="x").job for _ in range(3)]
    zebra.off()
    back = Zebra(zebra.port, zebra.printed + 2)  # the first came out, then the plug was pulled
    try:
        assert [later(back, job).state for job in jobs] == ["completed", "unknown", "unknown"]
    finally:
        back.off()


def test_jobs_that_wait_behind_others_are_confirmed_once_all_is_out(
    zebra: Zebra, badge: Path
) -> None:
    zebra.paper_out = True
    jobs = [print_pdf(find(zebra.name), badge, title="x").job for _ in range(3)]
    assert {job_state(find(zebra.name), job).state for job in jobs} == {"stopped"}
    zebra.go_on()
    assert [job_state(find(zebra.name), job).state for job in jobs] == ["completed"] * 3


def test_a_label_printer_has_one_side(zebra: Zebra, badge: Path) -> None:
    outcome = print_pdf(find(zebra.name), badge, title="x", sides="two-sided-long-edge")
    assert (outcome.state, "one side" in outcome.detail) == ("sent", True)


def test_a_printer_that_vanishes_while_it_gets_the_badge(zebra: Zebra, badge: Path) -> None:
    zebra.vanish_after = 400
    outcome = print_pdf(find(zebra.name), badge, title="x")
    assert (outcome.state, bool(outcome.job)) == ("unknown", True)
    assert "Look whether it was printed" in outcome.detail


def test_a_printer_that_refuses_or_never_answers_gets_nothing(
    zebra: Zebra, badge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zpl_printer, "_STATUS_SECONDS", 0.3)
    zebra.mute = True
    outcome = print_pdf(find(zebra.name), badge, title="x")
    assert outcome.state == "failed" and "does not answer" in outcome.detail
    assert zebra.labels == []
    assert kinds(printer_state(zebra.name)) == ["other"]
    assert not job_state(find(zebra.name), "5+1@5").over
    zebra.off()
    assert print_pdf(find(zebra.name), badge, title="x").state == "failed"


def test_an_old_printer_that_does_not_count_never_confirms(zebra: Zebra, badge: Path) -> None:
    zebra.old = True
    assert not printer_state(zebra.name).confirms
    job = print_pdf(find(zebra.name), badge, title="x").job
    assert job_state(find(zebra.name), job).state == "processing"
    report = later(zebra, job)
    assert (report.state, report.over) == ("unknown", True)
    assert "does not say whether it printed" in report.words


def test_a_label_that_is_too_small_and_a_head_that_is_another(zebra: Zebra, badge: Path) -> None:
    small = print_pdf(find(f"{zebra.name}&width=50&height=30"), badge, title="x")
    assert (small.state, zebra.labels) == ("failed", []) and "larger than the label" in small.detail
    zebra.dpi = 300
    other = print_pdf(find(zebra.name.replace("300", "203")), badge, title="x")
    assert other.state == "failed" and "another resolution" in other.detail
    own = print_pdf(find(zebra.name.partition("?")[0]), badge, title="x")
    assert own.state == "sent" and b"^PW1016^" in zebra.labels[0]


def test_a_file_that_is_no_pdf(zebra: Zebra, tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(b"no PDF at all")
    assert print_pdf(find(zebra.name), file, title="x").detail == "The badge’s file is damaged."
    assert zebra.labels == []


def test_one_job_of_many_cannot_be_taken_back(zebra: Zebra) -> None:
    assert not cancel(find(zebra.name), "5+1@5")


@pytest.mark.parametrize("job", ["", "x", "1", "+@", "5+1@5 "])
def test_no_name_of_a_job(zebra: Zebra, job: str) -> None:
    assert job_state(find(zebra.name), job).over


#: The strings of the manual's example, as a printer with a label in peel-off mode sends them.
EXAMPLE = (
    b"\x02030,0,0,1245,000,0,0,0,000,0,0,0\x03\r\n"
    b"\x02000,0,0,0,0,2,4,0,00000000,1,000\x03\r\n"
    b"\x021234,0\x03\r\n"
)


def test_host_status() -> None:
    status = zebra_talk.parse(b'"7012""300"' + EXAMPLE)
    assert status is not None and status.idle and status.attention() == ()
    assert (status.printed, status.dpi) == (7012, 300)
    late = zebra_talk.parse(EXAMPLE + b'"7012"\r\n"?"\r\n')
    assert late is not None and (late.printed, late.dpi) == (7012, None)
    busy = zebra_talk.parse(EXAMPLE.replace(b"1245,000", b"1245,002"))
    assert busy is not None and not busy.idle and busy.formats == 2


@given(st.binary(max_size=200), st.integers(0, len(EXAMPLE)))
def test_any_answer_is_a_status_or_none(noise: bytes, at: int) -> None:
    zebra_talk.parse(noise)
    status = zebra_talk.parse(EXAMPLE[:at] + noise + EXAMPLE[at:])
    assert status is None or status.remaining >= 0


@pytest.mark.parametrize(
    "name",
    [
        *("zpl://", "zpl://:9100", "zpl://h:99999", "zpl://h?dpi=x", "zpl://h?dpi=0"),
        *("zpl://h?width=nan", "zpl://h?size=3", "zpl://[::1"),
    ],
)
def test_no_address(name: str) -> None:
    with pytest.raises(PrinterFailed, match="no address of a printer"):
        find(name)


def test_an_address() -> None:
    assert find("zpl://label.local").dpi == 203
    assert find("zpl://[::1]:6101?dpi=300&width=86&height=54").dpi == 300
