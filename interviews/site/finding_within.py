"""Words are looked for in one published interview."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from interviews.site.passages import Marks
from interviews.text.finding import Query, SearchTooLong, find
from interviews.text.patterns import BadPattern
from interviews.transcript.spans import Span
from interviews.transcript.turns import Turn

LONGEST = 100  # code points of what is looked for
MOST = 500  # places that are marked
_LISTED = 50
_FORMS = {" ": r"\s+", **dict.fromkeys("'’‘", "['’‘]"), **dict.fromkeys('"“”„', '["“”„]')}
_AROUND = 40  # code points on each side of a place in the list


@dataclass(frozen=True, slots=True)
class Hit:
    """One place in the list: the words as they stand there, and some before and behind them."""

    number: int
    before: str
    words: str
    after: str


@dataclass(frozen=True)
class Hits:
    """What was looked for and found."""

    query: str = ""
    count: int = 0
    listed: tuple[Hit, ...] = ()
    marks: Marks = field(default_factory=Marks)

    @property
    def is_cut(self) -> bool:
        """Whether there may be more places than are marked."""
        return self.count >= MOST

    @property
    def unlisted(self) -> int:
        return self.count - len(self.listed)


def look_for(query: str, turns: Iterable[Turn]) -> Hits:
    """Where words stand, whatever their case; nothing where none are asked for or looking takes too long."""
    query = " ".join(query[:LONGEST].split())
    if not query:
        return Hits()
    searched = {turn.key: turn for turn in turns}
    try:
        found = find(searched.values(), Query(_pattern(query), is_pattern=True), most=MOST)
    except (BadPattern, SearchTooLong):
        return Hits(query)
    places: defaultdict[str, list[tuple[int, Span]]] = defaultdict(list)
    listed = []
    for number, one in enumerate(found, start=1):
        places[one.turn].append((number, one.span))
        if number <= _LISTED:
            listed.append(_listed(number, searched[one.turn].text, one.span))
    return Hits(query, len(found), tuple(listed), Marks(places))


def _pattern(query: str) -> str:
    """The words with any space between them; an apostrophe is any, since few people type the curled one."""
    return "".join(_FORMS.get(sign, rf"\x{{{ord(sign):x}}}") for sign in query)


def _listed(number: int, text: str, span: Span) -> Hit:
    before, after = text[: span.start], text[span.end :]
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].split(maxsplit=1)[-1]
    if len(after) > _AROUND:
        after = after[:_AROUND].rsplit(maxsplit=1)[0] + " …"
    return Hit(number, before, span.of(text), after)
