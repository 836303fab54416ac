"""Who takes part in an interview, and the address under which all interviews with a person are listed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse
from django.utils.text import slugify

from interviews.models.publication import Publication
from interviews.text.placeholders import names_nobody
from interviews.transcript.turns import Role, Transcript

_LONGEST_SLUG = 80


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who spoke. ``about`` is what readers are told of them, such as "bridge inspector"."""

    name: str
    about: str
    role: Role

    @property
    def is_guest(self) -> bool:
        return self.role is Role.GUEST

    @property
    def asks(self) -> bool:
        return self.role is Role.INTERVIEWER

    @property
    def slug(self) -> str:
        return slug_of(self.name)

    @property
    def path(self) -> str:
        """Where their page is; only guests have one."""
        return reverse("interviews:public-file", args=[f"people/{self.slug}/"])


def people_of(publication: Publication) -> list[Person]:
    """Those who speak and have a name, in the order in which the transcript tells of them."""
    return people_in(publication.text)


def people_in(transcript: Transcript) -> list[Person]:
    """The same of a transcript."""
    spoke = {turn.speaker for turn in transcript.dialogue}
    return [
        Person(" ".join((one.full_name or one.name).split()), one.description, one.role)
        for one in transcript.speakers
        if one.name in spoke and not names_nobody(one.full_name or one.name)
    ]


def people_listed(publication: Publication) -> list[Person]:
    """The same without the transcript, which lists do not load."""
    return [
        Person(told["name"], told["about"], Role(told["role"]))
        for told in publication.summary.get("people", ())
        if not names_nobody(told["name"])
    ]


def to_data(person: Person) -> dict[str, str]:
    """For ``Publication.summary``; ``people_listed`` reads it."""
    return {"name": person.name, "about": person.about, "role": person.role.value}


@lru_cache(maxsize=4096)  # all guests are listed at each publication
def slug_of(name: str) -> str:
    """A name as part of an address: the same for any writing of it that differs only in case or accents.

    Only a-z, digits and hyphens. Where letters are left out, some digits made of the name tell it apart.
    """
    slug = slugify(name)[:_LONGEST_SLUG].strip("-")
    if len(slug) >= len(slugify(name, allow_unicode=True)[:_LONGEST_SLUG].strip("-")):
        return slug
    return f"{slug}-{hashlib.sha256(name.casefold().encode()).hexdigest()[:8]}".strip("-")
