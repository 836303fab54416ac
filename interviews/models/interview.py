"""An interview: what editors work on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils import timezone

from interviews import permissions
from interviews.detectors.registry import signature
from interviews.transcript.filing import Filing
from interviews.transcript.hearing import Heard, HeardOnDemand
from interviews.transcript.turns import Transcript

if TYPE_CHECKING:
    from interviews.models.edit_record import EditRecord
    from interviews.models.publication import Publication


class InterviewQuerySet(models.QuerySet["Interview"]):
    """Questions about many interviews."""

    def with_flag_counts(self) -> InterviewQuerySet:
        """Each with its flags counted for the desk: open ones by colour, open ones, all that count."""
        is_open = Q(flags__state="open")
        alone = is_open & Q(flags__has_parts=False)
        return self.annotate(
            open_structure=Count("flags", filter=is_open & Q(flags__has_parts=True)),
            open_duplicate=Count("flags", filter=alone & Q(flags__family="duplicate")),
            open_garbled=Count("flags", filter=alone & Q(flags__family="garbled")),
            open_flags=Count("flags", filter=is_open),
            settled_flags=Count("flags", filter=Q(flags__state__in=["fixed", "dismissed"])),
            all_flags=Count("flags", filter=~Q(flags__state="gone")),
        )

    def to_settle(self) -> InterviewQuerySet:
        """Not published, with flags open."""
        return self.exclude(status=Interview.Status.PUBLISHED).filter(flags__state="open").distinct()

    def in_review(self) -> InterviewQuerySet:
        return self.filter(status=Interview.Status.IN_REVIEW)

    def ready(self) -> InterviewQuerySet:
        return self.filter(status=Interview.Status.READY)

    def published(self) -> InterviewQuerySet:
        return self.filter(status=Interview.Status.PUBLISHED)

    def of(self, user: User) -> InterviewQuerySet:
        """Those that this person brought in or is assigned to."""
        return self.filter(Q(created_by=user) | Q(assignee=user))

    def waiting_for_work_of(self, user: User) -> InterviewQuerySet:
        """Drafts that are assigned to this person, the first due first."""
        return self.filter(assignee=user, status=Interview.Status.DRAFT).order_by(
            F("due_on").asc(nulls_last=True), "-created_at"
        )

    def waiting_for_approval_by(self, user: User) -> InterviewQuerySet:
        """Those in review that this person may approve, the first due first."""
        if not permissions.can_approve(user):
            return self.none()
        found = self.editable_by(user).in_review()
        if settings.FOUR_EYES:
            for involved in ("created_by", "assignee", "sent_by"):
                found = found.exclude(**{involved: user})
        return found.order_by(F("due_on").asc(nulls_last=True), "-created_at")

    def matching(self, query: str) -> InterviewQuerySet:
        """Those with the words in their title, a speaker's name or what was said."""
        for word in query.split():
            self = self.filter(
                Q(title__icontains=word)
                | Q(speakers__name__icontains=word)
                | Q(speakers__full_name__icontains=word)
                | Q(turns__text__icontains=word)
            )
        return self.distinct()

    def filed_under(self, *, series: str = "", topic: str = "") -> InterviewQuerySet:
        """Those of a series and of a topic, each by its slug, where one is named."""
        found = self.filter(series__slug=series) if series else self
        return found.filter(topics__slug=topic) if topic else found

    def editable_by(self, user: User | AnonymousUser) -> InterviewQuerySet:
        """What this person may work on (see ``permissions.can_edit_interview``)."""
        if permissions.can_edit_all(user):
            return self.all()
        if isinstance(user, User) and permissions.can_edit(user):
            return self.of(user)
        return self.none()


