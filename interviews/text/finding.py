"""Words are found over a whole interview, and told with what would stand there instead."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass

from interviews.text.patterns import Pattern, read_pattern
from interviews.transcript.spans import Span
from interviews.transcript.turns import Turn

MOST = 5_000  # hits; nobody reads more one by one
SECONDS = 2.0  # of looking; RE2 is linear, yet a long list of alternatives over a long interview adds up


class SearchTooLong(Exception):
    """Looking took longer than an editor waits."""

    def __init__(self) -> None:
        super().__init__(f"This takes longer than {SECONDS:.0f} seconds. Look for something simpler.")


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for, and what it becomes. ``speaker`` is a label, or None for everybody's turns."""

    find: str
    replacement: str = ""
    case_sensitive: bool = False
    whole_words: bool = False
    is_pattern: bool = False
    speaker: str | None = None

    def pattern(self) -> Pattern:
        """Raises BadPattern and BadReplacement."""
        written = self.find if self.is_pattern else "".join(rf"\x{{{ord(sign):x}}}" for sign in self.find)
        pattern = read_pattern(written, case_sensitive=self.case_sensitive, whole_words=self.whole_words)
        if self.is_pattern:
            pattern.check_replacement(self.replacement)
        return pattern


@dataclass(frozen=True, slots=True)
class Found:
    """One place (code points), the words there, and those that would stand there instead."""

    turn: str
    span: Span
    words: str
    instead: str

    @property
    def id(self) -> str:
        """Names the place as long as nobody changes the turn."""
        return f"{self.turn}-{self.span.start}-{self.span.end}"


def find(turns: Iterable[Turn], query: Query, *, most: int = MOST) -> tuple[Found, ...]:
    """The first so many places, in order. Raises BadPattern, BadReplacement and SearchTooLong."""
    pattern = query.pattern()
    until = time.monotonic() + SECONDS
    found: list[Found] = []
    for turn in turns:
        if query.speaker is not None and turn.speaker != query.speaker:
            continue
        for hit in pattern.hits(turn.text, most - len(found)):
            instead = hit.expanded(query.replacement) if query.is_pattern else query.replacement
            found.append(Found(turn.key, hit.span, hit.words, instead))
        if len(found) >= most:
            break
        if time.monotonic() > until:
            raise SearchTooLong
    return tuple(found)


def replaced(text: str, found: Iterable[Found]) -> str:
    """The text of a turn with its places replaced; they stand in order and do not overlap."""
    pieces, end = [], 0
    for one in found:
        pieces += [text[end : one.span.start], one.instead]
        end = one.span.end
    return "".join([*pieces, text[end:]])
