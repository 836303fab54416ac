"""SubRip (SRT): numbered cues. No standard; https://matroska.org/technical/subtitles.html tells the custom.

What people and programs make of it is read: numbers missing or twice, points for commas, blank lines in the
words, tags of HTML and of Advanced SubStation, dashes and names for speakers, cues over one another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from interviews.formats.base import Carries, ImportProblem, Reading
from interviews.formats.captioned import Captions, read_blocks
from interviews.formats.captions import Source
from interviews.formats.cue_labels import could_name
from interviews.formats.cues import GAP
from interviews.formats.cutting import captions, stamp
from interviews.formats.lines import Hidden
from interviews.formats.naming import AS_LEARNT, Labels
from interviews.formats.timed_blocks import Blocks, arrowed
from interviews.formats.writing import Document
from interviews.transcript.turns import Turn

_MARK = re.compile(
    r"""
    (?P<br> <br[ ]?/?> )
    | </?(?:i|b|u|s|c|font|span|em|strong)(?:[\s./][^<>]{0,200})?>
    | \{\\[^{}]{1,200}\} | \{/?[ibusy](?::[^{}]{1,40})?\}
    """,
    re.VERBOSE | re.IGNORECASE,
)
# SRT has no escapes. A word joiner, which nobody sees, takes the force out of what a player obeys, within
# "-->" and behind "<", "{" and ">", and of what would be taken for a speaker, before a name and a dash.
_DISARMED = re.compile(r"(?<=--)\u2060(?=>)|(?<=[<{>])\u2060|\A\u2060")
_UNNAMED = "- "
_TAG = re.compile(r"<(?=[A-Za-z/])")
_CHEVRON = re.compile(r">(?=>)")
_LOOK = 4_000  # code points from the start


@dataclass(frozen=True, slots=True)
class SRT:
    """Reads SubRip, and WebVTT that has lost its first line."""

    id: str = "srt"
    label: str = "SubRip (SRT)"
    suffixes: Sequence[str] = (".srt",)
    carries: Carries = Carries(times=True, styling=True)

    def recognise(self, text: str, name: str) -> tuple[float, str]:  # noqa: ARG002 - the content decides
        """Times with an arrow between them at the head of the text, best behind a number."""
        lines = [line.strip() for line in text[:_LOOK].lstrip("\ufeff").splitlines() if line.strip()]
        for place, line in enumerate(lines[:2]):
            if not arrowed(line).match(line):
                continue
            if place == 1 and lines[0].isdecimal():
                return 0.95, "numbered captions with their times"
            return (0.85, "captions with their times") if place == 0 else (0, "")
        return 0, ""

    def read(self, text: str) -> Reading:
        return self.read_joined(text, gap=GAP)

    def read_joined(self, text: str, *, gap: int, labels: Labels = AS_LEARNT) -> Reading:
        """See ``JoinsCues``. ``armed`` undoes what the writer does to words that look like commands."""
        hidden = Hidden(text)
        captions = Captions(self.id, hidden, Source(hidden.seen, armed))
        found = Blocks(hidden.seen, arrowed(hidden.seen))
        if not found:
            raise ImportProblem(
                "There are no captions here: no line has two times such as 00:00:01,000 --> 00:00:04,000."
            )
        return read_blocks(captions, found, _MARK, gap=gap, labels=labels)


@dataclass(frozen=True, slots=True)
class SRTText:
    """Writes SubRip; who speaks stands before the words wherever that changes, as Podcasting 2.0 asks."""

    id: str = "srt"
    label: str = "SubRip (SRT)"
    suffix: str = ".srt"
    media_type: str = "application/x-subrip"
    carries: Carries = Carries(times=True)
    needs_times: bool = True

    def write(self, document: Document) -> bytes:
        """UTF-8 without a mark. A dash stands where somebody unnamed speaks behind somebody named."""
        blocks = []
        for number, caption in enumerate(
            captions(document.transcript, label=self.label, lead=_lead), start=1
        ):
            lines = list(caption.lines)
            lead = _lead(caption.turn, caption.before) if caption.first else ""
            lines[0] = lead + disarmed(lines[0][len(lead) :], begins=lead in ("", _UNNAMED))
            lines[1:] = [disarmed(line) for line in lines[1:]]
            times = f"{stamp(caption.start, ',')} --> {stamp(caption.end, ',')}"
            blocks.append("\n".join((str(number), times, *lines)))
        return ("\n\n".join(blocks) + "\n").encode("utf-8")


def _lead(turn: Turn, before: Turn | None) -> str:
    last = before.speaker if before else None
    if turn.speaker == last:
        return ""
    name = " ".join(Hidden(turn.speaker or "").seen.split())
    return f"{disarmed(name)}: " if name else _UNNAMED


def disarmed(line: str, *, begins: bool = True) -> str:
    """A line that no player and no reader takes for anything but words; ``armed`` is the inverse.

    ``begins`` says that it stands at the start of a row, where a name and a dash would mean a speaker.
    """
    line = _TAG.sub("<\u2060", line.replace("-->", "--\u2060>").replace("{", "{\u2060"))
    line = _CHEVRON.sub(">\u2060", line)
    return f"\u2060{line}" if begins and could_name(line) else line


def armed(written: str) -> str:
    """The words without the word joiners that keep them from being taken for commands."""
    return _DISARMED.sub("", written) if "\u2060" in written else written
