"""Owns who may ask: the desk whose token a request carries, and how often.

Whoever has no valid token is charged by address. A valid one is never refused for what its
neighbours did: many desks share the address of a router or a proxy.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.requests import Request

from checkin_app.hub.problems import Refusal, rate_limited, revoked, unauthorized
from checkin_app.hub.tokens import hashed, same, token_in
from checkin_app.sync.limits import MOST_KEPT, Limit, neighbourhood

if TYPE_CHECKING:
    from checkin_app.hub.store import Admin

STRANGERS_RATE, STRANGERS_BURST = 5.0, 60.0
DESK_RATE, DESK_BURST = 400.0, 2000.0


@dataclass(frozen=True, slots=True)
class Asker:
    """A desk that may ask, as far as the last look told."""

    desk: str
    token_hash: str


class Gate:
    """Lets requests in, or raises Refusal."""

    def __init__(self, admin: Admin) -> None:
        self._admin = admin
        self._strangers = Limit(STRANGERS_RATE, STRANGERS_BURST)
        self._asking = Limit(DESK_RATE, DESK_BURST)
        self._let_in: OrderedDict[str, str] = OrderedDict()

    def stranger(self, request: Request, cost: float = 1) -> None:
        """Charges the address of a request that nobody vouches for. Raises Refusal."""
        address = neighbourhood(request.client.host if request.client else "")
        if not self._strangers.take(address, cost):
            raise rate_limited(self._strangers.wait(address, cost))

    def token(self, request: Request) -> str:
        """The hash of the token a request carries; without one it is a stranger's."""
        token = token_in(request.headers.get("authorization", ""))
        if token is None:
            self.stranger(request)
            raise unauthorized()
        return hashed(token)

    def remembered(self, token_hash: str) -> Asker | None:
        """The desk of a token that was let in before: enough to read its request, no more.

        `look` has the last word, before anything is done.
        """
        desk = self._let_in.get(token_hash)
        return None if desk is None else Asker(desk, token_hash)

    def asker(self, request: Request, token_hash: str) -> Asker:
        """The desk of a token. Looks into the store, so not in the event loop. Raises Refusal."""
        try:
            return self.look(token_hash)
        except Refusal:
            self.stranger(request)
            raise

    def look(self, token_hash: str) -> Asker:
        """Whose token it is at this moment. Raises Refusal."""
        row = self._admin.by_token(token_hash)
        if row is None or not same(row.token_hash, token_hash):
            self._let_in.pop(token_hash, None)
            raise unauthorized()
        if row.revoked_at is not None:
            self._let_in.pop(token_hash, None)
            raise revoked()
        self._let_in[token_hash] = row.desk
        if len(self._let_in) > MOST_KEPT:
            self._let_in.popitem(last=False)
        return Asker(row.desk, token_hash)

    def charge(self, asker: Asker) -> None:
        """Counts a request of a desk. Raises Refusal."""
        if not self._asking.take(asker.desk):
            raise rate_limited(self._asking.wait(asker.desk))
