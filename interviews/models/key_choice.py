"""The keys that somebody likes better than those of the table."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.db import models


class KeyChoice(models.Model):
    """Command to key, for those that differ from ``interviews.keyboard``."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="key_choice")
    keys = models.JSONField(default=dict)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"keys of {self.user}"


def chosen_keys(user: User | AnonymousUser) -> dict[str, str]:
    """What this person chose; empty for whoever chose nothing or is not signed in. One query."""
    if not user.is_authenticated:
        return {}
    return KeyChoice.objects.filter(user=user).values_list("keys", flat=True).first() or {}
