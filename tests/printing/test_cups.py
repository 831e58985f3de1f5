"""Printing through CUPS programs: a stand-in that checks what it is given, and a real scheduler."""

import re
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from checkin_app.domain.errors import PrinterFailed
from checkin_app.printing import (
    Printer,
    cups,
    devices,
    find,
    ipp_calls,
    job_state,
    print_pdf,
    printer_state,
    printers,
)
from checkin_app.printing.ipp_http import Address, NoAnswer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="CUPS is not on Windows")

PDF = b"%PDF-1.7\nnot looked at here\n%%EOF\n"


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    file = tmp_path / "-badge of Đặng.pdf"
    file.write_bytes(PDF)
    return file


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is all of PATH."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def program(folder: Path, name: str, script: str) -> None:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


def test_without_cups_there_are_no_printers(programs: Path, pdf: Path) -> None:
    assert printers() == []
    with pytest.raises(PrinterFailed, match="has no printer"):
        find("badge1")
    with pytest.raises(PrinterFailed, match="not installed"):
        print_pdf(Printer("badge1", "cups"), pdf, title="x")


def test_lp_is_given_the_file_the_size_and_a_harmless_title(programs: Path, pdf: Path) -> None:
    program(
        programs, "lp", 'printf "%s\\n" "$@" > "$0.said"; echo "request id is b-12 (1 file(s))"'
    )
    outcome = print_pdf(Printer("b", "cups"), pdf, title="Badge\n$(x) 7\x1b", media="A6")
    assert (outcome.state, outcome.job) == ("sent", "b-12")
    said = (programs / "lp.said").read_text().splitlines()
    assert re.fullmatch(r"Badge \$\(x\) 7 #[0-9a-f]{6}", said.pop(3))
    assert said == [
        *("-d", "b", "-t", "-n", "1", "-o", "print-scaling=none", "-o", "media=A6"),
        *("--", str(pdf)),
    ]


@pytest.mark.parametrize(
    ("offered", "said", "told"),
    [
        (("one-sided", "two-sided-short-edge"), True, "request id is b-12"),
        (("one-sided",), False, "This printer prints on one side only"),
        ((), False, "This printer prints on one side only"),
        (None, True, "request id is b-12"),
    ],
)
def test_both_sides_are_asked_for_where_the_queue_offers_them(
    programs: Path,
    pdf: Path,
    monkeypatch: pytest.MonkeyPatch,
    offered: tuple[str, ...] | None,
    said: bool,
    told: str,
) -> None:
    def attributes(_: object) -> dict[str, tuple[str, ...]]:
        if offered is None:
            raise NoAnswer("The printing system does not answer.", delivered=False)
        return {"sides-supported": offered}

    monkeypatch.setattr(cups, "_server", lambda: Address("localhost"))
    monkeypatch.setattr(ipp_calls, "printer_attributes", attributes)
    program(programs, "lp", 'echo "$@" > "$0.said"; echo "request id is b-12 (1 file(s))"')
    outcome = print_pdf(Printer("b", "cups"), pdf, title="x", sides="two-sided-short-edge")
    assert (outcome.state, outcome.job) == ("sent", "b-12")
    assert outcome.detail.startswith(told)
    assert ("-o sides=two-sided-short-edge" in (programs / "lp.said").read_text()) == said


def test_a_refusal_is_told_in_the_words_of_the_system(programs: Path, pdf: Path) -> None:
    program(programs, "lp", "echo 'lp: Destination \"b\" is not accepting jobs.' >&2; exit 1")
    outcome = print_pdf(Printer("b", "cups"), pdf, title="x")
    assert outcome.state == "failed"
    assert outcome.detail == 'lp: Destination "b" is not accepting jobs.'


def test_a_spooler_that_does_not_answer_leaves_the_outcome_unknown(
    programs: Path, pdf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cups, "_SEND_SECONDS", 0.05)
    monkeypatch.setattr(cups, "_LIST_SECONDS", 0.05)
    monkeypatch.setenv("CUPS_SERVER", "mute")
    for name in ("lp", "lpstat"):
        program(programs, name, "while :; do :; done")
    assert print_pdf(Printer("b", "cups"), pdf, title="x").state == "unknown"
    assert printers() == []
    with pytest.raises(PrinterFailed, match="does not answer"):
        find("b")
    assert job_state(Printer("b", "cups"), "b-1").state == "unknown"


