"""Owns how two sides exchange: push what the other lacks, pull what it has; the same everywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from checkin_app.ledger import kinds
from checkin_app.ledger.clock import now_ms
from checkin_app.ledger.pages import Head, Page, Vector
from checkin_app.store.event_file import EventFile
from checkin_app.store.receiving import Taken
from checkin_app.sync.protocol import NEWEST, OLDEST, Batch, Given, Hello, Peer, Refused, Welcome

#: What one request carries at most, before compression.
MOST_BYTES = 1 << 20
#: Shown for a stream of which pages were refused: the rest of it is passed over in this exchange,
#: so that what is wrong with one stream blocks no other.
BEYOND: Head = (2**53, bytes(32))

#: (what the other knows, how many bytes) to the pages that it lacks, and whether there are more.
PagesFor = Callable[[Vector, int], tuple[list[Page], bool]]
Receive = Callable[[Sequence[Page]], Taken]


def push(peer: Peer, theirs: Vector, pages_for: PagesFor, *, most_bytes: int = MOST_BYTES) -> Given:
    """Gives what the peer lacks until it lacks nothing, or takes no more of it.

    `theirs` is what it showed last; the vector returned is what it shows now.
    """
    refused: list[Refused] = []
    while True:
        passed_over = {refusal.stream: BEYOND for refusal in refused}
        pages, _ = pages_for(theirs | passed_over, most_bytes)
        if not pages:
            return Given(theirs, refused)
        given = peer.give(pages)
        refused += given.refused
        if given.vector == theirs and not given.refused:  # It takes no more of it.
            return Given(theirs, refused)
        theirs = given.vector


def pull(
    peer: Peer, vector: Callable[[], Vector], receive: Receive, *, most_bytes: int = MOST_BYTES
) -> Vector:
    """Takes what we lack until nothing is left, or nothing of it can be taken; their vector then.

    `vector` says what we know now, `receive` hands pages to the desk that takes them.
    """
    known = vector()
    passed_over: Vector = {}
    while True:
        batch = peer.take(known | passed_over, most_bytes)
        if not batch.pages:
            return batch.vector
        refused = receive(batch.pages).refused
        passed_over |= {refusal.stream: BEYOND for refusal in refused}
        before, known = known, vector()
        if (known == before and not refused) or not batch.more:
            return batch.vector


class FilePeer:
    """An open event file as the other side, in this process; used by simulation and tests."""

    def __init__(self, file: EventFile, name: str = "desk", *, source: str = "peer") -> None:
        self.file = file
        self.name = name
        self._source = source

    def greet(self, hello: Hello) -> Welcome:
        unknown = sorted(set(hello.kinds) - kinds.KINDS)
        return Welcome(
            self.file.event.id, self.name, self.name, "", NEWEST, self.file.vector(), unknown
        )

    def give(self, pages: Sequence[Page]) -> Given:
        taken = self.file.receive(pages, self._source)
        return Given(self.file.vector(), [Refused(*refusal) for refusal in taken.refused])

    def take(self, vector: Vector, most_bytes: int) -> Batch:
        pages, more = self.file.lacking(vector, most_bytes)
        return Batch(pages, self.file.vector(), more)

    def wait(self, vector: Vector, seconds: float) -> Vector:
        """Answers at once: nothing else runs in this process."""
        return self.file.vector()

    def time(self) -> int:
        return now_ms()


def hello(file: EventFile, release: str, *, outbox: int = 0) -> Hello:
    """What a desk says of itself."""
    desk = file.desk
    return Hello(
        event=file.event.id,
        desk=desk.desk if desk else "",
        name=desk.name if desk else "",
        release=release,
        speaks=(OLDEST, NEWEST),
        kinds=sorted(kinds.KINDS),
        outbox=outbox,
    )
