"""Who is at the review desk of an interview now."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from interviews.models.interview import Interview

PAGE_LENGTH = 20
GONE_AFTER = timedelta(seconds=20)  # four looks of a page that looks every five seconds


class PresenceQuerySet(models.QuerySet["Presence"]):
    """Questions about who is where."""

    def now(self) -> PresenceQuerySet:
        """Those who were seen a moment ago, in the order of their names."""
        seen = self.here().filter(seen_at__gt=timezone.now() - GONE_AFTER)
        return seen.select_related("user").order_by("user__first_name", "user__username")

    def here(self) -> PresenceQuerySet:
        """Those whose page has not told that it was left."""
        return self.exclude(page=models.F("left"))

    def past(self) -> PresenceQuerySet:
        return self.filter(seen_at__lte=timezone.now() - GONE_AFTER)


class Presence(models.Model):
    """Somebody at an interview: ``turn`` is the key of the turn that they are at, or empty.

    ``page`` is the open page that told it last, ``left`` the one that told last that it was left: a look that
    was under way then, and comes after it, is of somebody who is gone. No editorial data: rows that have
    expired are removed.
    """

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="present")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    turn = models.CharField(max_length=20, blank=True)
    page = models.CharField(max_length=PAGE_LENGTH, default="-")
    left = models.CharField(max_length=PAGE_LENGTH, blank=True)
    is_writing = models.BooleanField(default=False)
    seen_at = models.DateTimeField(db_index=True)  # what has expired is looked for over all interviews

    objects = PresenceQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["interview", "user"], name="one_presence_each")]

    def __str__(self) -> str:
        return f"{self.user} at {self.interview}"
