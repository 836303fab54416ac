"""Bytes by what they are: where they are stored, and those that were asked for lately."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from threading import Lock

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages

from interviews.site.compressing import SUFFIXES

STORE = "published"  # in STORAGES
_ROOM = 32_000_000  # bytes of bodies that a process keeps


def store() -> Storage:
    """Where published bytes lie: a folder unless STORAGES says otherwise."""
    return storages[STORE]


def name_of(digest: str, encoding: str = "") -> str:
    """The name in storage; two digits make a folder, so that none grows large."""
    return f"{digest[:2]}/{digest}{SUFFIXES.get(encoding, '')}"


def put(bodies: Mapping[str, bytes]) -> None:
    """Store what is not there yet, by its name. Names are made of contents: what is there is right."""
    storage = store()
    for name, body in bodies.items():
        if not storage.exists(name):
            storage.save(name, ContentFile(body))


def names() -> frozenset[str]:
    """All that is stored; nothing where there is no folder, as after a database alone was brought back."""
    storage = store()
    try:
        folders = storage.listdir("")[0]
    except FileNotFoundError:
        return frozenset()
    return frozenset(f"{folder}/{name}" for folder in folders for name in storage.listdir(folder)[1])


def read(name: str) -> bytes:
    """A stored body. Raises FileNotFoundError."""
    with store().open(name) as file:
        return bytes(file.read())


class Lately:
    """What was read lately, as far as there is room; safe for threads. A name never means other bytes."""

    def __init__(self, room: int = _ROOM) -> None:
        self._room = room
        self._held = 0
        self._bodies: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, name: str) -> bytes:
        """The body of that name, from memory or from storage. Raises FileNotFoundError."""
        with self._lock:
            found = self._bodies.get(name)
            if found is not None:
                self._bodies.move_to_end(name)
                return found
        body = read(name)
        self._keep(name, body)
        return body

    def forget(self) -> None:
        """Nothing is held any more."""
        with self._lock:
            self._bodies.clear()
            self._held = 0

    def _keep(self, name: str, body: bytes) -> None:
        with self._lock:
            if name in self._bodies or len(body) > self._room:
                return
            self._bodies[name] = body
            self._held += len(body)
            while self._held > self._room:
                _, gone = self._bodies.popitem(last=False)
                self._held -= len(gone)


lately = Lately()
