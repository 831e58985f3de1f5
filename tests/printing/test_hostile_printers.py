"""What listens where a printer should be, and is none: each time a state, in time, no exception."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_app.printing import (
    Printer,
    cancel,
    find,
    ipp_calls,
    job_state,
    print_pdf,
    printer_state,
)
from checkin_app.printing.ipp_http import address
from checkin_app.printing.spooling import job_named

Behaviour = Callable[[socket.socket, Event], None]
OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\n"


@contextmanager
def listening(behave: Behaviour) -> Iterator[str]:
    """Something that takes connections one after the other and behaves; gives its address."""
    over = Event()

    def serve() -> None:
        while True:
            try:
                wire, _ = listener.accept()
            except OSError:
                return
            with wire, suppress(OSError):
                behave(wire, over)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = Thread(target=serve, name="hostile", daemon=True)
        thread.start()
        try:
            yield f"ipp://127.0.0.1:{listener.getsockname()[1]}/ipp/print"
        finally:
            over.set()
            listener.shutdown(socket.SHUT_RDWR)
            thread.join(30)
    assert not thread.is_alive()


def says(data: bytes) -> Behaviour:
    def behave(wire: socket.socket, over: Event) -> None:
        wire.recv(65536)
        wire.sendall(data)

    return behave


def without_end(data: bytes, again: bytes) -> Behaviour:
    def behave(wire: socket.socket, over: Event) -> None:
        wire.recv(65536)
        wire.sendall(data)
        while not over.is_set():
            wire.sendall(again)

    return behave


def dripping(wire: socket.socket, over: Event) -> None:
    """A good answer, in the end: after seconds, a byte at a time."""
    wire.recv(65536)
    good = b"\x02\x00\x00\x00\x00\x00\x00\x01\x04#\x00\x0dprinter-state\x00\x04\0\0\0\x03\x03"
    for byte in OK + b"X: " + b"y" * 100 + b"\r\nContent-Length: 32\r\n\r\n" + good:
        if over.wait(0.02):
            return
        wire.sendall(bytes((byte,)))


def silent(wire: socket.socket, over: Event) -> None:
    over.wait()


def closes(wire: socket.socket, over: Event) -> None:
    pass


HOSTILE = {
    "closes at once": closes,
    "never answers": silent,
    "drips": dripping,
    "no HTTP": says(b"220 smtp.example.com\r\n"),
    "breaks off": says(OK + b"Content-Length: 500\r\n\r\n\x02\x00"),
    "a huge length": says(OK + b"Content-Length: 99999999999999\r\n\r\n\x02\x00"),
    "a length below zero": says(OK + b"Content-Length: -1\r\n\r\n\x02\x00"),
    "a page": says(OK + b"Content-Length: 6\r\n\r\n<html>"),
    "a body without end": without_end(OK + b"\r\n", b"\x02" * 65536),
    "chunks without end": without_end(
        OK + b"Transfer-Encoding: chunked\r\n\r\n", b"8\r\n" + b"\x01" * 8 + b"\r\n"
    ),
    "a huge chunk": says(OK + b"Transfer-Encoding: chunked\r\n\r\nfffffffffffff\r\nx"),
    "a chunk of nonsense": says(OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n"),
    "headers without end": without_end(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n" * 100),
    "a header without end": without_end(b"HTTP/1.1 200 OK\r\nX: ", b"y" * 65536),
    "go on, without end": without_end(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 100),
    "a password": says(b"HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"),
    "an error": says(b"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n"),
    "another place": says(b"HTTP/1.1 301 Moved\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n"),
    "an IPP refusal": says(OK + b"Content-Length: 9\r\n\r\n\x02\x00\x05\x00\x00\x00\x00\x01\x03"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_the_state_is_unknown_and_nothing_is_sent(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ipp_calls, "_ASK_SECONDS", 0.4)
    pdf = tmp_path / "x.pdf"
    pdf.write_bytes(b"%PDF" * 100_000)
    with listening(HOSTILE[name]) as url:
        printer = find(url)
        from checkin_app.printing import printer_state

        now = printer_state(url)
        assert now.state == "unknown" and len(now.attention) == 1 and not now.confirms
        report = job_state(printer, "12:abcdef")
        assert report.state == "unknown" and not report.over and report.words
        outcome = print_pdf(printer, pdf, title="x")
        assert outcome.state == "failed" and outcome.detail
        assert not cancel(printer, "12:abcdef")


@pytest.fixture(scope="module")
def answering() -> Iterator[tuple[str, list[bytes]]]:
    bodies = [b""]

    def behave(wire: socket.socket, over: Event) -> None:
        wire.recv(65536)
        wire.sendall(OK + f"Content-Length: {len(bodies[0])}\r\n\r\n".encode() + bodies[0])

    with listening(behave) as url:
        yield url, bodies


@settings(max_examples=60)
@given(st.binary(max_size=200))
def test_any_answer_gives_a_state(answering: tuple[str, list[bytes]], body: bytes) -> None:
    url, bodies = answering
    for told in (body, b"\x02\x00\x00\x00\x00\x00\x00\x01\x02" + body + b"\x03"):
        bodies[0] = told
        assert job_state(Printer(url, "ipp"), "1:abcdef").state == "unknown"
        assert not cancel(Printer(url, "ipp"), "1:abcdef")


@pytest.mark.parametrize("job", ["", "x", "-1", "1", "٣:abcdef", "1:", "9" * 30 + ":abcdef"])
def test_no_name_of_a_job(job: str) -> None:
    report = job_state(Printer("ipp://127.0.0.1:1/", "ipp"), job)
    assert report.state == "unknown"


def unreachable(name: str, pdf: Path) -> None:
    known = find(name)
    assert print_pdf(known, pdf, title="x").state == "failed"
    assert job_state(known, "1:abcdef").state == "unknown"
    assert printer_state(name).state == "unknown"
    assert job_named(known, "x") == ""
    assert not cancel(known, "1:abcdef")


@pytest.mark.parametrize("scheme", ["ipp", "zpl"])
@pytest.mark.parametrize("host", ["printer..local", "a" * 64, "xn--\u0301"])
def test_a_host_that_is_none(tmp_path: Path, scheme: str, host: str) -> None:
    from reportlab.pdfgen.canvas import Canvas

    pdf = tmp_path / "x.pdf"
    canvas = Canvas(str(pdf))
    canvas.showPage()
    canvas.save()
    unreachable(f"{scheme}://{host}", pdf)


@given(st.text(max_size=40))
def test_any_address_is_one_or_none(text: str) -> None:
    for prefix in ("ipp://", "ipps://", ""):
        found = address(prefix + text)
        if found is not None:
            assert found.uri.isascii() or not text.isascii()
            assert "\r" not in found.path and " " not in found.path


@pytest.mark.parametrize(
    ("url", "uri"),
    [
        ("ipp://printer.local", "ipp://printer.local/"),
        ("ipps://[::1]:443/ipp/print", "ipps://[::1]:443/ipp/print"),
        ("ipp://host:631/printers/Máy in", "ipp://host/printers/M%C3%A1y%20in"),
        ("ipp://user:password@host/", None),
        ("http://host/", None),
        ("ipp://host:99999/", None),
    ],
)
def test_addresses(url: str, uri: str | None) -> None:
    found = address(url)
    assert (found and found.uri) == uri
