"""Owns how a file of ours appears: whole and on the disk, or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from checkin_app.domain.errors import RequestError


class NotWritable(RequestError):
    """The file to be written cannot be; what stood there before is untouched."""

    sentence = "{file} cannot be written: {why}. Choose another place, then do it again."


class OutputDiskFull(RequestError):
    """No space for the file to be written; what stood there before is untouched."""

    sentence = "There is no space on the disk for {file}. Free some space, then do it again."


def unwritable(path: Path, error: OSError) -> RequestError:
    """What to raise for `error` while `path` was being written."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return OutputDiskFull(file=path)
    return NotWritable(file=path, why=error.strerror or type(error).__name__)


@contextlib.contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """A new file beside `path` to write to; it takes the place of `path` when the block ends well.

    Raises NotWritable and OutputDiskFull.
    """
    draft: Path | None = None
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
        os.close(handle)
        draft = Path(name)
        draft.chmod(_mode(path))
        yield draft
        with draft.open("rb+") as written:
            os.fsync(written.fileno())
        draft.replace(path)
        draft = None
        _keep_name(path.parent)
    except OSError as error:
        raise unwritable(path, error) from error
    finally:
        if draft is not None:
            with contextlib.suppress(OSError):
                draft.unlink()


def _mode(path: Path) -> int:
    with contextlib.suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _keep_name(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)
