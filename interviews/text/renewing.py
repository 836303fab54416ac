"""A file comes a second time: what it says otherwise, as suggestions for a transcript that was edited since.

Three ways, turn by turn: what the file said first, how the turn stands now, what the file says today. What an
editor changed is kept; nothing here changes anything by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from interviews.text.merging import merge
from interviews.text.pairing import pairs
from interviews.transcript.edits import Edit, InsertTurn, SetAside, SetSpeaker, SetText, SetTimes
from interviews.transcript.turns import Transcript, Turn

NOT_IN_FILE = "no longer in the file"


class News(StrEnum):
    """What sort of thing the file says otherwise."""

    WORDS = "other words"
    BOTH = "other words, and you edited the turn too"
    CLASH = "other words in the very place that you edited"
    SPEAKER = "another speaker"
    TIMES = "other times"
    NEW = "a turn that was not there"
    GONE = "a turn that is no longer there"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing that can be taken over. ``before`` and ``after`` are what a person is shown.

    ``id`` is stable for the same file and the same state of the interview.
    """

    id: str
    news: News
    turn: str
    before: str
    after: str
    edits: tuple[Edit, ...]

    @property
    def is_safe(self) -> bool:
        """Whether taking it over loses nothing that an editor did."""
        return self.news is not News.CLASH


@dataclass(frozen=True, slots=True)
class Renewal:
    """What a file says otherwise. ``same`` maps turns of the file to those of the interview."""

    suggestions: tuple[Suggestion, ...]
    same: Mapping[str, str]
    left_alone: int  # turns that were joined, or set aside by an editor, and differ in the file


def renewal(first: Transcript, now: Transcript, new: Transcript, *, key: Callable[[], str]) -> Renewal:
    """Compare a reading with the import and with the interview of now; ``key`` makes keys for new turns."""
    paired = pairs([turn.text for turn in first], [turn.text for turn in new])
    same = {new.turns[two].key: first.turns[one].key for one, two in paired}
    suggestions: list[Suggestion] = []
    left_alone = 0
    behind: str | None = None
    for turn in new:
        known = same.get(turn.key)
        if known is None:
            made = Turn(key(), turn.text, turn.speaker, turn.start, turn.end, turn.aside, turn.part)
            suggestions.append(_insertion(turn.key, made, behind))
            behind = made.key
        elif known in now:
            if now[known].aside and not first[known].aside:
                left_alone += turn.text != first[known].text
            else:
                suggestions += _of_turn(first[known], now[known], turn)
            behind = known
        else:
            left_alone += turn.text != first[known].text
    for gone in _gone(first, now, set(same.values())):
        edits = (SetAside(gone.key, NOT_IN_FILE),)
        suggestions.append(Suggestion(f"gone-{gone.key}", News.GONE, gone.key, gone.text, "", edits))
    return Renewal(tuple(suggestions), same, left_alone)


def _insertion(id_: str, made: Turn, behind: str | None) -> Suggestion:
    edits = (InsertTurn(made, behind),)
    return Suggestion(f"new-{id_}", News.NEW, made.key, "", made.text, edits)


def _gone(first: Transcript, now: Transcript, found: set[str]) -> Iterator[Turn]:
    return (
        now[turn.key]
        for turn in first
        if turn.key not in found and turn.key in now and not now[turn.key].aside
    )


def _of_turn(first: Turn, now: Turn, new: Turn) -> Iterator[Suggestion]:
    """What the file changed in one turn, where the interview does not say the same already."""
    if new.text not in (first.text, now.text):
        yield _words(first, now, new)
    if new.speaker != first.speaker and now.speaker == first.speaker:
        edits = (SetSpeaker(now.key, now.speaker, new.speaker),)
        before, after = now.speaker or "nobody", new.speaker or "nobody"
        yield Suggestion(f"speaker-{now.key}", News.SPEAKER, now.key, before, after, edits)
    told, were, are = (new.start, new.end), (first.start, first.end), (now.start, now.end)
    if told not in (were, are) and are == were:
        yield Suggestion(f"times-{now.key}", News.TIMES, now.key, "", "", (SetTimes(now.key, are, told),))


def _words(first: Turn, now: Turn, new: Turn) -> Suggestion:
    if now.text == first.text:
        news, text = News.WORDS, new.text
    else:
        merged = merge(first.text, now.text, new.text)
        clash = bool(merged.overlaps) or merged.text == now.text
        news, text = (News.CLASH, new.text) if clash else (News.BOTH, merged.text)
    return Suggestion(f"words-{now.key}", news, now.key, now.text, text, (SetText(now.key, now.text, text),))
