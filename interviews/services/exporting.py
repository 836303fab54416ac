"""An interview as what writers take; the way from the desk to ``formats.exporting``."""

from __future__ import annotations

from django.conf import settings

from interviews.formats.writing import Document
from interviews.models import Interview


def document_of(interview: Interview, *, address: str = "") -> Document:
    """All that is known of an interview as it stands on the desk now, what was set aside included.

    ``address`` is that of its public page; it and the day of publishing are told only while there is one.
    """
    publication = interview.current_publication()
    return Document(
        transcript=interview.transcript(heard=True),
        standfirst=interview.standfirst,
        recorded_on=interview.recorded_on,
        published_at=publication.published_at if publication else None,
        changed_at=interview.changed_at,
        address=address if publication else "",
        newsroom=settings.SITE_NAME,
        filing=interview.filing(),
    )
