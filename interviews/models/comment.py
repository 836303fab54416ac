"""What editors say to each other about a place in an interview."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone

from interviews.models.interview import Interview
from interviews.models.turn import Turn


class CommentQuerySet(models.QuerySet["Comment"]):
    """Questions about comments."""

    def open(self) -> CommentQuerySet:
        return self.filter(resolved_at=None)

    def in_order(self) -> CommentQuerySet:
        """Open ones first, each as its turn stands in the text."""
        return self.order_by(
            models.F("resolved_at").asc(nulls_first=True), "turn__position", "start", "made_at", "pk"
        )

    def waiting_for(self, user: User) -> CommentQuerySet:
        """Open ones of others that mention this person or are about an interview of theirs, newest first."""
        of_theirs = Q(interview__in=Interview.objects.of(user))
        mention = Q(pk__in=Comment.objects.filter(mentions=user).values("pk"))
        return (
            self.open()
            .filter(of_theirs | mention, interview__in=Interview.objects.editable_by(user))
            .exclude(author=user)
            .order_by("-made_at", "-pk")
        )

    def count_by_turn(self) -> dict[int, int]:
        """How many of these each turn has; those of a turn that was joined to another count there."""
        at = Coalesce("turn__joined_to", "turn")
        counted = self.order_by().annotate(at=at).values("at").annotate(comments=models.Count("pk"))
        return {row["at"]: row["comments"] for row in counted}


class Comment(models.Model):
    """One remark on a turn, or on a passage of it. Never changed or deleted; resolved, and opened again.

    ``start`` (code points) and ``quote`` say which words of the turn it was about when it was made; without
    ``start`` it is about the whole turn. ``touched_at`` is when it was made, resolved or opened last.
    """

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="comments")
    turn = models.ForeignKey(Turn, models.CASCADE, related_name="comments")
    start = models.PositiveIntegerField(null=True, blank=True)
    quote = models.TextField()
    text = models.TextField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    mentions = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="mentioned_in", blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    touched_at = models.DateTimeField(default=timezone.now)

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["interview", "pk"]
        default_permissions = ()  # whoever may edit the interview may comment on it
        indexes = [
            # The markers of the desk and the inbox ask for what is open.
            models.Index(fields=["interview"], condition=Q(resolved_at=None), name="open_comments"),
            # The desk asks again and again whether anything is new.
            models.Index(fields=["interview", "-touched_at"], name="newest_comments"),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    def get_absolute_url(self) -> str:
        return f"{reverse('interviews:comments', args=[self.interview_id])}#comment-{self.pk}"

    @property
    def is_open(self) -> bool:
        return self.resolved_at is None
