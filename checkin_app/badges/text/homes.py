"""Owns which font draws which letters of a word: one for a stretch of a script, if one has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from checkin_app.badges.text.breaking import graphemes
from checkin_app.badges.text.faces import face
from checkin_app.badges.text.families import VIETNAMESE, Family, asked
from checkin_app.badges.text.scripts import PLAIN, UNSEEN, script_runs

#: A family, the script as which it shapes a piece of a word, the piece.
Home = tuple[Family | None, str, str]


def homes(text: str, weight: int, han: str) -> Iterator[Home]:
    """Which family draws what, and in which script; no family is for what none has.

    One draws a stretch of one script if it has all its letters, else it goes letter by letter.
    """
    first = face(VIETNAMESE, weight)
    if first is not None and first.letters.issuperset(text):
        yield VIETNAMESE, "Latn", text
        return
    for script, run in script_runs(text):
        families = asked(script, han)
        whole = next((f for f in families if _has(f, weight, run)), None)
        if whole is not None:
            yield whole, _written(whole, script), run
        else:
            yield from _joined(_by_letter(run, script, families, weight))


def _by_letter(run: str, script: str, families: Sequence[Family], weight: int) -> Iterator[Home]:
    for letter in graphemes(run):
        home = next((f for f in families if _has(f, weight, letter)), None)
        if home is None:
            home = next((f for f in families if _has(f, weight, letter[0])), None)
            lacking = "".join(
                c for c in letter if c not in UNSEEN and not (home and _has(home, weight, c))
            )
            letter = "".join(c for c in letter if c not in lacking)
            yield None, script, lacking
        if home is not None:
            yield home, _written(home, script), letter


def _joined(
    pieces: Iterable[Home],
) -> Iterator[Home]:
    """Neighbours of one family in one."""
    held: Home | None = None
    for piece in pieces:
        if held and held[:2] == piece[:2]:
            held = (*held[:2], held[2] + piece[2])
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def _has(family: Family, weight: int, text: str) -> bool:
    known = face(family, weight)
    return known is not None and known.has(text)


def _written(family: Family, script: str) -> str:
    """The script a text is shaped as: a sign from another script's font is shaped as there."""
    return "Latn" if family is VIETNAMESE and script not in PLAIN else script
