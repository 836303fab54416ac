"""A published interview: frozen, and all that the public side ever reads."""

from __future__ import annotations

from functools import cached_property

from django.conf import settings
from django.db import models
from django.urls import reverse

from interviews.transcript.tombstones import Gone, gone_from_data
from interviews.transcript.turns import Transcript, transcript_from_data


class PublicationQuerySet(models.QuerySet["Publication"]):
    """Questions of the public side."""

    def current(self) -> PublicationQuerySet:
        """What readers may see now, newest first."""
        return self.filter(withdrawn_at=None, superseded_at=None).order_by(
            "-first_published_at", "-interview_id"
        )

    def listed(self) -> PublicationQuerySet:
        """As lists need them: what was said stays in the database until somebody looks at it."""
        return self.defer("transcript", "joined", "gone", "changes", "acknowledged")

    def withdrawn(self) -> PublicationQuerySet:
        return self.exclude(withdrawn_at=None)

    def quotable(self, current: Publication, number: int | None) -> PublicationQuerySet:
        """Where words of an interview may have been quoted: publication ``number``, or all, newest first.

        What was withdrawn is not quoted any more.
        """
        found = self.filter(interview=current.interview_id, withdrawn_at=None)
        if number is not None:
            return found.filter(number=number)
        return found.exclude(pk=current.pk).order_by("-number")


class Publication(models.Model):
    """One state of an interview as readers got it. Never changed, except to end.

    ``transcript`` holds what stood when it was published, without what was set aside; ``changes`` what
    was done since the source, as data; ``acknowledged`` the warnings that were let pass, as sentences;
    ``corrections`` what readers were told of changes since the first publication, the oldest first, each as
    ``{"kind", "wrong", "right", "turns": [key], "at": time, "publication": number}``.
    """

    interview = models.ForeignKey("interviews.Interview", models.PROTECT, related_name="publications")
    number = models.PositiveIntegerField()
    slug = models.SlugField(max_length=120)
    title = models.CharField(max_length=300)
    standfirst = models.TextField(blank=True)
    language = models.CharField(max_length=35)
    recorded_on = models.DateField(null=True, blank=True)
    transcript = models.JSONField()
    summary = models.JSONField(default=dict, blank=True)
    joined = models.JSONField(default=dict, blank=True, help_text="Keys of turns that were joined to others.")
    gone = models.JSONField(
        default=list, blank=True, help_text="Turns that readers had before, each with the one before it."
    )
    changes = models.JSONField(default=list, blank=True)
    corrections = models.JSONField(
        default=list, blank=True, help_text="What readers were told of changes after the first publication."
    )
    filing = models.JSONField(default=dict, blank=True, help_text="Its series and its topics, as ``Filed``.")
    series_key = models.PositiveBigIntegerField(
        null=True, blank=True, db_index=True, help_text="The same for all parts of a series."
    )
    note = models.TextField(blank=True, help_text="What was changed, in sentences for readers.")
    acknowledged = models.JSONField(default=list, blank=True)
    override_reason = models.TextField(blank=True, help_text="Why it went out although errors were open.")
    first_published_at = models.DateTimeField()
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    superseded_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    withdrawn_note = models.TextField(blank=True, help_text="What readers are told where the page stood.")

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at"]
        constraints = [
            models.UniqueConstraint(fields=["interview", "number"], name="one_publication_per_number"),
            models.UniqueConstraint(
                fields=["slug"],
                condition=models.Q(withdrawn_at=None, superseded_at=None),
                name="one_current_publication_per_slug",
            ),
        ]
        indexes = [models.Index(fields=["slug"], name="publication_by_slug")]  # the public page

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"

    def get_absolute_url(self) -> str:
        return reverse("interviews:published", args=[self.slug])

    @property
    def is_retracted(self) -> bool:
        """Whether the newsroom takes back what the page says."""
        return any(told["kind"] == "retraction" for told in self.corrections)

    @property
    def identity(self) -> str:
        """Names this frozen state, before it has a row too."""
        return f"publication {self.interview_id}/{self.number}"

    @property
    def tombstones(self) -> tuple[Gone, ...]:
        """The turns of earlier publications that this one has not, in order of their place."""
        return gone_from_data(self.gone)

    @cached_property
    def text(self) -> Transcript:
        """The frozen transcript."""
        return transcript_from_data(self.transcript)
