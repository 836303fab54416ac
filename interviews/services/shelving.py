"""A series or a topic gets another name or address, or is joined to another one; readers see it at once.

What is public of interviews is frozen, but for where it is filed: a series with two names would be two.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from django.db import transaction

from interviews.jobs import in_background
from interviews.models import Interview, Publication, Series, Topic
from interviews.services.artefacts import hold_site, rebuild, renew_site
from interviews.services.errors import ShelfTaken
from interviews.services.filing import frozen_shelf, sound_name, taken_slugs
from interviews.transcript.filing import folded

RENEWING = "new names on the pages of interviews"


def refuse_taken(*, shelf: Series | Topic, name: str, slug: str) -> None:
    """Raise ShelfTaken where another one has the name or the address, CannotFile where none could."""
    kind, wanted = type(shelf), sound_name(name)
    others = kind.objects.exclude(pk=shelf.pk)
    if others.filter(folded=folded(wanted)).exists():
        raise ShelfTaken(f"There is “{wanted}” already. Join the two, or choose another name.")
    if slug in taken_slugs(kind, but=shelf.pk):
        raise ShelfTaken(f"“{slug}” is or was the address of another one. Choose another address.")


def describe_shelf(*, shelf: Series | Topic, name: str, slug: str, description: str) -> None:
    """Write its name, address and description. Its earlier address leads to the new one from now on.

    The pages of its interviews follow in the background. Raises ShelfTaken and CannotFile.
    """
    with transaction.atomic():
        hold_site()
        locked = _held(shelf)
        refuse_taken(shelf=locked, name=name, slug=slug)
        earlier = [one for one in (*locked.earlier, locked.slug) if one != slug]
        locked.name, locked.slug, locked.description = sound_name(name), slug, description.strip()
        locked.folded, locked.earlier = folded(name), list(dict.fromkeys(earlier))
        locked.save()
        _tell_readers(locked, locked)


def join_shelf(*, shelf: Series | Topic, into: Series | Topic) -> None:
    """File everything under ``into`` that is filed under ``shelf``; its name and its address lead there.

    Raises ShelfTaken where the two are one, or are a series and a topic.
    """
    if type(shelf) is not type(into) or shelf.pk == into.pk or into.joined_to_id:
        raise ShelfTaken("It can be joined to another one of its kind alone.")
    with transaction.atomic():
        # In the order of whoever publishes: first the interviews, then the site.
        list(shelf.interviews.select_for_update(of=("self",)).order_by("pk"))
        hold_site()
        gone, to = _held(shelf), _held(into)
        if isinstance(gone, Series):
            Interview.objects.filter(series=gone).update(series=to)
        else:
            to.interviews.add(*gone.interviews.all())
            gone.interviews.clear()
        to.earlier = list(dict.fromkeys([*to.earlier, gone.slug, *gone.earlier]))
        to.save(update_fields=["earlier"])
        type(gone).objects.filter(joined_to=gone).update(joined_to=to)
        type(gone).objects.filter(pk=gone.pk).update(joined_to=to)
        _tell_readers(gone, to)


def _held(shelf: Series | Topic) -> Any:
    # Whoever files an interview there at this moment need not wait, and so is not waited for.
    return type(shelf).objects.select_for_update(no_key=True).get(pk=shelf.pk)


def _tell_readers(before: Series | Topic, now: Series | Topic) -> None:
    """Put ``now`` where publications hold ``before``."""
    fresh, is_series = frozen_shelf(now), isinstance(now, Series)
    rows = Publication.objects.order_by("pk").values_list("pk", "filing")
    for pk, filing in [(pk, filing) for pk, filing in rows if filing]:
        changed = (_other_series if is_series else _other_topic)(filing, before.pk, fresh)
        if changed != filing:
            key = {"series_key": now.pk} if is_series else {}
            Publication.objects.filter(pk=pk).update(filing=changed, **key)
    renew_site()
    transaction.on_commit(partial(in_background, partial(rebuild, anew=False), name=RENEWING))


def _other_series(filing: Mapping[str, Any], key: int, fresh: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**filing, "series": fresh} if filing.get("series", {}).get("id") == key else filing


def _other_topic(filing: Mapping[str, Any], key: int, fresh: Mapping[str, Any]) -> Mapping[str, Any]:
    topics = {one["id"]: one for one in filing.get("topics", ())}
    if key not in topics:
        return filing
    del topics[key]
    topics[fresh["id"]] = fresh
    return {**filing, "topics": sorted(topics.values(), key=lambda one: (one["name"], one["id"]))}
