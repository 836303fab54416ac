"""A plain search over what is public: titles, standfirsts, names and what was said."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from django.db.models import Q, TextField
from django.db.models.functions import Cast

from interviews.models.publication import Publication, PublicationQuerySet
from interviews.transcript.turns import Transcript

LONGEST = 100  # code points of a query
MOST = 30  # hits on the page
_CANDIDATES = 150  # transcripts that are read for one query at most
_AROUND = 90  # code points before and after a hit


@dataclass(frozen=True, slots=True)
class Hit:
    """An interview with the words. ``path`` leads to the turn where they were said; they stand in between."""

    publication: Publication
    path: str
    before: str = ""
    words: str = ""
    after: str = ""


def search(query: str) -> tuple[list[Hit], bool]:
    """The newest interviews with these words, and whether there may be more. One query."""
    pattern = re.compile(r"\s+".join(re.escape(word) for word in query.split()), re.IGNORECASE)
    hits: list[Hit] = []
    read = 0
    for publication in _candidates(query)[:_CANDIDATES].iterator(chunk_size=10):
        read += 1
        hit = _hit(publication, pattern)
        if hit is not None:
            hits.append(hit)
        if len(hits) == MOST:
            return hits, True
    return hits, read == _CANDIDATES


def _candidates(query: str) -> PublicationQuerySet:
    """Those in which the words stand somewhere, if only as a name of a field.

    SQLite keeps JSON with escapes and knows upper and lower case of ASCII alone; so all writings are tried.
    """
    wanted = Q()
    for writing in {query, query.lower(), query.upper(), query.capitalize(), query.title()}:
        escaped = json.dumps(writing)[1:-1]
        wanted |= Q(title__icontains=writing) | Q(standfirst__icontains=writing)
        wanted |= Q(frozen__icontains=writing) | Q(frozen__icontains=escaped)
    found = Publication.objects.current().defer("changes", "joined", "acknowledged")
    return found.alias(frozen=Cast("transcript", TextField())).filter(wanted)


def _hit(publication: Publication, pattern: re.Pattern[str]) -> Hit | None:
    path = publication.get_absolute_url()
    for turn in publication.text.standing:
        if found := pattern.search(turn.text):
            start, end = found.span()
            before, after = turn.text[max(0, start - _AROUND) : start], turn.text[end : end + _AROUND]
            return Hit(
                publication,
                f"{path}#t-{turn.key}",
                f"… {before}" if start > _AROUND else before,
                found.group(),
                f"{after} …" if end + _AROUND < len(turn.text) else after,
            )
    if any(pattern.search(text) for text in (publication.title, publication.standfirst)):
        return Hit(publication, path)
    return Hit(publication, path) if _named(publication.text, pattern) else None


def _named(transcript: Transcript, pattern: re.Pattern[str]) -> bool:
    return any(
        pattern.search(text)
        for one in transcript.speakers
        for text in (one.name, one.full_name, one.description)
    )
