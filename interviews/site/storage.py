"""A folder in which a file is there whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage

UNFINISHED = ".unfinished-"


class WholeFiles(FileSystemStorage):
    """Writes beside the name, waits until the disk has it, then renames: a kill leaves the old or the new."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:  # noqa: ARG002
        return name  # names are made of contents: who writes the same name writes the same bytes

    def _save(self, name: str, content: File[Any]) -> str:
        path = Path(self.path(name))
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, b"".join(content.chunks()))
        return name


def write_whole(path: Path, body: bytes, *, lasting: bool = True) -> None:
    """Replace a file's contents: a reader finds the old or the new.

    ``lasting`` waits until that holds after a loss of power too; what can be made again need not wait.
    """
    beside = path.with_name(f"{UNFINISHED}{secrets.token_hex(8)}")
    try:
        with beside.open("xb") as file:
            file.write(body)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    if not lasting:
        return
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
