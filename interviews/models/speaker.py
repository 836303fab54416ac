"""Who speaks in an interview."""

from __future__ import annotations

from django.db import models

from interviews.models.interview import Interview
from interviews.transcript import turns as pure


class SpeakerQuerySet(models.QuerySet["Speaker"]):
    """Questions about speakers."""

    def with_turns(self) -> SpeakerQuerySet:
        """Those who have a turn now. Who was joined to another one has none, and is kept for undoing that."""
        return self.filter(turns__position__isnull=False).distinct()


class Speaker(models.Model):
    """A label in an interview and what is known of the person behind it."""

    class Role(models.TextChoices):
        INTERVIEWER = "interviewer", "Interviewer"
        GUEST = "guest", "Guest"
        OTHER = "other", "Other"

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="speakers")
    name = models.CharField(max_length=200, help_text="The label as it stands in the transcript.")
    role = models.CharField(max_length=20, choices=Role, default=Role.OTHER)
    full_name = models.CharField(max_length=200, blank=True)
    description = models.CharField(
        max_length=300, blank=True, help_text="Such as “ecologist”, for the first mention."
    )
    aliases = models.JSONField(default=list, blank=True)

    objects = SpeakerQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["interview", "name"], name="one_speaker_per_label")]

    def __str__(self) -> str:
        return self.full_name or self.name

    def pure(self) -> pure.Speaker:
        """The speaker as pure data."""
        role = pure.Role(self.role)
        return pure.Speaker(self.name, role, self.full_name, self.description, tuple(self.aliases))
