"""A page to each guest: who they are, and in which interviews they speak."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from django.urls import reverse

from interviews.models.publication import Publication
from interviews.site.artefacts import Planned, Site
from interviews.site.data_blocks import data_block
from interviews.site.entries import shown
from interviews.site.people import Person, people_listed
from interviews.site.shelves import Ways


@dataclass(frozen=True, slots=True)
class Guest:
    """A guest, as the newest interview tells of them, and their interviews, newest first."""

    person: Person
    entries: list[Publication] = field(default_factory=list)

    @property
    def path(self) -> str:
        return self.person.path


def everybody(listed: Sequence[Publication]) -> list[Guest]:
    """All guests by name. Those whose names are written alike are taken for one."""
    found: dict[str, Guest] = {}
    for publication in listed:
        for person in people_listed(publication):
            if not person.is_guest:
                continue
            guest = found.setdefault(person.slug, Guest(person))
            if not guest.entries or guest.entries[-1] is not publication:  # two writings of one name
                guest.entries.append(publication)
    return sorted(found.values(), key=lambda guest: guest.person.slug)


def build(site: Site, listed: Sequence[Publication]) -> Iterator[Planned]:
    guests = everybody(listed)
    ways = Ways.of(listed)
    named = repr(([(one.person, len(one.entries)) for one in guests], ways))
    context = {"guests": guests, "ways": ways}
    yield Planned(reverse("interviews:people"), named, lambda: site.html("public/people.html", context))
    for guest in guests:
        yield Planned(guest.path, repr(guest.person) + shown(guest.entries), partial(_page, site, guest))


def _page(site: Site, guest: Guest) -> bytes:
    person, address = guest.person, site.absolute(guest.path)
    told = {"@type": "Person", "name": person.name, "url": address}
    if person.about:
        told["description"] = person.about
    data = {"@context": "https://schema.org", "@type": "ProfilePage", "url": address, "mainEntity": told}
    data["inLanguage"] = site.language
    context = {"person": person, "entries": guest.entries, "address": address, "data": data_block(data)}
    return site.html("public/person.html", context)
