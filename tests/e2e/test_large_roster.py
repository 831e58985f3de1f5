"""A roster of 17,000 in 1,400 delegations: imported twice, and everybody found by their name."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from checkin_app.desk import Desk

pytestmark = pytest.mark.serial

PEOPLE, DELEGATIONS = 17_000, 1_400


@pytest.fixture(scope="module")
def rosters() -> ModuleType:
    """tests/rosters, which knows nothing of the sample event."""
    start = Path(__file__).parents[1] / "rosters" / "__init__.py"
    spec = importlib.util.spec_from_file_location("rosters_of_e2e", start)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def program(*arguments: object) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", "checkin_app", "--json", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_large_roster(tmp_path: Path, rosters: ModuleType, kind: str) -> None:
    people = rosters.make_roster(PEOPLE, DELEGATIONS)
    file, event = tmp_path / f"roster.{kind}", tmp_path / "forum.checkin"
    getattr(rosters, f"write_{kind}")(file, people)
    program("init", event, "--name", "Forum", "--from", "2026-11-25", "--to", "2026-11-27")

    first = program("--event", event, "import", file)
    assert (first["read"], first["added"], first["rejected"]) == (PEOPLE, PEOPLE, 0)
    before = program("--event", event, "check")
    second = program("--event", event, "import", file)
    assert (second["unchanged"], second["added"], second["updated"]) == (PEOPLE, 0, 0)
    after = program("--event", event, "check")
    assert after == before
    assert after["whole"]
    if kind == "csv":
        _everybody_is_found(event, people, rosters)


def _everybody_is_found(event: Path, people: Any, rosters: ModuleType) -> None:
    """By the name typed without marks, in its own order of words and turned round."""
    desk = Desk.open(event, write=False)
    try:
        assert desk.figures().expected == PEOPLE
        assert len(desk.delegations()) == DELEGATIONS
        lost = []
        for name in {person.name for person in people}:
            for text in rosters.typed(name):
                found = {hit.delegate.name.upper() for hit in desk.find(text, 40)}
                if name.upper() not in found:
                    lost.append((name, text))
    finally:
        desk.close()
    assert lost == []
