"""Many files that were brought in one go, and what became of each."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from interviews.models.interview import Interview
from interviews.transcript.filing import LONGEST_NAME


class ImportJobQuerySet(models.QuerySet["ImportJob"]):
    """Jobs with how far they are."""

    def counted(self) -> ImportJobQuerySet:
        """With ``total``, ``done`` and ``failed``: how many files there are, became interviews, could not."""
        state = ImportItem.State
        return self.annotate(
            total=models.Count("items"),
            done=models.Count("items", filter=models.Q(items__state=state.DONE)),
            failed=models.Count("items", filter=models.Q(items__state=state.FAILED)),
        )


class ImportJob(models.Model):
    """What one person brought at one time. ``worked_at`` is when somebody last took one of its files.

    ``series`` names the series that all of them are filed under, or is empty.
    """

    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="import_jobs"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    worked_at = models.DateTimeField()
    series = models.CharField(max_length=LONGEST_NAME, blank=True)

    objects = ImportJobQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"Import of {self.created_at:%Y-%m-%d %H:%M}"


class ImportItemQuerySet(models.QuerySet["ImportItem"]):
    """Items of a job."""

    def told(self) -> ImportItemQuerySet:
        """In order, with their interviews and without their bytes."""
        return self.defer("data").select_related("interview")

    def unfinished(self) -> ImportItemQuerySet:
        return self.filter(state__in=[ImportItem.State.WAITING, ImportItem.State.READING])


class ImportItem(models.Model):
    """One file. Its bytes are kept until it is read; from then on they are the interview's source.

    ``tries`` counts how often somebody took it: whoever took it later goes before.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "waits"
        READING = "reading", "is being read"
        DONE = "done", "is on the desk"
        FAILED = "failed", "could not be read"

    job = models.ForeignKey(ImportJob, models.CASCADE, related_name="items")
    name = models.CharField(max_length=255)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    problem = models.TextField(blank=True)
    data = models.BinaryField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    taken_at = models.DateTimeField(null=True)
    interview = models.ForeignKey(Interview, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = ImportItemQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
