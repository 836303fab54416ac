"""What an interview's longer turns are found by when another interview says the same."""

from __future__ import annotations

from django.db import models

from interviews.models.turn import Turn


class ArchivePrint(models.Model):
    """One fingerprint of a turn that stands (see ``interviews.text.winnowing``). Written by the check."""

    turn = models.ForeignKey(Turn, models.CASCADE, related_name="prints")
    number = models.BigIntegerField()

    class Meta:
        default_permissions = ()
        constraints = [
            # A check asks by number which turns have it; two checks at a time write each of them once.
            models.UniqueConstraint(fields=["number", "turn"], name="one_print_per_turn"),
        ]

    def __str__(self) -> str:
        return f"{self.number:x}"
