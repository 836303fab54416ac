"""The file that an interview came from, kept byte for byte."""

from __future__ import annotations

from dataclasses import replace

from django.conf import settings
from django.db import models

from interviews.formats.base import Reading
from interviews.formats.overruling import Overruled
from interviews.models.interview import Interview


class SourceFile(models.Model):
    """What somebody brought, how it was read, and what became of each stretch of it.

    ``pieces`` is a list of ``[start, end, use, turn key or null]`` in code points of the decoded text;
    ``heard`` is what a recogniser told of each turn, by its key (see ``interviews.transcript.hearing``).
    ``options`` is what a person overruled in its reading, as ``Overruled.to_data`` writes it.
    """

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="sources")
    name = models.CharField(max_length=255)
    data = models.BinaryField()
    size = models.PositiveIntegerField(help_text="Bytes.")
    sha256 = models.CharField(max_length=64)
    format_id = models.CharField(max_length=40)
    encoding = models.CharField(max_length=40)
    report = models.JSONField(default=dict)
    pieces = models.JSONField(default=list)
    heard = models.JSONField(default=dict, blank=True)
    options = models.JSONField(default=dict, blank=True)
    imported_at = models.DateTimeField(auto_now_add=True)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["-imported_at"]

    def __str__(self) -> str:
        return self.name

    def reading(self) -> Reading:
        """The file read once more, as it was read then. Raises ImportProblem where no reader can any more."""
        kept = Overruled.from_data(self.options)
        overruled = replace(kept, format_id=self.format_id, encoding=self.encoding or None)
        return overruled.read(bytes(self.data), name=self.name)
