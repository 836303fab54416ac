"""The list of an exported folder: what was written there, and of what.

It names a file before that file is written, and says while a run goes on, so that one which was stopped
leaves nothing unknown.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from interviews.site.storage import write_whole

LIST = ".newsroom-site.json"


@dataclass(frozen=True, slots=True)
class Known:
    """What the list says of a file: size in bytes and time in nanoseconds as on disk, and what it loads."""

    key: str
    size: int = 0
    changed: int = 0
    loads: tuple[str, ...] = ()

    def stands(self, file: Path) -> bool:
        """Whether the file on disk is the one that was written."""
        try:
            found = file.stat()
        except FileNotFoundError:
            return False
        return (found.st_size, found.st_mtime_ns) == (self.size, self.changed)


def listed(folder: Path) -> dict[str, Known]:
    """What is known of a folder; nothing where no run was before."""
    try:
        rows = json.loads((folder / LIST).read_text("utf-8"))
        return {
            name: Known(key, size, changed, tuple(loads))
            for name, (key, size, changed, loads) in rows.items()
        }
    except FileNotFoundError:
        return {}


def write_list(folder: Path, known: Mapping[str, Known]) -> None:
    """Say what is there, so that it holds after a loss of power too."""
    rows = {name: (one.key, one.size, one.changed, one.loads) for name, one in sorted(known.items())}
    write_whole(folder / LIST, json.dumps(rows).encode())
