"""Who says that they are working on an interview."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.utils import timezone

from interviews.models.interview import Interview

FREE_AFTER = timedelta(minutes=30)


class ClaimQuerySet(models.QuerySet["Claim"]):
    """Questions about claims."""

    def in_force(self) -> ClaimQuerySet:
        """Those that somebody has been active under lately."""
        return self.filter(active_at__gt=timezone.now() - FREE_AFTER).select_related("user")


class Claim(models.Model):
    """Somebody says that they are working on an interview. It keeps nobody out; it only says so.

    ``active_at`` is when they last did something there; a claim ends by itself ``FREE_AFTER`` that.
    """

    interview = models.OneToOneField(Interview, models.CASCADE, related_name="claim")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    made_at = models.DateTimeField()
    active_at = models.DateTimeField()

    objects = ClaimQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.user} works on {self.interview}"

    def is_of(self, user: User) -> bool:
        return self.user_id == user.pk