class Interview(models.Model):
    """A conversation on its way from a file to a published page.

    ``version`` goes up with every change of the transcript; ``checked_version`` is the one that the
    flags belong to, ``approved_version`` the one that was marked ready. ``checked_by`` is the signature of
    the rules of that check, ``check_key`` its own name: a process that remembers a check by this key knows
    what it has left in the database. It is empty while that is in doubt.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        IN_REVIEW = "in_review", "In review"
        READY = "ready", "Ready"
        PUBLISHED = "published", "Published"
        WITHDRAWN = "withdrawn", "Withdrawn"

    title = models.CharField(max_length=300)
    slug = models.SlugField(max_length=120, unique=True)
    standfirst = models.TextField(blank=True)
    language = models.CharField(max_length=35, default="en", help_text="A language tag, such as en or de-CH.")
    status = models.CharField(max_length=20, choices=Status, default=Status.DRAFT)
    recorded_on = models.DateField(null=True, blank=True)
    series = models.ForeignKey(
        "interviews.Series", models.PROTECT, null=True, blank=True, related_name="interviews"
    )
    series_number = models.PositiveSmallIntegerField(null=True, blank=True)
    topics = models.ManyToManyField("interviews.Topic", blank=True, related_name="interviews")
    version = models.PositiveIntegerField(default=1, editable=False)
    checked_version = models.PositiveIntegerField(default=0, editable=False)
    checked_by = models.CharField(max_length=32, blank=True, editable=False)
    check_key = models.CharField(max_length=32, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="interviews"
    )
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="assigned_interviews"
    )
    due_on = models.DateField(null=True, blank=True)
    embargo_until = models.DateTimeField(null=True, blank=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    approved_version = models.PositiveIntegerField(null=True, blank=True, editable=False)

    objects = InterviewQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        permissions = [
            ("change_own_interview", "Can change interviews that they brought in or are assigned to"),
            ("approve_interview", "Can mark interviews as ready"),
        ]
        indexes = [models.Index(fields=["status", "-created_at"], name="desk_tabs")]  # the desk's tabs

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("interviews:editor", args=[self.pk])

    def is_embargoed(self, at: datetime | None = None) -> bool:
        """Whether nobody may publish it yet at that time, or now."""
        return self.embargo_until is not None and (at or timezone.now()) < self.embargo_until

    def transcript(self, *, heard: bool = False) -> Transcript:
        """The interview as pure data: two queries. What a recogniser told of the words, where that is asked
        for, takes one more when somebody looks at it."""
        speakers = {speaker.pk: speaker for speaker in self.speakers.all()}
        turns = self.turns.in_place().as_pure({pk: speaker.name for pk, speaker in speakers.items()})
        known = tuple(speaker.pure() for speaker in speakers.values())
        told: Mapping[str, Heard] = HeardOnDemand(self._heard) if heard else {}
        return Transcript(turns, known, self.language, self.title, told)

    def filing(self) -> Filing:
        """Where it is filed: at most two queries."""
        topics = tuple(topic.name for topic in self.topics.all())
        return Filing(self.series.name if self.series else "", self.series_number, topics)

    def _heard(self) -> dict[str, Any]:
        """Of a file that was imported again later, what it told of the same turns counts."""
        told: dict[str, Any] = {}
        for data in self.sources.order_by("pk").values_list("heard", flat=True):
            told |= data
        return told

    def last_record(self) -> EditRecord | None:
        """The newest entry of the history."""
        return self.records.order_by("-number").first()

    def current_publication(self) -> Publication | None:
        """What readers see now, or None."""
        return self.publications.filter(withdrawn_at=None, superseded_at=None).first()

    @property
    def needs_check(self) -> bool:
        """Whether the flags are those of another version, or of other rules.

        What readers have already is not looked at again because the rules are others.
        """
        if self.checked_version != self.version:
            return True
        if self.status == self.Status.PUBLISHED and self.checked_by:
            return False
        return self.checked_by != signature(settings.DETECTORS)

    @property
    def changed_since_approval(self) -> bool:
        """The text is no longer the one that was marked ready."""
        return self.approved_version is not None and self.approved_version != self.version
