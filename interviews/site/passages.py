"""The text of a published interview piece by piece: what was said, what stands between, what is gone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from django.utils.html import format_html
from django.utils.safestring import SafeString

from interviews.formats.headings import is_short
from interviews.site.telling import Told
from interviews.transcript.spans import Span
from interviews.transcript.times import clock
from interviews.transcript.tombstones import Gone
from interviews.transcript.turns import Transcript, Turn

_LONGEST_HEADING = 80  # code points
_DATE = re.compile(r"\d[./-]\d{1,2}[./-]\d|\d:\d\d")  # or the time of a day


@dataclass(frozen=True, slots=True)
class Said:
    """One turn as readers see it. ``credit`` is filled where the speaker changes, ``name`` always.

    ``is_named`` where the page's script finds the name: where questions, or answers, change who says them.
    """

    sort: ClassVar = "said"
    turn: Turn
    paragraphs: tuple[str, ...]
    is_question: bool
    credit: str
    anchors: tuple[str, ...]  # keys of turns whose words stand here now
    told: tuple[Told, ...] = ()  # corrections and the like about these words
    name: str = ""
    is_named: bool = True
    second: str | None = None  # when it starts, where no turn before starts in the same second

    @property
    def clock(self) -> str:
        return clock(self.turn.start or 0)


@dataclass(frozen=True, slots=True)
class Between:
    """Background: a heading that opens a section, or a paragraph."""

    sort: ClassVar = "between"
    turn: Turn
    paragraphs: tuple[str, ...]
    anchors: tuple[str, ...]
    is_heading: bool


@dataclass(frozen=True, slots=True)
class Stone:
    """Turns that stood here once; a link to one of them lands here."""

    sort: ClassVar = "stone"
    keys: tuple[str, ...]
    count: int


Piece = Said | Between | Stone


@dataclass(frozen=True)
class Marks:
    """What is marked in the text: places in turns (code points, in order), numbered over the whole from 1."""

    places: Mapping[str, Sequence[tuple[int, Span]]] = field(default_factory=dict)

    def paragraphs(self, turn: Turn) -> tuple[str, ...]:
        """The lines of a turn that have words; as HTML where something is marked in them."""
        places = self.places.get(turn.key, ())
        lines, start = [], 0
        for line in turn.text.split("\n"):
            if line.strip():
                here = [(number, span) for number, span in places if start <= span.start < start + len(line)]
                lines.append(_marked(line, start, here) if here else line)
            start += len(line) + 1
        return tuple(lines)


@dataclass(frozen=True)
class Placing:
    """Where links to turns land: on the turn, on the one that has its words, or on a stone at its place."""

    joined: Mapping[str, str]
    gone: Sequence[Gone] = ()

    def anchors(self) -> dict[str, tuple[str, ...]]:
        """The keys that stand beside each key, by that key."""
        beside: defaultdict[str, list[str]] = defaultdict(list)
        for key, heir in self.joined.items():
            beside[heir].append(key)
        return {heir: tuple(keys) for heir, keys in beside.items()}

    def stones(self) -> dict[str | None, Stone]:
        """One stone for all that was behind a turn, by its key; None for what was first of all."""
        behind: defaultdict[str | None, list[str]] = defaultdict(list)
        for one in self.gone:
            behind[one.after].append(one.key)
        anchors = self.anchors()
        return {
            after: Stone(
                tuple(dict.fromkeys(k for key in keys for k in (key, *anchors.get(key, ())))), len(keys)
            )
            for after, keys in behind.items()
        }


def is_heading(turn: Turn) -> bool:
    """Whether a paragraph of background is the heading of what comes behind it, and not when and where it was
    said: "Recorded 12/11/2026, Bristol"."""
    text = turn.text
    looks_so = "\n" not in text and len(text) <= _LONGEST_HEADING and is_short(text)
    return looks_so and _DATE.search(text) is None


def around_and_within(transcript: Transcript) -> tuple[tuple[Turn, ...], tuple[Turn, ...]]:
    """Background before and behind the conversation; and the conversation with what stands in it.

    A heading right in front of the first turn opens the conversation.
    """
    turns = transcript.standing
    spoken = [place for place, turn in enumerate(turns) if turn.is_dialogue]
    if not spoken:
        return turns, ()
    first, last = spoken[0], spoken[-1] + 1
    if first > 1 and is_heading(turns[first - 1]):
        first -= 1
    return turns[:first] + turns[last:], turns[first:last]


def pieces(
    turns: Sequence[Turn], shown: Mapping[str, Piece], stones: Mapping[str | None, Stone]
) -> Iterator[Piece]:
    """The turns as pieces, each with the stone behind it."""
    for turn in turns:
        yield shown[turn.key]
        if turn.key in stones:
            yield stones[turn.key]


def _marked(line: str, start: int, places: Sequence[tuple[int, Span]]) -> SafeString:
    html, at = SafeString(), 0
    for number, span in places:
        begin, end = span.start - start, min(span.end - start, len(line))
        html += format_html('{}<mark id="hit-{}">{}</mark>', line[at:begin], number, line[begin:end])
        at = end
    return html + format_html("{}", line[at:])
