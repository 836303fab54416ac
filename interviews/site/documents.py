"""A publication as the writers of formats take it."""

from __future__ import annotations

from interviews.formats.writing import Document
from interviews.models.publication import Publication
from interviews.site.artefacts import Site


def document_of(site: Site, publication: Publication) -> Document:
    """What readers may have: what was frozen, and the address of its page."""
    return Document(
        transcript=publication.text,
        standfirst=publication.standfirst,
        recorded_on=publication.recorded_on,
        published_at=publication.published_at,
        changed_at=publication.published_at,
        address=site.absolute(publication.get_absolute_url()),
        newsroom=site.name,
        filing=publication.filed.names,
    )
