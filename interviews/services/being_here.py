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


def be_here(*, interview: Interview, user: User, page: str, turn: str, is_writing: bool) -> None:
    """Somebody is at a turn (a key, or empty for none in particular), on a page that names itself.

    A page that has told that it was left is not heard any more. What has expired is removed.
    """
    now = timezone.now()
    own = Presence.objects.filter(interview=interview, user=user)
    told = own.here().filter(turn=turn, is_writing=is_writing, seen_at__gt=now - _TOLD_AGAIN)
    if told.exists():
        return
    at = {"page": page, "turn": turn, "is_writing": is_writing, "seen_at": now}
    if not own.exclude(left=page).update(**at):
        # None is there, or that page is left; whichever comes first between the two lines above and below.
        Presence.objects.bulk_create([Presence(interview=interview, user=user, **at)], ignore_conflicts=True)
    Presence.objects.past().delete()


def leave(*, interview: Interview, user: User, page: str) -> None:
    """Somebody has closed the page. It is remembered for as long as a look of that page may be under way."""
    Presence.objects.bulk_create(
        [Presence(interview=interview, user=user, page=page, left=page, seen_at=timezone.now())],
        update_conflicts=True,
        unique_fields=["interview", "user"],
        update_fields=["left", "seen_at"],
    )


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
