"""Something that a detector found, and what an editor said about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse

from interviews.detectors.base import Fix
from interviews.detectors.kinds import KINDS, Kind
from interviews.models.house_rule import HouseRule
from interviews.models.interview import Interview
from interviews.models.turn import Turn
from interviews.text.renumbering import GONE, renumbered
from interviews.transcript.spans import Passage, Span
from interviews.transcript.turns import Transcript

_WEIGHT = models.Case(
    models.When(severity="error", then=0),
    models.When(severity="warning", then=1),
    default=2,
    output_field=models.IntegerField(),
)


class FlagQuerySet(models.QuerySet["Flag"]):
    """Questions about flags."""

    def open(self) -> FlagQuerySet:
        return self.filter(state=Flag.State.OPEN)

    def counted(self) -> FlagQuerySet:
        """All that an editor has settled or still has to: not those that are no longer found."""
        return self.exclude(state=Flag.State.GONE)

    def settled(self) -> FlagQuerySet:
        return self.filter(state__in=[Flag.State.FIXED, Flag.State.DISMISSED])

    def blocking(self) -> FlagQuerySet:
        """Those that keep an interview from being published."""
        return self.open().filter(severity="error")

    def in_order_of_weight(self) -> FlagQuerySet:
        """What blocks first, then what warns, then notices; each as it stands in the text."""
        return self.annotate(weight=_WEIGHT).order_by("weight", "-has_parts", "turn__position", "start", "pk")


def passages_from(data: list[dict[str, Any]]) -> tuple[Passage, ...]:
    """Passages as they are stored: ``{"turn": key, "start": n, "end": n, "found": place}`` each."""
    return tuple(Passage(one["turn"], Span(one["start"], one["end"])) for one in data)


def passage_to_data(passage: Passage, transcript: Transcript) -> dict[str, Any]:
    """A passage to be stored, with the place that the flag's sentences name it by, such as "turn 17"."""
    span = passage.span
    return {
        "turn": passage.turn,
        "start": span.start,
        "end": span.end,
        "found": transcript.where(passage.turn),
    }


class Flag(models.Model):
    """A finding with a life: open until somebody fixes or dismisses it.

    ``fingerprint`` is made of the kind and the words, never of positions, so a decision sticks.
    ``head`` names the flag whose card shows this one as a part.
    """

    class State(models.TextChoices):
        OPEN = "open", "Open"
        FIXED = "fixed", "Fixed"
        DISMISSED = "dismissed", "Not a problem"
        GONE = "gone", "No longer found"

    class Severity(models.TextChoices):
        ERROR = "error", "Error"
        WARNING = "warning", "Warning"
        NOTICE = "notice", "Notice"

    class Family(models.TextChoices):
        DUPLICATE = "duplicate", "Duplicated"
        GARBLED = "garbled", "Garbled"

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="flags")
    turn = models.ForeignKey(Turn, models.CASCADE, related_name="flags")
    start = models.PositiveIntegerField(default=0)
    # No choices: the flags of a retired detector stay readable.
    kind = models.CharField(max_length=40)
    house_rule = models.ForeignKey(HouseRule, models.PROTECT, null=True, blank=True, related_name="flags")
    family = models.CharField(max_length=20, choices=Family)
    severity = models.CharField(max_length=20, choices=Severity)
    confidence = models.FloatField()
    fingerprint = models.CharField(max_length=32)
    title = models.CharField(max_length=300)
    reason = models.TextField()
    evidence = models.JSONField(default=list, blank=True)
    passages = models.JSONField(default=list)
    related = models.JSONField(default=list, blank=True)
    quote = models.TextField(blank=True, help_text="The words that it is about.")
    fixes = models.JSONField(default=list, blank=True)
    head = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="parts")
    has_parts = models.BooleanField(default=False)
    state = models.CharField(max_length=20, choices=State, default=State.OPEN)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    note = models.CharField(max_length=300, blank=True, help_text="Why it was settled as it was.")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = FlagQuerySet.as_manager()

    class Meta:
        ordering = ["interview", "turn__position", "start", "pk"]
        indexes = [
            # The queue and the desk's counts ask for what is open in one interview.
            models.Index(fields=["interview"], condition=models.Q(state="open"), name="open_flags"),
            # A check looks for what it found before.
            models.Index(fields=["interview", "fingerprint"], name="flag_fingerprints"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"{reverse('interviews:editor', args=[self.interview_id])}?flag={self.pk}"

    @property
    def label(self) -> str:
        """The kind in words."""
        return KINDS[Kind(self.kind)].label if self.kind in KINDS else self.kind

    @property
    def own_passages(self) -> tuple[Passage, ...]:
        return passages_from(self.passages)

    @property
    def related_passages(self) -> tuple[Passage, ...]:
        return passages_from(self.related)

    def told_today(self, sentence: str, places: Mapping[str, str]) -> str:
        """A sentence of the flag, which names its turns as they were numbered when it was found, with the
        ``places`` that they have now, by their keys."""
        passages = [one for one in (*self.passages, *self.related) if "found" in one]
        gone = {} if self.is_open else {one["found"]: GONE for one in passages}
        now = {one["found"]: places[one["turn"]] for one in passages if one["turn"] in places}
        return renumbered(sentence, gone | now)

    @property
    def offered(self) -> tuple[Fix, ...]:
        """The fixes in the order of their keys: Enter, then 2 to 9."""
        return tuple(Fix.from_data(fix) for fix in self.fixes)

    @property
    def is_open(self) -> bool:
        return self.state == Flag.State.OPEN

    @property
    def is_settled(self) -> bool:
        return self.state in (Flag.State.FIXED, Flag.State.DISMISSED)

    @property
    def tone(self) -> str:
        """Which of the three colours it is shown in."""
        return "structure" if self.has_parts else self.family

    @property
    def surety(self) -> str:
        """How sure the program is, in a word."""
        if self.confidence >= 0.9:
            return "certain"
        return "likely" if self.confidence >= 0.7 else "possible"
