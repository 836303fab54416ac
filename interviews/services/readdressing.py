"""A published interview gets another address, and the one that readers have goes on leading there."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from interviews.models import EditRecord, Interview, Publication, SlugRedirect
from interviews.services.artefacts import prepare_publication, release, rename
from interviews.services.errors import AddressTaken
from interviews.services.recording import record
from interviews.services.storing import lock


def change_address(*, interview: Interview, slug: str, by: User) -> EditRecord | None:
    """Give an interview another address; None where it has that one. The earlier one answers 301 from now on.

    Raises AddressTaken where another interview has it, or had it once and readers may still follow it.
    """
    with transaction.atomic():
        locked = lock(interview.pk)
        old = locked.slug
        if slug == old:
            return None
        if _is_taken(slug, locked):
            raise AddressTaken(slug)
        Interview.objects.filter(pk=locked.pk).update(slug=slug, changed_at=timezone.now())
        if locked.publications.exists():
            _lead_on(locked, old, slug)
            locked.publications.update(slug=slug)
            current = locked.current_publication()
            if current:
                release(current, prepare_publication(current))
            else:
                rename(locked.pk, old, slug)
        return record(locked, [], by=by, label=f"Changed the address from {old} to {slug}")


def _is_taken(slug: str, interview: Interview) -> bool:
    return any(
        (
            Interview.objects.filter(slug=slug).exclude(pk=interview.pk).exists(),
            Publication.objects.filter(slug=slug).exclude(interview=interview).exists(),
            SlugRedirect.objects.filter(slug=slug).exclude(interview=interview).exists(),
        )
    )


def _lead_on(interview: Interview, old: str, slug: str) -> None:
    SlugRedirect.objects.filter(interview=interview).update(to=slug)
    SlugRedirect.objects.update_or_create(slug=old, defaults={"to": slug, "interview": interview})
