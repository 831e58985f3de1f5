"""Owns the hub's side of TLS: its certificate, the pin of it, and the context it serves with."""

from __future__ import annotations

import contextlib
import hashlib
import os
import ssl
import tempfile
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding

from checkin_app.domain.errors import NotPossible


@dataclass(frozen=True, slots=True, repr=False)
class Certificate:
    """A certificate (PEM; others up to an authority may follow it) and its private key (PEM)."""

    chain: bytes
    key: bytes

    @classmethod
    def read(cls, chain: Path, key: Path) -> Certificate:
        """Raises NotPossible for what is no certificate; OSError."""
        certificate = cls(chain.read_bytes(), key.read_bytes())
        try:
            certificate.context()
            assert certificate.pin
        except (ssl.SSLError, ValueError, UnsupportedAlgorithm):
            raise NotPossible(
                "{file} and {key} are no certificate and its key (PEM, without a password).",
                file=chain,
                key=key,
            ) from None
        return certificate

    @property
    def pin(self) -> bytes:
        """SHA-256 of the certificate that is shown to desks (DER)."""
        first = x509.load_pem_x509_certificates(self.chain)[0]
        return hashlib.sha256(first.public_bytes(Encoding.DER)).digest()

    def context(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.set_alpn_protocols(["http/1.1"])
        # Only files can be loaded. This one is its owner's alone and lives as long as the call.
        descriptor, path = tempfile.mkstemp(suffix=".pem")
        try:
            with os.fdopen(descriptor, "wb") as out:
                out.write(self.key.rstrip() + b"\n" + self.chain)
            context.load_cert_chain(path, password=_no_password)
        finally:
            with contextlib.suppress(OSError):
                os.unlink(path)
        return context


def _no_password() -> str:
    raise ValueError("the key has a password")
