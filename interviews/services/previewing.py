"""An interview is shown to somebody outside before it is public: one version, for some days."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from interviews.models import Interview, PreviewLink
from interviews.services.restoring import IMPORTED, state
from interviews.services.storing import lock
from interviews.transcript.turns import Transcript, only_standing

DAYS = 7  # how long a link works unless somebody says otherwise
MOST_DAYS = 90


def make_link(*, interview: Interview, by: User, days: int = DAYS) -> PreviewLink:
    """A link to the interview as it stands now. ``days`` is cut to between 1 and 90."""
    with transaction.atomic():
        locked = lock(interview.pk)
        last = locked.records.touching_text().order_by("-number").first()
        return PreviewLink.objects.create(
            interview=locked,
            version=locked.version,
            record=last.number if last else IMPORTED,
            title=locked.title,
            standfirst=locked.standfirst,
            made_by=by,
            expires_at=timezone.now() + timedelta(days=min(max(days, 1), MOST_DAYS)),
        )


def revoke_link(*, link: PreviewLink, by: User) -> bool:
    """End a link at once; False where it had ended already."""
    now = timezone.now()
    return bool(PreviewLink.objects.working(now).filter(pk=link.pk).update(revoked_at=now, revoked_by=by))


def revoke_links(*, interview: Interview, by: User) -> int:
    """End every link of an interview that still works; how many there were."""
    now = timezone.now()
    return interview.preview_links.working(now).update(revoked_at=now, revoked_by=by)


def shown_by(link: PreviewLink) -> Transcript:
    """What a link shows: the words that stood when it was made."""
    return only_standing(state(link.interview, link.record))
