"""Files that a command writes: whole, or not at all."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

STANDARD_OUTPUT = "-"


def write_whole(path: Path, data: bytes) -> None:
    """Put the bytes where they belong in one step; what stood there stays until then.

    Raises OSError, and leaves no half of a file behind.
    """
    handle, temporary = mkstemp(prefix=f".{path.name[:40]}-", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        mask = os.umask(0)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)  # as any file that a program makes, not as a secret
        Path(temporary).replace(path)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(temporary).unlink()
        raise


def write_out(data: bytes) -> None:
    """Standard output, byte for byte."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
