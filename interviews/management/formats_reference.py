"""The reference of formats, made from the registry: what each carries, in and out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from interviews.formats.base import Carries, Reader
from interviews.formats.decoding import LARGEST_TIMED, MAX_BYTES, MAX_LINES
from interviews.formats.writing import Writer

_NAMES = {
    "speakers": "speakers",
    "times": "times",
    "words": "word times",
    "confidence": "confidence",
    "styling": "styling",
    "asides": "set aside",
}
_HEAD = """\
# What comes in and goes out

Made by `python manage.py list_formats --markdown` from the registry; a change belongs there.

Files are told apart by what is in them, not by their names; the reasons are shown, and whoever brings a file
can choose the format. **In** and **out** say what of an interview survives the way in and the way out.
*Word times* and *confidence* are what a recogniser told of each word. *Styling*: bold type, headings or cells
tell who speaks. *Set aside*: what an editor took out goes along, with the reason; every other format holds
what readers see. A format that *needs times* is refused where some are missing, unless they are estimated.

Who speaks is learnt from the file: its labels and their times; the number of a question before a label, as
parliaments print it, is none of the name. Where nobody is named and bold type asks, as in magazines, the bold
paragraphs are Q and the plain ones A. What a writer put between the turns in brackets, and whole sentences
about others behind the last, are background; so are tables and lists, pull quotes, captions and corrections.
Verse that a turn announces belongs to it with its lines, and a bracket that tells how something is said
("Ida (whispering):") is none of the name but opens the turn.

A text may have {megabytes} MB and {lines:,} lines; JSON of recognisers and WebVTT, which may hold a time for
each word, {timed} MB. The newsroom’s own JSON is described in
[newsroom-json.md](newsroom-json.md).

```
manage.py import_transcripts PATH… --series NAME --topic NAME    # to the desk: files, folders, ZIP archives
manage.py export_transcripts SLUG… --format ID --output FOLDER   # as it stands on the desk, drafts too
manage.py convert_transcript IN OUT      # needs no database
```

`-` is standard input and output, `--json` a report for programs. One file that fails harms no other; each is
written whole or not at all; the exit status is 2 where something failed. Where there is no newsroom,
`pip install` this repository and call `convert-transcript`."""


@dataclass(frozen=True, slots=True)
class Both:
    """A format with its reader and its writer, one of which may be missing."""

    id: str
    reader: Reader | None
    writer: Writer | None

    @property
    def label(self) -> str:
        return self.reader.label if self.reader else self.writer.label if self.writer else ""

    @property
    def endings(self) -> list[str]:
        read = list(self.reader.suffixes) if self.reader else []
        return list(dict.fromkeys([*read, *([self.writer.suffix] if self.writer else [])]))

    def ways(self, name: str = "") -> str:
        """ "in, out", "in", "out" or "–": which of them there is, and carries that."""
        ways = (("in", self.reader), ("out", self.writer))
        told = [way for way, one in ways if one and (not name or getattr(one.carries, name))]
        return ", ".join(told) or "–"


def both(readers: Sequence[Reader], writers: Sequence[Writer]) -> list[Both]:
    """Each format once, by its label."""
    reads, writes = {one.id: one for one in readers}, {one.id: one for one in writers}
    found = [Both(name, reads.get(name), writes.get(name)) for name in dict.fromkeys([*reads, *writes])]
    return sorted(found, key=lambda one: one.label.casefold())


def in_lines(formats: Sequence[Both]) -> Iterator[str]:
    """A line for each format: its id, its ways, its label."""
    for one in formats:
        yield f"{one.id:18}{one.ways():9}{one.label}"


def as_data(formats: Sequence[Both]) -> list[dict[str, Any]]:
    """Each format with what of an interview survives its ways; null for a way that there is not."""
    return [
        {
            "id": one.id,
            "label": one.label,
            "endings": one.endings,
            "in": asdict(one.reader.carries) if one.reader else None,
            "out": asdict(one.writer.carries) if one.writer else None,
            "needs_times": one.writer is not None and one.writer.needs_times,
        }
        for one in formats
    ]


def as_markdown(formats: Sequence[Both]) -> Iterator[str]:
    """The whole reference, line by line."""
    yield from _HEAD.format(
        megabytes=MAX_BYTES // 1_000_000, timed=LARGEST_TIMED // 1_000_000, lines=MAX_LINES
    ).splitlines()
    yield ""
    names = [field.name for field in fields(Carries)]
    yield f"| format | id | endings | ways | {' | '.join(_NAMES[name] for name in names)} | |"
    yield "|---" * (len(names) + 5) + "|"
    for one in formats:
        endings = " ".join(f"`{ending}`" for ending in one.endings)
        carried = " | ".join(one.ways(name) for name in names)
        needs = "needs times" if one.writer and one.writer.needs_times else ""
        yield f"| {one.label} | `{one.id}` | {endings} | {one.ways()} | {carried} | {needs} |".replace(
            "|  |", "| |"
        )
