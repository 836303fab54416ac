"""Who is who, and what the interview is called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from interviews.models import Interview
from interviews.services.errors import AddressIsKnown
from interviews.services.filing import file_under
from interviews.services.importing import free_slug, is_made_of
from interviews.services.naming import describe_speakers
from interviews.services.storing import lock
from interviews.transcript.filing import Filing


def describe(
    *,
    interview: Interview,
    details: Mapping[str, Any],
    speakers: Mapping[int, Mapping[str, Any]],
    by: User | None = None,
    filing: Filing | None = None,
    filed: str | None = None,
) -> None:
    """Write an interview's title, standfirst, date and language, and what is known of its speakers.

    An address that nobody has yet follows the title, unless somebody has chosen it. ``speakers`` maps their
    ids to the values of their fields. Labels are changed by renaming, not here.
    ``filing`` is where it is filed from now on, if that is asked; see ``file_under`` for ``filed`` (``seen``
    there) and for what is raised.
    """
    with transaction.atomic():
        locked = lock(interview.pk)
        if locked.language != details["language"]:
            locked.checked_by = ""  # other words are right and wrong now: it is looked at again
        is_free = is_made_of(locked.slug, locked.title) and not locked.publications.exists()
        if details["title"] != locked.title and is_free:
            locked.slug = free_slug(details["title"], but=locked)
        for name in ("title", "standfirst", "recorded_on", "language"):
            setattr(locked, name, details[name])
        locked.save(
            update_fields=[
                "slug",
                "title",
                "standfirst",
                "recorded_on",
                "language",
                "checked_by",
                "changed_at",
            ]
        )
        labels = dict(locked.speakers.values_list("pk", "name"))
        known = {
            labels[pk]: (values["role"], values["full_name"], values["description"])
            for pk, values in speakers.items()
            if pk in labels
        }
        describe_speakers(interview=locked, known=known, by=by)
        if filing is not None:
            file_under(interview=locked, filing=filing, by=by, seen=filed)


def give_address(*, interview: Interview, slug: str) -> None:
    """Give an interview another address. Raises AddressIsKnown once it was published: links lead there."""
    with transaction.atomic():
        locked = lock(interview.pk)
        if locked.slug == slug:
            return
        if locked.publications.exists():
            raise AddressIsKnown("This interview was published: its address stays.")
        locked.slug = slug
        locked.save(update_fields=["slug", "changed_at"])
