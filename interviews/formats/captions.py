"""A file of captions taken apart: cues, the rows that they show, and where all of it stands in the source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from interviews.formats.base import Use
from interviews.formats.timed_blocks import Block, Place
from interviews.transcript.hearing import HeardWords


class Token(NamedTuple):
    """A stretch of the source and its use. ``at`` is what a time within a row says, in milliseconds."""

    start: int
    end: int
    use: Use
    at: int | None = None


# What a named tuple's own constructor does, without its detour: for each stretch of a file.
_token = tuple.__new__


@dataclass(slots=True)
class Row:
    """What one voice has on one line. ``text`` is the words of its TURN tokens, runs of white space as one.

    ``voice`` is the speaker, where somebody is named; ``changes`` says that somebody else begins to speak,
    ``has_times`` that there are times between the words. ``place`` is where, in what is said, it went; -1
    where it went nowhere.
    """

    tokens: list[Token]
    text: str
    voice: str | None = None
    changes: bool = False
    has_times: bool = False
    words: HeardWords | None = None
    place: int = -1


@dataclass(slots=True)
class Cue:
    """Rows that are shown from ``start`` to ``end`` (milliseconds); ``head`` is what stands before them.

    ``aside`` says why it is no cue but a note of the file, and is empty for cues.
    """

    start: int | None
    end: int | None
    head: Sequence[Token] = ()
    rows: list[Row] = field(default_factory=list)
    aside: str = ""
    confidence: float | None = None


class Source:
    """The text of a file, and how its words are written: ``plain`` undoes the escapes of the format."""

    def __init__(self, text: str, plain: Callable[[str], str]) -> None:
        self.text = text
        self.plain = plain

    def written(self, token: Token) -> str:
        return self.text[token.start : token.end]

    def line(self, place: Place, voice: str | None = None) -> Row:
        """The row of a line that holds nothing but words: most lines of most files."""
        start, end = place
        text = " ".join(self.plain(self.text[start:end]).split())
        return Row([_token(Token, (start, end, Use.TURN if text else Use.MARKUP, None))], text, voice)

    def row(self, tokens: list[Token], voice: str | None = None) -> Row:
        """The row with these tokens; what are no words, such as a "&nbsp;" alone, is markup."""
        text = self.words(tokens)
        return Row(tokens if text else as_markup(tokens), text, voice)

    def rows(self, line: Place, marks: re.Pattern[str]) -> Iterator[Row]:
        """The rows of a line in which some marks are no words; a mark of the group "br" ends a row."""
        if marks.search(self.text, *line) is None:
            yield self.line(line)
            return
        tokens: list[Token] = []
        at = line.start
        for mark in marks.finditer(self.text, *line):
            if self.text[at : mark.start()].strip():
                tokens.append(Token(at, mark.start(), Use.TURN))
            tokens.append(Token(mark.start(), mark.end(), Use.MARKUP))
            at = mark.end()
            if mark["br"]:
                yield self.row(tokens)
                tokens = []
        if self.text[at : line.end].strip():
            tokens.append(Token(at, line.end, Use.TURN))
        if tokens:
            yield self.row(tokens)

    def words(self, tokens: Sequence[Token]) -> str:
        """The words of the TURN tokens."""
        if len(tokens) == 1 and tokens[0].use is Use.TURN:
            return " ".join(self.plain(self.written(tokens[0])).split())
        said = [self.plain(self.written(token)) for token in tokens if token.use is Use.TURN]
        return " ".join("".join(said).split())

    def timed(self, row: Row, start: int | None, end: int | None) -> int | None:
        """Give each word of a row the times that stand between its words; the last of these is returned.

        ``start`` is when the row begins to be spoken, ``end`` when it ends, where that is known. A time that
        runs backwards, or behind the end, tells nothing.
        """
        if not row.has_times:
            return start
        heard: list[list[int | None]] = []  # first and last place, start and end
        length, now, fresh, spaced = 0, start, True, False
        for token in row.tokens:
            if token.at is not None:
                if (now is None or token.at >= now) and (end is None or token.at <= end):
                    now, fresh = token.at, True
                    if heard and heard[-1][3] is None:
                        heard[-1][3] = now
            elif token.use is Use.TURN:
                written = self.plain(self.written(token))
                spaced = spaced or written[:1].isspace()
                for word in written.split():
                    if heard and not spaced:  # the time stands within a word
                        heard[-1][1:] = (length + len(word), heard[-1][2], None)
                    else:
                        length += bool(heard)
                        heard.append([length, length + len(word), now if fresh else None, None])
                    length += len(word)
                    fresh, spaced = False, True
                spaced = written[-1:].isspace()
        if heard and heard[-1][3] is None:
            heard[-1][3] = end
        row.words = HeardWords()
        for first, last, begin, finish in heard:
            row.words.add(first or 0, last or 0, begin, finish)
        return now


def head_of(block: Block) -> Sequence[Token]:
    """What stands before the words of a block: its id, its times, its settings."""
    times = _token(Token, (*block.times, Use.TIME, None))
    if block.id is None and block.settings is None:
        return (times,)
    before = () if block.id is None else (_token(Token, (*block.id, Use.MARKUP, None)),)
    if block.settings is None:
        return (*before, times)
    return (*before, times, _token(Token, (*block.settings, Use.MARKUP, None)))


def first_words(row: Row) -> int | None:
    """The place of the first TURN token of a row."""
    return next((place for place, token in enumerate(row.tokens) if token.use is Use.TURN), None)


def as_markup(tokens: Sequence[Token]) -> list[Token]:
    """The same stretches, with words read as something that belongs to the format."""
    return [token._replace(use=Use.MARKUP) if token.use is Use.TURN else token for token in tokens]
