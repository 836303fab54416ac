"""That words were erased for good: when, by whom and why. Not the words."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models

from interviews.models.interview import Interview


class ErasureRecordQuerySet(models.QuerySet["ErasureRecord"]):
    """Questions about erasures."""

    def since(self, number: int) -> ErasureRecordQuerySet:
        """Those that came after the entry of the history with that number."""
        return self.filter(record__gt=number)


class ErasureRecord(models.Model):
    """One erasure. ``turns`` holds the keys of the turns that had the words at any time, ``record`` the
    number of the history's entry that tells of it, ``places`` how many rows were changed, by table.
    ``is_cleared`` is known at once and not kept: whether the database's files are rid of the words, too."""

    is_cleared = True
    interview = models.ForeignKey(Interview, models.PROTECT, related_name="erasures")
    reason = models.TextField()
    turns = models.JSONField(default=list)
    record = models.PositiveIntegerField()
    places = models.JSONField(default=dict)
    history_closed = models.BooleanField(
        default=False, help_text="The words stood across a cut: earlier states cannot be shown any more."
    )
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = ErasureRecordQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        default_permissions = ()  # whoever may publish may erase

    def __str__(self) -> str:
        return f"{self.interview_id}: {self.reason}"[:80]

    def concerns(self, turns: set[str]) -> bool:
        """Whether one of these turns had the words."""
        return not turns.isdisjoint(self.turns)

    @property
    def rows(self) -> int:
        """How many rows of the database were changed."""
        counts: dict[str, Any] = self.places
        return sum(counts.values())
