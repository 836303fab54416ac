"""After the first publication no word changes in silence: each change goes out with what readers are told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from interviews.models import Correction, CorrectionKind, Interview, Publication
from interviews.services.errors import NotReady
from interviews.services.filing import frozen_filing
from interviews.text.cleaning import UnsafeText, clean
from interviews.transcript.changes import TurnChange
from interviews.transcript.heading import heading_changes, is_heading
from interviews.transcript.owing import owed
from interviews.transcript.turns import Transcript, only_standing, transcript_to_data

LONGEST = 1000  # code points of what was wrong, and of what is right


@dataclass(frozen=True, slots=True)
class Stated:
    """What a publisher says of changed turns, named by their keys; of the whole page where none is named."""

    kind: str
    wrong: str = ""
    right: str = ""
    turns: tuple[str, ...] = ()

    def to_data(self) -> dict[str, Any]:
        return {"kind": self.kind, "wrong": self.wrong, "right": self.right, "turns": list(self.turns)}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Stated:
        return cls(data["kind"], data["wrong"], data["right"], tuple(data["turns"]))


def last_publication(interview: Interview) -> Publication | None:
    """What readers got last, withdrawn or not."""
    return interview.publications.order_by("number").last()


def to_state(
    last: Publication | None, interview: Interview, transcript: Transcript
) -> tuple[TurnChange, ...]:
    """The changes that cannot go out without a word to readers; none before the first publication."""
    if last is None:
        return ()
    return (*heading_since(last, interview, transcript), *owed(last.text, transcript))


def heading_since(then: Publication, interview: Interview, transcript: Transcript) -> list[TurnChange]:
    """What of title, standfirst and names is not as it was in a publication."""
    standing = only_standing(transcript)
    return list(heading_changes(then.text, standing, then.standfirst, interview.standfirst))


def stands_as(publication: Publication, interview: Interview, transcript: Transcript) -> bool:
    """Whether a publication that is made now would show what this one shows."""
    then, now = publication, interview
    return (
        then.transcript == transcript_to_data(only_standing(transcript))
        and (then.slug, then.title, then.standfirst) == (now.slug, now.title, now.standfirst)
        and (then.language, then.recorded_on) == (now.language, now.recorded_on)
        and then.filing == frozen_filing(interview)
    )


def checked(stated: Collection[Stated], owing: Sequence[TurnChange]) -> list[Stated]:
    """The statements as they will be kept. Raises NotReady where a changed turn has none, or one says too
    little."""
    kept = [_sound(one) for one in stated]
    told = {key for one in kept for key in one.turns}
    silent = [change for change in owing if change.turn not in told]
    if silent:
        raise NotReady(
            f"Readers have an earlier version of {silent[0].where}. Say what the change is: a correction, "
            "a clarification, an update, an editor’s note, a retraction, or a typo."
        )
    return kept


def frozen(
    stated: Sequence[Stated], *, before: Publication | None, at: datetime, number: int
) -> list[dict[str, Any]]:
    """What readers are told from now on: the earlier statements, and these but for typos."""
    shown = [
        {
            **one.to_data(),
            "turns": [key for key in one.turns if not is_heading(key)],
            "at": at.isoformat(),
            "publication": number,
        }
        for one in stated
        if one.kind != CorrectionKind.TYPO
    ]
    return [*(before.corrections if before else []), *shown]


def keep(publication: Publication, stated: Sequence[Stated]) -> None:
    """Write down with a publication what was stated, typos too."""
    at, by = publication.published_at, publication.published_by
    Correction.objects.bulk_create(
        Correction(publication=publication, **one.to_data(), made_at=at, made_by=by) for one in stated
    )


def _sound(one: Stated) -> Stated:
    if one.kind not in CorrectionKind.values:
        raise NotReady("Choose what the change is: a correction, a typo, or one of the others.")
    try:
        wrong, right = clean(one.wrong)[:LONGEST].strip(), clean(one.right)[:LONGEST].strip()
    except UnsafeText as unsafe:
        raise NotReady(str(unsafe)) from unsafe
    name = CorrectionKind(one.kind).label.lower()
    if one.kind == CorrectionKind.CORRECTION and not (wrong and right):
        raise NotReady("A correction says what was wrong and what is right. Write both.")
    if one.kind != CorrectionKind.TYPO and not right:
        article = "An" if name[0] in "aeiou" else "A"
        raise NotReady(f"{article} {name} tells readers something. Write what they should know.")
    return Stated(one.kind, wrong, right, one.turns)
