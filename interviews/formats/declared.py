"""Markdown that says at its head how it is written, so that nothing in it has to be guessed.

The front matter is ours: ``newsroom: markdown/1``, then the title, the language, the speakers and where it is
filed, each value in JSON, which YAML reads too. A paragraph that begins with a bold label is a turn
("**Ann:** [0:05] words"); the label "—" is nobody's. One without a label goes on the turn before. Before the
first label, and behind a rule ("---"), each paragraph without a label is one of the background. "#" begins
the title, or another heading. A backslash at the end of a line is a line break.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from interviews.formats.base import ImportProblem, Piece, Reading, Use
from interviews.formats.escapes import unescaped
from interviews.formats.labelled import TITLE_ASIDE
from interviews.formats.lines import Hidden, Line, split_lines
from interviews.formats.times import times_in
from interviews.transcript.filing import LARGEST_NUMBER, Filing
from interviews.transcript.turns import Part, Role, Speaker, Transcript, Turn

DECLARATION = "---\nnewsroom: markdown/1\n"
NOBODY = "—"
RULE = "---"
_END = "\n---\n"
_LONGEST_HEAD = 200_000  # code points
_TEXTS = ("title", "language", "standfirst", "recorded", "published", "address")
_LABEL = re.compile(r"\*\*(?P<name>(?:[^\\*]|\\.)+?):\*\*(?:[ \t]+|$)")
_TIME = re.compile(r"\[(?P<time>\d{1,3}:\d{2}(?::\d{2})?)\](?:[ \t]+|$)")
_HEADING = re.compile(r"#{1,6}[ \t]+")
_STANDFIRST = re.compile(r"\*(?=[^\s*])(?:[^\\*]|\\.)+\*")
_BREAK = re.compile(r"(?<!\\)(?:\\\\)*\\$")


def read_declared(source: str, format_id: str) -> Reading | None:
    """The reading of a text that declares itself; None where it does not, or not as this program would.

    The text of a turn is what ``escapes.unescaped`` makes of its pieces, white space aside.
    """
    hidden = Hidden(source)
    head = _head(hidden.seen)
    if head is None:
        return None
    told, begin = head
    blocks = _Body(list(split_lines(hidden.seen, begin))).blocks()
    if not blocks:
        raise ImportProblem("There is nothing to read here: no words that somebody could have said.")
    turns = (one.turn(str(number)) for number, one in enumerate(blocks, start=1))
    transcript = Transcript(tuple(turns), told["speakers"], told["language"], told["title"])
    pieces = hidden.restored(_all(hidden.seen, blocks))
    return Reading(
        format_id,
        source,
        "",
        transcript,
        tuple(pieces),
        standfirst=told.get("standfirst", ""),
        recorded_on=told["recorded"],
        filing=told["filing"],
    )


@dataclass(slots=True)
class _Block:
    """A turn in the making: its words with what joins them, and where they and its label stand."""

    speaker: str | None = None
    start: int | None = None
    part: Part = Part.BACKGROUND
    aside: str = ""
    words: list[str] = field(default_factory=list)
    places: list[tuple[int, int, Use]] = field(default_factory=list)

    def turn(self, key: str) -> Turn:
        text = unescaped("".join(self.words))
        return Turn(key, text, self.speaker, self.start, aside=self.aside, part=self.part)

    def add(self, lines: Sequence[Line], at: int, until: int | None = None) -> None:
        """The words of a paragraph, from one offset in its first line (to one in its last)."""
        join = "\n\n" if self.words else ""
        for line in lines:
            broken = line is not lines[-1] and _BREAK.search(line.text) is not None
            end = until if line is lines[-1] and until is not None else len(line.text) - broken
            if line.text[at:end].strip():
                self.words += [join, line.text[at:end].rstrip()]
                use = Use.TITLE if self.aside == TITLE_ASIDE else Use.ASIDE if self.aside else Use.TURN
                self.places.append((line.start + at, line.start + end, use))
                join = ""
            join = join or ("\n" if broken else " ")
            at = 0


class _Body:
    """What follows the front matter, paragraph by paragraph."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.paragraphs = [
            list(run) for blank, run in groupby(lines, lambda line: line.is_blank) if not blank
        ]

    def blocks(self) -> list[_Block]:
        """Those that have words, in order."""
        return [block for block in self._blocks() if block.words]

    def _blocks(self) -> Iterator[_Block]:
        background, current, before = True, _Block(), ""
        for lines in self.paragraphs:
            first = lines[0]
            label, heading = _LABEL.match(first.text), _HEADING.match(first.text)
            if len(lines) == 1 and first.text == RULE:
                background, before = True, ""
                continue
            if label or heading or background or current.aside:
                yield current
                current = _Block(current.speaker, part=current.part)
            if label:
                background, current = False, _labelled(first, label)
                current.add(lines, _timed(current, first, label.end()))
            elif heading:
                current = _Block(aside="heading" if before else TITLE_ASIDE)
                current.add(lines, heading.end())
            elif before == TITLE_ASIDE and len(lines) == 1 and _STANDFIRST.fullmatch(first.text):
                current = _Block(aside="standfirst")
                current.add(lines, 1, len(first.text) - 1)
            else:
                current = _Block() if background else current
                current.add(lines, 0)
            before = current.aside or "words"
        yield current


