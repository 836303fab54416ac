"""Many small files in one folder, which the list of an export knows as one.

A site of a thousand interviews may have a million pages of quotes. So that a run need not look at each, a
folder of them has one key, and a list of its own of what was written in it: as long as the key stays, that
list is all that is looked at. None of them is compressed beside: there would be three times as many files to
save half a kilobyte of what a reader loads.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from interviews.site.artefacts import HTML
from interviews.site.assets import loaded_by
from interviews.site.storage import write_whole

LIST = ".newsroom-pages.json"


@dataclass(frozen=True, slots=True)
class Bundle:
    """Pages in HTML below ``path``, by their names there; ``key`` is another one whenever any of them is."""

    path: str
    key: str
    files: Callable[[], Iterable[tuple[str, bytes]]]


@dataclass(slots=True)
class Brought:
    """What was done in a folder, as names there, and the static files that its pages load."""

    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    loads: set[str] = field(default_factory=set)


def bring(folder: Path, place: str, files: Iterable[tuple[str, bytes]]) -> Brought:
    """Bring the files of a bundle up to date; ``place`` is where the folder is in the site."""
    done, known, made = Brought(), _listed(folder), dict(files)
    now = {name: blake2b(body, digest_size=8).hexdigest() for name, body in made.items()}
    folder.mkdir(parents=True, exist_ok=True)
    _write_list(folder, dict.fromkeys(now, "") | known)  # a run that is stopped leaves nothing unknown
    for name, body in made.items():
        done.loads.update(loaded_by(body, place + name, HTML))
        file = folder / name
        if known.get(name) == now[name] and file.is_file():
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, body, lasting=False)
        done.written.append(name)
    done.removed = _removed(folder, known.keys() - now.keys())
    _write_list(folder, now)
    return done


def clear(folder: Path) -> list[str]:
    """Remove what was written in a folder, but for its list; the names there."""
    return _removed(folder, _listed(folder).keys())


def remove_empty(folders: Iterable[Path], within: Path) -> None:
    """Remove folders, the innermost first, until one has something in it."""
    for parent in folders:
        if parent == within or not parent.is_dir() or any(parent.iterdir()):
            return
        parent.rmdir()


def _removed(folder: Path, names: Iterable[str]) -> list[str]:
    gone = sorted(names, reverse=True)
    for name in gone:
        (folder / name).unlink(missing_ok=True)
        remove_empty((folder / name).parents, folder)
    return gone


def _listed(folder: Path) -> dict[str, str]:
    try:
        known: dict[str, str] = json.loads((folder / LIST).read_text("utf-8"))
    except FileNotFoundError:
        return {}
    return known


def _write_list(folder: Path, known: Mapping[str, str]) -> None:
    write_whole(folder / LIST, json.dumps(known).encode(), lasting=False)
