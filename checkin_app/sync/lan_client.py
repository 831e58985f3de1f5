"""Owns how a desk meets another on the LAN: proofs first, then the protocol over the same pin."""

from __future__ import annotations

import hashlib
import socket
import ssl
import time
from collections.abc import Callable

from checkin_app.domain.errors import HubError, HubRefused, HubRevoked, HubTooOld, HubUnreachable
from checkin_app.sync.calls import ANSWER_SECONDS
from checkin_app.sync.client import HubClient
from checkin_app.sync.lan_admission import Why
from checkin_app.sync.lan_keys import (
    VERSION,
    Challenge,
    Challenged,
    DeskKey,
    EventKey,
    Prove,
    Proven,
    nonce,
    signed,
)

CONNECT_SECONDS = 3.0
#: Proofs cost nothing: an answer that takes longer than this is none, seconds.
PROOF_SECONDS = 5.0
_SOONER = PROOF_SECONDS - ANSWER_SECONDS
SILENT = "The desk at {address} does not answer."
STRANGER = "At {address} is no desk of this event. Nothing was sent."
OTHER_RELEASE = (
    "The desk at {address} runs another release and proves itself in another way. Update the older"
    " of the two."
)
REVOKED_THERE = "The desk at {address} was revoked. Nothing is exchanged with it."
UNKNOWN_THERE = (
    "That the desk at {address} is enrolled is not known here. Nothing is exchanged with it until"
    " this desk has heard of it from the hub."
)
UNKNOWN_HERE = (
    "The desk at {address} does not know that this desk is enrolled. It exchanges nothing until it"
    " has heard of it from the hub."
)


class DeskClient(HubClient):
    """A desk that has proven which one it is; `key` is its public key."""

    def __init__(self, address: str, certificate: bytes, token: str, key: bytes) -> None:
        super().__init__([f"https://{address}"], certificate, token)
        self.key = key


def meet(
    address: str,
    event: EventKey,
    own: DeskKey,
    refusal: Callable[[bytes], Why | None],
    under_way: Callable[[HubClient], None] = lambda client: None,
) -> DeskClient:
    """A client to the desk at `host:port`, once both have proven the event and which desk they are.

    `refusal` says of a public key why nothing is exchanged with that desk; `under_way` is given
    what another thread may end meanwhile. Raises HubUnreachable;
    HubTooOld; HubRevoked where this desk was revoked; HubRefused where the other is no desk of
    the event or one that is not enrolled.
    """
    certificate = _certificate(address)
    stranger = HubClient([f"https://{address}"], certificate)
    under_way(stranger)
    try:
        ours = nonce()
        challenged = _asked(stranger, address, event, ours, certificate)
        check(refusal, challenged.key, address)
        proof = event.proof(b"asks", ours, challenged.nonce, certificate)
        shown = Prove(challenged.nonce, proof, own.public, own.sign(proof))
        try:
            token = stranger.ask("/prove", shown, Proven, _SOONER).token
        except HubRevoked:
            raise
        except HubRefused as error:
            raise HubRefused(UNKNOWN_HERE, address=address, code="unauthorized") from error
    finally:
        stranger.close()
    return DeskClient(address, certificate, token, challenged.key)


def check(refusal: Callable[[bytes], Why | None], key: bytes, address: str) -> None:
    """Raises HubRefused where nothing is exchanged with the desk of this public key."""
    if why := refusal(key):
        sentence = REVOKED_THERE if why == "revoked" else UNKNOWN_THERE
        raise HubRefused(sentence, address=address, code=why)


def _asked(
    stranger: HubClient, address: str, event: EventKey, ours: bytes, certificate: bytes
) -> Challenged:
    """The other side's proofs, which hold. Raises HubError."""
    try:
        asked = Challenge(event.tag, ours, VERSION)
        challenged = stranger.ask("/challenge", asked, Challenged, _SOONER)
    except HubTooOld as error:
        raise HubTooOld(OTHER_RELEASE, address=address) from error
    except HubError as error:
        if type(error) is HubUnreachable:
            raise
        raise HubRefused(STRANGER, address=address) from error
    if challenged.version != VERSION:
        raise HubTooOld(OTHER_RELEASE, address=address)
    proof = challenged.proof
    if not (
        event.holds(proof, b"answers", ours, challenged.nonce, certificate)
        and signed(challenged.key, challenged.signature, proof)
    ):
        raise HubRefused(STRANGER, address=address)
    return challenged


def _certificate(address: str) -> bytes:
    """The SHA-256 of the certificate that is shown there; it proves nothing yet."""
    until = time.monotonic() + CONNECT_SECONDS
    host, _, port = address.rpartition(":")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    try:
        with socket.create_connection((host.strip("[]"), int(port)), CONNECT_SECONDS) as raw:
            raw.settimeout(max(0.1, until - time.monotonic()))
            with context.wrap_socket(raw) as tls:
                return hashlib.sha256(tls.getpeercert(binary_form=True) or b"").digest()
    except (OSError, ValueError) as error:
        raise HubUnreachable(SILENT, address=address) from error