def _labelled(line: Line, label: re.Match[str]) -> _Block:
    name = " ".join(unescaped(label["name"]).split())
    block = _Block(None if name == NOBODY else name, part=Part.DIALOGUE)
    if block.speaker is not None:
        block.places.append((line.start + label.start("name"), line.start + label.end("name"), Use.LABEL))
    return block


def _timed(block: _Block, line: Line, at: int) -> int:
    """Take the time behind a label, where there is one; where the words begin."""
    found = _TIME.match(line.text, at)
    times = times_in(found["time"]) if found else None
    if found is None or times is None:
        return at
    block.start = times[0]
    block.places.append((line.start + found.start("time"), line.start + found.end("time"), Use.TIME))
    return found.end()


def _head(text: str) -> tuple[dict[str, Any], int] | None:
    """What the front matter tells, and where the text begins; None where anything in it is not ours."""
    end = text.find(_END, len(DECLARATION) - 1, _LONGEST_HEAD)
    if not text.startswith(DECLARATION) or end < 0:
        return None
    told: dict[str, Any] = {"title": "", "language": "en", "speakers": []}
    try:
        for line in text[len(DECLARATION) : end].splitlines():
            key, _, value = line.partition(": ")
            told[key] = json.loads(value)
        people = tuple(_speaker(one) for one in told.pop("speakers"))
        filing = _filing(told)
        recorded = date.fromisoformat(told["recorded"]) if told.get("recorded") else None
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    if not all(key in _TEXTS and isinstance(value, str) for key, value in told.items()):
        return None
    return {**told, "speakers": people, "recorded": recorded, "filing": filing}, end + len(_END)


def _filing(told: dict[str, Any]) -> Filing:
    """Taken out of what is told. Raises TypeError or ValueError where it is none."""
    series, number = told.pop("series", ""), told.pop("series_number", None)
    topics = tuple(told.pop("topics", ()))
    if not all(isinstance(one, str) for one in (series, *topics)):
        raise TypeError
    if number is not None and (type(number) is not int or not 1 <= number <= LARGEST_NUMBER):
        raise ValueError
    return Filing(series, number, topics)


def _speaker(data: dict[str, Any]) -> Speaker:
    """Raises ValueError, TypeError or AttributeError where it is none."""
    role, aliases = Role(data.pop("role", Role.OTHER)), tuple(data.pop("aliases", ()))
    if not all(isinstance(one, str) for one in (*data.values(), *aliases)):
        raise TypeError
    return Speaker(role=role, aliases=aliases, **data)


def _all(text: str, blocks: Iterable[_Block]) -> Iterator[Piece]:
    """The pieces in order; what is left between them is markup."""
    end = 0
    for number, block in enumerate(blocks, start=1):
        for start, stop, use in block.places:
            yield from _markup(text, end, start)
            yield Piece(start, stop, use, str(number))
            end = stop
    yield from _markup(text, end, len(text))


def _markup(text: str, start: int, end: int) -> Iterator[Piece]:
    if inner := text[start:end].strip():
        start += text[start:end].index(inner)
        yield Piece(start, start + len(inner), Use.MARKUP)
