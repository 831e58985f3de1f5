"""Owns disk images: from the recorded system calls of a program, what a power cut may leave.

The model. A write is on the disk for sure once the file was synchronised (fsync, fdatasync) after
it. Until then each of its sectors of 512 bytes is on the disk or not, independently of every
other sector and of the order of writes; where a file grew, what is missing reads as zeros, or the
file is still as short as it was. Making, renaming, removing and shortening takes effect in the
order in which it was done, and is on the disk for sure after any later synchronisation (ext4, XFS
and APFS write them in one journal in order). Shared memory files (-shm) and locks are gone.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
TRACED = (
    "trace=openat,open,creat,write,pwrite64,writev,pwritev,fsync,fdatasync,"
    "ftruncate,rename,renameat,renameat2,unlink,unlinkat"
)
_CALL = re.compile(r"^(\d+) +(\w+)\((.*)\) += (-?\d+)(.*)$", re.DOTALL)
_FD = re.compile(r"^(\d+)<(.*?)>(?=,|$)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True, slots=True)
class Step:
    """One system call: "write", "sync", "make", "remove", "rename", "cut" (to a size), "said"."""

    what: str
    path: str
    offset: int = 0
    body: bytes = b""
    to: str = ""


def _unhexed(text: str) -> str:
    if "\\x" not in text:
        return text
    return bytes.fromhex(text.replace("\\x", "")).decode()


def read_trace(trace: Path) -> Iterator[Step]:
    """The steps of a program that strace recorded with -f -y -xx and TRACED."""
    unfinished: dict[str, str] = {}
    positions: dict[str, int] = {}
    with trace.open(encoding="ascii") as lines:
        for line in lines:
            text = line.rstrip("\n")
            pid, _, rest = text.partition(" ")
            rest = rest.strip()
            if rest.endswith("<unfinished ...>"):
                unfinished[pid] = rest.removesuffix("<unfinished ...>")
                continue
            if resumed := re.match(r"<\.\.\. \w+ resumed>(.*)$", rest):
                rest = unfinished.pop(pid) + resumed[1]
            if found := _CALL.match(f"{pid} {rest}"):
                _, call, arguments, result, _ = found.groups()
                if int(result) >= 0:
                    yield from _steps(call, arguments, int(result), positions)


def _steps(call: str, arguments: str, result: int, positions: dict[str, int]) -> Iterator[Step]:
    of = _FD.match(arguments)
    path = _unhexed(of[2]) if of else ""
    match call:
        case "write":
            body = _bytes(arguments)[:result]
            if of and of[1] == "1":
                yield Step("said", "", body=body)
            elif path.startswith("/"):
                at = positions.get(path, 0)
                positions[path] = at + result
                yield Step("write", path, at, body)
        case "pwrite64":
            offset = int(arguments.rsplit(",", 1)[1])
            yield Step("write", path, offset, _bytes(arguments)[:result])
        case "fsync" | "fdatasync":
            yield Step("sync", path)
        case "ftruncate":
            yield Step("cut", path, int(arguments.rsplit(",", 1)[1]))
        case "openat" | "open" | "creat":
            name = _names(arguments)[0]
            if "O_CREAT" in arguments or call == "creat":
                positions[name] = 0
                yield Step("make", name)
            if "O_TRUNC" in arguments:
                yield Step("cut", name, 0)
        case "unlink" | "unlinkat":
            yield Step("remove", _names(arguments)[0])
        case "rename" | "renameat" | "renameat2":
            old, new = _names(arguments)
            yield Step("rename", old, to=new)
        case "writev" | "pwritev":
            if path.startswith("/"):
                raise NotImplementedError(call)


def _bytes(arguments: str) -> bytes:
    found = _TEXT.search(arguments)
    assert found is not None, arguments[:200]
    return bytes.fromhex(found[1].replace("\\x", ""))


def _names(arguments: str) -> list[str]:
    return [_unhexed(text) for text in _TEXT.findall(arguments)]


@dataclass(slots=True)
class _File:
    """What is surely on the disk, and writes that may be."""

    body: bytes
    pending: list[tuple[int, bytes]] = field(default_factory=list)

    def settle(self) -> None:
        for offset, body in self.pending:
            self.body = _laid(self.body, offset, body)
        self.pending.clear()

    def after_a_cut(self, chance: random.Random, how: str) -> bytes:
        if how == "nothing":
            return self.body
        found = self.body
        grown = max([len(self.body), *(at + len(body) for at, body in self.pending)])
        if how == "torn" and chance.random() < 0.5:
            found = found.ljust(chance.randrange(len(found), grown + 1), b"\0")
        writes = list(self.pending)
        if how == "torn" and chance.random() < 0.5:
            chance.shuffle(writes)
        likely = chance.choice((0.1, 0.5, 0.9, 0.98))
        for at, body in writes:
            for start in range(0, len(body), SECTOR):
                if how == "everything" or chance.random() < likely:
                    found = _laid(found, at + start, body[start : start + SECTOR])
        return found


def _laid(under: bytes, offset: int, body: bytes) -> bytes:
    return under[:offset].ljust(offset, b"\0") + body + under[offset + len(body) :]


class Disk:
    """The files of one folder, as steps change them."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self._files: dict[str, _File] = {
            str(path): _File(path.read_bytes())
            for path in folder.rglob("*")
            if path.is_file() and self._counts(str(path))
        }
        #: What the folder surely shows, and changes of it that may be lost from some point on.
        self._names = dict(self._files)
        self._changes: list[dict[str, _File]] = []

    def _counts(self, path: str) -> bool:
        return path.startswith(self._folder) and not path.endswith(("-shm", ".lock", ".ballast"))

    def take(self, step: Step) -> bool:
        """Takes one step in; whether it changed what a power cut may leave."""
        if step.what == "said" or not (self._counts(step.path) or self._counts(step.to)):
            return False
        file = self._files.get(step.path)
        match step.what:
            case "write":
                assert file is not None, step.path
                file.pending.append((step.offset, step.body))
            case "sync":
                if file is not None:
                    file.settle()
                self._names = dict(self._files)
                self._changes.clear()
            case "cut":
                assert file is not None, step.path
                file.settle()
                file.body = file.body[: step.offset].ljust(step.offset, b"\0")
            case "make" if file is None:
                self._files[step.path] = _File(b"")
                self._changes.append(dict(self._files))
            case "remove" if file is not None:
                del self._files[step.path]
                self._changes.append(dict(self._files))
            case "rename" if file is not None:
                self._files[step.to] = self._files.pop(step.path)
                self._changes.append(dict(self._files))
        return True

    def image(self, folder: Path, chance: random.Random) -> None:
        """Writes what a power cut now may leave."""
        names = chance.choice([self._names, *self._changes])
        how = chance.choice(("nothing", "everything", "torn", "torn", "torn"))
        for path, file in names.items():
            target = folder / Path(path).relative_to(self._folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.after_a_cut(chance, how))
