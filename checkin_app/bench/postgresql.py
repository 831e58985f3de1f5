"""Owns a PostgreSQL of our own for a while: made in a folder, reached by a socket there, then gone.

Measurements and tests use it; an installation's database is never touched.
"""

from __future__ import annotations

import os
import re
import secrets
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path

OLDEST = 15
MISSING = (
    "PostgreSQL 15 or newer is needed and was not found: install Debian’s package “postgresql”, or"
    " put initdb and pg_ctl into PATH."
)


def programs() -> Path | None:
    """The folder of initdb, pg_ctl and pg_dump; of several the newest."""
    homes = [*Path("/usr/lib/postgresql").glob("*/bin"), *Path("/opt/homebrew/opt").glob("p*/bin")]
    if (found := shutil.which("initdb")) is not None:
        homes.append(Path(found).resolve().parent)
    versions = {home: _version(home) for home in homes if (home / "initdb").exists()}
    newest = max(versions, key=lambda home: versions[home], default=None)
    return newest if newest is not None and versions[newest] >= OLDEST else None


def _version(home: Path) -> int:
    told = subprocess.run([home / "pg_ctl", "--version"], capture_output=True, text=True).stdout
    found = re.search(r"(\d+)", told)
    return int(found[1]) if found else 0


class PostgresServer:
    """One cluster, running. It does not start as root, so root runs it as the user postgres.

    Raises RuntimeError where there is no PostgreSQL, or a program of it fails.
    """

    def __init__(self) -> None:
        found = programs()
        if found is None:
            raise RuntimeError(MISSING)
        self.programs = found
        # Beside other temporary files: the path of a socket has about a hundred letters at most.
        self.folder = Path(tempfile.mkdtemp(prefix="pg-"))
        self._as_postgres = os.name == "posix" and os.geteuid() == 0
        if self._as_postgres:
            shutil.chown(self.folder, "postgres")
        options = ("-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        self.run("initdb", "-D", self._data, *options)
        self.start()

    @property
    def _data(self) -> str:
        return str(self.folder / "data")

    def start(self) -> None:
        options = f"-k {self.folder} -c listen_addresses='' -c shared_buffers=64MB"
        log = str(self.folder / "log")
        self.run("pg_ctl", "-w", "-D", self._data, "-l", log, "-o", options, "start")

    def stop(self, mode: str = "fast") -> None:
        """`immediate` is as if the power went: nothing is written any more."""
        self.run("pg_ctl", "-w", "-D", self._data, "-m", mode, "stop")

    def run(self, program: str, *arguments: str) -> str:
        """Runs one of PostgreSQL's programs; what it printed."""
        command = [str(self.programs / program), *arguments]
        if self._as_postgres:
            command = ["su", "postgres", "-c", shlex.join(command)]
        # A server that was started keeps what it was given to write to: a pipe would never end.
        with tempfile.TemporaryFile("w+") as out:
            done = subprocess.run(command, stdout=out, stderr=out, cwd=self.folder)
            out.seek(0)
            told = out.read()
        if done.returncode:
            raise RuntimeError(f"{program}: {told}")
        return told

    def url(self, database: str) -> str:
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def new_database(self) -> str:
        """The address of a fresh, empty one."""
        import psycopg

        name = f"hub_{secrets.token_hex(6)}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return self.url(name)

    def end(self) -> None:
        self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)
