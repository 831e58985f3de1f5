"""Owns what the people at a simulated desk do: scan, correct, take back, register, decide."""

from __future__ import annotations

import random
from datetime import date

from checkin_app.desk import Desk
from checkin_app.domain.conflicts import CODES
from checkin_app.domain.errors import RequestError
from checkin_app.domain.programme import REGISTRATION, Direction
from checkin_app.ledger import kinds
from tests.simulation.history import Shown

HALL = "hall"
DAY = date(2026, 11, 25)
#: What staff do, and how often beside each other.
ACTIONS = {
    "scan": 30,
    "hall": 8,
    "out": 3,
    "admit": 4,
    "nonsense": 1,
    "override": 4,
    "undo": 6,
    "amend": 6,
    "hold": 1,
    "withdraw": 1,
    "walk-in": 4,
    "new code": 2,
    "revoke": 1,
    "temporaries": 1,
    "bind": 2,
    "hand over": 2,
    "count": 1,
    "decide": 4,
    "undecide": 1,
    "merge": 1,
    "seal": 2,
}
#: Kinds that a release may not know yet, and what cannot be done with it.
YOUNG_KINDS = {
    kinds.HANDED,
    kinds.STOCK_COUNTED,
    kinds.TEMPORARY_BOUND,
    kinds.CONFLICT_RESOLVED,
    kinds.MERGED,
}
YOUNG = ("hand over", "count", "bind", "decide", "undecide", "merge")
SEATS = ("A1", "B2", "C3")
WALK_INS = ("Hồ Châu", "Lý Dung", "Phan Giang")
NEVER = (RequestError,)


def do(desk: Desk, action: str, codes: list[str], chance: random.Random) -> list[Shown]:
    """One thing a person does; what they were shown of scans. Raises NotPossible."""
    shown: list[Shown] = []
    people = [
        key for (key,) in desk._file.connection.execute("SELECT id FROM delegates ORDER BY id")
    ]
    person = chance.choice(people[:5])
    recent = []
    if action in ("override", "undo"):
        recent = [outcome.scan_id for outcome in desk.recent(6)]
    match action:
        case "scan" | "hall" | "out":
            checkpoint = HALL if action == "hall" else REGISTRATION
            direction = Direction.OUT if action == "out" else Direction.IN
            code = chance.choice(codes)
            shown = [Shown.of(desk.scan(code, checkpoint=checkpoint, direction=direction))]
        case "nonsense":
            shown = [Shown.of(desk.scan(chance.choice(("12345", "https://x", "1" * 27))))]
        case "admit":
            desk.admit(person)
        case "override" if recent:
            desk.override(chance.choice(recent), reason="known to us")
        case "undo" if recent:
            desk.undo(chance.choice(recent))
        case "amend":
            desk.amend(person, {"seat": chance.choice(SEATS)})
        case "hold":
            desk.amend(person, {"hold": chance.choice((True, False))})
        case "withdraw":
            (desk.withdraw if chance.random() < 0.5 else desk.restore)(person)
        case "walk-in":
            desk.register({"name": chance.choice(WALK_INS)}, force=True)
        case "new code":
            codes.append(desk.replace_code(person).code)
        case "revoke":
            # Somebody of whom only a correction has arrived yet has no code.
            if codes_here := desk.credentials(person):
                desk.revoke(person, chance.choice(codes_here).code)
        case "temporaries":
            codes += [badge.code for badge in desk.make_temporaries(1, DAY)]
        case "bind":
            if badges := desk.temporaries(DAY):
                desk.bind_temporary(chance.choice(badges).code, person, day=DAY)
        case "hand over":
            desk.hand_over([person], to="aide", name="Bà Lan", verified=True)
        case "count":
            desk.count_stock("P", chance.randrange(100))
        case "seal":
            desk.seal()
        case "decide":
            if found := desk.conflicts():
                conflict = chance.choice(found)
                desk.resolve(conflict.id, chance.choice(conflict.proposals))
        case "undecide":
            if found := desk.conflicts(open_only=False):
                desk.undo_decision(chance.choice(found).id)
        case "merge":
            desk.merge(person, chance.choice(people[:5]), codes=chance.choice(CODES))
    return shown
