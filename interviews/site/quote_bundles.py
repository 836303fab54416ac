"""Every page of a quote that an exported site has, by interview.

Those under earlier addresses lead on; of a withdrawn interview each says that it was withdrawn.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import partial

from django.db.models import Count
from django.urls import reverse

from interviews.models.publication import Publication
from interviews.site.alone import alone
from interviews.site.artefacts import Site
from interviews.site.bundles import Bundle
from interviews.site.leading_on import Led, led
from interviews.site.quote_frames import Marks
from interviews.site.standing_quotes import TEMPLATES, QuoteFiles, looks
from interviews.site.whole_turns import WholeTurns


def quote_bundles(site: Site) -> Iterator[Bundle]:
    """The quotes of each interview. No transcript is looked at until one is asked for its files."""
    look, keys = looks(site), dict[str, str]()
    rows = Publication.objects.current().annotate(erasures=Count("interview__erasures"))
    for pk, slug, *state in rows.values_list("pk", "slug", "interview_id", "number", "erasures"):
        # Erasing is the one thing that changes a frozen state: the words go from earlier wordings, too.
        keys[slug] = _key(look, slug, *state)
        yield Bundle(_path(slug), keys[slug], partial(_standing, site, pk))
    for one in led():
        if one.is_withdrawn:
            yield from _withdrawn(site, one)
        else:
            key = _key(keys[one.to], _digest(one.page(site)))
            yield Bundle(_path(one.slug), key, partial(_moved, site, one))


def _standing(site: Site, pk: int) -> Iterator[tuple[str, bytes]]:
    publication = Publication.objects.get(pk=pk)
    yield from QuoteFiles(site, publication, list(Publication.objects.quotable(publication, None)))


def _moved(site: Site, one: Led) -> Iterator[tuple[str, bytes]]:
    """A page for each quote of today, under its earlier address, that leads to it."""
    publication = Publication.objects.current().get(slug=one.to)
    turns = WholeTurns(publication, list(Publication.objects.quotable(publication, None)))
    mark = Marks().key
    for rest in TEMPLATES:
        body = alone(one.page(site, f"{_path(one.to)}{mark}/{rest}")).decode()
        for key in turns.all_keys():
            yield f"{key}/{rest}index.html", body.replace(mark, key).encode()


def _withdrawn(site: Site, one: Led) -> Iterator[Bundle]:
    """The notice, for each quote that was public once."""
    last = Publication.objects.withdrawn().filter(slug=one.to).order_by("-number").first()
    if last is None:
        return
    body = alone(one.page(site))

    def files() -> Iterator[tuple[str, bytes]]:
        earlier = Publication.objects.filter(interview=last.interview_id, number__lt=last.number)
        for key in WholeTurns(last, list(earlier)).all_keys():
            yield from ((f"{key}/{rest}index.html", body) for rest in TEMPLATES)

    yield Bundle(_path(one.slug), _key(_digest(body), last.pk), files)


def _key(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def _path(slug: str) -> str:
    return f"{reverse('interviews:published', args=[slug])}quotes/"
