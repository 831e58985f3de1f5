"""Owns how the hub refuses: a status, a word for programs, a sentence for people."""

from __future__ import annotations

from checkin_app.sync.wire import Code, Malformed

STATUS: dict[Code, int] = {
    "bad_request": 400,
    "unauthorized": 401,
    "revoked": 401,
    "wrong_event": 403,
    "not_found": 404,
    "too_old": 409,
    "too_large": 413,
    "rate_limited": 429,
    "unavailable": 503,
}


class Refusal(Exception):
    """A request that is not done; `wait` is after how many seconds it may be asked again."""

    def __init__(self, code: Code, sentence: str, *, wait: int = 0) -> None:
        super().__init__(code)
        self.code = code
        self.sentence = sentence
        self.wait = wait

    @property
    def status(self) -> int:
        return STATUS[self.code]


def malformed(error: Malformed) -> Refusal:
    """The refusal of a body that is not what it should be."""
    if error.too_large:
        return Refusal("too_large", f"The request is too large: {error}.")
    return Refusal("bad_request", f"The request cannot be read: {error}.")


def unauthorized() -> Refusal:
    return Refusal("unauthorized", "This hub does not know the desk’s token.")


def revoked() -> Refusal:
    return Refusal("revoked", "This desk was revoked by those who run the hub.")


def used_up() -> Refusal:
    return Refusal(
        "unauthorized",
        "This enrolment is not known here, was used already, or has expired. Ask for a new one.",
    )


def wrong_event() -> Refusal:
    return Refusal("wrong_event", "This hub serves another event.")


def rate_limited(wait: int) -> Refusal:
    return Refusal("rate_limited", "Too many requests. Wait a moment.", wait=wait)


def busy() -> Refusal:
    return Refusal("unavailable", "The hub has more to do than it can. Wait a moment.", wait=2)


def out_of_order() -> Refusal:
    return Refusal("unavailable", "The hub cannot use its store now. Wait a moment.", wait=2)
