"""TTML taken apart as its tags are told: times, agents, captions, and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from interviews.formats.base import ImportProblem, Use
from interviews.formats.captioned import HEADER_ASIDE, NOTE_ASIDE, Captions
from interviews.formats.captions import Cue, Token
from interviews.formats.labelled import TITLE_ASIDE
from interviews.formats.timed_blocks import Place
from interviews.formats.ttml_times import Rates, rates
from interviews.formats.xml_places import plain

OUTSIDE_ASIDE = "words outside the captions"

_TIMES = re.compile(r"(?<![\w:.-])(?:begin|end|dur)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_TIMED = frozenset({"body", "div", "p", "span"})


@dataclass(slots=True)
class _Frame:
    """An open element: its times (milliseconds from the start of all), who speaks, what its words are."""

    name: str
    start: int | None = None
    end: int | None = None
    in_turn: bool = False  # its children come one after another
    reached: int | None = None
    agent: str | None = None
    why: str = ""  # its words are nobody's, and this is why
    agent_id: str | None = None  # its words are the name of this agent


class Parts:
    """Takes the file apart as it is told."""

    def __init__(self, captions: Captions) -> None:
        self.captions = captions
        self.text = captions.hidden.seen
        self.rates = Rates()
        self.open: list[_Frame] = [_Frame("", why=OUTSIDE_ASIDE)]
        self.names: dict[str, list[list[str]]] = {}  # by agent: the type of the name, the name
        self.cue: Cue | None = None
        self.tokens: list[Token] = []
        self.asides: list[Place] = []

    def opened(self, name: str, attributes: dict[str, str], start: int, end: int) -> None:
        told = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        if name == "tt":
            self.rates = rates(told)
            self.captions.language = told.get("lang", "").strip()
        self._flush_aside()
        frame = self._frame(name, told)
        if name == "br" and self.cue is not None:
            self._markup(start, end)
            self._end_row(frame.agent)
        elif name == "p" and self.cue is None and not frame.why:
            self.cue = Cue(frame.start, frame.end, list(self._tag(start, end)))
        elif self.cue is not None:
            if frame.agent != self.open[-1].agent:
                self._end_row(self.open[-1].agent)
            self._tag_within(frame, told, start, end)
        else:
            self._markup(start, end)
        self.open.append(frame)

    def closed(self, name: str, start: int, end: int) -> None:
        self._flush_aside()
        frame = self.open.pop()
        parent = self.open[-1]
        if parent.in_turn and frame.name in _TIMED:
            parent.reached = frame.end if frame.end is not None else parent.reached
        if self.cue is None:
            self._markup(start, end)
            return
        ends = frame.name == "span" and frame.end != parent.end and frame.end is not None
        if start < end:
            self.tokens.append(Token(start, end, Use.MARKUP, frame.end if ends else None))
        if name == "p" and not any(one.name == "p" for one in self.open):
            self._end_row(frame.agent)
            self._end_cue(self.cue)
        elif frame.agent != parent.agent:
            self._end_row(frame.agent)

    def words(self, start: int, end: int) -> None:
        frame = self.open[-1]
        if frame.agent_id is not None and frame.name == "name":
            self.names[frame.agent_id][-1][1] += plain(self.text[start:end])
            if self.text[start:end].strip():
                self.captions.around.append(Token(start, end, Use.LABEL))
        elif frame.why:
            self.asides.append(Place(start, end))
        elif self.cue is not None:
            last = self.tokens[-1] if self.tokens else None
            if last is not None and last.use is Use.TURN and last.end == start:
                self.tokens[-1] = last._replace(end=end)
            elif last is not None or self.text[start:end].strip():
                self.tokens.append(Token(start, end, Use.TURN))

    def other(self, start: int, end: int) -> None:
        if self.cue is not None:
            self.tokens.append(Token(start, end, Use.MARKUP))
        else:
            self._flush_aside()
            self._markup(start, end)

    def finished(self) -> Captions:
        """The captions, once all was told. Raises ImportProblem where there are none."""
        self._flush_aside()
        if not any(not cue.aside for cue in self.captions.cues):
            raise ImportProblem("There are no captions here: the XML has no paragraph (p) in its body.")
        before = None
        for row in (row for cue in self.captions.cues if not cue.aside for row in cue.rows):
            row.voice = self._named(row.voice)
            if row.text:  # who is not named here is nobody: names are inherited, never carried on
                row.changes = row.voice is None and before is not None
                before = row.voice
        return self.captions

    def _named(self, agents: str | None) -> str | None:
        if not agents:
            return None
        return " / ".join(self._name(one) for one in agents.split()) or None

    def _name(self, agent: str) -> str:
        """The full name, else given and family name, else the first there is; the id where there is none."""
        names = self.names.get(agent, [])
        full = [name for type_, name in names if type_ == "full"][:1]
        parts = [name for type_, name in names if type_ in ("given", "family")]
        best = full or parts or [name for _, name in names][:1]
        return " ".join(" ".join(best).split()) or agent

    def _frame(self, name: str, told: Mapping[str, str]) -> _Frame:
        parent = self.open[-1]
        start, end = self._times(parent, told) if name in _TIMED else (parent.start, parent.end)
        frame = _Frame(name, start, end, told.get("timeContainer") == "seq", start)
        frame.agent = told.get("agent", parent.agent)
        frame.why = parent.why
        if name == "agent":
            frame.agent_id = told.get("id", "")
            self.captions.voices = True
        elif parent.agent_id is not None:
            frame.agent_id = parent.agent_id
            if name == "name":
                self.names.setdefault(parent.agent_id, []).append([told.get("type", ""), ""])
        elif name in ("title", "desc", "copyright", "metadata", "head"):
            in_head = any(one.name == "head" for one in self.open) or name == "head"
            frame.why = TITLE_ASIDE if name == "title" else HEADER_ASIDE if in_head else NOTE_ASIDE
        elif name == "p":
            frame.why = ""
        elif name in ("tt", "body", "div"):
            frame.why = OUTSIDE_ASIDE
        return frame

    def _times(self, parent: _Frame, told: Mapping[str, str]) -> tuple[int | None, int | None]:
        """Start and end of an element, counted from the start of all.

        An element counts from its parent's start, or from the end of the one before it where they come one
        after another. Some writers count from the start of all everywhere; that is what is meant where the
        element would else lie behind its parent's end.
        """
        begin, end, dur = (self._told(told, key) for key in ("begin", "end", "dur"))
        if "begin" in told and begin is None:
            return None, None
        base = (parent.reached if parent.in_turn else parent.start) or 0
        is_absolute = (
            begin is not None and parent.end is not None and base + begin >= parent.end > begin >= base > 0
        )
        if is_absolute:
            base = 0
        start = parent.start if begin is None and not parent.in_turn else base + (begin or 0)
        ends = []
        if end is not None:
            ends.append(base + end)
        if dur is not None:
            ends.append((start or 0) + dur)
        if start is None and ends:
            start = base
        return start, min(ends) if ends else parent.end if begin is None else None

    def _told(self, told: Mapping[str, str], key: str) -> int | None:
        return self.rates.milliseconds(told[key]) if key in told else None

    def _tag_within(self, frame: _Frame, told: Mapping[str, str], start: int, end: int) -> None:
        """A tag inside a caption; the times of a span are those of its words."""
        tokens = list(self._tag(start, end))
        if frame.name == "span" and "begin" in told and frame.start is not None:
            at = next((place for place, token in enumerate(tokens) if token.use is Use.TIME), 0)
            tokens[at] = tokens[at]._replace(at=frame.start)
        self.tokens += tokens

    def _tag(self, start: int, end: int) -> Iterator[Token]:
        """A tag as markup, and the times in it."""
        at = start
        for time in _TIMES.finditer(self.text, start, end):
            if self.text[at : time.start()].strip():
                yield Token(at, time.start(), Use.MARKUP)
            yield Token(time.start(), time.end(), Use.TIME)
            at = time.end()
        yield Token(at, end, Use.MARKUP)

    def _markup(self, start: int, end: int) -> None:
        if start < end and self.cue is not None:
            self.tokens.append(Token(start, end, Use.MARKUP))
        elif self.text[start:end].strip():
            self.captions.around.append(Token(start, end, Use.MARKUP))

    def _end_row(self, agent: str | None) -> None:
        assert self.cue is not None
        if self.tokens:
            row = self.captions.source.row(self.tokens, agent)
            row.has_times = any(token.at is not None for token in self.tokens)
            self.cue.rows.append(row)
            self.tokens = []

    def _end_cue(self, cue: Cue) -> None:
        """A caption without times of its own has those of its words."""
        if cue.start is None:
            told = [token.at for row in cue.rows for token in row.tokens if token.at is not None]
            cue.start, cue.end = (min(told), max(told)) if told else (None, None)
        self.captions.cues.append(cue)
        self.cue = None

    def _flush_aside(self) -> None:
        """Words outside the captions, as one."""
        if self.asides:
            place = Place(self.asides[0].start, self.asides[-1].end)
            self.asides = []
            if self.text[place.start : place.end].strip():
                written = self.text[place.start : place.end]
                first = place.start + len(written) - len(written.lstrip())
                self.captions.aside(Place(first, place.start + len(written.rstrip())), self.open[-1].why)
