"""Owns running a program of the operating system: bounded in time, never in a shell."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ran:
    """What a program said. `status` is None where it did not end in time."""

    status: int | None
    out: str
    err: str

    @property
    def words(self) -> str:
        """What it said for people, on one line."""
        return " ".join((self.err or self.out).split())


def run(command: Sequence[str], timeout: float) -> Ran:
    """Runs a program with English messages and no input; FileNotFoundError where there is none."""
    try:
        done = subprocess.run(
            list(command),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=timeout,
            env={**os.environ, "LC_ALL": "C"},
            encoding="utf-8",
            errors="replace",
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        return Ran(None, "", "")
    return Ran(done.returncode, done.stdout, done.stderr)
