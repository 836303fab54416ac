"""What readers may take with them from the page of an interview: files, and how to cite it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from interviews.models.publication import Publication
from interviews.site.artefacts import Site
from interviews.site.citing import Work, apa, chicago
from interviews.site.downloads import Download, downloads, path_to


@dataclass(frozen=True, slots=True)
class Offer:
    """The block below the conversation. ``bibtex`` and ``ris`` are paths."""

    downloads: Sequence[Download]
    apa: str
    chicago: str
    bibtex: str
    ris: str

    @classmethod
    def of(cls, site: Site, publication: Publication) -> Offer:
        work = Work.of(site, publication)
        return cls(
            downloads=downloads(publication),
            apa=apa(work),
            chicago=chicago(work),
            bibtex=path_to(publication, f"{publication.slug}.bib"),
            ris=path_to(publication, f"{publication.slug}.ris"),
        )
