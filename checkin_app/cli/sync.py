"""Owns the commands about meeting others: join, sync."""

from __future__ import annotations

import queue
import signal
import sys
from collections.abc import Callable
from concurrent.futures import Future
from types import FrameType
from typing import TYPE_CHECKING, Any

import click

from checkin_app import i18n
from checkin_app.cli import output
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.language import say, spoken
from checkin_app.cli.parts import command, option
from checkin_app.domain.errors import NotPossible

if TYPE_CHECKING:
    from checkin_app.desk import Desk
    from checkin_app.sync.joining import Joined
    from checkin_app.sync.state import SyncState

_MOST_TEXT = 8192


@command("join", help="Join a hub: fetch its event into a new file, or attach the file there is.")
@click.argument("enrolment", required=False)
@option("--name", default="", metavar="TEXT", help="What this desk is called.")
@pass_invocation
def join_command(asked: Invocation, enrolment: str | None, name: str) -> None:
    if asked.event is None:
        raise click.UsageError(
            say("Say into which file the event shall be fetched: --event FILE. It is made new.")
        )
    there = asked.file.exists()
    text = _pasted() if enrolment is None or enrolment == "-" else enrolment
    joined = _attach(asked, text, name) if there else _fetch(asked, text, name)
    if asked.json:
        output.emit(
            {
                "file": str(joined.path),
                "event": joined.event_name,
                "desk": joined.desk,
                "profile": joined.profile,
                "attached": there,
            }
        )
    elif there:
        output.notice(
            say(
                "{file} belongs to the hub of “{name}” now.",
                file=joined.path,
                name=joined.event_name,
            )
        )
    else:
        output.notice(say("{file} holds “{name}”.", file=joined.path, name=joined.event_name))


def _pasted() -> str:
    """An enrolment that stands in no list of processes: from a terminal a line, else all."""
    if not sys.stdin.isatty():
        return sys.stdin.read(_MOST_TEXT)
    output.notice(say("Paste the enrolment here, then press Enter:"))
    return sys.stdin.readline(_MOST_TEXT)


def _attach(asked: Invocation, text: str, name: str) -> Joined:
    from checkin_app.sync.joining import attach

    with asked.desk(write=True) as desk:
        return attach(text, lambda verb: verb(desk), name=name)


def _fetch(asked: Invocation, text: str, name: str) -> Joined:
    from checkin_app.sync.joining import join_into

    with output.progress("Fetching the event") as bar:
        return join_into(text, asked.file, name=name, progress=bar)


@command("sync", help="Exchange with the hub, and with desks of the LAN, until stopped.")
@option("--once", is_flag=True, help="Exchange once with the hub, then stop.")
@option("--lan", is_flag=True, help="Look for other desks of the event on the LAN.")
@option("--desk", "desks", multiple=True, metavar="HOST:PORT", help="Exchange with this desk.")
@pass_invocation
def sync_command(asked: Invocation, once: bool, lan: bool, desks: tuple[str, ...]) -> None:
    from checkin_app.sync.lane import SyncLane

    with asked.desk(write=True) as desk:
        if desk.hub() is None and (once or not (lan or desks)):
            raise NotPossible("This event file belongs to no hub. Join one first: “join”.")
        if once:
            lane = SyncLane(lambda verb: verb(desk), asked.file)
            lane.once()
        else:
            lane = _until_stopped(asked, desk, lan, desks)
        outbox = desk.outbox()
    state = lane.state
    if asked.json:
        output.emit(_record(state, outbox))
        return
    output.facts(
        [
            (say("Sent"), state.pushed),
            (say("Taken in"), state.pulled),
            (say("Not taken"), state.rejected),
            (say("Waiting to be synchronised"), say("not known yet") if outbox is None else outbox),
        ]
    )
    if state.clock_wrong and state.offset is not None:
        output.notice(
            say(
                "This computer’s clock differs from the hub’s by {seconds} s. Set it right.",
                seconds=round(abs(state.offset) / 1000),
            )
        )


def _record(state: SyncState, outbox: int | None) -> dict[str, Any]:
    met: list[dict[str, Any]] = []
    if state.met_at:
        met.append(
            {
                "kind": "hub",
                "name": state.name,
                "address": state.address,
                "offset": state.offset,
                "bound": state.bound,
            }
        )
    met += [
        {"kind": "desk", "name": desk.name, "address": desk.address}
        for desk in state.desks
        if desk.met_at
    ]
    return {
        "pushed": state.pushed,
        "pulled": state.pulled,
        "rejected": state.rejected,
        "outbox": outbox,
        "met": met,
    }


class _Verbs:
    """The desk lane of a program without a window: verbs come from other threads, here they run."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._waiting: queue.SimpleQueue[tuple[Future[Any], Callable[[Any], Any]] | None] = (
            queue.SimpleQueue()
        )

    def ask(self, verb: Callable[[Any], Any]) -> Any:
        answer: Future[Any] = Future()
        self._waiting.put((answer, verb))
        return answer.result()

    def stop(self) -> None:
        self._waiting.put(None)

    def run(self) -> None:
        """Until stopped."""
        while (next_one := self._waiting.get()) is not None:
            self._do(*next_one)

    def refuse_rest(self) -> None:
        """Whoever waits for a verb waits no longer."""
        while not self._waiting.empty():
            if (next_one := self._waiting.get()) is not None:
                next_one[0].set_exception(NotPossible("No event is open."))

    def _do(self, answer: Future[Any], verb: Callable[[Any], Any]) -> None:
        try:
            answer.set_result(verb(self._desk))
        except BaseException as error:
            answer.set_exception(error)
            if not isinstance(error, Exception):
                raise


def _until_stopped(asked: Invocation, desk: Desk, lan: bool, addresses: tuple[str, ...]) -> Any:
    """Exchanges until SIGINT or SIGTERM."""
    from checkin_app.sync.lane import SyncLane

    verbs = _Verbs(desk)
    said: list[str] = []

    def tell(state: SyncState) -> None:
        problems = [state.problem, *(each.problem for each in state.desks)]
        texts = [i18n.sentence(each, spoken()) for each in problems if each is not None]
        for text in texts:
            if text not in said:
                output.notice(text)
        said[:] = texts

    def stop(number: int, frame: FrameType | None) -> None:
        verbs.stop()

    lane = SyncLane(verbs.ask, asked.file, tell, lan=lan, addresses=addresses)
    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        lane.start()
        output.notice(say("Exchanging; stop it with Ctrl+C."))
        verbs.run()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        _end(lane, verbs)
        if (met := lane.last_met()) is not None:
            desk.met(met)
    return lane


def _end(lane: Any, verbs: _Verbs) -> None:
    """Ends the lane's threads, and answers those that ask for a verb meanwhile."""
    import threading

    ended = threading.Event()

    def stop() -> None:
        lane.stop()
        ended.set()

    ending = threading.Thread(target=stop, name="sync-end")
    ending.start()
    while not ended.wait(0.02):
        verbs.refuse_rest()
    ending.join()
