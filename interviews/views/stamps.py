"""What state of an interview a page shows, so that it can ask what is new."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import OuterRef, Subquery
from django.http import HttpResponse

from interviews.models import Comment, EditRecord, Interview
from interviews.models.interview import InterviewQuerySet

_WRITTEN = re.compile(r"(\d{1,10})\.(\d{1,10})\.(\d{1,10})\.(\d{1,20})", re.ASCII)
STEP = "Newsroom-Step"


@dataclass(frozen=True, slots=True)
class Stamp:
    """The version of the text, the newest entry of the history, the version that the flags are of, and when a
    comment was last touched (microseconds)."""

    version: int
    number: int
    checked: int
    commented: int

    def __str__(self) -> str:
        return f"{self.version}.{self.number}.{self.checked}.{self.commented}"

    @property
    def commented_at(self) -> datetime:
        """When a comment was last touched."""
        return datetime.fromtimestamp(0, UTC) + timedelta(microseconds=self.commented)

    @classmethod
    def read(cls, written: str) -> Stamp | None:
        """The inverse of ``str``; None for what is no stamp."""
        match = _WRITTEN.fullmatch(written)
        return cls(*map(int, match.groups())) if match else None


def stamped(interviews: InterviewQuerySet) -> InterviewQuerySet:
    """Each with what its stamp is made of."""
    of_it = {"interview": OuterRef("pk")}
    newest = EditRecord.objects.filter(**of_it).order_by("-number").values("number")[:1]
    touched = Comment.objects.filter(**of_it).order_by("-touched_at").values("touched_at")[:1]
    return interviews.annotate(last_number=Subquery(newest), last_comment=Subquery(touched))


def stamp_of(interview: Interview) -> Stamp:
    """The stamp as of when the interview was read with ``stamped``."""
    number, comment = getattr(interview, "last_number", None), getattr(interview, "last_comment", None)
    commented = (comment - datetime.fromtimestamp(0, UTC)) // timedelta(microseconds=1) if comment else 0
    return Stamp(interview.version, number or 0, interview.checked_version, commented)


def step(response: HttpResponse, interview: Interview) -> HttpResponse:
    """Tell the page which state its own action has led to, and from which.

    It is left out where somebody else did something in between: the page would miss that.
    """
    before = getattr(interview, "found_as", None)
    now = stamp_of(stamped(Interview.objects.filter(pk=interview.pk)).get())
    if before is not None and now.version - before.version < 2 and now.number - before.number < 2:
        response.headers[STEP] = f"{before} {now}"
    return response
