"""What interviews are filed under: series, and topics."""

from __future__ import annotations

from typing import Any, Self

from django.db import models

from interviews.transcript.filing import LONGEST_NAME, folded


class ShelfQuerySet(models.QuerySet[Any]):
    """Questions about series or topics."""

    def in_use(self) -> Self:
        """Those that were not joined to others: what is offered where somebody files."""
        return self.filter(joined_to=None)

    def called(self, name: str) -> Any:
        """The one of that name, or what it was joined to; None where there is none."""
        found = self.filter(folded=folded(name)).select_related("joined_to").first()
        return (found.joined_to or found) if found else None


class Shelf(models.Model):
    """A series or a topic. Readers get what publications hold of it, and nothing from here.

    ``folded`` is the name as it is compared; ``earlier`` are the slugs that it had, which lead to the one of
    today. One that was ``joined_to`` another is kept, so that its name leads there.
    """

    name = models.CharField(max_length=LONGEST_NAME)
    folded = models.CharField(max_length=3 * LONGEST_NAME, unique=True, editable=False)  # "ß" folds to "ss"
    slug = models.SlugField("address", max_length=120, unique=True)
    description = models.TextField(blank=True, help_text="A sentence or two for readers.")
    earlier = models.JSONField(default=list, blank=True, editable=False)
    joined_to = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="joined", editable=False
    )

    objects = ShelfQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class Series(Shelf):
    """Interviews that belong together, in order: an interview is in one at most."""

    class Meta(Shelf.Meta):
        verbose_name_plural = "series"
        default_permissions = ("change", "view")


class Topic(Shelf):
    """What interviews are about."""

    class Meta(Shelf.Meta):
        default_permissions = ("change", "view")
