"""A PostgreSQL of the tests' own: made in a folder, reached by a socket there, gone at the end."""

from __future__ import annotations

import os
import re
import secrets
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path

import psycopg

OLDEST = 15
MISSING = (
    "These tests need PostgreSQL 15 or newer and found none: install Debian's package"
    " “postgresql”, or put initdb and pg_ctl into PATH."
)


def programs() -> Path:
    """The folder of initdb, pg_ctl, pg_dump; of several the newest. Fails where there is none."""
    homes = [*Path("/usr/lib/postgresql").glob("*/bin"), *Path("/opt/homebrew/opt").glob("p*/bin")]
    if (found := shutil.which("initdb")) is not None:
        homes.append(Path(found).resolve().parent)
    versions = {home: _version(home) for home in homes if (home / "initdb").exists()}
    if not versions or max(versions.values()) < OLDEST:
        raise AssertionError(MISSING)
    return max(versions, key=lambda home: versions[home])


def _version(home: Path) -> int:
    told = subprocess.run([home / "pg_ctl", "--version"], capture_output=True, text=True).stdout
    found = re.search(r"(\d+)", told)
    return int(found[1]) if found else 0


class PostgresServer:
    """One cluster. PostgreSQL does not start as root, so root runs it as the user postgres."""

    def __init__(self) -> None:
        self.programs = programs()
        # Short: the path of a socket has at most about a hundred letters.
        self.folder = Path(tempfile.mkdtemp(prefix="pg-"))
        self._as_postgres = os.name == "posix" and os.geteuid() == 0
        if self._as_postgres:
            shutil.chown(self.folder, "postgres")
        self.run("initdb", "-D", self._data, "-U", "postgres", "-A", "trust", "-E", "UTF8",
                 "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        self.start()

    @property
    def _data(self) -> str:
        return str(self.folder / "data")

    def start(self) -> None:
        options = f"-k {self.folder} -c listen_addresses='' -c shared_buffers=64MB"
        self.run("pg_ctl", "-w", "-D", self._data, "-l", str(self.folder / "log"),
                 "-o", options, "start")  # fmt: skip

    def stop(self, mode: str = "immediate") -> None:
        """`immediate` is as if the power went: nothing is written any more."""
        self.run("pg_ctl", "-w", "-D", self._data, "-m", mode, "stop")

    def run(self, program: str, *arguments: str) -> str:
        """Runs one of PostgreSQL's programs; what it printed."""
        command = [str(self.programs / program), *arguments]
        if self._as_postgres:
            command = ["su", "postgres", "-c", shlex.join(command)]
        # A server that was started keeps the pipe it was given: output goes to a file.
        with tempfile.TemporaryFile("w+") as out:
            done = subprocess.run(command, stdout=out, stderr=out, cwd=self.folder)
            out.seek(0)
            told = out.read()
        assert done.returncode == 0, f"{program}: {told}"
        return told

    def url(self, database: str) -> str:
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def new_database(self) -> str:
        """The address of a fresh, empty one."""
        name = f"hub_{secrets.token_hex(6)}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return self.url(name)

    def end(self) -> None:
        self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)
