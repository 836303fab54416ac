"""The history of an interview: append only."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models.functions import Coalesce

from interviews.models.flag import Flag
from interviews.models.interview import Interview
from interviews.transcript.codec import edit_from_data
from interviews.transcript.edits import Edit, invert_all


class EditRecordQuerySet(models.QuerySet["EditRecord"]):
    """Questions about the history."""

    def in_force(self) -> EditRecordQuerySet:
        """What was done, or done again, and not taken back since; an undo itself is not among them.

        Nor is a step of the workflow, which changes no text and settles no flag.
        """
        return self.filter(is_undo=False, undone_by=None).exclude(edits=[], settlements=[])

    def steps(self) -> EditRecordQuerySet:
        """The steps of the workflow, the newest first."""
        return self.filter(edits=[], settlements=[], undoes=None).order_by("-number")

    def taken_back(self) -> EditRecordQuerySet:
        """The undos that are in force: what a redo can bring back."""
        return self.filter(is_undo=True, undone_by=None)

    def to_undo(self, by: User) -> EditRecordQuerySet:
        """What this person did and could take back, the newest first."""
        return self.in_force().filter(author=by).order_by("-number")

    def to_redo(self, by: User) -> EditRecordQuerySet:
        """What this person took back and did nothing new after, the newest first."""
        own = self.filter(author=by)
        done = own.in_force().filter(undoes=None).order_by("-number").values("number")[:1]
        return own.taken_back().filter(number__gt=Coalesce(models.Subquery(done), 0)).order_by("-number")

    def since(self, version: int) -> EditRecordQuerySet:
        """What changed the transcript after that version, the newest first."""
        return self.touching_text().filter(version__gt=version).order_by("-number")

    def touching_text(self) -> EditRecordQuerySet:
        return self.exclude(edits=[])


class EditRecord(models.Model):
    """One thing that somebody did: its edits, and the flags that it settled.

    ``settlements`` is a list of ``[flag id, state before, state after]``. An undo is a record of its
    own, which names the one that it takes back; a redo is one that takes back an undo.
    """

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="records")
    number = models.PositiveIntegerField()
    version = models.PositiveIntegerField(default=0, help_text="The version of the interview that it led to.")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    label = models.CharField(max_length=300)
    edits = models.JSONField(default=list, blank=True)
    settlements = models.JSONField(default=list, blank=True)
    flag = models.ForeignKey(Flag, models.SET_NULL, null=True, blank=True, related_name="records")
    is_undo = models.BooleanField(default=False)
    undoes = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="undone_by")

    objects = EditRecordQuerySet.as_manager()

    class Meta:
        ordering = ["interview", "-number"]
        constraints = [models.UniqueConstraint(fields=["interview", "number"], name="one_record_per_number")]

    def __str__(self) -> str:
        return self.label

    @property
    def can_go_back(self) -> bool:
        """Whether it is something that can be taken back."""
        return not self.is_undo and bool(self.edits or self.settlements)

    @property
    def said(self) -> str:
        """What was done, without saying that it was taken back or done again."""
        return self.label.removeprefix("Undo: ").removeprefix("Redo: ")

    def settled(self, flag: int) -> bool:
        """Whether the flag with this id was settled by it."""
        return any(pk == flag and after != Flag.State.OPEN for pk, _, after in self.settlements)

    @property
    def changes(self) -> tuple[Edit, ...]:
        """The edits in the order in which they were made."""
        return tuple(edit_from_data(edit) for edit in self.edits)

    @property
    def turns(self) -> set[str]:
        """The keys of the turns that its edits are about."""
        return {key for edit in self.edits for key in _named(edit)}

    @property
    def described(self) -> set[str]:
        """The labels whose role or name in full it changed."""
        return {edit["speaker"] for edit in self.edits if edit["edit"] == "DescribeSpeaker"}

    @property
    def inverses(self) -> tuple[Edit, ...]:
        """The edits that take this record back, in order."""
        return invert_all(self.changes)


def _named(edit: dict[str, Any]) -> set[str]:
    """The keys of the turns that an edit names."""
    others = [edit[name]["key"] for name in ("other", "new") if name in edit]
    return {*([edit["turn"]] if "turn" in edit else []), *edit.get("turns", []), *others}
