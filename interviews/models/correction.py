"""What a newsroom told its readers when words of a published page changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy


class CorrectionKind(models.TextChoices):
    """How newsrooms tell such notes apart. A typo is on record, and not shown to readers."""

    CORRECTION = "correction", gettext_lazy("Correction")
    CLARIFICATION = "clarification", gettext_lazy("Clarification")
    UPDATE = "update", gettext_lazy("Update")
    NOTE = "note", gettext_lazy("Editor’s note")
    RETRACTION = "retraction", gettext_lazy("Retraction")
    TYPO = "typo", "Typo"


class Correction(models.Model):
    """One statement, made when the page was published again. Never changed or deleted.

    ``turns`` holds the keys of the turns that it is about; none where it is about the whole. Readers get it
    out of the publication (``Publication.corrections``), where it is frozen.
    """

    publication = models.ForeignKey("interviews.Publication", models.PROTECT, related_name="statements")
    kind = models.CharField(max_length=20, choices=CorrectionKind)
    wrong = models.TextField(blank=True, help_text="What was wrong.")
    right = models.TextField(blank=True, help_text="What is right, or what readers should know.")
    turns = models.JSONField(default=list, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-made_at", "pk"]
        default_permissions = ()  # whoever may publish states it

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.right or self.wrong}"[:80]
