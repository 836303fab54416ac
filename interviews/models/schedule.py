"""Interviews that go out at a time of their own."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models

from interviews.models.interview import Interview


class ScheduledPublicationQuerySet(models.QuerySet["ScheduledPublication"]):
    """Questions about what is to go out."""

    def waiting(self) -> ScheduledPublicationQuerySet:
        return self.filter(state=ScheduledPublication.State.WAITING)

    def due(self, now: datetime) -> ScheduledPublicationQuerySet:
        """What should be public by now, the earliest first."""
        return self.waiting().filter(at__lte=now).order_by("at", "pk")

    def failed(self) -> ScheduledPublicationQuerySet:
        """What did not go out, until somebody does something about it."""
        return self.filter(state=ScheduledPublication.State.FAILED).order_by("-at", "-pk")


class ScheduledPublication(models.Model):
    """One appointment: what the publisher acknowledged and stated, to be said again when its time comes.

    It publishes the interview as it stands then. ``problem`` is the sentence that says why it did not.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        DONE = "done", "Published"
        FAILED = "failed", "Not published"
        ENDED = "ended", "Taken back"

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="schedules")
    at = models.DateTimeField()
    acknowledged = models.JSONField(default=list, blank=True)
    override_reason = models.TextField(blank=True)
    corrections = models.JSONField(default=list, blank=True)
    state = models.CharField(max_length=20, choices=State, default=State.WAITING)
    problem = models.TextField(blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ScheduledPublicationQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        default_permissions = ()  # whoever may publish may say when
        constraints = [
            models.UniqueConstraint(
                fields=["interview"], condition=models.Q(state="waiting"), name="one_appointment_at_a_time"
            )
        ]
        indexes = [
            # The desk asks once a minute what is due.
            models.Index(fields=["at"], condition=models.Q(state="waiting"), name="due_publications"),
        ]

    def __str__(self) -> str:
        return f"{self.interview_id} at {self.at:%Y-%m-%d %H:%M}"
