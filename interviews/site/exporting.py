"""The whole public site as plain files, for any web server; only what changed is written.

A page's file is ``index.html`` in a folder of its name, without what only a program could answer (see
``alone``). What the pages load from the static files comes along. A list of what was written lies in the
folder (see ``export_list``): by it the next run knows what stands there already, and removes what is public
no more without touching what others put there. Of pages of quotes it knows their lists alone (``bundles``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from interviews.models.artefact import Artefact
from interviews.models.publication import Publication, put_in_place
from interviews.site import assets
from interviews.site.alone import RULES, alone
from interviews.site.artefacts import HTML, Planned, Site
from interviews.site.bodies import name_of, read
from interviews.site.building import files_of, files_of_the_site
from interviews.site.bundles import LIST as BUNDLED
from interviews.site.bundles import Bundle, bring, clear, remove_empty
from interviews.site.compressing import SUFFIXES, encoded, is_textual
from interviews.site.export_list import Known, listed, write_list
from interviews.site.leading_on import leading_on
from interviews.site.storage import UNFINISHED, write_whole

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


def stored(*, quotes: bool = True) -> Iterator[Public]:
    """What is public now, as it is served; with links to ``quotes`` where the site has their pages."""
    rows = Artefact.objects.filter(status__in=_PUBLIC).values_list(
        "path", "digest", "media_type", "encodings"
    )
    for path, digest, media_type, encodings in rows:
        yield _page_alone(Public(path, digest, media_type, _stored_forms(digest, encodings)), quotes)
    yield from _leading_on(Site.of_settings())


def made_for(site: Site, *, quotes: bool = True) -> Iterator[Public]:
    """What is public now, made for another address than that of the settings."""
    listed = list(Publication.objects.current().listed())
    put_in_place(listed)
    for publication in listed:
        yield from (_made(site, one, quotes) for one in files_of(site, publication))
    yield from (_made(site, one, quotes) for one in files_of_the_site(site, listed))
    yield from _leading_on(site)


def export(
    folder: Path, files: Iterable[Public], bundles: Iterable[Bundle] = (), *, compressed: bool
) -> Outcome:
    """Bring a folder to what is public now. Raises OSError where it cannot be written."""
    folder.mkdir(parents=True, exist_ok=True)
    known = listed(folder)
    for left in (
        folder.rglob(f"{UNFINISHED}*") if known.pop(UNFINISHED, None) else folder.glob(f"{UNFINISHED}*")
    ):
        left.unlink()
    wanted = sorted(files, key=lambda one: one.path)
    heaps = list(bundles)
    new = {name: Known("") for name in (*(file_of(one.path) for one in wanted), *map(_list_of, heaps))}
    write_list(folder, {**new, **known, UNFINISHED: Known("")})
    export = _Export(folder, known, compressed)
    for one in wanted:
        export.bring(one)
    for heap in heaps:
        export.bring_bundle(heap)
    for name in sorted({name for one in export.now.values() for name in one.loads}):
        export.bring_asset(name)
    for name in sorted(known.keys() - export.now.keys()):
        export.told.removed += [*_remove(folder, name), name]
    write_list(folder, export.now)
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
        if self._stands(name, key):
            return
        self.now[name] = self._written(name, key, one.forms(), one.media_type)
        self.told.written.append(name)

    def bring_bundle(self, bundle: Bundle) -> None:
        name = _list_of(bundle)
        if self._stands(name, bundle.key):
            return
        place = name.removesuffix(BUNDLED)
        done = bring(self.folder / place, place, bundle.files())
        found = (self.folder / name).stat()
        self.now[name] = Known(bundle.key, found.st_size, found.st_mtime_ns, tuple(sorted(done.loads)))
        self.told.written += (place + one for one in done.written)
        self.told.removed += (place + one for one in done.removed)

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

    def _stands(self, name: str, key: str) -> bool:
        was = self.known.get(name)
        if was is None or was.key != key or not was.stands(self.folder / name):
            return False
        self.now[name] = was
        self.told.unchanged += 1
        return True

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


def _list_of(bundle: Bundle) -> str:
    return file_of(f"{bundle.path}{BUNDLED}")


def _remove(folder: Path, name: str) -> list[str]:
    """A file with its compressed forms, and the folders that are empty without it; a list with all that it
    names. What else went."""
    file, place = folder / name, name.removesuffix(BUNDLED)
    others = [place + one for one in clear(file.parent)] if place != name else []
    for suffix in ("", *SUFFIXES.values()):
        file.with_name(file.name + suffix).unlink(missing_ok=True)
    remove_empty(file.parents, folder)
    return others


def _stored_forms(digest: str, encodings: str) -> Callable[[], dict[str, bytes]]:
    return lambda: {encoding: read(name_of(digest, encoding)) for encoding in ("", *encodings.split())}


def _made(site: Site, planned: Planned, quotes: bool) -> Public:
    key = planned.fingerprint(site)
    return _page_alone(
        Public(planned.path, key, planned.media_type, lambda: _forms(planned.body(site), planned.media_type)),
        quotes,
    )


def _page_alone(one: Public, quotes: bool) -> Public:
    """A page as it stands without a program; anything else, downloads in HTML too, as it is."""
    if not one.path.endswith("/"):
        return one

    def forms() -> dict[str, bytes]:
        served = one.forms()
        body = alone(served[""], quotes=quotes)
        return served if body == served[""] else _forms(body, one.media_type)

    key = f"{one.key} alone {RULES}{'' if quotes else ' without quotes'}"
    return Public(one.path, key, one.media_type, forms)


def _leading_on(site: Site) -> Iterator[Public]:
    for one in leading_on(site):
        body = alone(one.body) if one.media_type == HTML else one.body
        key = hashlib.sha256(body).hexdigest()
        yield Public(one.path, key, one.media_type, partial(_forms, body, one.media_type))


def _forms(body: bytes, media_type: str) -> dict[str, bytes]:
    return {"": body, **encoded(body, media_type)}
