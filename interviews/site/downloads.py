"""Which files of a publication readers may take with them, and under which address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from interviews.formats.exporting import missing_times
from interviews.formats.registry import WRITERS
from interviews.formats.writing import Writer
from interviews.models.publication import Publication

# What each is for, in words of readers; the order is that of the page.
PURPOSES: Mapping[str, str] = {
    "docx": "for Word, Pages and LibreOffice",
    "plain": "text alone, for any program",
    "markdown": "text with its headings, for notes",
    "html": "one page that needs no other file",
    "webvtt": "captions for players on the web",
    "srt": "captions for video programs",
    "ttml": "captions for broadcasters",
    "podcasting": "the transcript for podcast apps",
    "csv": "a row to each turn, for spreadsheets",
    "tsv": "the same with tabs between the columns",
    "newsroom": "everything, with the names of the turns",
    "ninjs": "for news systems (IPTC)",
}


@dataclass(frozen=True, slots=True)
class Download:
    """One file of the offer. ``path`` is its address on the site."""

    writer: Writer
    path: str
    name: str
    purpose: str


def downloads(publication: Publication) -> list[Download]:
    """All files there are. Those that need times are there where every turn has one."""
    dialogue = publication.text.dialogue
    timed = bool(dialogue) and not missing_times(publication.text)
    order = list(PURPOSES)
    offered = [one for one in WRITERS if timed or not one.needs_times]
    return [
        Download(one, path_to(publication, name), name, PURPOSES[one.id])
        for one in sorted(offered, key=lambda one: order.index(one.id))
        for name in (f"{publication.slug}{one.suffix}",)
    ]


def path_to(publication: Publication, name: str) -> str:
    """The address of a file of a publication."""
    return f"{publication.get_absolute_url()}download/{name}"
