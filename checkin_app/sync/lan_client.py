"""Owns how a desk meets another on the LAN: proofs first, then the protocol over the same pin."""

from __future__ import annotations

import hashlib
import socket
import ssl

from checkin_app.domain.errors import HubError, HubRefused, HubUnreachable
from checkin_app.sync.client import HubClient
from checkin_app.sync.lan_keys import Challenge, Challenged, EventKey, Prove, Proven, nonce

CONNECT_SECONDS = 3.0
STRANGER = "At {address} is no desk of this event. Nothing was sent."


def meet(address: str, key: EventKey, desk: str) -> HubClient:
    """A client to the desk at `host:port`, once both sides have proven that they have the event.

    Raises HubUnreachable; HubRefused where it is no desk of the event.
    """
    certificate = _certificate(address)
    url = f"https://{address}"
    stranger = HubClient([url], certificate)
    try:
        ours = nonce()
        challenged = stranger.ask("/challenge", Challenge(key.tag, ours), Challenged)
        if not key.holds(challenged.proof, b"answers", ours, challenged.nonce, certificate):
            raise HubRefused(STRANGER, address=address)
        proof = key.proof(b"asks", ours, challenged.nonce, certificate)
        token = stranger.ask("/prove", Prove(challenged.nonce, proof, desk), Proven).token
    except HubRefused as error:
        raise HubRefused(STRANGER, address=address) from error
    except HubError as error:
        if type(error) is HubUnreachable:
            raise
        raise HubRefused(STRANGER, address=address) from error
    finally:
        stranger.close()
    return HubClient([url], certificate, token)


def _certificate(address: str) -> bytes:
    """The SHA-256 of the certificate that is shown there; it proves nothing yet."""
    host, _, port = address.rpartition(":")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    try:
        with (
            socket.create_connection((host.strip("[]"), int(port)), CONNECT_SECONDS) as raw,
            context.wrap_socket(raw) as tls,
        ):
            return hashlib.sha256(tls.getpeercert(binary_form=True) or b"").digest()
    except (OSError, ValueError) as error:
        raise HubUnreachable("The desk at {address} does not answer.", address=address) from error
