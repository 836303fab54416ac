"""Which files of a publication readers may take with them, and under which address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy

from interviews.formats.exporting import missing_times
from interviews.formats.registry import WRITERS
from interviews.formats.writing import Writer
from interviews.models.publication import Publication

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Later

# What each is called and what it is for, in words of readers; the order is that of the page.
WORDS: Mapping[str, tuple[Later, Later]] = {
    "docx": (gettext_lazy("Word document (DOCX)"), gettext_lazy("for Word, Pages and LibreOffice")),
    "plain": (gettext_lazy("Plain text"), gettext_lazy("text alone, for any program")),
    "markdown": (gettext_lazy("Markdown"), gettext_lazy("text with its headings, for notes")),
    "html": (gettext_lazy("Web page (HTML)"), gettext_lazy("one page that needs no other file")),
    "webvtt": (gettext_lazy("WebVTT"), gettext_lazy("captions for players on the web")),
    "srt": (gettext_lazy("SubRip (SRT)"), gettext_lazy("captions for video programs")),
    "ttml": (gettext_lazy("TTML"), gettext_lazy("captions for broadcasters")),
    "podcasting": (gettext_lazy("Podcasting 2.0 JSON"), gettext_lazy("the transcript for podcast apps")),
    "csv": (gettext_lazy("Table (CSV)"), gettext_lazy("a row to each turn, for spreadsheets")),
    "tsv": (gettext_lazy("Table (TSV)"), gettext_lazy("the same with tabs between the columns")),
    "newsroom": (gettext_lazy("Newsroom JSON"), gettext_lazy("everything, with the names of the turns")),
    "ninjs": (gettext_lazy("IPTC ninjs"), gettext_lazy("for news systems (IPTC)")),
}


@dataclass(frozen=True, slots=True)
class Download:
    """One file of the offer. ``path`` is its address on the site."""

    writer: Writer
    path: str
    name: str

    @property
    def label(self) -> str:
        return str(WORDS[self.writer.id][0])

    @property
    def purpose(self) -> str:
        return str(WORDS[self.writer.id][1])


def downloads(publication: Publication) -> list[Download]:
    """All files there are. Those that need times are there where every turn has one."""
    dialogue = publication.text.dialogue
    timed = bool(dialogue) and not missing_times(publication.text)
    order = list(WORDS)
    offered = [one for one in WRITERS if timed or not one.needs_times]
    return [
        Download(one, path_to(publication, name), name)
        for one in sorted(offered, key=lambda one: order.index(one.id))
        for name in (f"{publication.slug}{one.suffix}",)
    ]


def path_to(publication: Publication, name: str) -> str:
    """The address of a file of a publication."""
    return f"{publication.get_absolute_url()}download/{name}"
