"""A published interview as its template wants it. Knows publications and pure data, nothing of the desk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from math import ceil
from typing import Any

from interviews.formats.exporting import missing_times
from interviews.models.publication import Publication
from interviews.site.finding_within import Hits, look_for
from interviews.site.noting import Counted, note
from interviews.site.passages import (
    Between,
    Piece,
    Placing,
    Said,
    around_and_within,
    is_heading,
    pieces,
)
from interviews.site.people import people_in, to_data
from interviews.site.telling import Told, told_by
from interviews.text.sentences import sentences
from interviews.text.words import count_words
from interviews.transcript.tombstones import Gone
from interviews.transcript.turns import Role, Speaker, Transcript, Turn

WORDS_A_MINUTE = 238  # silent reading of English non-fiction, mean over 190 studies: Brysbaert 2019
_LONGEST_ENTRY = 90  # code points of a question in the list


class Layout(StrEnum):
    """How a page is set, which follows from who speaks and how much."""

    QUESTIONS = "questions"  # one asks, one answers: questions are headings and need no name
    CONVERSATION = "conversation"
    ARTICLE = "article"  # more background than conversation: the text comes first


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: a section, or a question."""

    key: str
    words: str
    is_section: bool


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks: the label, by which turns are filtered, and the name in full."""

    label: str
    name: str
    turns: int


@dataclass
class Page:
    """Everything that the public page shows.

    ``only`` is the label of the one speaker who is shown, or empty; ``hits`` what is marked in the text.
    """

    title: str
    standfirst: str
    transcript: Transcript
    language: str
    recorded_on: date | None
    first_published_at: datetime
    published_at: datetime
    edited: Sequence[Counted] = ()
    noted: str = ""
    slug: str = ""
    number: int = 0
    joined: Mapping[str, str] = field(default_factory=dict)
    gone: Sequence[Gone] = ()
    told: tuple[Told, ...] = ()
    only: str = ""
    hits: Hits = field(default_factory=Hits)

    @classmethod
    def of(cls, publication: Publication) -> Page:
        return cls(
            title=publication.title,
            standfirst=publication.standfirst,
            transcript=publication.text,
            language=publication.language,
            recorded_on=publication.recorded_on,
            first_published_at=publication.first_published_at,
            published_at=publication.published_at,
            edited=publication.edited,
            noted=publication.note,
            slug=publication.slug,
            number=publication.number,
            joined=publication.joined,
            gone=publication.tombstones,
            told=told_by(publication),
        )

    def searched(self, query: str, only: str) -> Page:
        """The same with words marked, and with one speaker alone where there is such a speaker."""
        only = only if any(voice.label == only for voice in self.voices) else ""
        turns = [turn for turn in self.transcript.standing if not only or turn.speaker == only]
        return replace(self, only=only, hits=look_for(query, turns))

    @property
    def note(self) -> str:
        """What was done since the source; of pages from before it was counted, the sentence of then."""
        return note(self.edited) or self.noted

    @cached_property
    def layout(self) -> Layout:
        """See ``Layout``; where nobody is known to ask, it is a conversation."""
        written, said = (
            sum(count_words(turn.text) for turn in turns)
            for turns in (self.transcript.background, self.transcript.dialogue)
        )
        if written > said:
            return Layout.ARTICLE
        return Layout.QUESTIONS if self._one_asks_one else Layout.CONVERSATION

    @cached_property
    def said(self) -> list[Said]:
        """All turns of the conversation, with a name where the speaker changes."""
        anchors = self._placing.anchors()
        shown: list[Said] = []
        introduced: set[str] = set()
        seconds: set[int] = set()
        last: str | None = None
        named: dict[bool, str] = {}
        for turn in self.transcript.dialogue:
            is_question = turn.speaker in self._interviewers
            credit = ""
            if turn.speaker and turn.speaker != last and not (is_question and self._one_asks_one):
                credit = self._credit(turn.speaker, first=turn.speaker not in introduced)
                introduced.add(turn.speaker)
            last = turn.speaker
            second = turn.start // 1000 if turn.start is not None else None
            beside = anchors.get(turn.key, ())
            name = self._credit(turn.speaker, first=False) if turn.speaker else ""
            shown.append(
                Said(
                    turn,
                    self.hits.marks.paragraphs(turn),
                    is_question,
                    credit,
                    beside,
                    tuple(one for one in self.told if not {turn.key, *beside}.isdisjoint(one.turns)),
                    name,
                    named.get(is_question) != name,
                    None if second is None or second in seconds else str(second),
                )
            )
            named[is_question] = name
            seconds |= {second} if second is not None else set()
        return shown

    @cached_property
    def conversation(self) -> list[Piece]:
        """What was said, with the sections that it falls into and the stones of what is gone."""
        if self.only:
            return [said for said in self.said if said.turn.speaker == self.only]
        _, within = around_and_within(self.transcript)
        stones = self._placing.stones()
        before = [stones[None]] if None in stones else []
        return [*before, *pieces(within, self._shown, stones)]

    @cached_property
    def background(self) -> list[Piece]:
        """What came with the interview and is not part of the conversation."""
        if self.only:
            return []
        around, _ = around_and_within(self.transcript)
        return list(pieces(around, self._shown, self._placing.stones()))

    @cached_property
    def contents(self) -> list[Entry]:
        """Sections and questions, for the list beside the text."""
        return list(self._entries())

    @cached_property
    def has_sections(self) -> bool:
        return any(entry.is_section for entry in self.contents)

    @cached_property
    def voices(self) -> list[Voice]:
        """Who speaks, in the order of the first turn."""
        counted = Counter(turn.speaker for turn in self.transcript.dialogue if turn.speaker)
        return [Voice(label, self._credit(label, first=False), turns) for label, turns in counted.items()]

    @property
    def only_name(self) -> str:
        """Whose turns alone are shown."""
        return next((voice.name for voice in self.voices if voice.label == self.only), "")

    @property
    def retractions(self) -> tuple[Told, ...]:
        """What stands above everything else on the page."""
        return tuple(one for one in self.told if one.is_retraction)

    @cached_property
    def reachable(self) -> set[str]:
        """The keys that have an anchor on the page."""
        shown = [piece for piece in self.conversation if isinstance(piece, Said)]
        return {key for said in shown for key in (said.turn.key, *said.anchors)}

    @cached_property
    def minutes(self) -> int:
        """How long reading takes."""
        words = sum(count_words(turn.text) for turn in self.transcript.standing)
        return max(1, ceil(words / WORDS_A_MINUTE))

    @property
    def was_updated(self) -> bool:
        return self.published_at.date() != self.first_published_at.date()

    @cached_property
    def guests(self) -> list[str]:
        """Their names in full, for the list and the page's description."""
        return [person.name for person in people_in(self.transcript) if person.is_guest]

    @property
    def summary(self) -> dict[str, Any]:
        """What lists tell of it, for ``Publication.summary``."""
        dialogue = self.transcript.dialogue
        return {
            "guests": self.guests,
            "minutes": self.minutes,
            "people": [to_data(person) for person in people_in(self.transcript)],
            "timed": bool(dialogue) and not missing_times(self.transcript),
        }

    @cached_property
    def _placing(self) -> Placing:
        return Placing(self.joined, self.gone)

    @cached_property
    def _shown(self) -> dict[str, Piece]:
        anchors = self._placing.anchors()
        shown: dict[str, Piece] = {said.turn.key: said for said in self.said}
        for turn in self.transcript.background:
            beside, lines = anchors.get(turn.key, ()), self.hits.marks.paragraphs(turn)
            shown[turn.key] = Between(turn, lines, beside, is_heading(turn))
        return shown

    def _entries(self) -> Iterator[Entry]:
        for piece in self.conversation:
            if isinstance(piece, Between) and piece.is_heading:
                yield Entry(piece.turn.key, piece.turn.text, is_section=True)
            elif isinstance(piece, Said) and piece.is_question and (asked := _asked(piece.turn)):
                yield Entry(piece.turn.key, asked, is_section=False)

    @cached_property
    def _interviewers(self) -> set[str | None]:
        return {one.name for one in self.transcript.speakers if one.role is Role.INTERVIEWER}

    @cached_property
    def _one_asks_one(self) -> bool:
        spoke = {turn.speaker for turn in self.transcript.dialogue}
        return len(spoke - {None}) <= 2 and len(spoke & self._interviewers) == 1

    @cached_property
    def _known(self) -> dict[str, Speaker]:
        return {one.name: one for one in self.transcript.speakers}

    def _credit(self, label: str, *, first: bool) -> str:
        speaker = self._known.get(label)
        if speaker is None:
            return label
        if first and speaker.description:
            return f"{_name(speaker)}, {speaker.description}"
        return _name(speaker)


def _name(speaker: Speaker) -> str:
    return speaker.full_name or speaker.name


def _asked(turn: Turn) -> str:
    """The last question in a turn, short enough for a list; empty where nothing is asked."""
    asked = [
        span.of(turn.text)
        for span in sentences(turn.text)
        if span.of(turn.text).rstrip("”\"'’») ").endswith(("?", "؟", "？"))
    ]
    if not asked:
        return ""
    question = asked[-1]
    if len(question) <= _LONGEST_ENTRY:
        return question
    return question[:_LONGEST_ENTRY].rsplit(" ", 1)[0] + " …"
