"""Who is at an interview now, and who says that they are working on it. None of it is editorial data."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from interviews.models import Claim, Interview, Presence

# A page looks every five seconds; telling the same again is put off until a second look would be too late.
_TOLD_AGAIN = timedelta(seconds=8)
_ACTIVE_AGAIN = timedelta(minutes=1)


def be_here(*, interview: Interview, user: User, turn: str, is_writing: bool) -> None:
    """Somebody is at a turn (a key, or empty for none in particular). What has expired is removed."""
    now = timezone.now()
    told = Presence.objects.filter(interview=interview, user=user, turn=turn, is_writing=is_writing)
    if told.filter(seen_at__gt=now - _TOLD_AGAIN).exists():
        return
    Presence.objects.bulk_create(
        [Presence(interview=interview, user=user, turn=turn, is_writing=is_writing, seen_at=now)],
        update_conflicts=True,
        unique_fields=["interview", "user"],
        update_fields=["turn", "is_writing", "seen_at"],
    )
    Presence.objects.past().delete()


def leave(*, interview: Interview, user: User) -> None:
    """Somebody has closed the page."""
    Presence.objects.filter(interview=interview, user=user).delete()


def claim(*, interview: Interview, user: User) -> None:
    """Say that one is working on an interview; whoever said so before no longer is.

    Nothing of theirs is touched: they may go on writing and saving, and are told when both wrote in one turn.
    """
    now = timezone.now()
    with transaction.atomic():
        Claim.objects.update_or_create(
            interview=interview, defaults={"user": user, "made_at": now, "active_at": now}
        )


def let_go(*, interview: Interview, user: User) -> None:
    """Say that one is done. Somebody else's claim stays."""
    Claim.objects.filter(interview=interview, user=user).delete()


def stay_active(*, interview: Interview, user: User) -> None:
    """Somebody did something: a claim of theirs that is in force goes on."""
    now = timezone.now()
    mine = Claim.objects.in_force().filter(interview=interview, user=user)
    mine.filter(active_at__lt=now - _ACTIVE_AGAIN).update(active_at=now)
