"""An interview as files, in every format that is written, and its references for reference managers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from django.utils.http import content_disposition_header

from interviews.formats.exporting import export
from interviews.models.publication import Publication
from interviews.site.artefacts import Planned, Site
from interviews.site.citing import Work, bibtex, ris
from interviews.site.documents import document_of
from interviews.site.downloads import downloads, path_to


def build(site: Site, publication: Publication) -> Iterator[Planned]:
    """The files of the page’s offer. Any page may load them: they are public, and players need it."""
    document = document_of(site, publication)
    for one in downloads(publication):
        render = partial(export, document, one.writer.id)
        yield _file(publication, one.name, one.writer.media_type, render)
    work = Work.of(site, publication)
    for suffix, media_type, written in (
        (".bib", "application/x-bibtex; charset=utf-8", bibtex),
        (".ris", "application/x-research-info-systems; charset=utf-8", ris),
    ):
        yield _file(publication, f"{publication.slug}{suffix}", media_type, partial(written, work))


def _file(publication: Publication, name: str, media_type: str, render: Callable[[], bytes]) -> Planned:
    headers = {
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or "attachment",
        "Access-Control-Allow-Origin": "*",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "X-Content-Type-Options": "nosniff",
    }
    return Planned(path_to(publication, name), publication.identity, render, media_type, headers, quick=True)
