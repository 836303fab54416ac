"""Addresses that a published interview had before: they lead to the one that it has now, for ever."""

from __future__ import annotations

from django.db import models


class SlugRedirect(models.Model):
    """One earlier address. ``to`` is the slug of today, so that no visitor is sent on twice.

    The public side reads the two slugs and nothing else.
    """

    slug = models.SlugField(max_length=120, unique=True)
    to = models.SlugField(max_length=120)
    interview = models.ForeignKey("interviews.Interview", models.PROTECT, related_name="earlier_addresses")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        default_permissions = ()  # whoever may publish may change an address

    def __str__(self) -> str:
        return f"{self.slug} → {self.to}"
