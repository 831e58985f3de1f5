"""A hub as a program of its own: ready, served over TLS, logged, ended."""

from __future__ import annotations

import hashlib
import json
import os
import re
import signal
import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from checkin_app.domain.errors import CertificateChanged, NotPossible
from checkin_app.hub import process
from checkin_app.hub.addresses import of_hub
from checkin_app.hub.certificates import self_signed
from checkin_app.hub.serving import listen
from checkin_app.hub.store import open_admin
from checkin_app.hub.tls import Certificate
from checkin_app.sync import enrolment, wire
from checkin_app.sync.client import HubClient
from checkin_app.sync.own_addresses import own_addresses
from tests.hub.hub_support import Desk, founded, page_of


@dataclass
class Program:
    """A running `hub serve`, and where it said that it is."""

    child: subprocess.Popen[str]
    address: str
    pin: bytes
    log: Path

    def end(self) -> int:
        self.child.send_signal(signal.SIGTERM)
        return self.child.wait(30)


@contextmanager
def program(url: str, folder: Path, *more: str) -> Iterator[Program]:
    log = folder / "log"
    command = [sys.executable, "-m", "checkin_app", "--json", "hub", "serve", "--port", "0"]
    with (
        log.open("a") as err,
        subprocess.Popen(
            [*command, "--host", "127.0.0.1", *more],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=err,
            text=True,
            env={**os.environ, "CHECKIN_STORE": url},
        ) as child,
    ):
        try:
            assert child.stdout is not None
            said = child.stdout.readline()
            assert said, log.read_text()
            ready = json.loads(said)
            assert ready["address"].endswith(f":{ready['port']}")
            yield Program(child, ready["address"], bytes.fromhex(ready["pin"]), log)
        finally:
            if child.poll() is None:
                child.kill()


def enrolled(url: str, desk: Desk) -> enrolment.Enrolment:
    """An enrolment from beside the hub, as `hub enrol` makes it."""
    from checkin_app.hub.enrolling import enrol

    admin = open_admin(url)
    try:
        text = enrol(admin, process.remembered(admin), f"Cửa {desk.id}", "registration").text
    finally:
        admin.close()
    return enrolment.parse(text)


@pytest.mark.serial
def test_a_hub_serves_with_its_own_certificate_logs_no_secret_and_ends(tmp_path: Path) -> None:
    url = founded(tmp_path)
    desk = Desk("d1")
    with program(url, tmp_path) as hub:
        given = enrolled(url, desk)
        assert given.addresses == [hub.address]
        assert given.pin == hub.pin == served_pin(hub.address)
        client = HubClient(given.addresses, given.pin)
        token = client.enrol(
            wire.Enrol(given.secret, given.event, desk.id, "x", desk.ask_in(line(given)).public_key)
        ).token
        client.close()
        client = HubClient(given.addresses, given.pin, token)
        page = page_of(desk)
        assert client.give([page]).vector[page.stream][0] == 3
        frames = list(client.snapshot())
        assert frames[-1].done == frames[-1].total
        waited: list[object] = []
        known = client.take({}, 1).vector | {"later": (1, b"")}

        def wait() -> None:
            waited.append(client.wait(known, 25))

        waiting = threading.Thread(target=wait)
        waiting.start()
        hub_waits(hub.address, given.pin)
        assert hub.end() == 0
        waiting.join(30)
        assert len(waited) == 1
        client.close()
        assert hub.child.stdout is not None and hub.child.stdout.read() == ""
    log = hub.log.read_text()
    lines = [json.loads(one) for one in log.splitlines()]
    assert {"give", "snapshot"} <= {one.get("route") for one in lines}
    assert all({"at", "level", "from", "said"} <= one.keys() for one in lines)
    for secret in (token, given.secret.hex(), line(given), "Bearer", "Cửa", "Lan", "Tanaka"):
        assert secret not in log
    assert "Traceback" not in log
    assert not re.search(r"[A-Za-z0-9_-]{40,}", log)


def line(given: enrolment.Enrolment) -> str:
    return enrolment.format(given)


