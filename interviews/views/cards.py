"""A flag's card: its passages side by side, and what the keys will do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.safestring import SafeString

from interviews.detectors.base import Fix
from interviews.detectors.kinds import Kind
from interviews.differences import side_by_side
from interviews.models import EditRecord, Flag, Speaker, Turn
from interviews.models.turn import TurnRow
from interviews.permissions import can_edit_interview
from interviews.services.archiving import also_in
from interviews.transcript.spans import Passage
from interviews.views.marking import Mark, marked

_FEW_WORDS = 40  # code points: what is longer is compared better side by side


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One passage on a flag's card, with the words that differ from its counterpart marked."""

    where: str
    turn: str
    speaker: str
    html: SafeString


@dataclass(frozen=True, slots=True)
class Offer:
    """A fix with its key."""

    number: int
    fix: Fix

    @property
    def key(self) -> str:
        return "Enter" if self.number == 0 else str(self.number + 1)


@dataclass
class Card:
    """What is shown beside a flag. ``alike`` counts the open flags of its kind, itself too."""

    flag: Flag
    alike: int
    rows: Sequence[TurnRow]
    speakers: Mapping[int, Speaker]
    numbers: Mapping[str, int]
    places: Mapping[str, str]  # by the keys of turns, such as "turn 17"

    @property
    def title(self) -> str:
        return self._today(self.flag.title)

    @property
    def reason(self) -> str:
        return self._today(self.flag.reason)

    @property
    def evidence(self) -> list[str]:
        return [self._today(fact) for fact in self.flag.evidence]

    def _today(self, sentence: str) -> str:
        return self.flag.told_today(sentence, self.places)

    @cached_property
    def _by_key(self) -> dict[str, TurnRow]:
        return {row.key: row for row in self.rows}

    @cached_property
    def offers(self) -> list[Offer]:
        """What the keys will do. At most eight: Enter and 2 to 9."""
        if not self.flag.is_open:
            return []
        return [Offer(number, fix) for number, fix in enumerate(self.flag.offered[:8])]

    @cached_property
    def settled_by(self) -> EditRecord | None:
        """The record in force whose fix settled the flag: it can be taken back."""
        if self.flag.state != Flag.State.FIXED:
            return None
        in_force = self.flag.interview.records.in_force().exclude(settlements=[]).order_by("-number")
        return next((record for record in in_force if record.settled(self.flag.pk)), None)

    @cached_property
    def elsewhere(self) -> list[Turn]:
        """Where in other interviews that the reader may open the flag's first turn stands too."""
        if self.flag.kind != Kind.ARCHIVE_DUPLICATE:
            return []
        reader = getattr(self.flag.interview, "found_for", None)
        return [
            turn for turn in also_in(self.flag.turn) if reader and can_edit_interview(reader, turn.interview)
        ]

    @cached_property
    def exhibits(self) -> list[Exhibit]:
        """The passages of the flag; two single ones have their differences marked, or are shown in their
        sentence where they are a few words next to each other.

        Of what is settled, those that have words left.
        """
        flag, texts = self.flag, self._by_key
        related, own = (
            [one for one in passages if one.turn in texts and (flag.is_open or len(one.span))]
            for passages in (flag.related_passages, flag.own_passages)
        )
        if len(related) == 1 and len(own) == 1 and self._is_one_place(related[0], own[0]):
            return [self._exhibit(own[0], self._in_context(related[0], own[0]))]
        if len(related) == 1 and len(own) == 1 and flag.family == "duplicate":
            first, second = side_by_side(_words(texts, related[0]), _words(texts, own[0]))
            return [self._exhibit(related[0], first), self._exhibit(own[0], second)]
        if self.elsewhere and own:
            there = self.elsewhere[0]
            first, second = side_by_side(there.text, flag.turn.text)
            other = Exhibit(f"“{there.interview.title}”", there.key, "", first)
            return [other, self._exhibit(own[0], second)]
        return [self._exhibit(passage, self._in_context(passage)) for passage in (*related, *own)]

    def _exhibit(self, passage: Passage, html: SafeString) -> Exhibit:
        row = self._by_key[passage.turn]
        speaker = self.speakers.get(row.speaker_id or 0)
        number = self.numbers.get(row.key)
        where = str(number) if number else "Background"
        return Exhibit(where, row.key, str(speaker.name) if speaker else "", html)

    def _is_one_place(self, one: Passage, other: Passage) -> bool:
        """Whether a few words stand next to what repeats them, once ("the the") or over and over."""
        first, second = sorted((one, other), key=lambda passage: passage.span.start)
        if first.turn != second.turn or min(len(first.span), len(second.span)) > _FEW_WORDS:
            return False
        between = self._by_key[first.turn].text[first.span.end : second.span.start]
        return not any(map(str.isalnum, between))

    def _in_context(self, *passages: Passage, around: int = 60) -> SafeString:
        """Passages of one turn marked, with a few words on either side."""
        row = self._by_key[passages[0].turn]
        first = min(passage.span.start for passage in passages)
        last = max(passage.span.end for passage in passages)
        start, end = _at_words(row.text, first - around, last + around)
        before = "… " if start else ""
        text = before + row.text[start:end] + (" …" if end < len(row.text) else "")
        by = len(before) - start
        return marked(
            text, [Mark(one.span.start + by, one.span.end + by, self.flag.tone, 0) for one in passages]
        )


def _at_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The same stretch, cut between words."""
    start = text.rfind(" ", 0, start) + 1 if start > 0 else 0
    gap = text.find(" ", end)
    return start, len(text) if gap < 0 else gap


def _words(rows: Mapping[str, TurnRow], passage: Passage) -> str:
    return passage.span.of(rows[passage.turn].text)
