"""How search engines, networks and readers’ programs understand the page of an interview."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from interviews.models.filed import Filed
from interviews.models.publication import Publication
from interviews.site.artefacts import Site
from interviews.site.data_blocks import data_block
from interviews.site.noting import in_a_row
from interviews.site.pages import Page
from interviews.site.people import Person, people_of
from interviews.site.telling import told_by
from interviews.text.words import count_words

_LONGEST_DESCRIPTION = 300  # code points; networks and search engines cut at 155 to 300
_PREVIEWS = "max-image-preview:large, max-snippet:-1"  # without it, Google shows a small picture


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in the head of the page. All addresses are absolute."""

    title: str
    description: str
    address: str
    image: str
    image_text: str
    locale: str
    published: str
    changed: str
    authors: Sequence[str]
    robots: str
    data: SafeString

    @classmethod
    def of(cls, site: Site, publication: Publication) -> Found:
        description = description_of(publication)
        people = people_of(publication)
        return cls(
            title=publication.title,
            description=description,
            address=site.absolute(publication.get_absolute_url()),
            image=site.absolute(image_path(publication)),
            image_text=_image_text(site, publication, people),
            locale=publication.language.replace("-", "_"),
            published=publication.first_published_at.isoformat(),
            changed=publication.published_at.isoformat(),
            authors=[one.name for one in people if one.asks],
            robots=_PREVIEWS,
            data=data_block(_article(site, publication, description, people)),
        )


def image_path(publication: Publication) -> str:
    """The address of the picture that networks show; another with each publication, since they keep it."""
    return f"{publication.get_absolute_url()}card-{publication.number}.png"


def description_of(publication: Publication) -> str:
    """The standfirst in a line, or who speaks."""
    told = " ".join(publication.standfirst.split())
    if not told:
        names = Page.of(publication).guests
        told = gettext("An interview with %(names)s.") % {"names": in_a_row(names)} if names else ""
        told = told or gettext("An interview.")
    if len(told) <= _LONGEST_DESCRIPTION:
        return told
    return told[:_LONGEST_DESCRIPTION].rsplit(" ", 1)[0] + " …"


def _image_text(site: Site, publication: Publication, people: Sequence[Person]) -> str:
    guests = [one.name for one in people if one.is_guest]
    said = f"{publication.title}. {site.name}"
    return f"{said}. {gettext('With %(names)s.') % {'names': in_a_row(guests)}}" if guests else f"{said}."


def _article(
    site: Site, publication: Publication, description: str, people: Sequence[Person]
) -> dict[str, Any]:
    """A ``NewsArticle``: https://schema.org/NewsArticle"""
    address = site.absolute(publication.get_absolute_url())
    newsroom = {"@type": "NewsMediaOrganization", "name": site.name, "url": site.absolute("/")}
    told = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": f"{address}#article",
        "url": address,
        "mainEntityOfPage": address,
        "headline": publication.title,
        "description": description,
        "inLanguage": publication.language,
        "datePublished": publication.first_published_at.isoformat(),
        "dateModified": publication.published_at.isoformat(),
        "dateCreated": publication.recorded_on.isoformat() if publication.recorded_on else "",
        "genre": gettext("Interview"),
        "image": [site.absolute(image_path(publication))],
        "wordCount": sum(count_words(turn.text) for turn in publication.text.standing),
        "author": [_person(site, one) for one in people if one.asks] or [newsroom],
        "about": [_person(site, one) for one in people if one.is_guest] + _topics(site, publication.filed),
        "keywords": [one.name for one in publication.filed.topics],
        "isPartOf": _series(site, publication.filed),
        "position": publication.filed.number if publication.filed.series else None,
        "publisher": newsroom,
        "isAccessibleForFree": True,
        "correction": [_correction(address, one) for one in _statements(publication)],
    }
    return {name: value for name, value in told.items() if value}


def _person(site: Site, person: Person) -> dict[str, str]:
    told = {
        "@type": "Person",
        "name": person.name,
        "description": person.about,
        "url": site.absolute(person.path) if person.is_guest else "",
    }
    return {name: value for name, value in told.items() if value}


def _topics(site: Site, filed: Filed) -> list[dict[str, str]]:
    return [{"@type": "Thing", "name": one.name, "url": site.absolute(one.path)} for one in filed.topics]


def _series(site: Site, filed: Filed) -> dict[str, str]:
    if filed.series is None:
        return {}
    told = {"@type": "CreativeWorkSeries", "name": filed.series.name}
    return told | {"url": site.absolute(filed.series.path)}


def _statements(publication: Publication) -> Iterable[Mapping[str, str]]:
    for told in told_by(publication):
        words = " ".join(filter(None, (told.wrong, told.right)))
        yield {"text": words, "at": told.at.isoformat(), "anchor": told.anchor}


def _correction(address: str, told: Mapping[str, str]) -> dict[str, str]:
    """A ``CorrectionComment``: https://schema.org/CorrectionComment"""
    return {
        "@type": "CorrectionComment",
        "text": told["text"],
        "datePublished": told["at"],
        "url": f"{address}#{told['anchor']}",
    }
