"""Many files in one ZIP archive: each comes out with a harmless name, or a sentence says why not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from interviews.formats.archives import Archive, Member
from interviews.formats.base import ImportProblem
from interviews.formats.blocks import Unreadable
from interviews.formats.decoding import LARGEST_TIMED

MOST_FILES = 2_000
LARGEST_BUNDLE = 200_000_000  # bytes, unpacked, of all files together
_LONGEST_NAME = 200  # code points
_UNSAFE = re.compile('[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069<>:"|?*]')
_LITTER = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


class Bundled(NamedTuple):
    """One file out of an archive. Where ``problem`` says why it cannot be read, there is no ``data``."""

    name: str
    data: bytes
    problem: str = ""


def is_bundle(data: bytes) -> bool:
    """Whether bytes are an archive of files, and no document that is packed as one."""
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")) or b"epub+zip" in data[:100]:
        return False
    try:
        names = Archive(data).members
    except Unreadable:
        return b"word/document.xml" not in data and b"opendocument" not in data[:200]
    return "[Content_Types].xml" not in names and "META-INF/manifest.xml" not in names


def members(data: bytes, name: str = "") -> Iterator[Bundled]:
    """The files in an archive, one at a time, in its order; ``name`` is the archive's, for the sentences.

    Folders, hidden files and what systems leave behind are passed over. Names keep their folders, but never
    lead out of them; two files of one name are told apart. A file that cannot be unpacked harms no other. An
    archive in the archive comes out as it is and is for nobody to read. Raises ImportProblem where the
    archive as a whole cannot be read: broken, or with more than ``MOST_FILES`` files.
    """
    try:
        archive = Archive(data, most=MOST_FILES, total=LARGEST_BUNDLE)
    except Unreadable as problem:
        raise ImportProblem(f"{name or 'The archive'} cannot be unpacked. {problem}") from None
    taken: set[str] = set()
    for member in archive.listing:
        parts = _parts(member)
        if not parts or any(part.startswith(".") or part.lower() in _LITTER for part in parts):
            continue
        safe = _free("/".join(parts), taken)
        taken.add(safe)
        try:
            yield Bundled(safe, archive.read(member, largest=LARGEST_TIMED))
        except Unreadable as problem:
            yield Bundled(safe, b"", f"This file cannot be unpacked. {problem}")


def _parts(member: Member) -> list[str]:
    """The folders and the name, without what leads elsewhere; empty for a folder."""
    written = member.name.replace("\\", "/")
    if written.endswith("/"):
        return []
    parts = [_UNSAFE.sub("", part).strip() for part in written.split("/")]
    return [part[-_LONGEST_NAME:] for part in parts if part and part.strip(".")]


def _free(name: str, taken: set[str]) -> str:
    """The name, with a number before its suffix where another file has it."""
    stem, dot, suffix = name.rpartition(".")
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{stem} ({number}){dot}{suffix}" if stem else f"{name} ({number})"
    return free
