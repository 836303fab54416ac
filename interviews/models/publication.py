"""A published interview: frozen, and all that the public side ever reads."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from math import inf

from django.conf import settings
from django.db import models
from django.urls import reverse

from interviews.models.filed import Filed, Part, Place
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


def places(parts: Iterable[Publication]) -> dict[int, Place]:
    """The place of each part of one series, by the interview; parts without a number come behind."""
    ordered = in_order(parts)
    links = [Part(one.title, one.get_absolute_url(), one.filed.number) for one in ordered]
    beside = zip(ordered, [None, *links[:-1]], [*links[1:], None], strict=True)
    return {one.interview_id: Place(before, after) for one, before, after in beside}


def put_in_place(listed: Iterable[Publication]) -> None:
    """Tell all that is public its place at once, instead of by a query each."""
    of_series: dict[int, list[Publication]] = {}
    for one in listed:
        if one.series_key is not None:
            of_series.setdefault(one.series_key, []).append(one)
    for parts in of_series.values():
        found = places(parts)
        for one in parts:
            one.place = found[one.interview_id]


def in_order(parts: Iterable[Publication]) -> list[Publication]:
    """The parts of a series by number; those without one behind, in the order of publishing."""

    def place(one: Publication) -> tuple[float, datetime, int]:
        number = one.filed.number
        return inf if number is None else number, one.first_published_at, one.interview_id

    return sorted(parts, key=place)


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
    edited = models.JSONField(
        default=list, blank=True, help_text="How often what was done since the source, as ``Account``."
    )
    note = models.TextField(blank=True, help_text="The same in a sentence, for the desk.")
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
        """Names this frozen state, before it has a row too; where it is filed may get another name."""
        filed = f" {sha256(repr(self.filed).encode()).hexdigest()[:16]}" if self.filing else ""
        return f"publication {self.interview_id}/{self.number}{filed}"

    @cached_property
    def filed(self) -> Filed:
        """Its series and its topics, as readers know them."""
        return Filed.of(self.filing)

    @cached_property
    def place(self) -> Place:
        """What is public before and after it in its series: one query where it is in one."""
        if self.series_key is None:
            return Place()
        parts = Publication.objects.current().listed().filter(series_key=self.series_key)
        others = [one for one in parts if one.interview_id != self.interview_id]
        return places([*others, self])[self.interview_id]

    @property
    def tombstones(self) -> tuple[Gone, ...]:
        """The turns of earlier publications that this one has not, in order of their place."""
        return gone_from_data(self.gone)

    @cached_property
    def text(self) -> Transcript:
        """The frozen transcript."""
        return transcript_from_data(self.transcript)
