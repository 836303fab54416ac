"""What somebody may have meant whose words stand in no published interview: words that do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime

from interviews.models.publication import Publication
from interviews.site.searching import search
from interviews.text.folding import fold_word
from interviews.text.near_words import SHORTEST, nearest
from interviews.text.words import word_spans

_LOOKED_AT = 300  # interviews, the newest
_READ_AT_ONCE = 10  # of them that this process has not read yet: 20 ms each, for an hour of talk
_JOINTS = re.compile("['’‐‑-]")  # “Solheim’s”, “half-timbered”
_Words = Mapping[str, str]  # as they are compared, with how they are written

# What publications hold never changes, but for words that are erased; so nothing is offered out of this
# memory that a search does not find.
_read: dict[tuple[int, datetime], _Words] = {}


def did_you_mean(query: str) -> str:
    """Words near to these that some published interview has; empty where there are none.

    Two queries, and one for each of two searches at most.
    """
    known = _known_words()
    everywhere = set[str]().union(*known)
    meant: list[str] = []
    mended: list[str] = []
    for start, end in word_spans(query):
        written = query[start:end]
        folded = fold_word(written)
        near = None if folded in everywhere else nearest(folded, everywhere, lambda one: _used(one, known))
        if near is not None:
            written = next(words[near] for words in known if near in words)
            mended.append(written)
        meant.append(written)
    if not mended:
        return ""
    tried = dict.fromkeys([" ".join(meant), max(mended, key=len)])
    return next((words for words in tried if search(words)[0]), "")


def _used(word: str, known: list[_Words]) -> int:
    return sum(word in words for words in known)


def _known_words() -> list[_Words]:
    """The words of the newest interviews, the newest first; some are read for the first time."""
    current = Publication.objects.current()
    wanted = list(current.values_list("pk", "published_at")[:_LOOKED_AT])
    unread = [pk for pk, at in wanted if (pk, at) not in _read][:_READ_AT_ONCE]
    for one in current.defer("changes", "joined", "gone", "acknowledged").filter(pk__in=unread):
        _read[one.pk, one.published_at] = _words_of(one)
    known = [words for key in wanted if (words := _read.get(key)) is not None]
    for key in set(_read).difference(wanted):
        _read.pop(key, None)
    return known


def _words_of(publication: Publication) -> _Words:
    return {
        fold_word(part): part
        for text in _texts(publication)
        for start, end in word_spans(text)
        for part in {text[start:end], *_JOINTS.split(text[start:end])}
        if len(part) >= SHORTEST
    }


def _texts(publication: Publication) -> Iterator[str]:
    """Backwards, so that a word is written as where it stands first."""
    for turn in reversed(publication.text.standing):
        yield turn.text
    for speaker in publication.text.speakers:
        yield from (speaker.description, speaker.name, speaker.full_name)
    yield from (publication.standfirst, publication.title)