@pytest.mark.serial
def test_a_hub_with_another_certificate_is_not_spoken_to(tmp_path: Path) -> None:
    url = founded(tmp_path)
    chain, key = self_signed("hub.example")
    (tmp_path / "cert.pem").write_bytes(chain)
    (tmp_path / "key.pem").write_bytes(key)
    own = ("--cert", str(tmp_path / "cert.pem"), "--key", str(tmp_path / "key.pem"))
    with program(url, tmp_path, *own) as hub:
        assert hub.pin == Certificate(chain, key).pin == served_pin(hub.address)
        assert enrolled(url, Desk()).pin == hub.pin
        client = HubClient([hub.address], b"x" * 32, "t" * 43)
        with pytest.raises(CertificateChanged):
            client.time()
        client.close()
        assert hub.end() == 0
    with program(url, tmp_path, *own, "--no-pin", "--address", "https://hub.example") as hub:
        given = enrolled(url, Desk())
        assert (given.pin, given.addresses) == (b"", ["https://hub.example"])
        assert hub.child.stdin is not None
        assert hub.end() == 0


@pytest.mark.serial
def test_a_hub_ends_with_the_window_that_started_it(tmp_path: Path) -> None:
    url = founded(tmp_path)
    with program(url, tmp_path, "--insecure-http", "--until-stdin-ends") as hub:
        assert httpx.get(f"{hub.address}/healthz").json() == {"status": "ok"}
        assert hub.child.stdin is not None
        hub.child.stdin.close()
        assert hub.child.wait(30) == 0


def served_pin(address: str) -> bytes:
    host, _, port = address.removeprefix("https://").partition(":")
    with (
        socket.create_connection((host, int(port)), timeout=30) as line,
        unverified().wrap_socket(line) as tls,
    ):
        certificate = tls.getpeercert(binary_form=True)
        assert tls.version() == "TLSv1.3"
    assert certificate is not None
    return hashlib.sha256(certificate).digest()


def unverified() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def hub_waits(address: str, pin: bytes) -> None:
    """Returns when a desk waits there, as the metrics tell."""
    with httpx.Client(base_url=address, verify=unverified()) as client:
        for _ in range(1000):
            if "checkin_hub_waiters 1" in client.get("/metrics").text:
                return
    raise AssertionError("nobody waits")


def test_http_without_tls_is_for_this_machine_alone() -> None:
    for host in ("0.0.0.0", "192.0.2.1", "::", "example.org"):
        with pytest.raises(NotPossible):
            process.check(process.Wanted(host=host, plain=True))
    for host in ("127.0.0.1", "::1", "localhost"):
        process.check(process.Wanted(host=host, plain=True))


def test_a_port_that_is_taken_is_a_sentence() -> None:
    with listen("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with pytest.raises(NotPossible, match=f"port {port}"):
            listen("127.0.0.1", port)
    for host, port in (("256.0.0.1", 0), ("no.such.host.invalid", 0), ("127.0.0.1", 70000)):
        with pytest.raises(NotPossible):
            listen(host, port)


def test_what_is_no_certificate_is_a_sentence(tmp_path: Path) -> None:
    chain, key = self_signed("hub.example")
    _, other = self_signed("hub.example")
    for name, raw in (("c", chain), ("k", key), ("o", other), ("x", b"nothing")):
        (tmp_path / name).write_bytes(raw)
    assert Certificate.read(tmp_path / "c", tmp_path / "k").pin
    for wrong in ("ck"[::-1], "co", "cx", "xk", "xx"):
        with pytest.raises(NotPossible):
            Certificate.read(tmp_path / wrong[0], tmp_path / wrong[1])


def test_a_key_leaves_no_file_behind_and_shows_in_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    certificate = Certificate(*self_signed("hub.example"))
    certificate.context()
    assert list(tmp_path.iterdir()) == []
    assert "PRIVATE" not in repr(certificate)


def test_the_addresses_of_a_hub_are_those_it_can_be_reached_at() -> None:
    assert of_hub("192.0.2.1", 8470, tls=True) == ("https://192.0.2.1:8470",)
    assert of_hub("fd00::2", 1, tls=True) == ("https://[fd00::2]:1",)
    everywhere = of_hub("0.0.0.0", 8470, tls=True)
    assert everywhere and all(map(enrolment.is_address, everywhere))
    assert "127.0.0.1" not in own_addresses()


def test_each_process_has_a_folder_of_its_own(tmp_path: Path) -> None:
    from checkin_app.hub.store.opening import Place

    place = Place(address="postgresql://db/forum")
    with process.own_folder(place, "e" * 16) as one, process.own_folder(place, "e" * 16) as two:
        assert one != two
        assert one.stat().st_mode & 0o077 == 0
    with process.own_folder(place, "e" * 16) as again:
        assert again == one
