"""What a WebVTT file is made of: head, titles, notes, captions and the tags in them."""

from __future__ import annotations

import re

from interviews.formats.base import ImportProblem, Use
from interviews.formats.captioned import HEADER_ASIDE, NOTE_ASIDE, Captions
from interviews.formats.captions import Cue, Row, Source, Token, as_markup, head_of
from interviews.formats.headings import is_short
from interviews.formats.labelled import TITLE_ASIDE
from interviews.formats.lines import Hidden
from interviews.formats.references import unreferenced
from interviews.formats.timed_blocks import Block, Blocks, Place, Special, arrowed
from interviews.formats.timed_rows import timed_row

SIGNATURE = re.compile(r"\ufeff?[ \t\r\n]*WEBVTT(?=[ \t\r\n]|$)")
_REST = re.compile(r"[^\r\n]*")  # of a line
_TITLE_MARK = re.compile(r"[-–—:\s]*")
# Programs sign their files in the place where others put the title.
_MADE_BY = re.compile(
    r"\b(?:created|generated|made|exported|written|produced|captioned|version|v?\d+\.\d+)\b|https?:",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"language:[ \t]*(?P<tag>[A-Za-z0-9-]{2,20})", re.IGNORECASE)
_FACT = re.compile(r"[A-Za-z][\w-]*[:=][ \t]?\S.*")
_CONFIDENCE = re.compile(r"confidence:[ \t]*(?P<value>[01](?:\.\d{1,20})?)[ \t]*", re.IGNORECASE)
_DURATION = re.compile(r"duration:.{0,60}", re.IGNORECASE)
# The tags of WebVTT, and those of HTML that people leave; whatever else stands in angle brackets is words.
_TAG = re.compile(
    r"""
    < (?P<close>/?) (?P<name>v|c|i|b|u|s|ruby|rt|lang|font|span|br|em|strong|p) (?P<rest>[\s./][^<>]*)? >
    | < (?:(?P<hours>\d{1,4}):)? (?P<minutes>[0-5]?\d) : (?P<seconds>[0-5]\d) \. (?P<fraction>\d{3}) >
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Where nobody is named, some files mean whoever was named before, or name people in the words. A class says
# that nobody is known.
UNNAMED = "<c.unnamed>"
_NAME = re.compile(r"(?:\.\S*)?\s+(?P<name>\S.*?)\s*", re.DOTALL)
# What a named tuple's own constructor does, without its detour: for each stretch of a file.
_new = tuple.__new__
_MARKUP = Use.MARKUP
# A line in which one voice says all; the rest is for the slower way.
_VOICED = re.compile(
    r"<v(?:\.[^\s<>]*)?[ \t]+(?P<name>[^<>&\s](?:[^<>&]*[^<>&\s])?)>"
    r"[ \t]*(?P<words>[^<\s][^<]*)(?P<close></v>)?"
)


class Parts:
    """The file taken apart, from its first line to its last note."""

    def __init__(self, format_id: str, hidden: Hidden) -> None:
        self.text = hidden.seen
        self.source = Source(self.text, unreferenced)
        self.captions = Captions(format_id, hidden, self.source)
        self.confidence: float | None = None
        self.unnamed = False
        signature = SIGNATURE.match(self.text)
        start = signature.end() if signature else 0
        rest = _REST.match(self.text, start) if signature else None
        end = rest.end() if rest else start
        found = Blocks(self.text, arrowed(self.text), end, webvtt=True)
        if not found:
            raise ImportProblem(
                "There are no captions here: no line has two times such as 00:01.000 --> 00:04.000."
            )
        if signature:
            self._mark(Place(signature.end() - len("WEBVTT") - self.text.startswith("\ufeff"), start))
            self._title(start, end)
        for line in found.head:
            self._head(line)
        for block in found:
            for special in block.specials:
                self._special(special)
            self._cue(block)
        for special in found.tail:
            self._special(special)

    def _mark(self, place: Place) -> None:
        self.captions.around.append(Token(*place, Use.MARKUP))

    def _title(self, start: int, end: int) -> None:
        """What stands behind the first word: a title, or the name of the program that made the file."""
        mark = _TITLE_MARK.match(self.text, start, end)
        assert mark is not None
        words = self.text[mark.end() : end].rstrip()
        if self.text[start : mark.end()].strip():
            self._mark(Place(start, mark.end()))
        if words:
            is_title = is_short(words) and not _MADE_BY.search(words)
            self.captions.aside(
                Place(mark.end(), mark.end() + len(words)), TITLE_ASIDE if is_title else HEADER_ASIDE
            )

    def _head(self, line: Place) -> None:
        """A line above the first cue: "Kind: captions", or words that nobody expects there."""
        written = self.text[line.start : line.end]
        if told := _LANGUAGE.fullmatch(written):
            self.captions.language = told["tag"]
        if _FACT.fullmatch(written):
            self._mark(line)
        else:
            self.captions.aside(line, HEADER_ASIDE)

    def _special(self, special: Special) -> None:
        self._mark(special.keyword)
        if special.words is None:
            return
        written = self.text[special.words.start : special.words.end]
        if special.word == "NOTE":
            if confidence := _CONFIDENCE.fullmatch(written):
                self.confidence = min(1.0, float(confidence["value"]))
            elif language := _LANGUAGE.fullmatch(written):
                self.captions.language = language["tag"]
            elif not _DURATION.fullmatch(written):
                self.captions.aside(special.words, NOTE_ASIDE)
                return
        self._mark(special.words)

    def _cue(self, block: Block) -> None:
        rows: list[Row] = []
        voice: str | None = None
        for line in block.lines:
            written = self.text[line.start : line.end]
            if "<" not in written:
                rows.append(self.source.line(line, voice))
            elif voice is not None and written.find("<") == len(written) - 4 and written.endswith("</v>"):
                end = line.end - 4
                rows.append(
                    self.source.row(
                        [Token(line.start, end, Use.TURN), Token(end, line.end, Use.MARKUP)], voice
                    )
                )
                voice = None
            elif whole := _VOICED.fullmatch(written):
                rows.append(self._voiced(line, whole))
                voice = None if whole["close"] else rows[-1].voice
            elif timed := timed_row(self.text, line, voice):
                self.unnamed = False
                rows.append(timed)
            else:
                voice = self._tagged(line, rows, voice)
        self.captions.cues.append(
            Cue(block.start, block.end, head_of(block), rows, confidence=self.confidence)
        )
        self.confidence = None

    def _voiced(self, line: Place, whole: re.Match[str]) -> Row:
        """The row of a line that one voice has to itself: most lines of most files with voices."""
        self.captions.voices, self.unnamed = True, False
        at = line.start
        first, last = whole.span("name")
        begin, end = whole.span("words")
        tokens = [
            _new(Token, (at, at + first, _MARKUP, None)),
            _new(Token, (at + first, at + last, Use.LABEL, None)),
            _new(Token, (at + last, at + begin, _MARKUP, None)),
            _new(Token, (at + begin, at + end, Use.TURN, None)),
        ]
        if whole["close"]:
            tokens.append(_new(Token, (at + end, line.end, _MARKUP, None)))
        text = " ".join(unreferenced(whole["words"]).split())
        return Row(tokens if text else as_markup(tokens), text, " ".join(whole["name"].split()))

    def _tagged(self, line: Place, rows: list[Row], voice: str | None) -> str | None:
        """Rows of a line with tags, one for each voice; the voice that is open behind it is returned."""
        tokens: list[Token] = []
        at = line.start
        for tag in _TAG.finditer(self.text, *line):
            self._words(tokens, at, tag.start())
            at = tag.end()
            if tag["seconds"]:
                tokens.append(Token(tag.start(), at, Use.TIME, _milliseconds(tag)))
            elif tag["name"].lower() == "v":
                if any(token.use in (Use.TURN, Use.LABEL) for token in tokens):
                    rows.append(self._row(tokens, voice))
                    tokens = []
                voice = self._voice(tag, tokens)
            else:
                tokens.append(Token(tag.start(), at, Use.MARKUP))
                if tag["name"].lower() == "br":
                    rows.append(self._row(tokens, voice))
                    tokens = []
        self._words(tokens, at, line.end)
        if tokens:
            rows.append(self._row(tokens, voice))
        return voice

    def _row(self, tokens: list[Token], voice: str | None) -> Row:
        row = self.source.row(tokens, voice)
        row.has_times = any(token.at is not None for token in tokens)
        unnamed = any(self.text.startswith(UNNAMED, token.start) for token in tokens)
        row.changes, self.unnamed = unnamed and not self.unnamed, unnamed
        self.captions.voices = self.captions.voices or unnamed
        return row

    def _voice(self, tag: re.Match[str], tokens: list[Token]) -> str | None:
        """The name in ``<v.loud Ann>``, its place among the tokens; None where there is none."""
        start, end = tag.span()
        name = None if tag["close"] or tag["rest"] is None else _NAME.fullmatch(tag["rest"])
        meant = " ".join(unreferenced(name["name"]).split()) if name else ""
        if name is None or not meant:
            tokens.append(Token(start, end, Use.MARKUP))
            return None
        self.captions.voices = True
        first, last = (tag.start("rest") + place for place in name.span("name"))
        tokens += [
            Token(start, first, Use.MARKUP),
            Token(first, last, Use.LABEL),
            Token(last, end, Use.MARKUP),
        ]
        return meant

    def _words(self, tokens: list[Token], start: int, end: int) -> None:
        if self.text[start:end].strip():
            tokens.append(Token(start, end, Use.TURN))


def _milliseconds(tag: re.Match[str]) -> int:
    seconds = (int(tag["hours"] or 0) * 60 + int(tag["minutes"])) * 60 + int(tag["seconds"])
    return seconds * 1000 + int(tag["fraction"])
