"""The whole public site as plain files, for any web server; only what changed is written.

A page's file is ``index.html`` in a folder of its name, without what only a program could answer (see
``alone``). What the pages load from the static files comes along. A list of what was written lies in the
folder (``.newsroom-site.json``): by it the next run knows what stands there already, and removes what is
public no more without touching what others put there. It names a file before that file is written, and says
while a run goes on, so that one which was stopped leaves nothing unknown.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from interviews.models.artefact import Artefact
from interviews.models.publication import Publication, put_in_place
from interviews.site import assets
from interviews.site.alone import RULES, alone
from interviews.site.artefacts import Planned, Site
from interviews.site.bodies import name_of, read
from interviews.site.building import files_of, files_of_the_site
from interviews.site.compressing import SUFFIXES, encoded, is_textual
from interviews.site.leading_on import leading_on
from interviews.site.storage import UNFINISHED, write_whole

LIST = ".newsroom-site.json"
_PUBLIC = (200, 301)  # as a file, what leads on does so by what its page says


@dataclass(frozen=True, slots=True)
class Public:
    """A file of the site: ``key`` is another one whenever its bytes are; ``forms`` makes them by encoding."""

    path: str
    key: str
    media_type: str
    forms: Callable[[], dict[str, bytes]]


@dataclass(slots=True)
class Outcome:
    """What a run did, as paths in the folder; compressed forms are not told apart."""

    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    unchanged: int = 0


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


def stored() -> Iterator[Public]:
    """What is public now, as it is served."""
    rows = Artefact.objects.filter(status__in=_PUBLIC).values_list(
        "path", "digest", "media_type", "encodings"
    )
    for path, digest, media_type, encodings in rows:
        yield _page_alone(Public(path, digest, media_type, _stored_forms(digest, encodings)))
    yield from _leading_on(Site.of_settings())


def made_for(site: Site) -> Iterator[Public]:
    """What is public now, made for another address than that of the settings."""
    listed = list(Publication.objects.current().listed())
    put_in_place(listed)
    for publication in listed:
        yield from (_made(site, one) for one in files_of(site, publication))
    yield from (_made(site, one) for one in files_of_the_site(site, listed))
    yield from _leading_on(site)


def export(folder: Path, files: Iterable[Public], *, compressed: bool) -> Outcome:
    """Bring a folder to what is public now. Raises OSError where it cannot be written."""
    folder.mkdir(parents=True, exist_ok=True)
    known = _listed(folder)
    for left in (
        folder.rglob(f"{UNFINISHED}*") if known.pop(UNFINISHED, None) else folder.glob(f"{UNFINISHED}*")
    ):
        left.unlink()
    wanted = sorted(files, key=lambda one: one.path)
    new = {file_of(one.path): Known("") for one in wanted}
    _write_list(folder, {**new, **known, UNFINISHED: Known("")})
    export = _Export(folder, known, compressed)
    for one in wanted:
        export.bring(one)
    for name in sorted({name for one in export.now.values() for name in one.loads}):
        export.bring_asset(name)
    for name in sorted(known.keys() - export.now.keys()):
        _remove(folder, name)
        export.told.removed.append(name)
    _write_list(folder, export.now)
    return export.told


def file_of(path: str) -> str:
    """The file in the folder for a path of the site. Raises ValueError for one that leads elsewhere."""
    name = path.removeprefix("/") + ("index.html" if path.endswith("/") else "")
    if any(part in {"", ".", ".."} for part in name.split("/")) or "\\" in name:
        raise ValueError(f"{path} is no path that a file could have.")
    return name


@dataclass
class _Export:
    """A folder on its way from what is ``known`` of it to what is public ``now``."""

    folder: Path
    known: Mapping[str, Known]
    compressed: bool
    now: dict[str, Known] = field(default_factory=dict)
    told: Outcome = field(default_factory=Outcome)

    def bring(self, one: Public) -> None:
        name, key = file_of(one.path), f"{one.key}{'+' if self.compressed else ''}"
        was = self.known.get(name)
        if was is not None and was.key == key and was.stands(self.folder / name):
            self.now[name] = was
            self.told.unchanged += 1
            return
        self.now[name] = self._written(name, key, one.forms(), one.media_type)
        self.told.written.append(name)

    def bring_asset(self, name: str) -> None:
        """A static file, and what it loads in turn."""
        if name in self.now:
            return
        body = assets.read(name)
        if body is None:
            return
        media_type = assets.media_type(name)
        key = hashlib.sha256(body).hexdigest()
        self.bring(Public(f"/{name}", key, media_type, partial(_forms, body, media_type)))
        for inner in self.now[name].loads:
            self.bring_asset(inner)

    def _written(self, name: str, key: str, forms: Mapping[str, bytes], media_type: str) -> Known:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        for encoding, suffix in SUFFIXES.items():
            beside = file.with_name(file.name + suffix)
            if self.compressed and encoding in forms:
                write_whole(beside, forms[encoding], lasting=False)
            else:
                beside.unlink(missing_ok=True)
        write_whole(file, forms[""], lasting=False)
        found = file.stat()
        loads = assets.loaded_by(forms[""], name, media_type) if is_textual(media_type) else ()
        return Known(key, found.st_size, found.st_mtime_ns, loads)


def _remove(folder: Path, name: str) -> None:
    """A file with its compressed forms, and the folders that are empty without it."""
    file = folder / name
    for suffix in ("", *SUFFIXES.values()):
        file.with_name(file.name + suffix).unlink(missing_ok=True)
    for parent in file.parents:
        if parent == folder or not parent.is_dir() or any(parent.iterdir()):
            return
        parent.rmdir()


def _listed(folder: Path) -> dict[str, Known]:
    try:
        rows = json.loads((folder / LIST).read_text("utf-8"))
        return {
            name: Known(key, size, changed, tuple(loads))
            for name, (key, size, changed, loads) in rows.items()
        }
    except FileNotFoundError:
        return {}


def _write_list(folder: Path, known: dict[str, Known]) -> None:
    rows = {name: (one.key, one.size, one.changed, one.loads) for name, one in sorted(known.items())}
    write_whole(folder / LIST, json.dumps(rows).encode())


def _stored_forms(digest: str, encodings: str) -> Callable[[], dict[str, bytes]]:
    return lambda: {encoding: read(name_of(digest, encoding)) for encoding in ("", *encodings.split())}


def _made(site: Site, planned: Planned) -> Public:
    key = planned.fingerprint(site)
    return _page_alone(
        Public(planned.path, key, planned.media_type, lambda: _forms(planned.body(site), planned.media_type))
    )


def _page_alone(one: Public) -> Public:
    """A page as it stands without a program; anything else, downloads in HTML too, as it is."""
    if not one.path.endswith("/"):
        return one

    def forms() -> dict[str, bytes]:
        served = one.forms()
        body = alone(served[""])
        return served if body == served[""] else _forms(body, one.media_type)

    return Public(one.path, f"{one.key} alone {RULES}", one.media_type, forms)


def _leading_on(site: Site) -> Iterator[Public]:
    for one in leading_on(site):
        body = alone(one.body) if one.path.endswith("/") else one.body
        key = hashlib.sha256(body).hexdigest()
        yield Public(one.path, key, one.media_type, partial(_forms, body, one.media_type))


def _forms(body: bytes, media_type: str) -> dict[str, bytes]:
    return {"": body, **encoded(body, media_type)}
