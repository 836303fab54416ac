"""A published interview as its template wants it. Knows publications and pure data, nothing of the desk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from math import ceil
from typing import Any

from interviews.models.publication import Publication
from interviews.site.telling import Told, told_by
from interviews.text.sentences import sentences
from interviews.text.words import count_words
from interviews.transcript.turns import Role, Speaker, Transcript, Turn

WORDS_A_MINUTE = 238  # silent reading of English non-fiction, mean over 190 studies: Brysbaert 2019
_LONGEST_ENTRY = 90  # code points of a question in the list


@dataclass(frozen=True, slots=True)
class Said:
    """One turn as readers see it. ``credit`` is filled where the speaker changes."""

    turn: Turn
    paragraphs: tuple[str, ...]
    is_question: bool
    credit: str
    anchors: tuple[str, ...]  # keys of turns whose words stand here now
    told: tuple[Told, ...] = ()  # corrections and the like about these words


@dataclass
class Page:
    """Everything that the public page shows."""

    title: str
    standfirst: str
    transcript: Transcript
    language: str
    recorded_on: date | None
    first_published_at: datetime
    published_at: datetime
    note: str
    slug: str = ""
    joined: Mapping[str, str] = field(default_factory=dict)
    told: tuple[Told, ...] = ()

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
            note=publication.note,
            slug=publication.slug,
            joined=publication.joined,
            told=told_by(publication),
        )

    @cached_property
    def said(self) -> list[Said]:
        """The conversation: questions, and answers with a name where the speaker changes."""
        asks = self._interviewers
        shown: list[Said] = []
        introduced: set[str] = set()
        last: str | None = None
        alone = len(asks) == 1
        for turn in self.transcript.dialogue:
            is_question = turn.speaker in asks
            credit = ""
            if turn.speaker and turn.speaker != last and not (is_question and alone):
                credit = self._credit(turn.speaker, first=turn.speaker not in introduced)
                introduced.add(turn.speaker)
            last = turn.speaker
            paragraphs = tuple(line for line in turn.text.split("\n") if line.strip())
            anchors = tuple(key for key, heir in self.joined.items() if heir == turn.key)
            told = tuple(one for one in self.told if {turn.key, *anchors} & set(one.turns))
            shown.append(Said(turn, paragraphs, is_question, credit, anchors, told))
        return shown

    @property
    def retractions(self) -> tuple[Told, ...]:
        """What stands above everything else on the page."""
        return tuple(one for one in self.told if one.is_retraction)

    @cached_property
    def reachable(self) -> set[str]:
        """The keys that have an anchor on the page."""
        return {key for said in self.said for key in (said.turn.key, *said.anchors)}

    @cached_property
    def background(self) -> tuple[Turn, ...]:
        return self.transcript.background

    @cached_property
    def questions(self) -> list[tuple[str, str]]:
        """Anchor and words of each question, for the list beside the text."""
        return [
            (said.turn.key, asked) for said in self.said if said.is_question and (asked := _asked(said.turn))
        ]

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
        spoke = {turn.speaker for turn in self.transcript.dialogue}
        return [
            _name(one) for one in self.transcript.speakers if one.role is Role.GUEST and one.name in spoke
        ]

    @property
    def summary(self) -> dict[str, Any]:
        """What lists tell of it, for ``Publication.summary``."""
        return {"guests": self.guests, "minutes": self.minutes}

    @cached_property
    def _interviewers(self) -> set[str]:
        return {one.name for one in self.transcript.speakers if one.role is Role.INTERVIEWER}

    def _credit(self, label: str, *, first: bool) -> str:
        speaker = self.transcript.speaker(label)
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
        if span.of(turn.text).rstrip("”\"'’») ").endswith("?")
    ]
    if not asked:
        return ""
    question = asked[-1]
    if len(question) <= _LONGEST_ENTRY:
        return question
    return question[:_LONGEST_ENTRY].rsplit(" ", 1)[0] + " …"
