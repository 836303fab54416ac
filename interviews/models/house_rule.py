"""A rule of the newsroom's own: what editors want pointed out, in every interview from now on."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse

from interviews.detectors.house_rules import HouseRule as PureRule
from interviews.detectors.kinds import Severity as Weight
from interviews.text.patterns import LONGEST


class HouseRuleQuerySet(models.QuerySet["HouseRule"]):
    """Questions about house rules."""

    def enabled(self) -> HouseRuleQuerySet:
        """Those that interviews are checked by, in the order in which they were made."""
        return self.filter(enabled=True).order_by("pk")


class HouseRule(models.Model):
    """A pattern and what to say where it fits. Nothing is deleted: a rule is switched off.

    ``version`` goes up with every change; whoever changes it says which one they saw.
    """

    class Severity(models.TextChoices):
        ERROR = "error", "Error: blocks publishing"
        WARNING = "warning", "Warning: must be acknowledged"
        NOTICE = "notice", "Notice: is only shown"

    name = models.CharField(max_length=80, unique=True)
    pattern = models.CharField(max_length=LONGEST)
    whole_words = models.BooleanField(default=True)
    case_sensitive = models.BooleanField(default=False)
    message = models.CharField(max_length=200)
    replacement = models.CharField(max_length=200, blank=True)
    severity = models.CharField(max_length=20, choices=Severity, default=Severity.NOTICE)
    enabled = models.BooleanField(default=False, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    changed_at = models.DateTimeField(auto_now=True)

    objects = HouseRuleQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("interviews:rule", args=[self.pk])

    def pure(self) -> PureRule:
        """The rule as the detector takes it. Raises BadPattern or BadReplacement."""
        return PureRule(
            str(self.pk),
            self.name,
            self.pattern,
            self.message,
            Weight(self.severity),
            self.replacement,
            self.case_sensitive,
            self.whole_words,
        )
