"""oTranscribe's own file (.otr): JSON that holds a page, with the times that were set while typing.

https://github.com/oTranscribe/oTranscribe: ``<span class="timestamp" data-timestamp="63.2">``; names are
typed into the text, so that what the page shows is read as plain text is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import unescape

from interviews.formats.base import Carries, ImportProblem, Piece, Reading, Use
from interviews.formats.building import filled
from interviews.formats.json_source import parse, sketch
from interviews.formats.json_values import Text, characters, number, unescaped
from interviews.formats.labelled import Dialect, read_labelled
from interviews.formats.lines import line_at, line_starts
from interviews.formats.naming import AS_LEARNT, Labels
from interviews.formats.times import CLOCK, milliseconds

_PART = re.compile(
    r"""
      (?P<comment> <!-- )
    | <(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*+)(?P<inside>[^<>]*+)>
    | (?P<reference> & (?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31}) ; )
    """,
    re.VERBOSE,
)
_TIME = re.compile(r"""data-timestamp\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""")
_CLOCK = re.compile(CLOCK)
_BLOCKS = frozenset({"p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"})
_LONGEST_TAG = 1_000  # code points of a tag in which a time is looked for
_LONGEST_TIME = 999 * 3600.0  # seconds


@dataclass(frozen=True, slots=True)
class OTranscribe:
    """Reads the text of the page; the first time in a line is the time of what follows."""

    id: str = "otranscribe"
    label: str = "oTranscribe (.otr)"
    suffixes: tuple[str, ...] = (".otr",)
    carries: Carries = Carries(times=True)

    def recognise(self, text: str, name: str) -> tuple[float, str]:
        """A text beside oTranscribe's names of the recording; or its suffix."""
        paths = sketch(text)
        if "text" in paths and paths & {"media-time", "media-source"}:
            return 0.99, "oTranscribe’s names"
        named = name.lower().endswith(self.suffixes) and "text" in paths
        if "text" in paths and (named or 'class=\\"timestamp\\"' in text[:200_000]):
            return 0.95, "a page with times, in JSON"
        return 0, ""

    def read(self, text: str) -> Reading:
        return self.read_named(text, labels=AS_LEARNT)

    def read_named(self, text: str, *, labels: Labels) -> Reading:
        """See ``LearnsLabels``. Raises ImportProblem for what is no JSON, holds no text, or no words."""
        source = parse(text)
        page = source.top.text("text")
        if page is None:
            raise ImportProblem("This file of oTranscribe holds no “text”. Save it again in oTranscribe.")
        shown = _Shown(page)
        reading = read_labelled(shown.text, Dialect(self.id, markup=False), labels=labels)
        starts, lines = line_starts(text), line_starts(shown.text)
        questions = tuple(
            replace(one, line=line_at(starts, shown.source_of(lines[one.line - 1])))
            for one in reading.questions
        )
        pieces = tuple(filled(text, sorted(shown.placed(reading.pieces), key=lambda piece: piece.start)))
        return replace(
            reading, text=text, pieces=pieces, questions=questions, notes=(*source.notes, *reading.notes)
        )


def shown_by(stretch: str) -> str:
    """What a stretch of the source shows that is cut neither in an escape nor in a character reference.

    The words of a turn are those of its pieces after this.
    """
    return unescape(unescaped(stretch))


@dataclass
class _Shown:
    """The page as lines of plain text, each character with the stretch of the source that shows it."""

    page: Text
    parts: list[str] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        told = list(characters(self.page.written))
        written = "".join(character for character, _, _ in told)
        stretches = [(self.page.start + start, self.page.start + end) for _, start, end in told]
        stretches.append((self.page.end, self.page.end))
        at, last_comment = 0, written.rfind("-->")
        for match in _PART.finditer(written):
            if match.start() < at or (match["comment"] and last_comment < match.end()):
                continue
            self._words(written, stretches, at, match.start())
            at = match.end()
            if match["comment"]:
                at = written.find("-->", at) + len("-->")
            elif match["reference"]:
                self._add(unescape(match[0]), stretches[match.start()][0], stretches[at - 1][1])
            elif match["name"]:
                if match["name"].lower() == "span" and not match["close"] and "timestamp" in match["inside"]:
                    at = self._time(written, stretches, match)
                else:
                    self._tag(match["name"].lower(), stretches[match.start()][0])
        self._words(written, stretches, at, len(written))
        self.text = "".join(self.parts)

    def _words(self, written: str, stretches: list[tuple[int, int]], start: int, end: int) -> None:
        for place in range(start, end):
            character = written[place]
            self._add(" " if character in "\t\n\r" else character, *stretches[place])

    def _add(self, text: str, start: int, end: int) -> None:
        # Half of a character is no text, and neither is NUL.
        for character in text:
            if character != "\0" and not "\ud800" <= character <= "\udfff":
                self.parts.append(character)
                self.places.append((start, end))

    def _tag(self, name: str, at: int) -> None:
        if name == "br":
            self._add("\n", at, at)
        elif name in _BLOCKS:
            self._add("\n\n", at, at)

    def _time(self, written: str, stretches: list[tuple[int, int]], tag: re.Match[str]) -> int:
        """The time as a line of its own; what the page shows of it says no more. Returns where it ends."""
        close = written.find("</span>", tag.end(), tag.end() + 200)
        end = close + len("</span>") if close >= 0 else tag.end()
        inner = written[tag.end() : close].strip() if close >= 0 else ""
        value = _TIME.search(tag["inside"][:_LONGEST_TAG])
        told = (value["double"] or value["single"] or "") if value else ""
        time = _milliseconds(told)
        time = _milliseconds(inner) if time is None else time
        if time is None:
            return tag.end()
        start = stretches[tag.start()][0]
        self._add("\n", start, start)
        self._add(_line(time), start, stretches[end - 1][1])
        self._add("\n", stretches[end][0], stretches[end][0])
        return end

    def source_of(self, place: int) -> int:
        """Where in the source the character stands."""
        return self.places[place][0] if place < len(self.places) else self.page.end

    def placed(self, pieces: Sequence[Piece]) -> Iterator[Piece]:
        """Pieces of the text as pieces of the source, cut where a tag stands in them."""
        for piece in pieces:
            if piece.use is Use.MARKUP:
                continue
            first, last = self.places[piece.start]
            for start, end in self.places[piece.start + 1 : piece.end]:
                if start > last:
                    if first < last:
                        yield replace(piece, start=first, end=last)
                    first = start
                last = max(last, end)
            if first < last:
                yield replace(piece, start=first, end=last)


def _milliseconds(told: str) -> int | None:
    seconds = number(told)
    if seconds is not None:
        return round(seconds * 1000) if 0 <= seconds <= _LONGEST_TIME else None
    return milliseconds(told) if _CLOCK.fullmatch(told) else None


def _line(time: int) -> str:
    seconds, rest = divmod(time, 1000)
    return f"[{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}]"