def test_a_scheduler_that_does_not_run_is_no_missing_printer(
    monkeypatch: pytest.MonkeyPatch, pdf: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        monkeypatch.setenv("CUPS_SERVER", f"127.0.0.1:{free.getsockname()[1]}")
    assert printers() == []
    with pytest.raises(PrinterFailed, match="does not answer"):
        find("badge1")
    queue = Printer("badge1", "cups")
    report = job_state(queue, "badge1-1")
    assert (report.state, report.over) == ("unknown", False)
    assert print_pdf(queue, pdf, title="x").state == "failed"


@pytest.mark.parametrize(
    ("uri", "known"),
    [
        ("ipp://10.0.0.9/ipp/print", "ipp://10.0.0.9/ipp/print"),
        ("ipps://label.local:443/ipp/print?waitjob=false", "ipps://label.local:443/ipp/print"),
        ("ipp://server/printers/badge1", None),
        ("socket://10.0.0.9:9100", None),
        ("usb://Zebra/ZD420", None),
        ("", None),
    ],
)
def test_which_devices_can_say_that_a_badge_is_printed(uri: str, known: str | None) -> None:
    found = devices.device(uri)
    assert (found and found.uri) == known


def test_a_printer_announced_on_the_network_is_looked_up_once(programs: Path) -> None:
    program(
        programs,
        "ippfind",
        'echo "$3" >> "$0.said"; case "$3" in M*) echo ipp://localhost:8631/ipp/print;; esac',
    )
    uri = "dnssd://M%C3%A1y%20in%20th%E1%BA%BB._ipp._tcp.local/?uuid=1"
    for _ in range(2):
        found = devices.device(uri)
        assert found is not None and found.uri == "ipp://localhost:8631/ipp/print"
    assert devices.device("dnssd://Gone._ipps._tcp.local/") is None
    assert devices.device("dnssd://Raw._pdl-datastream._tcp.local/") is None
    assert (programs / "ippfind.said").read_text().splitlines() == [
        *("Máy in thẻ._ipp._tcp.local.", "Gone._ipps._tcp.local."),
    ]


def test_a_missing_file_is_never_sent(programs: Path, tmp_path: Path) -> None:
    program(programs, "lp", "echo 'request id is b-1'")
    with pytest.raises(PrinterFailed, match="there is no file"):
        print_pdf(Printer("b", "cups"), tmp_path / "none.pdf", title="x")


@pytest.mark.serial
def test_a_real_scheduler_takes_refuses_and_delivers(
    scheduler: None, administer: Callable[..., None], until: Callable[..., Any], pdf: Path
) -> None:
    arrived: list[bytes] = []

    def printer() -> None:
        connection, _ = listener.accept()
        with connection:
            while data := connection.recv(65536):
                arrived.append(data)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(30)
        paper = Thread(target=printer, name="paper", daemon=True)
        paper.start()
        uri = f"socket://127.0.0.1:{listener.getsockname()[1]}"
        administer("lpadmin", "-p", "badge1", "-E", "-v", uri, "-m", "raw")
        administer("lpadmin", "-p", "badge2", "-E", "-v", uri, "-m", "raw")
        administer("cupsreject", "badge2")
        administer("lpadmin", "-d", "badge1")

        assert [(p.name, p.default, p.state) for p in printers()] == [
            ("badge1", True, "ready"),
            ("badge2", False, "refusing"),
        ]
        refused = print_pdf(find("badge2"), pdf, title="Đặng")
        assert refused.state == "failed"
        assert "not accepting" in refused.detail
        outcome = print_pdf(find("badge1"), pdf, title="Đặng", media="A6")
        assert (outcome.state, outcome.job) == ("sent", "badge1-1")
        paper.join(30)
    assert b"".join(arrived) == PDF
    badge1 = printer_state("badge1")
    report = until(lambda: job_state(badge1, outcome.job), lambda report: report.over)
    assert (report.state, badge1.confirms) == ("unknown", False), "a raw socket tells nothing"
    assert "does not say whether it printed" in report.words

    administer("cupsdisable", "-r", "media empty", "badge1")
    stopped = find("badge1")
    assert (stopped.state, stopped.note) == ("stopped", "media empty")
    waiting = print_pdf(stopped, pdf, title="x")
    assert (waiting.state, waiting.detail) == ("sent", "media empty")


@pytest.mark.serial
def test_the_scheduler_is_asked_through_its_local_socket(
    scheduler: None, home: Path, administer: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    administer("lpadmin", "-p", "Máy-in", "-E", "-v", "socket://127.0.0.1:9", "-m", "raw")
    monkeypatch.setenv("CUPS_SERVER", str(home / "cups.sock"))
    assert [p.name for p in printers()] == ["Máy-in"]
    now = printer_state("Máy-in")
    assert (now.state, now.queued, now.confirms) == ("ready", 0, False)
    with pytest.raises(PrinterFailed, match="Máy-in"):
        find("máy in")
