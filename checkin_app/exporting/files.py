"""Owns what is said when a file to be written cannot be."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

from checkin_app.domain.errors import RequestError
from checkin_app.whole import replacing


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
    """`whole.replacing` in the words of staff. Raises NotWritable and OutputDiskFull."""
    try:
        with replacing(path) as draft:
            yield draft
    except OSError as error:
        raise unwritable(path, error) from error
