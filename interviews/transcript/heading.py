"""What stands over an interview and beside its turns: title, standfirst, and the names of those who speak."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from interviews.transcript.changes import Sort, TurnChange
from interviews.transcript.owing import renamed
from interviews.transcript.turns import Transcript

_MARK = "page."  # no turn's key has a point


def is_heading(key: str) -> bool:
    """Whether a change names one of these in the place of a turn."""
    return key.startswith(_MARK)


def heading_changes(
    published: Transcript, now: Transcript, standfirst: str, standfirst_now: str
) -> Iterator[TurnChange]:
    """What readers read otherwise than before above the turns; both transcripts hold only what stands.

    A name is the one in full where there is one, else the label. In the place of a turn's key each has one of
    its own, which is the same from one publication to the next.
    """
    yield from _change("title", "the title", published.title, now.title)
    yield from _change("standfirst", "the standfirst", standfirst, standfirst_now)
    labels = renamed(published, now)
    speak = {turn.speaker for turn in now.dialogue}
    for label in dict.fromkeys(turn.speaker for turn in published.dialogue if turn.speaker):
        heir = labels.get(label, label)
        if heir in speak:
            before, after = published.called(label), now.called(heir)
            number = sha256(label.encode()).hexdigest()[:12]
            yield from _change(f"name.{number}", f"the name of {before}", before, after)


def _change(key: str, where: str, before: str, after: str) -> Iterator[TurnChange]:
    if before.split() != after.split():
        yield TurnChange(Sort.WORDS, f"{_MARK}{key}", where, "", before, after)
