"""The page on a real socket with TLS, for real browsers: a thread that serves a Room."""

from __future__ import annotations

import datetime
import ipaddress
import ssl
import threading
from pathlib import Path

import uvicorn
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from starlette.applications import Starlette

from checkin_app.hub.pages import Pages
from tests.hub.page_support import Room


class Served:
    """Serves until `close`; `address` is where."""

    def __init__(self, room: Room, folder: Path) -> None:
        certificate, key = _certificate(folder)
        self._pages = Pages(room)
        config = uvicorn.Config(
            Starlette(routes=self._pages.routes),
            host="127.0.0.1",
            port=0,
            log_level="critical",
            lifespan="off",
            ssl_certfile=str(certificate),
            ssl_keyfile=str(key),
            timeout_graceful_shutdown=5,
        )
        self._server = uvicorn.Server(config)
        self._started = threading.Event()
        self._thread = threading.Thread(target=self._run, name="page server")
        self._thread.start()
        if not self._started.wait(30):
            raise AssertionError("the page did not start")
        port = self._server.servers[0].sockets[0].getsockname()[1]
        self.address = f"https://127.0.0.1:{port}"

    def _run(self) -> None:
        import asyncio

        async def serve() -> None:
            self._loop = asyncio.get_running_loop()
            serving = asyncio.create_task(self._server.serve())
            while not self._server.started and not serving.done():
                await asyncio.sleep(0.01)
            self._started.set()
            await serving

        asyncio.run(serve())

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._pages.stop)
        self._server.should_exit = True
        self._thread.join(30)
        if self._thread.is_alive():
            raise AssertionError("the page did not stop")


def trusting() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _certificate(folder: Path) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "hub.test")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=2))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]),
            critical=False,
        )
        .sign(key, hashes.SHA256())
    )
    made = folder / "page.crt", folder / "page.key"
    made[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    made[1].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return made
