"""What a reader says is wrong in a published turn."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q
from django.urls import reverse

from interviews.models.interview import Interview
from interviews.models.publication import Publication


class SuggestionQuerySet(models.QuerySet["Suggestion"]):
    """Questions about suggestions."""

    def open(self) -> SuggestionQuerySet:
        return self.filter(settled_at=None)

    def waiting_for(self, user: User) -> SuggestionQuerySet:
        """Open ones on interviews that this person may work on, the oldest first."""
        return self.open().filter(interview__in=Interview.objects.editable_by(user)).order_by("made_at", "pk")


class Suggestion(models.Model):
    """One suggestion. Never public, never changed; settled once: taken up, or dismissed with a note.

    ``key`` names the turn in ``publication``, whose words are read there. Of the reader nothing is kept.
    """

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="suggestions")
    publication = models.ForeignKey(Publication, models.PROTECT, related_name="+")
    key = models.CharField(max_length=20)
    text = models.TextField()
    made_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    taken = models.BooleanField(default=False)
    note = models.TextField(blank=True, help_text="Why it was dismissed.")

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]
        default_permissions = ()  # whoever may edit the interview settles what readers say of it
        indexes = [
            models.Index(
                fields=["interview"], condition=Q(settled_at=None), name="open_suggestions"
            ),  # the desk
        ]

    def __str__(self) -> str:
        return self.text[:60]

    def get_absolute_url(self) -> str:
        return f"{reverse('interviews:suggestions', args=[self.interview_id])}#suggestion-{self.pk}"

    @property
    def words(self) -> str:
        """What the reader saw; empty where it was erased since."""
        text = self.publication.text
        return text[self.key].text if self.key in text else ""
