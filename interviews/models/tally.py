"""How often somebody did something lately, for limits that keep a flood out."""

from __future__ import annotations

from datetime import datetime

from django.db import models


class TallyQuerySet(models.QuerySet["Tally"]):
    """Questions about tallies."""

    def running(self, now: datetime) -> TallyQuerySet:
        return self.filter(ends_at__gt=now)

    def ended(self, now: datetime) -> TallyQuerySet:
        return self.filter(ends_at__lte=now)


class Tally(models.Model):
    """How often one sender did one thing until ``ends_at``, when counting starts again.

    ``sender`` is a keyed hash of a network address, or of a name, that is another one each day and for each
    thing: enough to stop a flood, too little to know somebody by. It is empty where all senders are counted
    together.
    """

    what = models.CharField(max_length=20)
    sender = models.CharField(max_length=32, blank=True)
    count = models.PositiveIntegerField(default=0)
    ends_at = models.DateTimeField(db_index=True)  # those that ended are removed

    objects = TallyQuerySet.as_manager()

    class Meta:
        default_permissions = ()  # nobody reads them
        constraints = [models.UniqueConstraint(fields=["what", "sender"], name="one_tally_per_sender")]

    def __str__(self) -> str:
        return f"{self.what}: {self.count}"
